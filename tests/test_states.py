"""Which pages are kept to be looked at: those that show something no page before them did, on whatever core."""

import pytest

from tests import states

PAGE = """<!doctype html><html lang="nl"><head><title>Proef</title></head><body class="a b"><!-- niets -->
<input type="text" aria-invalid="true" value="1 > 0" CLASS='met "haken"'><input type=radio aria-invalid disabled/>
<p title='x "y" > z' data-x="a<b">Tekst class="geen"</p><A HREF="/x"
 class="over twee regels">x</A><svg viewBox="0 0 1 1"><path d="M0 0"/></svg></body></html>"""


@pytest.fixture
def keep(monkeypatch, tmp_path):
    """Keeps a page, as a process that has seen nothing; gives whether it is to be looked at."""
    monkeypatch.setattr(states, "seen", tmp_path / "seen")
    monkeypatch.setattr(states, "waiting", [])
    monkeypatch.setattr(states, "known", set())

    def keep(html, route="proef/", status=200, path="/proef/"):
        states.waiting.clear()
        states.keep(route, status, "", html, path)
        return [bool(page.new_parts) for page in states.waiting]

    yield keep
    states.waiting.clear()  # with --look these would be looked at


def test_the_parts_of_a_page_are_those_that_a_parser_finds():
    parts = states.parts_of(PAGE)
    assert parts == {repr(part) for part in states.Shape(PAGE).parts}
    assert len(parts) == 10
    assert repr(("input", 'met "haken"', "text", True)) in parts


def test_a_page_is_looked_at_once_and_again_in_another_state_or_with_another_part(keep):
    assert keep(PAGE) == [True]
    assert keep(PAGE) == []
    assert keep(PAGE.replace("1 > 0", "2")) == []
    assert keep(PAGE, status=400) == [False]
    assert keep(PAGE, route="elders/") == [False]
    assert keep(PAGE.replace("Proef", "Fout: Proef")) == [False]
    assert keep(PAGE.replace("a b", "a c")) == [True]


def test_of_the_desk_each_kind_of_page_is_looked_at_once_with_errors_and_without_whatever_its_parts(keep):
    kind = ("admin/change_form.html", None)
    assert keep(PAGE, route=kind, path="/beheer/a/") == [False]
    assert keep(PAGE.replace("a b", "a c"), route=kind, path="/beheer/b/") == []
    assert keep(PAGE.replace("Proef", "Fout: Proef"), route=kind, path="/beheer/b/") == [False]


def test_what_was_seen_on_one_core_is_not_looked_at_on_another(keep, monkeypatch):
    assert keep(PAGE) == [True]
    monkeypatch.setattr(states, "known", set())
    assert keep(PAGE) == []
    monkeypatch.setattr(states, "known", set())
    assert keep(PAGE.replace("a b", "a c")) == [True]
