"""The pages of what the bodies decide. That of one dossier is the roof's, for it leads to the consultations too."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultation.deciding.models import Dossier


@require_safe
def decisions(request):
    """What is put before the bodies, each with its outcome so far; what the demo invents comes last."""
    dossiers = Dossier.objects.public().with_tracks().order_by("is_example", "-pk")
    return render(request, "deciding/decisions.html", {"dossiers": dossiers})
