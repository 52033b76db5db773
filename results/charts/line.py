"""A line through time."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.dates import MONTHS_3

from partners.models import Certainty
from results.charts.points import ChartPoint, place_words
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

    @property
    def css(self):
        return f"{'base' if self.is_road else 'series'}{' uncertain' if self.uncertain else ''}"


@dataclass(frozen=True)
class DrawnTarget:
    """A target with a date as it is drawn: with the word for what became of it; MOVED stands where it was before."""

    target: Target
    word: TargetWord

    @property
    def name(self):
        """What it is called beside its value."""
        return "eerst" if self.word == TargetWord.MOVED else "streefwaarde"

    @property
    def ending(self):
        """What became of it, to end its words with, when it was missed."""
        return f", {self.word.label}" if self.word in (TargetWord.MISSED, TargetWord.MOVED) else ""

    @property
    def text(self):
        """'streefwaarde 400', '400 niet gehaald' or 'eerst 400'."""
        if self.word == TargetWord.MISSED:
            return f"{self.target.text} {self.word.label}"
        return f"{self.name} {self.target.text}"


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
        }
        return {mark for mark, is_drawn in has.items() if is_drawn}

    @property
    def circles(self):
        return [point for point in self.points if point.has_circle]

    @property
    def labels(self):
        """The points that have words."""
        return [point for point in self.points if point.text]

    @property
    def lines(self):
        """All that is drawn from point to point: the stretches and then the roads."""
        return [*self.stretches, *self.roads]


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
        """The place of `day` in % across."""
        span = (self.last - self.first).days or 1
        return round(self.left + (self.right - self.left) * (day - self.first).days / span, 2)

    def ticks(self, most):
        """A Tick at the start of a year, for at most `most` years at even distances; within a year at its months."""
        years = range(self.first.year, self.last.year + 1)
        if self.first != date(self.first.year, 1, 1) and len(years) <= 2:
            ends = dict.fromkeys([month_of(self.first), month_of(self.last)])
            return [Tick(place, text) for place, text in zip((self.left, self.right), ends, strict=False)]
        years = [year for year in years if date(year, 1, 1) >= self.first]
        every = -(-len(years) // most)
        return [Tick(self.across(date(year, 1, 1)), str(year)) for year in years[::every]]


def line_drawing(*, scale, measurements, aims, width, axis, inset, top, height, most_years):
    """The LineChart through `measurements`, in `height` px below `top`, from `axis` to the end with an `inset` (%).

    `width` (px) is the least the drawing gets: it decides which words fit, and `most_years` how many years are named.
    """
    targets = [aim.target for aim in aims]
    time = Timeline.over(days_of(measurements, targets), left=axis + inset, right=100 - inset)

    def at(day, value):
        return time.across(day), scale.down(value, top, height)

    places = [at(one.reference_on, one.value) for one in measurements]
    ends = [at(target.due_on, target.value) for target in targets]
    texts = [*(one.text for one in measurements), *(aim.text for aim in aims)]
    points = place_words([*places, *ends], texts, width=width, bottom=top + height, firm=len(ends))
    return LineChart(
        height=top + height + 34,
        left=axis,
        zero=scale.down(0, top, height),
        bottom=top + height + 26,
        ticks=scale.ticks(top, height) if axis else [],
        years=time.ticks(most_years),
        points=[
            replace(point, hedged=is_hedged(one), is_target=aim is not None, mark=mark_of(aim))
            for point, one, aim in zip(
                points, [*measurements, *targets], [*[None] * len(measurements), *aims], strict=True
            )
        ],
        stretches=stretches_between(places, [not one.comparable for one in measurements]),
        roads=[
            Stretch(*at(target.baseline_on, target.baseline_value), *end, uncertain=True, is_road=True)
            for target, aim, end in zip(targets, aims, ends, strict=True)
            if target.baseline_on and aim.word != TargetWord.MOVED
        ],
    )


def days_of(measurements, targets):
    """All days that a line must have room for."""
    baselines = [target.baseline_on for target in targets if target.baseline_on]
    return [*(one.reference_on for one in measurements), *(target.due_on for target in targets), *baselines]


def stretches_between(places, uncertain):
    """A Stretch from each of `places` to the next; `uncertain` says of each place whether the way to it is."""
    ways = zip(places, places[1:], uncertain[1:], strict=False)
    return [Stretch(*start, *end, uncertain=is_uncertain) for start, end, is_uncertain in ways]


def mark_of(aim):
    """The word of an DrawnTarget that has a mark of its own in the drawing; else None."""
    return aim.word if aim and aim.word in (TargetWord.MISSED, TargetWord.MOVED) else None


def is_hedged(value):
    """Whether a source gives a Measurement or Target as provisional, estimated, or with a word such as 'ruim'."""
    return bool(value.qualifier) or getattr(value, "certainty", Certainty.UNKNOWN) in UNSURE
