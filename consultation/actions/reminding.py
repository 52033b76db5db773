"""One mail to those who may still react, when the end comes near."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from consultation.mails import REMINDER
from consultation.models import Consultation, Letter, Reminder
from consultation.senders import senders
from partners.ground import mail
from partners.models import Mandate, User

AHEAD = 3  # days
SALT = "consultation.reminder"
# Longer than any term, so that the link in an old mail still says what it is for.
LINK_AGE = timedelta(days=365)


def remind():
    """Mails everyone who was not mailed yet and may still react to what closes within AHEAD days. How many it was.

    Those are people who have written but not sent, or have not begun; never those who said not to react, or whose body
    did.
    """
    sent = 0
    for consultation in Consultation.objects.open():
        for user in who_may_react(consultation) if consultation.days_left() <= AHEAD else []:
            sent += remind_one(consultation=consultation, user=user)
    return sent


def who_may_react(consultation):
    """The people who can write in a name, of an invited body if any was, and who were not mailed and said nothing."""
    mandates = Mandate.objects.held().filter(user=OuterRef("pk"), body__partner__is_example=consultation.is_example)
    invitations = consultation.invitations.filter(body=OuterRef("body"))
    declined = Exists(invitations.filter(declined_on__isnull=False))
    mandates = mandates.exclude(declined)
    if consultation.invitations.exists():
        mandates = mandates.filter(Exists(invitations))
    heard = consultation.reminders.filter(user=OuterRef("pk")).filter(
        Q(sent_at__isnull=False) | Q(declined_at__isnull=False)
    )
    return User.objects.filter(Exists(mandates), is_active=True).exclude(Exists(heard)).order_by("pk")


@transaction.atomic
def remind_one(*, consultation, user):
    """Mails one person, unless there is nothing to remind of. Returns whether it did.

    The row that says so and the mail are one transaction, so two runs at once are one mail.
    """
    letters = list(Letter.objects.of(user).standing().filter(consultation=consultation))
    drafts = [letter for letter in letters if letter.draft]
    if not senders(user) or (letters and not drafts):
        return False
    reminder, _ = Reminder.objects.select_for_update().get_or_create(consultation=consultation, user=user)
    if reminder.sent_at or reminder.declined_at:
        return False
    reminder.sent_at = timezone.now()
    reminder.save()
    token = signing.dumps([consultation.pk, user.pk], salt=SALT)
    no_thanks = reverse("consultation:no_reminder", args=[token])
    mail.queue(
        REMINDER,
        to=user.email,
        context={
            "consultation": consultation,
            "drafts": [{"words": words(letter), "path": letter.get_absolute_url()} for letter in drafts],
            "path": no_thanks,
        },
        lasts=consultation.closes_at - timezone.now(),
        unsubscribe=settings.SITE_URL + no_thanks,
    )
    return True


def words(letter):
    """What waits to be sent, to those who wrote it: 'Concept, als raadslid van …'."""
    what = f"Wijzigingen van reactie {letter.number}" if letter.number else "Concept"
    return f"{what}, {letter.in_name_of}"


def decline(*, consultation, user):
    """Takes it that this person does not react, and wants no mail about it."""
    Reminder.objects.get_or_create(consultation=consultation, user=user)
    Reminder.objects.filter(consultation=consultation, user=user, declined_at=None).update(declined_at=timezone.now())
