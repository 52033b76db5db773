"""The page of what a body hands over to who comes after, and the same as a file."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html_join
from django.views.decorators.http import require_safe

from partners.ground.documents import FORMS, response
from regiozwolle.pages.handover import document
from regiozwolle.pages.handover.gathering import Handover
from regiozwolle.pages.moments.views import asked

# Points on one page.
PER_PAGE = 20


@require_safe
def handover(request, slug, kind):
    """What the body said, decided, asked and was promised, and what is open: all of it public."""
    shown = Handover.of(asked(request, slug, kind))
    links = ((reverse("handover_file", args=[slug, kind, form]), FORMS[form].label) for form in document.FORMS)
    pages = Paginator(shown.points, PER_PAGE)
    pages.count = shown.point_count
    context = {
        "handover": shown,
        "body": shown.body,
        "partner": shown.body.partner,
        "page": pages.get_page(request.GET.get("pagina")),
        "files": format_html_join(", ", '<a href="{}">{}</a>', links),
    }
    return render(request, "partners/handover.html", context)


@require_safe
def handover_file(request, slug, kind, form):
    """The same as pdf, docx or odt."""
    if form not in document.FORMS:
        raise Http404("Dit soort bestand is er niet.")
    shown = Handover.of(asked(request, slug, kind))
    made = document.document_of(shown, reverse("handover", args=[slug, kind]))
    return response(made, form, f"overdracht-{slug}-{kind}")
