"""An address that was once public leads on for ever, to where its thing is now. The database keeps what it was."""

from http import HTTPStatus

from django.shortcuts import redirect, render
from django.urls import reverse

from partners.ground.publishing import Publishable
from regiozwolle.history.telling import models_by_table
from regiozwolle.models import FormerAddress

# Which table the `slug` in an address names a row of, by how its route begins; the longest that fits.
TABLES_BY_ROUTE = {
    "partners/": "partners_partner",
    "agenda/": "agenda_agenda",
    "resultaten/bijdragen/": "agenda_agenda",
    "resultaten/cijfers/": "results_indicator",
    "resultaten/programmas/": "results_programme",
    "resultaten/projecten/": "results_project",
    "resultaten/rapportages/": "results_report",
    "consultaties/": "consultation_consultation",
    "besluiten/": "deciding_dossier",
    "bijeenkomsten/": "meetings_meeting",
}
TAKEN = "Dit adres was eerder van iets anders, en blijft daarvan. Kies een ander adres."


def former_addresses(get_response):
    """Answers what is not found with where it is now, or that it is gone. Costs nothing for what is found."""

    def middleware(request):
        response = get_response(request)
        former = former_address(request) if response.status_code == HTTPStatus.NOT_FOUND else None
        return former and led_on(request, former) or response

    return middleware


def former_address(request):
    """The FormerAddress that the address of `request` holds, or None."""
    match = request.resolver_match
    if match is None or "slug" not in match.kwargs:
        return None
    table = next((table for route, table in TABLES_BY_ROUTE.items() if request.path_info[1:].startswith(route)), None)
    return FormerAddress.objects.filter(table_name=table, slug=match.kwargs["slug"]).first()


def led_on(request, former):
    """The redirect to where its thing is now, or the page that it is gone; None where nobody should know."""
    model, match = models_by_table()[former.table_name], request.resolver_match
    row = model._base_manager.filter(pk=former.row_id).first()
    if row is None:
        return render(request, "410.html", status=HTTPStatus.GONE) if issubclass(model, Publishable) else None
    # Where a concept went is nobody's business yet.
    if isinstance(row, Publishable) and not row.was_public():
        return None
    path = reverse(match.view_name, kwargs=match.kwargs | {"slug": row.slug})
    query = request.META.get("QUERY_STRING", "")
    # What was sent goes along, so that a form that somebody had open meanwhile loses nothing.
    is_sent = request.method not in ("GET", "HEAD")
    return redirect(f"{path}?{query}" if query else path, permanent=True, preserve_request=is_sent)


def is_taken(obj, slug):
    """Whether `slug` was once the address of another row than `obj`."""
    found = FormerAddress.objects.filter(table_name=obj._meta.db_table, slug=slug)
    return found.exclude(row_id=obj.pk or 0).exists()
