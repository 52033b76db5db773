"""The cards that lie on the tables of a session: two to a page, each with its questions, a QR code and an address."""

import segno
from django.conf import settings
from django.utils.text import slugify

from partners.ground.documents import Bullets, Document, Drawing, Heading, PageBreak, Paragraph, Run
from partners.ground.documents.citing import to_scan
from partners.ground.templatetags.dutch import moment

# A code as drawn is as many modules wide as it needs; on paper it takes this share of the line.
SHARE = 4


def address(table):
    """Where a table reports, as a phone opens it."""
    return f"{settings.SITE_URL}{table.get_absolute_url()}"


def code(table):
    """The QR code of a table as SVG for on a page, black on white whatever the colours of the page."""
    drawn = segno.make(address(table), error="m", micro=False)
    return drawn.svg_inline(scale=4, dark="#000", light="#fff", svgclass=None, lineclass=None)


def questions_of(session):
    """What is asked at the tables: the questions of the consultation, or one about the whole."""
    return [question.text for question in session.consultation.questions.all()] or ["Wat wilt u meegeven?"]


def document(session):
    """The cards as a Document."""
    questions = questions_of(session)
    blocks = []
    for index, table in enumerate(session.tables.all()):
        if index and index % 2 == 0:
            blocks.append(PageBreak())
        blocks += [
            Heading(1, f"Tafel {table.number}"),
            Paragraph("Schrijf op wat er aan uw tafel is gezegd:"),
            Bullets(questions),
            Paragraph(
                "Scan de code met uw telefoon, of typ het adres over. U hebt geen account nodig. "
                f"Het kan tot {moment(session.closes_at)}."
            ),
            Drawing(to_scan(address(table), SHARE), alt=f"QR-code naar {address(table)}"),
            Paragraph([Run(address(table), bold=True)]),
        ]
    return Document(
        title=f"Kaarten voor {session}",
        subtitle=session.place or str(session.consultation),
        dated=session.opens_at,
        address=settings.SITE_URL + session.consultation.get_absolute_url(),
        example=session.consultation.is_example,
        blocks=blocks,
    )


def filename(session):
    """What the file is called, without its ending."""
    return f"kaarten-{slugify(session.title)}"
