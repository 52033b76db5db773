"""The drawing of what a body can do: its own sittings and recesses above, and a lane for each thing that is asked.

All is true to scale, in units of the drawing: shapes, each one path of its kind, and above them the labels. The table
below it says the same.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import wrap

from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.html import format_html, format_html_join

LEFT, RIGHT = 236, 1180  # between which the time lies
TOP, RAIL, HEAD, LANE, FOOT = 44, 90, 126, 84, 34
LINE = 20  # between two lines of words before a lane
MOST_LANES, LEAST_DAYS, MOST_DAYS = 8, 60, 400
BEFORE, AFTER = 3, 30  # days to be seen beside what must be seen
APART = 76  # units between two labels
TITLE, WHAT = 22, 24  # characters that fit in a line before a lane, bold and not


@dataclass(frozen=True)
class LaneShape:
    """A path of one kind; the kind is its class in the stylesheet."""

    kind: str
    path: str


@dataclass(frozen=True)
class LaneLabel:
    """Words at a place, which they begin at, end at, or stand around."""

    kind: str
    x: float
    y: float
    text: str
    anchor: str = "start"


@dataclass(frozen=True)
class Lanes:
    """The whole drawing; `description` says it in words."""

    shapes: list[LaneShape]
    labels: list[LaneLabel]
    height: int
    description: str

    @property
    def drawn(self):
        """Its shapes, and above them its labels, as SVG."""
        shapes = ((shape.kind, shape.path) for shape in self.shapes)
        labels = ((label.kind, label.x, label.y, label.anchor, label.text) for label in self.labels)
        return format_html(
            "{}{}",
            format_html_join("\n", '<path class="{}" d="{}"/>', shapes),
            format_html_join("\n", '<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>', labels),
        )


def lanes_of(body, matters, meets):
    """The Lanes of a body that has its calendar, or None when there is nothing to draw. `meets` names its own lane."""
    shown = drawable(matters)
    if not shown or shown[0].planning.known_days is None:
        return None
    heights = [height_of(matter) for matter in shown]
    scale = DayScale.of(timezone.localdate(), [matter.planning.period.last for matter in shown], sum(heights))
    drawn = [*calendar_marks(scale, body, meets)]
    for number, matter in enumerate(shown, 1):
        drawn += lane_marks(scale, number, matter, HEAD + sum(heights[: number - 1]) + heights[number - 1] // 2)
    return Lanes(
        shapes=[mark for mark in drawn if isinstance(mark, LaneShape)],
        labels=[mark for mark in drawn if isinstance(mark, LaneLabel)],
        height=scale.bottom + FOOT,
        description=". ".join(in_words(number, matter) for number, matter in enumerate(shown, 1)),
    )


def height_of(matter):
    """How high a lane is: its words are never cut, so a long title makes it higher."""
    return max(LANE, LINE * (len(words_of(matter)) + 1))


def words_of(matter):
    """(Kind, text) of each line of words before a lane: its title, and what is asked."""
    title, what = wrap(matter.title, TITLE), wrap(matter.what, WHAT)
    return [("name", line) for line in title] + [("axis", line) for line in what]


def drawable(matters):
    """Those that have an end and are still to be done, as many as fit."""
    return [matter for matter in matters if not matter.is_done and matter.planning.period.last][:MOST_LANES]


@dataclass(frozen=True)
class DayScale:
    """Which day lies where, from the `first` up to and including the `last`; and where the last lane ends."""

    first: date
    last: date
    bottom: int

    @classmethod
    def of(cls, today, ends, height):
        first = today - timedelta(days=BEFORE)
        wanted = (max(ends) - first).days + AFTER
        last = first + timedelta(days=min(max(wanted, LEAST_DAYS), MOST_DAYS))
        return cls(first, last, HEAD + height)

    def x(self, on):
        """The place of a day; what lies outside is put at the edge."""
        share = (min(max(on, self.first), self.last) - self.first) / (self.last - self.first)
        return round(LEFT + share * (RIGHT - LEFT), 1)

    def months(self):
        """A line at the first day of each month, with its name but at the end, where it would not fit."""
        on = next_month(self.first)
        while on <= self.last:
            x = self.x(on)
            yield LaneShape("month", down(x, TOP - 14, self.bottom))
            if x < RIGHT - APART:
                yield LaneLabel("axis", x + 4, 20, str(MONTHS[on.month]))
            on = next_month(on)


def next_month(on):
    return (on.replace(day=1) + timedelta(days=32)).replace(day=1)


def calendar_marks(scale, body, meets):
    """What lies behind all lanes, and the lane of the body itself with its sittings."""
    today = timezone.localdate()
    yield from recess_marks(scale, body)
    yield from scale.months()
    yield LaneLabel("name", 0, RAIL + 6, meets)
    yield LaneShape("rail", across(LEFT, RIGHT, RAIL))
    yield from sitting_marks(scale, body)
    yield LaneShape("today", down(scale.x(today), TOP, scale.bottom))
    yield LaneLabel("due", scale.x(today) - 4, scale.bottom + 24, f"Nu, {short(today)}")


def recess_marks(scale, body):
    for recess in body.recesses.all():
        if recess.starts_on <= scale.last and recess.ends_on >= scale.first:
            x, x2 = scale.x(recess.starts_on), scale.x(recess.ends_on)
            yield LaneShape("recess", f"M{x} {TOP}H{x2}V{scale.bottom}H{x}Z")
            yield LaneLabel("axis", x + 8, TOP + 18, f"Reces tot en met {short(recess.ends_on)}")


def sitting_marks(scale, body):
    """A dot for each sitting to come, with its day where that does not stand too close after another."""
    last, today = -APART, timezone.localdate()
    for sitting in sorted(body.sittings.all(), key=lambda sitting: sitting.held_on):
        x = scale.x(sitting.held_on)
        if today <= sitting.held_on <= scale.last and not sitting.is_cancelled:
            yield LaneShape("sitting", dot(x, RAIL))
            if x - last >= APART:
                yield LaneLabel("", x, RAIL + 28, short(sitting.held_on), "middle")
                last = x


def lane_marks(scale, number, matter, y):
    """The name of one thing, a bar until its end, a flag at the last day for papers, a dot at the first sitting."""
    planning, words = matter.planning, words_of(matter)
    left, right = scale.x(planning.period.first), scale.x(planning.period.last)
    yield LaneLabel("numeral", 0, y + 6, str(number))
    first = y + 6 - LINE * (len(words) - 1) // 2
    for place, (kind, text) in enumerate(words):
        yield LaneLabel(kind, 28, first + LINE * place, text)
    yield LaneShape("misfit" if matter.misses else "bar", f"M{left} {y - 5}H{right}v10H{left}Z")
    yield LaneShape("end", down(right, y - 14, y + 14))
    until = f"{'Geen vergadering t' if matter.misses else 'T'}ot en met {short(planning.period.last)}"
    yield LaneLabel("", right, y - 20, until, "end" if right > RIGHT - 3 * APART else "start")
    if planning.papers_by:
        x = scale.x(planning.papers_by)
        yield LaneShape("flag", f"M{x} {y + 22}v-48h14l-4 7 4 7h-14")
        yield LaneLabel("due", x + 4, y + 36, short(planning.papers_by))
    if planning.first:
        yield LaneShape("chance", dot(scale.x(planning.first.held_on), y))


def down(x, y, y2):
    return f"M{x} {y}V{y2}"


def across(x, x2, y):
    return f"M{x} {y}H{x2}"


def dot(x, y):
    """A circle as a path."""
    return f"M{x - 8} {y}a8 8 0 1 0 16 0a8 8 0 1 0-16 0"


def short(on):
    """A day without its year: '24 jun'."""
    return f"{on.day} {MONTHS_3[on.month]}"


def in_words(number, matter):
    by = matter.papers
    return f"{number}: {matter.title}, {f'aanleveren tot en met {by}' if by else matter.planning.why.rstrip('.')}"
