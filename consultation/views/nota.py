"""The nota van beantwoording and what was done with all that came in, for everyone to read."""

from http import HTTPStatus

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from consultation.forms.nota import NotaFilter
from consultation.models import Consultation, Phase
from consultation.nota import files
from consultation.nota.document import document_of
from consultation.nota.points import address_of, filtered, last_published_at, place_of, points_of
from consultation.nota.totals import Totals, themes_with_totals
from partners.ground.documents import FORMS, attached, response
from partners.ground.templatetags.dutch import day
from partners.models import Body

PER_PAGE = 25
# Seconds until the files of a large nota are likely to be there; `publish_answers` is run every ten minutes.
SOON = 900
NOT_IN_IT = "Dit orgaan heeft geen punten in deze nota."
NOTHING_FITS = "Geen punt past bij uw keuze."
NOTHING_PUBLIC = "Er is geen punt dat iedereen mag lezen."


def consultation_of(slug):
    """The consultation of that name that took reactions on this site, with `dated`, when the nota is of; or a 404."""
    found = Consultation.objects.select_related("version__agenda").filter(takes_letters=True)
    return get_object_or_404(found.annotate(dated=last_published_at()), slug=slug)


@require_safe
@vary_on_headers("HX-Target")
def nota(request, slug):
    """The nota of one consultation; before an answer is on the site it says when that is to be expected."""
    return nota_page(request, consultation_of(slug))


@require_safe
@vary_on_headers("HX-Target")
def nota_of_body(request, slug, pk):
    """The cut with only the points of one body; its own members also read what they did not share with everyone."""
    return nota_page(
        request, consultation_of(slug), body=get_object_or_404(Body.objects.select_related("partner"), pk=pk)
    )


def nota_page(request, consultation, body=None):
    """The page, or its piece with the points that fit the filters."""
    if consultation.dated is None:
        return not_yet(request, consultation, body)
    totals = totals_of(consultation, body)
    is_member = belongs(request.user, body)
    found = points_of(consultation, body=body, is_member=is_member)
    form = filter_of(request, consultation, totals, body)
    page = Paginator(filtered(found, **form.asked), PER_PAGE).get_page(request.GET.get("pagina"))
    piece = "consultation/_nota_points.html"
    return render(
        request,
        piece if request.htmx.target == "nota-points" else "consultation/nota.html",
        {
            **heading_of(body),
            "consultation": consultation,
            "body": body,
            "bodies": [] if body else totals.bodies,
            "is_member": is_member,
            "dated": consultation.dated,
            "finished": f"Afgerond op {day(consultation.finished_at)}." if consultation.finished_at else "",
            "form": form,
            "page": page,
            "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "nothing": NOTHING_FITS if any(form.asked.values()) else NOTHING_PUBLIC,
            "totals": totals,
            "files": [(FORMS[key].label, file_address(consultation, body, key)) for key in files.KEYS],
        },
    )


def not_yet(request, consultation, body):
    """That there are no answers yet. Raises Http404 for the cut of one body."""
    if body:
        raise Http404(NOT_IN_IT)
    by = consultation.answered_by
    expected = f"Zij komen uiterlijk op {day(by)}." if by else "Wanneer zij komen, is nog niet bekend."
    page = {"consultation": consultation, "lead": f"Er zijn nog geen antwoorden. {expected}"}
    return render(request, "consultation/nota_not_yet.html", page)


def totals_of(consultation, body):
    """The Totals of the nota, or of the points of `body`. Raises Http404 when that has none."""
    totals = Totals.of(consultation, body=body)
    if body and not totals.bodies:
        raise Http404(NOT_IN_IT)
    return totals


def filter_of(request, consultation, totals, body):
    """The NotaFilter; the points of one `body` are few, and are not parted by body or theme."""
    return NotaFilter(
        request.GET,
        codes=passages(consultation),
        bodies=[] if body else totals.bodies,
        themes=[] if body else consultation.themes.values_list("pk", "name"),
    )


def heading_of(body):
    """What the page is called: `title` in a list of windows, `heading` and `lead` above it."""
    if body is None:
        return {
            "title": "Nota van beantwoording",
            "heading": "Nota van beantwoording",
            "lead": "Elk punt dat is ingebracht, met het antwoord en de reden.",
        }
    return {
        "title": f"Nota van beantwoording: {body}",
        "heading": f"{capfirst(body.name)}: punten en antwoorden",
        "lead": "Alleen de punten van dit orgaan, elk met het antwoord.",
    }


def file_address(consultation, body, key):
    """Where the nota, or the cut of `body`, is to be had in the form `key`."""
    if body:
        return reverse("consultation:nota_of_body_file", args=[consultation.slug, body.pk, key])
    return reverse("consultation:nota_file", args=[consultation.slug, key])


def passages(consultation):
    """The texts that the consultation is about, for the filter: (code, name)."""
    wordings = consultation.version.wordings.select_related("element").order_by("position")
    return [(wording.element.code, f"{wording.number} {wording.element.name}".strip()) for wording in wordings]


def belongs(user, body):
    """Whether `user` acts for `body` today."""
    return bool(body and user.is_authenticated and user.mandates.held().filter(body=body).exists())


@require_safe
def nota_point(request, slug, pk):
    """The lasting address of one point: leads to where it stands in the nota now."""
    consultation = consultation_of(slug)
    place = place_of(pk, consultation) if consultation.dated else None
    if place is None:
        raise Http404("Dit punt staat niet in de nota.")
    return redirect(f"{address_of(consultation)}?pagina={place // PER_PAGE + 1}#punt-{pk}")


@require_safe
def nota_file(request, slug, form, pk=None):
    """The whole nota, or the cut of one body, as a file."""
    consultation = consultation_of(slug)
    body = get_object_or_404(Body.objects.select_related("partner"), pk=pk) if pk else None
    if form not in files.KEYS or consultation.dated is None:
        raise Http404("Deze nota is er niet.")
    totals = totals_of(consultation, body)
    filename = f"nota van beantwoording {consultation.slug} {body or ''}"
    if body is None and files.is_large(totals):
        return made_file(request, consultation, totals, form, filename)
    document = document_of(
        consultation,
        found=points_of(consultation, body=body, is_member=belongs(request.user, body)),
        totals=totals,
        dated=consultation.dated,
        address=address_of(consultation, body),
        body=body,
    )
    return response(document, form, filename)


def made_file(request, consultation, totals, form, filename):
    """The file as `publish_answers` made it; a page that asks to come back when it has not done so yet."""
    path = files.path_of(consultation, totals, form)
    if path.exists():
        return attached(path.read_bytes(), form, filename, is_example=consultation.is_example)
    page = {"consultation": consultation, "file": FORMS[form]}
    answer = render(request, "consultation/nota_soon.html", page, status=HTTPStatus.SERVICE_UNAVAILABLE)
    answer["Retry-After"] = str(SOON)
    return answer


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
