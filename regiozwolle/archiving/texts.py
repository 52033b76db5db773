"""The words of a version of the agenda, as they were published."""

from functools import partial

from django.conf import settings

from partners.ground.documents import Column, Document, Heading, Paragraph, Table, from_html
from regiozwolle.archiving.records import record_of

COLUMNS = [Column("Code"), Column("Nummer"), Column("Soort"), Column("Naam"), Column("Tekst")]


def text_of(version):
    """The record of the text of a published Version."""
    return record_of(
        f"teksten/versie-{version.number}",
        f"{version.agenda.title}, versie {version.number}",
        partial(document_of, version),
        ["pdf", "csv", "json"],
        about=f"De tekst zoals die op de site staat: {version.get_status_display()}.",
        address=settings.SITE_URL + version.get_absolute_url(),
        dated=version.dated_on,
        category=version.category,
    )


def document_of(version):
    wordings = list(version.wordings.select_related("element", "version").order_by("position", "pk"))
    rows = [
        (one.code, one.number or None, one.element.get_kind_display(), one.element.name, one.text) for one in wordings
    ]
    return Document(
        title=version.agenda.title,
        subtitle=f"Tekst van versie {version.number}",
        version=f"versie {version.number}, {version.get_status_display()}",
        dated=version.dated_on,
        address=settings.SITE_URL + version.get_absolute_url(),
        example=version.agenda.is_example,
        keywords=version.category.keywords,
        blocks=[block for one in wordings for block in wording_blocks(one)],
        data=[Table("Teksten", COLUMNS, rows, unknown="")],
    )


def wording_blocks(wording):
    """One wording below its number and name, with the code by which it is cited."""
    element = wording.element
    yield Heading(1 if wording.parent_id is None else 2, element.name, number=wording.number, anchor=element.code)
    if wording.text != element.name:
        yield from from_html(wording.html)
    yield Paragraph(wording.code, small=True)
