"""What is drawn small at the stations of a sentence: a hexagon for each body, and a line through time.

Every coordinate is a text, for a template would write 1.234 for 1234; every look is a class of the stylesheet.
"""

from dataclasses import dataclass
from math import hypot, sqrt

from consultation.deciding.models import Position
from results.charts.chart import aims_of, compared_by_day
from results.charts.line import Timeline
from results.charts.multiples import values_in_words
from results.charts.scale import Scale

# Around the middle of a hexagon of radius 15, which is scaled to the size that it is drawn in.
HATCH = "M-9.5 9.5 9.5-9.5M-5.1 12.1 13-6M-.6 14.6 13 1M5.1-12.1-13 6M.6-14.6-13-1"
SIGNS = {
    Position.CONDITION: HATCH,
    Position.AGAINST: "M-5-5 5 5M5-5-5 5",
    Position.ABSTAINS: "M-6 0H6",
    Position.HELD: "M-3-6V6M3-6V6",
    Position.WITHDRAWN: "M-6 0H6",
    Position.DECLINES: "M-8 8 8-8",
    Position.PARTLY_KNOWN: "M-6 0h.01M0 0h.01M6 0h.01",
}
NO_SIGN = "M0 0"
RADIUS = 15
# Up to so many bodies lie in one row of large hexagons; more lie in rows of as many small ones.
IN_ROW = 9
LARGE, SMALL = 15, 11
EDGE = 2
GAP = 2.5

LINE_WIDTH, LINE_HEIGHT = 104, 54
INSET = 7  # room for a mark at the edge


@dataclass(frozen=True)
class Hexagon:
    """One body: its name and what is known of it, the class of that, the sign in it, and where it lies."""

    name: str
    word: str
    css: str
    sign: str
    transform: str


@dataclass(frozen=True)
class Hexagons:
    """The bodies of a dossier sorted by what they decided, so that a row of them reads as a bar."""

    width: str
    height: str
    bodies: list[Hexagon]
    described: str


def hexagons_of(bodies, described):
    """The Hexagons of some BodyOnElements; `described` says the same in words."""
    order = list(Position)
    ordered = sorted(bodies, key=lambda one: (order.index(one.position), one.track.body.name))
    radius = LARGE if len(ordered) <= IN_ROW else SMALL
    step, down = sqrt(3) * radius + GAP, 1.5 * radius + GAP
    rows = -(-len(ordered) // IN_ROW)
    across = min(len(ordered), IN_ROW) + (0.5 if rows > 1 else 0)
    return Hexagons(
        width=f"{across * step + 2 * EDGE:.0f}",
        height=f"{2 * radius + (rows - 1) * down + 2 * EDGE:.0f}",
        bodies=[hexagon(one, place, radius, step, down) for place, one in enumerate(ordered)],
        described=described,
    )


def hexagon(one, place, radius, step, down):
    """The Hexagon of one body; every second row is shifted by half of one, as hexagons lie."""
    row, column = divmod(place, IN_ROW)
    x = EDGE + (column + 0.5 + (row % 2) / 2) * step
    y = EDGE + radius + row * down
    size = f"{radius / RADIUS:.3f}".rstrip("0").rstrip(".")
    return Hexagon(
        name=one.track.body.partner.name,
        word=one.position.label,
        css=one.position.value,
        sign=SIGNS.get(one.position, NO_SIGN),
        transform=f"translate({x:.1f} {y:.1f}) scale({size})",
    )


@dataclass(frozen=True)
class LittleLine:
    """A figure through time, small and without words: its measurements, its target, and the way that is to go.

    `paths` are (class, path), and `circles` (class, x, y).
    """

    paths: list[tuple[str, str]]
    circles: list[tuple[str, str, str]]
    described: str

    width, height = str(LINE_WIDTH), str(LINE_HEIGHT)


def little_line(indicator):
    """The LittleLine of `indicator`, read `with_recent_values`; None when there is nothing to set side by side.

    It shows what the chart of the figure shows: the measurements of its own area, and the dated target furthest ahead.
    """
    measured = [day[indicator.scope] for day in compared_by_day(indicator)]
    targets = [aim.target for aim in aims_of(indicator, ())][-1:]
    return drawn_line(indicator, measured, targets) if len(measured) + len(targets) > 1 else None


def drawn_line(indicator, measured, targets):
    """The LittleLine through the Measurements `measured`, at least two with `targets`, which are one at most."""
    values = [*measured, *targets]
    days = [*(one.reference_on for one in measured), *(target.due_on for target in targets)]
    scale = Scale([one.value for one in values], indicator.unit)
    time = Timeline.over(days, left=INSET, right=LINE_WIDTH - INSET)
    places = [(time.across(day), down(scale, one.value)) for day, one in zip(days, values, strict=True)]
    line, ends = places[: len(measured)], places[len(measured) :]
    kinds = [*["earlier"] * (len(measured) - 1), *["latest"] * len(measured[:1]), *["goal"] * len(ends)]
    return LittleLine(
        paths=paths_of(line, ends, zero=down(scale, 0)),
        circles=[(css, f"{x:g}", f"{y:g}") for css, (x, y) in zip(kinds, places, strict=True)],
        described=described(measured, targets),
    )


def paths_of(line, ends, *, zero):
    """(Class, path) of the axis, the way that was measured, and the road from there to the target, with its hatch."""
    road = shortened(line[-1], ends[0]) if line and ends else []
    drawn = [("base", path_through([(0, zero), (LINE_WIDTH, zero)])), ("road", path_through(road))]
    hatches = [("goal", f"M{x - 3:g} {y + 3:g}l6-6M{x - 1:g} {y + 4:g}l5-5M{x - 4:g} {y + 1:g}l5-5") for x, y in ends]
    return [(css, path) for css, path in [*drawn, ("way", path_through(line))] if path] + hatches


def described(measured, targets):
    """What the line shows, for those who do not see it."""
    told = [f"Gemeten: {values_in_words(measured)}."] if measured else []
    told += [f"Streefwaarde: {target.text} ({target.when_short})." for target in targets]
    return " ".join(told)


def down(scale, value):
    return scale.down(value, INSET, LINE_HEIGHT - 2 * INSET)


def shortened(start, end, gap=7):
    """The way from one place to another, without the marks at both ends."""
    (x, y), (far_x, far_y) = start, end
    part = min(gap / (hypot(far_x - x, far_y - y) or 1), 0.5)
    ways = (part, 1 - part)
    return [(round(x + (far_x - x) * way, 1), round(y + (far_y - y) * way, 1)) for way in ways]


def path_through(places):
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in places) if len(places) > 1 else ""
