"""What the worker does about packages: it makes what was asked for, and nothing else meanwhile that takes as long."""

from contextlib import suppress

from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from regiozwolle.downloads.tasks import LOCK, QUEUE
from regiozwolle.packages import freezing

# Each takes a second or two. After so many it is the turn of whoever waits for a document, and then of the next ones.
IN_A_ROW = 5


@app.periodic(cron="* * * * *")
@app.task(queue=QUEUE, lock=LOCK, queueing_lock="packages")
def freeze_packages(timestamp):
    """Once a minute; `timestamp` is the Unix time at which it was due."""
    freezing.freeze_all(IN_A_ROW)
    if freezing.waiting().exists():
        with suppress(AlreadyEnqueued):
            freeze_packages.defer(timestamp=timestamp)
