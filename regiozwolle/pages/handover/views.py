"""The page of what a body hands over to who comes after, and the same as a file."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html_join
from django.views.decorators.http import require_safe

from partners.ground.documents import FORMS, response
from partners.ground.state.pieces import piece
from partners.ground.templatetags.parts import drawn
from regiozwolle.pages.handover import document
from regiozwolle.pages.handover.gathering import Handover, summed_up, title_of
from regiozwolle.pages.moments.views import BODY, asked, found, with_calendar

# Points on one page.
PER_PAGE = 20


@require_safe
def handover(request, slug, kind):
    """What the body said, decided, asked and was promised, and what is open: all of it public."""
    body = found(request, slug, kind)
    lying_open, matters = lying_open_before(body.pk)
    decided, waiting, decisions = decided_by(body.pk)
    said, count = said_by_it(body.pk)
    page = Paginator(range(int(count)), PER_PAGE).get_page(request.GET.get("pagina"))
    links = ((reverse("handover_file", args=[slug, kind, form]), FORMS[form].label) for form in document.FORMS)
    context = {
        "title": title_of(body),
        "summary": summed_up(lying_open, decided, waiting, said),
        "body": body,
        "partner": body.partner,
        "sections": [matters, decisions],
        "points": points_of(body.pk, page.number),
        "page": page,
        "files": format_html_join(", ", '<a href="{}">{}</a>', links),
    }
    return render(request, "partners/handover.html", context)


def part_of(body, template, **context):
    """A part of the page as safe HTML."""
    return drawn(template, body=body, partner=body.partner, **context)


@piece
def lying_open_before(key):
    """(How much is still open for the body with this key, the same as a section)."""
    shown = Handover(with_calendar(key))
    return shown.lying_open, part_of(shown.body, "partners/_open.html", matters=shown.matters)


@piece
def decided_by(key):
    """(How much it decided, what waits for an answer, the same with the conditions and commitments as sections)."""
    shown = Handover(BODY.first(key))
    return *shown.decided, part_of(shown.body, "partners/_decided.html", handover=shown)


@piece
def said_by_it(key):
    """(How much it said in words, how many points that are)."""
    shown = Handover(BODY.first(key))
    return shown.said, str(shown.point_count)


@piece
def points_of(key, number):
    """The points that it said, on the page with this number; "" without any."""
    shown = Handover(BODY.first(key))
    pages = Paginator(shown.points, PER_PAGE)
    pages.count = shown.point_count
    return part_of(shown.body, "partners/parts/said.html", points=pages.page(number))


@require_safe
def handover_file(request, slug, kind, form):
    """The same as pdf, docx or odt."""
    if form not in document.FORMS:
        raise Http404("Dit soort bestand is er niet.")
    shown = Handover(asked(request, slug, kind))
    made = document.document_of(shown, reverse("handover", args=[slug, kind]))
    return response(made, form, f"overdracht-{slug}-{kind}")
