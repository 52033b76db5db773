"""What every drawing is made of: lines, boxes, circles and words, which one template draws in this order.

Across is in % of the drawing and down in px, so that it grows with its column and its words do not. How a shape looks
is in the class that it has.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ChartLine:
    x1: float
    y1: float
    x2: float
    y2: float
    css: str = ""


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    width: float
    height: float
    css: str = ""


@dataclass(frozen=True)
class Circle:
    x: float
    y: float
    css: str
    radius: float = 8


@dataclass(frozen=True)
class PlacedWords:
    """Words at a place, with `dx` px beside it; `anchor` is the end of them that stands there."""

    text: str
    x: float
    y: float
    anchor: str = "middle"
    dx: float = 0
    css: str = "value"


@dataclass(frozen=True)
class Area:
    """A closed `path` as SVG writes it, `scale` times as large, with its origin at `x` and `y`, all in px.

    Hexagons and municipalities keep their form, so that what holds them has one width.
    """

    path: str
    css: str
    x: float = 0
    y: float = 0
    scale: float = 1


@dataclass(frozen=True)
class Shapes:
    """Shapes that lie on each other in this order; `bases` are lines above the boxes."""

    height: float
    areas: list[Area] = field(default_factory=list)
    lines: list[ChartLine] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    bases: list[ChartLine] = field(default_factory=list)
    circles: list[Circle] = field(default_factory=list)
    texts: list[PlacedWords] = field(default_factory=list)


@dataclass(frozen=True)
class Drawn:
    """One set of Shapes with its title, which is the message, and all that it says in words."""

    message: str
    description: str
    drawing: Shapes
    legend: str = ""

    @property
    def drawings(self):
        return [("narrow", "full", self.drawing)]


def across(px, width):
    """The place of `px` in a drawing of that `width`, in % of it."""
    return round(px / width * 100, 3)
