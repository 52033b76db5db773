"""A progress report as a Document, for PDF, Word, OpenDocument, Excel and json."""

from django.conf import settings
from django.urls import reverse

from partners.ground.documents import Bullets, Column, Document, Heading, Notice, Paragraph, Run, Table, paragraphs
from partners.ground.documents.citing import cited_blocks
from partners.ground.templatetags.dutch import day, moment
from regiozwolle.reports.changes import counted_changes, differences, told_first
from regiozwolle.reports.freezing import corrections
from regiozwolle.reports.reading import as_number, sections

NOT_ON_THE_SITE = "Alleen voor het secretariaat: deze rapportage staat nog niet op de site."
FORMS = ("pdf", "docx", "odt", "xlsx", "ods", "json")


def document(report):
    """The frozen `report`: what changed in three sentences, what was corrected since, every change and the rest."""
    since = corrections(report)
    changed = differences(report.previous.content, report.content) if report.previous else []
    return Document(
        title=report.title,
        subtitle=f"Stand op {day(report.ends_on)}",
        version=f"vastgelegd op {moment(report.frozen_at)}",
        dated=report.ends_on,
        address=settings.SITE_URL + reverse("report", args=[report.slug]),
        example=report.is_example,
        keywords=report.category.keywords,
        restricted="" if report.is_published() else NOT_ON_THE_SITE,
        example_note="Deze rapportage is gemaakt voor de demo. De gegevens erin komen uit de site, met hun bron.",
        blocks=[
            *first_blocks(report, changed),
            *paragraphs(report.introduction),
            *correction_blocks(since),
            *change_blocks(report, changed),
            *(block for section in sections(report.content) for block in section_blocks(section, report.ends_on)),
            *cited_blocks(report, "Deze rapportage staat op"),
        ],
        data=[*whole_tables(report.content), *change_tables(report, changed), *correction_tables(since)],
    )


def first_blocks(report, changed):
    """What changed in three sentences, before the introduction and all else."""
    if told := told_first(changed):
        yield Heading(1, f"Dit veranderde sinds {day(report.previous.ends_on)}")
        yield Bullets(told)
        if report.introduction:
            yield Heading(1, "Inleiding")


def correction_blocks(since):
    if since:
        yield Heading(1, "Na het vastleggen gecorrigeerd")
        yield Notice("Deze rapportage blijft zoals die is vastgelegd. Deze cijfers zijn daarna verbeterd.")
        yield Bullets([corrected(one) for one in since])


def corrected(correction):
    """One correction in a sentence or two."""
    return (
        f"{correction.name}, {correction.when_and_whose}: "
        f"was {correction.old_text}, is nu {correction.new_text}. "
        f"Gecorrigeerd op {day(correction.corrected_on)}. Reden: {correction.reason}"
    )


def change_blocks(report, changed):
    if not report.previous:
        return
    yield Heading(1, f"Wat is er veranderd sinds {report.previous.title}?")
    yield Paragraph(f"{counted_changes(changed)}." if counted_changes(changed) else "Er is niets veranderd.")
    for one in changed:
        if one.is_empty:
            continue
        yield Heading(2, f"{one.title}: {one.summary}")
        yield Bullets([[Run(f"{row.lead} ", bold=True), row.text] for row in one.rows])


def section_blocks(section, on):
    yield Heading(1, section.title)
    if not section.rows:
        yield Paragraph("Hierover is nog niets bekend.")
        return
    columns = [Column(head.title, head.kind) for head in section.heads]
    rows = [[row.name, *(cell.value for cell in row.cells)] for row in section.rows]
    yield Table(f"Stand op {day(on)}" if section.follows_the_day else "Stand bij het vastleggen", columns, rows)


def whole_tables(content):
    """Every section with all its columns, also those that are only for programs, and the address of each row."""
    for section in content["sections"]:
        columns = [Column(one["title"], one["kind"], key=one["key"]) for one in section["columns"]]
        kinds = [column.kind for column in columns]
        rows = [[*map(as_number, row["cells"], kinds), settings.SITE_URL + row["address"]] for row in section["rows"]]
        yield Table(section["title"], [*columns, Column("Adres", key="adres")], rows)


def change_tables(report, changed):
    if report.previous:
        rows = [(one.title, row.kind, row.name, row.text) for one in changed for row in one.rows]
        yield Table("Veranderd", [Column(title) for title in ("Onderdeel", "Soort", "Naam", "Verschil")], rows)


def correction_tables(since):
    if since:
        columns = [Column("Cijfer"), Column("Peildatum"), Column("Vastgelegd"), Column("Nu"), Column("Reden")]
        columns.append(Column("Gecorrigeerd op", "date"))
        yield Table(
            "Gecorrigeerd",
            columns,
            [(one.name, one.when_and_whose, one.old_text, one.new_text, one.reason, one.corrected_on) for one in since],
        )
