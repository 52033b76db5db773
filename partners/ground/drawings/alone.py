"""A drawing to take along: a file that stands by itself, with its message, where it comes from and of which day it is.

Its looks are attributes, not a style sheet, so that Word, LibreOffice and every browser show the same.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

import resvg_py

from partners.ground import documents
from partners.ground.drawings.letters import wrapped

FOLDER = Path(documents.__file__).parent / "fonts"
FONTS = [str(FOLDER / f"PublicSans-{weight}.ttf") for weight in ("Regular", "Bold")]
INK, MUTED, HAIR, BLUE, PAPER = "#14171f", "#4a505e", "#c8ccd4", "#1f3bc4", "#ffffff"
LINE, WASH, TINT = "#6b7180", "#f4f5f7", "#e9ecfa"
WIDTH, SIDE = 800, 32  # px
ZOOM = 2  # how many dots of a png each px takes
NAMESPACE = "http://www.w3.org/2000/svg"
# What each class of a shape looks like; a shape has those of all its classes, the last going first.
LOOKS = {
    "": {"stroke": HAIR},
    "base": {"stroke": INK, "stroke-width": "2"},
    "series": {"stroke": BLUE, "stroke-width": "3"},
    "move": {"stroke": INK, "stroke-width": "2", "marker-end": "url(#arrow)"},
    "bar": {"fill": BLUE},
    "solid": {"fill": BLUE, "stroke": BLUE, "stroke-width": "2"},
    "hatched": {"fill": "url(#hatch)", "stroke": BLUE, "stroke-width": "2"},
    "dashed": {"fill": "none", "stroke": MUTED, "stroke-width": "2", "stroke-dasharray": "5 4"},
    "compared": {"fill": "url(#hatch-ink)", "stroke": INK, "stroke-width": "2"},
    "ground": {"fill": PAPER},
    "hollow": {"fill": PAPER, "stroke": MUTED, "stroke-width": "2", "stroke-dasharray": "3 3"},
    "missed": {"fill": "url(#cross-ink)", "stroke": INK, "stroke-width": "2"},
    "moved": {"fill": PAPER, "stroke": INK, "stroke-width": "2", "stroke-dasharray": "3 3"},
    "point": {"fill": PAPER, "stroke": BLUE, "stroke-width": "3.5"},
    "newest": {"fill": BLUE},
    "value": {"fill": INK, "font-weight": "700"},
    "name": {"fill": INK},
    "axis": {"fill": MUTED},
    # The road to a goal, what may be counted in another way, and what a source is not sure of.
    "base uncertain": {"stroke": INK, "stroke-dasharray": "2 4", "stroke-width": "1.5"},
    "series uncertain": {"stroke": BLUE, "stroke-dasharray": "4 5", "stroke-width": "3"},
    "uncertain": {"stroke-dasharray": "3.14", "stroke-width": "3"},
    # What a body or a verdict says: in the parts of a bar, and in hexagons, whose lines are heavier.
    "part": {"fill": PAPER, "stroke": INK, "stroke-width": "2"},
    "tile": {"fill": PAPER, "stroke": INK, "stroke-width": "3"},
    "agreed": {"fill": BLUE},
    "conditional": {"fill": "url(#hatch)"},
    "rejected": {"fill": "url(#crosses)"},
    "pending": {"fill": "url(#dots)"},
    "held": {"fill": "url(#dots)"},
    "withdrawn": {"fill": "url(#hatch-ink)"},
    "later": {},
    "unconfirmed": {"stroke-dasharray": "4"},
    "tile agreed": {"fill": BLUE, "stroke": BLUE, "stroke-width": "3"},
    "tile conditional": {"fill": "url(#hatch)", "stroke": BLUE, "stroke-width": "3"},
    "tile withdrawn": {"fill": PAPER, "stroke": INK, "stroke-width": "3"},
    "tile later": {"fill": PAPER, "stroke": LINE, "stroke-width": "3"},
    "tile declined": {"fill": PAPER, "stroke": LINE, "stroke-width": "3"},
    "tile unconfirmed": {"fill": PAPER, "stroke": LINE, "stroke-width": "3", "stroke-dasharray": "10 8"},
    "tile absent": {"fill": WASH, "stroke": "none"},
    "belt": {"fill": PAPER},
    "on-fill": {"fill": PAPER},
    # A municipality on a map that points others out, and the names on them.
    "place": {"fill": WASH, "stroke": LINE, "stroke-width": "1.25"},
    "neighbour": {"fill": TINT, "stroke": BLUE, "stroke-width": "1.75"},
    "here": {"fill": BLUE, "stroke": BLUE},
    "filled": {"fill": BLUE, "stroke": PAPER, "stroke-width": "1.75"},
    "on-neighbour": {"fill": INK, "font-weight": "700", "paint-order": "stroke", "stroke": TINT, "stroke-width": "4"},
    "on-here": {"fill": PAPER, "font-weight": "700", "paint-order": "stroke", "stroke": BLUE, "stroke-width": "4"},
    "on-filled": {"fill": PAPER, "font-weight": "700", "paint-order": "stroke", "stroke": BLUE, "stroke-width": "4"},
}
PATTERNS = """<defs xmlns="http://www.w3.org/2000/svg">
  <pattern id="hatch" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <path d="M6 0V12" stroke="#1f3bc4" stroke-width="4"/></pattern>
  <pattern id="hatch-ink" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <path d="M4 0V8" stroke="#14171f" stroke-width="2"/></pattern>
  <pattern id="cross-ink" width="1" height="1">
    <path d="M4 4 12 12M12 4 4 12" fill="none" stroke="#14171f" stroke-width="2"/></pattern>
  <pattern id="dots" width="12" height="12" patternUnits="userSpaceOnUse"><circle cx="6" cy="6" r="1.9"/></pattern>
  <pattern id="crosses" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="translate(8 8)">
    <path d="M4 4L12 12M12 4L4 12" fill="none" stroke="#14171f" stroke-width="2"/></pattern>
  <marker id="arrow" viewBox="0 0 10 10" refX="17" refY="5" markerWidth="12" markerHeight="12" orient="auto"
          markerUnits="userSpaceOnUse"><path d="M1 1 9 5 1 9" fill="none" stroke="#14171f" stroke-width="2"/></marker>
</defs>"""


@dataclass(frozen=True)
class TakenAlong:
    """A chart with the sentences below it, one of which says of which day the file is.

    `width` is how wide the drawing is in it; one that is wider than others makes the file wider.
    """

    chart: object  # anything with message, description and drawings
    below: list[str]
    width: int = WIDTH

    @property
    def svg(self):
        """The file as text."""
        _, _, drawing = self.chart.drawings[0]
        heading = wrapped(self.chart.message, WIDTH / 1.5)
        foot = [line for sentence in self.below for line in wrapped(sentence, WIDTH)]
        top = SIDE + len(heading) * 30 + 12
        height = top + drawing.height + 24 + len(foot) * 24 + SIDE - 12
        whole = max(WIDTH, self.width) + 2 * SIDE
        root = element(None, "svg", xmlns=NAMESPACE, viewBox=f"0 0 {whole} {height}", width=whole, height=height)
        root.set("font-family", "Public Sans, system-ui, sans-serif")
        root.set("font-size", "16")
        root.set("role", "img")
        element(root, "title").text = self.chart.message
        element(root, "desc").text = self.chart.description
        root.append(ElementTree.fromstring(PATTERNS.replace(f' xmlns="{NAMESPACE}"', "")))
        element(root, "rect", width=whole, height=height, fill=PAPER)
        words(root, heading, SIDE + 20, 30, {"font-size": "24", "font-weight": "700", "fill": INK})
        draw(element(root, "g", transform=f"translate({SIDE} {top})"), drawing, self.width)
        words(root, foot, top + drawing.height + 32, 24, {"fill": MUTED})
        return ElementTree.tostring(root, encoding="unicode")


def element(parent, tag, **attributes):
    """A new element below `parent`, or a root for None."""
    told = {name.replace("_", "-"): str(value) for name, value in attributes.items()}
    return ElementTree.Element(tag, told) if parent is None else ElementTree.SubElement(parent, tag, told)


def words(root, lines, y, step, looks):
    """Lines of words under each other."""
    for place, line in enumerate(lines):
        element(root, "text", x=SIDE, y=y + place * step, **looks).text = line


def draw(group, drawing, width):
    """The shapes of a drawing, in the order in which they lie on each other on the site."""

    def px(share):
        """The place of `share` (% across) in px."""
        return round(share * width / 100, 1)

    def draw_lines(lines):
        for line in lines:
            element(group, "line", x1=px(line.x1), y1=line.y1, x2=px(line.x2), y2=line.y2, **looks(line.css))

    for area in getattr(drawing, "areas", ()):
        where = f"translate({area.x:g} {area.y:g}) scale({area.scale:.4f})"
        element(group, "path", d=area.path, transform=where, **looks(area.css))
    draw_lines(drawing.lines)
    for box in drawing.boxes:
        element(group, "rect", x=px(box.x), y=box.y, width=px(box.width), height=box.height, **looks(box.css))
    draw_lines(drawing.bases)
    for circle in drawing.circles:
        element(group, "circle", cx=px(circle.x), cy=circle.y, r=circle.radius, **looks(circle.css))
    for one in drawing.texts:
        where = {"x": px(one.x) + one.dx, "y": one.y, "text_anchor": one.anchor}
        element(group, "text", **where, **looks(one.css or "name")).text = one.text


def looks(css):
    """The attributes of what has these classes."""
    if css in LOOKS:
        return LOOKS[css]
    found = {}
    for name in css.split():
        found |= LOOKS[name]
    return found


@lru_cache(maxsize=64)
def png(svg):
    """The picture of an svg: it is drawn once, however often it is asked for."""
    return resvg_py.svg_to_bytes(
        svg_string=svg, font_files=FONTS, skip_system_fonts=True, font_family="Public Sans", zoom=ZOOM
    )
