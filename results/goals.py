"""What says whether a goal of the agenda succeeds: what was agreed about that, and what is measured of it.

Money that goes in, a promise and a contribution say nothing of what comes out. They are counted here, so that a reader
knows that they are there, and never taken for a measure.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.html import format_html, format_html_join

from agenda.models import Element, Participation
from partners.ground.templatetags.dutch import counted, counted_in_words
from partners.models import Partner
from results.models import OUTCOMES, AgreedMeasure, Indicator
from results.sections import HERE


@dataclass(frozen=True)
class GoalMeasures:
    """One goal, what was agreed to see it by, its figures of what comes out, and how many others it has."""

    goal: Element
    agreed: list[AgreedMeasure]
    outcomes: list[Indicator]
    other_count: int
    leads: list[Partner] = field(default_factory=list)

    @property
    def asked(self):
        """Whom to ask about it, as safe HTML; empty when it is not known who leads it."""
        leads = [(one.get_absolute_url(), one) for one in self.leads]
        links = format_html_join(", ", '<a href="{}">{}</a>', leads)
        return format_html("Te vragen aan: {}", links) if leads else ""

    @property
    def others(self):
        """That there are figures of money and promises, and what they do not say; empty without any."""
        if not self.other_count:
            return ""
        figures, verb = (
            counted_in_words(self.other_count, "cijfer,cijfers"),
            "gaat" if self.other_count == 1 else "gaan",
        )
        return f"{figures} {verb} over geld of een toezegging. Dat zegt niet of de opgave lukt."


def measures_of(goals):
    """The GoalMeasures of each of `goals`, in their order; as many queries for one as for all."""
    goals = list(goals)
    leads = list(Participation.objects.public().leading(goals, timezone.localdate())) if goals else []
    agreed, figures = defaultdict(list), defaultdict(list)
    for measure in AgreedMeasure.objects.filter(element__in=goals).told():
        agreed[measure.element_id].append(measure)
    links = Indicator.objects.public().filter(elements__in=goals).distinct().prefetch_related("elements")
    for indicator in links.order_by("nature", "headline_position", "name", "pk").with_recent_values():
        for element in indicator.elements.all():
            figures[element.pk].append(indicator)
    return [
        GoalMeasures(
            goal=goal,
            agreed=agreed[goal.pk],
            outcomes=[one for one in figures[goal.pk] if one.nature in OUTCOMES and one.scope in HERE],
            other_count=sum(one.nature not in OUTCOMES for one in figures[goal.pk]),
            leads=[one.partner for one in leads if one.element_id in (goal.pk, goal.parent_id)],
        )
        for goal in goals
    ]


def agreed_in_words(measures):
    """Of how many goals a measure was agreed, in a sentence; `measures` has the GoalMeasures of all."""
    total, agreed = len(measures), sum(bool(one.agreed) for one in measures)
    if not total:
        return "Er is nog geen agenda met opgaven."
    if not agreed:
        return (
            f"Van geen van de {counted(total, 'opgave,opgaven')} zegt een bron dat is afgesproken "
            "waaraan te zien is of die lukt."
        )
    rest = total - agreed
    others = f" Van de andere {rest} zegt geen bron dat." if rest else ""
    return (
        f"Van {agreed} van de {counted(total, 'opgave,opgaven')} is afgesproken waaraan te zien is of die lukt.{others}"
    )
