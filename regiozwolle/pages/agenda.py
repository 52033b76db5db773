"""The agenda on screen: the whole of it, or the part that somebody chose.

These pages stand under the roof: beside the text they show what figures and projects belong to it and which
consultation is open on it, and the agenda itself knows none of those.
"""

from collections import defaultdict
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from agenda.forms import AgendaFilter
from agenda.models import Action, Element, ElementKind, Version
from agenda.outline import ReadChapter, chapters
from consultation.models import Consultation, Question
from partners.ground.publishing import previewed_by
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import counted
from partners.ground.templatetags.parts import drawn
from partners.models import Partner
from regiozwolle.pages.marks import marks_on
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
    published = {one.number: one for one in PUBLISHED.ask(slug)}
    readable = Version.objects.readable_by(request.user, previewed=previewed_by(request, Version))
    chosen = published.get(int(number)) or get_object_or_404(to_read(readable), agenda__slug=slug, number=number)
    here = f"Versie {chosen.number}"
    return read(
        request,
        chosen,
        path=chosen.get_absolute_url(),
        title=f"{chosen.agenda.title}, {here.lower()}",
        crumbs=[("Agenda", reverse("agenda:agenda")), ("Versies", chosen.agenda.get_absolute_url()), (here, "")],
    )


def to_read(versions):
    """The `versions` with all that the page tells of one."""
    return versions.with_newest().select_related("agenda__source", "source")


def read(request, version, *, path, title, crumbs=()):
    """The page, or its piece, on which `version` is read at the address `path`.

    `crumbs` are (name, address) of what lies above it, the page itself last; none for the agenda of today.
    """
    is_today = not crumbs
    number = version.number if version.is_published() and not is_today else 0
    is_asked = any(request.GET.get(name) for name in AgendaFilter.base_fields)
    text = part_of(request.GET, version.pk, number) if is_asked else whole_of(version.pk, number)
    consultation = open_consultation(version)
    marks, written = marks_on(request, dict(text.mentions), consultation)
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
            "text": text,
            "contents": contents(tuple(named(one, marks) for one in text.chapters)),
            "texts": [text_of(one.anchor, one.heading, one.kind, marked(one, marks), slug) for one in text.chapters],
            "without_actions": sum(one.idle for one in text.chapters),
            "consultation": consultation,
            "written": written,
        },
    )


class ReadAmbition(NamedTuple):
    """What the agenda is for, and under which code that stands in it."""

    code: str
    text: str


class ReadText(NamedTuple):
    """A version, or the part of it that somebody chose, in values alone.

    `ambition` is the one above all else, and `mentions` (code, what it is called) of each element.
    `fields` are the form in which one chooses, as safe HTML; `is_part` and `is_used` say whether something was chosen,
    or chosen wrongly.
    """

    chapters: tuple[ReadChapter, ...]
    ambition: ReadAmbition | None
    mentions: tuple
    fields: str
    is_part: bool
    is_used: bool
    caveats: tuple[str, ...]


@piece
def whole_of(key, number):
    """The ReadText of the whole version with this key."""
    return part_of({}, key, number)


def part_of(asked, key, number):
    """The ReadText of what is `asked` of the version with this key; `number` is as in `give_addresses`."""
    whole = with_progress(key)
    form = AgendaFilter(asked, elements=whole, partners=PARTNERS.ask())
    elements = narrowed(whole, form.narrow(Element.objects.in_version(key))) if form.chosen else whole
    give_addresses(elements, number)
    return ReadText(
        chapters=tuple(chapter.read() for chapter in chapters(elements)),
        ambition=next(
            (ReadAmbition(one.code, one.wording_text) for one in whole if one.kind == ElementKind.AMBITION), None
        ),
        mentions=tuple((one.code, one.mention) for one in elements),
        fields=drawn("agenda/parts/fields.html", form=form),
        is_part=bool(form.chosen),
        is_used=form.is_used,
        caveats=tuple(form.caveats),
    )


def named(chapter, marks):
    """The chapter as the list of contents has it: (anchor, number, title, the same of what stands under it)."""
    under = tuple((*name, marks[name[0]].line) for name in chapter.names)
    return chapter.anchor, chapter.number, chapter.title, under


@piece
def contents(named_chapters):
    """The list of contents as safe HTML, of what `named` gives of each chapter."""
    return drawn("agenda/parts/contents.html", chapters=named_chapters)


def marked(chapter, marks):
    """The passages of a chapter, each as (ReadPassage, what the reader wrote on it)."""
    return tuple((passage, marks[passage.code].links) for passage in chapter.passages)


@piece
def text_of(anchor, heading, kind, passages, consultation):
    """A chapter as safe HTML, of what `marked` gives, to react on in the `consultation` with this slug, if any."""
    return drawn(
        "agenda/parts/chapter.html",
        anchor=anchor,
        heading=heading,
        kind=kind,
        passages=passages,
        consultation=consultation,
    )


def narrowed(elements, matching):
    """Those of `elements` that are in the queryset `matching`, each with the line that it stands under.

    What stands under a line is not read without the name of that line.
    """
    kept = {key for keys in matching.values_list("pk", "wording_parent") for key in keys}
    return [element for element in elements if element.pk in kept]


def give_addresses(elements, number=0):
    """Adds `page` and `address` to each: where more is said about it today, and as it was in a version if asked.

    `number` is that of the version, 0 where that is of today.
    """
    for element in elements:
        element.page = element.get_absolute_url()
        element.address = reverse("agenda:wording", args=[element.code, number]) if number else element.page


def with_progress(key):
    """The elements in the version with this key as a list.

    Adds `known_actions`, and `results`, what their own page shows of figures and projects: '2 cijfers, 1 programma'.
    """
    elements = COUNTED.ask(key)
    actions = defaultdict(list)
    for action in ACTIONS.ask(key):
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
PUBLISHED = PreparedRows(lambda slug: to_read(Version.objects.published().filter(agenda__slug=slug)))
CURRENT = PreparedRows(lambda: Version.objects.to_show()[:1])
PARTNERS = PreparedRows(lambda: Partner.objects.public().real())
