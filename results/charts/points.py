"""The points of a line, and where their words have room."""

from dataclasses import dataclass, replace
from math import hypot

from partners.ground.drawings.shapes import Circle, PlacedWords
from results.charts.room import MARK
from results.models import TargetWord


@dataclass(frozen=True)
class ChartPoint:
    """A value in time, `x` in % and `y` in px. Without room for them it has no `words`, or no circle."""

    x: float
    y: float
    words: PlacedWords | None = None
    has_circle: bool = True
    hedged: bool = False  # its source gives it as provisional, an estimate or about so much
    is_target: bool = False
    is_newest: bool = False  # of what was measured
    mark: TargetWord | None = None  # of a target that was missed, or that stood here before it moved

    @property
    def css(self):
        """The class of its circle."""
        kind = "missed" if self.mark == TargetWord.MISSED else "moved" if self.mark else "compared"
        newest = " newest" if self.is_newest and not self.hedged else ""
        return f"{kind if self.is_target else 'point'}{newest}{' uncertain' if self.hedged else ''}"

    @property
    def radius(self):
        """Of its circle: a dot where others stand too close."""
        return 8 if self.has_circle else 2.5

    @property
    def circles(self):
        """Its circle, for a target on a ground through which no line shows."""
        ground = [Circle(self.x, self.y, "ground", 9)] if self.is_target else []
        return [*ground, Circle(self.x, self.y, self.css, self.radius)]

    @property
    def text(self):
        return self.words.text if self.words else ""


def place_words(room, places, texts, *, firm=0):
    """Points at `places` with their circles and their texts where the FreeRoom leaves place for them.

    `texts` has of each point what may stand there, the best first. A text that would meet a circle, a line, another
    text or an edge is left out, the older ones first; the last `firm` places are those of targets, which keep their
    circle always: one that was missed is not left out because others stand close.
    """
    narrowest = min(room.widths)
    circled = with_circles(places, narrowest, firm)
    room.circles += [places[index] for index in circled]
    room.marks += places
    points = [ChartPoint(x, y, has_circle=index in circled) for index, (x, y) in enumerate(places)]
    for index in circled:
        words = room.first_free(candidates(places, index, texts[index], firm), beside=places[index])
        points[index] = replace(points[index], words=words)
    return points


def with_circles(places, width, firm=0):
    """The indexes of `places` that get a circle, in the order in which they get words: the last value, the `firm`
    last places, the first, and from behind those that touch no other."""
    newest = len(places) - 1 - firm
    circled = list(dict.fromkeys([max(newest, 0), *range(len(places) - 1, newest, -1), 0]))
    for index in range(newest - 1, 0, -1):
        if not any(circles_overlap(places[index], places[other], width) for other in circled):
            circled.append(index)
    return circled


def circles_overlap(place, other, width):
    """Whether the circles at two places, (x, y), would touch in a drawing of `width` px."""
    return hypot((place[0] - other[0]) / 100 * width, place[1] - other[1]) < 2 * MARK


def candidates(places, index, texts, firm):
    """PlacedWords for the point at `index`, the best first: on the side from which the line goes away."""
    x, y = places[index]
    line = places[: len(places) - firm] or places
    before = line[min(index, len(line) - 1) - 1][1] if index else y
    after = line[index + 1][1] if index + 1 < len(line) else before
    goes_below = index < len(line) - 1 and after <= y
    above, below = y - 16, y + 27
    sides = [below, above] if goes_below else [above, below]
    for text in texts:
        for side in sides:
            yield from around(text, x, side)
        yield PlacedWords(text, x, y + 5, "start", 16)
        yield PlacedWords(text, x, y + 5, "end", -16)
        for further in (20, 40):
            yield from around(text, x, above - further)
            yield from around(text, x, below + further)


def around(text, x, y):
    """PlacedWords over or under a place, centred there or beginning or ending near it."""
    for anchor, dx in (("middle", 0), ("start", -8), ("end", 8), ("start", 8), ("end", -8)):
        yield PlacedWords(text, x, round(y, 1), anchor, dx)
