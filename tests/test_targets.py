"""What became of a target: each is judged on its own date, and one that was missed or moved stays visible."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from partners.ground import history
from regiozwolle.reports.changes import differences
from regiozwolle.reports.gathering import gather
from results.charts.chart import chart_of
from results.models import Direction, Indicator, IndicatorNature, StatusRule, StatusWord, TargetWord
from results.status import computed_status, with_assessment
from results.targets import moved_targets, verdicts_on
from tests.reading import section, visible

TODAY = date(2026, 11, 1)
DUE = date(2023, 1, 1)


@pytest.fixture
def houses(deck):
    return Indicator.objects.create(
        slug="woningen",
        name="Woningen",
        nature=IndicatorNature.ACHIEVED,
        sentence="woningen.",
        unit="woningen",
        direction=Direction.MORE,
        rule=StatusRule.PACE,
        message="Zo gaat het",
        keeps_for=36,
    )


def measure(houses, deck, values):
    for on, value in values:
        houses.measurements.create(value=value, reference_on=on, reference_text=f"{on:%d-%m-%Y}", source=deck)


def read(houses):
    return Indicator.objects.with_status().get(pk=houses.pk)


BEFORE, ON, AFTER, LONG_BEFORE = date(2022, 6, 1), DUE, date(2024, 6, 1), date(2019, 1, 1)


@pytest.mark.parametrize(
    ("values", "word", "because"),
    [
        ([], TargetWord.UNDECIDED, "Er is nog geen meting."),
        ([(ON, 400)], TargetWord.REACHED, "Gemeten: 400 (01-01-2023)."),
        ([(ON, 399)], TargetWord.MISSED, "Gemeten: 399 (01-01-2023). Dat is 1 te weinig."),
        ([(BEFORE, 410)], TargetWord.REACHED, "Gemeten: 410 (01-06-2022)."),
        ([(BEFORE, 390)], TargetWord.UNDECIDED, "Op die datum is niet gemeten. Wel gemeten: 390 (01-06-2022)."),
        ([(LONG_BEFORE, 410)], TargetWord.UNDECIDED, "Op die datum is niet gemeten. Wel gemeten: 410 (01-01-2019)."),
        ([(AFTER, 240)], TargetWord.MISSED, "Gemeten: 240 (01-06-2024). Dat is 160 te weinig."),
        (
            [(BEFORE, 390), (AFTER, 500)],
            TargetWord.UNDECIDED,
            "Op die datum is niet gemeten. Wel gemeten: 390 (01-06-2022) en 500 (01-06-2024).",
        ),
        ([(ON, 399), (AFTER, 500)], TargetWord.MISSED, "Gemeten: 399 (01-01-2023). Dat is 1 te weinig."),
        ([(ON, 400), (AFTER, 100)], TargetWord.REACHED, "Gemeten: 400 (01-01-2023)."),
    ],
)
def test_a_target_of_which_the_date_is_over_is_judged_by_what_was_measured_around_it(
    houses, deck, values, word, because
):
    houses.targets.create(value=400, due_on=DUE, source=deck)
    measure(houses, deck, values)
    (verdict,) = verdicts_on(read(houses), today=TODAY).rows
    assert (verdict.word, verdict.because) == (word, because)


@pytest.mark.parametrize(
    ("due", "value", "word"),
    [
        (TODAY, 400, TargetWord.AHEAD),  # its last day is not over
        (TODAY - timedelta(days=1), 400, TargetWord.UNDECIDED),
        (date(2030, 1, 1), 400, TargetWord.AHEAD),
        (date(2030, 1, 1), 240, TargetWord.REACHED),
        (None, 240, TargetWord.REACHED),
        (None, 400, TargetWord.UNDECIDED),
    ],
)
def test_a_target_of_which_the_date_is_to_come_is_reached_or_goes_on(houses, deck, due, value, word):
    houses.targets.create(value=value, due_on=due, source=deck)
    measure(houses, deck, [(date(2026, 5, 1), 240)])
    assert [one.word for one in verdicts_on(read(houses), today=TODAY).rows] == [word]


def test_less_than_the_target_is_better_where_less_is_better(houses, deck):
    Indicator.objects.update(direction=Direction.LESS)
    houses.targets.create(value=400, due_on=DUE, source=deck)
    measure(houses, deck, [(ON, 450)])
    (verdict,) = verdicts_on(read(houses), today=TODAY).rows
    assert (verdict.word, verdict.because) == (TargetWord.MISSED, "Gemeten: 450 (01-01-2023). Dat is 50 te veel.")


def test_a_missed_target_stays_in_chart_table_and_status_when_a_new_one_is_set(client, houses, deck):
    houses.targets.create(value=400, due_on=DUE, baseline_value=100, baseline_on=date(2020, 1, 1), source=deck)
    measure(houses, deck, [(date(2025, 6, 1), 240)])
    houses.targets.create(
        value=500, due_on=date(2035, 1, 1), baseline_value=240, baseline_on=date(2024, 6, 1), source=deck
    )
    houses.measurements.update(value=260)
    found = read(houses)
    assert computed_status(found, today=TODAY).word == StatusWord.ON_COURSE
    chart = chart_of(found)
    assert [(point.is_target, point.mark == TargetWord.MISSED) for point in chart.wide.points] == [
        (False, False),
        (True, True),
        (True, False),
    ]
    assert ("doel, uiterlijk 1\xa0januari\xa02023, gemist", [("Regio Zwolle", "400")]) in chart.rows
    page = client.get("/resultaten/cijfers/woningen/")
    assert "1 gemist, 1 loopt" in section(page, "doelen")
    assert "Gemist: 400 (uiterlijk 1 januari 2023)." in section(page, "status")
    assert "Gemist: 400 (uiterlijk 1 januari 2023)." in visible(client.get("/resultaten/"))
    assert "Cirkel met een kruis: gemist doel." in visible(page)


@pytest.mark.parametrize(
    ("value", "word"), [(240, StatusWord.MISSED), (400, StatusWord.REACHED), (100, StatusWord.UNDECIDED)]
)
def test_past_its_date_a_figure_is_judged_and_no_longer_on_course(houses, deck, value, word):
    """Also by a measurement that is too old by now: it tells how it was then."""
    houses.targets.create(value=400, due_on=DUE, baseline_value=100, baseline_on=date(2020, 1, 1), source=deck)
    measure(houses, deck, [(ON if value > 100 else date(2020, 1, 1), value)])
    assert computed_status(read(houses), today=TODAY).word == word


def test_a_figure_measured_long_ago_is_not_on_course(houses, deck):
    houses.targets.create(value=400, due_on=date(2030, 1, 1), baseline_value=100, baseline_on=ON, source=deck)
    measure(houses, deck, [(AFTER, 250)])
    assert computed_status(read(houses), today=date(2027, 6, 1)).word == StatusWord.ON_COURSE
    assert computed_status(read(houses), today=date(2027, 6, 2)).word == StatusWord.STALE


# Targets that move


@pytest.fixture
def moved(houses, deck):
    """A target that moved from 500 at the end of 2028 to 400 at the end of 2030."""
    target = houses.targets.create(value=500, due_on=date(2028, 12, 31), due_text="eind 2028", source=deck)
    measure(houses, deck, [(date(2026, 1, 1), 240)])
    before = gather(timezone.localdate())
    with history.recorded("streefwaarde verschoven", about=target, reason="De bouw begint later."):
        target.value, target.due_on, target.due_text = 400, date(2030, 12, 31), "eind 2030"
        target.save()
    return before


def test_what_a_target_was_before_it_moved_stays_with_the_reason(client, houses, moved):
    (move,) = moved_targets(read(houses))
    assert (move.was.text, move.was.when, move.now.text, move.reason) == (
        "500",
        "Eind 2028",
        "400",
        "De bouw begint later.",
    )
    page = client.get("/resultaten/cijfers/woningen/")
    part = section(page, "doelen")
    assert "Eind 2028 500 – Verschoven" in part
    assert "werd dit 400 (eind 2030)." in part
    assert "De bouw begint later." in part
    assert '<h1 class="document">Zo gaat het. Eén doel is verschoven</h1>' in page.text
    assert "eerst 500" in page.text
    assert "Cirkel met streepjes: waar het doel eerst stond." in visible(page)


def test_a_move_is_a_line_in_the_report_also_of_a_figure_that_is_no_promise(houses, moved):
    changed = {one.title: one.rows for one in differences(moved, gather(timezone.localdate()))}
    assert [row.text.replace("\xa0", " ") for row in changed["Streefwaarden"]] == [
        "Streefwaarde: van 500 woningen naar 400 woningen. Uiterlijk: van eind 2028 naar eind 2030."
    ]


def test_a_report_of_before_targets_were_in_it_has_nothing_to_compare(houses, moved):
    without = {**moved, "sections": [one for one in moved["sections"] if one["key"] != "streefwaarden"]}
    assert "Streefwaarden" not in {one.title for one in differences(without, moved)}


def test_what_changed_while_it_was_a_concept_is_no_move(houses, deck):
    target = houses.targets.create(value=500, due_on=date(2028, 12, 31), source=deck)
    target.value = 400
    target.save()
    found = read(houses)
    assert len(moved_targets(found)) == 1
    found.public_from = timezone.now() + timedelta(days=1)
    assert moved_targets(found) == []


# What the editors set


def test_a_status_that_was_set_stays_on_the_site_when_it_is_over(client, houses, deck):
    measure(houses, deck, [(date(2026, 1, 1), 240)])
    houses.overrides.create(
        status=StatusWord.ON_COURSE,
        reason="De grootste wijk komt later.",
        set_by="regiobureau",
        starts_on=date(2025, 1, 1),
        ends_on=date(2025, 3, 1),
    )
    part = section(client.get("/resultaten/cijfers/woningen/"), "status")
    assert "Eerder ingesteld door regiobureau Op koers De grootste wijk komt later." in part
    assert "Gold van 1 januari 2025 tot en met 1 maart 2025." in part
    (found,) = with_assessment(Indicator.objects.filter(pk=houses.pk).with_status())
    assert found.assessment.override is None
