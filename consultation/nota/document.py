"""The nota van beantwoording as a Document: what was said, by whom, and what was done. It is generated, never typed."""

from itertools import groupby

from django.conf import settings
from django.utils import timezone
from django.utils.text import capfirst

from consultation.models import SenderKind
from consultation.nota.points import NOT_YET
from partners.ground.documents import (
    Change,
    Column,
    Document,
    Heading,
    Notice,
    Paragraph,
    Quote,
    Run,
    Table,
    Terms,
    paragraphs,
)
from partners.ground.templatetags.dutch import day


def document_of(consultation, *, found, totals, dated, address, body=None):
    """The nota as a Document. `found` are the points as `points_of` gives them, the same that the page shows."""
    found = list(found)
    version = consultation.version
    return Document(
        title="Nota van beantwoording",
        subtitle=f"{consultation.title}: {body}" if body else consultation.title,
        dated=dated,
        version=f"over versie {version.number}, {version.get_status_display()}, {day(version.dated_on)}",
        address=settings.SITE_URL + address,
        example=consultation.is_example,
        blocks=[*opening(consultation, totals, body), *chapters(found)],
        data=[points_table(found), totals_table(totals)],
    )


def opening(consultation, totals, body):
    """What stands before the points: what this is, and the totals."""
    yield Heading(1, "Over deze nota", anchor="over")
    yield Paragraph(
        f"In deze nota staat wat is gezegd over {consultation.version.agenda.title}, en wat daarmee is gedaan. "
        f"Reageren kon tot en met {day(consultation.last_day)}."
    )
    yield Paragraph("Een reactie namens een raad is iets anders dan die van één persoon. Wij tellen die nooit op.")
    if body:
        yield Paragraph(f"Hier staan alleen de punten van {body}.")
    if consultation.is_example:
        yield Notice("Voorbeeld: deze consultatie, de reacties en de antwoorden zijn verzonnen.")
    if sentence := totals.unread_sentence:
        yield Notice(sentence)
    yield Heading(1, "Hoeveel, per soort afzender", anchor="totalen")
    yield Table(
        "Punten per soort afzender, en wat ermee is gedaan",
        [Column("Afzender", width=2), Column("Punten", "number", width=1), Column("Wat ermee is gedaan", width=4)],
        rows=[
            (capfirst(sender_kind.label), count, " ".join(f"{capfirst(name)}: {cell}." for name, cell in cells if cell))
            for sender_kind, cells, count in totals.labelled_rows
        ],
    )


def totals_table(totals):
    """Every kind of sender on a row and every verdict in a column, for spreadsheets and programs."""
    return Table(
        "Punten per afzender en oordeel",  # a tab of a sheet holds 31 characters
        [Column("Afzender"), *(Column(capfirst(name), "number") for name in totals.columns), Column("Samen", "number")],
        rows=[(capfirst(sender_kind.label), *cells, count) for sender_kind, cells, count in totals.rows],
    )


def chapters(found):
    """A chapter per passage or question, with its points."""
    for subject, members in groupby(found, key=lambda point: (point.wording_id, point.question_id)):
        members = list(members)
        first = members[0]
        if first.wording:
            element = first.wording.element
            yield Heading(1, element.name, number=first.wording.number, anchor=f"t{first.wording.code}")
            address = settings.SITE_URL + first.wording.get_absolute_url()
            yield Paragraph(["De tekst waarop is gereageerd: ", Run(first.wording.code, link=address)], small=True)
        else:
            yield Heading(1, first.subject, anchor=f"v{subject[1] or 0}")
        for point in members:
            yield from entry(point)


def entry(point):
    """One point: who said what, and the answer."""
    letter = point.letter
    yield Heading(2, capfirst(letter.sender), number=f"punt {point.pk}", anchor=f"punt-{point.pk}")
    about = [capfirst(point.get_kind_display() or "antwoord"), f"{SenderKind(letter.sender_kind).label}"]
    if letter.received_on or letter.sent_at:
        about.append(day(letter.received_on or letter.sent_at))
    if point.is_minority:
        about.append(f"minderheidsstandpunt{f' van {point.minority_of}' if point.minority_of else ''}")
    if letter.signed_name:
        about.append(letter.signed_name)
    yield Paragraph(", ".join(about), small=True)
    for below in point.ladder:
        yield Paragraph(f"Overgenomen van {below.letter.sender}, {day(below.letter.sent_at)}.", small=True)
    yield Quote(point.text)
    if point.proposal:
        yield Change(point.quoted_text, point.proposal)
    for sender_kind, count in point.endorsed:
        yield Paragraph(f"Sluit aan, {sender_kind.label}: {count}.", small=True)
    answer = point.answer
    if answer is None:
        yield Paragraph([Run("Antwoord: ", bold=True), Run(NOT_YET, italic=True)])
        return
    yield Terms([("Antwoord", [Run(answer.sentence, bold=True), "."])])
    yield from paragraphs(answer.reason)
    for wording in answer.wordings.all():
        address = settings.SITE_URL + wording.get_absolute_url()
        yield Paragraph(["Gewijzigde tekst: ", Run(f"{wording.element}, {wording.code}", link=address)])
    if answer.landed_elsewhere:
        yield Paragraph(f"Verwerkt in: {answer.landed_elsewhere}")
    if answer.correction:
        yield Paragraph(f"Dit is een nieuw antwoord: {answer.correction}", small=True)
    yield Paragraph(f"Op de site sinds {day(answer.published_at)}.", small=True)


def points_table(found):
    """Every point on a row, for spreadsheets and programs."""
    return Table(
        "Punten en antwoorden",
        [
            Column("Punt", "number"),
            Column("Adres"),
            Column("Code"),
            Column("Versie", "number"),
            Column("Onderwerp"),
            Column("Soort"),
            Column("Afzender"),
            Column("Namens"),
            Column("Naam"),
            Column("Reactie"),
            Column("Ontvangen", "date"),
            Column("Minderheid"),
            Column("Overgenomen van"),
            Column("Tekst"),
            Column("Voorstel"),
            Column("Sluit aan"),
            Column("Oordeel"),
            Column("Reden"),
            Column("Doorgeleid naar"),
            Column("Gewijzigde teksten"),
            Column("Verwerkt in"),
            Column("Waarom opnieuw beantwoord"),
            Column("Beantwoord op", "date"),
        ],
        rows=[row(point) for point in found],
        unknown="",
    )


def row(point):
    letter, answer = point.letter, point.answer
    return (
        point.pk,
        settings.SITE_URL + point.get_absolute_url(),
        point.wording.element.code if point.wording else None,
        point.wording.version.number if point.wording else None,
        point.subject,
        point.get_kind_display() or "antwoord",
        letter.sender,
        SenderKind(letter.sender_kind).label,
        letter.signed_name or None,
        letter.number,
        letter.received_on or timezone.localdate(letter.sent_at),
        (point.minority_of or "ja") if point.is_minority else None,
        "; ".join(below.letter.sender for below in point.ladder) or None,
        point.text,
        point.proposal or None,
        ", ".join(f"{sender_kind.label}: {count}" for sender_kind, count in point.endorsed) or None,
        answer and answer.get_verdict_display(),
        answer and answer.reason or None,
        answer and answer.forwarded_to or None,
        (answer and ", ".join(wording.code for wording in answer.wordings.all())) or None,
        answer and answer.landed_elsewhere or None,
        answer and answer.correction or None,
        answer and timezone.localdate(answer.published_at),
    )
