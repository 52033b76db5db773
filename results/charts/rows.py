"""Rows under each other, each with its words above a bar: contributions per year, and projects in time."""

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from partners.ground.drawings.letters import width_of, wrapped
from partners.ground.drawings.shapes import Box, ChartLine, PlacedWords
from partners.ground.templatetags.dutch import day, euro
from results.charts.line import Timeline
from results.charts.scale import NARROW, Scale, Tick

LINE, BAR, AIR = 20, 16, 18  # px: a line of words, a bar, and the room below it
FEWEST = 3  # of so many amounts it is worth to see which is more


@dataclass(frozen=True)
class BarRow:
    """Words above a bar: a `name`, what is told at the right of it, and a Box of no height, or None."""

    name: str
    told: str
    bar: Box | None

    @property
    def lines(self):
        """The name in lines that fit the narrowest drawing; with something at the right it is short."""
        return [self.name] if self.told else wrapped(self.name, NARROW)

    @property
    def height(self):
        return len(self.lines) * LINE + BAR + AIR


@dataclass(frozen=True)
class BarRows:
    """Rows with what they say together; it serves every width."""

    slug: str
    message: str
    description: str
    legend: str
    rows: list[BarRow]
    ticks: list[Tick] = field(default_factory=list)

    lines = ()
    circles = ()

    @property
    def drawings(self):
        return [("narrow", "full", self)]

    @property
    def placed(self):
        """(y, BarRow) of each."""
        y, found = 0, []
        for row in self.rows:
            found.append((y, row))
            y += row.height
        return found

    @property
    def foot(self):
        return sum(row.height for row in self.rows)

    @property
    def height(self):
        return self.foot + (26 if self.ticks else 0)

    @property
    def boxes(self):
        return [
            Box(row.bar.x, y + len(row.lines) * LINE + 4, row.bar.width, BAR, row.bar.css)
            for y, row in self.placed
            if row.bar
        ]

    @property
    def bases(self):
        return [ChartLine(0, self.foot - 6, 100, self.foot - 6, "base")] if self.ticks else []

    @property
    def texts(self):
        """The words of its rows and of its axis."""
        names = [
            PlacedWords(line, 0, y + 16 + place * LINE, "start", css="value")
            for y, row in self.placed
            for place, line in enumerate(row.lines)
        ]
        told = [PlacedWords(row.told, 100, y + 16, "end", css="") for y, row in self.placed if row.told]
        years = [PlacedWords(one.text, one.place, self.foot + 16, one.anchor, css="axis") for one in self.ticks]
        return [*names, *told, *years]


def years_of_contributions(found):
    """The Contributions of each year as a bar: solid is complete, hatched is of some, and without a bar not known."""
    scale = Scale([total.euros for _, total in found.by_year], "euro")
    rows = [BarRow(str(year), told_of(total), bar_of(total, scale)) for year, total in found.by_year if total.count]
    return BarRows(
        slug="bijdragen-per-jaar",
        message="Bijdragen per jaar",
        description=" ".join(f"{row.name}: {row.told}." for row in rows),
        legend="Vol: van iedereen bekend. Gestreept: nog niet van iedereen bekend.",
        rows=rows,
    )


def amounts_beside(slug, amounts):
    """Amounts that may be parts of one another, as bars on one scale; None where there are too few to set side by side.

    `amounts` are (what it says, euros, whether its source says exactly so). Of nothing beside the largest is no bar.
    """
    most = max((euros for _, euros, _ in amounts), default=0)
    beside = [one for one in amounts if one[1] > most / 100]
    if len(beside) < FEWEST:
        return None
    scale = Scale([most], "euro")
    bars = [(told, round(scale.part(euros) * 100, 2), is_exact) for told, euros, is_exact in beside]
    return BarRows(
        slug=slug,
        message="De bedragen op één schaal",
        description=" ".join(f"{told}." for told, _, _ in beside),
        legend="Vol: precies dit bedrag. Gestreept: de bron zegt ‘ruim’ of iets dergelijks.",
        rows=[BarRow(told, "", Box(0, 0, width, 0, "solid" if exact else "hatched")) for told, width, exact in bars],
    )


def told_of(total):
    """'€ 400.000 (3 van 5 bekend)' or 'nog niet bekend', of an Amount."""
    if not total.is_known:
        return "nog niet bekend"
    return f"{euro(total.euros)} ({total.note})" if total.note else euro(total.euros)


def bar_of(total, scale):
    """The bar of an Amount, of which the height is left to its row; None when nothing of it is known."""
    width = round(scale.part(total.euros) * 100, 2)
    return Box(0, 0, width, 0, "solid" if total.is_complete else "hatched") if total.is_known and width else None


def projects_in_time(projects, today=None):
    """When each of `projects` is, read with their phases: solid is known from when to when, hatched is open at one end.

    None when of no project a day is known. What has no end goes on to today, and what has no begin starts the axis.
    """
    today = today or timezone.localdate()
    spans = [(one, *span_of(one)) for one in projects]
    dated = [(one, start, end) for one, start, end in spans if start or end]
    if not dated:
        return None
    time = Timeline.over(days_of([(start, end) for _, start, end in dated], today), left=0, right=100)
    rows = [BarRow(one.name, "", lasting(time, start, end, today)) for one, start, end in dated]
    return BarRows(
        slug="projecten-in-de-tijd",
        message="Projecten in de tijd",
        description=" ".join(f"{one.name}: {days_in_words(start, end)}." for one, start, end in dated),
        legend="Vol: begin en einde zijn bekend. Gestreept: een van beide is nog niet bekend.",
        rows=rows,
        ticks=[with_anchor(tick) for tick in time.ticks(5)],
    )


def days_of(spans, today):
    """All days that are known of `spans`, and `today` where one of them has no end."""
    ends = [end or today for _, end in spans]
    return [*(start for start, _ in spans if start), *ends]


def span_of(project):
    """(The first day, the last day) of the phases of a project; the one that is not known is None."""
    phases = project.phases.all()
    starts = [one.starts_on for one in phases if one.starts_on]
    ends = [one.ends_on for one in phases if one.ends_on]
    has_end = all(one.ends_on for one in phases if one.starts_on == max(starts, default=None))
    return min(starts, default=None), max(ends, default=None) if has_end else None


def lasting(time, start: date | None, end: date | None, today):
    """The bar from `start` to `end` on a Timeline."""
    left, right = time.across(start or time.first), time.across(end or max(today, start))
    return Box(left, 0, round(max(right - left, 1), 2), 0, "solid" if start and end else "hatched")


def days_in_words(start, end):
    """'van 1 juni 2020 tot en met 31 december 2023', or what is known of it."""
    begun = f"van {day(start)}" if start else "begin nog niet bekend"
    return f"{begun} tot en met {day(end)}" if end else f"{begun}, einde nog niet bekend"


def with_anchor(tick):
    """A tick whose words stay within the drawing."""
    near = width_of(tick.text) / 2 / NARROW * 100
    anchor = "start" if tick.place < near else "end" if tick.place > 100 - near else tick.anchor
    return Tick(tick.place, tick.text, anchor)
