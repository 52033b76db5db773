"""The overview of results: what stands apart, what is not summed, and what the filter leaves."""

import re
from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertInHTML

from agenda.models import KeyPoint, KeyPointKind
from partners.models import Source
from results.models import (
    Funder,
    Indicator,
    IndicatorNature,
    Programme,
    Scope,
)
from tests.reading import section_under, squeezed


def test_achieved_promised_and_invested_stand_apart_with_qualifier_date_and_source(client, helped, promise, investment):
    page = client.get("/resultaten/").text
    achieved, promised, invested = (section_under(page, name) for name in ("Bereikt", "Toegezegd", "Geïnvesteerd"))
    assert '<span class="qualifier">Meer dan</span> <strong>4.500</strong>' in achieved
    assert "Peildatum: begin 2023." in achieved
    assert "Bron: Presentatie Samenwerken in Regio Zwolle" in achieved
    assert ">doel: ten minste 50.000</text>" in promised
    assert ">nu: nog niet bekend</text>" in promised
    assert (
        '<span class="qualifier">Zo’n</span> <strong>€\N{NO-BREAK SPACE}90\N{NO-BREAK SPACE}miljoen</strong>'
        in invested
    )
    assert "Datum: 2023." in invested
    assert "Andere bronnen noemen ruim € 80 miljoen." in invested.replace("\N{NO-BREAK SPACE}", " ")
    assert [part.count('<li class="figure') for part in (achieved, promised, invested)] == [1, 0, 1]


def test_what_numbers_have_in_common_is_said_once_below_them(client, helped):
    helped.pk, helped.slug, helped.headline_position = None, "ook", 2
    value = helped.measurements.model.objects.last()
    helped.save()
    value.pk, value.indicator = None, helped
    value.save()
    achieved = section_under(client.get("/resultaten/").text, "Bereikt")
    assert achieved.count('<li class="figure') == 2
    assert achieved.count("Peildatum: begin 2023.") == 1
    assert "Sindsdien is geen nieuwe meting bekend. Bron: Presentatie Samenwerken in Regio Zwolle" in achieved
    assert "Geen recente waarde" not in achieved


def test_money_stands_on_one_scale_by_what_is_known_of_it(client, deal, deck):
    said = {"reference_on": date(2023, 1, 1), "reference_text": "begin 2023", "source": deck}
    deal.fundings.create(funder=Funder.STATE, committed=22_500_000, **said)
    deal.fundings.create(funder=Funder.REGION, committed=64_550_000, qualifier="ten minste", **said)
    deal.fundings.create(funder=Funder.TOTAL, committed=90_000_000, qualifier="zo’n", **said)
    half = Programme.objects.create(slug="half", name="Half", source=deck, position=1)
    half.fundings.create(funder=Funder.STATE, committed=30_000_000, **said)
    Programme.objects.create(slug="stil", name="Stil", source=deck, position=2)
    part = section_under(client.get("/resultaten/").text, "Geld en projecten")
    whole, open_end, squares = re.findall(r"<svg.*?</svg>", part)
    assert re.findall(r'<rect class="(\w+)" x="([\d.]+)%" y="2" width="([\d.]+)%"', whole) == [
        ("solid", "0.0", "22.5"),
        ("hatched", "22.5", "64.55"),
        ("dashed", "87.05", "2.95"),
    ]
    assert re.findall(r'<rect class="(\w+)" x="([\d.]+)%" y="2" width="([\d.]+)%"', open_end) == [
        ("solid", "0.0", "30.0")
    ]
    assert (whole.count('<line class="dashed"'), open_end.count('<line class="dashed"')) == (0, 3)
    assert re.findall(r'<text class="axis"[^>]*>([^<]+)', whole) == []
    assert [squares.count(f'class="{state}"') for state in ("solid", "hatched", "dashed")] == [1, 1, 2]
    assert 'Van <a href="/resultaten/programmas/stil/">Stil</a> is het bedrag' in part


def test_a_result_without_a_number_stands_among_what_is_achieved(client, helped, promise, deck):
    KeyPoint.objects.create(kind=KeyPointKind.RESULT, position=1, text="Een landelijk voorbeeld.", source=deck)
    KeyPoint.objects.create(kind=KeyPointKind.REASON, position=1, text="Samen kan meer.", source=deck)
    page = client.get("/resultaten/").text
    achieved = page.split('id="bereikt"')[1].split('id="toegezegd"')[0]
    assert "<p>Een landelijk voorbeeld.</p>" in achieved
    assert "In de woorden van de bron: Presentatie" in achieved
    assert page.count("Een landelijk voorbeeld.") == 1
    assert "Samen kan meer." not in page


def test_nothing_is_added_up(client, helped, promise, investment):
    """Neither within a kind nor over the kinds: 1.400 + 1.800 + 4.500, 80 + 90 million."""
    page = client.get("/resultaten/").text
    assert "7.700" not in page
    assert "170" not in re.sub(r"<svg.*?</svg>", "", page, flags=re.S)


def test_a_source_with_an_address_is_a_link(client, helped):
    source = Source.objects.create(
        slug="monitor", title="Monitor", publisher="Congres", url="https://example.org/m", published_on=date(2023, 1, 9)
    )
    helped.measurements.update(source=source)
    assertContains(
        client.get("/resultaten/cijfers/naar-werk/"),
        '<a href="https://example.org/m">Monitor</a>, Congres, 9\N{NO-BREAK SPACE}januari\N{NO-BREAK SPACE}2023',
        count=4,  # the chart, and every measurement
    )


def test_figures_that_are_no_headline_stand_in_a_table_with_their_unit(client, helped):
    helped.headline_position = None
    helped.save()
    part = section_under(client.get("/resultaten/").text, "Bereikt")
    assert "<strong>4.500</strong>" not in part
    assertInHTML('<span>meer dan 4.500 <span class="source">inwoners</span></span>', part)


@pytest.mark.parametrize(("query", "is_part"), [("", False), ("?lijn=RZ24-L1", True)])
def test_a_choice_is_told_with_the_way_back(client, line, query, is_part):
    told = '<p role="status">U ziet alleen wat bij uw keuze past. <a href="/resultaten/">Toon alle cijfers</a></p>'
    assert (told in squeezed(client.get(f"/resultaten/{query}").text)) == is_part


@pytest.mark.parametrize(("query", "attribute"), [("", ""), ("?lijn=RZ24-L1", " open")])
def test_numbers_and_charts_stand_open_and_the_rest_is_folded_until_chosen(client, helped, line, query, attribute):
    line.indicators.add(helped)
    helped.pk, helped.slug, helped.name, helped.headline_position = None, "ook", "Ook geholpen", None
    value = helped.measurements.model.objects.last()
    helped.save()
    helped.elements.add(line)
    value.pk, value.indicator = None, helped
    value.save()
    page = squeezed(client.get(f"/resultaten/{query}").text)
    assert f"<details{attribute}><summary>Kies de cijfers</summary>" in page
    part = section_under(page, "Bereikt")
    assert part.count("<strong>4.500</strong>") == 1
    assert f"<details{attribute}><summary>Ook bereikt: 1\N{NO-BREAK SPACE}cijfer</summary>" in part
    charts = section_under(page, "Hoe ging dat\\?")
    assert 'href="/resultaten/cijfers/naar-werk/">Sinds begin 2021 zijn steeds meer inwoners' in charts
    assert charts.count("<svg") == 2


@pytest.mark.parametrize(
    ("scope", "name"), [(Scope.COUNTRY, "Cijfer van Nederland"), (Scope.EAST, "Cijfer van Oost-Nederland")]
)
def test_a_figure_of_another_area_is_not_among_those_of_the_region(client, growth, deck, scope, name):
    other = Indicator.objects.create(
        slug="elders", name=name, nature=IndicatorNature.CONTEXT, sentence="x", unit="%", scope=scope
    )
    other.measurements.create(scope=scope, reference_on=date(2020, 1, 1), reference_text="2020", value=5, source=deck)
    region, elsewhere = section_under(client.get("/resultaten/").text, "De regio in cijfers").split(
        "Andere gebieden", 1
    )
    assert "Economische groei" in region
    assert name not in region
    assert name in elsewhere


def test_the_latest_value_is_that_of_the_own_area(growth, deck):
    growth.measurements.create(
        scope=Scope.COUNTRY, reference_on=date(2026, 1, 1), reference_text="2026", value=9, source=deck
    )
    assert Indicator.objects.with_values().get(pk=growth.pk).latest.text == "4,6%"


def test_a_figure_that_nobody_knows_is_never_zero(client, db):
    Indicator.objects.create(
        slug="bijdrage", name="Bijdrage per inwoner", nature=IndicatorNature.INVESTED, sentence="x", unit="euro"
    )
    page = squeezed(client.get("/resultaten/cijfers/bijdrage/").text)
    assert 'Dit cijfer is <span class="unknown">nog niet bekend</span>' in page
    assert "€" not in page


def test_an_empty_portal_says_that_no_figure_is_known(client, db):
    assertContains(client.get("/resultaten/"), "Hierover is nog geen cijfer bekend.", count=3)
