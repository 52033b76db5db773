"""How the seed is loaded: once, whole or not at all, and never undoing an edit."""

import threading

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from agenda.models import Element, Version
from partners.models import Body, BodyKind, Partner, PartnerKind, Source, Term
from regiozwolle import content


@pytest.fixture
def small_seed(tmp_path):
    """A seed of two partners, a body and its seats. Gives a function that adds to a file; returns the folder."""

    def add(name, text):
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write(text)
        return tmp_path

    for name in content.FILES:
        add(name, "")
    add("sources.toml", '[[source]]\nslug = "boek"\ntitle = "Een boek"\n')
    add(
        "partners.toml",
        """
[[partner]]
slug = "overijssel"
name = "Overijssel"
kind = "provincie"

[[partner]]
slug = "zwolle"
name = "Zwolle"
kind = "gemeente"
province = "overijssel"

[[body]]
partner = "zwolle"
kind = "raad"
name = "gemeenteraad van Zwolle"

[[body.terms]]
first_year = 2022
last_year = 2026
seats = 39
source = "boek"
""",
    )
    return add


def every_row():
    """All seeded tables as they are, to see whether anything changed."""
    return {model: list(model.objects.order_by("pk").values()) for model in content.KEYS}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("een\nregel", "een regel"),
        ("een alinea\n\nnog een", "een alinea\n\nnog een"),
        ("€ 90 miljoen", "€\N{NO-BREAK SPACE}90 miljoen"),
        ("op 1 mei 2023.", "op 1\N{NO-BREAK SPACE}mei\N{NO-BREAK SPACE}2023."),
        ("mei 2023", "mei 2023"),
    ],
)
def test_text_is_set_for_the_screen(written, shown):
    assert content.typeset(written) == shown


def test_loading_twice_changes_nothing(db):
    added = content.load()
    before = every_row()
    assert sum(added.values()) == sum(map(len, before.values()))
    assert not content.load()
    assert every_row() == before


def test_an_edit_survives(small_seed, db):
    folder = small_seed("agenda.toml", "")
    content.load(folder)
    Partner.objects.filter(slug="zwolle").update(slug="stad-zwolle", name="Stad Zwolle", website="https://example.org")
    Term.objects.update(first_year=2023)
    before = every_row()
    assert not content.load(folder)
    assert every_row() == before


def test_what_an_editor_deleted_does_not_return(small_seed, db):
    folder = small_seed("agenda.toml", "")
    content.load(folder)
    Term.objects.all().delete()
    Source.objects.all().delete()
    assert not content.load(folder)
    assert (Term.objects.count(), Source.objects.count()) == (0, 0)


def test_a_later_entry_is_added_to_a_row_with_another_address(small_seed, db):
    folder = small_seed("agenda.toml", "")
    content.load(folder)
    Partner.objects.filter(slug="zwolle").update(slug="stad-zwolle")
    small_seed("partners.toml", '[[body]]\npartner = "zwolle"\nkind = "college"\nname = "college van Zwolle"\n')
    assert content.load(folder) == {Body: 1}
    assert Body.objects.get(kind=BodyKind.EXECUTIVE).partner.slug == "stad-zwolle"


def test_a_later_entry_below_a_deleted_row_is_left_out(small_seed, db):
    folder = small_seed("agenda.toml", "")
    content.load(folder)
    Body.objects.all().delete()
    small_seed(
        "partners.toml",
        """
[[term]]
body = "zwolle/raad"
first_year = 2026
last_year = 2030
seats = 39
source = "boek"
""",
    )
    assert not content.load(folder)
    assert Term.objects.count() == 0


def test_a_row_that_an_editor_made_first_is_left_alone(small_seed, db):
    Partner.objects.create(slug="overijssel", name="Provincie Overijssel", kind=PartnerKind.PROVINCE)
    added = content.load(small_seed("agenda.toml", ""))
    assert added == {Source: 1, Partner: 1, Body: 1, Term: 1}
    assert Partner.objects.get(slug="overijssel").name == "Provincie Overijssel"
    assert Partner.objects.get(slug="zwolle").province.name == "Provincie Overijssel"


PARTNER = '[[partner]]\nslug = "urk"\nname = "Urk"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (PARTNER + 'kind = "gemeente"\nprovnce = "flevoland"', 'partner "urk": het veld "provnce" bestaat niet'),
        (
            PARTNER + 'kind = "gemeente"\nprovince = "flevoland"',
            'partner "urk": province: "flevoland" staat niet eerder in de bestanden',
        ),
        (PARTNER, 'partner "urk": kind: Dit veld kan niet leeg zijn'),
        (PARTNER + 'kind = "eiland"', "partner \"urk\": kind: Waarde 'eiland' is geen geldige keuze"),
        (
            PARTNER + 'kind = "gemeente"',
            'partner "urk": province: Kies bij een gemeente de provincie, en laat die bij een ander leeg',
        ),
        ('[[partner]]\nslug = "zwolle"', 'partner "zwolle": staat er twee keer'),
        ('[[eiland]]\nslug = "urk"', '"eiland" is geen bekende soort tussen dubbele haken, zoals [[partner]]'),
        ('[term]\nseats = "urk"', '"term" is geen bekende soort tussen dubbele haken, zoals [[partner]]'),
        ("[[partner", "Expected ']]' at the end of an array declaration"),
    ],
)
def test_a_wrong_entry_is_named_in_one_line_and_nothing_is_loaded(small_seed, db, text, message):
    folder = small_seed("partners.toml", text)
    with pytest.raises(content.ContentError) as refusal:
        content.load(folder)
    told = str(refusal.value)
    assert told.startswith("partners.toml")
    assert message in told
    assert not told.endswith(".")
    assert "\n" not in told
    assert not any(every_row().values())


def test_the_command_tells_what_it_did(db, capsys):
    call_command("seed")
    assert "53 partners\n" in capsys.readouterr().out
    call_command("seed")
    assert capsys.readouterr().out == "Alles was al geladen. Er is niets gewijzigd.\n"


def test_the_command_tells_what_is_wrong(small_seed, tmp_path, db):
    small_seed("sources.toml", '[[source]]\nslug = "boek"\n')
    with pytest.raises(CommandError, match=r'^Niets geladen\. sources\.toml, bron "boek": staat er twee keer\.$'):
        call_command("seed", tmp_path)
    with pytest.raises(CommandError, match=r"^Niets geladen\. sources\.toml: .*No such file or directory"):
        call_command("seed", tmp_path / "elders")


@pytest.mark.django_db(transaction=True)
def test_two_portals_that_start_at_once_load_it_once(small_seed):
    folder = small_seed("agenda.toml", "")
    together = threading.Barrier(2)
    added = []

    def start():
        together.wait()
        added.append(sum(content.load(folder).values()))
        connection.close()

    portals = [threading.Thread(target=start) for _ in range(2)]
    for portal in portals:
        portal.start()
    for portal in portals:
        portal.join()
    assert sorted(added) == [0, 5]
    assert Partner.objects.count() == 2


AGENDA = """
[[agenda]]
slug = "2024-2028"
title = "Agenda"
first_year = 2024
last_year = 2028
source = "boek"

[[agenda.versions]]
number = 1
status = "concept"
dated_on = 2022-12-08
published_at = 2022-12-08T09:00:00+01:00

[[element]]
agenda = "2024-2028"
code = "RZ24-A"
kind = "ambitie"
position = 10
name = "Welvaart"

[[element.wordings]]
version = "2024-2028/1"
text = "Brede welvaart."
"""
LATER = """
[[element]]
agenda = "2024-2028"
code = "RZ24-B"
kind = "principe"
position = 20
name = "Later"

[[element.wordings]]
version = "2024-2028/1"
text = "Dit kwam later."
"""


def test_a_version_is_published_with_all_its_words_and_then_stays_as_it_is(small_seed, db):
    content.load(small_seed("agenda.toml", AGENDA))
    version = Version.objects.current()
    assert [wording.text for wording in version.wordings.all()] == ["Brede welvaart."]
    content.load(small_seed("agenda.toml", LATER))
    assert [wording.text for wording in version.wordings.all()] == ["Brede welvaart."]
    assert Element.objects.filter(code="RZ24-B").exists()
    content.load(small_seed("agenda.toml", ""))
