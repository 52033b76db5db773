"""What the worker does about dossiers."""

from django.conf import settings
from procrastinate.contrib.django import app

from consultation.deciding import actions
from consultation.deciding.councils.acts import read_all
from consultation.deciding.entering.acts import forget_addresses
from consultation.deciding.papers import acts
from partners.ground import tasks as ground

# Reading a large file takes seconds; mail does not wait for it.
QUEUE = LOCK = "papers"


@app.task(queue=QUEUE, lock=LOCK)
def compare_papers():
    """Reads the words of each version of a paper, and says what is different from the version before."""
    acts.read_and_compare_all()


@app.periodic(cron="*/10 * * * *")
@app.task(queue=QUEUE, lock=LOCK, queueing_lock="papers-again")
def compare_again(timestamp):
    """Makes up for a job that was lost; `timestamp` is the Unix time at which it was due."""
    acts.read_and_compare_all()


@app.periodic(cron="37 * * * *")
@app.task(queue=ground.QUEUE, queueing_lock="commitments")
def remind_of_commitments(timestamp):
    """Once an hour, so that a worker that was away makes up for it; `timestamp` is when it was due."""
    actions.remind_of_commitments()


@app.task(queue="councils", lock="councils", queueing_lock="councils")
def read_councils():
    """Reads what the systems of councils publish; what goes wrong stands at the desk."""
    read_all()


@app.periodic(cron=settings.COUNCILS_LOOK)
@app.task(queue="councils", lock="councils", queueing_lock="councils-again")
def read_councils_again(timestamp):
    """Once a day, if the keeper of the portal gave an address; `timestamp` is the Unix time at which it was due."""
    if settings.COUNCILS_URL:
        read_all()


@app.periodic(cron="40 3 * * *")
@app.task(queue=ground.QUEUE)
def forget_links(timestamp):
    """Once a night: forgets to whom links were sent that ended long ago; `timestamp` is when it was due."""
    forget_addresses()
