"""Two people at one meeting, or at what counts for one partner: the second finds what the first did."""

from functools import partial

import pytest

from agenda.actions import CHANGED, say_priority
from agenda.models import Priority
from regiozwolle.meetings import documents
from regiozwolle.meetings.models import Meeting, MeetingDocument
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
