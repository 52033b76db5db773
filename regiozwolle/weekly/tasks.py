"""What the worker does about the weekly mail."""

from procrastinate.contrib.django import app

from partners.ground.tasks import QUEUE
from regiozwolle.following import events
from regiozwolle.following.digests import write_digests
from regiozwolle.following.models import Rhythm
from regiozwolle.weekly import writing


@app.periodic(cron="7 * * * *")
@app.task(queue=QUEUE, lock="weekly", queueing_lock="weekly")
def write_weekly(timestamp):
    """Once an hour, so that a worker that was away on Monday makes up for it; `timestamp` is when it was due.

    Who follows things gets the digests after that: what the weekly mail told of them is told.
    """
    events.make_events()
    writing.write_weekly()
    for rhythm in Rhythm:
        write_digests(rhythm)
