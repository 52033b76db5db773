"""Where words have room in a drawing: off its marks, its lines, its edges and each other, at every width it may get.

Across a place is in % and its words are in px, so a drawing that grows keeps its letters but not its slopes.
"""

from dataclasses import dataclass, field
from math import hypot

from partners.ground.drawings.letters import width_of

MARK = 9.5  # px: from the middle of the circle of a point to the outside of its line
ASCENT, DESCENT = 14, 5  # px: how far letters of 16 px reach above and below the line they stand on
AIR = 2  # px: between words and what they may not touch


def box_of(words, width):
    """(left, top, right, foot) in px of PlacedWords in a drawing of `width` px."""
    long, at = width_of(words.text), words.x / 100 * width + words.dx
    left = at - {"start": 0, "middle": long / 2, "end": long}[words.anchor]
    return left, words.y - ASCENT, left + long, words.y + DESCENT


@dataclass
class FreeRoom:
    """What stands in a drawing already. `lines` are (x1, y1, x2, y2), `circles` (x, y), across in % and down in px.

    PlacedWords stay between `left` (%) and the right edge, and between `top` and `foot` (px).
    """

    widths: tuple
    left: float
    top: float
    foot: float
    lines: list = field(default_factory=list)
    circles: list = field(default_factory=list)
    marks: list = field(default_factory=list)  # of all values, also of those too close for a circle
    words: list = field(default_factory=list)

    def first_free(self, candidates, beside=None):
        """The first of `candidates`, PlacedWords, that has room at every width, or None; it is then taken.

        Words stand nearer to the place that they are `beside` than to the mark of another.
        """
        free = (one for one in candidates if all(self.is_free(one, width) for width in self.widths))
        found = next((one for one in free if beside is None or self.is_told_of(one, beside)), None)
        if found:
            self.words.append(found)
        return found

    def is_free(self, words, width):
        """Whether `words` meet nothing in a drawing of `width` px."""
        box = left, top, right, foot = box_of(words, width)
        within = left >= self.left / 100 * width and right <= width and top >= self.top and foot <= self.foot
        return (
            within
            and not any(overlap(box, box_of(other, width)) for other in self.words)
            and not any(meets_circle(box, x / 100 * width, y) for x, y in self.circles)
            and not any(meets_line(box, x1 / 100 * width, y1, x2 / 100 * width, y2) for x1, y1, x2, y2 in self.lines)
        )

    def is_told_of(self, words, place):
        """Whether no other mark is nearer to `words` than that at `place`."""
        for width in self.widths:
            box = box_of(words, width)
            own = distance(box, place[0] / 100 * width, place[1])
            if any(distance(box, x / 100 * width, y) < own for x, y in self.marks if (x, y) != place):
                return False
        return True

    def left_of(self, line):
        """The parts of a lying `line`, (x1, x2, y), that the words leave free, as (x1, x2, y)."""
        x1, x2, y = line
        free = [(x1, x2)]
        for words in self.words:
            boxes = [(box_of(words, width), width) for width in self.widths]
            if boxes[0][0][1] - AIR < y < boxes[0][0][3] + AIR:
                taken = min((b[0] - 6) / w * 100 for b, w in boxes), max((b[2] + 6) / w * 100 for b, w in boxes)
                free = [part for one in free for part in without(one, taken)]
        return [(round(start, 2), round(end, 2), y) for start, end in free if end - start > 1]


def without(one, taken):
    """What is left of the stretch `one` beside `taken`: one or two stretches, or none."""
    return [part for part in ((one[0], min(one[1], taken[0])), (max(one[0], taken[1]), one[1])) if part[0] < part[1]]


def overlap(one, other):
    """Whether two boxes touch, or all but."""
    apart = one[2] + AIR * 2 <= other[0] or other[2] + AIR * 2 <= one[0]
    return not apart and one[1] < other[3] and other[1] < one[3]


def meets_circle(box, x, y):
    """Whether the circle of a mark at (x, y) touches the box."""
    return distance(box, x, y) < MARK


def distance(box, x, y):
    """How far the place (x, y) is from the box."""
    left, top, right, foot = box
    return hypot(x - min(max(x, left), right), y - min(max(y, top), foot))


def meets_line(box, x1, y1, x2, y2):
    """Whether the line between two places runs through the box: what it holds of the line is cut off side by side."""
    left, top, right, foot = box[0] - AIR, box[1] + AIR, box[2] + AIR, box[3]
    start, end = 0.0, 1.0
    for way, before, after in ((x2 - x1, x1 - left, right - x1), (y2 - y1, y1 - top, foot - y1)):
        if way == 0:
            if before < 0 or after < 0:
                return False
            continue
        near, far = sorted((-before / way, after / way))
        start, end = max(start, near), min(end, far)
        if start > end:
            return False
    return True
