"""The parts of the page of an element, each kept apart under what it asked: a change in one leaves the others.

An element is named by its code and the number of the version in which it is read, 0 for today.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import Q, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from agenda.models import LINES, Action, ElementKind, Participation, Priority, told_apart
from consultation.models import Point, PointKind
from partners.ground.sorting import SortKey
from partners.ground.state.pieces import piece
from partners.ground.templatetags.dutch import counted
from partners.ground.templatetags.parts import drawn
from regiozwolle.meetings.spoken import spoken_of
from regiozwolle.pages.element.history import history_of, surroundings_of
from regiozwolle.pages.life.gathering import told_about, whole_chain
from regiozwolle.pages.life.strip import LifeStrip
from results.charts.rows import amounts_beside
from results.models import AgreedMeasure, IndicatorNature
from results.money.contributions import contributions_of
from results.rollup import roll_up

# Of each nature so many figures are printed large.
LARGE = 2
EURO = "euro"
# So many of those who said that it is not right; the others stand with all that was said.
CHALLENGES = 5


def read(code, number):
    """(The History of the element, its Surroundings)."""
    history = history_of(code, number or None)
    return history, surroundings_of(history.wording)


@piece
def around(code, number):
    """(What belongs to it, what it is linked to and who carries it out; the ways to those before and after it)."""
    history, surroundings = read(code, number)
    element = surroundings.element
    shown = {"surroundings": surroundings, "element": element, "version": history.wording.version}
    surrounds = drawn("agenda/_around.html", aims=told_apart(element.wider_aims), **shown)
    if element.is_carried_out:
        elements = [element, *surroundings.parts]
        surrounds += drawn(
            "agenda/_carried_out.html",
            actions=actions_for(elements),
            participations=participations_in(elements, element.parent_id, history.agenda),
            **shown,
        )
    return surrounds, drawn("agenda/_beside.html", **shown)


@piece
def aimed_at(key, code, consultation):
    """What of the goal with this key and code counts for whom, and how one sees that it is reached.

    One can object in the `consultation` with this slug, if there is any.
    """
    return drawn(
        "agenda/_goal.html",
        code=code,
        consultation=consultation,
        priorities=Priority.objects.public().current().filter(element=key).by_partner(),
        agreed=AgreedMeasure.objects.filter(element=key).told(),
        challenges=challenges_of(key),
    )


@piece
def spoken(key):
    """When people met about the element with this key."""
    return drawn("meetings/_spoken.html", spoken=spoken_of(element=key))


@piece
def lived(code, number):
    """(The strip of its life, what it yields and how far its goals are together, the chain from words to figure)."""
    history, surroundings = read(code, number)
    told = told_about(history.wordings[::-1])
    life, consultations = told.life(), told.consultations
    shown = {
        "history": history,
        "wording": history.wording,
        "version": history.wording.version,
        "element": surroundings.element,
        "surroundings": surroundings,
        "figures": [FiguresShown(nature, of_one_nature) for nature, of_one_nature in told.natures],
        "figure_count": sum(len(of_one_nature) for _, of_one_nature in told.natures),
        "work": work_for(surroundings.element),
        "consultations": consultations,
        "answering": [one for one in consultations if one.answered or one.answer_due],
        "dossiers": told.dossiers,
        "whole": "" if life.is_whole else whole_chain(),
    }
    together = roll_up(goals_in(surroundings.element, surroundings))
    return (
        drawn("life/parts/strip.html", strip=LifeStrip(life, here=1)),
        drawn("agenda/_yields.html", together=together, **shown),
        drawn("agenda/_why.html", **shown),
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


def goals_in(element, surroundings):
    """The goals of a line, or of the whole agenda for what stands above all of it; none for the others."""
    if element.kind in LINES:
        return [part for part in surroundings.parts if part.kind == ElementKind.GOAL]
    is_above = element.kind == ElementKind.AMBITION
    return [other for other in surroundings.outline if other.kind == ElementKind.GOAL] if is_above else []


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
    """The newest points of who finds that a goal, or its measure, is not right, each with its answer."""
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
