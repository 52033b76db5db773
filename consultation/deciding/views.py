"""The pages of what the bodies decide. That of one dossier is the roof's, for it leads to the consultations too."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultation.deciding.models import Dossier
from partners.ground.templatetags.dutch import listed
from partners.models import ASSEMBLIES
from partners.tiles import tile_map


@require_safe
def decisions(request):
    """What is put before the bodies, each with its outcome so far; what the demo invents comes last."""
    dossiers = Dossier.objects.public().in_short().order_by("is_example", "-pk")
    for dossier in dossiers:
        draw(dossier)
    return render(request, "deciding/decisions.html", {"dossiers": dossiers})


def draw(dossier):
    """Gives a dossier, read with its tracks, the hexagons of its councils as `tiles`, and in words as `told`."""
    bodies = [track for track in dossier.counted_tracks if track.body.kind in ASSEMBLIES]
    positions = ((track.body, dossier.position_of(track)) for track in bodies)
    tiles = ((body, position.label, position.value, "") for body, position in positions)
    dossier.tiles = tile_map(tiles, patterned=frozenset())
    dossier.told = f"{listed([f'{count} {position.label.lower()}' for position, count in dossier.tally])}."
