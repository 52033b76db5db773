"""Two people at one meeting, or at what counts for one partner: the second finds what the first did."""

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from agenda.actions import CHANGED, say_priority
from agenda.models import Priority
from partners.ground.models import Mail
from regiozwolle.meetings import documents, registering
from regiozwolle.meetings.mails import REMINDER
from regiozwolle.meetings.models import Meeting, MeetingDocument, Registration
from tests.test_papers import upload
from tests.two_at_once.racing import Race, race, twice


@pytest.fixture
def meeting(deck):
    return Meeting.objects.create(slug="regiodag", title="Regiodag", kind="regiodag", date_text="in 2030", source=deck)


@race(documents.put_document)
def test_two_papers_of_a_meeting_are_told_apart(meeting):
    put = partial(documents.put_document, meeting=meeting, title="Verslag", upload=upload())
    taken = documents.TAKEN.format("Verslag")
    return twice(put, refused=taken, left=lambda: MeetingDocument.objects.count() == 1)


@race(say_priority)
def test_of_two_who_say_what_counts_the_second_reads_what_the_first_said(council, goal, clerk):
    say = partial(say_priority, partner=council.partner, element=goal, seen=None, by=clerk)
    return Race(
        partial(say, text="Wonen."),
        partial(say, text="Werken."),
        CHANGED.format("Wonen."),
        left=lambda: Priority.objects.count() == 1,
    )


@pytest.fixture
def last_seat(deck):
    """A meeting with one seat."""
    now = timezone.now()
    return Meeting.objects.create(
        slug="klein",
        title="Klein",
        kind="anders",
        held_on=timezone.localdate() + timedelta(days=9),
        seats=1,
        register_until=now + timedelta(days=2),
        source=deck,
    )


def states():
    return sorted(Registration.objects.values_list("state", flat=True))


@race(registering.register)
def test_of_two_who_take_the_last_seat_the_second_waits(last_seat, clerk, councillor):
    take = partial(registering.register, meeting=last_seat, people=1, organisation="Bureau")
    return Race(
        partial(take, user=clerk), partial(take, user=councillor), left=lambda: states() == ["aangemeld", "wachtlijst"]
    )


@race(registering.confirm)
def test_of_two_who_confirm_for_the_last_seat_the_second_waits(last_seat):
    one, other = (
        registering.register(meeting=last_seat, people=1, organisation="Bureau", email=f"{name}@example.org")
        for name in "ab"
    )
    return Race(
        partial(registering.confirm, registration=one),
        partial(registering.confirm, registration=other),
        left=lambda: states() == ["aangemeld", "wachtlijst"],
    )


@race(registering.cancel)
def test_who_cancels_twice_gives_one_place(last_seat, clerk, councillor):
    take = partial(registering.register, meeting=last_seat, people=1, organisation="Bureau")
    first = take(user=clerk)
    take(user=councillor)
    return twice(partial(registering.cancel, registration=first), left=lambda: states() == ["aangemeld", "afgemeld"])


@race(registering.register_for)
def test_of_two_whom_the_desk_registers_for_the_last_seat_the_second_waits(last_seat):
    take = partial(registering.register_for, meeting=last_seat, people=1, organisation="Bureau")
    return Race(
        partial(take, email="a@example.org"),
        partial(take, email="b@example.org"),
        left=lambda: states() == ["aangemeld", "wachtlijst"],
    )


@race(registering.cancel_for)
def test_the_desk_cancels_for_somebody_once(last_seat):
    row = registering.register_for(meeting=last_seat, people=1, organisation="Bureau", email="a@example.org")
    cancel = partial(registering.cancel_for, registration=row)
    return twice(cancel, refused=registering.NOT_THERE, left=lambda: states() == ["afgemeld"])


@race(registering.keep_up_with)
def test_of_two_who_keep_up_one_reminds(last_seat, clerk):
    registering.register(meeting=last_seat, people=1, organisation="Bureau", user=clerk)
    keep_up = partial(registering.keep_up_with, last_seat.pk, last_seat.held_on)
    return twice(keep_up, left=lambda: Mail.objects.filter(kind=REMINDER.key).count() == 1)


@race(documents.read, waits=False)
def test_of_two_who_read_a_paper_one_does(meeting):
    document = documents.put_document(meeting=meeting, title="Verslag", upload=upload())
    return twice(
        partial(documents.read, document.pk), left=lambda: not MeetingDocument.objects.filter(read_at=None).exists()
    )
