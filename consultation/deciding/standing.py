"""How the bodies of a dossier stand together on a day: one function for each question, used by all pages and files.

A Standing is what is known of one body. The functions below count Standings and read nothing, so that a count by hand
can be laid beside them (tests/test_standing.py does so for ten thousand dossiers).
"""

from dataclasses import dataclass
from decimal import Decimal

from consultation.deciding.models.position import Position
from consultation.deciding.models.rule import Rule
from partners.ground.templatetags.dutch import counted, euro


@dataclass(frozen=True)
class Standing:
    """One body in a dossier on a day.

    `position` is on the whole and `on` on each component, by its key. `asked` is what each component costs it in euros,
    without those that it pays nothing for; None is not known. `given` is what it decided to pay, as far as it said so.
    `inhabitants` are those of a municipality, None when they are not known, and 0 of others: a province counts the
    same people once more.
    """

    body_kind: str
    position: Position
    on: dict[int, Position]
    asked: dict[int, Decimal | None]
    given: dict[int, Decimal]
    inhabitants: int | None = None


@dataclass(frozen=True)
class Carried:
    """How a dossier stands by its rule: `agreed` of the `counted` bodies agreed without a condition.

    `needed` is how many the rule asks for, None when no rule counts the whole. `open` still decide, or again.
    """

    agreed: int
    needed: int | None
    counted: int
    open: int
    conditional: int

    @property
    def is_carried(self):
        return self.needed is not None and self.counted > 0 and self.agreed >= self.needed

    @property
    def is_out_of_reach(self):
        """Whether it cannot be carried any more, also when all that is open and every condition would be settled."""
        return self.needed is not None and self.agreed + self.open + self.conditional < self.needed

    @property
    def verdict(self):
        """Whether the whole is carried, in words to begin a sentence with; "" when no rule counts the whole."""
        if self.needed is None:
            return ""
        if self.is_carried:
            return "Aangenomen"
        return "Kan niet meer worden aangenomen" if self.is_out_of_reach else "Nog niet aangenomen"


def counted_by(rule, rule_kind, standings):
    """The Standings that the rule counts: by kind those of that kind, and otherwise all that are given."""
    return [one for one in standings if one.body_kind == rule_kind] if rule == Rule.KIND else list(standings)


def needed_by(rule, rule_count, total):
    """How many of `total` bodies must agree by the rule; None without a rule on the whole."""
    if rule in (Rule.ALL, Rule.KIND):
        return total
    if rule == Rule.MAJORITY:
        return total // 2 + 1
    return rule_count if rule == Rule.COUNT else None


def carried(standings, *, rule=Rule.NONE, rule_count=None, rule_kind=""):
    """How a dossier stands by its rule, as Carried."""
    counted = counted_by(rule, rule_kind, standings)
    return Carried(
        agreed=sum(one.position == Position.AGREED for one in counted),
        needed=needed_by(rule, rule_count, len(counted)),
        counted=len(counted),
        open=sum(one.position.is_open for one in counted),
        conditional=sum(one.position == Position.CONDITION for one in counted),
    )


# In which amount of a ComponentShare falls what a body is asked.
DRAWERS = ["pledged", "conditional", "unsaid", "open", "out", "short"]
# What is said of each amount of a ComponentShare beside what is pledged.
FURTHER = [
    "met een voorwaarde",
    "gevraagd van wie meedoet, maar nog geen bedrag noemde",
    "gevraagd van wie nog besluit",
    "gevraagd van wie niet meedoet",
    "minder toegezegd dan gevraagd",
]


@dataclass(frozen=True)
class ComponentShare:
    """Who takes part in one component, and how much of its money is promised; all amounts are in euros.

    What a body is asked falls in one: `pledged`, or with a `conditional` yes, both as it said itself; `unsaid`, of who
    takes part and did not say how much; `open`, of who has still to decide; `out`, of who does not take part.
    What somebody pledged less than it is asked is `short`, so together they are what is needed, or more.
    `unknown` is of how many bodies nothing is known of what it would cost them, nor what they give, and `known` of how
    many it is. The inhabitants are those that are known; `are_all_counted` says whether that is all of them.
    """

    bodies: int
    taking_part: int
    inhabitants: int
    all_inhabitants: int
    are_all_counted: bool
    pledged: Decimal
    conditional: Decimal
    unsaid: Decimal
    open: Decimal
    out: Decimal
    short: Decimal
    unknown: int
    known: int
    needed: Decimal | None

    @property
    def promised(self):
        """What is pledged; None as long as no amount is known of anybody, which is not 0."""
        return self.pledged if self.known else None

    @property
    def further(self):
        """What the amounts are beside what is pledged, in words: '€ 5 nog te besluiten; van 2 organen niet bekend'."""
        told = [f"{euro(amount)} {words}" for words, amount in zip(FURTHER, self.parts[1:], strict=True) if amount]
        if self.unknown:
            told.append(f"van {counted(self.unknown, 'orgaan,organen')} is geen bedrag bekend")
        return "; ".join(told)

    @property
    def parts(self):
        """The amounts in the order of DRAWERS and of the bar."""
        return [getattr(self, name) for name in DRAWERS]


def share_of(component, standings):
    """The ComponentShare of one component, by its key, in the Standings that pay: each partner once."""
    paying = [one for one in standings if component in one.asked or component in one.given]
    placed = [placed_in(component, one) for one in paying]
    unknown = sum(amount is None for _, amount in placed)
    part = [one for one in standings if one.on[component].takes_part]
    return ComponentShare(
        bodies=len(standings),
        taking_part=len(part),
        inhabitants=people(part),
        all_inhabitants=people(standings),
        are_all_counted=all(one.inhabitants is not None for one in standings),
        unknown=unknown,
        known=len(placed) - unknown,
        needed=needed_for(component, paying),
        short=sum((short_of(component, one) for one in paying), Decimal()),
        **{name: amount_in(name, placed) for name in DRAWERS if name != "short"},
    )


def people(standings):
    """How many inhabitants they have together, as far as that is known."""
    return sum(one.inhabitants or 0 for one in standings)


def amount_in(name, placed):
    """What is in one of DRAWERS, as far as that is known; `placed` are as `placed_in` gives them."""
    return sum((amount or 0 for where, amount in placed if where == name), Decimal())


def needed_for(component, paying):
    """What is asked of all that pay for a component; None when it is not known of one of them, or nobody is asked."""
    asked = [one.asked.get(component) for one in paying]
    is_known = None not in asked and any(component in one.asked for one in paying)
    return sum(asked, Decimal()) if is_known else None


def placed_in(component, standing):
    """(In which of DRAWERS it falls, the amount or None) of what a component costs one body."""
    asked, given = standing.asked.get(component), standing.given.get(component)
    where = drawer(standing.on[component], has_said=given is not None)
    return where, given if where in ("pledged", "conditional") else asked


def short_of(component, standing):
    """How much less a body pledged than it is asked; 0 when it did not, or that is not known."""
    asked, given = standing.asked.get(component), standing.given.get(component)
    says_less = standing.on[component].takes_part and None not in (asked, given) and given < asked
    return asked - given if says_less else Decimal()


def drawer(position, *, has_said):
    """In which of DRAWERS falls what a body in this Position is asked; `has_said` that it gave a sum."""
    if position.takes_part and has_said:
        return "pledged" if position == Position.AGREED else "conditional"
    if position.takes_part:
        return "unsaid"
    return "open" if position.is_open else "out"


def decided_count(standings):
    """How many came to a decision that holds."""
    return sum(one.position.is_decided for one in standings)


def open_count(standings):
    """How many have still to decide, or to decide again; who declines has not."""
    return sum(one.position.is_open for one in standings)
