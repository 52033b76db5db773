"""Contributions and funding as files to take along."""

from partners.ground.documents import Bullets, Column, Document, Paragraph, Table
from results.money.contributions import FORMULA, RULES

CONTRIBUTIONS = [
    Column("Partner"),
    Column("Onderdeel"),
    Column("Code"),
    Column("Jaar", key="jaar"),
    Column("Tarief per inwoner", "euro"),
    Column("Inwoners", "number"),
    Column("Peildatum inwoners", "date"),
    Column("Bijdrage", "euro"),
    Column("Wat ontbreekt"),
]
FUNDINGS = [
    Column("Programma of project"),
    Column("Van wie"),
    Column("Jaar", key="jaar"),
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


def contributions_document(agenda, found, *, address):
    """The Document of all Contributions to `agenda`; `address` is the absolute address of their page."""
    sums = Table(
        "Per partner en jaar",
        [Column("Partner", width=2), *(Column(str(year), "euro") for year in found.years), Column("Samen", "euro")],
        [
            (partner.name, *(sum.amount if sum.known else None for sum in [*(one for year, one in sums), total]))
            for partner, sums, total in found.by_partner
        ],
    )
    rows = Table(
        "De regels erachter",
        CONTRIBUTIONS,
        [
            (
                row.partner.name,
                row.element.name,
                row.element.code,
                str(row.year),
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
        blocks=[Paragraph(FORMULA), Bullets(RULES), sums],
        data=[rows, sums],
    )


def money_document(programme, fundings, *, address):
    """The Document of all `fundings` of a programme and its projects, also those that do not count."""
    rows = [
        (
            str(funding.project or funding.programme),
            funding.get_funder_display(),
            str(funding.year or ""),
            "ja" if funding.counts else "nee",
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
    return Document(
        title=f"Geld van {programme}",
        subtitle="Regio Zwolle",
        address=address,
        example=programme.is_example,
        blocks=[table],
        data=[table],
    )
