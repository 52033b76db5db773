"""What our own euros draw from others."""

from dataclasses import dataclass

from partners.ground.templatetags.dutch import euro, listed
from results.models import Funder
from results.money.amounts import Amount
from results.money.funding import committed

# What provinces, municipalities and other partners in the region pay is ours; what others add, our work draws in.
OTHERS = {Funder.STATE: "van het Rijk", Funder.OTHER: "van anderen"}
IN_REGION_NAMED = {Funder.PROVINCE: "provincies", Funder.MUNICIPALITY: "gemeenten"}
CONTRIBUTED = "aan bijdragen"
LEVERAGE_FORMULA = (
    "Geld van anderen per euro = geld van het Rijk en van anderen, gedeeld door geld uit de regio zelf. "
    "Dit heet ook wel de hefboom."
)
PER_YEAR = "Per jaar: geld van anderen in dat jaar, gedeeld door alle bijdragen van dat jaar."


@dataclass(frozen=True)
class Leverage:
    """What others pay for every euro of ours, with the two Amounts it follows from.

    `whose` and `by_whom` name the payers of both, for nothing is said of others. Where the sources `disagree`, nothing
    is computed.
    """

    name: str
    url: str
    ours: Amount
    others: Amount
    whose: str = "uit de regio"
    by_whom: str = "van anderen"
    disagree: bool = False

    @property
    def ratio(self):
        """Euros of others per euro of ours as an Amount, or None when it cannot be said."""
        return None if self.disagree else self.others.per(self.ours)

    @property
    def factor(self):
        """Euros of others per euro of ours in whole cents, or None when it cannot be said."""
        return self.ratio.rounded if self.ratio else None

    @property
    def sentence_if_known(self):
        return "" if self.ratio is None else self.sentence

    def reason(self, total):
        """What the leverage of an agenda follows from, or what it lacks, to set behind it.

        `total` is the Amount of all contributions.
        """
        if self.ratio is not None:
            return f" Dat is {self.others.text} {self.by_whom}, gedeeld door {self.ours.to_the_cent} aan bijdragen."
        if self.disagree:
            return ", want de bronnen spreken elkaar tegen."
        if not self.ours.is_known:
            return f", want onze bijdragen zijn nog niet {'allemaal ' if total.is_known else ''}bekend."
        if not self.ours.euros:
            return ", want er zijn geen bijdragen."
        return ", want wat anderen betalen is nog niet bekend."

    @property
    def sentence(self):
        """'Tegenover elke euro uit de regio staat ten hoogste € 0,35 van het Rijk.', or what it lacks."""
        if self.disagree:
            return "Niet te berekenen: de bronnen spreken elkaar tegen."
        if self.ours.is_complete and not self.ours.euros:
            return "Niet te berekenen: uit de regio komt niets."
        if self.ratio is None:
            return "Nog niet te berekenen: niet bekend is wie hoeveel betaalt."
        drawn = f"{self.ratio.hedge} {euro(self.factor)}".strip()
        return f"Tegenover elke euro {self.whose} staat {drawn} {self.by_whom}."


def leverage(programme, purse):
    """The Leverage of one programme, from its Purse."""
    return Leverage(
        name=programme.name,
        url=programme.get_absolute_url(),
        ours=purse.from_region(committed),
        others=of_others(purse),
        whose=named_in_region(purse),
        by_whom=named_others([purse]),
        disagree=bool(purse.disagreements),
    )


def of_others(purse, year=None):
    """What others than the partners in the region commit; with `year` in that year."""
    return Amount.sum(purse.of(funder, committed, year) for funder in OTHERS)


def named_in_region(purse):
    """Whose money `from_region` is, as words behind it."""
    if purse.of(Funder.REGION, committed).is_known:
        return "uit de regio"
    named = [who for funder, who in IN_REGION_NAMED.items() if purse.of(funder, committed).count]
    return f"van {listed(named)}" if named else "uit de regio"


def named_others(purses, year=None):
    """Whose money `of_others` is of some Purses, as words behind it."""
    named = [who for funder, who in OTHERS.items() if any(purse.of(funder, committed, year).count for purse in purses)]
    return listed(named) or "van anderen"


def yearly_leverages(by_year, purses):
    """A Leverage for each year of an agenda in which all contributions and some money of others are known.

    `by_year` are the pairs of a year and the Amount of its contributions; `purses` are those of its programmes.
    """
    yearly = []
    for year, total in by_year:
        others = Amount.sum(of_others(purse, year) for purse in purses)
        if total.is_complete and total.euros and others.is_told:
            disagree = any(purse.disagreements for purse in purses)
            by_whom = named_others(purses, year)
            yearly.append(Leverage(str(year), "", total, others, CONTRIBUTED, by_whom, disagree))
    return yearly


def agenda_leverage(agenda, total, purses):
    """What others pay for every euro that is contributed to `agenda`.

    `total` is the Amount of its contributions, `purses` are those of the programmes that begin in its years.
    """
    return Leverage(
        name=agenda.title,
        url=agenda.get_absolute_url(),
        ours=total if total.is_complete else Amount(),
        others=Amount.sum(map(of_others, purses)),
        whose=CONTRIBUTED,
        by_whom=named_others(purses),
        disagree=any(purse.disagreements for purse in purses),
    )
