"""Dossiers among what a body can still do: their own days, what is asked of it, and what the desk is warned of."""

from datetime import date, datetime, time
from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from consultation.deciding.models import Ask, Decision, Dossier, Outcome, Track, TrackStep, TrackStepKind
from partners.models import BodyKind
from partners.planning import AMSTERDAM
from tests.deciding import component_of
from tests.reading import visible, words

PAGE = "/partners/zwolle/raad/wat-kan-nog/"


@pytest.fixture
def june(monkeypatch):
    """It is 3 June 2027, noon."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2027, 6, 3, 12, tzinfo=AMSTERDAM))


@pytest.fixture
def council(council):
    """Sits on 10 and 24 June and 9 September, and wants papers two weeks before."""
    council.delivery_days = 14
    council.save()
    for month, on in [(5, 27), (6, 10), (6, 24), (9, 9)]:
        council.sittings.create(held_on=date(2027, month, on), starts_at=time(19, 30))
    return council


@pytest.fixture
def dossier(june, version, deck):
    return Dossier.objects.create(
        slug="regioplan",
        title="Regioplan verkeer",
        summary="Stelt u het plan vast?",
        version=version,
        decide_from=date(2027, 6, 1),
        decide_by=date(2027, 7, 8),
        source=deck,
    )


@pytest.fixture
def track(dossier, council):
    return Track.objects.create(dossier=dossier, body=council)


def test_a_dossier_stands_with_its_own_days_and_what_is_asked_of_this_kind_of_body(client, track):
    Ask.objects.create(dossier=track.dossier, body_kind=BodyKind.COUNCIL, term="wensen en bedenkingen")
    Ask.objects.create(dossier=track.dossier, body_kind=BodyKind.EXECUTIVE, term="vaststellen")
    page = visible(client.get(PAGE))
    assert "Regioplan verkeer Wensen en bedenkingen donderdag 10 juni 2027 donderdag 24 juni 2027" in page
    assert "8 juli 2027 Bekijk het dossier" in page
    assert (
        "om een besluit over ‘Regioplan verkeer’ op de agenda van de vergadering van 24 juni 2027 te krijgen." in page
    )


def test_what_the_body_planned_is_held_against_the_days(client, track, deck):
    step = TrackStep.objects.create(track=track, kind=TrackStepKind.COUNCIL, planned_on=date(2027, 6, 24), source=deck)
    assert "Staat op de agenda op 24 juni 2027. donderdag" in visible(client.get(PAGE))
    step.planned_on = date(2027, 9, 9)
    step.save()
    assert "Let op: dat is na de laatste dag voor een besluit." in visible(client.get(PAGE))
    step.planned_on = date(2027, 6, 23)
    step.save()
    assert "Op die dag staat er geen vergadering in de kalender." in visible(client.get(PAGE))


def test_what_was_decided_is_no_longer_asked(client, track, deck):
    Decision.objects.create(track=track, outcome=Outcome.AGREED, decided_on=date(2027, 6, 1), source=deck)
    page = visible(client.get(PAGE))
    assert "Niets Er ligt nu niets voor" in page
    assert "Besloten: ingestemd." in page


@pytest.mark.parametrize(
    ("days", "is_shown"),
    [
        ({"decide_by": date(2027, 6, 3)}, True),
        ({"decide_by": date(2027, 6, 2)}, False),
        ({"decide_by": None}, True),
        ({"decide_by": None, "decide_from": None}, False),
    ],
)
def test_it_stands_there_until_its_last_day_and_not_when_no_day_is_known(client, track, days, is_shown):
    Dossier.objects.update(**days)
    assert ("Regioplan verkeer" in client.get(PAGE).text) is is_shown


def test_of_a_dossier_without_an_end_that_is_not_known_yet(client, track):
    Dossier.objects.update(decide_by=None)
    assert "Of 9 september 2027 (aanleveren tot en met 26 augustus 2027). nog niet bekend" in visible(client.get(PAGE))


def test_a_concept_is_not_told(client, track):
    dossier = Dossier.objects.create(
        slug="stil", title="Nog stil", summary="x", decide_by=date(2027, 9, 9), public_from=None
    )
    Track.objects.create(dossier=dossier, body=track.body)
    for address in (PAGE, "/partners/zwolle/raad/kalender.ics"):
        assert "Nog stil" not in client.get(address).content.decode()


def test_its_days_stand_in_the_calendar(client, track):
    calendar = Calendar.from_ical(client.get("/partners/zwolle/raad/kalender.ics").content)
    found = {str(event["summary"]): event.start for event in calendar.events}
    assert found["Laatste dag voor een besluit: Regioplan verkeer"] == date(2027, 7, 8)
    assert found["Laatste dag om aan te leveren: Regioplan verkeer"] == date(2027, 6, 10)


@pytest.mark.parametrize("count", [1, 10])
def test_the_number_of_queries_is_the_same_however_many_dossiers(
    client, track, deck, version, count, django_assert_num_queries
):
    for number in range(count):
        dossier = Dossier.objects.create(
            slug=f"dossier-{number}", title="Nog een", summary="x", version=version, decide_by=date(2027, 9, 9)
        )
        one = Track.objects.create(dossier=dossier, body=track.body)
        TrackStep.objects.create(track=one, kind=TrackStepKind.COUNCIL, planned_on=date(2027, 6, 24), source=deck)
    with django_assert_num_queries(18):
        client.get(PAGE)


def test_before_it_is_public_the_desk_reads_whom_its_days_do_not_fit(track):
    dossier = track.dossier
    assert dossier.misfits() == []
    dossier.decide_by = date(2027, 6, 23)
    (said,) = dossier.misfits()
    assert words(said).startswith(
        "dit past niet in de kalender van de gemeenteraad van Zwolle. Voor de vergadering van 10"
    )
    assert said in dossier.lacks()
    dossier.decide_by = None
    assert "tot wanneer de organen kunnen besluiten, is niet ingevuld." in dossier.lacks()


def test_the_secretariat_is_led_to_the_calendars(client, secretary, track):
    client.force_login(secretary)
    page = client.get(f"/beheer/deciding/dossier/{track.dossier_id}/change/").text
    assert 'href="/beheer/partners/body/planning/?van=2027-06-01&amp;tot=2027-07-08"' in page


def test_days_that_are_reversed_are_refused_at_their_field(dossier):
    dossier.decide_by = date(2027, 5, 31)
    with pytest.raises(ValidationError) as refused:
        dossier.full_clean()
    assert refused.value.message_dict == {"decide_by": ["Het einde ligt voor het begin."]}


def test_a_long_title_is_never_cut_before_its_lane(client, track):
    title = "Meerjarenprogramma bereikbaarheid en mobiliteit van de hele regio, tweede wijziging"
    Dossier.objects.update(title=title)
    page = client.get(PAGE)
    lines = [label.text for label in page.context["lanes"].labels if label.kind == "name"][1:]
    assert " ".join(lines) == title
    assert max(map(len, lines)) <= 22
    assert "…" not in page.text
    places = [label.y for label in page.context["lanes"].labels if label.kind == "name"][1:]
    assert {after - before for before, after in pairwise(places)} == {20}
    assert page.context["lanes"].height > places[-1] + 40


def test_what_goes_on_besides_is_told(client, track, deck):
    assert "Er is niets bekend dat nog openstaat of nog bevestigd moet worden." in visible(client.get(PAGE))
    for on, text in [(date(2027, 5, 1), "Wij sturen de cijfers."), (None, "Wij komen langs.")]:
        track.commitments.create(text=text, made_on=date(2027, 4, 1), due_on=on, source=deck)
    track.commitments.create(
        text="Klaar.", made_on=date(2027, 4, 1), answered_on=date(2027, 4, 2), answer="Gedaan.", source=deck
    )
    track.steps.create(kind=TrackStepKind.COUNCIL, planned_on=date(2027, 6, 24), source=deck)
    track.steps.create(
        kind=TrackStepKind.COMMITTEE, happened_on=date(2027, 5, 1), confirmed_on=date(2027, 5, 2), source=deck
    )
    page = visible(client.get(PAGE))
    assert (
        "Nog te beantwoorden Toezegging, open, uiterlijk 1 mei 2027: Wij sturen de cijfers. "
        "Toezegging, open: Wij komen langs. Bron:"
    ) in page
    assert "Nog niet bevestigd door de griffier Staat op de agenda, 24 juni 2027. Regioplan verkeer" in page
    assert "Klaar" not in page
    assert "Besproken" not in page


def test_what_the_griffier_did_not_confirm_is_told_with_the_part_it_is_about(client, track, goal, deck):
    for component in (component_of(track.dossier, goal), None):
        track.decisions.create(outcome=Outcome.AGREED, decided_on=date(2027, 5, 20), component=component, source=deck)
    page = visible(client.get(PAGE))
    for what in ("ingestemd", "ingestemd (opgave 1.2)"):
        assert page.count(f"Besluit van 20 mei 2027: {what}. Regioplan verkeer") == 1


def test_of_many_things_besides_the_first_five_are_named(client, track, deck):
    def asked():
        with CaptureQueriesContext(connection) as found:
            client.get(PAGE)
        return len(found)

    track.commitments.create(text="Nummer 0", made_on=date(2027, 4, 1), source=deck)
    before = asked()
    for number in range(1, 9):
        track.commitments.create(text=f"Nummer {number}", made_on=date(2027, 4, 1), source=deck)
    page = visible(client.get(PAGE))
    assert "Nummer 4" in page
    assert "Nummer 5" not in page
    assert "En nog 4 andere." in page
    assert asked() == before
