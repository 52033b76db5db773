"""The region as it is drawn: outlines, borders of provinces, and who borders on whom.

The shapes are read once, from `partners/data/` (CBS and Kadaster, municipalities of 2024, simplified). Which
municipalities take part, how they are called and where their page is, always comes from the database.
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from django.utils.html import format_html

DATA = Path(__file__).parent / "data"
REGION = json.loads((DATA / "region-map.json").read_text(encoding="utf-8"))["features"]
BORDERS = json.loads((DATA / "neighbours.json").read_text(encoding="utf-8"))

# Names too long for their area are broken in two. Short names of bodies are tiles.SHORT: there a name must fit in three
# letters, here in an outline, so neither follows from the other.
BROKEN_NAMES = {"Steenwijkerland": ("Steenwijker-", "land"), "Zwartewaterland": ("Zwarte-", "waterland")}
# From the middle of the area to the foot of its name, in units of the map: for one line, and for the first of two.
ONE_LINE, FIRST_OF_TWO = 6, -4


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


@dataclass(frozen=True)
class MapPlace:
    """A municipality on a map. Numbers are text, because a template would write 498.1 as 498,1."""

    name: str
    url: str
    state: str
    path: str
    x: str
    y: str
    name_lines: tuple

    @property
    def drawn_name(self):
        """The name as the content of an SVG text, on two lines where one is too long."""
        if len(self.name_lines) == 1:
            return self.name
        return format_html('{}<tspan x="{}" dy="21">{}</tspan>', self.name_lines[0], self.x, self.name_lines[1])


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


def region_map(municipalities, *, here=None, beside=()):
    """The map of `municipalities`, each linking to its page; those without an outline are left out.

    As a locator it points out one partner, `here`, and those `beside` it. They are drawn last, so that their
    lines lie on top.
    """
    places = [
        place(municipality, "here" if municipality == here else "neighbour" if municipality in beside else "")
        for municipality in municipalities
        if municipality.cbs_code in FEATURES
    ]
    places.sort(key=lambda place: ["", "neighbour", "here"].index(place.state))
    return RegionMap(places=places)


def place(municipality, state):
    """The MapPlace of a municipality that has an outline."""
    feature = FEATURES[municipality.cbs_code]
    x, y = feature["label"]
    lines = BROKEN_NAMES.get(municipality.name, (municipality.name,))
    return MapPlace(
        name=municipality.name,
        url=municipality.get_absolute_url(),
        state=state,
        path=f"M{' '.join(corners(feature['d']))}Z",
        x=f"{x:g}",
        y=f"{y + (ONE_LINE if len(lines) == 1 else FIRST_OF_TWO):g}",
        name_lines=lines,
    )


def neighbours(partner, municipalities, over="land"):
    """Those of `municipalities` that border on `partner`, over "land" or only over "water"."""
    codes = NEIGHBOURS[over].get(partner.cbs_code, ())
    return [municipality for municipality in municipalities if municipality.cbs_code in codes]
