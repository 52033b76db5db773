"""The page that compares what the bodies of a dossier adopted."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultation.deciding.alike.conditions import conditions_in
from consultation.deciding.alike.deviations import DossierComparison
from consultation.deciding.alike.exclusions import pairs_in
from consultation.deciding.models import Dossier
from partners.ground.publishing import shown_to


@require_safe
def alike(request, slug):
    """Every deviation from what was put before the bodies, and all conditions that exclude each other."""
    dossier = shown_to(request, Dossier.objects.as_compared(), slug=slug)
    conditions = conditions_in(dossier.tracks.all())
    context = {
        "dossier": dossier,
        "comparison": DossierComparison(dossier),
        "conditions": conditions,
        "pairs": pairs_in(dossier, conditions),
    }
    return render(request, "deciding/alike.html", context)
