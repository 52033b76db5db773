"""Where differences between versions and reports turn: what stayed, what moved, what ended and where."""

import pytest

from agenda.differences import Comparison, ComparisonRow, State, compare
from agenda.models import Element, ElementKind, Wording
from regiozwolle.reports import changes
from regiozwolle.reports.reading import ReportCell, ReportRow

# Two versions part by part


def words(pk, text="", *, markup="", parent=None):
    return Wording(element=Element(pk=pk, code=f"E{pk}"), text=text or f"Tekst {pk}.", markup=markup, parent_id=parent)


def compared(before, after):
    return [(row.element.pk, row.state, row.is_moved) for row in compare(before, after).rows]


def plain(*keys):
    return [words(key) for key in keys]


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        ([], [], []),
        ([1], [1], [(1, State.SAME, False)]),
        ([], [1], [(1, State.NEW, False)]),
        ([1], [], [(1, State.ENDED, False)]),
        ([1, 2, 3], [1, 3], [(1, State.SAME, False), (2, State.ENDED, False), (3, State.SAME, False)]),
        ([1, 2], [2], [(1, State.ENDED, False), (2, State.SAME, False)]),
        ([1, 2, 3], [3], [(1, State.ENDED, False), (2, State.ENDED, False), (3, State.SAME, False)]),
        ([1, 2], [1], [(1, State.SAME, False), (2, State.ENDED, False)]),
        ([1, 2, 3], [2, 3, 1], [(2, State.SAME, False), (3, State.SAME, False), (1, State.MOVED, True)]),
        ([1], [2, 1], [(2, State.NEW, False), (1, State.SAME, False)]),
        (
            [1, 2, 3],
            [3, 1],
            [(3, State.MOVED, True), (1, State.SAME, False), (2, State.ENDED, False)],
        ),
    ],
)  # fmt: skip
def test_every_part_has_its_state_and_what_ended_stands_where_it_stood(before, after, rows):
    found = compared(plain(*before), plain(*after))
    assert [row[0] for row in found] == [row[0] for row in rows]
    assert sorted(row[1] for row in found) == sorted(row[1] for row in rows)
    if State.MOVED not in [row[1] for row in rows]:
        assert found == rows


def test_another_parent_is_a_move_also_in_place():
    assert compared([words(1), words(2, parent=1)], [words(1), words(2, parent=3)]) == [
        (1, State.SAME, False),
        (2, State.MOVED, True),
    ]
    assert compared([words(2, parent=1)], [words(2, parent=1)]) == [(2, State.SAME, False)]


def test_what_changed_at_a_new_place_counts_as_both():
    found = compare([words(1), words(2), words(3)], [words(2), words(3), words(1, "Anders."), words(4)])
    assert dict(found.counts) == {
        State.SAME: 2,
        State.EDITED: 1,
        State.NEW: 1,
        State.ENDED: 0,
        State.MOVED: 1,
    }
    assert [state for state, _ in found.counts] == list(State)
    assert dict(Comparison([]).counts) == dict.fromkeys(State, 0)


def test_a_row_is_told_by_its_newest_words():
    before, after = words(1, "Oud."), words(1, "Nieuw.")
    assert ComparisonRow(before, after).wording is after
    assert ComparisonRow(before, None).wording is before
    assert ComparisonRow(None, after).wording is after
    assert ComparisonRow(None, after).is_moved is False


@pytest.mark.parametrize(
    ("before", "after", "state", "is_layout_only"),
    [
        (words(1, "a"), words(1, "a"), State.SAME, False),
        (words(1, "a"), words(1, "b"), State.EDITED, False),
        (words(1, "b"), words(1, "a"), State.EDITED, False),
        (words(1, "a"), words(1, "a", markup="<p><em>a</em></p>"), State.EDITED, True),
        (words(1, "a", markup="<p><em>a</em></p>"), words(1, "a"), State.EDITED, True),
        (words(1, "a"), words(1, "b", markup="<p><em>b</em></p>"), State.EDITED, False),
        (words(1, "cafe\u0301 ‘a’ 1–2"), words(1, "café 'a' 1-2"), State.SAME, False),
        (words(1, "a\u00a0b"), words(1, "a b"), State.SAME, False),
        (None, words(1, "a"), State.NEW, False),
        (words(1, "a"), None, State.ENDED, False),
    ],
)
def test_other_markup_alone_is_a_change_of_the_layout(before, after, state, is_layout_only):
    row = ComparisonRow(before, after)
    assert (row.state, row.is_layout_only) == (state, is_layout_only)
    marked = {State.EDITED: ["<del>", "<ins>"], State.NEW: ["<ins>"], State.ENDED: ["<del>"]}
    expected = [] if is_layout_only else marked.get(state, [])
    assert [tag for tag in ("<del>", "<ins>") if tag in row.html] == expected


def test_what_only_moved_shows_its_words_as_they_are():
    row = ComparisonRow(words(1, "a"), words(1, "a"), is_moved=True)
    assert row.state == State.MOVED
    assert row.html == row.after.html
    layout = ComparisonRow(words(1, "a"), words(1, "a", markup="<p><em>a</em></p>"))
    assert layout.html == layout.after.html


def test_another_paragraph_alone_is_a_change_of_the_layout_and_is_shown():
    row = ComparisonRow(words(1, "a\nb"), words(1, "a b"))
    assert (row.state, row.is_layout_only) == (State.EDITED, True)
    assert "hier eindigde een alinea" in row.html


def named(number, text="a", **fields):
    element = Element(pk=1, code="E1", kind=ElementKind.GOAL)
    return Wording(element=element, text=text, number=number, **fields)


@pytest.mark.parametrize(
    ("before", "after", "is_moved", "change", "remark"),
    [
        (named("1"), named("1"), False, "ongewijzigd", "."),
        (named("1"), named("1", "b", change="inhoudelijk", change_note="Op verzoek."), False,
         "gewijzigd, inhoudelijk", ", inhoudelijk. Op verzoek."),
        (named("1"), named("1", "b"), False, "gewijzigd", "."),
        (named("1"), named("1", "b"), True, "gewijzigd", " en verplaatst."),
        (named("1"), named("1"), True, "verplaatst", "."),
        (named("1"), named("2"), True, "verplaatst", ": was opgave 1."),
        (named("1"), named("2", "b"), True, "gewijzigd", " en verplaatst: was opgave 1."),
        (named("1"), named("2", markup="<p><em>a</em></p>"), False, "gewijzigd", ", alleen de opmaak."),
        (None, named("1", change_note="Nieuw."), False, "nieuw", ". Nieuw."),
        (named("1"), None, False, "vervallen", "."),
    ],
)  # fmt: skip
def test_what_became_of_a_part_is_said_with_its_reason(before, after, is_moved, change, remark):
    row = ComparisonRow(before, after, is_moved=is_moved)
    assert (row.change, row.remark) == (change, remark)


# Two progress reports


def content(*rows, key="cijfers", title="Cijfers"):
    """The content of a report of one section; each row is (key, value, day, source)."""
    columns = [
        {"title": head, "kind": "text", "is_read": True} for head in ("Naam", "Stand", "Peildatum", "Bron", "Status")
    ]
    return {
        "sections": [
            {
                "key": key,
                "title": title,
                "columns": columns,
                "rows": [
                    {"key": row[0], "name": row[0].title(), "address": "", "cells": [row[0], *row[1:]]} for row in rows
                ],
            }
        ]
    }


def row(key, value, day="2022", source="CBS", status="op koers"):
    return key, value, day, source, status


def changed(before, now):
    """(kind, name, text) of each RowChange of the one section."""
    (section,) = changes.differences(before, now)
    return [(one.kind, one.name, one.text) for one in section.rows]


def test_rows_are_new_changed_or_gone_by_their_key():
    before = content(row("a", "1"), row("b", "2"), row("c", "3"))
    now = content(row("c", "3"), row("b", "4"), row("d", "5"))
    assert changed(before, now) == [
        ("nieuw", "D", "D: 5, 2022, op koers"),
        ("gewijzigd", "B", "Stand: van 2 naar 4."),
        ("vervallen", "A", "A: 1, 2022, op koers"),
    ]
    assert changed(now, now) == []
    (section,) = changes.differences(before, now)
    assert (section.title, section.summary, section.is_empty) == ("Cijfers", "1 nieuw, 1 gewijzigd, 1 vervallen", False)
    assert [one.lead for one in section.rows] == ["Nieuw:", "B.", "Vervallen:"]
    (same,) = changes.differences(now, now)
    assert (same.summary, same.is_empty) == ("niets veranderd", True)


def test_a_section_that_reports_did_not_have_yet_says_nothing():
    before, now = content(row("a", "1"), key="projecten"), content(row("a", "1"))
    assert changes.differences(before, now) == []


@pytest.mark.parametrize(
    ("was", "becomes", "text"),
    [
        (row("a", "1"), row("a", "1"), ""),
        (row("a", None), row("a", "1"), "Stand: was nog niet bekend, nu 1."),
        (row("a", "1"), row("a", None), "Stand: was 1, nu nog niet bekend."),
        (row("a", "1"), row("a", "1", "2023"), "Peildatum: van 2022 naar 2023."),
        (row("a", "1"), row("a", "1", None), "Peildatum: was 2022, nu nog niet bekend."),
        (row("a", None, None), row("a", "1"), "Stand: was nog niet bekend, nu 1."),
        (row("a", "1"), row("a", "1", source="Gemeente"), ""),
        (row("a", "1"), row("a", "1", status="geen oordeel"), ""),
        (
            row("a", "1", status="geen oordeel"),
            row("a", "1", status="gehaald"),
            "Status: van geen oordeel naar gehaald.",
        ),
        (
            row("a", "1"),
            row("a", "2", "2023", status="gehaald"),
            "Stand: van 1 naar 2. Peildatum: van 2022 naar 2023. Status: van op koers naar gehaald.",
        ),
    ],
)
def test_what_changed_in_a_row_is_said_in_sentences(was, becomes, text):
    assert changed(content(was), content(becomes)) == ([("gewijzigd", "A", text)] if text else [])


def test_a_column_that_was_not_there_before_is_no_change():
    old = ReportRow("a", "A", "", [ReportCell("Stand", "text", "1")], None)
    new = ReportRow("a", "A", "", [ReportCell("Stand", "text", "1"), ReportCell("Van wie", "text", "Rijk")], None)
    assert changes.changes_of(old, new) == []
    assert changes.changes_of(new, old) == []


@pytest.mark.parametrize(
    ("now", "summary", "words"),
    [
        ([row("a", "1")], "niets veranderd", ""),
        ([row("a", "1"), row("b", "1"), row("c", "1")], "2 nieuw", "2 nieuw"),
        ([row("a", "2")], "1 gewijzigd", "1 gewijzigd"),
        ([], "1 vervallen", "1 vervallen"),
        ([row("a", "2"), row("b", "1")], "1 nieuw, 1 gewijzigd", "1 nieuw en 1 gewijzigd"),
    ],
)
def test_the_changes_are_counted_without_zeros(now, summary, words):
    (difference,) = changes.differences(content(row("a", "1")), content(*now))
    assert difference.summary == summary
    assert difference.is_empty is (summary == "niets veranderd")
    assert changes.counted_changes([difference]) == words


def test_the_changes_of_all_sections_are_added_up_by_kind():
    (one,) = changes.differences(content(row("a", "1"), row("b", "1")), content(row("a", "2"), row("c", "1")))
    assert changes.counted_changes([one, one]) == "2 nieuw, 2 gewijzigd en 2 vervallen"
    assert changes.counted_changes([]) == ""
