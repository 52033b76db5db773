"""Who pays what for an agenda: a tariff per inhabitant, times the inhabitants, for all that a partner takes part in.

Nothing of it is stored. A tariff or a number of inhabitants that is not known leaves the contribution unknown, and
a sum says of how many contributions it is the sum.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

from agenda.models import Element, Participation, ParticipationRole
from partners.ground.templatetags.dutch import day, exact_euro, number
from partners.ground.templatetags.dutch import years as year_span
from partners.models import Partner, Population
from results.models import Payer, Tariff

CENT = Decimal("0.01")
FORMULA = "Bijdrage = tarief per inwoner × aantal inwoners op de peildatum."
RULES = [
    "Gerekend wordt voor elk onderdeel waaraan de partner op 1\N{NO-BREAK SPACE}januari van dat jaar meedoet.",
    "Wie niet meedoet of alleen volgt, betaalt niet mee.",
    "Gemeenten en provincies kunnen een eigen tarief hebben. Andere partners betalen niet per inwoner.",
]


@dataclass(frozen=True)
class Contribution:
    """What one partner pays for one part of the agenda in one year, and what that follows from."""

    partner: Partner
    element: Element
    year: int
    tariff: Tariff | None
    population: Population | None

    @property
    def amount(self):
        """In euros, rounded to cents; None when the tariff or the number of inhabitants is not known."""
        if self.tariff is None or self.population is None:
            return None
        return (self.tariff.amount * self.population.count).quantize(CENT, ROUND_HALF_UP)

    @property
    def missing(self):
        """What must become known before it can be computed, or ""."""
        if self.tariff is None:
            return "het tarief is nog niet bekend"
        if self.population is None:
            return f"het aantal inwoners op {day(self.tariff.inhabitants_on)} is nog niet bekend"
        return ""

    @property
    def calculation(self):
        """The formula with its numbers filled in: '€ 1,80 × 30.264 inwoners'; empty when something is missing."""
        return "" if self.missing else f"{exact_euro(self.tariff.amount)} × {number(self.population.count)} inwoners"


@dataclass(frozen=True)
class Sum:
    """A sum of contributions that owns up to what it lacks."""

    amount: Decimal
    known: int
    count: int

    @classmethod
    def of(cls, contributions):
        amounts = [contribution.amount for contribution in contributions]
        known = [amount for amount in amounts if amount is not None]
        return cls(amount=sum(known, Decimal(0)), known=len(known), count=len(amounts))

    @property
    def text(self):
        """The sum to the cent; empty when nothing of it is known."""
        return exact_euro(self.amount) if self.known else ""

    @property
    def lacks(self):
        """How many of its contributions are not known."""
        return self.count - self.known

    @property
    def note(self):
        """'3 van 5 bekend'; empty when nothing is missing or nothing is known."""
        return f"{self.known} van {self.count} bekend" if self.known and self.lacks else ""

    @property
    def as_far_as_known(self):
        """What to say behind a sum of which something is missing."""
        return " voor zover bekend" if self.lacks else ""

    @property
    def missing_sentence(self):
        return f" Van {self.lacks} is het bedrag nog niet bekend." if self.lacks else ""

    @property
    def is_complete(self):
        """Whether there is something to add up and nothing of it is missing."""
        return self.known == self.count > 0


@dataclass(frozen=True)
class Contributions:
    """All contributions to an agenda, by part, year and partner."""

    years: range
    elements: list
    rows: list

    @property
    def total(self):
        return Sum.of(self.rows)

    @property
    def sentence(self):
        """What all pay together, or that it is not known."""
        total = self.total
        if not total.known:
            return "De bijdrage per inwoner is nog niet bekend. Daarom is nog niet te berekenen wie wat betaalt."
        hedge = "" if total.is_complete else ", voor zover bekend"
        return f"Samen {total.text} in {year_span(self.years[0], self.years[-1])}{hedge}."

    def narrowed(self, *, year=None, element=None, partner=None):
        """The rows that fit every choice: a year, the code of an element, the slug of a partner."""
        return [
            row
            for row in self.rows
            if (year is None or row.year == year)
            and (not element or row.element.code == element)
            and (not partner or row.partner.slug == partner)
        ]

    @property
    def partners(self):
        """Who pays, by name."""
        return sorted({row.partner for row in self.rows}, key=lambda partner: partner.name.casefold())

    @property
    def by_element(self):
        """(element, (year, Sum) for each year, the Sum of those years), in reading order."""
        return self.table([(element, element.code, None) for element in self.elements])

    @property
    def by_partner(self):
        """(partner, (year, Sum) for each year, the Sum of those years), by name: a list, not a ranking."""
        return self.table([(partner, None, partner.slug) for partner in self.partners])

    @property
    def by_year(self):
        """(year, the Sum of it)."""
        return [(year, Sum.of(self.narrowed(year=year))) for year in self.years]

    def table(self, heads):
        lines = []
        for head, element, partner in heads:
            rows = self.narrowed(element=element, partner=partner)
            by_year = [(year, Sum.of([row for row in rows if row.year == year])) for year in self.years]
            lines.append((head, by_year, Sum.of(rows)))
        return lines


def contributions(agenda, elements, *, tariffs, parts=None, counts=None):
    """The Contributions to `agenda`, of which `elements` are the lines; two queries.

    `tariffs` are its Tariffs. A tariff for a goal is paid by those who take part in that goal or in its line. Whoever
    has read the participations of one partner, or its numbers of inhabitants, gives them as `parts` and `counts`.
    """
    years = range(agenda.first_year, agenda.last_year + 1)
    parts = taking_part(agenda) if parts is None else [part for part in parts if pays(part)]
    due = tariffs_due(parts, years, tariffs)
    populations = populations_on(due, counts)
    rows = [
        Contribution(partner, element, year, tariff, tariff and populations.get((partner.pk, tariff.inhabitants_on)))
        for (partner, element, year), tariff in due.items()
    ]
    rows.sort(key=lambda row: (row.year, row.partner.name.casefold(), row.element.position))
    paid_for = {row.element for row in rows} | set(elements)
    return Contributions(years=years, elements=sorted(paid_for, key=lambda element: element.position), rows=rows)


def tariffs_due(parts, years, tariffs):
    """For each (partner, element, year) that is paid for its Tariff, or None when that is not known."""
    by_key = {(tariff.element_id, tariff.year, tariff.payer): tariff for tariff in tariffs}
    goals = {tariff.element for tariff in tariffs if tariff.element.parent_id}
    due = {}
    for part in parts:
        paid = [part.element, *(goal for goal in goals if goal.parent_id == part.element_id)]
        for year, element in product(years, paid):
            tariff = by_key.get((element.pk, year, part.partner.kind))
            # Of a line it is said that the tariff is not known; a goal has one of its own only by exception.
            if takes_part_in(part, year) and (tariff or not element.parent_id):
                due[part.partner, element, year] = tariff
    return due


def taking_part(agenda):
    """The participations of municipalities and provinces that pay, invented ones in an example agenda only."""
    parts = Participation.objects.public().filter(element__agenda=agenda, partner__kind__in=Payer.values)
    parts = parts.exclude(role=ParticipationRole.FOLLOWER).select_related("partner", "element")
    return parts if agenda.is_example else parts.real()


def pays(part):
    """Whether a participation is one to pay for."""
    return part.partner.kind in Payer.values and part.role != ParticipationRole.FOLLOWER


def takes_part_in(part, year):
    """Whether the participation holds on 1 January of `year`; an end that is not known lies open."""
    first = date(year, 1, 1)
    return (part.starts_on is None or part.starts_on <= first) and (part.ends_on is None or part.ends_on >= first)


def populations_on(due, counts):
    """The counts that are computed with, the firmest first, by partner and day. One query, or none with `counts`.

    `due` is as `tariffs_due` gives it; `counts` are Populations, the firmest first, or None to read them.
    """
    wanted = {(partner.pk, tariff.inhabitants_on) for (partner, *_), tariff in due.items() if tariff}
    if not wanted:
        return {}
    if counts is None:
        counts = Population.objects.filter(
            partner__in={partner for partner, on in wanted}, reference_on__in={on for partner, on in wanted}
        ).latest_first()
    # Read from behind, so that of two counts on one day the firmest stays.
    return {(count.partner_id, count.reference_on): count for count in reversed(counts)}
