"""The front page: what Regio Zwolle is, what can be done now, what it wants and what it has yielded."""

from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html_join
from django.views.decorators.http import require_safe

from agenda.models import Element, ElementKind, Milestone, Version
from consultation.models import Consultation
from partners.geography import region_map
from partners.ground.templatetags.dutch import counted, moment
from partners.models import Partner
from regiozwolle.pages.life.gathering import followed
from results.models import Indicator, IndicatorNature

FIGURES = 4


@dataclass(frozen=True)
class OpenNow:
    """What one can react to now: a heading, how long still, what it is, a button to the agenda and a link onwards."""

    heading: str
    count: str
    text: str
    button: str
    link: str
    url: str
    is_example: bool = False


@require_safe
def home(request):
    """In one screen what Regio Zwolle is and what can be done now; then what it wants and has yielded."""
    version = Version.objects.current()
    provinces = Partner.objects.municipalities().by_province()
    places = [place for province in provinces for place in province.places]
    by_kind = elements_by_kind(version)
    figures = shown_figures()
    return render(
        request,
        "home.html",
        {
            "map": region_map(places),
            "provinces": provinces,
            "members": members(places, provinces),
            "version": version,
            "ambition": next(iter(by_kind.get(ElementKind.AMBITION, [])), None),
            "principles": linked_principles(by_kind.get(ElementKind.PRINCIPLE, [])),
            "regional_ambitions": by_kind.get(ElementKind.REGIONAL, []),
            "lines": lines_with_goals(by_kind),
            "open_now": open_now(),
            "figures": figures,
            "achieved": next(iter(figures), None),
            "life": followed(by_kind.get(ElementKind.REGIONAL, [])),
            **milestones(),
        },
    )


def members(municipalities, provinces):
    """'22 gemeenten, 4 provincies'."""
    return f"{counted(len(municipalities), 'gemeente,gemeenten')}, {counted(len(provinces), 'provincie,provincies')}"


def elements_by_kind(version):
    """The elements of `version` with their words now and before, by their kind, in the order of the agenda."""
    elements = Element.objects.in_version(version).with_earlier_text(version).exclude(kind=ElementKind.PARAGRAPH)
    by_kind = {}
    for element in elements:
        by_kind.setdefault(element.kind, []).append(element)
    return by_kind


def shown_figures():
    """Of the first headlines that were achieved those with a value."""
    found = Indicator.objects.public().headlines().filter(nature=IndicatorNature.ACHIEVED).with_values()[:FIGURES]
    return [figure for figure in found if figure.shown]


def open_now():
    """The consultation that is open, or that there is none."""
    consultation = Consultation.objects.open().first()
    if consultation is None:
        return OpenNow(
            heading="Nu niets open",
            count="",
            text="Er loopt nu geen consultatie. U kunt de agenda wel lezen, en zien wat er eerder is gevraagd.",
            button="Lees de agenda",
            link="Bekijk eerdere consultaties",
            url=reverse("consultation:list"),
        )
    return OpenNow(
        heading="Nu open",
        count=consultation.countdown,
        text=f"{consultation.title}. Reageren kan tot en met {moment(consultation.last_minute)}.",
        button="Lees en reageer",
        link="Bekijk alle stappen",
        url=consultation.get_absolute_url(),
        is_example=consultation.is_example,
    )


def linked_principles(principles):
    """The words of the guiding principles, each as a link, as HTML; "" when there are none."""
    links = [(principle.get_absolute_url(), principle.wording_text) for principle in principles]
    return format_html_join(" en ", '<a href="{}">{}</a>', links)


def lines_with_goals(by_kind):
    """The implementation lines and the closing piece, each with its goals as `goals`."""
    lines = by_kind.get(ElementKind.LINE, []) + by_kind.get(ElementKind.CLOSING, [])
    for line in lines:
        line.goals = [goal for goal in by_kind.get(ElementKind.GOAL, []) if goal.parent_id == line.pk]
    return lines


def milestones():
    """The main `milestones`, each with `words`, and `conflicts`: those of which the sources do not agree."""
    found = list(Milestone.objects.public().filter(is_main=True).select_related("source"))
    for milestone in found:
        milestone.words = ". ".join(filter(None, [milestone.title, milestone.text]))
    return {"milestones": found, "conflicts": [milestone for milestone in found if milestone.conflict]}
