"""The points of a line, and where their words have room."""

from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot

from results.charts.scale import LETTER
from results.models import TargetWord

MARK = 9.5  # px: from the middle of the circle of a point to the outside of its line


@dataclass(frozen=True)
class ChartPoint:
    """A value in time, `x` in % and `y` in px. Without room for them its words are empty and it has no circle."""

    x: float
    y: float
    text: str
    text_y: float
    ends_here: bool  # the words end at the point; else they start a little after it
    has_circle: bool = True
    hedged: bool = False  # its source gives it as provisional, an estimate or about so much
    is_target: bool = False
    mark: TargetWord | None = None  # of a target that was missed, or that stood here before it moved

    @property
    def css(self):
        """The class of its circle."""
        kind = "missed" if self.mark == TargetWord.MISSED else "moved" if self.mark else "compared"
        return f"{kind if self.is_target else 'point'}{' uncertain' if self.hedged else ''}"

    @property
    def anchor(self):
        """Which end of the words stands at the point."""
        return "end" if self.ends_here else "start"

    @property
    def dx(self):
        """How many px after the point the words begin."""
        return 0 if self.ends_here else 10


def place_words(places, texts, *, width, bottom, firm=0):
    """Points at `places` with their circles and `texts` where a drawing of `width` px leaves room.

    A text stands below a point from which the line rises and above one from which it falls, or else on the side where
    it covers fewer points. The last text ends at its point. A circle or text that would run into another, or past the
    edge, is left out, the older ones first, but never that of the first or the last point. The last `firm` places
    keep their circle always: a target that was missed is not left out because others stand close.
    """
    last = len(places) - 1
    points = [ChartPoint(x, y, "", y, ends_here=False, has_circle=False) for x, y in places]
    placed = []
    for index in with_circles(places, width, firm):
        point = with_words(places, texts, index, width=width, bottom=bottom, firm=firm)
        if index in (0, last) or has_room(point, placed, places, width):
            placed.append(point)
        else:
            point = replace(point, text="")
        points[index] = point
    return points


def with_circles(places, width, firm=0):
    """The indexes of `places` that get a circle: the first, the last `firm` and the last, and from behind those that
    touch no other."""
    last = len(places) - 1
    circled = list(dict.fromkeys([0, last, *range(last, last - firm, -1)]))
    for index in range(last - 1, 0, -1):
        if index not in circled and not any(circles_overlap(places[index], places[other], width) for other in circled):
            circled.append(index)
    return circled


def has_room(point, placed, places, width):
    """Whether the words of `point` stay within the drawing, off those of `placed` points and off all `places`."""
    _, end = span_of_words(point, width)
    beside_others = not any(words_collide(point, other, width) for other in placed)
    return end <= width and beside_others and not covered_places(point, places, width)


def with_words(places, texts, index, *, width, bottom, firm=0):
    """The point at `index` with its text on the side where `place_words` wants it."""
    x, y = places[index]
    is_last = index == len(places) - 1
    before, after = places[max(index - 1, 0)][1], places[min(index + 1, len(places) - 1)][1]
    is_aim = index >= len(places) - firm
    goes_below = before < y if is_last else after <= y and not is_aim
    leaves = span_of_words(ChartPoint(x, y, texts[index], y, ends_here=False), width)[1] > width
    ends_here = (is_last or leaves) and index > 0
    above, below = (ChartPoint(x, y, texts[index], round(to, 1), ends_here) for to in (y - 16, y + 28))
    sides = [below, above] if goes_below else [above, below]
    if below.text_y >= bottom:
        sides = [above]
    others = [replace(side, ends_here=not side.ends_here) for side in sides]
    sides += [side for side in others if span_of_words(side, width)[0] >= 0 and span_of_words(side, width)[1] <= width]
    line = places[: len(places) - firm]

    def in_the_way(side):
        return covered_places(side, places, width) + crossings(side, line, width)

    return min(sides, key=in_the_way)


def span_of_words(point, width):
    """From where to where the words of a point stand in a drawing of `width` px."""
    at, long = point.x / 100 * width, len(point.text) * LETTER
    return (at - long, at) if point.ends_here else (at + 10, at + 10 + long)


def circles_overlap(place, other, width):
    """Whether the circles at two places, (x, y), would touch in a drawing of `width` px."""
    return hypot((place[0] - other[0]) / 100 * width, place[1] - other[1]) < 2 * MARK


def covered_places(point, places, width):
    """How many other `places`, (x, y), the words of a point would stand over."""
    start, end = span_of_words(point, width)
    others = [place for place in places if place != (point.x, point.y)]
    return sum(
        start - MARK < x / 100 * width < end + MARK and point.text_y - 14 - MARK < y < point.text_y + 4 + MARK
        for x, y in others
    )


def crossings(point, line, width):
    """How many stretches of a `line` through places, (x, y), run through the words of a point."""
    start, end = span_of_words(point, width)
    top, foot = point.text_y - 13, point.text_y + 3
    crossed = 0
    for (x1, y1), (x2, y2) in pairwise(line):
        left, right = x1 / 100 * width, x2 / 100 * width
        first, last = max(start, left), min(end, right)
        if first < last:
            heights = [y1 + (y2 - y1) * (at - left) / (right - left) for at in (first, last)]
            crossed += min(heights) < foot and max(heights) > top
    return crossed


def words_collide(one, other, width):
    """Whether the words of two points would touch in a drawing of `width` px."""
    start, end = span_of_words(one, width)
    other_start, other_end = span_of_words(other, width)
    return abs(one.text_y - other.text_y) < 22 and start < other_end and other_start < end
