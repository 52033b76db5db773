"""What the worker does for who follows the data: once a minute it publishes what differs."""

from procrastinate.contrib.django import app

from regiozwolle.api.feed.publishing import publish

QUEUE = LOCK = "open-data"


@app.periodic(cron="* * * * *")
@app.task(queue=QUEUE, lock=LOCK, queueing_lock="open-data")
def publish_changes(timestamp=0):
    """`timestamp` is the Unix time at which it was due."""
    publish()
