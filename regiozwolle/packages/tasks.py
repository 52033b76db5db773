"""What the worker does about packages: it makes what was asked for."""

from procrastinate.contrib.django import app

from regiozwolle.packages.freezing import freeze_all

# Each takes a second or two; mail does not wait for them.
QUEUE = LOCK = "packages"


@app.periodic(cron="* * * * *")
@app.task(queue=QUEUE, lock=LOCK, queueing_lock="packages")
def freeze_packages(timestamp):
    """Once a minute; `timestamp` is the Unix time at which it was due."""
    freeze_all()
