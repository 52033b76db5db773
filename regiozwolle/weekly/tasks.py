"""What the worker does about the weekly mail."""

from procrastinate.contrib.django import app

from partners.ground.tasks import QUEUE
from regiozwolle.weekly import writing


@app.periodic(cron="7 * * * *")
@app.task(queue=QUEUE, lock="weekly", queueing_lock="weekly")
def write_weekly(timestamp):
    """Once an hour, so that a worker that was away on Monday makes up for it; `timestamp` is when it was due."""
    writing.write_weekly()
