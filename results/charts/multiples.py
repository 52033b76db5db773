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

    def at(measurement):
        return time.across(measurement.reference_on), scale.down(measurement.value, INSET, HEIGHT - 2 * INSET)

    zero = scale.down(0, INSET, HEIGHT - 2 * INSET)
    lines = []
    for series in indicator.series:
        oldest_first = series.measurements[::-1]
        places, (x, y) = [at(one) for one in oldest_first], at(series.latest)
        ways = stretches_between(places, [not one.comparable for one in oldest_first])
        lines.append(
            SmallLine(
                name=series.area,
                text=values_in_words(dict.fromkeys([oldest_first[0], series.latest]), " → "),
                description=f"{series.area}: {values_in_words(oldest_first)}.",
                height=HEIGHT,
                zero=zero,
                stretches=ways or [Stretch(x, zero, x, y, uncertain=False)],
                end=(x, y),
            )
        )
    return lines


def values_in_words(measurements, between=", "):
    """'120 (2022), 350 (2024)'."""
    return between.join(f"{one.text} ({one.reference_text})" for one in measurements)
