"""The versions of an agenda: which there are, and what changed from the one to the other."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from agenda.models import Agenda


@require_safe
def versions(request, slug):
    """Every published version of one agenda, the newest first, with what changed in it."""
    agenda = get_object_or_404(Agenda.objects.select_related("source"), slug=slug)
    return render(
        request, "agenda/versions.html", {"agenda": agenda, "versions": agenda.versions.published().order_by("-number")}
    )
