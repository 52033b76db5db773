"""The page of one element of the agenda: its words, what hangs on it, and in short why it is there."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import Q, Value
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator, capfirst
from django.views.decorators.http import require_safe

from agenda.models import LINES, Action, Element, ElementKind, Participation, Priority, Wording, told_apart
from consultation.models import Point, PointKind
from partners.ground.comparing import same_words
from partners.ground.documents.citing import short_address
from partners.ground.sorting import SortKey
from partners.ground.templatetags.dutch import counted
from regiozwolle.meetings.spoken import spoken_of
from regiozwolle.pages.chain import crumbs_to, successions_of
from regiozwolle.pages.life.gathering import told_about, whole_chain
from regiozwolle.pages.life.strip import LifeStrip
from regiozwolle.pages.marks import links_of_one
from results.charts.rows import amounts_beside
from results.models import AgreedMeasure, IndicatorNature
from results.money.contributions import contributions_of
from results.rollup import roll_up

# Words up to this many characters are the heading of their page; longer ones stand under it.
HEADING = 100
# Of each nature so many figures are printed large.
LARGE = 2
EURO = "euro"
# So many of those who said that it is not right; the others stand with all that was said.
CHALLENGES = 5


@require_safe
def element(request, code, number=None):
    """One place in the agenda: its words today or in version `number`, what hangs on it, and why it is there."""
    history = history_of(code, number)
    surroundings = surroundings_of(history.wording)
    here = surroundings.element
    told = told_about(history.wordings[::-1])
    figures, consultations, life = told.natures, told.consultations, told.life()
    consultation = open_on(history.wording.version, consultations)
    return render(
        request,
        "agenda/element.html",
        {
            "history": history,
            "wording": history.wording,
            "version": history.wording.version,
            "surroundings": surroundings,
            "element": here,
            "opening": Opening(here, history, is_today=number is None),
            "crumbs": crumbs(surroundings, history, is_today=number is None),
            "short": short_address(history.wording),
            "actions": actions_for([here, *surroundings.parts]),
            "participations": participations_in([here, *surroundings.parts], here.parent_id, history.agenda),
            "aims": told_apart(here.wider_aims),
            "is_goal": here.kind == ElementKind.GOAL,
            "priorities": Priority.objects.public().current().filter(element=here).by_partner(),
            "agreed": AgreedMeasure.objects.filter(element=here).told(),
            "challenges": challenges_of(here),
            "together": roll_up(goals_in(here, surroundings)),
            "figures": [FiguresShown(nature, of_one_nature) for nature, of_one_nature in figures],
            "figure_count": sum(len(of_one_nature) for nature, of_one_nature in figures),
            "work": work_for(here),
            "spoken": spoken_of(element=here),
            "consultations": consultations,
            "consultation": consultation,
            "marks": links_of_one(request, here, consultation),
            "answering": [one for one in consultations if one.answered or one.answer_due],
            "dossiers": told.dossiers,
            "strip": LifeStrip(life, here=1),
            "whole": "" if life.is_whole else whole_chain(),
        },
    )


@dataclass(frozen=True)
class FiguresShown:
    """The ElementFigures of one nature: money that may overlap as a drawing, a few others large, the rest in rows."""

    nature: IndicatorNature
    figures: list

    @cached_property
    def drawn(self):
        """The amounts of money as bars on one scale, the largest first; None without enough of them."""
        money = [one for one in self.figures if one.indicator.unit == EURO and one.shown]
        money.sort(key=lambda one: -one.shown["value"])
        told = [(f"{capfirst(one.plain)}: {one.indicator.name}", one) for one in money]
        amounts = [(words, Decimal(str(one.shown["value"])), not one.shown["qualifier"]) for words, one in told]
        return amounts_beside(f"bedragen-{self.nature.value}", amounts)

    @property
    def large(self):
        """Those that are printed large, never an amount that is drawn."""
        return [one for one in self.figures if not self.is_drawn(one)][:LARGE]

    @property
    def rows(self):
        large = self.large
        return [one for one in self.figures if one not in large]

    @property
    def rows_summary(self):
        """What the folded rows are."""
        if len(self.rows) == sum(map(self.is_drawn, self.figures)):
            return "Elk bedrag met zijn bron"
        return f"Ook {self.nature.label}: {counted(len(self.rows), 'cijfer,cijfers')}"

    def is_drawn(self, figure):
        return self.drawn is not None and figure.indicator.unit == EURO


@dataclass(frozen=True)
class History:
    """The words of an element that everyone may read, and the one of them that is shown."""

    wordings: list[Wording]  # the newest first
    wording: Wording

    @property
    def agenda(self):
        return self.wording.version.agenda

    @property
    def has_ended(self):
        """Whether the newest words are shown of an element that is in no later version."""
        return bool(self.wording.ended_number) and self.wording == self.wordings[0]

    @property
    def successions(self):
        return successions_of(self.wording)

    @property
    def is_earlier(self):
        """Whether there are newer words than those shown."""
        return self.wording != self.wordings[0]

    @cached_property
    def others(self):
        """(Later or earlier, a wording, whether it says something else in words) of all other wordings."""
        shown = self.wording
        return [
            (
                "Later" if other.version.number > shown.version.number else "Eerder",
                other,
                "" if same_words(other.text, shown.text) else ", andere woorden",
            )
            for other in self.wordings
            if other != shown
        ]

    @property
    def difference(self):
        """The address at which the words shown are compared with those before, or the first with the newest."""
        number = self.wording.version.number
        earlier = [other.version.number for other in self.wordings if other.version.number < number]
        before, after = (earlier[0], number) if earlier else (number, self.wordings[0].version.number)
        agenda = self.wording.version.agenda
        address = reverse("agenda:compare", args=[agenda.slug])
        return f"{address}?van={before}&naar={after}#{self.wording.element.code}"


def history_of(code, number):
    """The History of an element, at version `number` or, for None, the newest. Raises Http404 when there is none."""
    wordings = list(
        Wording.objects.published()
        .filter(element__code=code)
        .newest_first()
        .with_newest()
        .select_related("element", "version__agenda", "version__source")
    )
    for wording in wordings:
        if number is None or wording.version.number == int(number):
            return History(wordings, wording)
    raise Http404("Deze tekst staat niet in de agenda.")


@dataclass(frozen=True)
class Surroundings:
    """Where an element stands in one version, among all elements of that version in reading order."""

    element: Element
    outline: list[Element]

    @property
    def parent(self):
        """The line that it stands under, or None."""
        return next((other for other in self.outline if other.pk == self.element.parent_id), None)

    @cached_property
    def parts(self):
        """What stands under it."""
        return [other for other in self.outline if other.parent_id == self.element.pk]

    @property
    def links(self):
        """What it serves and what serves it, each as (heading, [(element, the editors' reason)]), if there is any."""
        serves = [(other, other.served_because) for other in self.outline if other.served_because]
        served_by = [(other, other.serves_because) for other in self.outline if other.serves_because]
        both = [("Dit draagt bij aan", serves), ("Hieraan dragen bij", served_by)]
        return [(heading, linked) for heading, linked in both if linked]

    @property
    def neighbours(self):
        """(Vorige or Volgende, element) of those before and after it, as far as they are there."""
        at = self.outline.index(self.element)
        before, after = self.outline[:at][-1:], self.outline[at + 1 : at + 2]
        return [("Vorige", other) for other in before] + [("Volgende", other) for other in after]


def surroundings_of(wording):
    """The Surroundings of an element in the version of `wording`."""
    outline = list(Element.objects.in_version(wording.version).with_links_to(wording.element_id))
    return Surroundings(next(other for other in outline if other.pk == wording.element_id), outline)


def goals_in(element, surroundings):
    """The goals of a line, or of the whole agenda for what stands above all of it; none for the others."""
    if element.kind in LINES:
        return [part for part in surroundings.parts if part.kind == ElementKind.GOAL]
    is_above = element.kind == ElementKind.AMBITION
    return [other for other in surroundings.outline if other.kind == ElementKind.GOAL] if is_above else []


@dataclass(frozen=True)
class Opening:
    """What stands at the top of the page: short words are its heading, longer ones stand under its name."""

    element: Element
    history: History
    is_today: bool
    invented = "Dit onderdeel staat in een verzonnen agenda. U ziet eraan hoe een tekst verandert."

    @property
    def title(self):
        """What the window is called."""
        cited = "" if self.is_today else f" ({self.history.wording.code})"
        return f"{self.element.label}: {self.element.name}{cited}"

    @property
    def summary(self):
        """What search engines and other sites show of it."""
        wording = self.history.wording
        agenda = wording.version.agenda
        whose = agenda.title if agenda.is_example else f"{agenda.title} van Regio Zwolle"
        return f"{self.element.label} uit de {whose}: {Truncator(wording.text).chars(120)}"

    @property
    def words(self):
        """Its words, if they are one short line without markup; else ""."""
        wording = self.history.wording
        fits = len(wording.text) <= HEADING and "\n" not in wording.text and not wording.markup
        return wording.text.removesuffix(".") if fits else ""

    @property
    def kicker(self):
        return self.element.label if self.words else self.element.name

    @property
    def heading(self):
        return self.words or self.element.label

    @cached_property
    def quote(self):
        """The words as safe HTML where they do not stand in the heading."""
        return "" if self.words else self.history.wording.html


def crumbs(surroundings, history, *, is_today):
    """(Name, address) of what lies above the page, the page itself last, without an address."""
    way = crumbs_to(surroundings.element, history.wording.version)
    if surroundings.parent:
        way.append((surroundings.parent.name, surroundings.parent.get_absolute_url()))
    name = surroundings.element.short_label
    if is_today:
        return [*way, (name, "")]
    return [*way, (name, surroundings.element.get_absolute_url()), (f"Versie {history.wording.version.number}", "")]


def open_on(version, consultations):
    """Of the `consultations` the one on `version` that takes reactions now, or None."""
    return next((one for one in consultations if one.is_open() and one.version_id == version.pk), None)


def actions_for(elements):
    return Action.objects.filter(element__in=elements).select_related("element", "lead", "source")


def participations_in(elements, line, agenda):
    """Who takes part in `elements` of `agenda`, or in the line (a primary key, or None) that they stand under.

    An invented partner takes part in an invented agenda only.

    Adds `part`: what of it they take part in, as words inside a sentence, and `paid`: what that costs them.
    """
    shown = Participation.objects.public()
    participations = list(
        (shown if agenda.is_example else shown.real())
        .filter(Q(element__in=elements) | Q(element=line))
        .select_related("partner", "element__agenda", "source")
        .order_by(SortKey("partner__name"), "element__position", "starts_on")
    )
    paid = contributions_of(participations)
    for participation in participations:
        element = participation.element
        participation.part = element.whole if element.pk == line else element.mention
        participation.paid = paid.told_of(participation, timezone.localdate())
    return participations


def challenges_of(element):
    """The newest points of who finds that a goal or its measure is not right, each with its answer; none of others."""
    if element.kind != ElementKind.GOAL:
        return []
    found = Point.objects.public().filter(wording__element=element, kind__in=[PointKind.OBJECTION, PointKind.ERROR])
    found = found.select_related("letter__consultation", "letter__body__partner", "letter__table").with_answers()
    return list(found.order_by("-letter__sent_at", "-pk")[:CHALLENGES])


def work_for(element):
    """The programmes and projects that belong to `element`, in one query: (name, address, what it is) of each."""
    columns = ["name", "slug", "period_text", "what"]
    programmes = element.programmes.public().order_by().annotate(what=Value("programme")).values_list(*columns)
    projects = element.projects.public().order_by().annotate(what=Value("project")).values_list(*columns)
    words = {"programme": "Programma", "project": "Project"}
    return [
        (name, reverse(f"results:{what}", args=[slug]), f"{words[what]}, {period}" if period else words[what])
        for name, slug, period, what in programmes.union(projects).order_by("what", "name")
    ]
