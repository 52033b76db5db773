"""The nota van beantwoording and what was done with all that came in, for everyone to read."""

from dataclasses import replace

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.text import capfirst
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from consultation.access import signed_in
from consultation.forms.nota import NotaFilter
from consultation.models import Consultation, Nota, Phase, Point
from consultation.nota import files
from consultation.nota.cut import Cut
from consultation.nota.drawn import filter_drawn, filter_of, point_told, points_drawn
from consultation.nota.points import last_published_at, with_place
from consultation.nota.totals import Totals, themes_with_totals
from partners.ground.documents import FORMS
from partners.ground.publishing import previewed_by
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import day, moment
from partners.models import Body

PER_PAGE = 25
NOTHING_FITS = "Geen punt past bij uw keuze."
NOTHING_PUBLIC = "Er is geen punt dat iedereen mag lezen."


def consultation_of(slug):
    """The consultation of that name that took reactions on this site, with `dated`, when the nota is of; or a 404."""
    if found := CONSULTATIONS.first(slug):
        return found
    raise Http404("Van deze consultatie is er geen nota.")


CONSULTATIONS = PreparedRows(
    lambda slug: (
        Consultation.objects.public()
        .filter(takes_letters=True, slug=slug)
        .select_related("version__agenda")
        .annotate(dated=last_published_at())
    )
)


BODIES = PreparedRows(lambda pk: Body.objects.filter(pk=pk).select_related("partner"))


def cut_of(slug, pk):
    """The Cut with the points of the body with the primary key `pk`. Raises Http404 when it has none in this nota."""
    body = BODIES.first(pk)
    cut = Cut(consultation_of(slug), body)
    if body is None or cut.consultation.dated is None or not cut.totals.bodies:
        raise Http404("Dit orgaan heeft geen punten in deze nota.")
    return cut


def cut_of_members(user, slug, pk):
    """The Cut that only members of that body may read. Raises Http404 for others, and when it holds nothing more."""
    cut = cut_of(slug, pk)
    if not belongs(user, cut.body) or not cut.totals.unread:
        raise Http404("Deze nota is er alleen voor leden van dit orgaan, als niet elk punt openbaar is.")
    return replace(cut, for_members=True)


def belongs(user, body):
    """Whether `user` acts for `body` today."""
    return user.is_authenticated and user.mandates.held().filter(body=body).exists()


@require_safe
@vary_on_headers("HX-Target")
def nota(request, slug):
    """The nota of one consultation; before an answer is on the site it says when that is to be expected."""
    consultation = consultation_of(slug)
    if previewed_by(request, Nota):
        return nota_page(request, Cut(consultation, is_ahead=True))
    return not_yet(request, consultation) if consultation.dated is None else nota_page(request, Cut(consultation))


@require_safe
@vary_on_headers("HX-Target")
def nota_of_body(request, slug, pk):
    """The cut with only the points of one body that everyone may read. Its members are led to what else there is."""
    return nota_page(request, cut_of(slug, pk))


@require_safe
@signed_in
def nota_of_members(request, slug, pk):
    """The same, for the members of that body, with what they did not share with everyone."""
    return nota_page(request, cut_of_members(request.user, slug, pk))


def nota_page(request, cut):
    """The page of a Cut, or its piece with the points that fit the filters."""
    consultation = cut.consultation
    form, unused, asked = filters_of(request, cut)
    page = Paginator(cut.keys(**asked), PER_PAGE).get_page(request.GET.get("pagina"))
    may_read_more = cut.body and not cut.for_members and cut.totals.unread and belongs(request.user, cut.body)
    piece = "consultation/_nota_points.html"
    return render(
        request,
        piece if request.htmx.target == "nota-points" else "consultation/nota.html",
        {
            "cut": cut,
            "consultation": consultation,
            "bodies": "" if form else bodies_of(cut),
            "members_address": replace(cut, for_members=True).address if may_read_more else "",
            "updated": f"Bijgewerkt op {moment(consultation.dated)}." if consultation.dated else "",
            "finished": f"Afgerond op {day(consultation.finished_at)}." if consultation.finished_at else "",
            "form": form,
            "filter": unused,
            "page": page,
            "points": points_drawn(tuple(page.object_list), cut.is_ahead),
            "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "nothing": NOTHING_FITS if any(asked.values()) else NOTHING_PUBLIC,
            "files": files_of(cut),
        },
    )


def filters_of(request, cut):
    """(The NotaFilter that is used, or None; as it is drawn as long as it is not, or ""; what it asks)."""
    of_what = (cut.consultation.pk, cut.consultation.version_id, None if cut.body else tuple(cut.totals.bodies))
    if NotaFilter.base_fields.keys().isdisjoint(request.GET):
        return None, filter_drawn((request.previewed if cut.is_ahead else request).path, *of_what), {}
    form = filter_of(request.GET, *of_what)
    return form, "", form.asked


def bodies_of(cut):
    """The bodies of which the points can be read apart, as items of a list with links, as safe HTML.

    That is of the whole nota, once it is on the site. Who chose something has the bodies to choose from already. Their
    addresses are made at once: each apart takes longer than all else of the list.
    """
    found = [] if cut.body or cut.is_ahead else cut.totals.bodies
    before, _, after = reverse("consultation:nota_of_body", args=[cut.consultation.slug, 0]).rpartition("0")
    items = ((f"{before}{pk}{after}", capfirst(name)) for pk, name in found)
    return format_html_join("\n", '<li><a href="{}">{}</a></li>', items)


def files_of(cut):
    """(Name, address) of each file of the nota, once it is on the site."""
    return [] if cut.is_ahead else [(FORMS[key].label, cut.file_address(key)) for key in files.KEYS]


def not_yet(request, consultation):
    """That there are no answers yet, and when they come."""
    by = consultation.answered_by
    expected = f"Ze komen uiterlijk op {day(by)}." if by else "Wanneer ze komen, is nog niet bekend."
    page = {"consultation": consultation, "lead": f"Er zijn nog geen antwoorden. {expected}"}
    return render(request, "consultation/nota_not_yet.html", page)


@require_safe
def nota_point(request, slug, pk):
    """The lasting address of one point: what was asked, the answer, and where it stands in the nota now."""
    consultation = consultation_of(slug)
    cut = Cut(consultation)
    place = cut.place_of(pk) if consultation.dated else None
    if place is None:
        raise Http404("Dit punt staat niet in de nota.")
    sentence, answer, asked = point_told(pk)
    return render(
        request,
        "consultation/nota_point.html",
        {
            "consultation": consultation,
            "point": POINTS.first(pk),
            "sentence": sentence,
            "answer": answer,
            "asked": asked,
            "in_the_nota": f"{cut.address}?pagina={place // PER_PAGE + 1}#punt-{pk}",
        },
    )


POINTS = PreparedRows(lambda pk: with_place(Point.objects.filter(pk=pk)))


@require_safe
def nota_file(request, slug, form):
    """The whole nota as a file; of a very large one the part that is asked for, or the page to choose from."""
    cut = Cut(consultation_of(slug))
    if form not in files.KEYS or cut.consultation.dated is None:
        raise Http404("Deze nota is er niet.")
    asked, parts = request.GET.get("deel", ""), files.parts(cut, form)
    if asked and asked not in map(str, parts):
        raise Http404("Dit deel van de nota is er niet.")
    if parts and not asked:
        page = {"consultation": cut.consultation, "cut": cut, "file": FORMS[form], "parts": parts}
        return render(request, "consultation/nota_parts.html", page)
    return files.file_of(cut, form, int(asked or 0))


@require_safe
def nota_of_body_file(request, slug, pk, form):
    """The points of one body that everyone may read, as a file."""
    return file_of(cut_of(slug, pk), form)


@require_safe
@signed_in
def nota_of_members_file(request, slug, pk, form):
    """All points of one body as a file, for its members."""
    return file_of(cut_of_members(request.user, slug, pk), form)


def file_of(cut, form):
    """A Cut as a file. Raises Http404 for a form that it does not have."""
    if form not in files.KEYS:
        raise Http404("Deze nota is er niet.")
    return files.file_of(cut, form)


@require_safe
def done(request, slug):
    """In plain words per theme: what was said, and what was done with it."""
    consultation = consultation_of(slug)
    if consultation.dated is None:
        return render(
            request, "consultation/done_not_yet.html", {"consultation": consultation, "lead": expected(consultation)}
        )
    return render(
        request,
        "consultation/done.html",
        {
            "consultation": consultation,
            "dated": consultation.dated,
            "themes": themes_with_totals(consultation),
            "totals": Totals.of(consultation),
        },
    )


def expected(consultation):
    """When the answers are to be expected, in sentences."""
    by = f", uiterlijk op {day(consultation.answered_by)}" if consultation.answered_by else ""
    if consultation.phase() != Phase.CLOSED:
        return f"Dat is nog niet bekend. De antwoorden komen na de sluiting{by}."
    if consultation.answered_by:
        return f"De reacties zijn binnen. De antwoorden komen uiterlijk op {day(consultation.answered_by)}."
    return "De reacties zijn binnen. Wanneer de antwoorden komen, is nog niet bekend."
