"""Charts: exact geometry, and values that are odd but possible."""

import re
from datetime import date
from decimal import Decimal
from itertools import combinations
from math import dist

import pytest

from results.charts.chart import chart_of
from results.charts.points import place_words
from results.charts.room import MARK, FreeRoom
from results.charts.scale import NARROW, Scale
from results.models import Indicator, IndicatorNature, Scope
from tests.reading import squeezed


def drawn(indicator):
    return chart_of(Indicator.objects.with_values().get(pk=indicator.pk))


@pytest.fixture
def measured(deck):
    """Makes an indicator of the values by day and scope in `values`, and draws it."""

    def measured(*values, unit="inwoners"):
        indicator = Indicator.objects.create(
            slug="proef",
            name="Proef",
            nature=IndicatorNature.CONTEXT,
            sentence="proef.",
            unit=unit,
            message="Zo gaat het",
            keeps_for=600,
        )
        for day, scope, value in values:
            indicator.measurements.create(
                reference_on=day, reference_text=str(day.year), scope=scope, value=Decimal(value), source=deck
            )
        return drawn(indicator)

    return measured


@pytest.mark.parametrize(
    ("values", "steps"),
    [
        (["4500"], [0, 2000, 4000, 6000]),
        (["3.3", "2.7"], [0, 2, 4]),
        (["12.3"], [0, 10, 20]),
        (["400"], [0, 200, 400]),
        (["0.01"], [0, Decimal("0.01")]),
        (["0"], [0, Decimal("0.5"), 1]),
        (["-3.5", "1"], [-4, -2, 0, 2]),
        (["-40"], [-40, -20, 0]),
        (["99999999999999.99"], [0, 5 * 10**13, 10 * 10**13]),
    ],
)
def test_an_axis_holds_zero_and_ends_at_a_round_step(values, steps):
    assert Scale([Decimal(value) for value in values], "inwoners").steps == steps


def test_bars_stand_side_by_side_from_zero(growth):
    chart = drawn(growth)
    assert (chart.wide.zero, chart.wide.left, chart.wide.height) == (320.0, 6.8, 390)
    assert [(tick.place, tick.text) for tick in chart.wide.ticks] == [(320.0, "0%"), (180.0, "2%"), (40.0, "4%")]
    first, second = chart.wide.groups
    assert (first.text, first.middle, second.text, second.middle) == ("2016", 30.1, "2017", 76.7)
    region, country = first.bars
    assert (region.x, region.y, region.width, region.height) == (11.5, 131.0, 18, 189.0)
    assert (region.name, region.text, region.text_y, region.compared) == ("Regio Zwolle", "2,7%", 120.0, False)
    assert (country.x, country.y, country.width, country.height) == (30.7, 166.0, 18, 154.0)
    assert (country.name, country.text, country.compared) == ("Nederland", "2,2%", True)


def test_on_a_phone_bars_lie_under_their_names(growth):
    narrow = drawn(growth).narrow
    assert (narrow.height, narrow.zero) == (292, 0.0)
    assert [(bar.name, bar.text, bar.x, bar.width, bar.y) for group in narrow.groups for bar in group.bars] == [
        ("Regio Zwolle", "2,7%", 0.0, 67.5, 54),
        ("Nederland", "2,2%", 0.0, 55.0, 108),
        ("Regio Zwolle", "3,3%", 0.0, 82.5, 210),
        ("Nederland", "2,9%", 0.0, 72.5, 264),
    ]


def test_only_days_on_which_both_were_measured_are_compared(growth):
    chart = drawn(growth)
    assert chart.rows == [
        ("2016", [("Regio Zwolle", "2,7%"), ("Nederland", "2,2%")]),
        ("2017", [("Regio Zwolle", "3,3%"), ("Nederland", "2,9%")]),
    ]
    assert chart.description == "2016: Regio Zwolle 2,7%, Nederland 2,2%. 2017: Regio Zwolle 3,3%, Nederland 2,9%."


def test_a_line_goes_through_time_and_is_dotted_where_counting_may_differ(helped):
    chart = chart_of(Indicator.objects.with_values().get(), today=date(2024, 1, 1))
    assert [(point.x, point.y, point.text) for point in chart.wide.points] == [
        (14.2, 255.6, "1.400"),
        (33.7, 237.2, "ruim 1.800"),
        (96.0, 113.0, "meer dan 4.500"),
    ]
    assert [(point.words.y, point.words.anchor) for point in chart.wide.points] == [
        (282.6, "middle"),
        (264.2, "middle"),
        (97.0, "end"),
    ]
    assert [(s.x1, s.y1, s.x2, s.y2, s.uncertain) for s in chart.wide.stretches] == [
        (14.2, 255.6, 33.7, 237.2, False),
        (33.7, 237.2, 96.0, 113.0, True),
    ]
    assert [(year.place, year.text) for year in chart.wide.years] == [(14.2, "2021"), (55.1, "2022"), (96.0, "2023")]
    assert [tick.text for tick in chart.wide.ticks] == ["0", "2.000", "4.000", "6.000"]
    assert chart.narrow.marks == {"uncertain", "hedged"}
    assert chart.legend == (
        "Stippellijn: de manier van tellen kan zijn veranderd. "
        "Gestippelde cirkel: voorlopig, geschat of bij benadering."
    )
    assert chart.description == "Begin 2021: 1.400. 24 juni 2021: ruim 1.800. Begin 2023: meer dan 4.500."


def test_a_line_goes_on_without_values_to_today_when_the_last_is_too_old(helped):
    wide = chart_of(Indicator.objects.with_values().get(), today=date(2026, 11, 1)).wide
    [since] = wide.since
    last = wide.points[-1]
    assert (since.x1, since.y1, since.x2, since.y2) == (last.x, last.y, 96, last.y)
    assert [words.text for words in wide.notes] == ["sindsdien geen meting bekend"]
    assert wide.years[-1].text == "2026"


def test_on_a_phone_a_line_has_no_words_beside_its_axis(helped):
    narrow = chart_of(Indicator.objects.with_values().get(), today=date(2024, 1, 1)).narrow
    assert narrow.ticks == []
    assert [(point.x, point.y) for point in narrow.points] == [(8.0, 178.9), (28.02, 167.2), (92.0, 88.0)]


def test_without_a_message_a_chart_is_called_by_the_name_of_its_figure(growth):
    growth.message = ""
    growth.save()
    assert drawn(growth).message == "Economische groei"


def test_one_value_is_a_dot_with_a_stem(measured):
    wide = measured((date(2026, 1, 1), Scope.REGION, "5")).wide
    [point], [stem] = wide.points, wide.stretches
    assert (stem.x1, stem.y1, stem.x2, stem.y2) == (point.x, wide.zero, point.x, point.y)
    assert point.text == "5"


def test_there_is_no_chart_of_nothing(measured):
    assert measured() is None


def test_figures_of_single_partners_are_not_drawn(helped, zwolle, deck):
    helped.measurements.create(
        partner=zwolle,
        scope=Scope.PARTNER,
        reference_on=date(2021, 1, 1),
        reference_text="2021",
        value=9,
        source=deck,
    )
    assert [point.text for point in drawn(helped).wide.points] == ["1.400", "ruim 1.800", "meer dan 4.500"]


@pytest.mark.parametrize(
    "values",
    [("0", "0"), ("-5", "-9.99"), ("-1", "1"), ("99999999999999.99", "0.01"), ("-99999999999999.99", "0")],
)
@pytest.mark.parametrize("days", [(date(2020, 1, 1), date(2020, 1, 1)), (date(2000, 1, 1), date(2050, 12, 31))])
@pytest.mark.parametrize("unit", ["inwoners", "euro", "%"])
def test_odd_values_are_drawn_within_the_drawing(measured, client, values, days, unit):
    scopes = (Scope.REGION, Scope.COUNTRY) if days[0] == days[1] else (Scope.REGION, Scope.REGION)
    chart = measured(*zip(days, scopes, values, strict=True), unit=unit)
    if hasattr(chart.narrow, "points"):
        for drawing in (chart.wide, chart.narrow):
            assert all(0 <= point.x <= 100 and 0 <= point.y <= drawing.height for point in drawing.points)
            assert 0 < len(drawing.years) <= 8
    else:
        bars = [bar for group in chart.narrow.groups for bar in group.bars]
        assert all(bar.x >= 0 and bar.x + bar.width <= 100.01 and bar.height >= 0 for bar in bars)
    assert client.get("/resultaten/cijfers/proef/").status_code == 200


def test_a_negative_bar_hangs_from_zero_with_its_value_below(measured):
    chart = measured((date(2020, 1, 1), Scope.REGION, "-2"), (date(2020, 1, 1), Scope.COUNTRY, "2"), unit="%")
    region, country = chart.wide.groups[0].bars
    assert (region.y, region.height, region.text_y) == (180.0, 140.0, 342.0)
    assert (country.y, country.height, country.text_y) == (40.0, 140.0, 29.0)
    assert region.text_y + 16 < region.name_y
    assert [bar.x for bar in chart.narrow.groups[0].bars] == [0.0, 50.0]


def test_many_bars_lie_at_every_width(measured):
    chart = measured(
        *((date(2000 + year, 1, 1), scope, "5") for year in range(9) for scope in (Scope.REGION, Scope.COUNTRY))
    )
    assert chart.wide is None
    assert len(chart.narrow.groups) == 9


def room(width):
    return FreeRoom((width,), left=0, top=0, foot=200)


def test_words_that_would_touch_are_left_out_the_older_ones_first():
    points = place_words(room(600), [(10, 90), (10.5, 89), (11, 88), (50, 20)], [["een"], ["twee"], ["drie"], ["vier"]])
    assert [point.text for point in points] == ["een", "", "", "vier"]


def test_of_many_points_only_those_with_room_have_a_circle_or_words():
    places = [(7 + 86 * month / 59, 100 - 40 * (month % 2)) for month in range(60)]
    points = place_words(room(NARROW), places, [["ongeveer 1.234.567"]] * 60)
    circles = [(point.x / 100 * NARROW, point.y) for point in points if point.has_circle]
    assert (circles[0], circles[-1]) == tuple((x / 100 * NARROW, y) for x, y in (places[0], places[-1]))
    assert 12 < len(circles) < 60
    assert min(dist(one, other) for one, other in combinations(circles, 2)) >= 2 * MARK
    assert {point.radius for point in points} == {8, 2.5}
    assert points[-1].text == "ongeveer 1.234.567"


def test_words_that_would_run_past_the_edge_end_at_their_point():
    places = [(10, 90), (92, 40), (97, 150)]
    points = place_words(room(600), places, [["1"], ["ongeveer 12.345.678"], ["2"]])
    assert [(point.text, point.words.anchor) for point in points] == [
        ("1", "middle"),
        ("ongeveer 12.345.678", "end"),
        ("2", "middle"),
    ]


def test_a_shorter_text_stands_where_the_fullest_has_no_room():
    [point] = place_words(room(100), [(50, 90)], [["ongeveer 12.345.678", "12.345"]])
    assert point.text == "12.345"


def test_days_around_new_year_have_the_whole_width_and_their_months(measured):
    chart = measured(
        (date(2023, 12, 30), Scope.REGION, "5"),
        (date(2024, 1, 1), Scope.REGION, "-5"),
        (date(2024, 1, 2), Scope.REGION, "-4"),
        unit="%",
    )
    for drawing in (chart.wide, chart.narrow):
        first, middle, last = drawing.points
        assert last.x - middle.x == pytest.approx((last.x - first.x) / 3, abs=0.1)
        assert [point.text for point in drawing.points] == ["5%", "−5%", "−4%"]
        assert [tick.text for tick in drawing.years] == ["dec 2023", "jan 2024"]


def test_below_a_negative_value_is_room_for_its_words(measured):
    chart = measured((date(2020, 1, 1), Scope.REGION, "-5"), (date(2022, 1, 1), Scope.REGION, "5"), unit="%")
    for drawing in (chart.wide, chart.narrow):
        first = drawing.points[0]
        assert first.y < first.words.y < drawing.bottom - 26


def test_words_choose_the_side_where_the_line_goes_away():
    first, middle, _ = place_words(room(600), [(10, 80), (50, 102), (90, 60)], [["1"], ["2"], ["3"]])
    assert (first.words.y, middle.words.y) == (64, 129)


def test_words_stand_above_a_point_that_lies_on_the_base():
    first, _ = place_words(room(600), [(5, 200), (50, 100)], [["0"], ["9"]])
    assert first.words.y == 184


def test_a_missing_value_leaves_a_gap_and_is_told_in_the_table(measured):
    chart = measured(
        (date(2020, 1, 1), Scope.REGION, "1"),
        (date(2020, 1, 1), Scope.COUNTRY, "2"),
        (date(2021, 1, 1), Scope.REGION, "3"),
        (date(2021, 1, 1), Scope.EAST, "4"),
    )
    assert chart.columns == ["Regio Zwolle", "Nederland", "Oost-Nederland"]
    assert [[bar.name for bar in group.bars] for group in chart.narrow.groups] == [
        ["Regio Zwolle", "Nederland"],
        ["Regio Zwolle", "Oost-Nederland"],
    ]
    assert [[text for _, text in cells] for _, cells in chart.rows] == [["1", "2", ""], ["3", "", "4"]]


@pytest.mark.parametrize("slug", ["economische-groei", "naar-werk"])
def test_a_chart_has_a_title_a_description_and_the_same_values_in_each_drawing(client, growth, helped, slug):
    page = squeezed(client.get(f"/resultaten/cijfers/{slug}/").text)
    figure = re.search(r'<figure class="chart".*?</figure>', page, re.S).group()
    drawings = re.findall(r"<svg.*?</svg>", figure, re.S)
    assert len(drawings) == 2
    for drawing in drawings:
        title, description = re.search(r'role="img" aria-labelledby="(\S+) (\S+)"', drawing).groups()
        assert f'<title id="{title}">' in drawing
        assert f'<desc id="{description}">' in drawing
    wide, narrow = (re.findall(r'<text class="value"[^>]*>([^<]+)</text>', drawing) for drawing in drawings)
    assert set(wide) == set(narrow) != set()


def test_numbers_in_a_drawing_have_a_point_and_no_comma(client, growth):
    page = client.get("/resultaten/cijfers/economische-groei/").text
    assert 'x="11.5%" y="131.0" width="18%" height="189.0"' in page
    assert re.findall(r' (?:x|y|x1|y1|width|height)="[^"]*,', page) == []


def test_no_id_occurs_twice_on_a_page_with_all_charts(client, growth, helped):
    ids = re.findall(r'\sid="([^"]+)"', client.get("/resultaten/").text)
    assert sorted(set(ids)) == sorted(ids)


# Targets, and what a source is not quite sure of


def test_a_target_is_drawn_after_the_measurements_with_the_road_to_it(client, helped, deck):
    helped.targets.create(
        value=9_000,
        qualifier="ten minste",
        due_on=date(2030, 1, 1),
        due_text="vóór 2030",
        baseline_value=1_000,
        baseline_on=date(2020, 1, 1),
        source=deck,
    )
    chart = chart_of(Indicator.objects.with_values().get())
    last = chart.narrow.points[-1]
    assert (last.text, last.is_target, last.hedged) == ("doel ten minste 9.000, vóór 2030", True, True)
    assert [point.is_target for point in chart.wide.points] == [False, False, False, True]
    [road] = chart.wide.roads
    target = chart.wide.points[-1]
    assert (road.x2, road.y2) == (target.x, target.y)
    assert road.x1 < chart.wide.points[0].x
    assert len(chart.wide.stretches) == 2
    assert chart.rows[-1] == ("doel, vóór 2030", [("Regio Zwolle", "ten minste 9.000")])
    page = client.get("/resultaten/cijfers/naar-werk/").text
    assert page.count('<circle class="compared uncertain"') == 2
    assert "Gearceerde cirkel: doel. Dunne stippellijn: de rechte weg naar het doel." in page
    helped.targets.update(baseline_value=None, baseline_on=None)
    assert "Dunne stippellijn" not in client.get("/resultaten/cijfers/naar-werk/").text


def test_a_target_that_nobody_measured_is_a_dumbbell_of_which_only_the_end_is_known(client, promise):
    chart = drawn(promise)
    assert [(stop.told, stop.css) for stop in chart.narrow.stops] == [
        ("begin: nog niet bekend", "hollow"),
        ("nu: nog niet bekend", "hollow"),
        ("doel: ten minste 50.000", "compared"),
    ]
    assert chart.description == "Begin: nog niet bekend. Nu: nog niet bekend. Doel: ten minste 50.000."
    assert client.get(promise.get_absolute_url()).text.count('<circle class="hollow"') == 2


def test_a_point_is_dotted_where_its_source_is_not_quite_sure(helped):
    helped.measurements.filter(qualifier="").update(certainty="schatting")
    assert [point.hedged for point in chart_of(Indicator.objects.with_values().get()).wide.points] == [True] * 3
    helped.measurements.update(certainty="definitief", qualifier="")
    chart = chart_of(Indicator.objects.with_values().get())
    assert [point.hedged for point in chart.wide.points] == [False] * 3
    assert "hedged" not in chart.narrow.marks
