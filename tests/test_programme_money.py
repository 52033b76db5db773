"""The money of programmes and projects: by source, what that draws, and what the page and the desk say of excess."""

from datetime import date
from decimal import Decimal

import pytest
from pytest_django.asserts import assertContains

from results.models import Funder, Funding, Project
from results.money.funding import Purse, breakdown, purse_of
from results.money.leverage import leverage
from tests.reading import visible

# How much of a total is known


def money(*rows):
    return Purse(
        [
            Funding(funder=funder, committed=committed, spent=None, year=year, qualifier=qualifier)
            for funder, committed, year, qualifier in rows
        ]
    )


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_total_says_how_much_of_it_is_known():
    found = breakdown(
        money(
            (Funder.STATE, 22_500_000, None, ""),
            (Funder.REGION, 64_550_000, None, "ten minste"),
            (Funder.TOTAL, 90_000_000, None, "zo’n"),
        )
    )
    assert plain(found.sentence) == "Van € 22,5 miljoen weten wij wie betaalt. Het totaal is zo’n € 90 miljoen."
    assert found.disagreements == []
    assert [(share.funder, share.committed.rounded) for share in found.shares] == [
        (Funder.STATE, 22_500_000),
        (Funder.PROVINCE, None),
        (Funder.MUNICIPALITY, None),
        (Funder.OTHER, None),
        (Funder.REGION, 64_550_000),
    ]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([(Funder.TOTAL, 14_000_000, None, "")], "Van € 14 miljoen is nog niet bekend wie betaalt."),
        (
            [(Funder.STATE, 30_000_000, None, ""), (Funder.TOTAL, None, None, "")],
            "Van € 30 miljoen weten wij wie betaalt. Het totaal is nog niet bekend.",
        ),
        ([], "Het totaal is nog niet bekend."),
    ],
)
def test_a_total_that_is_not_known_or_not_split_says_so(rows, sentence):
    assert plain(breakdown(money(*rows)).sentence) == sentence


def test_years_add_up_to_what_no_source_gives_as_a_whole():
    found = breakdown(
        money(
            (Funder.PROVINCE, 100, 2024, ""),
            (Funder.PROVINCE, 50, 2025, ""),
            (Funder.STATE, 400, None, ""),
            (Funder.STATE, 90, 2024, ""),
        )
    )
    assert {share.funder: share.committed.euros for share in found.shares if share.committed.is_known} == {
        Funder.STATE: 400,
        Funder.PROVINCE: 150,
    }
    assert [(year, [share.committed.rounded for share in shares]) for year, shares in found.years] == [
        (2024, [90, 100, None, None]),
        (2025, [None, 50, None, None]),
    ]


def on_the_books(owner, funder, committed, source, **values):
    known = {"reference_on": date(2020, 6, 19), "reference_text": "19 juni 2020", "source": source}
    return owner.fundings.create(funder=funder, committed=committed, **known | values)


def test_leverage_is_what_others_pay_for_every_euro_of_ours(deal, deck):
    for funder, committed, qualifier in [
        (Funder.STATE, 22_500_000, ""),
        (Funder.REGION, 64_550_000, "ten minste"),
        (Funder.TOTAL, 90_000_000, "zo’n"),
    ]:
        on_the_books(deal, funder, committed, deck, qualifier=qualifier)
    found = leverage(deal, purse_of(deal, Funding.objects.of(deal).with_owners()))
    assert found.factor == Decimal("0.35")
    assert plain(found.sentence) == "Tegenover elke euro uit de regio staat ten hoogste € 0,35 van het Rijk."


def test_leverage_stays_unknown_while_one_of_both_amounts_is(deal, deck):
    on_the_books(deal, Funder.STATE, 1, deck)
    found = leverage(deal, purse_of(deal, Funding.objects.of(deal).with_owners()))
    assert found.factor is None
    assert found.sentence == "Nog niet te berekenen: niet bekend is wie hoeveel betaalt."


def test_the_page_of_a_programme_adds_up_the_money_of_its_projects(client, deal, deck):
    climate, station = (Project.objects.get(slug=slug) for slug in ("climate-campus", "station"))
    on_the_books(climate, Funder.STATE, 1_200_000, deck)
    on_the_books(station, Funder.STATE, None, deck)
    said = visible(client.get(deal.get_absolute_url()))
    assert "Van ten minste € 1,2 miljoen weten wij wie betaalt. Het totaal is nog niet bekend." in said
    assert "Rijk ten minste € 1,2 miljoen" in said
    assert "Wat geen bron voor het geheel noemt, is opgeteld uit de bedragen van de onderdelen en projecten." in said
    on_the_books(climate, Funder.TOTAL, 1_000_000, deck)
    said = visible(client.get(climate.get_absolute_url()))
    assert "De bronnen spreken elkaar tegen, daarom tellen wij hier niets op." in said
    assert "Wie betaalt, geeft samen € 1,2 miljoen, meer dan het totaal van € 1 miljoen (toegezegd)." in said


def test_the_file_says_of_every_sum_how_much_of_it_is_known(client, deal, deck):
    climate = Project.objects.get(slug="climate-campus")
    for year, committed in ((2024, 1_200_000), (2025, None)):
        on_the_books(climate, Funder.STATE, committed, deck, year=year, spent=300)
    tables = client.get("/resultaten/programmas/regio-deal/download/json/").json()["tabellen"]
    assert tables[1]["rijen"][0] == {
        "van_wie": "Rijk",
        "woord_ervoor": "ten minste",
        "toegezegd": 1_200_000,
        "bekende_bedragen": 1,
        "alle_bedragen": 2,
        "besteed": 600,
        "bekende_bedragen_besteed": 2,
        "alle_bedragen_besteed": 2,
        "bronnen_spreken_elkaar_tegen": None,
    }
    assert tables[1]["rijen"][-1]["van_wie"] == "Samen, niet verdeeld"
    on_the_books(deal, Funder.STATE, 5, deck)
    last = client.get("/resultaten/programmas/regio-deal/download/json/").json()["tabellen"][1]["rijen"][-1]
    told = (
        "Rijk: de onderdelen en projecten samen zijn ten minste € 1,2 miljoen, meer dan het geheel van € 5 (toegezegd)."
    )
    assert plain(last["bronnen_spreken_elkaar_tegen"]) == told


def test_the_desk_refuses_parts_that_are_more_than_their_whole_and_tells_it_over_projects(
    client, secretary, deal, deck
):
    client.force_login(secretary)
    on_the_books(deal, Funder.TOTAL, 50_000_000, deck, qualifier="zo’n")
    on_the_books(deal, Funder.STATE, 40_000_000, deck)
    values = {
        "programme": deal.pk, "project": "", "funder": Funder.PROVINCE, "year": "", "counts": "on", "description": "",
        "qualifier": "", "committed": "30000000", "spent": "", "reference_on": "19-6-2020", "reference_text": "x",
        "source": deck.pk, "note": "",
    }  # fmt: skip
    page = client.post("/beheer/results/funding/add/", values)
    assertContains(page, "De delen zijn meer dan het geheel. Pas een bedrag aan, of laat er een niet meetellen.")
    told = "Wie betaalt, geeft samen € 70 miljoen, meer dan het totaal van zo’n € 50 miljoen (toegezegd)."
    assert told in visible(page)
    assert not Funding.objects.filter(funder=Funder.PROVINCE).exists()
    climate = Project.objects.get(slug="climate-campus")
    on_the_books(climate, Funder.STATE, 41_000_000, deck)
    for address in ("funding", "programme", "project"):
        said = visible(client.get(f"/beheer/results/{address}/"))
        assert "Regio Deal: Rijk: de onderdelen en projecten samen zijn ten minste € 41 miljoen, meer dan" in said
