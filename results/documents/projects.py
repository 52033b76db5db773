"""Projects as a file to take along, with who does them, where, and how sure it is."""

from django.conf import settings
from django.utils import timezone

from partners.ground.documents import Column, Document, Table
from results.models import ProjectRole

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


def projects_document(projects, *, address):
    """The Document of `projects`, read as_listed and with_stage."""
    rows = []
    for project in projects:
        parts = list(project.project_partners.all())
        others = [part for part in parts if part not in project.leads and part.role != ProjectRole.LOCATION]
        rows.append(
            (
                project.name,
                settings.SITE_URL + project.get_absolute_url(),
                project.parent and project.parent.name,
                str(project.programme),
                project.get_status_display(),
                project.known_stage,
                project.period_text,
                ", ".join(str(part.partner) for part in project.leads),
                ", ".join(f"{part.partner} ({part.get_role_display()})" for part in others),
                ", ".join(map(str, project.places)),
                project.source.title,
            )
        )
    table = Table("Projecten", PROJECTS, rows)
    return Document(
        title="Projecten",
        subtitle="Regio Zwolle",
        address=address,
        dated=timezone.now(),
        blocks=[table],
        data=[table],
    )
