"""Figures as drawings: from the measurements of an indicator to plain numbers that results/parts/*.html draw as SVG.

Across, every place is a percentage of the drawing's width; down, it is in pixels. So a drawing stretches with the
page while its letters stay 16 px. A chart has a drawing for a wide column and one for a phone. Every axis starts
at zero, or below it when a value does.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import hypot

from partners.geography import FEATURES, corners
from partners.ground.templatetags.dutch import day, measured, number
from partners.models import Certainty, Source
from results.models import Indicator, Scope

WIDE, NARROW = 640, 288  # px: the least that a wide column and a phone give a drawing
LETTER = 8.5  # px: about what a character takes at 16 px; bold figures are the widest
MARK = 9.5  # px: from the middle of the circle of a point to the outside of its line


@dataclass(frozen=True)
class Chart:
    """An indicator drawn: two drawings, and the table that says the same.

    `drawing` names the template. `wide` is None when its words would not fit; `narrow` then serves every width.
    `rows` are pairs of a date in words and, for every column, a pair of its name and a text that is empty where
    nothing is known.
    """

    indicator: Indicator
    drawing: str
    columns: list[str]
    rows: list[tuple[str, list[tuple[str, str]]]]
    sources: list[Source]
    wide: "Columns | LineChart | None"
    narrow: "Bars | LineChart"

    @property
    def drawings(self):
        """The drawings by the width they are for, as the templates name them."""
        return [(width, drawing) for width, drawing in (("wide", self.wide), ("narrow", self.narrow)) if drawing]

    @property
    def is_uncertain(self):
        """Whether a stretch is dotted, because the counting may have changed."""
        return any(stretch.uncertain for stretch in getattr(self.narrow, "stretches", []))

    @property
    def is_hedged(self):
        """Whether a point is dotted, because its source is not quite sure of it."""
        return any(point.hedged for point in getattr(self.narrow, "points", []))

    @property
    def has_target(self):
        return any(point.is_target for point in getattr(self.narrow, "points", []))

    @property
    def has_road(self):
        """Whether a thin dotted line goes from a baseline to its target."""
        return bool(getattr(self.narrow, "roads", []))

    @property
    def description(self):
        """What the drawing shows, for who does not see it: '2016: Regio Zwolle 2,7%, Nederland 2,2%.'"""
        alone = len(self.columns) == 1
        told = []
        for when, cells in self.rows:
            values = [text if alone else f"{name} {text}" for name, text in cells if text]
            told.append(f"{when[:1].upper()}{when[1:]}: {', '.join(values)}.")
        return " ".join(told)


def chart_of(indicator):
    """The chart of `indicator` (read with `with_values`), or None.

    There is none without a message of the editors, nor without two values to set side by side: of two areas on
    one day, which become bars, or else of two days or of a day and a dated target, which become a line. Figures of
    single partners are left out.
    """
    if not indicator.message:
        return None
    by_day = {}
    for measurement in sorted(indicator.measurements.all(), key=lambda one: (one.reference_on, one.pk)):
        if measurement.partner_id is None:
            # Where sources differ on a day, the first that the editors entered is drawn; the page's table has all.
            by_day.setdefault(measurement.reference_on, {}).setdefault(measurement.scope, measurement)
    own = {day: by_scope for day, by_scope in by_day.items() if indicator.scope in by_scope}
    compared = [by_scope for by_scope in own.values() if len(by_scope) > 1]
    if compared:
        return bar_chart(indicator, compared)
    measurements = [by_scope[indicator.scope] for by_scope in own.values()]
    targets = [target for target in indicator.targets.all() if target.due_on and measurements]
    targets = [target for target in targets if target.due_on > measurements[-1].reference_on]
    if len(measurements) + len(targets) > 1 and measurements:
        return line_chart(indicator, measurements, targets)
    return None


def bar_chart(indicator, groups):
    """Bars side by side. `groups` are dicts of measurements by scope, oldest first, each with the own scope."""
    seen = {scope for group in groups for scope in group}
    scopes = [indicator.scope, *(scope for scope in Scope.values if scope in seen - {indicator.scope})]
    names = [Scope(scope).label for scope in scopes]
    rows = [[group.get(scope) for scope in scopes] for group in groups]
    words = [group[indicator.scope].reference_text for group in groups]
    scale = Scale([one.value for row in rows for one in row if one], indicator.unit)
    return Chart(
        indicator=indicator,
        drawing="results/parts/bars.html",
        columns=names,
        rows=[
            (when, [(name, one.text if one else "") for name, one in zip(names, row, strict=True)])
            for when, row in zip(words, rows, strict=True)
        ],
        sources=unique(one.source for row in rows for one in row if one),
        wide=standing(scale, words, names, rows),
        narrow=lying(scale, words, names, rows),
    )


def line_chart(indicator, measurements, targets=()):
    """A line through time. `measurements` are at least one, oldest first, on different days; `targets` lie after."""
    targets = sorted(targets, key=lambda target: target.due_on)
    values = [one.value for one in (*measurements, *targets)]
    values += [target.baseline_value for target in targets if target.baseline_on]
    scale, name = Scale(values, indicator.unit), indicator.get_scope_display()
    rows = [(one.reference_text, [(name, one.text)]) for one in measurements]
    rows += [(f"streefwaarde, {one.due_text or day(one.due_on)}", [(name, one.text)]) for one in targets]
    drawn = {"scale": scale, "measurements": measurements, "targets": targets}
    return Chart(
        indicator=indicator,
        drawing="results/parts/line.html",
        columns=[name],
        rows=rows,
        sources=unique(one.source for one in (*measurements, *targets)),
        wide=line(**drawn, width=WIDE, axis=scale.gutter, inset=2.5, top=44, height=276, most_years=8),
        narrow=line(**drawn, width=NARROW, axis=0, inset=7, top=36, height=164, most_years=4),
    )


def unique(sources):
    return list(dict.fromkeys(sources))


class Scale:
    """An axis that holds zero and all `values` (numbers in `unit`), with steps of 1, 2 or 5 times a power of ten."""

    def __init__(self, values, unit):
        self.unit = unit
        self.low, self.high = min([0, *values]), max([0, *values])
        if self.low == self.high:
            self.high = 1
        fifth = Decimal(self.high - self.low) / 5
        power = Decimal(10) ** fifth.adjusted()
        # Values have two decimals, and so have the words beside the axis.
        step = max(next(power * times for times in (1, 2, 5, 10) if power * times >= fifth), Decimal("0.01"))
        first = (self.low / step).to_integral_value(ROUND_CEILING)
        last = (self.high / step).to_integral_value(ROUND_FLOOR)
        self.steps = [step * count for count in range(int(first), int(last) + 1)]

    def part(self, value):
        """How far `value` is from the lowest to the highest: 0 to 1."""
        return float((value - self.low) / Decimal(self.high - self.low))

    def down(self, value, top, height):
        """The place of `value` in px from above, in a plot of `height` px that starts `top` px down."""
        return round(top + height * (1 - self.part(value)), 1)

    def ticks(self, top, height):
        return [Tick(self.down(step, top, height), measured(step, self.unit)) for step in self.steps]

    @property
    def gutter(self):
        """The room for the words beside the axis, in % of the least wide drawing."""
        longest = max(len(measured(step, self.unit)) for step in self.steps)
        return round((longest * LETTER + 14) / WIDE * 100, 1)


@dataclass(frozen=True)
class Tick:
    """A mark on an axis: in px from above on a standing axis, in % across on a lying one."""

    place: float
    text: str


# Bars


@dataclass(frozen=True)
class Bar:
    """One bar with its name and value; `middle` is where those are centred, in % across."""

    name: str
    text: str
    compared: bool
    x: float
    y: float
    width: float
    height: float
    middle: float
    text_y: float


@dataclass(frozen=True)
class BarGroup:
    """The bars of one day; `middle` in % across, `y` in px down, of the day's words."""

    text: str
    middle: float
    y: float
    bars: list[Bar]


@dataclass(frozen=True)
class Columns:
    """Bars that stand on a common base line, for a wide column."""

    height: int
    left: float
    zero: float
    bottom: float
    ticks: list[Tick]
    groups: list[BarGroup]


@dataclass(frozen=True)
class Bars:
    """Bars that lie under each other, each below its name and value, for a phone."""

    height: int
    zero: float
    groups: list[BarGroup]


def standing(scale, words, names, rows, *, top=40, plot=280):
    """The bars of `rows` as Columns, or None when names or values are too long to stand beside each other."""
    gap = 1.2  # % of the width
    slot = (100 - scale.gutter) / len(rows)
    width = min(15, (slot * 0.9 - gap * (len(names) - 1)) / len(names))
    texts = [*names, *(one.text for row in rows for one in row if one)]
    if max(map(len, texts)) * LETTER > (width + gap) / 100 * WIDE or max(map(len, words)) * LETTER > slot / 100 * WIDE:
        return None
    zero = scale.down(0, top, plot)
    # The values of negative bars hang below them, above the names.
    bottom = top + plot + (50 if scale.low < 0 else 26)
    groups = []
    for place, (when, row) in enumerate(zip(words, rows, strict=True)):
        centre = scale.gutter + slot * (place + 0.5)
        bars = []
        for index, (name, one) in enumerate(zip(names, row, strict=True)):
            if one is None:
                continue
            middle = centre + (index - (len(names) - 1) / 2) * (width + gap)
            end = scale.down(one.value, top, plot)
            bars.append(
                Bar(
                    name=name,
                    text=one.text,
                    compared=index > 0,
                    x=round(middle - width / 2, 2),
                    y=min(zero, end),
                    width=round(width, 2),
                    height=round(abs(zero - end), 1),
                    middle=round(middle, 2),
                    text_y=end - 11 if one.value >= 0 else end + 22,
                )
            )
        groups.append(BarGroup(text=when, middle=round(centre, 2), y=bottom + 32, bars=bars))
    return Columns(
        height=bottom + 44,
        left=scale.gutter,
        zero=zero,
        bottom=bottom,
        ticks=scale.ticks(top, plot),
        groups=groups,
    )


def lying(scale, words, names, rows):
    """The bars of `rows` as Bars."""
    zero = round(scale.part(0) * 100, 2)
    y = 0
    groups = []
    for when, row in zip(words, rows, strict=True):
        heading, bars = y + 18, []
        y += 28
        for index, (name, one) in enumerate(zip(names, row, strict=True)):
            if one is None:
                continue
            end = round(scale.part(one.value) * 100, 2)
            bars.append(
                Bar(
                    name=name,
                    text=one.text,
                    compared=index > 0,
                    x=min(zero, end),
                    y=y + 26,
                    width=round(abs(zero - end), 2),
                    height=20,
                    middle=50,
                    text_y=y + 18,
                )
            )
            y += 54
        groups.append(BarGroup(text=when, middle=0, y=heading, bars=bars))
        y += 20
    return Bars(height=y - 20, zero=zero, groups=groups)


# Lines


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


def worded(places, texts, *, width, bottom):
    """Points at `places` with their circles and `texts` where a drawing of `width` px leaves room.

    A text stands below a point from which the line rises and above one from which it falls, or else on the side where
    it covers fewer points. The last text ends at its point. A circle or text that would run into another, or past the
    edge, is left out, the older ones first, but never that of the first or the last point.
    """
    last = len(places) - 1
    circled = list(dict.fromkeys([0, last]))
    for index in range(last - 1, 0, -1):
        if not any(overlap(places[index], places[other], width) for other in circled):
            circled.append(index)
    points = [ChartPoint(x, y, "", y, ends_here=False, has_circle=False) for x, y in places]
    kept = []
    for index in circled:
        point = beside(places, texts, index, width=width, bottom=bottom)
        fits = ends(point, width)[1] <= width and not any(collide(point, other, width) for other in kept)
        if index in (0, last) or (fits and not covered(point, places, width)):
            kept.append(point)
        else:
            point = replace(point, text="")
        points[index] = point
    return points


def beside(places, texts, index, *, width, bottom):
    """The point at `index` with its text on the side where `worded` wants it."""
    x, y = places[index]
    is_last = index == len(places) - 1
    before, after = places[max(index - 1, 0)][1], places[min(index + 1, len(places) - 1)][1]
    goes_below = before < y if is_last else after <= y
    above, below = (
        ChartPoint(x, y, texts[index], round(to, 1), ends_here=is_last and index > 0) for to in (y - 16, y + 28)
    )
    if below.text_y >= bottom:
        return above
    return min([below, above] if goes_below else [above, below], key=lambda side: covered(side, places, width))


def ends(point, width):
    """From where to where the words of a point stand in a drawing of `width` px."""
    at, long = point.x / 100 * width, len(point.text) * LETTER
    return (at - long, at) if point.ends_here else (at + 10, at + 10 + long)


def overlap(place, other, width):
    """Whether the circles at two places, (x, y), would touch in a drawing of `width` px."""
    return hypot((place[0] - other[0]) / 100 * width, place[1] - other[1]) < 2 * MARK


def covered(point, places, width):
    """How many other `places`, (x, y), the words of a point would stand over."""
    start, end = ends(point, width)
    others = [place for place in places if place != (point.x, point.y)]
    return sum(
        start - MARK < x / 100 * width < end + MARK and point.text_y - 14 - MARK < y < point.text_y + 4 + MARK
        for x, y in others
    )


def collide(one, other, width):
    """Whether the words of two points would touch in a drawing of `width` px."""
    (start, end), (other_start, other_end) = ends(one, width), ends(other, width)
    return abs(one.text_y - other.text_y) < 22 and start < other_end and other_start < end


# The region


@dataclass(frozen=True)
class Outline:
    """A municipality on the map, with the class that fills it and the text of its value."""

    name: str
    url: str
    css: str
    text: str
    points: str


def outlines(found):
    """A choropleth: the Growths `found` as Outlines in the region's map; those without an outline are left out."""
    return [
        Outline(
            name=one.partner.name,
            url=one.partner.get_absolute_url(),
            css=one.fill,
            text=one.text,
            points=" ".join(corners(FEATURES[one.partner.cbs_code]["d"])),
        )
        for one in found
        if one.partner.cbs_code in FEATURES
    ]


# Small multiples


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


def small_lines(found, *, height=56, inset=6):
    """The Growths `found` as SmallLines of `height` px: percents since the first day, all on one scale."""
    shares = [[(one.reference_on, growth.percent_at(one)) for one in growth.counts] for growth in found]
    scale = Scale([share for row in shares for _, share in row], "%")
    lines = []
    for growth, row in zip(found, shares, strict=True):
        first, last = row[0][0], row[-1][0]
        span = (last - first).days or 1
        places = [
            (round(2 + 94 * (when - first).days / span, 2), scale.down(share, inset, height - 2 * inset))
            for when, share in row
        ]
        text = f"{number(growth.first.count)} → {number(growth.last.count)} ({growth.text})"
        lines.append(
            SmallLine(
                name=growth.partner.name,
                text=text,
                description=f"{growth.partner.name}: {growth.text} van {day(first)} tot {day(last)}.",
                height=height,
                zero=scale.down(0, inset, height - 2 * inset),
                stretches=[
                    Stretch(*start, *end, uncertain=one.source_id != before.source_id)
                    for start, end, before, one in zip(
                        places, places[1:], growth.counts, growth.counts[1:], strict=False
                    )
                ],
                end=places[-1],
            )
        )
    return lines
