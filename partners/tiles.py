"""The region as hexagons: each council one tile of the same size, about where its municipality lies."""

import json
from dataclasses import dataclass
from os.path import commonprefix

from partners.geography import DATA
from partners.models import BodyKind

PLACES = {tile["code"]: tile for tile in json.loads((DATA / "tile-map.json").read_text(encoding="utf-8"))["tiles"]}
# In units of the drawing: half the width of a tile with its margin, from row to row, and from an edge to a middle.
HALF, ROW, EDGE = 77, 132, 88
HEXAGON = "M0 -84L73 -42L73 42L0 84L-73 42L-73 -42Z"
# The room that a heading between two rows needs.
HEADING = 90
LAST_ROW = max(place["row"] for place in PLACES.values())
COLUMNS = max(place["halfcol"] for place in PLACES.values()) + 1
# As many tiles stand in one drawing at most, so that a page stays light.
MOST_TILES = 200
# Where the first three letters would not tell two apart, or say nothing.
SHORT = {"De Wolden": "DeW", "Noordoostpolder": "NOP"}


@dataclass(frozen=True)
class Tile:
    """One body on the drawing. Numbers are text, because a template would write 1.234 for 1234."""

    name: str
    short: str
    word: str
    css: str
    url: str
    x: str
    y: str
    has_pattern: bool


@dataclass(frozen=True)
class TileMap:
    """The drawing; `heading_y` is where the heading of a row of Provinciale Staten stands, "" without one."""

    tiles: list
    width: str
    height: str
    heading_y: str


def tile_map(bodies, *, patterned):
    """A TileMap of `bodies`, each (Body, word, class in the stylesheet, address).

    `patterned` are the classes that fill a tile with a pattern, so that its words need a belt to be read on.
    Municipalities stand where they lie. Provinciale Staten, and bodies without a place of their own, stand in rows
    below them.
    """
    placed, others = parted(bodies)
    first = LAST_ROW + 1 if placed else 1
    # The rows below need room for a heading, unless nothing stands above them.
    gap = HEADING if placed and others else 0
    laid_out = placed + [(one, place_below(count, first)) for count, one in enumerate(others)]
    shorts = abbreviations({one[0].partner.name for one, _ in laid_out})
    return TileMap(
        tiles=[
            tile(one, shorts, HALF * column + 2, middle(row) + (gap if row >= first else 0), patterned)
            for one, (row, column) in laid_out
        ],
        width=str(HALF * COLUMNS + 4),
        height=str(middle(max((row for _, (row, _) in laid_out), default=0)) + EDGE + gap),
        heading_y=str(ROW * (first - 1) + gap - 16) if gap and are_states(others) else "",
    )


def parted(bodies):
    """(Those with a place of their own, each with it; those without), of `bodies` as `tile_map` takes them."""
    placed, others = [], []
    for one in bodies:
        if place := place_of(one[0]):
            placed.append((one, place))
        else:
            others.append(one)
    return placed, others


def middle(row):
    """How far the middle of a tile of the row number `row`, from 1, is from the top."""
    return EDGE + ROW * (row - 1)


def are_states(bodies):
    """Whether all of them, as `tile_map` takes them, are Provinciale Staten."""
    return all(one[0].kind == BodyKind.STATES for one in bodies)


def tile(one, shorts, x, y, patterned):
    """The Tile of a body as `tile_map` takes it, with its middle at `x` and `y`."""
    body, word, css, url = one
    name = body.partner.name
    return Tile(
        name=name,
        short=shorts[name],
        word=word,
        css=css,
        url=url,
        x=str(x),
        y=str(y),
        has_pattern=css in patterned,
    )


def place_of(body):
    """(Row, column in halves of a tile) where the municipality of a council lies; None for any other body."""
    place = PLACES.get(body.partner.cbs_code) if body.kind == BodyKind.COUNCIL else None
    return (place["row"], place["halfcol"]) if place else None


def place_below(count, first):
    """(Row, column in halves of a tile) of the body number `count`, from 0, in the rows that begin at `first`."""
    row, column = divmod(count, COLUMNS // 2 - 1)
    # A row is shifted by half a tile against the one above, as hexagons lie.
    return first + row, 2 * column + 1 + (row + first + 1) % 2


def abbreviations(names):
    """Three letters for each of `names`, so that no two look the same; a dict by name.

    Names that begin alike get the first letter in which they differ: Voorbeeldstad and Voorbeeldland, Vos and Vol.
    """
    alike = {}
    for name in sorted(names):
        alike.setdefault(SHORT.get(name, name[:3]), []).append(name)
    found = {group[0]: short for short, group in alike.items() if len(group) == 1}
    for group in alike.values():
        begin = len(commonprefix(group))
        for name in group if len(group) > 1 else ():
            choices = (name[:2] + letter for letter in name[begin:] if letter.isalpha())
            found[name] = next((short for short in choices if short not in found.values()), name)
    return found
