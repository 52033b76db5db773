"""Where decisions turn: which one counts, who is counted, and how many parts stand side by side."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from agenda.models import Element, ElementKind
from consultation.deciding.board import Board
from consultation.deciding.models import (
    Component,
    Decision,
    Dossier,
    Outcome,
    Position,
    Track,
    TrackStep,
    TrackStepKind,
)
from partners.models import Body, BodyKind
from tests.deciding import component_of

DAY = date(2023, 6, 26)


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("has_step", [True, False])
def test_a_decision_is_a_position_of_the_same_name(outcome, has_step):
    assert Position.of({None: outcome.value}, has_step=has_step) == Position[outcome.name]
    assert Position.of({7: outcome.value}, has_step=has_step) == Position[outcome.name]


def test_without_a_decision_a_step_makes_it_partly_known():
    assert Position.of({}, has_step=True) == Position.PARTLY_KNOWN
    assert Position.of({}, has_step=False) == Position.UNKNOWN


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Outcome.ABSTAINS, Outcome.AGREED),
        (Outcome.AGREED, Outcome.CONDITION),
        (Outcome.CONDITION, Outcome.AGAINST),
        (Outcome.ABSTAINS, Outcome.AGAINST),
    ],
)
def test_of_two_parts_the_least_favourable_counts_in_either_order(better, worse):
    assert Position.of({1: better.value, 2: worse.value}, has_step=True) == Position[worse.name]
    assert Position.of({1: worse.value, 2: better.value}, has_step=True) == Position[worse.name]
    assert Position.of({None: better.value, 2: worse.value}, has_step=True) == Position[better.name]


@pytest.fixture
def dossier(db):
    return Dossier.objects.create(slug="agenda", title="Agenda", summary="Besluit.")


@pytest.fixture
def tracks(dossier, region):
    """Of eight councils."""
    towns = [partner for partner in region.values() if partner.province][:8]
    bodies = [Body.objects.create(partner=one, kind=BodyKind.COUNCIL, name=f"raad van {one}") for one in towns]
    return [Track.objects.create(dossier=dossier, body=body) for body in bodies]


def decide(track, outcome, source, element=None):
    return Decision.objects.create(
        track=track,
        outcome=outcome,
        decided_on=DAY,
        source=source,
        component=component_of(track.dossier, element),
        condition="Mits.",
    )


def step(track, source, *, on=DAY, kind=TrackStepKind.SENT):
    return TrackStep.objects.create(track=track, kind=kind, happened_on=on, source=source)


@pytest.mark.parametrize(
    ("positions", "outcome", "further"),
    [
        ("", "Van alle 8 raden is nog niet bekend wat ze besloten", ""),
        ("ss", "Van alle 8 raden is nog niet bekend wat ze besloten", ""),
        ("a", "1 van de 8 raden heeft ingestemd", "Van 7 is het besluit nog niet bekend."),
        ("aas", "2 van de 8 raden hebben ingestemd", "Van 6 is het besluit nog niet bekend."),
        ("aaaaaaaa", "8 van de 8 raden hebben ingestemd", ""),
        ("css", "Van 7 van de 8 raden is nog niet bekend wat ze besloten", "1 stemde in met een voorwaarde."),
        ("cctt", "Van 4 van de 8 raden is nog niet bekend wat ze besloten",
         "2 stemden in met een voorwaarde. 2 stemden niet in."),
        ("ttttcccn", "Geen van de 8 raden heeft ingestemd zonder voorwaarde",
         "3 stemden in met een voorwaarde. 4 stemden niet in. 1 doet niet mee."),
        ("aaacctnn", "3 van de 8 raden hebben ingestemd",
         "2 stemden in met een voorwaarde. 1 stemde niet in. 2 doen niet mee."),
        ("acs", "1 van de 8 raden heeft ingestemd",
         "1 stemde in met een voorwaarde. Van 6 is het besluit nog niet bekend."),
    ],
)  # fmt: skip
def test_the_outcome_of_a_dossier_is_counted(dossier, tracks, deck, positions, outcome, further):
    letters = {"a": Outcome.AGREED, "c": Outcome.CONDITION, "t": Outcome.AGAINST, "n": Outcome.ABSTAINS}
    for track, mark in zip(tracks, positions, strict=False):
        step(track, deck) if mark == "s" else decide(track, letters[mark], deck)
    assert dossier.outcome == outcome
    assert dossier.further == further
    found = {
        Position.AGREED: positions.count("a"),
        Position.CONDITION: positions.count("c"),
        Position.AGAINST: positions.count("t"),
        Position.ABSTAINS: positions.count("n"),
        Position.PARTLY_KNOWN: positions.count("s"),
        Position.UNKNOWN: 8 - len(positions),
    }
    assert dossier.tally == [(position, count) for position, count in found.items() if count]


@pytest.mark.parametrize(("parts", "shares"), [(0, []), (1, [1]), (5, [5]), (6, [5, 1]), (10, [5, 5]), (11, [5, 5, 1])])
def test_no_matrix_is_wider_than_five_parts(dossier, tracks, deck, agenda, parts, shares):
    decide(tracks[0], Outcome.AGREED, deck)
    elements = [
        Element.objects.create(agenda=agenda, code=f"RZ24-R{place}", kind=ElementKind.REGIONAL, position=50 - place)
        for place in range(parts)
    ]
    for place, element in enumerate(elements):
        decide(tracks[place % 2], Outcome.AGAINST, deck, element)
    board = Board(dossier, {})
    assert [len(table.heads) for table in board.tables] == shares
    assert [one.element for one in board.shown] == elements[::-1]
    assert [row.track for row in board.page] == list(dossier.tracks.all())
    for one in board.shown:
        decided = Position.AGAINST if elements.index(one.element) % 2 == 0 else Position.AGREED
        assert board.page[0].cells[one.pk].position == decided


def test_councils_and_staten_are_counted_before_the_others(dossier, tracks, region):
    college = Track.objects.create(
        dossier=dossier, body=Body.objects.create(partner=region["Zwolle"], kind=BodyKind.EXECUTIVE, name="college")
    )
    assert set(dossier.counted_tracks) == set(tracks)
    dossier.tracks.exclude(pk=college.pk).delete()
    assert dossier.counted_tracks == [college]
    college.delete()
    assert dossier.counted_tracks == []
    assert dossier.outcome == "Nog niet bekend is wie hierover besluit"
    assert (dossier.tally, dossier.further) == ([], "")


def test_of_two_steps_on_one_day_the_one_written_last_is_the_last(tracks, deck):
    step(tracks[0], deck, on=DAY - timedelta(days=1))
    step(tracks[0], deck, kind=TrackStepKind.COMMITTEE)
    last = step(tracks[0], deck, kind=TrackStepKind.DECIDED)
    step(tracks[0], deck, on=DAY - timedelta(days=2))
    assert tracks[0].last_step == last
    assert tracks[1].last_step is None


def test_a_board_goes_by_its_own_name_and_every_other_body_by_that_of_its_partner(dossier, zwolle, overijssel):
    def told(kind, partner, name):
        track = Track(dossier=dossier, body=Body(partner=partner, kind=kind, name=name))
        return track.heading, track.name

    assert told(BodyKind.COUNCIL, zwolle, "raad") == ("Gemeenteraden in Overijssel", "Zwolle")
    assert told(BodyKind.STATES, overijssel, "Staten") == ("Provinciale Staten", "Overijssel")
    assert told(BodyKind.BOARD, zwolle, "bestuur") == ("Andere organen", "bestuur")


def test_the_tracks_stand_by_kind_of_body_then_by_province_and_name(dossier, region):
    names = ["Zwolle", "Noordoostpolder", "Dalfsen"]
    made = [(BodyKind.BOARD, "Dalfsen"), (BodyKind.EXECUTIVE, "Zwolle"), (BodyKind.STATES, "Overijssel")]
    for kind, name in [*made, *((BodyKind.COUNCIL, name) for name in names)]:
        body = Body.objects.create(partner=region[name], kind=kind, name=f"{kind} van {name}")
        Track.objects.create(dossier=dossier, body=body)
    assert [(track.body.kind, track.body.partner.name) for track in Track.objects.as_listed()] == [
        (BodyKind.COUNCIL, "Noordoostpolder"),  # in Flevoland
        (BodyKind.COUNCIL, "Dalfsen"),
        (BodyKind.COUNCIL, "Zwolle"),
        (BodyKind.STATES, "Overijssel"),
        (BodyKind.EXECUTIVE, "Zwolle"),
        (BodyKind.BOARD, "Dalfsen"),
    ]


def test_only_a_condition_must_be_written_down(tracks, deck):
    def made(outcome, condition=""):
        return Decision(track=tracks[0], outcome=outcome, decided_on=DAY, source=deck, condition=condition)

    for outcome in Outcome:
        made(outcome, "Mits.").full_clean()
        if outcome == Outcome.CONDITION:
            with pytest.raises(ValidationError) as refused:
                made(outcome).full_clean()
            assert list(refused.value.message_dict) == ["condition"]
        else:
            made(outcome).full_clean()


def test_that_others_do_not_count_is_said_only_where_it_is_so(dossier, tracks, region):
    assert dossier.what_counts == ""
    college = Body.objects.create(partner=region["Zwolle"], kind=BodyKind.EXECUTIVE, name="college")
    Track.objects.create(dossier=dossier, body=college)
    again = Dossier.objects.get(pk=dossier.pk)  # it counts once for each object that was read
    assert again.what_counts == "Bovenaan tellen alleen de raden en Staten."
    dossier.tracks.exclude(body=college).delete()
    assert dossier.what_counts == ""


def test_a_decision_says_its_condition_and_its_amount_as_far_as_they_are_known(goal):
    def terms(**fields):
        return Decision(decided_on=DAY, **fields).terms.replace("\N{NO-BREAK SPACE}", " ")

    assert terms() == ""
    assert terms(condition="Mits.") == "Voorwaarde: Mits."
    assert terms(amount=0) == "Bedrag: € 0."
    assert terms(condition="Mits.", amount=5) == "Voorwaarde: Mits. Bedrag: € 5."
    assert Decision(decided_on=DAY).when.replace("\N{NO-BREAK SPACE}", " ") == "26 juni 2023"
    assert Decision(decided_on=DAY, date_text="2023").when == "2023"
    assert Decision(decided_on=DAY).part == ""
    assert (
        Decision(decided_on=DAY, component=Component(element=goal)).part
        == ' (<a href="/agenda/tekst/RZ24-L1.2/">opgave 1.2</a>)'
    )


@pytest.mark.parametrize("position", Position)
def test_what_is_no_plain_answer_has_a_pattern(position):
    patterned = {Position.CONDITION, Position.AGAINST, Position.HELD, Position.PARTLY_KNOWN}
    assert position.has_pattern is (position in patterned)


def test_a_step_is_called_by_its_day_or_by_the_words_for_it():
    assert str(TrackStep(kind=TrackStepKind.SENT, happened_on=DAY)) == "stukken ontvangen, 26-06-2023"
    assert str(TrackStep(kind=TrackStepKind.SENT, happened_on=DAY, date_text="2023")) == "stukken ontvangen, 2023"
