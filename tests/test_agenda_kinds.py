"""What depends on a kind, a state or a role of the agenda knows all of them: a new one fails here, by its name."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from agenda.actions import draft_next
from agenda.differences import Comparison, ComparisonRow, State
from agenda.models import (
    CARRIED_OUT,
    LINES,
    Action,
    ActionStatus,
    ChangeKind,
    Element,
    ElementKind,
    KeyPoint,
    KeyPointKind,
    Participation,
    ParticipationRole,
    ParticipationStatus,
    Succession,
    SuccessionKind,
    Version,
    VersionStatus,
    Wording,
)
from agenda.models.participation import NO_DAY, NO_ROLE
from agenda.outline import chapters
from consultation.models import Consultation, Phase
from regiozwolle.pages.chain import ElementFigure, course_of
from results.models import Indicator, IndicatorNature
from tests.published import add
from tests.reading import visible


def test_every_kind_of_element_has_its_words():
    assert {kind: (kind.plural, kind.definite, kind.is_single) for kind in ElementKind} == {
        ElementKind.AMBITION: ("Overkoepelende ambitie", "de overkoepelende ambitie", True),
        ElementKind.PRINCIPLE: ("Leidende principes", "het principe", False),
        ElementKind.REGIONAL: ("Regionale ambities", "de regionale ambitie", False),
        ElementKind.LINE: ("Uitvoeringslijnen", "de uitvoeringslijn", False),
        ElementKind.CLOSING: ("Sluitstuk", "het sluitstuk", True),
        ElementKind.GOAL: ("Opgaven", "de opgave", False),
        ElementKind.PARAGRAPH: ("Alinea’s", "de alinea", False),
    }


def test_every_kind_of_element_is_called_whole():
    assert {kind: Element(kind=kind, number="1").whole for kind in ElementKind} == {
        ElementKind.AMBITION: "de hele overkoepelende ambitie 1",
        ElementKind.PRINCIPLE: "het hele principe 1",
        ElementKind.REGIONAL: "de hele regionale ambitie 1",
        ElementKind.LINE: "de hele uitvoeringslijn 1",
        ElementKind.CLOSING: "het hele sluitstuk 1",
        ElementKind.GOAL: "de hele opgave 1",
        ElementKind.PARAGRAPH: "de hele alinea 1",
    }


def place_of(kind, line):
    """Under what an element of this kind stands: under a line, under nothing, or either."""
    refused = set()
    for parent in (line, None):
        try:
            Element(agenda=line.agenda, kind=kind, parent=parent).clean()
        except ValidationError:
            refused.add(parent)
    return {frozenset(): "either", frozenset({None}): "under a line", frozenset({line}): "under nothing"}[
        frozenset(refused)
    ]


def test_every_kind_of_element_has_its_place_in_the_tree(line):
    assert {kind: (place_of(kind, line), kind in LINES, kind in CARRIED_OUT) for kind in ElementKind} == {
        ElementKind.AMBITION: ("either", False, False),
        ElementKind.PRINCIPLE: ("either", False, False),
        ElementKind.REGIONAL: ("either", False, False),
        ElementKind.LINE: ("either", True, True),
        ElementKind.CLOSING: ("either", True, True),
        ElementKind.GOAL: ("under a line", False, True),
        ElementKind.PARAGRAPH: ("under a line", False, False),
    }


def test_every_kind_of_element_stands_in_a_chapter_and_all_but_one_in_the_contents(agenda, version, line):
    for place, kind in enumerate(ElementKind):
        parent = line if kind in (ElementKind.GOAL, ElementKind.PARAGRAPH) else None
        for again in (0, 1):
            add(agenda, version, f"RZ24-X{place}{again}", kind, 100 + place * 2 + again, parent=parent)
    found = chapters(Element.objects.in_version(version))
    read = {passage.element.kind for chapter in found for passage in chapter.passages}
    named = {element.kind for chapter in found for element in chapter.contents}
    assert set(ElementKind) - read == set()
    assert set(ElementKind) - named == {ElementKind.PARAGRAPH, *LINES}


def test_every_status_of_an_action_is_told_or_not_known():
    assert {status: Action(status=status).known_status for status in ActionStatus} == {
        ActionStatus.UNKNOWN: "",
        ActionStatus.PLANNED: "nog niet begonnen",
        ActionStatus.RUNNING: "loopt",
        ActionStatus.DONE: "afgerond",
        ActionStatus.STOPPED: "gestopt",
    }


def test_every_role_and_status_of_a_partner_is_told():
    assert {role: Participation(role=role).standing for role in ParticipationRole} == {
        ParticipationRole.UNKNOWN: "doet mee",
        ParticipationRole.LEAD: "doet mee als trekker",
        ParticipationRole.PARTNER: "doet mee als deelnemer",
        ParticipationRole.FOLLOWER: "volgt",
    }
    assert {status: Participation(status=status).standing for status in ParticipationStatus} == {
        ParticipationStatus.YES: "doet mee",
        ParticipationStatus.LATER: "doet later mee",
        ParticipationStatus.NO: "doet niet mee",
    }


@pytest.mark.parametrize(
    ("values", "standing"),
    [
        ({"starts_on": date(2026, 7, 1)}, "doet mee sinds 1 juli 2026"),
        ({"starts_on": date(2026, 12, 1)}, "doet mee vanaf 1 december 2026"),
        (
            {"starts_on": date(2024, 1, 1), "ends_on": date(2027, 1, 1)},
            "doet mee vanaf 1 januari 2024 tot en met 1 januari 2027",
        ),
        ({"ends_on": date(2025, 1, 1)}, "deed mee tot en met 1 januari 2025"),
        ({"ends_on": date(2025, 1, 1), "role": "volger"}, "volgde tot en met 1 januari 2025"),
        ({"status": "doet-niet-mee", "ends_on": date(2025, 1, 1)}, "deed niet mee tot en met 1 januari 2025"),
        ({"starts_on": date(2024, 1, 1), "role": "trekker"}, "doet mee sinds 1 januari 2024 als trekker"),
    ],
)  # fmt: skip
def test_taking_part_is_told_as_of_the_day(values, standing):
    said = Participation(**values).standing_on(date(2026, 11, 28))
    assert said.replace("\N{NO-BREAK SPACE}", " ") == standing


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"status": "doet-niet-mee", "role": "trekker"}, NO_ROLE),
        ({"status": "doet-niet-mee", "contribution": "€ 5"}, NO_ROLE),
        ({"status": "later", "starts_on": date(2027, 1, 1)}, NO_DAY),
        ({"status": "later", "ends_on": date(2027, 1, 1)}, NO_DAY),
    ],
)
def test_who_does_not_take_part_has_no_role_and_a_day_that_is_known_is_no_later(goal, zwolle, deck, values, message):
    wrong = Participation(partner=zwolle, element=goal, source=deck, **values)
    with pytest.raises(ValidationError) as refused:
        wrong.full_clean()
    assert refused.value.message_dict["status"] == [message]
    with pytest.raises(IntegrityError):
        wrong.save()


def test_every_status_of_a_version_stands_above_its_words(version):
    assert {status: Version(number=2, status=status, dated_on=version.dated_on).dated for status in VersionStatus} == {
        VersionStatus.DRAFT: "Versie 2: concept, 8\xa0december\xa02022",
        VersionStatus.ADOPTED: "Versie 2: vastgesteld, 8\xa0december\xa02022",
    }


@pytest.mark.parametrize("kind", KeyPointKind)
def test_every_kind_of_key_point_is_read_on_the_page_about_the_region(client, deck, kind):
    KeyPoint.objects.create(kind=kind, position=1, text="Wij doen het samen.", source=deck)
    assert "Wij doen het samen." in visible(client.get("/over/"))


def test_every_succession_says_where_it_goes_on(client, version, goal, ambition):
    draft = draft_next(version=version)
    draft.wordings.get(element=goal).delete()
    Version.objects.filter(pk=draft.pk).update(published_at=timezone.now())
    succession = Succession.objects.create(
        element=goal, kind=SuccessionKind.MERGED, successor=ambition, reason="Samen verder."
    )
    told = {}
    for kind in SuccessionKind:
        Succession.objects.filter(pk=succession.pk).update(kind=kind)
        words = visible(client.get("/agenda/tekst/RZ24-L1.2/"))
        told[kind] = words.split("Het is ")[1].split(" Samen verder.")[0]
    assert told == {
        SuccessionKind.MERGED: "samengevoegd met regionale ambitie 3 .",
        SuccessionKind.SPLIT: "gesplitst in regionale ambitie 3 .",
        SuccessionKind.MOVED: "opgegaan in regionale ambitie 3 .",
    }


def row(state, *, change="", is_moved=False):
    """A ComparisonRow of this State, in memory."""
    element = Element(pk=1, kind=ElementKind.GOAL, number="1.2")
    before = Wording(element=element, text="oud", number="1.2")
    after = Wording(element=element, text="nieuw" if state == State.EDITED else "oud", number="1.2", change=change)
    return ComparisonRow(
        None if state == State.NEW else before,
        None if state == State.ENDED else after,
        is_moved=is_moved or state == State.MOVED,
    )


def test_every_state_of_an_element_is_reached_counted_and_told():
    rows = [row(state) for state in State]
    assert [each.state for each in rows] == list(State)
    assert [state for state, count in Comparison(rows).counts if count == 1] == list(State)
    assert {each.state: (each.change, each.remark) for each in rows} == {
        State.SAME: ("ongewijzigd", "."),
        State.EDITED: ("gewijzigd", "."),
        State.NEW: ("nieuw", "."),
        State.ENDED: ("vervallen", "."),
        State.MOVED: ("verplaatst", "."),
    }


def test_every_kind_of_change_is_told_beside_what_was_edited():
    rows = {kind: row(State.EDITED, change=kind, is_moved=True) for kind in ChangeKind}
    assert {kind: (each.change, each.remark, each.after.change_sentences) for kind, each in rows.items()} == {
        ChangeKind.SUBSTANCE: ("gewijzigd, inhoudelijk", ", inhoudelijk en verplaatst.", "Inhoudelijk."),
        ChangeKind.EDITORIAL: ("gewijzigd, redactioneel", ", redactioneel en verplaatst.", "Redactioneel."),
    }


def test_every_nature_of_a_figure_is_drawn_and_dated():
    value = {"qualifier": "ruim", "value": 3, "when": "begin 2023", "source": "Monitor", "whose": "", "disputed": False}
    figures = {nature: ElementFigure(Indicator(nature=nature), value, None) for nature in IndicatorNature}
    assert {nature: (figure.pattern, figure.lines) for nature, figure in figures.items()} == {
        IndicatorNature.ACHIEVED: ("reached", ["Peildatum: begin 2023. Bron: Monitor."]),
        IndicatorNature.PROMISED: ("promised", ["Datum: begin 2023. Bron: Monitor."]),
        IndicatorNature.INVESTED: ("invested", ["Datum: begin 2023. Bron: Monitor."]),
        IndicatorNature.CONTEXT: ("reached", ["Peildatum: begin 2023. Bron: Monitor."]),
    }


def test_every_phase_of_a_consultation_has_its_course():
    now = timezone.now()
    asked = Consultation(opens_at=now, closes_at=now)
    asked.sent = []
    begins = {phase: course_of(asked, phase)[0].split(" ")[0:2] for phase in Phase}
    assert begins == {
        Phase.COMING: ["begint", "op"],
        Phase.RUNNING: ["loopt", "tot"],
        Phase.CLOSED: ["is", "gesloten."],
    }
