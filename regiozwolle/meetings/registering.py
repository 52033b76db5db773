"""Registering for a meeting: one place at a time, so that there are never more people than seats.

Every act locks the meeting first, and then looks how many seats are left.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from partners.ground import history, mail
from partners.ground.refusal import Refused
from regiozwolle.meetings.mails import CALLED_OFF, CONFIRM, DONE_FOR_YOU, MOVED, PLACE, REMINDER, context_of
from regiozwolle.meetings.models import Meeting, Registration, RegistrationState

CLOSED = "Aanmelden voor deze bijeenkomst kan niet meer."
ALREADY = "U bent al aangemeld voor deze bijeenkomst."
ALREADY_THERE = "Dit adres is al aangemeld voor deze bijeenkomst."
NOT_THERE = "Wie dit was, is al afgemeld."
HAS_BEEN = "Deze bijeenkomst is geweest, gaat niet door of staat niet op de site."
# So long before its day everyone who has a place is reminded.
BEFORE = timedelta(days=2)


@history.act("aangemeld voor een bijeenkomst")
def register(*, meeting, people, partner=None, organisation="", user=None, email=""):
    """Gives who signed in a place, or one on the waiting list; who did not is mailed to confirm it. Gives the row.

    An address that is registered already is mailed its link again, so that nobody learns of another that it is there.
    Raises Refused when it is closed, and for an account that is registered already.
    """
    meeting = locked(meeting)
    if not meeting.takes_registrations:
        raise Refused(CLOSED)
    there = meeting.registrations.standing().of(user=user, email=email).first()
    if there and user:
        raise Refused(ALREADY)
    row = there or Registration.objects.create(
        meeting=meeting,
        partner=partner,
        organisation=organisation,
        people=people,
        user=user,
        email=email,
        state=state_for(meeting, people) if user else RegistrationState.ASKED,
    )
    tell(CONFIRM if row.is_asked else PLACE, row)
    return row


@history.act("iemand aangemeld voor een bijeenkomst")
def register_for(*, meeting, people, email, partner=None, organisation=""):
    """Registers somebody who asked the secretariat: a place, or one on the waiting list, of which they are mailed.

    It can be done until the day itself. What was asked for with that address and not confirmed is confirmed by this.
    Raises Refused when the meeting is over or off, and for an address that is registered already.
    """
    meeting = locked(meeting)
    if not meeting.takes_desk_registrations:
        raise Refused(HAS_BEEN)
    there = meeting.registrations.standing().at(email).first()
    if there and not there.is_asked:
        raise Refused(ALREADY_THERE)
    row = there or Registration(meeting=meeting, email=email)
    row.partner, row.organisation, row.people = partner, organisation, people
    row.state = state_for(meeting, people)
    row.save()
    tell(DONE_FOR_YOU, row)
    return row


@history.act("iemand afgemeld voor een bijeenkomst")
def cancel_for(*, registration):
    """Lets go of a place for who asked the secretariat, and mails them so. Raises Refused when that was done."""
    meeting = locked(registration.meeting)
    row = Registration.objects.select_for_update(of=["self"]).get(pk=registration.pk)
    if row.is_cancelled:
        raise Refused(NOT_THERE)
    let_go(meeting, row)
    tell(DONE_FOR_YOU, row)


@history.act("aanmelding bevestigd")
def confirm(*, registration):
    """Gives who asked for it a place, or one on the waiting list. Raises Refused when it is closed by now."""
    meeting = locked(registration.meeting)
    row = Registration.objects.select_for_update().get(pk=registration.pk)
    if not row.is_asked:
        return
    if not meeting.takes_registrations:
        raise Refused(CLOSED)
    row.state = state_for(meeting, row.people)
    row.save(update_fields=["state"])
    tell(PLACE, row)


@history.act("afgemeld voor een bijeenkomst")
def cancel(*, registration):
    """Lets go of a place; who waited longest and fits in what is free moves up, and is mailed so."""
    meeting = locked(registration.meeting)
    let_go(meeting, Registration.objects.select_for_update().get(pk=registration.pk))


def let_go(meeting, row):
    row.state = RegistrationState.CANCELLED
    row.save(update_fields=["state"])
    move_up(meeting)


def locked(meeting):
    return Meeting.objects.select_for_update(of=["self"]).get(pk=meeting.pk)


def state_for(meeting, people):
    """The RegistrationState that so many people get in a meeting that is locked."""
    free = meeting.free_seats
    return RegistrationState.PLACED if free is None or people <= free else RegistrationState.WAITING


def move_up(meeting):
    """Gives a place to each who waits and fits in what is free, the first at the front; `meeting` is locked."""
    if not meeting.is_ahead or meeting.is_cancelled:
        return
    for row in meeting.registrations.waiting():
        if state_for(meeting, row.people) == RegistrationState.PLACED:
            row.state = RegistrationState.PLACED
            row.save(update_fields=["state"])
            tell(PLACE, row)


def keep_up(*, on=None):
    """What is to be done by the clock, on the day `on`, today without: it may be done again at any time.

    Tells who comes that it is at another time or place or does not go on, moves up who waits where there is more room
    by now, and reminds of what is near.
    """
    today = on or timezone.localdate()
    to_come = Meeting.objects.filter(Q(held_on__gte=today) | Q(held_on=None), registrations__isnull=False)
    for pk in to_come.order_by("pk").values_list("pk", flat=True).distinct():
        keep_up_with(pk, today)


@transaction.atomic
def keep_up_with(pk, today):
    """The same for one meeting."""
    meeting = Meeting.objects.select_for_update(of=["self"]).get(pk=pk)
    rows = meeting.registrations.select_related("user", "partner")
    if meeting.is_cancelled:
        tell_all(CALLED_OFF, rows.coming().filter(called_off_at=None), called_off_at=timezone.now())
        return
    if not meeting.is_public_now or meeting.has_begun:
        return
    is_near = meeting.held_on is not None and today >= meeting.held_on - BEFORE
    # Of who registered before this was kept, it is not known what they were told.
    rows.coming().filter(told="").update(told=meeting.told_to_who_comes)
    moved = rows.coming().exclude(told=meeting.told_to_who_comes)
    tell_all(MOVED, moved, called_off_at=None, reminded_at=timezone.now() if is_near else None)
    move_up(meeting)
    if is_near:
        tell_all(REMINDER, rows.placed().filter(reminded_at=None), reminded_at=timezone.now())


def tell_all(kind, rows, **noted):
    """Mails each of `rows`, and notes in them that this was done."""
    found = list(rows)
    for row in found:
        tell(kind, row)
    Registration.objects.filter(pk__in=[row.pk for row in found]).update(**noted)


def tell(kind, row):
    """Writes a mail to who registered, if it is still known who that was, and notes what it says of when and where."""
    if row.address:
        mail.queue(kind, to=row.address, context=context_of(row))
    row.told = row.meeting.told_to_who_comes
    row.save(update_fields=["told"])
