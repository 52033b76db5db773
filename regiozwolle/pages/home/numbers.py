"""The first results of the region, drawn side by side on one axis of time that ends today."""

from dataclasses import dataclass

from django.utils import timezone

from partners.ground.state.pieces import piece
from partners.ground.templatetags.parts import drawn as draw
from results.charts.line import Stretch, Timeline, stretches_between
from results.models import Indicator, IndicatorNature

MOST = 4
# In px: the height of a drawing, where its axis lies, and the room above the highest point.
HEIGHT, FLOOR, TOP = 88, 62, 8
# A year is named where its words keep clear of those at both ends of the axis, in % across.
ROOM = (24, 86)


@dataclass(frozen=True)
class DrawnNumber:
    """A figure with its points through time, in % across and px down; on the line `since` nothing is known.

    `years` are the words at the axis: where, which end of them stands there, and what they say.
    """

    figure: Indicator
    points: list
    lines: list
    since: Stretch
    years: list
    height: int = HEIGHT
    floor: int = FLOOR

    @property
    def description(self):
        told = ", ".join(f"{one.text} ({one.reference_text})" for one in oldest_first(self.figure))
        return f"{self.figure.name}: {told}. Sindsdien is geen nieuwe meting bekend."


def oldest_first(figure):
    return figure.only.measurements[::-1]


@piece
def numbers():
    """The section of the front page with the first headlines, as safe HTML; "" without any."""
    found = drawn_numbers()
    return draw(
        "regiozwolle/_numbers.html",
        numbers=found,
        sources=dict.fromkeys(number.figure.shown.source for number in found),
        warnings=[number.figure for number in found if number.figure.warning],
    )


def drawn_numbers():
    """A DrawnNumber for each of the first headlines that were achieved and have a value."""
    found = Indicator.objects.public().headlines().filter(nature=IndicatorNature.ACHIEVED).with_values()[:MOST]
    figures = [figure for figure in found if figure.shown and figure.only]
    days = [one.reference_on for figure in figures for one in figure.only.measurements]
    if not days:
        return []
    time = Timeline.over([*days, timezone.localdate()], left=3, right=100)
    return [drawn(figure, time) for figure in figures]


def drawn(figure, time):
    """The figure on the axis `time`; measured once it is a point on a stem."""
    measured = oldest_first(figure)
    most = max(one.value for one in measured) or 1
    places = [(time.across(one.reference_on), height(one.value / most)) for one in measured]
    x, y = places[-1]
    stem = [Stretch(x, FLOOR, x, y, uncertain=False)]
    lines = stretches_between(places, [not one.comparable for one in measured])
    year = (x, "middle", str(measured[-1].reference_on.year))
    return DrawnNumber(
        figure,
        points=places,
        lines=lines or stem,
        since=Stretch(x, y, 100, y, uncertain=True),
        years=[(0, "start", str(time.first.year)), *([year] if ROOM[0] < x < ROOM[1] else []), (100, "end", "nu")],
    )


def height(share):
    """How far down a value stands that is this share of the highest."""
    return round(FLOOR - (FLOOR - TOP) * float(share), 1)
