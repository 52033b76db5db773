"""A line through time."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.dates import MONTHS_3

from partners.ground.drawings.shapes import ChartLine, PlacedWords
from partners.models import Certainty
from results.charts.points import ChartPoint, place_words
from results.charts.room import FreeRoom
from results.charts.scale import Tick
from results.models import Target, TargetWord

# Of a value that its source gives like this the circle is dotted.
UNSURE = (Certainty.PROVISIONAL, Certainty.ESTIMATE)


@dataclass(frozen=True)
class Stretch:
    """The line between two points; uncertain when the counting may have changed on the way."""

    x1: float
    y1: float
    x2: float
    y2: float
    uncertain: bool
    is_road: bool = False
    is_move: bool = False

    @property
    def css(self):
        if self.is_move:
            return "move"
        return f"{'base' if self.is_road else 'series'}{' uncertain' if self.uncertain else ''}"


@dataclass(frozen=True)
class DrawnTarget:
    """A target with a date as it is drawn: with the word for what became of it.

    MOVED stands where it was before; `now` is then the Target that came instead.
    """

    target: Target
    word: TargetWord
    now: Target | None = None

    @property
    def name(self):
        """What it is called beside its value."""
        return "eerst" if self.word == TargetWord.MOVED else "doel"

    @property
    def ending(self):
        """What became of it, to end its words with, when it was missed."""
        return f", {self.word.label}" if self.word in (TargetWord.MISSED, TargetWord.MOVED) else ""

    @property
    def texts(self):
        """What may stand beside it, the fullest first: 'doel 400, eind 2030', 'doel 200, gemist' or 'eerst 400'."""
        short = f"{self.name} {self.target.text}"
        if self.word == TargetWord.MISSED:
            return [f"{short}, {self.word.label}", f"{self.target.amount} {self.word.label}"]
        when = self.target.due_text
        return [*([f"{short}, {when}"] if when else []), short, f"{self.name} {self.target.amount}"]


@dataclass(frozen=True)
class LineChart:
    """A line through time. `years` are the ticks of the lying axis, `ticks` those of the standing one.

    The axis starts at `left`; without room beside it there are no `ticks`, for every point has its own words.
    `roads` go straight from a baseline to its target, `moves` from where a target was to where it is now, and `since`
    from the last value to today, when it is too old to count as recent. Targets are points of their own, that no line
    reaches.
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
    moves: list[Stretch]
    since: list[Stretch]
    grid: list[tuple[float, float, float]]  # x1, x2 and y of the parts of the lying lines that words leave free
    notes: list[PlacedWords]

    boxes = ()
    bases = ()

    @property
    def marks(self):
        """Which of its marks need a legend, by the names that LEGEND has for them."""
        has = {
            # A stretch is dotted where the counting may have changed, a circle where its source is not quite sure.
            "uncertain": any(stretch.uncertain for stretch in self.stretches),
            "hedged": any(point.hedged for point in self.points),
            "target": any(point.is_target and not point.mark for point in self.points),
            "missed": any(point.mark == TargetWord.MISSED for point in self.points),
            "moved": any(point.mark == TargetWord.MOVED for point in self.points),
            "road": bool(self.roads),
            "since": bool(self.since) and not self.notes,
        }
        return {mark for mark, is_drawn in has.items() if is_drawn}

    @property
    def lines(self):
        """The lines behind, and then from point to point: what is measured last, so that it lies on top."""
        grid = [ChartLine(x1, y, x2, y) for x1, x2, y in self.grid]
        return [
            *grid,
            ChartLine(self.left, self.zero, 100, self.zero, "base"),
            *self.since,
            *self.roads,
            *self.stretches,
            *self.moves,
        ]

    @property
    def circles(self):
        return [circle for point in self.points for circle in point.circles]

    @property
    def texts(self):
        """The words of its axes and of its points."""
        ticks = [PlacedWords(tick.text, self.left, tick.place + 5, "end", -10, "axis") for tick in self.ticks]
        years = [PlacedWords(year.text, year.place, self.bottom, year.anchor, css="axis") for year in self.years]
        return [*ticks, *years, *self.notes, *(point.words for point in self.points if point.words)]


def month_of(day):
    return f"{MONTHS_3[day.month]} {day.year}"


@dataclass(frozen=True)
class Timeline:
    """The lying axis: the days from `first` to `last`, drawn from `left` to `right` (% across)."""

    first: date
    last: date
    left: float
    right: float

    @classmethod
    def over(cls, days, *, left, right):
        """From the first of January before all `days` to the last of them; days close together begin at their first.

        Else a few days around New Year would stand in the last pixels of a whole year.
        """
        first, last = min(days), max(days)
        new_year = date(first.year, 1, 1)
        return cls(new_year if first - new_year <= last - first else first, last, left, right)

    def across(self, day):
        """The place of `day` in % across; a day alone stands in the middle."""
        span = (self.last - self.first).days
        if not span:
            return round((self.left + self.right) / 2, 2)
        return round(self.left + (self.right - self.left) * (day - self.first).days / span, 2)

    def ticks(self, most):
        """A Tick at the start of a year, for at most `most` years at even distances; within a year at its months."""
        years = range(self.first.year, self.last.year + 1)
        if self.first == self.last:
            return [Tick(self.across(self.first), month_of(self.first))]
        if self.first != date(self.first.year, 1, 1) and len(years) <= 2:
            ends = dict.fromkeys([month_of(self.first), month_of(self.last)])
            sides = [(self.left, "start"), (self.right, "end")]
            return [Tick(place, text, anchor) for (place, anchor), text in zip(sides, ends, strict=False)]
        years = [year for year in years if date(year, 1, 1) >= self.first]
        every = -(-len(years) // most)
        return [Tick(self.across(date(year, 1, 1)), str(year)) for year in years[::every]]


@dataclass(frozen=True)
class Frame:
    """How a drawing is laid out: its plot is `height` px below `top`, from `axis` to the end with an `inset` (%).

    `widths` (px) are the least and the most that the drawing gets: they decide which words fit. At most `most_years`
    are named.
    """

    widths: tuple[int, int]
    axis: float
    inset: float
    top: int
    height: int
    most_years: int

    @property
    def foot(self):
        """Where the plot ends, in px down."""
        return self.top + self.height


def line_drawing(*, scale, measurements, aims, frame, until=None):
    """The LineChart through `measurements` with its `aims`; `until` is today when they are all too old."""
    targets = [aim.target for aim in aims]
    time = Timeline.over(days_of(measurements, targets, until), left=frame.axis + frame.inset, right=100 - frame.inset)

    def at(day, value):
        return time.across(day), scale.down(value, frame.top, frame.height)

    places = [at(one.reference_on, one.value) for one in measurements]
    ends = [at(target.due_on, target.value) for target in targets]
    zero = scale.down(0, frame.top, frame.height)
    lines = lines_between(measurements, aims, at, places=places, ends=ends, zero=zero)
    lines["since"] = [Stretch(*places[-1], time.right, places[-1][1], uncertain=True, is_road=True)] if until else []
    room = room_beside(frame, lines, zero)
    texts = [*(value_texts(one) for one in measurements), *(aim.texts for aim in aims)]
    points = place_words(room, [*places, *ends], texts, firm=len(ends))
    notes = [room.first_free(notes_above(one)) for one in lines["since"]]
    return LineChart(
        height=frame.foot + 34,
        left=frame.axis,
        zero=zero,
        bottom=frame.foot + 26,
        ticks=scale.ticks(frame.top, frame.height) if frame.axis else [],
        years=time.ticks(frame.most_years),
        points=told_points(points, measurements, aims),
        grid=grid_of(scale, frame, room),
        notes=list(filter(None, notes)),
        **lines,
    )


def lines_between(measurements, aims, at, *, places, ends, zero):
    """What is drawn between `places` of values and `ends` of aims, by kind; `at` gives that of a day and value."""
    return {
        "stretches": stretches_between(places, [not one.comparable for one in measurements]) or stem(places, zero),
        "roads": [Stretch(*at(*start), *end, uncertain=True, is_road=True) for start, end in roads_to(aims, ends)],
        "moves": [Stretch(*end, *at(*to), uncertain=False, is_move=True) for end, to in moves_of(aims, ends)],
    }


def room_beside(frame, lines, zero):
    """The FreeRoom of a drawing with these `lines`, by their kind, and its base line."""
    room = FreeRoom(frame.widths, left=frame.axis, top=0, foot=frame.foot + 4)
    room.lines += [(one.x1, one.y1, one.x2, one.y2) for drawn in lines.values() for one in drawn]
    room.lines.append((frame.axis, zero, 100, zero))
    return room


def told_points(points, measurements, aims):
    """The `points` of `measurements` and then of `aims`, with what their marks say."""
    measured = [
        replace(point, hedged=is_hedged(one), is_newest=one is measurements[-1])
        for point, one in zip(points, measurements, strict=False)
    ]
    aimed = [
        replace(point, hedged=is_hedged(aim.target), is_target=True, mark=mark_of(aim))
        for point, aim in zip(points[len(measurements) :], aims, strict=True)
    ]
    return [*measured, *aimed]


def moves_of(aims, ends):
    """(place where it was, (day, value) where it is now) of each of `aims` that moved to another day."""
    return [
        (end, (aim.now.due_on, aim.now.value))
        for aim, end in zip(aims, ends, strict=True)
        if aim.now and aim.now.due_on
    ]


def value_texts(measurement):
    """What may stand beside a value: as its source hedges it, else the value alone."""
    return list(dict.fromkeys([measurement.text, measurement.amount]))


def roads_to(aims, ends):
    """((day, value) of the baseline, place of the target) of each of `aims` that has one and did not move."""
    return [
        ((aim.target.baseline_on, aim.target.baseline_value), end)
        for aim, end in zip(aims, ends, strict=True)
        if aim.target.baseline_on and aim.word != TargetWord.MOVED
    ]


def stem(places, zero):
    """The line from zero to what was measured once."""
    return [Stretch(x, zero, x, y, uncertain=False) for x, y in places[:1]]


def notes_above(since):
    """What may stand at the end of the line `since`, the fullest first."""
    for text in ("sindsdien geen meting bekend", "daarna geen meting"):
        for side in (since.y1 - 10, since.y1 + 22):
            yield PlacedWords(text, since.x2, round(side, 1), "end", css="axis")


def grid_of(scale, frame, room):
    """The parts of the lying lines that the words in the FreeRoom leave free; the base line is drawn apart."""
    if not frame.axis:
        return []
    places = [scale.down(step, frame.top, frame.height) for step in scale.steps if step]
    return [part for place in places for part in room.left_of((frame.axis, 100, place))]


def days_of(measurements, targets, until):
    """All days that a line must have room for."""
    baselines = [target.baseline_on for target in targets if target.baseline_on]
    days = [*(one.reference_on for one in measurements), *(target.due_on for target in targets), *baselines]
    return [*days, until] if until else days


def stretches_between(places, uncertain):
    """A Stretch from each of `places` to the next; `uncertain` says of each place whether the way to it is."""
    ways = zip(places, places[1:], uncertain[1:], strict=False)
    return [Stretch(*start, *end, uncertain=is_uncertain) for start, end, is_uncertain in ways]


def mark_of(aim):
    """The word of a DrawnTarget that has a mark of its own in the drawing; else None."""
    return aim.word if aim.word in (TargetWord.MISSED, TargetWord.MOVED) else None


def is_hedged(value):
    """Whether a source gives a Measurement or Target as provisional, estimated, or with a word such as 'ruim'."""
    return bool(value.qualifier) or getattr(value, "certainty", Certainty.UNKNOWN) in UNSURE
