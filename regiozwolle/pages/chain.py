"""The links of the chain that hang on one element of the agenda: what was asked about it, decided, and measured.

The page of an element shows them in short, and "waarom staat dit hier?" at length. They stand under the roof, for no
app knows them all.
"""

from dataclasses import dataclass
from typing import NotRequired, TypedDict

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Count, F, OuterRef, Subquery, When
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst

from agenda.models import Succession, Version
from consultation.models import Answer, Consultation, Phase, Point, SenderKind
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import day, hedged, measured, moment, number, unbroken
from partners.ground.templatetags.parts import or_unknown
from results.models import Indicator, IndicatorNature, Measurement, Scope, Target

# The class of a figure in the stylesheet; what is no promise and no input is drawn as reached.
PATTERNS = {IndicatorNature.PROMISED: "promised", IndicatorNature.INVESTED: "invested"}
# What dates the value of a figure; what went in is dated by the day on which it was put in.
DATES = {IndicatorNature.ACHIEVED: "Peildatum", IndicatorNature.CONTEXT: "Peildatum"}


def crumbs_to(element, version):
    """The way to the page of an element as (name, address), it itself not included; through its agenda if invented."""
    way = [("Agenda", reverse("agenda:agenda"))]
    if version.agenda.is_example:
        way.append((version.agenda.title, version.get_absolute_url()))
    return way


def successions_of(wording):
    """Where its element went on when it ended, to what everyone may read; none while it stands."""
    if not wording.ended_number:
        return []
    return Succession.objects.filter(element=wording.element_id).readable_in(Version.objects.published())


class FigureValue(TypedDict):
    """A measurement or a target, as the database gives it with its indicator."""

    qualifier: str  # 'meer dan', or ""
    value: float  # in the unit of the indicator
    when: str  # 'begin 2023', or "" for a target without a date
    source: str  # a title
    whose: NotRequired[str | None]  # the partner that it is about, if it is about one
    disputed: NotRequired[bool]  # whether another source says something else of that day, and nobody chose


@dataclass(frozen=True)
class ElementFigure:
    """An indicator as a sentence with a value, its date and its source.

    `measured` is the newest value of its own area, `aimed` the target furthest ahead; None when there is none.
    """

    indicator: Indicator
    measured: FigureValue | None
    aimed: FigureValue | None
    apart: int = 0  # for how many partners it was measured, if several; then nothing is `measured` for all

    @property
    def shown(self):
        """The value to show, or None: of a promise what was promised, of all else what was measured."""
        promised = self.aimed if self.indicator.nature == IndicatorNature.PROMISED else None
        return promised or self.measured

    @property
    def pattern(self):
        return PATTERNS.get(self.indicator.nature, "reached")

    @property
    def qualifier(self):
        """What stands before the value: 'Meer dan', or ""."""
        return capfirst(self.shown["qualifier"]) if self.shown else ""

    @property
    def amount(self):
        """The value with its unit as safe HTML, what to say instead per partner, or "" when none is known."""
        if not self.shown:
            return "Per partner:" if self.apart else ""
        return format_html("<strong>{}</strong>", measured(self.shown["value"], self.indicator.unit))

    @property
    def plain(self):
        """The same as plain text, to stand inside a sentence: 'meer dan 240'; "" when no value is known."""
        return hedged(self.shown["qualifier"], measured(self.shown["value"], self.indicator.unit)) if self.shown else ""

    @property
    def in_row(self):
        """As `plain` with its unit, as it stands after its name: 'meer dan 240 woningen' or 'per partner'; or ""."""
        if not self.shown:
            return "per partner" if self.apart else ""
        return f"{self.plain} {self.indicator.unit_beside}".strip()

    @property
    def dated(self):
        """When its value holds, as a sentence; of a target that it is one, and that nothing was measured yet."""
        if self.shown is self.aimed:
            by = f", {self.shown['when']}" if self.shown["when"] else ""
            unmeasured = "" if self.measured or self.apart else " De meting is nog niet bekend."
            return f"Dat is een streefwaarde{by}.{unmeasured}"
        return f"{DATES.get(self.indicator.nature, 'Datum')}: {self.shown['when']}."

    @property
    def lines(self):
        """What stands below it, as safe HTML: its date and source, and what to look out for."""
        lines = [self.origin] if self.shown else []
        lines += [f"Gemeten van {number(self.apart)} partners, elk apart."] if self.apart else []
        return lines + [unbroken(warning) for warning in [self.indicator.warning] if warning]

    @property
    def origin(self):
        """When its value holds and where it is from; of a target also that nothing was measured yet."""
        source, when = unbroken(self.shown["source"]), unbroken(self.shown["when"])
        if self.shown is not self.aimed:
            whose = f", {self.shown['whose']}" if self.shown["whose"] else ""
            doubt = " Een andere bron noemt een ander getal." if self.shown["disputed"] else ""
            word = DATES.get(self.indicator.nature, "Datum")
            return format_html("{}: {}{}. Bron: {}.{}", word, when, whose, source, doubt)
        dated = f"Streefwaarde, {when}." if when else "Streefwaarde."
        unmeasured = "" if self.measured or self.apart else format_html(" Meting: {}.", or_unknown(""))
        return format_html("{}{} Bron: {}.", dated, unmeasured, source)


def figures_for(element):
    """What the figures say about `element`, as (nature, ElementFigures) in the order of the natures. One query."""
    natures = {nature: [] for nature in IndicatorNature}
    for indicator in INDICATORS.ask(element.pk):
        apart = indicator.partners if (indicator.partners or 0) > 1 else 0
        measured = None if apart else indicator.measured
        natures[indicator.nature].append(ElementFigure(indicator, measured, indicator.aimed, apart))
    return [(nature, figures) for nature, figures in natures.items() if figures]


def indicators_of(element):
    """The figures about an element, by its key, with what ElementFigure tells of each."""
    measurements = Measurement.objects.public(along=["partner"]).counting().with_dispute()
    measurements = measurements.filter(indicator=OuterRef("pk"), scope=OuterRef("scope"))
    measurements = measurements.order_by("-reference_on", "pk")  # those of one figure need not be sorted by its name
    apart = measurements.order_by().values("indicator").annotate(count=Count("partner", distinct=True)).values("count")
    targets = Target.objects.filter(indicator=OuterRef("pk")).order_by(F("due_on").desc(nulls_last=True), "pk")
    return (
        Indicator.objects.filter(elements=element)
        .public()
        .annotate(
            measured=first_value(measurements, when="reference_text", whose="partner__name", disputed="is_disputed"),
            aimed=first_value(targets, when="due_text"),
            partners=Case(When(scope=Scope.PARTNER, then=Subquery(apart))),  # of an area there are none to count
        )
    )


INDICATORS = PreparedRows(indicators_of)


def first_value(values, *, when, **more):
    """The first of `values`, a queryset of measurements or targets, as JSON; `when` is the field that dates it."""
    shown = JSONObject(qualifier="qualifier", value="value", when=when, source="source__title", **more)
    return Subquery(values.values(shown=shown)[:1])


def consultations_on(element):
    """The consultations on a text that held `element`, the newest first and examples last, with what came in on it.

    `sent` gives (sender_kind, how many points) in the order of the sender_kinds, never added up, and is empty until the
    consultation is closed: what somebody sends is public only then. `answered` counts the published answers.
    As everywhere, what was not confirmed does not count, and a point that was split counts by its parts.
    `sent_in_words` says each as '3 persoonlijk'. `course` says in safe HTML how it went, to be read after its title;
    `reactions` the same for this element alone.
    """
    consultations, now = CONSULTATIONS.ask(element.pk), timezone.now()
    for consultation in consultations:
        phase = consultation.phase(now)
        counts = {row["kind"]: row["count"] for row in consultation.counts if phase == Phase.CLOSED}
        consultation.sent = [(kind, counts[kind]) for kind in SenderKind if kind in counts]
        consultation.sent_in_words = [f"{number(count)} {kind.label}" for kind, count in consultation.sent]
        consultation.course, consultation.reactions = course_of(consultation, phase)
        consultation.answer_due = due_of(consultation)
    return consultations


def consultations_about(element):
    """The consultations on a text that held the element with that key, with `counts_of_points`."""
    now = timezone.now()
    return (
        Consultation.objects.public()
        .filter(version__wordings__element=element, version__published_at__lte=now)
        .annotate(**counts_of_points(element, now))
        .order_by("is_example", "-opens_at")
    )


CONSULTATIONS = PreparedRows(consultations_about)


def counts_of_points(element, now):
    """The annotations for `consultations_on`: a count of points per kind of sender, and one of published answers."""
    points = Point.objects.counted().filter(wording__element=element).order_by()
    kinds = points.filter(letter__consultation=OuterRef("pk")).values("letter__sender_kind").annotate(count=Count("pk"))
    consultation = "point__letter__consultation"
    given = Answer.points.through.objects.filter(point__in=points, answer__published_at__lte=now)
    given = given.filter(**{consultation: OuterRef("pk")}).values(consultation)
    answers = given.annotate(count=Count("answer", distinct=True)).values("count")
    return {
        "counts": ArraySubquery(kinds.values(row=JSONObject(kind="letter__sender_kind", count="count"))),
        "answered": Subquery(answers),
    }


def course_of(consultation, phase):
    """(How it goes, after its title; the same for the element alone, as a sentence), both safe HTML."""
    if phase == Phase.COMING:
        course = f"begint op {moment(consultation.opens_at)}."
    elif phase == Phase.RUNNING:
        last = moment(consultation.last_minute)
        course = f"loopt tot en met {last}. Daarna leest u hier de reacties die iedereen mag lezen."
    elif consultation.sent:
        return "is gesloten.", "Reacties op dit onderdeel:"
    elif consultation.takes_letters:
        none = "Op dit onderdeel is niet gereageerd."
        return f"is gesloten. {none}", none
    else:
        course = format_html("liep niet via deze site. Welke reacties er kwamen, is {}.", or_unknown(""))
    return course, format_html("Deze consultatie {}", course)


def due_of(consultation):
    """By when the answer to what came in is to be expected, as a sentence goes on; "" when nothing was promised."""
    if not consultation.takes_letters or not consultation.answered_by:
        return ""
    due = day(consultation.answered_by)
    return f"zou uiterlijk op {due} komen" if consultation.answer_is_late else f"komt uiterlijk op {due}"
