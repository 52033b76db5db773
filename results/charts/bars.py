"""Bars side by side: what is compared on one day."""

from dataclasses import dataclass

from results.charts.scale import LETTER, WIDE, Tick


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

    @property
    def css(self):
        return "compared" if self.compared else "bar"

    @property
    def base_y(self):
        """From and to where the base line beside a lying bar goes."""
        return self.y - 4, self.y + 24


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

    @property
    def marks(self):
        """No mark of it needs a legend."""
        return set()


GAP = 1.2  # % of the width: between two bars of a group


def standing_bars(scale, words, names, rows, *, top=40, plot=280):
    """The bars of `rows` as Columns, or None when names or values are too long to stand beside each other."""
    slot = (100 - scale.gutter) / len(rows)
    width = min(15, (slot * 0.9 - GAP * (len(names) - 1)) / len(names))
    texts = [*names, *(measurement.text for row in rows for measurement in row if measurement)]
    if longest(texts) > (width + GAP) / 100 * WIDE or longest(words) > slot / 100 * WIDE:
        return None
    # The values of negative bars hang below them, above the names.
    bottom = top + plot + (50 if scale.low < 0 else 26)
    groups = []
    for place, (when, row) in enumerate(zip(words, rows, strict=True)):
        centre = scale.gutter + slot * (place + 0.5)
        middles = [centre + (index - (len(names) - 1) / 2) * (width + GAP) for index in range(len(names))]
        bars = [
            standing_bar(scale, name, measurement, middle=middle, width=width, top=top, plot=plot, compared=index > 0)
            for index, (name, measurement, middle) in enumerate(zip(names, row, middles, strict=True))
            if measurement
        ]
        groups.append(BarGroup(text=when, middle=round(centre, 2), y=bottom + 32, bars=bars))
    return Columns(
        height=bottom + 44,
        left=scale.gutter,
        zero=scale.down(0, top, plot),
        bottom=bottom,
        ticks=scale.ticks(top, plot),
        groups=groups,
    )


def longest(texts):
    """The width in px of the longest of `texts`."""
    return max(map(len, texts)) * LETTER


def standing_bar(scale, name, measurement, *, middle, width, top, plot, compared):
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
                )
            )
            y += 54
        groups.append(BarGroup(text=when, middle=0, y=heading, bars=bars))
        y += 20
    return Bars(height=y - 20, zero=zero, groups=groups)
