"""Contributions, projects and money as files to take along. What is not known is an empty cell, never 0."""

from partners.ground.documents import Bullets, Column, Document, Paragraph, Table
from results.contributions import FORMULA, RULES
from results.models import ProjectRole

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
PROJECTS = [
    Column("Project"),
    Column("Adres"),
    Column("Deelproject van"),
    Column("Programma"),
    Column("Hoort bij het programma"),
    Column("Fase"),
    Column("Periode"),
    Column("Trekker"),
    Column("Andere partners"),
    Column("Gemeenten"),
    Column("Bron"),
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


def projects_document(projects, *, address):
    """The Document of `projects`, read as_listed and with_stage."""
    rows = []
    for project in projects:
        parts = list(project.project_partners.all())
        others = [part for part in parts if part not in project.leads and part.role != ProjectRole.LOCATION]
        rows.append(
            (
                project.name,
                project.get_absolute_url(),
                project.parent and project.parent.name,
                str(project.programme),
                project.get_status_display(),
                project.stage_label,
                project.period_text,
                ", ".join(str(part.partner) for part in project.leads),
                ", ".join(f"{part.partner} ({part.get_role_display()})" for part in others),
                ", ".join(map(str, project.places)),
                project.source.title,
            )
        )
    table = Table("Projecten", PROJECTS, rows)
    return Document(title="Projecten", subtitle="Regio Zwolle", address=address, blocks=[table], data=[table])


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
