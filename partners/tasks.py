"""What the worker does about the people who act for a body."""

from procrastinate.contrib.django import app

from partners.ground.tasks import QUEUE
from partners.people import acts


@app.periodic(cron="40 3 * * *")
@app.task(queue=QUEUE, lock="terms", queueing_lock="terms")
def end_with_term(timestamp):
    """Once a night, for the terms that began; `timestamp` is when it was due."""
    acts.end_with_term()
