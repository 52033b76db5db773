"""Sums of money for a programme or project that say how much of them is known."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.text import capfirst

from partners.ground.templatetags.dutch import euro, hedged
from results.models import SOURCES, Funder


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
    def region_sentence(self):
        """What is known only as coming from the region, in a sentence; empty when there is none."""
        text = self.region.committed_text if self.region else ""
        return f"Van {text} is alleen bekend dat het uit de regio komt." if text else ""

    @property
    def spent_in_total(self):
        """The euros that were spent according to the source of the total; None when that is not known."""
        return self.total.spent if self.total else None

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
    funders = funders_of(counting)
    total = share_of(Funder.TOTAL, counting)
    return Breakdown(
        shares=[share_of(funder, counting) for funder in funders],
        total=total if total.committed is not None else None,
        years=[(year, shares_in(year, funders, counting)) for year in years_of(counting)],
    )


def funders_of(counting):
    """The sources to name: always SOURCES, and the region only where a source does not tell its partners apart."""
    region = [Funder.REGION] if any(funding.funder == Funder.REGION for funding in counting) else []
    return [*SOURCES, *region]


def years_of(counting):
    """The years that have an amount of their own, in order."""
    return sorted({funding.year for funding in counting if funding.year})


def shares_in(year, funders, counting):
    """The Share of each of `funders` in `year`."""
    of_year = [funding for funding in counting if funding.year == year]
    return [share_of(funder, of_year, year=year) for funder in funders]


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
