"""What the worker does about what nobody looked at for long."""

from procrastinate.contrib.django import app

from partners.ground.tasks import QUEUE
from regiozwolle.nudging import writing


@app.periodic(cron="52 * * * *")
@app.task(queue=QUEUE, lock="nudges", queueing_lock="nudges")
def write_nudges(timestamp):
    """Once an hour, so that a worker that was away on the first makes up for it; `timestamp` is when it was due."""
    writing.write_nudges()
