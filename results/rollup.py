"""What became of the targets of more goals together, with the weight of each in sight and what is not known apart.

Only targets that are reached or missed count; what is under way, or cannot be said, is told beside it and is no part
of the sum. So the sum never looks better or worse by what nobody measured.
"""

from dataclasses import dataclass

from agenda.models import Element
from partners.ground.templatetags.dutch import counted, number
from results.goals import measures_of
from results.models import GoalWeight, TargetWord
from results.targets import verdicts_on

USUAL = 1
UNTOLD = "Telt één keer: er is geen ander gewicht gekozen."


@dataclass(frozen=True)
class GoalSum:
    """One goal in the sum: its weight with the reason, and how many of its targets were reached and missed."""

    goal: Element
    weight: int
    reason: str
    reached: int
    missed: int
    others: int

    @property
    def judged(self):
        return self.reached + self.missed

    @property
    def told(self):
        """'2 van de 3 gehaald', and how many cannot be judged; "" when it has no target."""
        said = [f"{self.reached} van de {self.judged} gehaald"] if self.judged else []
        said += [f"{counted(self.others, 'doel,doelen')} nog niet te beoordelen"] if self.others else []
        return ", ".join(said)


@dataclass(frozen=True)
class RollUp:
    """The goals of a line, or of a whole agenda, with their sum."""

    goals: list[GoalSum]

    @property
    def known(self):
        return [one for one in self.goals if one.judged]

    @property
    def share(self):
        """Of the weight that can be judged, the part that was reached, in whole percents; None without any."""
        weight = sum(one.weight for one in self.known)
        reached = sum(one.weight * one.reached / one.judged for one in self.known)
        return round(100 * reached / weight) if weight else None

    @property
    def unknown_share(self):
        """The part of all weight of which nothing can be judged yet, in whole percents."""
        weight = sum(one.weight for one in self.goals)
        return round(100 * (weight - sum(one.weight for one in self.known)) / weight)

    @property
    def sentence(self):
        """How far it is, and how much of that is not known."""
        total, known = len(self.goals), len(self.known)
        goals = counted(total, "opgave,opgaven")
        if not known:
            return f"Van geen van de {goals} is nu te zeggen of een doel is gehaald."
        others = "opgave" if total - known == 1 else number(total - known)
        rest = f" Van de andere {others} ({self.unknown_share}% van het gewicht) is dat nog niet bekend."
        return (
            f"Van {known} van de {goals} is te zeggen of een doel is gehaald: samen voor {self.share}%."
            f"{rest if total > known else ''}"
        )


def roll_up(goals):
    """The RollUp of `goals`, in their order, or None without any; as many queries for one as for all."""
    goals = list(goals)
    if not goals:
        return None
    weights = {one.element_id: one for one in GoalWeight.objects.filter(element__in=goals)}
    return RollUp([sum_of(measures, weights.get(measures.goal.pk)) for measures in measures_of(goals)])


def sum_of(measures, weight):
    words = [verdict.word for indicator in measures.outcomes for verdict in verdicts_on(indicator).rows]
    reached, missed = words.count(TargetWord.REACHED), words.count(TargetWord.MISSED)
    return GoalSum(
        goal=measures.goal,
        weight=weight.weight if weight else USUAL,
        reason=weight.reason if weight else UNTOLD,
        reached=reached,
        missed=missed,
        others=len(words) - reached - missed,
    )
