"""What the worker does about documents: it makes those that are large, one at a time."""

from procrastinate.contrib.django import app

from regiozwolle.downloads import keeping, making

# A large one takes a minute; mail does not wait for it.
QUEUE = LOCK = "documents"


@app.task(queue=QUEUE, lock=LOCK, queueing_lock="documents")
def make_documents():
    making.make_all()


@app.periodic(cron="* * * * *")
@app.task(queue=QUEUE, lock=LOCK, queueing_lock="documents-again")
def make_documents_again(timestamp):
    """Makes up for a job that was lost; `timestamp` is the Unix time at which it was due."""
    making.make_all()


@app.periodic(cron="25 * * * *")
@app.task(queue=QUEUE, lock=LOCK, queueing_lock="documents-cleared")
def clear_documents(timestamp):
    """Once an hour: lets go of what nobody asks for or no longer holds; `timestamp` is when it was due."""
    keeping.clear()
