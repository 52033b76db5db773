"""What is known of a body in a dossier: the words of every decision, and what is counted from them."""

from dataclasses import dataclass
from functools import cache, cached_property

from django.db import models


class Position(models.TextChoices):
    """What is known of a body in a dossier; the value is its class in the stylesheet."""

    AGREED = "agreed", "Ingestemd"
    CONDITION = "conditional", "Voorwaarde"
    AGAINST = "rejected", "Tegen"
    ABSTAINS = "absent", "Niet mee"
    LATER = "later", "Later"
    HELD = "held", "Aangehouden"
    WITHDRAWN = "withdrawn", "Ingetrokken"
    DECLINES = "declined", "Ziet af"
    PARTLY_KNOWN = "pending", "Deels bekend"
    UNKNOWN = "unconfirmed", "Nog niet bekend"

    @property
    def explanation(self):
        """What the word means, for the key beside the table."""
        return EXPLANATIONS[self]

    @property
    def has_pattern(self):
        """Whether the stylesheet fills a tile of it with a pattern, so that the words on it need a belt."""
        return self in PATTERNED

    @property
    def is_decided(self):
        """Whether the body came to a decision that holds: what is put off or taken back is none, nor is declining."""
        return not self.is_open and self != Position.DECLINES

    @property
    def is_open(self):
        """Whether the body has still to decide, or to decide again."""
        return self in OPEN

    @property
    def takes_part(self):
        """Whether the body agreed, with or without a condition."""
        return self in TAKES_PART

    @classmethod
    def of(cls, outcomes, *, has_step, declines=False):
        """What is known: the decision on the whole, else the least favourable on a part, else whether a step is.

        `outcomes` gives for the pk of a component, or None for the whole, the Outcome decided on it. Who `declines`
        has nothing to decide any more; what it decided before stays as it is.
        """
        decided = cls.by_outcomes(outcomes) or (cls.PARTLY_KNOWN if has_step else cls.UNKNOWN)
        return cls.DECLINES if declines and decided.is_open else decided

    @classmethod
    def by_outcomes(cls, outcomes):
        """The Position that follows from what was decided alone; None without. `outcomes` as for `of`."""
        if None in outcomes:
            return Outcome(outcomes[None]).position
        for outcome in LEAST_FAVOURABLE_FIRST:
            if outcome in outcomes.values():
                return outcome.position
        return None

    @classmethod
    def on(cls, part, outcomes, *, has_step=False, declines=False):
        """What is known on one part: what was decided on that, and without, on the whole. `outcomes` as for `of`."""
        outcome = outcomes.get(part) or outcomes.get(None)
        return cls.alone(outcome, has_step, declines)

    @classmethod
    @cache
    def alone(cls, outcome, has_step, declines):
        """What is known where one Outcome says it all, or None: one of some forty answers, asked for thousands."""
        return cls.of({None: outcome} if outcome else {}, has_step=has_step, declines=declines)


@dataclass(frozen=True)
class Knowledge:
    """What is known of one body in a dossier on a day; all that is counted or drawn of it follows from this.

    `decided` gives the newest Decision by the key of each component, or by None on the whole.
    """

    decided: dict
    has_step: bool
    declines: bool

    @cached_property
    def outcomes(self):
        """As `decided`, but the Outcome of each."""
        return {component: decision.outcome for component, decision in self.decided.items()}

    @cached_property
    def position(self):
        """The Position on the whole."""
        return Position.of(self.outcomes, has_step=self.has_step, declines=self.declines)

    def on(self, part):
        """The Position on one component, by its key."""
        return Position.on(part, self.outcomes, has_step=self.has_step, declines=self.declines)


def declines(declined_on, decided_on, on):
    """Whether a body that declined on the day `declined_on`, if any, still does on the day `on`.

    It does not once it decided anything after that; `decided_on` are the days of the decisions that hold.
    """
    is_said = declined_on is not None and declined_on <= on
    return is_said and all(decided <= declined_on for decided in decided_on)


class Outcome(models.TextChoices):
    """What a body decided. That nothing is known is said by there being no decision."""

    AGREED = "ingestemd", "ingestemd"
    CONDITION = "voorwaarde", "ingestemd met een voorwaarde"
    AGAINST = "tegen", "niet ingestemd"
    ABSTAINS = "niet-mee", "doet niet mee"
    LATER = "later", "doet later mee"
    HELD = "aangehouden", "aangehouden"
    WITHDRAWN = "ingetrokken", "ingetrokken"

    @property
    def position(self):
        """The Position of the same name."""
        return Position[self.name]


# A new Outcome or Position belongs in each of these; tests/test_deciding.py says which of them it is not in yet.
LEAST_FAVOURABLE_FIRST = (
    Outcome.AGAINST,
    Outcome.WITHDRAWN,
    Outcome.HELD,
    Outcome.CONDITION,
    Outcome.AGREED,
    Outcome.LATER,
    Outcome.ABSTAINS,
)
EXPLANATIONS = {
    Position.AGREED: "heeft ingestemd",
    Position.CONDITION: "heeft ingestemd, met een voorwaarde",
    Position.AGAINST: "heeft niet ingestemd",
    Position.ABSTAINS: "doet niet mee",
    Position.LATER: "doet nu niet mee, later wel",
    Position.HELD: "heeft het besluit uitgesteld (aangehouden)",
    Position.WITHDRAWN: "heeft het besluit ingetrokken en besluit opnieuw",
    Position.DECLINES: "behandelt dit niet en besluit er dus niet over",
    Position.PARTLY_KNOWN: "er is een stap bekend, maar geen besluit",
    Position.UNKNOWN: "er is geen besluit en geen stap gevonden",
}
PATTERNED = {Position.CONDITION, Position.AGAINST, Position.HELD, Position.PARTLY_KNOWN}
TAKES_PART = (Position.AGREED, Position.CONDITION)
# Of which no decision is known.
UNDECIDED = (Position.PARTLY_KNOWN, Position.UNKNOWN)
# That has still to decide, or to decide again.
OPEN = (Position.HELD, Position.WITHDRAWN, *UNDECIDED)
# What is said after how many agreed and of how many it is not known: of one body, and of more.
FURTHER = {
    Position.CONDITION: ("stemde in met een voorwaarde", "stemden in met een voorwaarde"),
    Position.AGAINST: ("stemde niet in", "stemden niet in"),
    Position.ABSTAINS: ("doet niet mee", "doen niet mee"),
    Position.LATER: ("doet later mee", "doen later mee"),
    Position.HELD: ("hield het besluit aan", "hielden het besluit aan"),
    Position.WITHDRAWN: ("trok het besluit in", "trokken het besluit in"),
    Position.DECLINES: ("ziet ervan af", "zien ervan af"),
}
