"""What the worker does about documents: it makes those that are large, one at a time."""

from contextlib import suppress

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from regiozwolle.downloads import keeping, making

# A large one takes a minute; mail does not wait for it.
QUEUE = LOCK = ONCE = "documents"


def ask():
    """Has the worker make what is wanted. To find that it was asked already costs less than to be refused."""
    if not ProcrastinateJob.objects.filter(status="todo", queueing_lock=ONCE).exists():
        with suppress(AlreadyEnqueued), transaction.atomic():
            make_documents.defer()


@app.task(queue=QUEUE, lock=LOCK, queueing_lock=ONCE)
def make_documents():
    making.make_all()


@app.periodic(cron="* * * * *")
@app.task(queue=QUEUE, lock=LOCK, queueing_lock="documents-again")
def make_documents_again(timestamp):
    """Makes up for a job that was lost; `timestamp` is the Unix time at which it was due."""
    making.make_all()


@app.periodic(cron="25 * * * *")
@app.task(queue=QUEUE, lock=LOCK, queueing_lock="documents-cleared")
def clear_documents(timestamp):
    """Once an hour: lets go of what nobody asks for or no longer holds; `timestamp` is when it was due."""
    keeping.clear()
