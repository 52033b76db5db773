"""A body that does not treat a dossier (ziet af): no decision, and nothing that is still to come."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from consultation.deciding.models import Dossier, Outcome, Position, Track, TrackStep, TrackStepKind
from consultation.deciding.models.position import declines
from partners.ground.templatetags.dutch import day
from regiozwolle.weekly.news import is_new, stand_in_words, stand_of
from tests.board.laying import NBSP, board, decide, names, outcome_of, page_of

TODAY = timezone.localdate
EARLIER, LATER = date(2026, 3, 1), date(2026, 3, 2)


@pytest.fixture
def declining(tracks):
    """The first of the tracks, whose body declines today."""
    Track.objects.filter(pk=tracks[0].pk).update(declined_on=TODAY())
    return Track.objects.get(pk=tracks[0].pk)


@pytest.mark.parametrize(
    ("declined_on", "decided_on", "holds"),
    [
        (None, [], False),
        (EARLIER, [], True),
        (LATER, [], False),
        (EARLIER, [EARLIER], True),
        (EARLIER, [LATER], False),
        (EARLIER, [EARLIER, LATER], False),
    ],
)
def test_a_body_declines_from_its_day_until_it_decides_anything(declined_on, decided_on, holds):
    assert declines(declined_on, decided_on, EARLIER) is holds


@pytest.mark.parametrize("outcome", Outcome)
def test_declining_takes_the_place_of_nothing_that_was_decided(outcome):
    decided = Position.of({None: outcome.value}, has_step=True)
    expected = Position.DECLINES if decided.is_open else decided
    assert Position.of({None: outcome.value}, has_step=True, declines=True) == expected
    assert Position.of({7: outcome.value}, has_step=False, declines=True) == expected


def test_it_has_nothing_to_decide_did_not_decide_and_does_not_take_part():
    told = (Position.DECLINES.is_open, Position.DECLINES.is_decided, Position.DECLINES.takes_part)
    assert told == (False, False, False)


def test_the_sentence_counts_it_neither_as_decided_nor_as_left(client, dossier, declining, tracks, deck):
    decide(tracks[1], deck)
    page = page_of(client).replace(NBSP, " ")
    told = "Van de 3 raden en Staten besloot er 1. 1 ziet ervan af. Nog 1 te gaan; wanneer de eerste besluit,"
    assert told in page
    assert "1 ziet ervan af." in Dossier.objects.get().further
    assert outcome_of(dossier) == "Nog niet aangenomen: 1 van de 3 raden en Staten stemde in, en er zijn er 2 nodig"


def test_it_is_not_agreed_and_puts_unanimity_out_of_reach(dossier, declining, tracks, deck):
    Dossier.objects.update(rule="unaniem", rule_count=None)
    for track in tracks[1:]:
        decide(track, deck)
    told = "Kan niet meer worden aangenomen: 2 van de 3 raden en Staten stemden in, en er zijn er 3 nodig"
    assert outcome_of(dossier) == told


def test_the_board_shows_it_and_filters_it_apart(client, dossier, declining, basis):
    assert [row.whole.position for row in board(dossier).rows].count(Position.DECLINES) == 1
    assert [cell.position for cell in board(dossier, stand="ziet-af").rows[0].cells.values()] == [Position.DECLINES]
    assert len(names(board(dossier, stand="ziet-af"))) == 1
    assert len(names(board(dossier, stand="open"))) == 3
    assert names(board(dossier, stand="besloten")) == []
    assert 'class="cell declined' in page_of(client)


def test_what_was_planned_is_not_told_as_to_come_and_the_line_of_time_says_it(dossier, declining, deck):
    ahead = TODAY() + timedelta(days=5)
    TrackStep.objects.create(track=declining, kind=TrackStepKind.COUNCIL, planned_on=ahead, source=deck)
    assert board(dossier).dossier.next_track is None
    weeks = board(dossier, beeld="weken").lists
    assert [heading for heading, _ in weeks] == ["Moet nog besluiten"]
    assert len(weeks[0][1]) == 3
    assert not any("Dalfsen" in line for line in weeks[0][1])
    years = board(dossier, beeld="tijdlijn").lists
    assert any("behandelt dit niet" in line for _, lines in years for line in lines)


def test_when_all_decline_nobody_is_left_and_no_last_day_is_told(dossier, tracks):
    Track.objects.update(declined_on=TODAY())
    assert board(dossier).waiting == "Geen orgaan moet nog besluiten."
    assert "3 zien ervan af." in board(dossier).sentence


def test_a_decision_on_a_later_day_counts_again(dossier, declining, deck):
    yesterday = TODAY() - timedelta(days=1)
    Track.objects.update(declined_on=yesterday)
    decide(declining, deck, Outcome.HELD, on=TODAY())
    track = next(row.track for row in board(dossier).rows if row.track.pk == declining.pk)
    assert track.position == Position.HELD


def test_the_others_are_told_it_once_as_news(declining, tracks):
    assert stand_of(tracks[1]) == ""
    assert stand_of(declining) == f"declined {TODAY()}"
    assert is_new(declining, None)
    assert is_new(declining, {})
    assert not is_new(declining, {str(declining.pk): stand_of(declining)})
    assert stand_in_words(declining) == f"behandelt dit niet en besluit er dus niet over, {day(TODAY())}"


def test_the_page_of_the_partner_says_it_too(client, declining, dossier):
    page = client.get(declining.body.partner.get_absolute_url()).text
    assert "Ziet af</a>" in page
