"""The page of one figure: all that its sources say, side by side."""

import re
from datetime import date

from pytest_django.asserts import assertInHTML

from partners.models import Certainty, Source
from results.models import (
    Indicator,
    IndicatorNature,
    Scope,
)
from tests.reading import section_under, squeezed


def test_a_figure_shows_all_measurements_with_certainty_area_and_source(client, growth, goal):
    growth.elements.add(goal)
    growth.measurements.filter(reference_on__year=2022).update(certainty=Certainty.PROVISIONAL, note="Over welk jaar?")
    page = client.get("/resultaten/cijfers/economische-groei/").text
    rows = re.findall(r"<tr>.*?</tr>", section_under(page, "Alle metingen"), re.S)[1:]
    assert [re.search(r'<th scope="row">([^<]+)', row)[1] for row in rows] == ["2022", "2017", "2017", "2016", "2016"]
    assert '<td class="number" data-label="Waarde">4,6%</td>' in rows[0]
    assert '<td data-label="Zekerheid">voorlopig</td>' in rows[0]
    assert "Over welk jaar?" in rows[0]
    assert "Presentatie Samenwerken in Regio Zwolle" in rows[0]
    assert sorted(re.search(r'data-label="Gebied">([^<]+)', row)[1] for row in rows[1:3]) == [
        "Nederland",
        "Regio Zwolle",
    ]
    assertInHTML('<a href="/agenda/tekst/RZ24-L1.2/">Opgave 1.2: Toekomstbestendige arbeidsmarkt</a>', page)


def test_sources_that_disagree_stand_side_by_side(client, helped):
    other = Source.objects.create(slug="krant", title="Krant")
    helped.measurements.create(
        reference_on=date(2023, 1, 1), reference_text="begin 2023", value=3900, source=other, comparable=False
    )
    part = section_under(client.get("/resultaten/cijfers/naar-werk/").text, "Alle metingen")
    assert re.findall(r'data-label="Waarde">([^<]+)', part)[:2] == ["meer dan 4.500", "3.900"]


def test_the_targets_of_a_figure_are_told_with_when(client, promise):
    part = section_under(client.get("/resultaten/cijfers/extra-woningen/").text, r"Welke doelen zijn er\?")
    assert re.findall(r'data-label="Beloofd">([^<]+)', part) == ["ten minste 50.000", "50.000"]
    assert '<th scope="row">Vóór 2040</th>' in part
    assert '<th scope="row"><span class="unknown">nog niet bekend</span></th>' in part


def test_a_figure_for_one_partner_names_it(client, zwolle, deck):
    indicator = Indicator.objects.create(
        slug="bijdrage", name="Bijdrage", nature=IndicatorNature.INVESTED, sentence="per inwoner.", unit="euro",
        scope=Scope.PARTNER,
    )  # fmt: skip
    indicator.measurements.create(
        scope=Scope.PARTNER,
        partner=zwolle,
        reference_on=date(2018, 1, 1),
        reference_text="2018",
        value="2.75",
        source=deck,
    )
    page = squeezed(client.get("/resultaten/cijfers/bijdrage/").text)
    assert "<strong>€\N{NO-BREAK SPACE}2,75</strong>" in page
    assert "Datum: 2018. Voor Zwolle.</p>" in page
    assertInHTML(f'<td data-label="Gebied"><a href="{zwolle.get_absolute_url()}">Zwolle</a></td>', page)


def test_an_invented_figure_is_not_told_to_be_about_the_region(client, growth):
    growth.is_example = True
    growth.save()
    page = client.get("/resultaten/cijfers/economische-groei/").text
    assert "<dt>Gebied</dt><dd>Verzonnen gebied</dd>" in page
    assert set(re.findall(r'data-label="Gebied">([^<]+)', page)) == {"verzonnen gebied", "Nederland"}
    assert ">verzonnen gebied</text>" in page
