"""Sums of money that say how much of them is known, and what our own euros draw from others."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.text import capfirst

from partners.ground.templatetags.dutch import euro, hedged
from results.models import SOURCES, Funder

# What provinces, municipalities and other partners in the region pay is ours; what others add, our work draws in.
OURS = (Funder.PROVINCE, Funder.MUNICIPALITY, Funder.REGION)
OTHERS = (Funder.STATE, Funder.OTHER)
LEVERAGE_FORMULA = "Hefboom = geld van het Rijk en van anderen, gedeeld door geld uit de regio zelf."
PER_YEAR = "Per jaar: geld van anderen in dat jaar, gedeeld door alle bijdragen van dat jaar."


@dataclass(frozen=True)
class Share:
    """What one source gives to a programme or project. An amount is None when it is not known."""

    funder: Funder
    committed: Decimal | None
    spent: Decimal | None
    qualifier: str = ""

    @property
    def label(self):
        return capfirst(self.funder.label)

    @property
    def committed_text(self):
        """The amount as its source hedges it; empty when it is not known."""
        return hedged(self.qualifier, euro(self.committed))


@dataclass(frozen=True)
class Breakdown:
    """The money of a programme or project: by source, per year, and how much of the total that explains."""

    shares: list
    total: Share | None
    years: list

    @property
    def known(self):
        """The euros of which it is known whether they come from the state, a province, a municipality or another."""
        return sum((share.committed or 0 for share in self.shares if share.funder in SOURCES), Decimal(0))

    @property
    def region(self):
        """The Share that is known only as coming from the region, or None."""
        return next((share for share in self.shares if share.funder == Funder.REGION), None)

    @property
    def is_known(self):
        """Whether there is an amount at all."""
        return bool(self.known or self.total or (self.region and self.region.committed))

    @property
    def sentence(self):
        """How much of the total is known by source: 'Van zo’n € 90 miljoen is € 22,5 miljoen uitgesplitst.'"""
        if self.total and self.known:
            return f"{euro(self.known)} van {self.total.committed_text} is uitgesplitst naar wie betaalt."
        if self.total:
            return f"Van {self.total.committed_text} is niet uitgesplitst wie betaalt."
        if self.known:
            return f"{euro(self.known)} is uitgesplitst naar wie betaalt. Het totaal is nog niet bekend."
        return "Het totaal is nog niet bekend."


def breakdown(fundings):
    """The Breakdown of a list of fundings of one programme or project; those that do not count are left out."""
    counting = [funding for funding in fundings if funding.counts]
    present = {funding.funder for funding in counting}
    funders = [*SOURCES, *([Funder.REGION] if Funder.REGION in present else [])]
    years = sorted({funding.year for funding in counting if funding.year})
    total = share_of(Funder.TOTAL, counting)
    return Breakdown(
        shares=[share_of(funder, counting) for funder in funders],
        total=total if total.committed is not None else None,
        years=[
            (year, [share_of(funder, [one for one in counting if one.year == year], year=year) for funder in funders])
            for year in years
        ],
    )


def share_of(funder, counting, *, year=None):
    """The Share of `funder`: the amount for the whole period if a source gives it, else the sum of the years.

    With `year` the amount of that year.
    """
    own = [funding for funding in counting if funding.funder == funder]
    whole = [funding for funding in own if funding.year == year]
    used = whole or own
    return Share(
        funder=Funder(funder),
        committed=added([funding.committed for funding in used]),
        spent=added([funding.spent for funding in used]),
        qualifier=used[0].qualifier if len(used) == 1 else "",
    )


def added(amounts):
    """The sum of the amounts that are known, None when none is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


@dataclass(frozen=True)
class Leverage:
    """What others pay for every euro of ours, with the two amounts it follows from."""

    name: str
    url: str
    ours: Decimal | None
    others: Decimal | None
    at_most: bool = False
    at_least: bool = False

    @property
    def factor(self):
        """Euros of others per euro of ours, or None when either is not known."""
        if not self.ours or self.others is None:
            return None
        return (self.others / self.ours).quantize(Decimal("0.01"), ROUND_HALF_UP)

    @property
    def sentence(self):
        """'Elke euro van ons trekt ten hoogste € 0,35 aan.', or what it lacks."""
        if self.factor is None:
            return "Nog niet te berekenen: niet bekend is wie hoeveel betaalt."
        hedge = {(True, True): "ongeveer ", (True, False): "ten hoogste ", (False, True): "ten minste "}
        return f"Elke euro van ons trekt {hedge.get((self.at_most, self.at_least), '')}{euro(self.factor)} aan."


def leverages(fundings):
    """A Leverage for each programme among `fundings`, in the order in which they come."""
    by_programme = {}
    for funding in fundings:
        by_programme.setdefault(funding.programme, []).append(funding)
    return [leverage(programme, breakdown(money)) for programme, money in by_programme.items()]


def leverage(programme, money):
    """The Leverage of one programme, from its Breakdown."""
    ours = [share for share in money.shares if share.funder in OURS and share.committed is not None]
    others = [share for share in money.shares if share.funder in OTHERS and share.committed is not None]
    return Leverage(
        name=programme.name,
        url=programme.get_absolute_url(),
        ours=added([share.committed for share in ours]),
        others=added([share.committed for share in others]),
        # A denominator that is "at least" makes the quotient "at most".
        at_most=any(share.qualifier for share in ours),
        at_least=any(share.qualifier for share in others),
    )


def yearly_leverages(by_year, fundings):
    """A Leverage for each year of an agenda in which all contributions and money of others are known.

    `by_year` are the pairs of a year and the Sum of its contributions; of `fundings` only what is for one year counts.
    """
    found = []
    for year, total in by_year:
        others = [one for one in fundings if one.year == year and one.funder in OTHERS and one.committed is not None]
        if total.is_complete and others:
            found.append(
                Leverage(
                    name=str(year),
                    url="",
                    ours=total.amount,
                    others=added([one.committed for one in others]),
                    at_least=any(one.qualifier for one in others),
                )
            )
    return found


def agenda_leverage(agenda, total, money):
    """What others pay for every euro that is contributed to `agenda`.

    `total` is the Sum of its contributions, `money` the Leverages of the programmes that begin in its years.
    """
    return Leverage(
        name=agenda.title,
        url=agenda.get_absolute_url(),
        ours=total.amount if total.is_complete else None,
        others=added([one.others for one in money]),
        at_least=any(one.at_least for one in money),
    )
