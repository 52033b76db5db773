"""The page that compares what the bodies of a dossier adopted."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultation.deciding.alike.conditions import conditions_in
from consultation.deciding.alike.deviations import DossierComparison
from consultation.deciding.alike.exclusions import pairs_in
from consultation.deciding.models import Dossier, Track
from partners.ground.publishing import shown_to
from partners.ground.state.pieces import piece
from partners.ground.templatetags.parts import drawn


@require_safe
def alike(request, slug):
    """Every deviation from what was put before the bodies, and all conditions that exclude each other."""
    dossier = shown_to(request, Dossier.objects.all(), slug=slug)
    outcome, opening, compared = compared_drawn(dossier.pk)
    shown = {"dossier": dossier, "outcome": outcome, "opening": opening, "compared": compared}
    return render(request, "deciding/alike.html", {**shown, "pairs": pairs_drawn(dossier.pk)})


@piece
def compared_drawn(dossier):
    """(The outcome in one sentence, what is said below it, every deviation) of the dossier with this key."""
    shown = Dossier.objects.as_compared().get(pk=dossier)
    told = {"dossier": shown, "comparison": DossierComparison(shown)}
    return (
        told["comparison"].outcome,
        drawn("deciding/parts/alike_opening.html", **told),
        drawn("deciding/_alike_compared.html", **told),
    )


@piece
def pairs_drawn(dossier):
    """The conditions of the dossier with this key that exclude each other."""
    shown = Dossier.objects.get(pk=dossier)
    pairs = pairs_in(shown, conditions_in(Track.objects.public(along=["body"]).filter(dossier=shown).with_conditions()))
    return drawn("deciding/_alike_pairs.html", dossier=shown, pairs=pairs)
