"""The money of a programme or project by source: whole, per year and in its parts, as far as it is known."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from django.utils.text import capfirst

from results.models import SOURCES, Funder, Funding, Project
from results.money.amounts import UNKNOWN, Amount

# Who pays what a source tells only as coming from the region.
IN_REGION = (Funder.PROVINCE, Funder.MUNICIPALITY)
FROM_PARTS = "Wat geen bron voor het geheel noemt, is opgeteld uit de bedragen van de onderdelen en projecten."
DISAGREE = "De bronnen spreken elkaar tegen, daarom tellen wij hier niets op."


def committed(funding):
    """What a Funding says was committed, as its source hedges it."""
    return Amount.of(funding.committed, funding.qualifier)


def spent(funding):
    """What a Funding says was spent; the hedge of its source is about what was committed."""
    return Amount.of(funding.spent)


@dataclass(frozen=True)
class Ways:
    """What sources say of one amount for its whole period, for its years together, and for its parts together."""

    whole: Amount
    yearly: Amount
    below: Amount

    @property
    def best(self):
        """What is told of it: the whole where a source gives it, else the sum that says most."""
        if self.whole.is_known:
            return self.whole
        summed = max(self.yearly, self.below, key=lambda found: (found.is_known, found.is_complete, found.least))
        return summed if summed.count else self.whole

    @property
    def excess(self):
        """(What is added up, its Amount) for each sum that is certainly more than the whole."""
        sums = {"jaren": self.yearly, "onderdelen en projecten": self.below}
        return [(what, summed) for what, summed in sums.items() if summed.exceeds(self.whole)]


@dataclass(frozen=True)
class Purse:
    """What sources say of the money of one programme, line of action or project, and of its `parts`.

    `years` are those of its period, empty when that is not known. Only `fundings` that count are in it.
    """

    fundings: list[Funding]
    parts: list["Purse"] = field(default_factory=list)
    years: range = range(0)

    @cached_property
    def rows(self):
        """The fundings by funder and year, of which that of the whole period is None."""
        found = defaultdict(list)
        for funding in self.fundings:
            found[funding.funder, funding.year].append(funding)
        return found

    @cached_property
    def ways(self):
        """The Ways of each funder and of each of `committed` and `spent`."""
        return {
            (funder, says): Ways(self.stated(funder, says, None), self.yearly(funder, says), self.below(funder, says))
            for funder in Funder
            for says in (committed, spent)
        }

    def of(self, funder, says, year=None):
        """The Amount from `funder` according to `says`: `committed` or `spent`. With `year` that of one year.

        What a source gives for the whole period goes before the sum of the years or of the parts.
        """
        return self.stated(funder, says, year) if year else self.ways[funder, says].best

    def stated(self, funder, says, year):
        """What is said of one year, or for None of the whole period; without a row it is an Amount of nothing."""
        return Amount.sum(map(says, self.rows.get((funder, year), ())))

    def yearly(self, funder, says):
        """The sum of the years; a year of the period of which nothing is said is not known."""
        said = {year for one, year in self.rows if one == funder and year}
        if not said:
            return Amount()
        return Amount.sum(self.stated(funder, says, year) if year in said else UNKNOWN for year in said | {*self.years})

    def below(self, funder, says):
        """The sum of the parts; there may be more that belongs to no part."""
        found = Amount.sum(part.of(funder, says) for part in self.parts)
        return found.or_more() if found.is_told else Amount(count=found.count, most=found.most)

    def from_region(self, says, year=None):
        """What the partners in the region give: together, or provinces and municipalities where they are told apart."""
        region = self.of(Funder.REGION, says, year)
        partners = Amount.sum(self.of(funder, says, year) for funder in IN_REGION)
        if not region.is_known:
            return partners
        return partners.or_more() if partners.is_known and partners.least > region.least else region

    def together(self, says, year=None):
        """The least that all who pay give together, whether or not a source tells the region's partners apart."""
        apart = Amount.sum(self.of(funder, says, year) for funder in (*IN_REGION, Funder.OTHER))
        region = self.of(Funder.REGION, says, year)
        return self.of(Funder.STATE, says, year) + max(apart, region, key=attrgetter("is_known", "least"))

    @property
    def own_years(self):
        """The years that have an amount of their own, in order."""
        return sorted({year for funder, year in self.rows if year})

    @property
    def is_from_parts(self):
        """Whether an amount that is told of it is the sum of its parts."""
        return any(way.below.is_told and way.best == way.below for way in self.ways.values())

    @cached_property
    def disagreements(self):
        """A sentence for each place where parts are certainly more than their whole, those of its parts first."""
        found = [sentence for part in self.parts for sentence in part.disagreements]
        for verb, says in (("toegezegd", committed), ("besteed", spent)):
            found += [f"{capfirst(words)} ({verb})." for words in self.excesses(says)]
        return found

    def excesses(self, says):
        """As `disagreements`, of its own amounts and of one of `committed` and `spent`, as words."""
        for funder in Funder:
            whole = self.ways[funder, says].whole
            for what, summed in self.ways[funder, says].excess:
                yield f"{funder.label}: de {what} samen zijn {summed.text}, meer dan het geheel van {whole.text}"
        for year in [None, *self.own_years]:
            when = f"in {year}: " if year else ""
            region = self.of(Funder.REGION, says, year)
            partners = Amount.sum(self.of(funder, says, year) for funder in IN_REGION)
            if partners.exceeds(region):
                yield f"{when}provincie en gemeenten geven {partners.text}, meer dan de {region.text} van de regio"
            total, together = self.of(Funder.TOTAL, says, year), self.together(says, year)
            if together.exceeds(total):
                yield f"{when}wie betaalt, geeft samen {together.text}, meer dan het totaal van {total.text}"


def purse_of(owner, fundings):
    """The Purse of a Programme or Project with its parts, from `fundings` of all of them, read with_owners."""
    own, below = defaultdict(list), defaultdict(dict)
    for funding in fundings:
        if funding.counts:
            one = funding.programme or funding.project
            own[one].append(funding)
            while one != owner and not is_presumed(one) and (whole := above(one)):
                below[whole][one] = True
                one = whole
    return filled(owner, own, below)


def purses_of(programmes, fundings):
    """(Programme, its Purse) for each of whole `programmes`, from the `fundings` of all of them."""
    return [
        (one, purse_of(one, [funding for funding in fundings if whole_of(funding.programme or funding.project) == one]))
        for one in programmes
    ]


def whole_of(owner):
    """The programme that a project, a line of action or a programme is in the end a part of."""
    while (further := above(owner)) is not None:
        owner = further
    return owner


def is_presumed(owner):
    """Whether no source confirms that it is a part of what it stands under; then its money does not count there."""
    return isinstance(owner, Project) and owner.is_presumed


def above(owner):
    """What a project or programme is a part of, or None."""
    return (owner.parent or owner.programme) if isinstance(owner, Project) else owner.parent


def filled(owner, own, below):
    """The Purse of `owner`, from the fundings and the parts by their owner."""
    return Purse(
        fundings=own.get(owner, []),
        parts=[filled(part, own, below) for part in below.get(owner, ())],
        years=range(0) if isinstance(owner, Project) else owner.years,
    )


@dataclass(frozen=True)
class Share:
    """What one source gives to a programme or project."""

    funder: Funder
    committed: Amount
    spent: Amount

    @property
    def label(self):
        return capfirst(self.funder.label)


@dataclass(frozen=True)
class Breakdown:
    """The money of a programme or project: by source, per year, and how much of the total that explains.

    `disagreements` are sentences that say where its sources give more for the parts than for the whole;
    `is_from_parts` that amounts of lines of action and projects are added up in it.
    """

    shares: list[Share]
    total: Share
    years: list[tuple[int, list[Share]]]
    disagreements: list[str]
    is_from_parts: bool = False

    @property
    def explained(self):
        """What is known to come from the state, a province, a municipality or another, added up."""
        return Amount.sum(share.committed for share in self.shares if share.funder in SOURCES)

    @property
    def region(self):
        """The Share that is known only as coming from the region, or None."""
        return next((share for share in self.shares if share.funder == Funder.REGION), None)

    @property
    def region_sentence(self):
        """What is known only as coming from the region, in a sentence; empty when there is none."""
        text = self.region.committed.text if self.region else ""
        return f"Van {text} is alleen bekend dat het uit de regio komt." if text else ""

    @property
    def origin(self):
        """Where amounts come from that no source gives for the whole; empty when there are none."""
        return FROM_PARTS if self.is_from_parts else ""

    @property
    def is_known(self):
        """Whether there is an amount at all."""
        return any(share.committed.is_known or share.spent.is_known for share in [*self.shares, self.total])

    @property
    def is_whole(self):
        """Whether of each source, named or not, it is known what it gives, zero included."""
        return all(share.committed.is_complete for share in self.shares if share.funder in SOURCES)

    @property
    def sentence(self):
        """How much of the total is known by source: 'Van € 22,5 miljoen weten wij wie betaalt.'"""
        if self.disagreements:
            return DISAGREE
        total, explained = self.total.committed, self.explained
        if total.is_told and explained.is_told:
            return f"Van {explained.text} weten wij wie betaalt. Het totaal is {total.text}."
        if total.is_told:
            return f"Van {total.text} is nog niet bekend wie betaalt."
        if self.is_whole:
            return f"Samen {explained.text}. Van elke bron is bekend wat die betaalt."
        if explained.is_told:
            return f"Van {explained.text} weten wij wie betaalt. Het totaal is nog niet bekend."
        return "Het totaal is nog niet bekend."


def breakdown(purse):
    """The Breakdown of a Purse."""
    region = [Funder.REGION] if purse.of(Funder.REGION, committed).count else []
    # Always these four, and the region only where a source does not tell its partners apart.
    funders = [*SOURCES, *region]
    return Breakdown(
        shares=shares_of(purse, funders),
        total=shares_of(purse, [Funder.TOTAL])[0],
        years=[(year, shares_of(purse, funders, year)) for year in purse.own_years],
        disagreements=purse.disagreements,
        is_from_parts=purse.is_from_parts,
    )


def shares_of(purse, funders, year=None):
    """The Share of each of `funders`; with `year` in that year."""
    return [Share(funder, purse.of(funder, committed, year), purse.of(funder, spent, year)) for funder in funders]
