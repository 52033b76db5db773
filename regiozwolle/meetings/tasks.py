"""What the worker does about meetings."""

from procrastinate.contrib.django import app

from consultation.deciding.tasks import LOCK, QUEUE
from partners.ground import tasks as ground
from regiozwolle.meetings import documents, registering


@app.task(queue=QUEUE, lock=LOCK)
def read_documents():
    """Reads the words of what was put at a meeting."""
    documents.read_all()


@app.periodic(cron="5-59/10 * * * *")
@app.task(queue=QUEUE, lock=LOCK, queueing_lock="documents-again")
def read_again(timestamp):
    """Makes up for a job that was lost; `timestamp` is the Unix time at which it was due."""
    documents.read_all()


@app.periodic(cron="2-59/10 * * * *")
@app.task(queue=ground.QUEUE, queueing_lock="meetings")
def keep_up_with_meetings(timestamp):
    """Every ten minutes: what is put right at once is mailed to nobody. `timestamp` is when it was due."""
    registering.keep_up()
