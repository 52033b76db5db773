"""The summary of one body's package in plain words, on one page of paper."""

from typing import NamedTuple

import pypdfium2
from django.conf import settings
from django.utils.text import Truncator, capfirst

from partners.ground.documents import Bullets, CannotTypeset, Document, Drawing, Heading, Paragraph, Run, Terms, pdf
from partners.ground.documents.citing import short_address, to_scan
from partners.ground.templatetags.dutch import counted, day, exact_euro
from regiozwolle.packages.proposal import UNKNOWN


class Room(NamedTuple):
    """How much of each thing the page holds: characters of the summary, and how many parts, papers and days.

    Without `has_code` the address has no code to scan below it.
    """

    summary: int
    parts: int
    papers: int
    days: int
    has_code: bool = True


# The fullest first; the page takes the first that fits.
ROOMS = [
    Room(1_400, 12, 8, 6),
    Room(900, 8, 6, 4),
    Room(500, 5, 4, 3),
    Room(250, 3, 2, 2),
    Room(120, 1, 1, 1),
    Room(120, 1, 1, 1, has_code=False),
]
# The code to scan takes this share of the line, so that it costs the room of three lines.
SHARE = 10
NONE = "Bij dit dossier staan geen stukken, wel een model voor het voorstel."
TOO_LONG = "De samenvatting past niet op één bladzijde. Maak de titel of de namen van de onderdelen korter."


def one_page(contents, number):
    """The summary as a PDF of one page, as full as fits. Raises CannotTypeset when even the shortest does not fit."""
    for room in ROOMS:
        made = pdf(document_of(contents, number, room))
        if page_count(made) == 1:
            return made
    raise CannotTypeset(TOO_LONG)


def page_count(content):
    """How many pages a PDF of our own has."""
    document = pypdfium2.PdfDocument(content)
    try:
        return len(document)
    finally:
        document.close()


def document_of(contents, number, room):
    """The summary as a Document with as much as `room` has."""
    dossier = contents.dossier
    address = short_address(dossier)
    return Document(
        title=dossier.title,
        subtitle=f"Samenvatting: {contents.body}",
        version=f"pakket versie {number}",
        recipient=f"Voor {contents.body.in_sentence}",
        dated=contents.dated,
        made_at=contents.dated_at,
        example=dossier.is_example,
        keywords=dossier.category.keywords,
        example_note="Dit dossier is verzonnen voor de demo.",
        blocks=[
            Heading(1, "Wat wordt gevraagd?"),
            Terms([(capfirst(str(contents.body)), asked(contents)), ("Besluiten kan tot en met", until(dossier))]),
            Paragraph(Truncator(" ".join(dossier.summary.split())).chars(room.summary, truncate=" …")),
            Heading(1, "Waarover, en wat kost het?"),
            Bullets(shortened([cost(one) for one in contents.parts], room.parts) or ["Over het geheel."]),
            Heading(1, "Wat zei het orgaan eerder?"),
            Paragraph(said_before(contents)),
            Heading(1, "Wat zit er in het pakket?"),
            Bullets(shortened([f"{one.paper}, versie {one.number}" for one in contents.papers], room.papers) or [NONE]),
            *days(contents, room),
            Paragraph(["Alles over dit dossier: ", Run(address, link=address)], small=True),
            *([Drawing(to_scan(address, SHARE), alt=f"QR-code naar {address}")] if room.has_code else []),
            Paragraph(f"Vragen? Mail het regiobureau: {settings.CONTACT_EMAIL}", small=True),
        ],
    )


def shortened(lines, most):
    """The first `most` of `lines`, and how many more there are."""
    rest = len(lines) - most
    return [*lines[:most], *([f"en nog {rest}, zie het model voor het voorstel"] if rest > 0 else [])]


def asked(contents):
    return capfirst(contents.term) if contents.term else UNKNOWN


def until(dossier):
    return day(dossier.decide_by) or dossier.period_text or UNKNOWN


def cost(part):
    """One component with what it would cost the body."""
    if part.amount is None and part.component.tariff is None:
        return f"{part.component.heading}: geen bedrag bekend"
    return f"{part.component.heading}: {exact_euro(part.amount) or f'bedrag {UNKNOWN}'}"


def said_before(contents):
    """How many points the body made, and how many of them were answered."""
    if not contents.points:
        return "Van het orgaan zelf staat er geen reactie op de site die iedereen kan lezen."
    answered = sum(point.answer is not None for point in contents.points)
    told = f"{counted(len(contents.points), 'punt,punten')}, waarvan {answered} met een antwoord."
    return f"{told} U leest ze in het model voor het voorstel."


def days(contents, room):
    if contents.steps:
        yield Heading(1, "Welke dagen zijn bekend?")
        yield Bullets(shortened([f"{capfirst(what)}: {when}" for what, when in contents.steps], room.days))
