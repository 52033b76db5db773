"""The page of one dossier: what every body decided, and the consultations before it."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultation.deciding.models import Dossier, Position
from consultation.models import Consultation
from partners.ground.publishing import shown_to
from partners.models import ASSEMBLIES
from partners.tiles import tile_map


@require_safe
def dossier(request, slug):
    """What every body decided on one dossier, as far as it is known."""
    shown = shown_to(request, Dossier.objects.with_tracks(), slug=slug)
    before = Consultation.objects.public().filter(is_example=shown.is_example).order_by("opens_at")
    before = before.filter(version__agenda=shown.version.agenda_id) if shown.version else before.none()
    tiles = tile_map(
        (
            (track.body, track.position.label, track.position.value, f"#orgaan-{track.body_id}")
            for track in shown.tracks.all()
            if track.body.kind in ASSEMBLIES
        ),
        patterned={position.value for position in Position if position.has_pattern},
    )
    papers = [paper for paper in shown.papers.with_versions() if paper.newest]
    page = {"dossier": shown, "consultations": before, "tiles": tiles, "papers": papers}
    return render(request, "deciding/dossier.html", page)
