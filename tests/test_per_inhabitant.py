"""Municipalities compared per inhabitant: on one day, where both are known, and never as a ranking."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as some

from partners.models import Certainty, Partner, Population, Source
from results.models import Indicator, IndicatorNature, Measurement, Scope
from results.per_inhabitant import MunicipalShare
from tests.reading import section_under, squeezed

DAY = date(2024, 1, 1)


@pytest.fixture
def panels(db):
    """Solar panels per municipality, that the editors want to compare."""
    return Indicator.objects.create(
        slug="zonnepanelen", name="Zonnepanelen", nature=IndicatorNature.ACHIEVED, sentence="panelen.",
        unit="panelen", scope=Scope.PARTNER, per_inhabitant=True,
    )  # fmt: skip


@pytest.fixture
def measured(panels, zwolle, dalfsen, deck):
    """Zwolle has most panels and Dalfsen most for each inhabitant."""
    for partner, value in [(zwolle, 9000), (dalfsen, 3500)]:
        panels.measurements.create(
            partner=partner, scope=Scope.PARTNER, value=value, reference_on=DAY, reference_text="1 januari 2024",
            source=deck,
        )  # fmt: skip
    for partner, count in [(zwolle, 130_000), (dalfsen, 28_000)]:
        Population.objects.create(partner=partner, reference_on=DAY, count=count, source=deck)


def compared(client):
    """The section, squeezed, and its cells by name of the municipality."""
    part = section_under(client.get("/resultaten/cijfers/zonnepanelen/").text, "Per inwoner")
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th>(.*?)</tr>", part)
    return part, {
        re.sub(r"<[^>]+>", "", name): [
            " ".join(re.sub(r"<[^>]+>", " ", cell).replace("\N{NO-BREAK SPACE}", " ").split())
            for cell in re.findall(r"<td[^>]*>(.*?)</td>", cells)
        ]
        for name, cells in rows
    }


def test_each_municipality_stands_by_its_name_with_value_inhabitants_and_method(client, measured):
    part, rows = compared(client)
    assert list(rows.items()) == [
        ("Dalfsen", ["3.500", "28.000 op 1 januari 2024", "125"]),
        ("Zwolle", ["9.000", "130.000 op 1 januari 2024", "69,2"]),
    ]
    assert "gedeeld door het aantal inwoners, maal 1.000." in part
    assert "dit is geen ranglijst" in part
    assert "Bronnen: Presentatie Samenwerken in Regio Zwolle" in part


def test_nothing_in_it_ranks(client, measured):
    """No mark of good or bad, no place, and the order does not follow the values."""
    part, rows = compared(client)
    assert list(rows) == sorted(rows)
    Measurement.objects.filter(partner__slug="zwolle").update(value=99_999)
    assert list(compared(client)[1]) == list(rows)
    assert not re.search(r'class="cell|\bbeste\b|hoogste\b|laagste\b|<ol|plaats \d|aria-sort|#\d', part)


def test_money_is_told_per_inhabitant_to_the_cent(client, measured, panels):
    Indicator.objects.filter(pk=panels.pk).update(unit="euro")
    part, rows = compared(client)
    assert rows["Dalfsen"][2] == "€ 0,13"
    assert "gedeeld door het aantal inwoners. " in part


def test_the_value_keeps_what_its_source_says_before_it(client, measured):
    Measurement.objects.filter(partner__slug="dalfsen").update(qualifier="meer dan")
    assert compared(client)[1]["Dalfsen"][2] == "meer dan 125"


def test_inhabitants_of_about_that_day_count_and_the_nearest_of_them(client, measured, dalfsen, deck):
    Population.objects.filter(partner=dalfsen).update(reference_on=date(2024, 12, 31))
    assert compared(client)[1]["Dalfsen"][1] == "28.000 op 31 december 2024"
    Population.objects.create(partner=dalfsen, reference_on=date(2023, 12, 1), count=27_000, source=deck)
    assert compared(client)[1]["Dalfsen"][1] == "27.000 op 1 december 2023"


def test_of_two_counts_on_one_day_the_firmest_counts(client, measured, dalfsen):
    other = Source.objects.create(slug="cbs", title="CBS")
    Population.objects.create(
        partner=dalfsen, reference_on=DAY, count=29_000, certainty=Certainty.FINAL, source=other
    )  # fmt: skip
    assert compared(client)[1]["Dalfsen"][1] == "29.000 op 1 januari 2024"


@pytest.mark.parametrize("change", ["gone", "long ago"])
def test_without_inhabitants_of_about_that_day_it_is_not_known(client, measured, dalfsen, change):
    counts = Population.objects.filter(partner=dalfsen)
    counts.delete() if change == "gone" else counts.update(reference_on=date(2022, 6, 1))
    assert compared(client)[1]["Dalfsen"] == [
        "3.500",
        "nog niet bekend",
        "nog niet bekend Van deze gemeente is het aantal inwoners rond deze dag nog niet bekend.",
    ]


def test_sources_that_differ_give_no_number(client, measured, panels, dalfsen):
    other = Source.objects.create(slug="ander", title="Een andere bron")
    panels.measurements.create(
        partner=dalfsen, scope=Scope.PARTNER, value=4000, reference_on=DAY, reference_text="x", source=other
    )
    assert compared(client)[1]["Dalfsen"] == [
        "3.500 of 4.000",
        "28.000 op 1 januari 2024",
        "nog niet bekend De bronnen zeggen op deze dag niet hetzelfde.",
    ]


def test_values_of_different_days_are_not_laid_side_by_side(client, measured, panels, zwolle, deck):
    panels.measurements.create(
        partner=zwolle, scope=Scope.PARTNER, value=9999, reference_on=date(2025, 1, 1), reference_text="x", source=deck
    )
    assert compared(client)[1]["Zwolle"][0] == "9.000"


def test_of_how_many_it_is_not_known_is_said(client, measured, zwolle):
    assert "andere gemeente" not in compared(client)[0]
    Partner.objects.create(slug="urk", name="Urk", kind="gemeente", province=zwolle.province)
    said = "Van 1\N{NO-BREAK SPACE}andere gemeente is de waarde op deze dag nog niet bekend."
    assert said in compared(client)[0]


@pytest.mark.parametrize("case", ["not chosen", "one municipality", "a province"])
def test_there_is_no_comparison_without_two_municipalities_and_the_choice_of_the_editors(
    client, measured, panels, dalfsen, case
):
    if case == "not chosen":
        Indicator.objects.filter(pk=panels.pk).update(per_inhabitant=False)
    elif case == "one municipality":
        panels.measurements.filter(partner=dalfsen).delete()
    else:
        Partner.objects.filter(pk=dalfsen.pk).update(kind="provincie", province=None)
    assert "Per inwoner</h2>" not in squeezed(client.get("/resultaten/cijfers/zonnepanelen/").text)


def test_a_percentage_is_not_divided(panels):
    panels.unit = "%"
    with pytest.raises(ValidationError) as refused:
        panels.full_clean()
    assert list(refused.value.message_dict) == ["per_inhabitant"]


@given(value=some.decimals(0, 10**9, places=2), count=some.integers(1, 10**7))
def test_the_number_is_the_value_divided_and_rounded_once(value, count):
    for unit, each, step in [("euro", 1, Decimal("0.01")), ("panelen", 1000, Decimal("0.1"))]:
        one = Measurement(indicator=Indicator(unit=unit), value=value)
        amount = MunicipalShare([one], Population(count=count)).amount
        assert abs(amount - value * each / count) <= step / 2
        assert amount % step == 0
