"""The picture of a page where somebody shares its address: the region, and what kind of page it is."""

from functools import cache

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from partners.ground.drawings.alone import BLUE, INK, MUTED, PAPER, png
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


def picture_of(section):
    """The name of the picture of pages under an item of the menu."""
    return SECTIONS.get(section, "regio")


@require_safe
def picture(request, kind):
    """The picture as png; it says nothing of one page, so that few are ever drawn."""
    if kind not in PICTURES:
        raise Http404
    return HttpResponse(drawn(PICTURES[kind]), content_type="image/png", headers={"Cache-Control": DAY})


@cache
def drawn(words):
    """The bytes of the picture with these words; drawn once in each process."""
    size = 44 if len(words) < 14 else 31
    return png(DRAWN.format(paper=PAPER, blue=BLUE, ink=INK, muted=MUTED, mark=MARK, words=words, size=size))
