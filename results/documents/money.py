"""Contributions and funding as files to take along."""

from django.utils import timezone

from partners.ground.documents import Bullets, Column, Document, Paragraph, Table
from results.money.contributions import FORMULA, RULES
from results.money.funding import breakdown, purse_of
from results.money.tables import sums_by_partner

CONTRIBUTIONS = [
    Column("Partner"),
    Column("Onderdeel"),
    Column("Code"),
    Column("Jaar", "year"),
    Column("Tarief per inwoner", "euro"),
    Column("Inwoners", "number"),
    Column("Peildatum inwoners", "date"),
    Column("Bijdrage", "euro"),
    Column("Wat ontbreekt"),
]
SUMS = [
    Column("Partner"),
    Column("Jaar", "year"),
    Column("Bijdrage", "euro"),
    Column("Bekende bijdragen", "number"),
    Column("Alle bijdragen", "number"),
    Column("Deelname"),
]
FUNDINGS = [
    Column("Programma of project"),
    Column("Van wie"),
    Column("Jaar", "year"),
    Column("Telt mee"),
    Column("Waarvoor"),
    Column("Woord ervoor"),
    Column("Toegezegd", "euro"),
    Column("Besteed", "euro"),
    Column("Datum", "date"),
    Column("Bron"),
    Column("Adres van de bron"),
    Column("Opmerking"),
]

SHARES = [
    Column("Van wie"),
    Column("Woord ervoor"),
    Column("Toegezegd", "euro"),
    Column("Bekende bedragen", "number"),
    Column("Alle bedragen", "number"),
    Column("Besteed", "euro"),
    Column("Bekende bedragen besteed", "number"),
    Column("Alle bedragen besteed", "number"),
    Column("Bronnen spreken elkaar tegen"),
]


def contributions_document(agenda, found, *, address):
    """The Document of all Contributions to `agenda`; `address` is the absolute address of their page."""
    rows = Table(
        "De berekening per partner",
        CONTRIBUTIONS,
        [
            (
                row.partner.name,
                row.element.name,
                row.element.code,
                row.year,
                row.tariff and row.tariff.amount,
                row.population and row.population.count,
                row.tariff and row.tariff.inhabitants_on,
                row.amount,
                row.missing,
            )
            for row in found.rows
        ],
    )
    return Document(
        title="Bijdragen",
        subtitle=agenda.title,
        address=address,
        example=agenda.is_example,
        dated=timezone.now(),
        blocks=[Paragraph(found.sentence), Paragraph(FORMULA), Bullets(RULES), sums_to_read(found)],
        data=[rows, sums_to_compute_with(found)],
    )


def sums_to_read(found):
    """The sums per partner and year as a Table, each with how much of it is known, or why nothing is paid."""
    table = sums_by_partner(found)
    return Table(
        "Per partner en jaar",
        [Column("Partner"), *(Column(str(year), "euro") for year in table.years), Column("Samen", "euro")],
        [(row.name, *(cell.noted.replace(" (", "\n(", 1) or None for cell in row.cells)) for row in table.rows],
    )


def sums_to_compute_with(found):
    """The same sums as bare numbers, a row for each, with of how many contributions each is the sum."""
    return Table(
        "Per partner en jaar",
        SUMS,
        [
            (partner.name, str(year), sum.rounded, sum.known, sum.count, found.standing(partner, year, sum))
            for partner, by_year, _ in found.by_partner
            for year, sum in by_year
        ],
    )


def money_document(programme, fundings, *, address):
    """The Document of all `fundings` of a programme and its projects, also those that do not count."""
    rows = [
        (
            str(funding.project or funding.programme),
            funding.get_funder_display(),
            funding.year,
            funding.counts,
            funding.description,
            funding.qualifier,
            funding.committed,
            funding.spent,
            funding.reference_on,
            funding.source.title,
            funding.source.url,
            funding.note,
        )
        for funding in fundings
    ]
    table = Table("Geld", FUNDINGS, rows)
    money = breakdown(purse_of(programme, fundings))
    return Document(
        title=f"Geld van {programme}",
        subtitle="Regio Zwolle",
        address=address,
        example=programme.is_example,
        dated=timezone.now(),
        blocks=[table],
        data=[table, shares_table(money)],
    )


def shares_table(money):
    """What each source gives in all, from a Breakdown, with how much of it is known, and where sources disagree."""
    rows = [
        (
            share.label,
            share.committed.hedge,
            share.committed.rounded,
            share.committed.known,
            share.committed.count,
            share.spent.rounded,
            share.spent.known,
            share.spent.count,
            "",
        )
        for share in [*money.shares, money.total]
    ]
    disagreements = [("", "", *[None] * 6, sentence) for sentence in money.disagreements]
    return Table("Wie betaalt", SHARES, [*rows, *disagreements])
