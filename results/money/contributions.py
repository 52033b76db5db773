"""Who pays what for an agenda: a tariff per inhabitant, times the inhabitants, for all that a partner takes part in.

Nothing of it is stored. A tariff or a number of inhabitants that is not known leaves the contribution unknown, and
a sum says of how many contributions it is the sum.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from itertools import product

from agenda.models import Element, Participation
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import counted, day, exact_euro, number
from partners.ground.templatetags.dutch import years as year_span
from partners.models import Partner, Population
from results.models import Payer, Tariff
from results.money.amounts import Amount
from results.money.payers import pays, standing_in, takes_part_in

CENT = Decimal("0.01")
FORMULA = "Bijdrage = tarief per inwoner × aantal inwoners op de peildatum."
RULES = [
    "Wij rekenen elk onderdeel mee waaraan de partner op 1\N{NO-BREAK SPACE}januari van dat jaar meedoet.",
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


def total_of(contributions):
    """The Amount of Contributions together."""
    return Amount.sum(Amount.of(contribution.amount) for contribution in contributions)


@dataclass(frozen=True)
class Contributions:
    """All contributions to an agenda, by part, year and partner."""

    years: range
    elements: list
    rows: list
    parts: list = field(default_factory=list)

    @property
    def total(self):
        return total_of(self.rows)

    @property
    def sentence(self):
        """What all pay together, or that it is not known."""
        total = self.total
        if not total.is_known:
            return "De bijdrage per inwoner is nog niet bekend. Daarom is nog niet te berekenen wie wat betaalt."
        known = f": {total.known} van de {counted(total.count, 'bijdrage,bijdragen')} bekend" if total.lacks else ""
        return f"Samen {total.to_the_cent} in {year_span(self.years[0], self.years[-1])}{known}."

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
        """Of whom it is known whether they take part, by name."""
        known = {row.partner for row in self.rows} | {part.partner for part in self.parts}
        return sorted(known, key=lambda partner: partner.name.casefold())

    @property
    def parts_in_order(self):
        """The participations by the name of the partner and the place in the agenda."""
        return sorted(self.parts, key=lambda part: (part.partner.name.casefold(), part.element.position))

    def standing(self, partner, year, total):
        """Whether a `partner` takes part in a year of which `total` is the sum; "" when that is not known.

        Of a year in which something is to be paid it says that, of another why not.
        """
        if total.count:
            return "doet mee"
        return standing_in([part for part in self.parts if part.partner_id == partner.pk], year)

    def told_per_year(self, partner):
        """(year, its Amount, what to say) of a `partner`, for each year of which something is known of it."""
        told = []
        for year in self.years:
            total = total_of(self.narrowed(year=year, partner=partner.slug))
            words = total.to_the_cent if total.count else self.standing(partner, year, total)
            told += [(year, total, words)] if words else []
        return told

    def year_of(self, today):
        """The year of the day `today`, or the nearest year of the agenda."""
        return min(max(today.year, self.years[0]), self.years[-1])

    def told_of(self, part, today):
        """What is paid for what a Participation is in, in the words of the editors and computed for this year.

        '€ 3.904,49 in 2026', 'betaalt niet mee', or "" when it is not known.
        """
        return "; ".join(filter(None, [part.contribution, self.computed_for(part, today)]))

    def computed_for(self, part, today):
        """As `told_of`, without the words of the editors."""
        year = self.year_of(today)
        if part.is_refused or part.only_follows:
            return "betaalt niet mee"
        if part.partner.kind not in Payer.values:
            return ""
        for element in (part.element_id, part.element.parent_id):
            rows = [one for one in self.rows if (one.element.pk, one.year) == (element, year)]
            rows = [one for one in rows if one.partner.pk == part.partner_id]
            if rows:
                paid = total_of(rows).to_the_cent
                own = element == part.element_id
                return paid and f"{paid} in {year}{'' if own else f', voor {rows[0].element.name}'}"
        return standing_in([part], year, today)

    @property
    def by_element(self):
        """(element, (year, Amount) for each year, the Amount of those years), in reading order."""
        return self.table([(element, element.code, None) for element in self.elements])

    @property
    def by_partner(self):
        """(partner, (year, Amount) for each year, the Amount of those years), by name: a list, not a ranking."""
        return self.table([(partner, None, partner.slug) for partner in self.partners])

    @property
    def by_year(self):
        """(year, the Amount of it)."""
        return [(year, total_of(self.narrowed(year=year))) for year in self.years]

    def table(self, heads):
        lines = []
        for head, element, partner in heads:
            rows = self.narrowed(element=element, partner=partner)
            by_year = [(year, total_of([row for row in rows if row.year == year])) for year in self.years]
            lines.append((head, by_year, total_of(rows)))
        return lines


def contributions(agenda, elements, *, tariffs, parts=None, counts=None):
    """The Contributions to `agenda`, of which `elements` are the lines; two queries.

    `tariffs` are its Tariffs. A tariff for a goal is paid by those who take part in that goal or in its line. Whoever
    has read the participations of one partner, or its numbers of inhabitants, gives them as `parts` and `counts`.
    """
    years = range(agenda.first_year, agenda.last_year + 1)
    parts = participations_in(agenda) if parts is None else [one for one in parts if one.partner.kind in Payer.values]
    due = tariffs_due(parts, years, tariffs)
    populations = populations_on(due, counts)
    rows = [
        Contribution(partner, element, year, tariff, tariff and populations.get((partner.pk, tariff.inhabitants_on)))
        for (partner, element, year), tariff in due.items()
    ]
    rows.sort(key=lambda row: (row.year, row.partner.name.casefold(), row.element.position))
    paid_for = {row.element for row in rows} | set(elements)
    elements = sorted(paid_for, key=lambda element: element.position)
    return Contributions(years=years, elements=elements, rows=rows, parts=list(parts))


def contributions_of(parts, counts=None):
    """The Contributions for Participations in one agenda, read with partner and element; None without any.

    They are computed with all its Tariffs: one query, and one for the inhabitants when these are not given as `counts`.
    """
    if not parts:
        return None
    agenda = parts[0].element.agenda
    tariffs = list(Tariff.objects.filter(element__agenda=agenda).select_related("element"))
    return contributions(agenda, [], tariffs=tariffs, parts=parts, counts=counts)


def tariffs_due(parts, years, tariffs):
    """For each (partner, element, year) that is paid for its Tariff, or None when that is not known."""
    by_key = {(tariff.element_id, tariff.year, tariff.payer): tariff for tariff in tariffs}
    goals = goals_with_tariff(tariffs)
    refused = [part for part in parts if part.is_refused]
    due, has_paid = {}, set()
    # First the lines: of a goal in a line that one pays for, nothing is due but what it has a tariff for by exception.
    for part in sorted(filter(pays, parts), key=lambda part: part.element.parent_id is not None):
        paid = [part.element, *goals[part.element_id]]
        for year, element in product(filter(partial(takes_part_in, part), years), paid):
            tariff = by_key.get((element.pk, year, part.partner.kind))
            is_own = element == part.element and (part.partner_id, element.parent_id, year) not in has_paid
            if is_own or (tariff and not is_left_out(part, element, year, refused)):
                due[part.partner, element, year] = tariff
                has_paid.add((part.partner_id, element.pk, year))
    return due


def goals_with_tariff(tariffs):
    """The goals with a tariff of their own, by the key of the line they stand under."""
    goals = defaultdict(set)
    for tariff in tariffs:
        if tariff.element.parent_id:
            goals[tariff.element.parent_id].add(tariff.element)
    return goals


def is_left_out(part, element, year, refused):
    """Whether the partner of `part` said of `element` itself, in the line that it takes part in, that it does not."""
    said = [one for one in refused if (one.partner_id, one.element_id) == (part.partner_id, element.pk)]
    return element != part.element and any(takes_part_in(one, year) for one in said)


def participations_in(agenda):
    """What is known of municipalities and provinces taking part; of invented ones in an example agenda only."""
    return (PARTS if agenda.is_example else REAL_PARTS).ask(agenda.pk)


def parts_in(agenda):
    parts = Participation.objects.public().filter(element__agenda=agenda, partner__kind__in=Payer.values)
    return parts.select_related("partner", "element__agenda")


PARTS, REAL_PARTS = PreparedRows(parts_in), PreparedRows(lambda agenda: parts_in(agenda).real())


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
