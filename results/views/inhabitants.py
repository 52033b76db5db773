"""Inhabitants per municipality: on the map, as tiles, as small lines and as a table."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from partners.geography import FEATURES
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.parts import drawn
from partners.models import Body, BodyKind, Partner
from partners.tiles import tile_map
from results.charts.region import outlines, small_lines
from results.inhabitants import (
    PATTERNED,
    grew_most,
    growths,
    key_of,
    other_sums,
    scale_in_words,
    sources_of,
    together,
)

MUNICIPALITIES = PreparedRows(lambda: Partner.objects.municipalities().select_related("province"))


@require_safe
def inhabitants(request):
    """How the number of inhabitants changed since the first day on which all municipalities were counted."""
    outcome, lead, growth = growth_drawn()
    return render(request, "results/inhabitants.html", {"outcome": outcome, "lead": lead, "growth": growth})


@piece
def growth_drawn():
    """(Who grew most, how all grew together, and the map, lines, table and sources; "" where that is not known).

    One piece, for all of it is drawn from the same counts.
    """
    found, first, last = growths(MUNICIPALITIES.ask())
    if not found:
        return "", "", ""
    shown = {
        "found": found,
        "first": first,
        "last": last,
        "outlines": outlines(found),
        "tiles": tiles_of(found),
        "key": key_of(found),
        "lines": small_lines(found),
        "first_sources": sources_of(found, first),
        "last_sources": sources_of(found, last),
        "other_sums": other_sums(found, [first, last]),
        "scale": scale_in_words(found),
    }
    all_grew = drawn("results/parts/growth_together.html", together=together(found), first=first, last=last)
    return grew_most(found), all_grew, drawn("results/parts/growth.html", **shown)


def tiles_of(found):
    """The TileMap of the Growths `found`; None when none of them has a place on the map."""
    tiles = [
        (Body(partner=one.partner, kind=BodyKind.COUNCIL), one.text, one.fill, one.partner.get_absolute_url())
        for one in found
        if one.partner.cbs_code in FEATURES
    ]
    return tile_map(tiles, patterned=PATTERNED) if tiles else None
