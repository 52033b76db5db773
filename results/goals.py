"""What says whether a goal of the agenda succeeds: what was agreed about that, and what is measured of it.

Money that goes in, a promise and a contribution say nothing of what comes out. They are counted here, so that a reader
knows that they are there, and never taken for a measure.
"""

from collections import defaultdict
from dataclasses import dataclass

from agenda.models import Element
from partners.ground.templatetags.dutch import counted, counted_in_words
from results.models import OUTCOMES, AgreedMeasure, Indicator
from results.sections import HERE


@dataclass(frozen=True)
class GoalMeasures:
    """One goal, what was agreed to see it by, its figures of what comes out, and how many others it has."""

    goal: Element
    agreed: list[AgreedMeasure]
    outcomes: list[Indicator]
    other_count: int

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
