"""The list of who takes part, with its map and its filter."""

import re
from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertInHTML

from partners.models import (
    Partner,
    PartnerKind,
)
from tests.reading import links, listed, visible

PIECE = {"HX-Request": "true", "HX-Target": "partners"}


def test_map_and_list_carry_the_same_links(client, region):
    page = client.get("/partners/")
    municipalities = sorted(f"/partners/{partner.slug}/" for partner in Partner.objects.municipalities())
    assert len(municipalities) == 22
    assert sorted(links(page.text, "map")) == municipalities
    assert sorted(f"/partners/{slug}/" for slug in listed(page)[:22]) == municipalities


def test_the_list_is_by_kind_and_municipalities_by_province_the_largest_first(client, region, economic_board):
    page = client.get("/partners/")
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", page.text) == [
        "Zoek een partner",
        "Gemeenten",
        "Provincies",
        "Economic Board",
    ]
    assert re.findall(r"<h3>(\w+)</h3>", page.text) == ["Overijssel", "Gelderland", "Drenthe", "Flevoland"]
    assert listed(page)[:11] == [
        *["dalfsen", "hardenberg", "kampen", "olst-wijhe", "ommen", "raalte", "staphorst", "steenwijkerland"],
        *["zwartewaterland", "zwolle", "elburg"],
    ]
    assert listed(page)[22:] == ["drenthe", "flevoland", "gelderland", "overijssel", "economic-board"]
    assert "22 gemeenten, 4 provincies, ondernemers" in visible(page)
    assert "27 partners in de lijst." in visible(page)


def test_examples_and_those_who_left_are_not_in_the_list_nor_counted(client, zwolle, dalfsen, example_town):
    Partner.objects.filter(pk=dalfsen.pk).update(left_on=date(2020, 1, 1))
    page = client.get("/partners/")
    assert listed(page) == ["zwolle", "overijssel"]
    assert "1 gemeente, 1 provincie" in visible(page)


def test_who_takes_part_depends_on_the_day(zwolle):
    Partner.objects.filter(pk=zwolle.pk).update(joined_on=date(2016, 1, 1), left_on=date(2020, 1, 1))
    days = [date(2015, 12, 31), date(2016, 1, 1), date(2019, 12, 31), date(2020, 1, 1)]
    assert [Partner.objects.municipalities(on=day).exists() for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"soort": "provincie"}, ["drenthe", "flevoland", "gelderland", "overijssel"]),
        ({"provincie": "flevoland"}, ["dronten", "noordoostpolder", "urk", "flevoland"]),
        ({"provincie": "flevoland", "soort": "gemeente"}, ["dronten", "noordoostpolder", "urk"]),
        ({"q": "zwo"}, ["zwolle", "economic-board"]),
        ({"q": "ZWOL econ"}, ["economic-board"]),
        ({"q": "wijhe"}, ["olst-wijhe"]),
        ({"q": "cooperatieve"}, ["economic-board"]),
        ({"q": "coöperatie"}, ["economic-board"]),
        ({"q": "  "}, None),
        ({"q": "&|!:*()'"}, None),
    ],
)
def test_the_filter_finds_what_the_list_shows(client, region, economic_board, query, found):
    Partner.objects.filter(slug="elburg").update(note="Zwolle en omgeving.")
    page = client.get("/partners/", query)
    assert listed(page) == (found or listed(client.get("/partners/")))


def test_the_filter_shows_what_was_chosen(client, region):
    page = client.get("/partners/", {"q": 'zw"o', "provincie": "overijssel"})
    assertContains(page, 'value="zw&quot;o"')
    assertInHTML('<option value="overijssel" selected>Overijssel</option>', page.text)


def test_the_piece_for_htmx_is_a_part_of_its_page_and_caches_know_it(client, region, economic_board):
    page = client.get("/partners/", {"q": "zwo"})
    piece = client.get("/partners/", {"q": "zwo"}, headers=PIECE)
    assertInHTML(piece.text, page.text)
    assert piece.text.strip().startswith('<div id="partners">')
    assert "HX-Target" in page.headers["Vary"]
    history = client.get("/partners/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assertContains(history, "<h1>")


def test_an_empty_list_says_what_to_do(client, zwolle):
    page = client.get("/partners/", {"q": "xyzzy"})
    assert listed(page) == []
    assert "Geen partner past bij uw keuze. Controleer de spelling" in visible(page)
    assertContains(page, '<a href="/partners/">Toon alle partners</a>')


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("soort=koninkrijk", "Deze soort partner bestaat niet."),
        ("provincie=zeeland", "Deze provincie doet niet mee."),
        ("provincie=%00", "Deze provincie doet niet mee."),
        (f"q={'a' * 101}", "Zoek met hooguit 100 tekens. Nu zijn het er 101."),
        ("q=a%00b", "Uw zoektekst bevat een teken dat niet kan."),
    ],
)
def test_a_value_that_makes_no_sense_is_named_and_left_out(client, zwolle, query, message):
    page = client.get(f"/partners/?{query}")
    assert f"{message} Wij laten dit deel van uw keuze weg." in visible(page)
    assert listed(page) == ["zwolle", "overijssel"]


ABSURD = ["q=%FF%FE", "q=%ED%A0%80", "q=_", "q=%C2%B2", "q=1&q=2&q=%00", "soort=&soort=x", "q[]=1", "%00=%00"]


@pytest.mark.parametrize("query", [*ABSURD, "q=" + "&q=" * 900])
def test_an_absurd_query_string_is_no_error(client, zwolle, query):
    assertContains(client.get(f"/partners/?{query}"), "Wie doen er mee?")
    assertContains(client.get(f"/partners/zwolle/?{query}"), "<h1>Zwolle</h1>")


def test_pages_only_show(client, zwolle):
    assert client.post("/partners/").status_code == 405
    assert client.post("/partners/zwolle/").status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_however_long(client, overijssel, deck, count, django_assert_num_queries):
    for number in range(count):
        for kind, province in [(PartnerKind.MUNICIPALITY, overijssel), (PartnerKind.WATER, None)]:
            name = f"{kind} {number}"
            Partner.objects.create(slug=f"{kind}-{number}", name=name, kind=kind, province=province, source=deck)
    with django_assert_num_queries(4):
        assert len(listed(client.get("/partners/"))) == 2 * count + 1
