"""Where a figure began, where it is and where it should go, as far as anybody said: for what nobody measured yet."""

from dataclasses import dataclass

from partners.ground.drawings.shapes import ChartLine, Circle, PlacedWords
from partners.ground.templatetags.dutch import day
from results.models import Target

UNKNOWN = "nog niet bekend"
FIRST = 4  # % across: where the first circle stands, and the last from the end


@dataclass(frozen=True)
class DumbbellStop:
    """One of the three places: its `name`, what is known of it, and the class of its circle.

    `x` in %, `y` of its words in px; each has a line of its own, so that they never meet.
    """

    name: str
    text: str
    x: float
    y: int
    css: str
    anchor: str

    @property
    def told(self):
        """'nu: nog niet bekend' or 'doel: 50.000'."""
        return f"{self.name}: {self.text or UNKNOWN}"


@dataclass(frozen=True)
class Dumbbell:
    """Three DumbbellStops in a row, not to scale. `when` is by when the last should be reached."""

    stops: list[DumbbellStop]
    when: str

    height = 132
    middle = 44
    marks = frozenset()
    boxes = ()
    bases = ()

    @property
    def lines(self):
        return [ChartLine(self.stops[0].x, self.middle, self.stops[-1].x, self.middle, "base uncertain")]

    @property
    def circles(self):
        return [
            circle
            for stop in self.stops
            for circle in (Circle(stop.x, self.middle, "ground", 9), Circle(stop.x, self.middle, stop.css))
        ]

    @property
    def texts(self):
        """What is known of each stop, and by when the last should be reached."""
        words = [
            PlacedWords(stop.told, stop.x, stop.y, stop.anchor, css="value" if stop.text else "axis")
            for stop in self.stops
        ]
        when = [PlacedWords(self.when, self.stops[-1].x, 126, "end", css="axis")] if self.when else []
        return [*words, *when]


def dumbbell(target: Target):
    """The Dumbbell of a target of which nothing was measured."""
    begin = f"{target.baseline_text} ({day(target.baseline_on)})" if target.baseline_on else ""
    return Dumbbell(
        stops=[
            DumbbellStop("begin", begin, FIRST, 18, "point" if begin else "hollow", "start"),
            DumbbellStop("nu", "", 50, 76, "hollow", "middle"),
            DumbbellStop("doel", target.text, 100 - FIRST, 102, "compared", "end"),
        ],
        when=target.when_short,
    )
