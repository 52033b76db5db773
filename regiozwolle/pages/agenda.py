"""The agenda on screen: the whole of it, or the part that somebody chose.

These pages stand under the roof: beside the text they show what figures and projects belong to it and which
consultation is open on it, and the agenda itself knows none of those.
"""

from collections import defaultdict

from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from agenda.forms import AgendaFilter
from agenda.models import Action, Element, ElementKind, Version
from agenda.outline import chapters
from consultation.models import Consultation, Question
from partners.ground.publishing import previewed_by
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import counted
from partners.ground.templatetags.parts import drawn
from partners.models import Partner
from regiozwolle.pages.marks import give_marks
from results.models import Indicator, Programme, Project


@require_safe
@vary_on_headers("HX-Target")
def agenda(request):
    """The whole current version on one page, or the part that somebody chose."""
    current = CURRENT.first()
    if current is None:
        return render(request, "agenda/none.html")
    return read(request, current, path=reverse("agenda:agenda"), title=current.agenda.title)


@require_safe
@vary_on_headers("HX-Target")
def version(request, slug, number):
    """One version, whole or in part, at the address that it has for ever. The secretariat sees its concept too."""
    chosen = get_object_or_404(
        Version.objects.readable_by(request.user, previewed=previewed_by(request, Version))
        .with_newest()
        .select_related("agenda__source", "source"),
        agenda__slug=slug,
        number=number,
    )
    here = f"Versie {chosen.number}"
    return read(
        request,
        chosen,
        path=chosen.get_absolute_url(),
        title=f"{chosen.agenda.title}, {here.lower()}",
        crumbs=[("Agenda", reverse("agenda:agenda")), ("Versies", chosen.agenda.get_absolute_url()), (here, "")],
    )


def read(request, version, *, path, title, crumbs=()):
    """The page, or its piece, on which `version` is read at the address `path`.

    `crumbs` are (name, address) of what lies above it, the page itself last; none for the agenda of today.
    """
    whole = with_progress(version)
    form = AgendaFilter(request.GET, elements=whole, partners=PARTNERS.ask())
    elements = narrowed(whole, form.narrow(Element.objects.in_version(version))) if form.chosen else whole
    is_today = not crumbs
    give_addresses(elements, version, of_version=version.is_published() and not is_today)
    consultation = open_consultation(version)
    written = give_marks(request, elements, consultation)
    read_chapters = chapters(elements)
    slug = consultation.slug if consultation else ""
    template = "agenda/_passages.html" if request.htmx.target == "passages" else "agenda/agenda.html"
    return render(
        request,
        template,
        {
            "version": version,
            "path": path,
            "title": title,
            "crumbs": crumbs or [("Agenda", "")],
            "is_today": is_today,
            "form": form,
            "chapters": read_chapters,
            "contents": contents(tuple(map(named, read_chapters))),
            "texts": [text_of(one.anchor, one.heading, one.kind, read_in(one), slug) for one in read_chapters],
            "ambition": ambition_of(whole),
            "without_actions": sum(len(chapter.idle) for chapter in read_chapters),
            "consultation": consultation,
            "written": written,
        },
    )


def named(chapter):
    """The chapter as the list of contents has it: (anchor, number, title, the same of what stands under it)."""
    under = tuple((one.code, one.number, one.name, one.mark_line) for one in chapter.contents)
    return chapter.anchor, chapter.number, chapter.title, under


@piece
def contents(named_chapters):
    """The list of contents as safe HTML, of what `named` gives of each chapter."""
    return drawn("agenda/parts/contents.html", chapters=named_chapters)


def read_in(chapter):
    """The passages of a chapter, each as (ReadPassage, what the reader wrote on it)."""
    return tuple((one.read(), one.element.mark_links) for one in chapter.passages)


@piece
def text_of(anchor, heading, kind, passages, consultation):
    """A chapter as safe HTML, of what `read_in` gives, to react on in the `consultation` with this slug, if any."""
    return drawn(
        "agenda/parts/chapter.html",
        anchor=anchor,
        heading=heading,
        kind=kind,
        passages=passages,
        consultation=consultation,
    )


def ambition_of(elements):
    """The ambition above all else among `elements`, or None."""
    return next((element for element in elements if element.kind == ElementKind.AMBITION), None)


def narrowed(elements, matching):
    """Those of `elements` that are in the queryset `matching`, each with the line that it stands under.

    What stands under a line is not read without the name of that line.
    """
    kept = {key for keys in matching.values_list("pk", "wording_parent") for key in keys}
    return [element for element in elements if element.pk in kept]


def give_addresses(elements, version, *, of_version):
    """Adds `page` and `address` to each: where more is said about it today, and as it was in `version` if asked."""
    for element in elements:
        element.page = element.get_absolute_url()
        element.address = reverse("agenda:wording", args=[element.code, version.number]) if of_version else element.page


def with_progress(version):
    """The elements in `version` as a list.

    Adds `known_actions`, and `results`, what their own page shows of figures and projects: '2 cijfers, 1 programma'.
    """
    elements = COUNTED.ask(version.pk)
    actions = defaultdict(list)
    for action in ACTIONS.ask(version.pk):
        actions[action.element_id].append(action)
    for element in elements:
        element.known_actions = actions[element.pk]
        counts = [
            (element.figure_count, "cijfer,cijfers"),
            (element.programme_count, "programma,programma’s"),
            (element.project_count, "project,projecten"),
        ]
        element.results = ", ".join(counted(count, words) for count, words in counts if count)
    return elements


def count_linked(model):
    """How many rows of `model` on the site the editors put with an element."""
    linked = model.elements.through.objects.filter(element=OuterRef("pk"))
    linked = linked.filter(**{f"{model._meta.model_name}__in": model.objects.public()}).order_by().values("element")
    return Coalesce(Subquery(linked.annotate(count=Count("pk")).values("count")), 0)


def open_consultation(version):
    """The consultation on `version` that takes reactions now, a real one before an example; or None.

    It says whether it `asks` questions about the whole.
    """
    return OPEN.first(version.pk)


def counted_in(version):
    """The elements in the version with this key, with how many figures, programmes and projects belong to each."""
    return Element.objects.in_version(version).annotate(
        figure_count=count_linked(Indicator),
        programme_count=count_linked(Programme),
        project_count=count_linked(Project),
    )


def actions_in(version):
    """What is done for the elements in the version with this key."""
    return Action.objects.filter(element__wordings__version=version).select_related("lead")


def open_on(version):
    """The consultations on the version with this key that take reactions now, the one to show first."""
    found = Consultation.objects.open().filter(version=version).order_by("is_example", "closes_at")
    return found.annotate(asks=Exists(Question.objects.filter(consultation=OuterRef("pk"))))


COUNTED, ACTIONS, OPEN = map(PreparedRows, (counted_in, actions_in, open_on))
CURRENT = PreparedRows(lambda: Version.objects.to_show()[:1])
PARTNERS = PreparedRows(lambda: Partner.objects.public().real())
