"""What the demo invents so that one can see how contributions are computed: tariffs, who pays them, what they draw in.

They belong to the example agenda and to the invented partners; of the real agenda no tariff is known.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from agenda.models import Element, Participation, ParticipationRole
from partners.models import Certainty, Partner, Population, Source
from regiozwolle.example.reading import read
from results.models import Funder, Payer, Programme, Tariff

NOTE = "Verzonnen voor deze demo."
PROGRAMME = "voorbeelddeal"


@dataclass(frozen=True)
class Inhabitants:
    """How many people live in a partner, by its slug."""

    partner: str
    count: int


@dataclass(frozen=True)
class InventedTariff:
    """What is paid for the line of this code: `amount` in euros per inhabitant, known of the first `known` years."""

    line: str
    payer: Payer
    amount: Decimal
    known: int


@dataclass(frozen=True)
class FromOthers:
    """What others pay: `amount` in whole euros a year, known of the first `known` years."""

    funder: Funder
    amount: int
    known: int


@dataclass(frozen=True)
class InventedProgramme:
    name: str
    summary: str
    funding: list[FromOthers]


@dataclass(frozen=True)
class InventedMoney:
    """The whole of money.toml."""

    inhabitants: list[Inhabitants]
    tariffs: list[InventedTariff]
    programme: InventedProgramme


@transaction.atomic
def load(agenda):
    """Makes the tariffs of the example `agenda` once, and lets its invented partners take part."""
    if Tariff.objects.filter(element__agenda=agenda).exists():
        return
    invented = read("money", InventedMoney)
    source = Source.objects.get(slug="voorbeeld")
    lines = Element.objects.filter(agenda=agenda, code__in={tariff.line for tariff in invented.tariffs})
    by_code = {line.code: line for line in lines}
    let_partners_take_part(agenda, invented.inhabitants, by_code.values(), source)
    for tariff in invented.tariffs:
        for year in range(agenda.first_year, agenda.first_year + tariff.known):
            Tariff.objects.create(
                element=by_code[tariff.line],
                year=year,
                payer=tariff.payer,
                amount=tariff.amount,
                inhabitants_on=counted_on(agenda),
                source=source,
                note=NOTE,
            )
    if not Programme.objects.filter(slug=PROGRAMME).exists():
        programme(agenda, invented.programme, by_code.values(), source)


def counted_on(agenda):
    """The day on which the inhabitants were counted: the first of the agenda."""
    return date(agenda.first_year, 1, 1)


def let_partners_take_part(agenda, inhabitants, lines, source):
    """Gives the invented partners their inhabitants, and a part in the `lines`."""
    counts = {one.partner: one.count for one in inhabitants}
    for partner in Partner.objects.filter(slug__in=counts, is_example=True):
        Population.objects.get_or_create(
            partner=partner,
            reference_on=counted_on(agenda),
            source=source,
            defaults={"count": counts[partner.slug], "certainty": Certainty.ESTIMATE, "note": NOTE},
        )
        for line in lines:
            Participation.objects.get_or_create(
                partner=partner,
                element=line,
                defaults={"role": ParticipationRole.PARTNER, "source": source, "note": NOTE},
            )


def programme(agenda, invented, lines, source):
    """The programme to which others pay, for the `lines`."""
    made = Programme.objects.create(
        slug=PROGRAMME,
        name=invented.name,
        summary=invented.summary,
        period_text=f"{agenda.first_year} tot en met {agenda.last_year}",
        starts_on=counted_on(agenda),
        ends_on=date(agenda.last_year, 12, 31),
        source=source,
        is_example=True,
        public_from=timezone.now(),
    )
    made.elements.add(*lines)
    for funding in invented.funding:
        for year in range(agenda.first_year, agenda.first_year + funding.known):
            made.fundings.create(
                funder=funding.funder,
                year=year,
                committed=funding.amount,
                reference_on=counted_on(agenda),
                reference_text=f"1 januari {agenda.first_year}",
                source=source,
                note=NOTE,
            )
