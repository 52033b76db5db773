"""Bars side by side: what is compared on one day."""

from dataclasses import dataclass

from partners.ground.drawings.letters import width_of
from partners.ground.drawings.shapes import Box, ChartLine, PlacedWords
from results.charts.room import FreeRoom
from results.charts.scale import NARROW, WIDE, WIDE_FROM_TO, Tick


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
    name_y: float

    @property
    def css(self):
        return "compared" if self.compared else "bar"

    @property
    def box(self):
        return Box(self.x, self.y, self.width, self.height, self.css)


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
    grid: list[tuple[float, float, float]]  # x1, x2 and y of the parts of the lying lines that words leave free

    circles = ()

    @property
    def lines(self):
        return [ChartLine(x1, y, x2, y) for x1, x2, y in self.grid]

    @property
    def boxes(self):
        return boxes_of(self.groups)

    @property
    def bases(self):
        return [ChartLine(self.left, self.zero, 100, self.zero, "base")]

    @property
    def texts(self):
        """The words of its axes, its bars and its groups."""
        ticks = [PlacedWords(tick.text, self.left, tick.place + 5, "end", -10, "axis") for tick in self.ticks]
        bars = [bar for group in self.groups for bar in group.bars]
        values = [PlacedWords(bar.text, bar.middle, bar.text_y) for bar in bars]
        names = [PlacedWords(bar.name, bar.middle, bar.name_y, css="") for bar in bars]
        return [*ticks, *values, *names, *(PlacedWords(group.text, group.middle, group.y) for group in self.groups)]


@dataclass(frozen=True)
class Bars:
    """Bars that lie under each other, each below its name and value, for a phone."""

    height: int
    zero: float
    groups: list[BarGroup]

    lines = ()
    circles = ()

    @property
    def boxes(self):
        return boxes_of(self.groups)

    @property
    def bases(self):
        """A piece of the line of zero beside each bar."""
        bars = [bar for group in self.groups for bar in group.bars]
        return [ChartLine(self.zero, bar.y - 4, self.zero, bar.y + 24, "base") for bar in bars]

    @property
    def texts(self):
        """The words of its groups and above each bar."""
        bars = [bar for group in self.groups for bar in group.bars]
        groups = [PlacedWords(group.text, 0, group.y, "start") for group in self.groups]
        names = [PlacedWords(bar.name, 0, bar.name_y, "start", css="") for bar in bars]
        return [*groups, *names, *(PlacedWords(bar.text, 100, bar.text_y, "end") for bar in bars)]

    @property
    def marks(self):
        """No mark of it needs a legend."""
        return set()


def boxes_of(groups):
    return [bar.box for group in groups for bar in group.bars]


GAP = 1.2  # % of the width: between two bars of a group


def standing_bars(scale, words, names, rows, *, top=40, plot=280):
    """The bars of `rows` as Columns, or None when names or values are too long to stand beside each other."""
    slot = (100 - scale.gutter) / len(rows)
    width = min(18, (slot * 0.9 - GAP * (len(names) - 1)) / len(names))
    texts = [*names, *(measurement.text for row in rows for measurement in row if measurement)]
    if longest(texts) > (width + GAP) / 100 * WIDE or longest(words) > slot / 100 * WIDE:
        return None
    # The values of negative bars hang below them, above the names.
    bottom = top + plot + (50 if scale.low < 0 else 26)
    drawn = {"width": width, "top": top, "plot": plot, "name_y": bottom}
    groups = [
        standing_group(scale, when, names, row, centre=scale.gutter + slot * (place + 0.5), foot=bottom + 32, **drawn)
        for place, (when, row) in enumerate(zip(words, rows, strict=True))
    ]
    return Columns(
        height=bottom + 44,
        left=scale.gutter,
        zero=scale.down(0, top, plot),
        bottom=bottom,
        ticks=scale.ticks(top, plot),
        groups=groups,
        grid=grid_behind(groups, [scale.down(step, top, plot) for step in scale.steps if step], scale.gutter),
    )


def standing_group(scale, when, names, row, *, centre, foot, width, **drawn):
    """The BarGroup of one day around `centre` (% across), with its words at `foot`."""
    middles = [centre + (index - (len(names) - 1) / 2) * (width + GAP) for index in range(len(names))]
    bars = [
        standing_bar(scale, name, measurement, middle=middle, compared=index > 0, width=width, **drawn)
        for index, (name, measurement, middle) in enumerate(zip(names, row, middles, strict=True))
        if measurement
    ]
    return BarGroup(text=when, middle=round(centre, 2), y=foot, bars=bars)


def grid_behind(groups, places, left):
    """The parts of the lying lines at `places` (px down) that the values of the bars leave free."""
    room = FreeRoom(WIDE_FROM_TO, left=left, top=0, foot=0)
    room.words += [PlacedWords(bar.text, bar.middle, bar.text_y) for group in groups for bar in group.bars]
    return [part for place in places for part in room.left_of((left, 100, place))]


def longest(texts):
    """The width in px of the longest of `texts`."""
    return max(map(width_of, texts))


def standing_bar(scale, name, measurement, *, middle, width, top, plot, compared, name_y):
    """A Bar around `middle` (% across) of `width` (%), in a plot of `plot` px that starts `top` px down."""
    zero, end = scale.down(0, top, plot), scale.down(measurement.value, top, plot)
    return Bar(
        name=name,
        text=measurement.text,
        compared=compared,
        x=round(middle - width / 2, 2),
        y=min(zero, end),
        width=round(width, 2),
        height=round(abs(zero - end), 1),
        middle=round(middle, 2),
        text_y=end - 11 if measurement.value >= 0 else end + 22,
        name_y=name_y,
    )


def lying_bars(scale, words, names, rows):
    """The bars of `rows` as Bars."""
    zero = round(scale.part(0) * 100, 2)
    y = 0
    groups = []
    for when, row in zip(words, rows, strict=True):
        heading, bars = y + 18, []
        y += 28
        for index, (name, measurement) in enumerate(zip(names, row, strict=True)):
            if measurement is None:
                continue
            end = round(scale.part(measurement.value) * 100, 2)
            name_y = y + 18
            if width_of(name) + width_of(measurement.text) + 8 > NARROW:
                y += 22  # the value stands under the name
            bars.append(
                Bar(
                    name=name,
                    text=measurement.text,
                    compared=index > 0,
                    x=min(zero, end),
                    y=y + 26,
                    width=round(abs(zero - end), 2),
                    height=20,
                    middle=50,
                    text_y=y + 18,
                    name_y=name_y,
                )
            )
            y += 54
        groups.append(BarGroup(text=when, middle=0, y=heading, bars=bars))
        y += 20
    return Bars(height=y - 20, zero=zero, groups=groups)
