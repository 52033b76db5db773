"""The agenda as data: how parts are called, where they may stand, and how a next draft is made."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from agenda.actions import draft_next
from agenda.models import Agenda, Element, ElementKind, Version, VersionStatus, Wording
from agenda.outline import chapters
from tests.published import add, unsealed


def test_a_part_is_called_by_its_number_or_by_name(agenda):
    called = {
        (kind, number): Element(kind=kind, number=number, name="Groeien in balans").mention
        for kind, number in [
            (ElementKind.GOAL, "S.1"),
            (ElementKind.REGIONAL, "4"),
            (ElementKind.AMBITION, ""),
            (ElementKind.CLOSING, ""),
            (ElementKind.PRINCIPLE, ""),
            (ElementKind.PARAGRAPH, ""),
        ]
    }
    assert list(called.values()) == [
        "opgave S.1",
        "regionale ambitie 4",
        "de overkoepelende ambitie",
        "het sluitstuk",
        "het principe ‘Groeien in balans’",
        "de alinea ‘Groeien in balans’",
    ]


def test_a_goal_stands_under_a_line_of_its_own_agenda(goal, ambition, deck):
    goal.parent = None
    with pytest.raises(ValidationError, match="Kies onder welke uitvoeringslijn dit valt."):
        goal.full_clean()
    goal.parent = ambition
    with pytest.raises(ValidationError, match="Kies een uitvoeringslijn of het sluitstuk."):
        goal.full_clean()
    other = Agenda.objects.create(slug="2029", title="Agenda 2029", first_year=2029, last_year=2032, source=deck)
    goal.parent = Element.objects.create(agenda=other, code="RZ29-L1", kind=ElementKind.LINE, position=1, name="Lijn")
    with pytest.raises(ValidationError, match="Dit onderdeel hoort bij een andere agenda."):
        goal.full_clean()


def test_words_stand_in_a_version_of_their_own_agenda(goal, deck):
    other = Agenda.objects.create(slug="2029", title="Agenda 2029", first_year=2029, last_year=2032, source=deck)
    version = Version.objects.create(agenda=other, number=1, dated_on=date(2028, 1, 1))
    with pytest.raises(ValidationError, match="hoort bij een andere agenda dan de versie"):
        Wording(element=goal, version=version, text="Woorden").full_clean()


def test_without_a_version_there_are_no_elements(goal):
    with unsealed():
        Wording.objects.all().delete()
    assert list(Element.objects.in_version(None)) == []


def test_chapters_follow_the_reading_order(agenda, version, ambition, goal, other_line):
    add(agenda, version, "RZ24-S", ElementKind.CLOSING, 30, name="Versterken samenwerking")
    found = [
        (chapter.title, chapter.anchor, [passage.element.code for passage in chapter.passages])
        for chapter in chapters(Element.objects.in_version(version))
    ]
    assert found == [
        ("Regionale ambities", "vanaf-RZ24-R3", ["RZ24-R3"]),
        ("Economie & Arbeidsmarkt", "RZ24-L1", ["RZ24-L1", "RZ24-L1.2"]),
        ("Naam van RZ24-L2", "RZ24-L2", ["RZ24-L2", "RZ24-L2.1"]),
        ("Versterken samenwerking", "RZ24-S", ["RZ24-S"]),
    ]


def test_a_goal_without_words_for_its_line_has_a_chapter_of_its_kind(version, goal, other_line):
    with unsealed():
        Wording.objects.filter(element=goal.parent).delete()
    found = [(chapter.title, chapter.number) for chapter in chapters(Element.objects.in_version(version))]
    assert found == [("Opgaven", ""), ("Naam van RZ24-L2", "2")]


def test_a_next_draft_copies_all_words_into_a_version_that_nobody_sees(client, version, goal, next_version):
    draft = draft_next(version=version)
    assert (draft.number, draft.status, draft.published_at) == (3, VersionStatus.DRAFT, None)
    assert set(draft.wordings.values_list("element__code", "text")) == set(
        version.wordings.values_list("element__code", "text")
    )
    assert Version.objects.current() == next_version


@pytest.mark.django_db(transaction=True)
def test_two_next_drafts_at_once_get_two_numbers(version):
    together, numbers = Barrier(2), []

    def make():
        together.wait()
        numbers.append(draft_next(version=version).number)
        connection.close()

    threads = [Thread(target=make) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(numbers) == [2, 3]
