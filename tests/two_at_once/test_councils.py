"""Two people at the days of a council, or at what was found in its system, or the worker and one: the second waits."""

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from consultation.deciding.councils import acts, adopting
from consultation.deciding.councils.acts import Pages
from consultation.deciding.councils.reading import ReadMeeting
from consultation.deciding.models import CouncilSource, Dossier, FoundItem, FoundMeeting, FoundState, Track
from partners.days import acts as days
from partners.ground.sheets.importing import carry_out
from partners.ground.sheets.previewing import digest_of, keep_nothing
from partners.sheets import SITTINGS
from tests.two_at_once.racing import Race, race, twice

JUDGED = "intussen al beoordeeld"
SOON = timezone.localdate() + timedelta(days=30)


@pytest.fixture
def council_source(council):
    return CouncilSource.objects.create(body=council, key="zwolle", word="raad")


@pytest.fixture
def meeting(council_source):
    return FoundMeeting.objects.create(
        council_source=council_source, external_id="meeting:1", name="Raadsvergadering", held_on=SOON
    )


@pytest.fixture
def item(meeting, version, council):
    dossier = Dossier.objects.create(title="Agenda", slug="agenda", version=version, source=version.source)
    track = Track.objects.create(dossier=dossier, body=council)
    return FoundItem.objects.create(meeting=meeting, external_id="1", title="Agenda", named="Agenda", track=track)


@race(adopting.adopt_meeting)
def test_a_found_meeting_is_taken_over_once(meeting, council):
    return twice(
        partial(adopting.adopt_meeting, meeting=meeting), refused=JUDGED, left=lambda: council.sittings.count() == 1
    )


@race(adopting.adopt_item)
def test_a_found_item_is_taken_over_once(item):
    return twice(partial(adopting.adopt_item, item=item), refused=JUDGED, left=lambda: item.track.steps.count() == 1)


@race(adopting.refuse)
def test_what_was_just_taken_over_is_not_refused(meeting):
    return Race(partial(adopting.adopt_meeting, meeting=meeting), partial(adopting.refuse, found=meeting), JUDGED)


def moved(council_source):
    """What the worker does that reads of a meeting that it moved."""
    read = ReadMeeting("meeting:1", name="Raadsvergadering", held_on=SOON + timedelta(days=7))
    return partial(
        acts.take_in, council_source=council_source, pages=Pages(council_source), meetings=[read], status=None
    )


@race(acts.take_in)
def test_what_moves_while_somebody_takes_it_over_is_asked_again(council_source, meeting):
    return Race(
        partial(adopting.adopt_meeting, meeting=meeting),
        moved(council_source),
        left=lambda: FoundMeeting.objects.get().state == FoundState.PROPOSED,
    )


@race(acts.keep_debates)
def test_a_debate_that_is_found_while_somebody_takes_the_item_over_is_asked_again(item, meeting):
    found = {"1": ("https://raad.example/film", 60)}
    return Race(
        partial(adopting.adopt_item, item=item),
        partial(acts.keep_debates, meeting=meeting, found=found),
        left=lambda: FoundItem.objects.get().state == FoundState.PROPOSED,
    )


# What a griffier fills in


@race(days.save_days)
def test_of_two_who_save_the_same_day_one_does_and_the_other_reads_it_anew(council):
    rows = [(1, {"Orgaan": "zwolle/raad", "Datum": SOON.isoformat(), "Opmerking": "In het stadhuis."})]
    result, _ = carry_out(SITTINGS, rows, keep=keep_nothing)
    save = partial(days.save_days, body=council, layout=SITTINGS, rows=rows, digest=digest_of(result))
    return Race(save, lambda: save()[1], gives=False, left=lambda: council.sittings.count() == 1)


@race(days.set_term)
def test_of_two_who_fill_in_a_term_the_second_reads_what_the_first_said(council):
    return Race(
        partial(days.set_term, body=council, days=14, was=None),
        partial(days.set_term, body=council, days=21, was=None),
        "Intussen vulde iemand anders 14 in",
    )


@race(days.remove_recess)
def test_a_recess_is_taken_away_once(council):
    recess = council.recesses.create(name="Reces", starts_on=SOON, ends_on=SOON)
    return twice(partial(days.remove_recess, body=council, pk=recess.pk), refused="er niet meer")
