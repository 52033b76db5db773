"""What every drawing is made of: lines, boxes, circles and words, which one template draws in this order.

Across is in % of the drawing and down in px, so that it grows with its column and its words do not. How a shape looks
is in the class that it has.
"""

from dataclasses import dataclass


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
