"""A line through time."""

from dataclasses import dataclass, replace
from datetime import date

from partners.models import Certainty
from results.charts.points import ChartPoint, worded
from results.charts.scale import Tick


@dataclass(frozen=True)
class Stretch:
    """The line between two points; uncertain when the counting may have changed on the way."""

    x1: float
    y1: float
    x2: float
    y2: float
    uncertain: bool


@dataclass(frozen=True)
class LineChart:
    """A line through time. `years` are the ticks of the lying axis, `ticks` those of the standing one.

    The axis starts at `left`; without room beside it there are no `ticks`, for every point has its own words.
    `roads` go straight from a baseline to its target. Targets are points of their own, that no line reaches.
    """

    height: int
    left: float
    zero: float
    bottom: float
    ticks: list[Tick]
    years: list[Tick]
    points: list[ChartPoint]
    stretches: list[Stretch]
    roads: list[Stretch]


def line(*, scale, measurements, targets, width, axis, inset, top, height, most_years):
    """The LineChart through `measurements`, in `height` px below `top`, from `axis` (%) to the end with an `inset` (%).

    `width` (px) is the least the drawing gets: it decides which words fit, and `most_years` how many years are named.
    """
    left, right = axis + inset, 100 - inset
    begun = [target.baseline_on for target in targets if target.baseline_on]
    days = sorted([*(one.reference_on for one in measurements), *(one.due_on for one in targets), *begun])
    first, last = date(days[0].year, 1, 1), max(days[-1], date(days[-1].year, 1, 1))
    span = (last - first).days or 1

    def across(day):
        return round(left + (right - left) * (day - first).days / span, 2)

    def at(day, value):
        return across(day), scale.down(value, top, height)

    places = [at(one.reference_on, one.value) for one in measurements]
    aims = [at(one.due_on, one.value) for one in targets]
    texts = [*(one.text for one in measurements), *(f"streefwaarde {one.text}" for one in targets)]
    years = range(first.year, last.year + 1)
    return LineChart(
        height=top + height + 34,
        left=axis,
        zero=scale.down(0, top, height),
        bottom=top + height + 26,
        ticks=scale.ticks(top, height) if axis else [],
        years=[Tick(across(date(year, 1, 1)), str(year)) for year in years[:: -(-len(years) // most_years)]],
        points=[
            replace(point, hedged=is_hedged(one), is_target=one in targets)
            for point, one in zip(
                worded([*places, *aims], texts, width=width, bottom=top + height),
                [*measurements, *targets],
                strict=True,
            )
        ],
        stretches=[
            Stretch(*start, *end, uncertain=not one.comparable)
            for start, end, one in zip(places, places[1:], measurements[1:], strict=False)
        ],
        roads=[
            Stretch(*at(one.baseline_on, one.baseline_value), *aim, uncertain=True)
            for one, aim in zip(targets, aims, strict=True)
            if one.baseline_on
        ],
    )


def is_hedged(one):
    """Whether the source gives a measurement or target as provisional, estimated, or with a word such as 'ruim'."""
    firmness = getattr(one, "certainty", Certainty.UNKNOWN)
    return bool(one.qualifier) or firmness in (Certainty.PROVISIONAL, Certainty.ESTIMATE)
