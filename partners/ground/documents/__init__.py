"""How the portal writes documents: one structure, and a writer for every form.

Say what the document holds, once; every form of it is then made from the same value:

    document = Document(
        title="Nota van beantwoording",
        subtitle="Consultatie over de conceptagenda 2024-2028",
        version="versie 1, vastgesteld",
        dated=consultation.answered_at,  # a date or a moment
        address=settings.SITE_URL + consultation.get_absolute_url(),
        example=consultation.is_example,  # prints 'Voorbeeld' on every page
        blocks=[
            Heading(1, "Economie & Arbeidsmarkt", number="1", anchor="RZ24-L1"),
            Paragraph(["Geschreven bij ", Run("versie 1", link="#RZ24-L1"), ", daarna ", Run("gewijzigd", bold=True)]),
            ChangedText(before="een sterke arbeidsmarkt", after="een toekomstbestendige arbeidsmarkt"),
            Table(
                "Reacties per niveau",
                [Column("Niveau"), Column("Punten", "number"), Column("Bijdrage", "euro"), Column("Datum", "date")],
                rows=[("raad", 12, None, date(2023, 1, 20))],
                total=("Totaal", 12, None, None),
            ),
        ],
        data=[points],  # tables for xlsx, ods, csv and json; without it, the tables among the blocks
    )
    return response(document, form, "nota-van-beantwoording")  # form is a key of FORMS: pdf, docx, odt, xlsx, …

`blocks` may hold Heading, Paragraph, Bullets, Terms, Notice, Quote, ChangedText, PageBreak, Drawing and Table, a
Register of who is on which page, and on a sheet SideBySide with Lines; their text is a str, or a list of str and Run
(bold, italic, link). Text may hold whatever a visitor typed: no writer takes any of it for markup or a formula.
`paragraphs(text)` makes paragraphs of plain text with empty lines between them, `from_html(html)` makes blocks of the
few tags that the editors may use, `reference(source)` names a Source, and `plain` gives a text without its looks. For
links to the files on a page:

    {% for form in forms %}<a href="{% url 'nota-file' form.key %}">{{ form.label }}</a>{% endfor %}

with `forms = [FORMS["pdf"], FORMS["docx"], FORMS["odt"]]` in the context. A writer may also be called by itself, as
in `pdf(document)`, for a file with a mail; each gives bytes. `pdf` raises CannotTypeset.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404
from django.utils.text import slugify

from partners.ground.documents.blocks import (
    Block,
    Bullets,
    ChangedText,
    Column,
    Drawing,
    Heading,
    Lines,
    Notice,
    PageBreak,
    Paragraph,
    Quote,
    Register,
    Run,
    SideBySide,
    Table,
    Terms,
    plain,
)
from partners.ground.documents.document import Document
from partners.ground.documents.interchange import csv, json
from partners.ground.documents.making import Described, FileToMake, ToDescribe
from partners.ground.documents.open_sheets import ods
from partners.ground.documents.opendocument import odt
from partners.ground.documents.reading import from_html, paragraphs, reference
from partners.ground.documents.sheets import xlsx
from partners.ground.documents.typeset import TIME_LIMIT_BEFOREHAND, CannotTypeset, pdf
from partners.ground.documents.word import docx

__all__ = [
    "FORMS",
    "TIME_LIMIT_BEFOREHAND",
    "Block",
    "Bullets",
    "CannotTypeset",
    "ChangedText",
    "Column",
    "SideBySide",
    "Document",
    "Drawing",
    "Form",
    "Heading",
    "Notice",
    "PageBreak",
    "Paragraph",
    "Quote",
    "Register",
    "Lines",
    "Run",
    "Table",
    "Terms",
    "csv",
    "docx",
    "from_html",
    "json",
    "named",
    "ods",
    "odt",
    "paragraphs",
    "pdf",
    "plain",
    "reference",
    "response",
    "response_to_describe",
    "xlsx",
]


@dataclass(frozen=True)
class Form:
    """A kind of file: `key` stands in addresses and ends the file's name, `label` is what a link to it says."""

    key: str
    label: str
    content_type: str
    write: Callable[[Document], bytes]


FORMS = {
    form.key: form
    for form in [
        Form("pdf", "PDF (toegankelijk)", "application/pdf", pdf),
        Form("docx", "Word (docx)", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx),
        Form("odt", "OpenDocument (odt)", "application/vnd.oasis.opendocument.text", odt),
        Form("xlsx", "Excel (xlsx)", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx),
        Form("ods", "OpenDocument-spreadsheet (ods)", "application/vnd.oasis.opendocument.spreadsheet", ods),
        Form("csv", "Csv", "text/csv; charset=utf-8", lambda document: csv(document.tables[0])),
        Form("json", "Json", "application/json", json),
    ]
}


def response(document, form, filename):
    """The file of `document` to download; `form` is a key of FORMS and `filename` has no ending.

    It is written when the view is done. Raises Http404 for a form that does not exist, so that a view may pass on what
    stands in the address.
    """
    if form not in FORMS or (form == "csv" and not document.tables):
        raise Http404("Deze vorm van het document is er niet.")
    name = named(filename, form, is_example=document.example)
    return FileToMake(Described(document, FORMS[form]), FORMS[form].content_type, name)


def response_to_describe(describe, form, name, *, digest, is_large, chapters):
    """The same of a Document that costs much to describe: `describe` gives it when there is no file yet.

    `name` has its ending. The `digest` is different as soon as anything in the file is.
    """
    work = ToDescribe(lambda: FORMS[form].write(describe()), digest, is_large, chapters)
    return FileToMake(work, FORMS[form].content_type, name)


def named(filename, form, *, is_example):
    """The name of a file with its ending, in plain letters. That of an example says so: csv has no other place."""
    name = slugify(filename) or "document"
    if is_example and "voorbeeld" not in name:
        name = f"voorbeeld-{name}"
    return f"{name}.{form}"
