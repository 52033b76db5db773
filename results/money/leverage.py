"""What our own euros draw from others."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from partners.ground.templatetags.dutch import euro, exact_euro, hedged
from results.models import Funder
from results.money.funding import added, breakdown

# What provinces, municipalities and other partners in the region pay is ours; what others add, our work draws in.
OURS = (Funder.PROVINCE, Funder.MUNICIPALITY, Funder.REGION)
OTHERS = (Funder.STATE, Funder.OTHER)
LEVERAGE_FORMULA = "Hefboom = geld van het Rijk en van anderen, gedeeld door geld uit de regio zelf."
PER_YEAR = "Per jaar: geld van anderen in dat jaar, gedeeld door alle bijdragen van dat jaar."


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
    def ours_text(self):
        """What is known of ours, for a table of programmes: 'ten minste € 2 miljoen'."""
        return hedged("ten minste" if self.at_most else "", euro(self.ours or None))

    @property
    def others_text(self):
        return hedged("ten minste" if self.at_least else "", euro(self.others or None))

    @property
    def sentence_if_known(self):
        return "" if self.factor is None else self.sentence

    def reason(self, total):
        """What the leverage of an agenda follows from, or what it lacks, to set behind it.

        `total` is the Sum of the contributions.
        """
        if self.factor is not None:
            return f" Dat is {euro(self.others)} van anderen, gedeeld door {exact_euro(self.ours)} aan bijdragen."
        if self.ours is None:
            return f", want onze bijdragen zijn nog niet {'allemaal ' if total.known else ''}bekend."
        return ", want wat anderen betalen is nog niet bekend."

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
    ours, others = known_shares(money, OURS), known_shares(money, OTHERS)
    return Leverage(
        name=programme.name,
        url=programme.get_absolute_url(),
        ours=added([share.committed for share in ours]),
        others=added([share.committed for share in others]),
        # A denominator that is "at least" makes the quotient "at most".
        at_most=any(share.qualifier for share in ours),
        at_least=any(share.qualifier for share in others),
    )


def known_shares(money, funders):
    """The Shares of `funders` in a Breakdown of which the amount is known."""
    return [share for share in money.shares if share.funder in funders and share.committed is not None]


def yearly_leverages(by_year, fundings):
    """A Leverage for each year of an agenda in which all contributions and money of others are known.

    `by_year` are the pairs of a year and the Sum of its contributions; of `fundings` only what is for one year counts.
    """
    yearly = []
    for year, total in by_year:
        others = [one for one in fundings if one.year == year and one.funder in OTHERS and one.committed is not None]
        if total.is_complete and others:
            yearly.append(
                Leverage(
                    name=str(year),
                    url="",
                    ours=total.amount,
                    others=added([one.committed for one in others]),
                    at_least=any(one.qualifier for one in others),
                )
            )
    return yearly


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
