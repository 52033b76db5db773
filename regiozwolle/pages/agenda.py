"""The agenda on screen and on paper.

These pages stand under the roof: beside the text they show the figures and projects that belong to it, and
what was asked, answered and decided about it, and the agenda itself knows none of those.
"""

from django.conf import settings
from django.db.models import Count, F, OuterRef, Prefetch, Q, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from agenda.forms import AgendaFilter
from agenda.models import Action, Element, Participation, Succession, Version, Wording
from agenda.outline import chapters
from consultation.deciding.models import Dossier
from consultation.models import Consultation, LetterState, Phase, SenderKind
from partners.ground.search import SortKey
from partners.models import ASSEMBLIES, Partner
from results.models import Indicator, IndicatorNature, Measurement, Programme, Project, Target

# Words up to this many characters are the heading of their page; longer ones stand under it.
HEADING = 100


@require_safe
@vary_on_headers("HX-Target")
def agenda(request):
    """The whole current version on one page, or the part that somebody chose."""
    return read(request, Version.objects.current(), path=reverse("agenda:agenda"))


@require_safe
@vary_on_headers("HX-Target")
def version(request, slug, number):
    """One version, whole or in part, at the address that it has for ever. The secretariat sees its concept too."""
    found = get_object_or_404(
        Version.objects.readable_by(request.user).with_newest().select_related("agenda__source", "source"),
        agenda__slug=slug,
        number=number,
    )
    return read(request, found, path=found.get_absolute_url())


def read(request, version, *, path):
    """The page, or its piece, on which `version` is read at the address `path`."""
    in_version = Element.objects.in_version(version)
    elements = list(with_progress(in_version))
    form = AgendaFilter(request.GET, elements=elements, partners=Partner.objects.real())
    if form.chosen:
        matching = form.narrow(in_version).values_list("pk", "wording_parent")
        # What stands under a line is not read without the name of that line.
        kept = {key for keys in matching for key in keys}
        elements = [element for element in elements if element.pk in kept]
    template = "agenda/_passages.html" if request.htmx.target == "passages" else "agenda/agenda.html"
    return render(
        request,
        template,
        {
            "version": version,
            "path": path,
            "today": reverse("agenda:agenda"),
            "form": form,
            "chapters": chapters(elements),
            "consultation": open_consultation(version),
        },
    )


@require_safe
def element(request, code, number=None):
    """One place in the agenda: its words today or in version `number`, what hangs on it, and why it is there."""
    wordings = (
        Wording.objects.published()
        .filter(element__code=code)
        .newest_first()
        .with_newest()
        .select_related("element", "version__agenda", "version__source")
    )
    wording = next((one for one in wordings if number is None or one.version.number == int(number)), None)
    if wording is None:
        raise Http404("Deze tekst staat niet in de agenda.")
    version = wording.version
    outline = list(Element.objects.in_version(version).with_links_to(wording.element_id))
    place = next(place for place, other in enumerate(outline) if other.pk == wording.element_id)
    here = outline[place]
    parts = [other for other in outline if other.parent_id == here.pk]
    figures = figures_for(here)
    consultations = consultations_on(here)
    return render(
        request,
        "agenda/element.html",
        {
            "element": here,
            "wording": wording,
            "version": version,
            "is_today": number is None,
            "newest": wordings[0],
            "successions": successions_of(wording) if wording.ended_number else [],
            "newer": [other for other in wordings if other.version.number > version.number],
            "earlier": [other for other in wordings if other.version.number < version.number],
            "heading": heading_of(wording),
            "address": settings.SITE_URL + wording.get_absolute_url(),
            "parent": next((other for other in outline if other.pk == here.parent_id), None),
            "parts": parts,
            "serves": [other for other in outline if other.served_because],
            "served_by": [other for other in outline if other.serves_because],
            "actions": actions_for([here, *parts]),
            "participations": participations_in([here, *parts], here.parent_id),
            "figures": figures,
            "figure_count": sum(len(indicators) for nature, indicators in figures),
            "work": work_for(here),
            "consultations": consultations,
            "consultation": next(
                (one for one in consultations if one.is_open() and one.version_id == version.pk), None
            ),
            "answering": [one for one in consultations if one.answered or (one.takes_letters and one.answered_by)],
            "dossiers": dossiers_on(here),
            "previous": outline[place - 1] if place else None,
            "next": outline[place + 1] if place + 1 < len(outline) else None,
        },
    )


def heading_of(wording):
    """Its words as the heading of its page, if they are one short line without markup; else ""."""
    fits = len(wording.text) <= HEADING and "\n" not in wording.text and not wording.markup
    return wording.text.removesuffix(".") if fits else ""


def successions_of(wording):
    """Where its element went on when it ended, to what everyone may read."""
    return Succession.objects.filter(element=wording.element_id).readable_in(Version.objects.published())


def with_progress(elements):
    """Reads the actions of `elements` ahead, and adds `figure_count` and `work_count`: what its own page shows."""
    return elements.annotate(
        figure_count=count_linked(Indicator), work_count=count_linked(Programme) + count_linked(Project)
    ).prefetch_related(Prefetch("actions", Action.objects.select_related("lead")))


def count_linked(model):
    """How many rows of `model` the editors put with an element."""
    linked = model.elements.through.objects.filter(element=OuterRef("pk")).order_by().values("element")
    return Coalesce(Subquery(linked.annotate(count=Count("pk")).values("count")), 0)


def open_consultation(version):
    """The consultation on `version` that takes reactions now, a real one before an example; or None."""
    return Consultation.objects.open().filter(version=version).order_by("is_example", "closes_at").first()


def actions_for(elements):
    return Action.objects.filter(element__in=elements).select_related("element", "lead", "source")


def participations_in(elements, line):
    """Who takes part in `elements`, or in the line (a primary key, or None) that they stand under."""
    return (
        Participation.objects.real()
        .filter(Q(element__in=elements) | Q(element=line))
        .select_related("partner", "element", "source")
        .order_by(SortKey("partner__name"), "element__position", "starts_on")
    )


def figures_for(element):
    """The indicators that say something about `element`, as (nature, indicators) in the order of the natures.

    Each has `measured`, its newest value of its own area, and `aimed`, its target furthest ahead: a dict of
    `qualifier`, `value`, `when` and `source` (a title), or None; `value_shown` is the one that the results pages
    show too. One query, for this page has none to spare.
    """
    measurements = Measurement.objects.filter(indicator=OuterRef("pk"), scope=OuterRef("scope"))
    targets = Target.objects.filter(indicator=OuterRef("pk")).order_by(F("due_on").desc(nulls_last=True), "pk")
    found = element.indicators.annotate(
        measured=first_value(measurements, when="reference_text"),
        aimed=first_value(targets, when="due_text"),
    )
    natures = {nature: [] for nature in IndicatorNature}
    for indicator in found:
        promised = indicator.aimed if indicator.nature == IndicatorNature.PROMISED else None
        indicator.value_shown = promised or indicator.measured
        natures[indicator.nature].append(indicator)
    return [(nature, indicators) for nature, indicators in natures.items() if indicators]


def first_value(values, *, when):
    """The first of `values`, a queryset of measurements or targets, as JSON; `when` is the field that dates it."""
    shown = JSONObject(qualifier="qualifier", value="value", when=when, source="source__title")
    return Subquery(values.values(shown=shown)[:1])


def work_for(element):
    """The programmes and projects that belong to `element`, in one query: name, slug, period and which of the two."""
    columns = ["name", "slug", "period_text", "what"]
    programmes = element.programmes.order_by().annotate(what=Value("programma")).values(*columns)
    projects = element.projects.order_by().annotate(what=Value("project")).values(*columns)
    return programmes.union(projects).order_by("what", "name")


def consultations_on(element):
    """The consultations on a text that held `element`, the newest first and examples last, with what came in on it.

    `sent` gives (sender_kind, how many points) in the order of the sender_kinds, never added up, and is empty until the
    consultation is closed: what somebody sends is public only then. `answered` counts the published answers.
    As everywhere, what was not confirmed does not count, and a point that was split counts by its parts.
    """
    now = timezone.now()
    points = Q(
        letters__state=LetterState.SENT,
        letters__confirmed_at__isnull=False,
        letters__points__parts=None,
        letters__points__wording__element=element,
    )
    answers = Q(letters__points__answers__published_at__lte=now)
    found = (
        Consultation.objects.filter(version__wordings__element=element, version__published_at__lte=now)
        .annotate(
            **{
                f"sent_{sender_kind.value}": Count(
                    "letters__points", filter=points & Q(letters__sender_kind=sender_kind), distinct=True
                )
                for sender_kind in SenderKind
            },
            answered=Count("letters__points__answers", filter=points & answers, distinct=True),
        )
        .order_by("is_example", "-opens_at")
    )
    for consultation in found:
        counts = [(sender_kind, getattr(consultation, f"sent_{sender_kind.value}")) for sender_kind in SenderKind]
        is_closed = consultation.phase(now) == Phase.CLOSED
        consultation.sent = [(sender_kind, count) for sender_kind, count in counts if count and is_closed]
    return found


def dossiers_on(element):
    """The dossiers about a text that held `element`; `asked` councils and Staten, of which `decided` on it."""
    assemblies = Q(tracks__body__kind__in=ASSEMBLIES)
    on_whole_or_element = Q(tracks__decisions__element=None) | Q(tracks__decisions__element=element)
    decisions = Q(tracks__decisions__isnull=False) & on_whole_or_element
    return (
        Dossier.objects.filter(version__wordings__element=element, version__published_at__lte=timezone.now())
        .annotate(
            asked=Count("tracks", filter=assemblies, distinct=True),
            decided=Count("tracks", filter=assemblies & decisions, distinct=True),
        )
        .order_by("is_example", "-pk")
    )
