"""What the worker does about consultations."""

from procrastinate.contrib.django import app

from consultation import actions
from consultation.models import Consultation
from partners.ground.tasks import QUEUE


@app.task(queue=QUEUE)
def mail_answers():
    """Writes the mails of what came on the site; a batch that is planned is written when its moment has come."""
    actions.mail_answers()


@app.task(queue=QUEUE)
def remind(consultation):
    """Writes the reminders of one consultation, by its key, if it is still open."""
    for found in Consultation.objects.open().filter(pk=consultation):
        actions.remind_all(consultation=found)
