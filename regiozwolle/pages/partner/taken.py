"""The drawings of one partner to take along: how it grows, and where it or what it does lies."""

from django.http import Http404
from django.utils.html import strip_tags

from partners.drawn import map_alone
from partners.ground.drawings.offered import Offered
from partners.ground.drawings.shapes import ChartLine, Circle, Drawn, PlacedWords, Shapes
from partners.ground.templatetags.dutch import day, number
from regiozwolle.pages.partner.growth import growth_of
from regiozwolle.pages.partner.places import locator
from regiozwolle.pages.partner.views import among_all

BELOW = 24  # px: from the line to its counts, and from those to their years
DIFFERS = "Stippellijn: er is een andere bron gebruikt."


def growth(request, slug):
    """The line of the inhabitants of a municipality."""
    partner, municipalities = among_all(request, slug)
    drawn = growth_of(partner, municipalities)
    if drawn is None:
        raise Http404("Van deze partner is er geen tekening.")
    first, last = drawn.growth.first, drawn.growth.last
    told = (
        f"{number(first.count)} inwoners op {day(first.reference_on)}, {number(last.count)} op "
        f"{day(last.reference_on)}. De hele regio: {drawn.of_region}."
    )
    return Offered(
        Drawn(
            f"{partner.name}: {drawn.growth.text} inwoners sinds {day(first.reference_on)}", told, growth_alone(drawn)
        ),
        page=f"{partner.get_absolute_url()}#groei",
        name=f"groei-{slug}",
        sources=drawn.sources,
        about=f"{told} {DIFFERS if drawn.is_uneven else ''}".strip(),
        is_example=partner.is_example,
        part="partners/parts/growth_alone.html",
        shown={"growth": drawn},
    )


def growth_alone(drawn):
    """The line of a DrawnGrowth, with the counts and the years at its ends."""
    line, ends = drawn.line, (drawn.growth.first, drawn.growth.last)
    x, y = line.end
    words = [
        PlacedWords(text, place, line.height + BELOW * row, anchor, css=css)
        for one, place, anchor in zip(ends, (0, 100), ("start", "end"), strict=True)
        for row, css, text in ((1, "value", number(one.count)), (2, "axis", str(one.reference_on.year)))
    ]
    return Shapes(
        height=line.height + 2 * BELOW,
        lines=[ChartLine(0, line.zero, 100, line.zero, "base")],
        bases=[ChartLine(one.x1, one.y1, one.x2, one.y2, one.css) for one in line.stretches],
        circles=[Circle(x, y, "point", 5)],
        texts=words,
    )


def place(request, slug):
    """The map with a partner and its neighbours, or with where its projects lie."""
    partner, municipalities = among_all(request, slug)
    found = locator(partner, municipalities)
    if found["map"] is None:
        raise Http404("Van deze partner is er geen kaart.")
    told = " ".join(f"{label}: {strip_tags(places)}." for label, places in found["nearby"])
    return Offered(
        Drawn(f"Ligging van {partner.name} in Regio Zwolle", told, map_alone(found["map"])),
        page=partner.get_absolute_url(),
        name=f"kaart-{slug}",
        sources=[],
        about=f"{told} Grenzen: CBS en Kadaster 2024, vereenvoudigd.",
        is_example=partner.is_example,
        part="partners/_locator.html",
        shown={"partner": partner, **found},
    )
