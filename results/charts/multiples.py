"""Small multiples: one small line for each area that a figure was measured for, on one scale and one axis of time."""

from dataclasses import dataclass

from results.charts.line import Stretch, Timeline, stretches_between
from results.charts.scale import Scale

HEIGHT, INSET = 56, 8  # px


@dataclass(frozen=True)
class SmallLine:
    """One of many lines on the same scale: its stretches, the place of its last point, and its values in words."""

    name: str
    text: str
    description: str
    height: int
    zero: float
    stretches: list[Stretch]
    end: tuple[float, float]


def lines_apart(indicator):
    """A SmallLine for each series of `indicator`, read `with_values`, in the order of their names.

    The line is dotted where the counting may have changed. What was measured once is a stem: from zero to its value.
    """
    measured = [one for series in indicator.series for one in series.measurements]
    scale = Scale([one.value for one in measured], indicator.unit)
    time = Timeline.over([one.reference_on for one in measured], left=3, right=96)
    return [small_line(series, scale, time, name=series.area) for series in indicator.series]


def line_alone(indicator):
    """The SmallLine of a figure that was measured on two days or more; else None."""
    series = indicator.only
    if series is None or len({one.reference_on for one in series.measurements}) < 2:
        return None
    scale = Scale([one.value for one in series.measurements], indicator.unit)
    time = Timeline.over([one.reference_on for one in series.measurements], left=3, right=96)
    return small_line(series, scale, time, name=indicator.name)


def small_line(series, scale, time, *, name):
    """The SmallLine of one Series on this Scale and Timeline."""

    def at(measurement):
        return time.across(measurement.reference_on), scale.down(measurement.value, INSET, HEIGHT - 2 * INSET)

    zero = scale.down(0, INSET, HEIGHT - 2 * INSET)
    oldest_first = series.measurements[::-1]
    places, (x, y) = [at(one) for one in oldest_first], at(series.latest)
    ways = stretches_between(places, [not one.comparable for one in oldest_first])
    return SmallLine(
        name=name,
        text=values_in_words(dict.fromkeys([oldest_first[0], series.latest]), " → "),
        description=f"{name}: {values_in_words(oldest_first)}.",
        height=HEIGHT,
        zero=zero,
        stretches=ways or [Stretch(x, zero, x, y, uncertain=False)],
        end=(x, y),
    )


def values_in_words(measurements, between=", "):
    """'120 (2022), 350 (2024)'."""
    return between.join(f"{one.text} ({one.reference_text})" for one in measurements)
