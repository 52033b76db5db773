"""What the worker does about dossiers."""

from procrastinate.contrib.django import app

from consultation.deciding.papers import acts

# Reading a large file takes seconds; mail does not wait for it.
QUEUE = LOCK = "papers"


@app.task(queue=QUEUE, lock=LOCK)
def compare_papers():
    """Says of each version of a paper what is different from the version before."""
    acts.compare_all()


@app.periodic(cron="*/10 * * * *")
@app.task(queue=QUEUE, lock=LOCK, queueing_lock="papers-again")
def compare_again(timestamp):
    """Makes up for a job that was lost; `timestamp` is the Unix time at which it was due."""
    acts.compare_all()
