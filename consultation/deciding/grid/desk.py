"""The page of the grid at the desk."""

from http import HTTPStatus

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from consultation.deciding.grid.acts import save_grid
from consultation.deciding.grid.cells import LETTERS
from consultation.deciding.grid.keeping import GridForm
from consultation.deciding.grid.sheet import NO_REASON, GridSheet, dossier_for_grid
from consultation.deciding.models import Dossier
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import counted

SAVED = "{} opgeslagen."
LEFT = "{} niet: verbeter die hieronder."


def grid(desk, request, pk):
    """The grid of one dossier for the ModelAdmin `desk`: opened, checked, or saved; for who only reads, opened."""
    may = desk.has_change_permission if request.method == "POST" else desk.has_view_permission
    if not may(request):
        raise PermissionDenied
    dossier = dossier_for_grid(Dossier.objects.all(), pk)
    if dossier is None:
        raise Http404
    if request.method == "POST" and "bewaar" in request.POST:
        return saved(request, dossier)
    return page(request, GridSheet(dossier, request.POST if request.method == "POST" else None))


def saved(request, dossier):
    """Saves the rows that are right, and shows those that are not; says why when nothing was saved."""
    try:
        reason = request.POST.get("reden", "").strip()
        done = save_grid(dossier=dossier, sent=request.POST, read=request.POST.get("gelezen", ""), reason=reason)
    except Refused as refused:
        return page(request, GridSheet(dossier, request.POST), refusal=str(refused), status=HTTPStatus.CONFLICT)
    count = len(done.changing)
    told = SAVED.format(counted(count, "rij is,rijen zijn")) if count else "Er veranderde niets."
    if not done.wrong:
        messages.success(request, told)
        return redirect(reverse("admin:deciding_dossier_grid", args=[dossier.pk]))
    messages.warning(request, f"{told} {LEFT.format(counted(len(done.wrong), 'rij,rijen'))}")
    return page(request, GridSheet(dossier_for_grid(Dossier.objects.all(), dossier.pk), done.left_to_send))


def page(request, sheet, *, refusal="", status=HTTPStatus.OK):
    """The page of a GridSheet."""
    context = {
        **admin.site.each_context(request),
        "title": sheet.heading,
        "sheet": sheet,
        "form": GridForm(sheet),
        "opened": sheet.carried,
        "dossier": sheet.dossier,
        "writes": request.user.writes,
        "readonly": "" if request.user.writes else " readonly",
        "refusal": refusal or (NO_REASON if sheet.lacks_reason and "bewaar" in request.POST else ""),
        "letters": [(letter, outcome.label, outcome.position.value) for letter, outcome in LETTERS.items()],
        "back": reverse("admin:deciding_dossier_change", args=[sheet.dossier.pk]),
    }
    return TemplateResponse(request, "admin/deciding/grid.html", context, status=status)
