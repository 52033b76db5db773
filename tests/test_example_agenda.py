"""The demo's invented agenda: two versions of a text that changed, marked, and never the agenda of the site."""

import re
from datetime import date

import pytest

from agenda.models import Agenda, ChangeKind, Element, SuccessionKind, Version, Wording
from regiozwolle.example import agenda


@pytest.fixture
def loaded(db):
    return agenda.load(today=date(2024, 3, 1))


def test_it_has_two_published_versions_with_words_edited_new_removed_and_moved(loaded):
    first, second = loaded
    assert [(one.number, one.is_published(), one.dated_on) for one in loaded] == [
        (1, True, date(2023, 9, 23)),
        (2, True, date(2024, 1, 16)),
    ]
    before = {wording.element.code: wording for wording in first.wordings.all()}
    after = {wording.element.code: wording for wording in second.wordings.all()}
    assert set(after) - set(before) == {"VB24-L2.4"}
    assert set(before) - set(after) == {"VB24-L2.2"}
    edited = {code for code in set(before) & set(after) if before[code].text != after[code].text}
    assert {code: after[code].change for code in edited} == {
        "VB24-L1.1": ChangeKind.SUBSTANCE,
        "VB24-L1.2": ChangeKind.SUBSTANCE,
        "VB24-L2.1": ChangeKind.EDITORIAL,
    }
    assert (before["VB24-L1.3"].parent.code, after["VB24-L1.3"].parent.code) == ("VB24-L1", "VB24-L2")
    [succession] = Element.objects.get(code="VB24-L2.2").successions.all()
    assert (succession.kind, succession.successor.code) == (SuccessionKind.MOVED, "VB24-L2.4")


def test_loading_it_again_changes_nothing(loaded):
    Agenda.objects.update(title="Een andere titel")
    before = list(Wording.objects.order_by("pk").values())
    assert agenda.load() == loaded
    assert list(Wording.objects.order_by("pk").values()) == before
    assert Agenda.objects.get().title == "Een andere titel"


def test_it_is_never_the_agenda_of_the_site(client, loaded):
    assert Version.objects.current() is None
    assert "Er staat nog geen agenda op deze site." in client.get("/agenda/").text
    assert client.get("/agenda/afdrukken/").status_code == 404
    assert "VB24" not in client.get("/zoeken/?q=woningen").text
    assert "VB24" not in client.get("/open-data/agenda.csv").text
    assert "Prettig wonen" not in client.get("/").text


def test_every_page_of_it_is_marked(client, loaded):
    first, second = loaded
    pages = [first.agenda.get_absolute_url(), first.get_absolute_url(), second.get_absolute_url()]
    pages += [wording.get_absolute_url() for wording in Wording.objects.select_related("element", "version")]
    pages += [element.get_absolute_url() for element in Element.objects.all()]
    for address in pages:
        page = client.get(address)
        assert page.status_code == 200, address
        assert re.search(r'<header class="opening">.*<span class="badge">Voorbeeld</span>.*</header>', page.text, re.S)
