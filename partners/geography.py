"""The region as it is drawn: outlines, borders of provinces, and who borders on whom.

The shapes are read once, from `partners/data/` (CBS and Kadaster, municipalities of 2024, simplified). Which
municipalities take part, how they are called and where their page is, always comes from the database.
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from django.utils.html import format_html, format_html_join

DATA = Path(__file__).parent / "data"
REGION = json.loads((DATA / "region-map.json").read_text(encoding="utf-8"))["features"]
BORDERS = json.loads((DATA / "neighbours.json").read_text(encoding="utf-8"))

# Names too long for their area are broken in two. Short names of bodies are tiles.SHORT: there a name must fit in three
# letters, here in an outline, so neither follows from the other.
BROKEN_NAMES = {"Steenwijkerland": ("Steenwijker-", "land"), "Zwartewaterland": ("Zwarte-", "waterland")}
# From the middle of the area to the foot of the first of so many lines, and from line to line, in units of the map.
FIRST_OF, LINE = {1: 6, 2: -4, 3: -15}, 22
# Where the corner begins in which a map tells of the municipality that is pointed at: no area reaches it.
CORNER = 622
# Too small for its name and a value: those stand beside it, from this point to the left.
BESIDE = {"GM0184": (52, 358)}
# How far a name with a value below it moves, so that those of small neighbours keep clear of each other.
MOVED = {
    "GM0230": (-6, 12),
    "GM0269": (2, 10),
    "GM0193": (6, -18),
    "GM0244": (2, 0),
    "GM0246": (0, -4),
    "GM1773": (10, 8),
    "GM0177": (8, -8),
}


def corners(outline):
    """The corners of a closed outline "Mx yLx yZ", each as the text "x y"."""
    return outline.removeprefix("M").removesuffix("Z").split("L")


def edges(outline):
    """The straight lines between its corners, the closing one last."""
    points = corners(outline)
    return zip(points, points[1:] + points[:1], strict=True)


def province_borders():
    """A path along every edge that municipalities of two provinces share, each edge once."""
    provinces = defaultdict(set)
    for feature in REGION:
        for edge in edges(feature["d"]):
            provinces[frozenset(edge)].add(feature["province"])
    border = {edge for edge, beside in provinces.items() if len(beside) == 2}
    path, pen = [], None
    for feature in REGION:
        for start, end in edges(feature["d"]):
            if frozenset((start, end)) in border:
                border.remove(frozenset((start, end)))
                path.append(f"L{end}" if pen == start else f"M{start}L{end}")
                pen = end
    return "".join(path)


def neighbours_by_code(kind):
    """Of each CBS code the codes of its neighbours over `kind`: "land" or "water"."""
    codes = {feature["name"]: feature["code"] for feature in REGION}
    beside = defaultdict(set)
    for one, other, _length in BORDERS[kind]:
        beside[codes[one]].add(codes[other])
        beside[codes[other]].add(codes[one])
    return beside


FEATURES = {feature["code"]: feature for feature in REGION}
PROVINCE_BORDERS = province_borders()
NEIGHBOURS = {kind: neighbours_by_code(kind) for kind in ("land", "water")}


class Tint(NamedTuple):
    """What a map says of one municipality: the class of its area, the value in it, and lines for who points at it."""

    css: str
    value: str = ""
    told: tuple = ()


class MapPlace(NamedTuple):
    """A municipality on a map. Numbers are text, because a template would write 498.1 as 498,1."""

    name: str
    url: str
    state: str
    path: str
    x: str
    y: str
    lines: tuple
    tint: Tint
    is_beside: bool

    @property
    def drawn_name(self):
        """Its name and value as the content of an SVG text, a line each and one more where the name is too long."""
        first, *rest = self.lines
        names = rest[:-1] if self.tint.value else rest
        spans = format_html_join("", '<tspan x="{}" dy="{}">{}</tspan>', [(self.x, LINE, line) for line in names])
        value = format_html('<tspan class="value" x="{}" dy="{}">{}</tspan>', self.x, LINE, self.tint.value)
        return format_html("{}{}{}", first, spans, value if self.tint.value else "")

    @property
    def label(self):
        """Its name and value, for who hears the map."""
        return ": ".join(filter(None, [self.name, self.tint.value]))

    @property
    def corner(self):
        """What is told of it, as the content of an SVG text below its name in the corner of the map."""
        lines = [(CORNER, LINE + 3, line) for line in self.tint.told]
        return format_html_join("", '<tspan x="{}" dy="{}">{}</tspan>', lines)

    @property
    def name_css(self):
        return f"{self.state} beside" if self.is_beside else self.state


@dataclass(frozen=True)
class RegionMap:
    """What `partners/_map.html` and `partners/_locator.html` draw, as their variable `map`."""

    places: list
    provinces: str = PROVINCE_BORDERS

    @property
    def links(self):
        """The places to go to: all but the one that the map points out."""
        return [place for place in self.places if place.state != "here"]

    @property
    def here(self):
        """The place that the map points out; None for a province, which has no outline of its own."""
        return next((place for place in self.places if place.state == "here"), None)

    @property
    def named(self):
        """The places of a locator that carry their name."""
        return [place for place in self.places if place.state]


ON_TOP = ["", "neighbour", "filled", "here"]


def region_map(municipalities, *, here=None, beside=(), filled=()):
    """The map of `municipalities`, each linking to its page; those without an outline are left out.

    As a locator it points out one partner, `here`, those `beside` it, and those `filled` because something lies in
    them. They are drawn last, so that their lines lie on top.
    """
    states = {**dict.fromkeys(beside, "neighbour"), **dict.fromkeys(filled, "filled"), here: "here"}
    places = [place(one, Tint(states.get(one, ""))) for one in municipalities if one.cbs_code in FEATURES]
    places.sort(key=lambda place: ON_TOP.index(place.state))
    return RegionMap(places=places)


def tinted_map(municipalities, tints):
    """The map of `municipalities` with for each, by its key, the Tint that `tints` has for it."""
    return RegionMap(places=[place(one, tints[one.pk]) for one in municipalities if one.cbs_code in FEATURES])


def place(municipality, tint):
    """The MapPlace of a municipality that has an outline."""
    feature = FEATURES[municipality.cbs_code]
    lines = (*BROKEN_NAMES.get(municipality.name, (municipality.name,)), *filter(None, [tint.value]))
    is_beside = bool(tint.value) and municipality.cbs_code in BESIDE
    x, y = BESIDE[municipality.cbs_code] if is_beside else feature["label"]
    if tint.value and not is_beside:
        right, down = MOVED.get(municipality.cbs_code, (0, 0))
        x, y = x + right, y + down
    return MapPlace(
        name=municipality.name,
        url=municipality.get_absolute_url(),
        state=tint.css,
        path=f"M{' '.join(corners(feature['d']))}Z",
        x=f"{x:g}",
        y=f"{y + (0 if is_beside else FIRST_OF[len(lines)]):g}",
        lines=lines,
        tint=tint,
        is_beside=is_beside,
    )


def neighbours(partner, municipalities, over="land"):
    """Those of `municipalities` that border on `partner`, over "land" or only over "water"."""
    codes = NEIGHBOURS[over].get(partner.cbs_code, ())
    return [municipality for municipality in municipalities if municipality.cbs_code in codes]
