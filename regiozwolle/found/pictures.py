"""The picture of a page where somebody shares its address: the region and what kind of page it is, or a fact of it."""

from functools import cache
from xml.sax.saxutils import escape

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from partners.ground.documents.text import UNFIT
from partners.ground.drawings.alone import BLUE, INK, MUTED, PAPER, TINT, png
from partners.ground.drawings.letters import wrapped
from regiozwolle.found.facts import fact_of
from regiozwolle.found.region import MARK

# The words on the picture, by its name in the address.
PICTURES = {
    "agenda": "Strategische agenda",
    "resultaten": "Resultaten",
    "consultaties": "Consultaties",
    "besluiten": "Besluiten",
    "partners": "Partners",
    "regio": "Samen één agenda",
}
SECTIONS = {
    "agenda": "agenda",
    "results": "resultaten",
    "consultations": "consultaties",
    "decisions": "besluiten",
    "partners": "partners",
}
# The site on which somebody shares an address shows it from here.
ELSEWHERE = {"Cross-Origin-Resource-Policy": "cross-origin"}
DAY = "public, max-age=86400"
SIZE = (1200, 630)  # px, as the places where links are shared crop it
DRAWN = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 315" width="600" height="315"
  font-family="Public Sans">
  <rect width="600" height="315" fill="{paper}"/>
  <rect width="600" height="6" fill="{blue}"/>
  <g transform="translate(372 62) scale(2.35)" fill="{blue}" stroke="{paper}" stroke-width=".8"><path d="{mark}"/></g>
  <text x="40" y="142" font-size="{size}" font-weight="700" fill="{ink}">{words}</text>
  <text x="40" y="184" font-size="22" fill="{muted}">Regio Zwolle</text>
</svg>"""

# Of one thing: what kind it is, its name, and a fact with maybe a bar; the region stays small beside it.
DRAWN_OF_ONE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 315" width="600" height="315"
  font-family="Public Sans">
  <rect width="600" height="315" fill="{paper}"/>
  <rect width="600" height="6" fill="{blue}"/>
  <g transform="translate(500 34) scale(.8)" fill="{blue}" stroke="{paper}" stroke-width=".8"><path d="{mark}"/></g>
  <text x="40" y="62" font-size="20" fill="{muted}">{kind}</text>
  {words}
  <text x="40" y="287" font-size="16" fill="{muted}">Regio Zwolle</text>
</svg>"""
NAME_LINES, NAME_WIDTH, FACT_LINES, FACT_WIDTH = 3, 440, 2, 520
BIG, SMALL, FACT = 36, 28, 19  # px; a long name is set small


def picture_of(section):
    """The name of the picture of pages under an item of the menu."""
    return SECTIONS.get(section, "regio")


@require_safe
def picture(request, kind):
    """The picture as png; it says nothing of one page, so that few are ever drawn."""
    if kind not in PICTURES:
        raise Http404
    return HttpResponse(drawn(PICTURES[kind]), content_type="image/png", headers={"Cache-Control": DAY} | ELSEWHERE)


@require_safe
def picture_of_one(request, kind, pk):
    """The picture of one thing that everyone may read."""
    fact = fact_of(kind, pk)
    if fact is None:
        raise Http404
    return HttpResponse(png(drawn_of_one(fact)), content_type="image/png", headers=ELSEWHERE)


def drawn_of_one(fact):
    """The svg of a PictureFact."""
    size = BIG if len(lines_of(fact.name, NAME_WIDTH, BIG, 3)) < NAME_LINES else SMALL
    names = lines_of(fact.name, NAME_WIDTH, size, NAME_LINES)
    y = 62 + size * 1.5
    shown = [text(line, y + at * size * 1.15, size, INK, "700") for at, line in enumerate(names)]
    y += (len(names) - 1) * size * 1.15 + FACT * 2
    facts = lines_of(fact.sentence, FACT_WIDTH, FACT, FACT_LINES)
    shown += [text(line, y + at * FACT * 1.3, FACT, INK, "400") for at, line in enumerate(facts)]
    if fact.share is not None:
        shown += [bar(520, TINT), bar(520 * fact.share, BLUE)]
    words = "\n  ".join(shown)
    kind = escape(UNFIT.sub("", fact.kind))
    return DRAWN_OF_ONE.format(paper=PAPER, blue=BLUE, muted=MUTED, mark=MARK, kind=kind, words=words)


def lines_of(words, width, size, most):
    """`words` in at most so many lines of `width` px, as letters of `size` px take; dots are for what is left out."""
    lines = wrapped(UNFIT.sub("", words), width * 16 / size) if words else []
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]


def text(words, y, size, colour, weight):
    looks = f'font-size="{size}" font-weight="{weight}" fill="{colour}"'
    return f'<text x="40" y="{y:.0f}" {looks}>{escape(words)}</text>'


def bar(width, colour):
    return f'<rect x="40" y="242" width="{width:.0f}" height="14" fill="{colour}"/>'


@cache
def drawn(words):
    """The bytes of the picture with these words; drawn once in each process."""
    size = 44 if len(words) < 14 else 31
    return png(DRAWN.format(paper=PAPER, blue=BLUE, ink=INK, muted=MUTED, mark=MARK, words=words, size=size))
