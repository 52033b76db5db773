"""What the worker does so that all is found: it reads the pages of what changed, and now and then all of them."""

from procrastinate.contrib.django import app

from regiozwolle.searching import freshness

QUEUE = LOCK = "search"
# Enough for the pages about what five people change in a minute. Between two of them a visitor may read as well.
TURNS = 30


@app.periodic(cron="* * * * *")
@app.task(queue=QUEUE, lock=LOCK, queueing_lock="search-changes")
def read_what_changed(timestamp):
    """Once a minute; `timestamp` is the Unix time at which it was due."""
    if freshness.is_behind():
        any(freshness.catch_up() for _ in range(TURNS))


@app.periodic(cron="*/15 * * * *")
@app.task(queue=QUEUE, lock=LOCK, queueing_lock="search-all")
def read_all_pages(timestamp=0, anew=False):
    """Four times an hour: what changes by the clock, and what is told on pages about something else.

    When a worker of a new version starts it is done `anew`: that version may cut words otherwise.
    """
    freshness.read_everything(anew=anew)
