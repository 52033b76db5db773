"""Where the status of a figure turns: on a margin itself, on the first and the last day, at nothing and below it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from results.models import Direction, Indicator, IndicatorNature, Override, StatusRule, StatusWord
from results.status import (
    NO_MEASUREMENT,
    NO_RULE,
    Assessment,
    Status,
    computed_status,
    parameters_in_words,
    rule_in_words,
    with_assessment,
)

FIRST, HALFWAY, LAST = date(2026, 1, 1), date(2026, 1, 6), date(2026, 1, 11)


@pytest.fixture
def figure(deck):
    """A figure that is to go from 0 to 1.000 in ten days; 5% behind is on course, 15% asks for attention."""
    indicator = Indicator.objects.create(
        slug="woningen",
        name="Woningen",
        nature=IndicatorNature.PROMISED,
        sentence="woningen.",
        unit="woningen",
        direction=Direction.MORE,
        rule=StatusRule.PACE,
        margin=5,
        wide_margin=15,
    )
    indicator.targets.create(value=1000, due_on=LAST, baseline_value=0, baseline_on=FIRST, source=deck)
    return indicator


@pytest.fixture
def measure(figure, deck):
    """Adds a measurement of the figure."""

    def add(value, on=HALFWAY, **more):
        return figure.measurements.create(
            value=Decimal(value), reference_on=on, reference_text=f"{on:%d-%m-%Y}", source=deck, **more
        )

    return add


def status(figure, today=LAST):
    return computed_status(Indicator.objects.with_status().get(pk=figure.pk), today=today)


# The pace


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("1000.1", StatusWord.REACHED),
        ("1000", StatusWord.REACHED),
        ("999.9", StatusWord.ON_COURSE),
        ("500", StatusWord.ON_COURSE),
        ("450", StatusWord.ON_COURSE),  # exactly 5% behind
        ("449.9", StatusWord.ATTENTION),
        ("350", StatusWord.ATTENTION),  # exactly 15% behind
        ("349.9", StatusWord.OFF_COURSE),
        ("0", StatusWord.OFF_COURSE),
        ("-5", StatusWord.OFF_COURSE),
    ],
)
def test_a_figure_on_a_margin_is_within_it(figure, measure, value, word):
    measure(value)
    assert status(figure).word == word


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("0", StatusWord.REACHED),
        ("0.1", StatusWord.ON_COURSE),
        ("550", StatusWord.ON_COURSE),
        ("550.1", StatusWord.ATTENTION),
        ("650", StatusWord.ATTENTION),
        ("650.1", StatusWord.OFF_COURSE),
    ],
)
def test_on_a_road_down_the_margins_are_the_same(figure, measure, value, word):
    Indicator.objects.update(direction=Direction.LESS)
    figure.targets.update(baseline_value=1000, value=0)
    measure(value)
    assert status(figure).word == word


@pytest.mark.parametrize(
    ("on", "needed"),
    [
        (date(2026, 1, 2), "100"),
        (HALFWAY, "500"),
        (date(2026, 1, 10), "900"),
        (LAST, "1.000"),
        (LAST + timedelta(days=1), "1.000"),  # the road ends there
    ],
)
def test_the_road_is_straight_from_its_first_day_to_its_last(figure, measure, on, needed):
    measure("1", on)
    because = status(figure).because.replace("\N{NO-BREAK SPACE}", " ")
    assert f"2026 was daarvoor {needed} nodig. Gemeten is 1." in because


def test_what_is_needed_is_rounded_to_hundredths(figure, measure):
    figure.targets.update(value=1)
    figure.targets.update(due_on=FIRST + timedelta(days=3))
    measure("0", FIRST + timedelta(days=2))
    assert "was daarvoor 0,67 nodig" in status(figure, FIRST + timedelta(days=3)).because


@pytest.mark.parametrize(("value", "word"), [("0", StatusWord.UNDECIDED), ("1000", StatusWord.REACHED)])
def test_a_figure_that_was_measured_on_its_first_day_alone_is_not_on_course(figure, measure, value, word):
    measure(value, FIRST)
    assert status(figure).word == word


def test_before_the_first_day_of_the_road_nothing_can_be_judged(figure, measure):
    measure("1000", FIRST - timedelta(days=1))
    assert status(figure) == Status(StatusWord.UNDECIDED, "De laatste meting is van voor de beginwaarde.")


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "can_be_judged"),
    [
        (Direction.MORE, 0, 1, True),
        (Direction.MORE, 5, 5, False),
        (Direction.MORE, 1, 0, False),
        (Direction.LESS, 1, 0, True),
        (Direction.LESS, Decimal("0.9"), Decimal("0.4"), True),
        (Direction.MORE, Decimal("0.4"), Decimal("0.9"), True),
        (Direction.LESS, 5, 5, False),
        (Direction.LESS, 0, 1, False),
    ],
)
def test_a_road_leads_to_where_it_is_better(figure, measure, direction, baseline, target, can_be_judged):
    Indicator.objects.update(direction=direction)
    figure.targets.update(baseline_value=baseline, value=target)
    measure("0.5")
    assert (status(figure).word != StatusWord.UNDECIDED) is can_be_judged


# Beside the measurement before


@pytest.mark.parametrize(
    ("before", "after", "word", "difference"),
    [
        ("100", "105", StatusWord.BETTER, "5% meer"),  # the margin itself is a difference
        ("100", "104.9", StatusWord.SAME, "4,9% meer"),
        ("100", "100", StatusWord.SAME, "evenveel"),
        ("100", "99.99", StatusWord.SAME, "minder dan 0,1% minder"),
        ("100", "95.1", StatusWord.SAME, "4,9% minder"),
        ("100", "95", StatusWord.WORSE, "5% minder"),
        ("1", "2", StatusWord.BETTER, "100% meer"),
        ("-100", "-95", StatusWord.BETTER, "5% meer"),
        ("-100", "-105", StatusWord.WORSE, "5% minder"),
    ],
)
def test_less_than_the_margin_is_the_same(figure, measure, before, after, word, difference):
    Indicator.objects.update(rule=StatusRule.PREVIOUS)
    measure(before, FIRST)
    measure(after)
    assert status(figure).word == word
    assert status(figure).because.endswith(f"Dat is {difference}.")


@pytest.mark.parametrize(
    ("after", "direction", "word"),
    [
        ("100", Direction.MORE, StatusWord.SAME),
        ("100", Direction.LESS, StatusWord.SAME),
        ("100.1", Direction.MORE, StatusWord.BETTER),
        ("100.1", Direction.LESS, StatusWord.WORSE),
        ("99.9", Direction.MORE, StatusWord.WORSE),
        ("99.9", Direction.LESS, StatusWord.BETTER),
    ],
)
def test_without_a_margin_only_the_same_value_is_the_same(figure, measure, after, direction, word):
    Indicator.objects.update(rule=StatusRule.PREVIOUS, direction=direction, margin=0)
    measure("100", FIRST)
    measure(after)
    assert status(figure).word == word


@pytest.mark.parametrize(
    ("after", "direction", "word", "difference"),
    [
        ("15", Direction.MORE, StatusWord.BETTER, "meer"),
        ("15", Direction.LESS, StatusWord.WORSE, "meer"),
        ("0.01", Direction.MORE, StatusWord.BETTER, "meer"),
        ("-1", Direction.MORE, StatusWord.WORSE, "minder"),
        ("0", Direction.MORE, StatusWord.SAME, "evenveel"),
    ],
)
def test_from_nothing_it_goes_better_or_worse_without_a_percentage(figure, measure, after, direction, word, difference):
    Indicator.objects.update(rule=StatusRule.PREVIOUS, direction=direction)
    measure("0", FIRST)
    latest = measure(after)
    assert status(figure) == Status(
        word, f"De vorige meting was 0 (01-01-2026), de laatste is {latest.text}. Dat is {difference}."
    )


# Which rule, and until when


@pytest.mark.parametrize(
    ("rule", "direction", "words"),
    [
        (StatusRule.PREVIOUS, Direction.MORE, "en hoger is beter. Een verschil van minder dan 5% telt als gelijk."),
        (StatusRule.PREVIOUS, Direction.LESS, "en lager is beter. Een verschil van minder dan 5% telt als gelijk."),
        (StatusRule.PACE, Direction.MORE, "Tot en met 15% vraagt het cijfer aandacht; daarboven is het niet op koers."),
        (StatusRule.NONE, Direction.NEITHER, NO_RULE),
    ],
)
def test_each_rule_is_told_with_its_parameters(rule, direction, words):
    told = rule_in_words(Indicator(rule=rule, direction=direction, margin=5, wide_margin=15))
    assert told.endswith(words)


def test_without_a_measurement_that_is_said_whatever_the_rule(figure):
    Indicator.objects.update(rule=StatusRule.NONE, keeps_for=1)
    assert status(figure) == Status(StatusWord.UNMEASURED, NO_MEASUREMENT)


def test_on_its_last_good_day_a_value_is_still_recent(figure, measure):
    Indicator.objects.update(rule=StatusRule.NONE, keeps_for=1)
    measurement = measure("1", date(2026, 10, 15))
    figure.targets.all().delete()
    assert status(figure, date(2026, 11, 14)) == Status(None, NO_RULE)
    assert status(figure, date(2026, 11, 15)) == Status(None, NO_RULE)
    assert status(figure, date(2026, 11, 16)).word == StatusWord.STALE
    assert status(figure, None).word == StatusWord.STALE
    figure.measurements.filter(pk=measurement.pk).update(reference_on=timezone.localdate())
    assert status(figure, None) == Status(None, NO_RULE)


def test_what_the_editors_set_is_read_before_what_is_computed():
    computed = Status(StatusWord.OFF_COURSE, "Daarom.")
    assert Assessment(computed, Override(status="op-koers")).word is StatusWord.ON_COURSE
    assert Assessment(computed, None).word is StatusWord.OFF_COURSE
    assert Assessment(Status(None, NO_RULE), None).word is None
    assert Assessment(Status(None, NO_RULE), Override(status="gehaald")).word is StatusWord.REACHED


def set_beside(figure, starts, ends, status=StatusWord.ON_COURSE):
    """An Override that holds from `starts` to `ends` days after today."""
    days = [timezone.localdate() + timedelta(days=number) for number in (starts, ends)]
    return figure.overrides.create(status=status, reason="x", set_by="y", starts_on=days[0], ends_on=days[1])


@pytest.mark.parametrize(
    ("starts", "ends", "holds"),
    [(0, 0, True), (-1, 0, True), (0, 1, True), (-1, 1, True), (1, 1, False), (-1, -1, False)],
)
def test_what_the_editors_set_holds_on_its_first_and_last_day_too(figure, starts, ends, holds):
    override = set_beside(figure, starts, ends)
    assert list(Override.objects.in_force()) == ([override] if holds else [])
    assert list(Override.objects.in_force(timezone.localdate())) == ([override] if holds else [])
    (shown,) = with_assessment(Indicator.objects.with_status())
    assert shown.assessment.override == (override if holds else None)
    assert shown.assessment.computed == Status(StatusWord.UNMEASURED, NO_MEASUREMENT)


def test_of_two_that_hold_the_last_one_set_comes_first(figure):
    early, late = set_beside(figure, -2, 2), set_beside(figure, -1, 1)
    again = set_beside(figure, -1, 1)
    assert list(Override.objects.in_force()) == [again, late, early]
    assert list(Override.objects.in_force(timezone.localdate() - timedelta(days=2))) == [early]


def test_an_override_may_end_on_the_day_it_starts_and_not_before(figure):
    first = timezone.localdate() + timedelta(days=1)
    days = {"starts_on": first, "ends_on": first}
    Override(indicator=figure, status=StatusWord.SAME, reason="x", set_by="y", **days).full_clean()
    days["ends_on"] = first - timedelta(days=1)
    with pytest.raises(ValidationError) as refused:
        Override(indicator=figure, status=StatusWord.SAME, reason="x", set_by="y", **days).full_clean()
    assert list(refused.value.message_dict) == ["ends_on"]


@pytest.mark.parametrize(
    ("nature", "rule", "agreed", "months"),
    [
        (IndicatorNature.ACHIEVED, StatusRule.NONE, None, 24),
        (IndicatorNature.CONTEXT, StatusRule.NONE, None, 24),
        (IndicatorNature.PROMISED, StatusRule.NONE, None, None),
        (IndicatorNature.INVESTED, StatusRule.NONE, None, None),
        (IndicatorNature.PROMISED, StatusRule.PACE, None, 24),
        (IndicatorNature.INVESTED, StatusRule.PREVIOUS, None, 24),
        (IndicatorNature.ACHIEVED, StatusRule.PACE, 60, 60),
        (IndicatorNature.INVESTED, StatusRule.NONE, 12, 12),
    ],
)
def test_what_was_measured_or_is_judged_ages_also_when_nothing_was_agreed(nature, rule, agreed, months):
    assert Indicator(nature=nature, rule=rule, keeps_for=agreed).shelf_life == months


@pytest.mark.parametrize("word", StatusWord)
def test_every_word_has_a_mark_beside_it(word):
    good = {StatusWord.REACHED, StatusWord.ON_COURSE, StatusWord.BETTER}
    assert (word.pattern == "agreed") is (word in good)


@pytest.mark.parametrize(
    ("rule", "keeps_for", "words"),
    [
        (StatusRule.PACE, 12, "Marge: 5%. Ruime marge: 15%. Een meting geldt 12 maanden als recent."),
        (StatusRule.PREVIOUS, 1, "Marge: 5%. Een meting geldt 1 maand als recent."),
        (StatusRule.PREVIOUS, None, "Marge: 5%. Een meting geldt 24 maanden als recent."),
        (StatusRule.NONE, 1, "Marge: 5%. Een meting geldt 1 maand als recent."),
    ],
)
def test_the_parameters_of_a_rule_are_said(rule, keeps_for, words):
    nature = IndicatorNature.PROMISED
    indicator = Indicator(nature=nature, rule=rule, margin=5, wide_margin=15, keeps_for=keeps_for)
    assert parameters_in_words(indicator).replace("\N{NO-BREAK SPACE}", " ") == words
