"""Which conditions that hold exclude each other, as the secretariat marked them."""

from dataclasses import dataclass

from consultation.deciding.alike.conditions import NumberedCondition
from consultation.deciding.models import Exclusion


@dataclass(frozen=True)
class ExcludingPair:
    """An Exclusion between two NumberedConditions that both still hold with the words they had."""

    exclusion: Exclusion
    one: NumberedCondition
    other: NumberedCondition

    @property
    def told(self):
        """'Voorwaarde 2 en 3 gaan niet samen.'"""
        first, second = sorted([self.one.number, self.other.number])
        return f"Voorwaarde {first} en {second} gaan niet samen."


def pairs_in(dossier, conditions):
    """An ExcludingPair for each two of the `conditions`, all of `dossier`, that are marked. One query, none of one."""
    if len(conditions) < 2:
        return []
    by_key = {key: one for one in conditions for key in one.keys}
    marked = Exclusion.objects.in_dossier(dossier)
    return [
        ExcludingPair(exclusion, by_key[exclusion.one_id], by_key[exclusion.other_id])
        for exclusion in marked
        if still_holds(by_key.get(exclusion.one_id), exclusion.one_condition)
        and still_holds(by_key.get(exclusion.other_id), exclusion.other_condition)
    ]


def still_holds(condition, words):
    """Whether a NumberedCondition, None when it does not hold any more, still says what was marked."""
    return condition is not None and condition.decision.condition == words
