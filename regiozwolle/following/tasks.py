"""What the worker does so that followers hear: it makes events of what changed, and writes the mails."""

from procrastinate.contrib.django import app

from regiozwolle.following import acts, events
from regiozwolle.newsletters import sending

QUEUE = "following"


@app.periodic(cron="* * * * *")
@app.task(queue=QUEUE, lock="events", queueing_lock="events")
def make_events(timestamp):
    """Once a minute; `timestamp` is the Unix time at which it was due."""
    events.make_events()


@app.periodic(cron="4 * * * *")
@app.task(queue=QUEUE, lock="follows", queueing_lock="follows")
def follow_successors(timestamp):
    """Once an hour, so that it is done before the first digest of a day; `timestamp` is when it was due."""
    acts.follow_successors()


@app.periodic(cron="40 3 * * *")
@app.task(queue=QUEUE, lock="events", queueing_lock="forget-events")
def forget_events(timestamp):
    """Once a night; `timestamp` is when it was due."""
    events.forget()


@app.periodic(cron="* * * * *")
@app.task(queue=QUEUE, lock="newsletters", queueing_lock="newsletters")
def write_newsletters(timestamp):
    """Once a minute, so that what was sent begins at once and goes on after a worker that died."""
    sending.write_newsletters()
