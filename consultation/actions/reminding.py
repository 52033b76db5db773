"""One mail to those who may still react, when the end comes near."""

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app

from consultation.mails import OWN_LINK, REMINDER
from consultation.models import Consultation, Letter, Reminder
from consultation.senders import senders
from partners.ground import history, mail
from partners.ground.refusal import Refused
from partners.models import Mandate, User

AHEAD = 3  # days
NOT_OPEN = "Herinneren kan alleen zolang men kan reageren."
# The task by its name, for the module of the tasks stands above this one.
REMIND = "consultation.tasks.remind"
SALT = "consultation.reminder"


def remind():
    """Mails everyone who was not mailed yet and may still react to what closes within AHEAD days. How many it was.

    Those are people who have not begun, or whose letter is not sent, was sent back or waits for them; never those who
    said not to react, or whose body did.
    """
    near = [consultation for consultation in Consultation.objects.open() if consultation.days_left() <= AHEAD]
    return sum(remind_all(consultation=consultation) for consultation in near)


def remind_all(*, consultation):
    """As `remind`, of one consultation that is open, however long that still takes."""
    return sum(remind_one(consultation=consultation, user=user) for user in who_may_react(consultation))


@history.act("herinneringen gevraagd")
def ask_to_remind(*, consultation):
    """Lets the worker remind everyone of `consultation` now, for that may be a thousand mails. Raises Refused."""
    if not (consultation.is_public_now and consultation.is_open()):
        raise Refused(NOT_OPEN)
    app.configure_task(REMIND).defer(consultation=consultation.pk)


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
    letters = letters_of(user, consultation)
    tasks = tasks_of(user, letters, consultation)
    if not senders(user) or (letters and not tasks):
        return False
    reminder, _ = Reminder.objects.select_for_update().get_or_create(consultation=consultation, user=user)
    if reminder.sent_at or reminder.declined_at:
        return False
    reminder.sent_at = timezone.now()
    reminder.save()
    no_thanks = reverse("consultation:no_reminder", args=[signing.dumps([consultation.pk, user.pk], salt=SALT)])
    mail.queue(
        REMINDER,
        to=user.email,
        context={"consultation": consultation, "tasks": tasks, "path": no_thanks},
        lasts=consultation.closes_at - timezone.now(),
        unsubscribe=settings.SITE_URL + no_thanks,
    )
    return True


def preview(*, consultation, user):
    """The mail with which `user` would be reminded, unsaved, with no link that works."""
    path = reverse("consultation:no_reminder", args=[OWN_LINK])
    tasks = tasks_of(user, letters_of(user, consultation), consultation)
    context = {"consultation": consultation, "tasks": tasks, "path": path}
    return mail.composed(REMINDER, to=user.email, context=context)


def letters_of(user, consultation):
    """The letters in `consultation` that `user` writes in and that stand; a list."""
    return list(Letter.objects.of(user).standing().filter(consultation=consultation))


def tasks_of(user, letters, consultation):
    """(Words, address) of all that `user` has still to do: with `letters`, and with what waits for them to confirm."""
    waiting = Letter.objects.waiting_for(user).filter(consultation=consultation).select_related("body__partner")
    tasks = [task for task in map(task_of, letters) if task]
    return tasks + [
        (f"Bevestig reactie {letter.number}, {letter.in_name_of}", confirming(letter)) for letter in waiting
    ]


def task_of(letter):
    """(Words, address) of what those who write `letter` have still to do with it; None when that is nothing.

    Who of a group wrote what is not said: not everyone who is reminded wrote something.
    """
    if letter.draft and letter.number:
        what = f"Verstuur de wijzigingen van reactie {letter.number}"
    elif letter.draft:
        what = "Verstuur het concept"
    elif letter.returned_at:
        what = f"Wijzig en verstuur opnieuw: reactie {letter.number}, die is teruggestuurd"
    else:
        return None
    return f"{what}, {letter.in_name_of}", letter.get_absolute_url()


def confirming(letter):
    """Where a griffier or secretary confirms `letter`."""
    return reverse("consultation:confirm", args=[letter.pk])


def decline(*, consultation, user):
    """Takes it that this person does not react, and wants no mail about it."""
    Reminder.objects.get_or_create(consultation=consultation, user=user)
    Reminder.objects.filter(consultation=consultation, user=user, declined_at=None).update(declined_at=timezone.now())
