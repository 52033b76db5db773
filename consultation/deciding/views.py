"""The pages of what the bodies decide. That of one dossier is the roof's, for it leads to the consultations too."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultation.deciding.drawings.strip import bar_of
from consultation.deciding.models import Dossier, Position, dossiers_in_short
from partners.drawn import tiles_alone
from partners.ground.drawings.offered import Offered
from partners.ground.drawings.shapes import Drawn
from partners.ground.publishing import shown_to
from partners.ground.state.pieces import piece
from partners.ground.templatetags.dutch import listed
from partners.ground.templatetags.parts import drawn
from partners.models import ASSEMBLIES
from partners.tiles import MOST_TILES, tile_map


@require_safe
def decisions(request):
    """What is put before the bodies, each with its outcome so far; what the demo invents comes last."""
    real = dossiers_drawn(False, True)
    return render(request, "deciding/decisions.html", {"dossiers": [real, dossiers_drawn(True, not real)]})


@piece
def dossiers_drawn(is_example, is_first):
    """The dossiers that are an example or are not, each with its outcome so far; "" without any.

    Of those that the page begins with, the first is its answer.
    """
    dossiers = Dossier.objects.public().filter(is_example=is_example).order_by("-pk").counted()
    small = [one for one in dossiers if one.is_drawn and len(one.counted_places) <= MOST_TILES]
    dossiers_in_short(small)
    for dossier in dossiers:
        if dossier in small:
            draw(dossier)
        else:
            dossier.bar = bar_of(dossier, dossier.ruled)
    shown = {"dossiers": dossiers, "is_first": is_first}
    return drawn("deciding/parts/dossiers.html", **shown) if dossiers else ""


def draw(dossier):
    """Gives a dossier, read `in_short`, the hexagons of its councils as `tiles`, and in words as `told`."""
    bodies = [track for track in dossier.counted_tracks if track.body.kind in ASSEMBLIES]
    positions = ((track.body, dossier.position_of(track)) for track in bodies)
    tiles = ((body, position.label, position.value, "") for body, position in positions)
    dossier.tiles = tile_map(tiles, patterned={position.value for position in Position if position.has_pattern})
    dossier.told = f"{listed([f'{count} {position.label.lower()}' for position, count in dossier.tally])}."


def board(request, slug):
    """The hexagons of a dossier to take along; in a file each has its name and its word."""
    dossier = shown_to(request, Dossier.objects.in_short(), slug=slug)
    draw(dossier)
    if not dossier.tiles.tiles:
        raise Http404("Van dit dossier is er geen tekening.")
    return Offered(
        Drawn(f"{dossier.title}: {dossier.outcome}", dossier.told, tiles_alone(dossier.tiles)),
        page=dossier.get_absolute_url(),
        name=f"besluiten-{slug}",
        sources=[],
        about=f"{dossier.told} Elke zeshoek is één orgaan.",
        is_example=dossier.is_example,
        width=int(dossier.tiles.width),
        part="deciding/parts/board_alone.html",
        shown={"dossier": dossier},
    )
