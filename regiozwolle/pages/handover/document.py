"""The overdrachtsdossier as a Document, for PDF, Word and OpenDocument."""

from itertools import groupby

from django.conf import settings
from django.utils import timezone
from django.utils.text import capfirst

from consultation.nota.document import said as said_of
from consultation.nota.points import NOT_YET
from partners.ground.documents import (
    Bullets,
    Column,
    Document,
    Heading,
    Notice,
    Paragraph,
    Run,
    Table,
    paragraphs,
    reference,
)
from partners.ground.templatetags.dutch import day, euro

FORMS = ("pdf", "docx", "odt")
NOTHING = "nog niet bekend"


def document_of(handover, address):
    """The Handover as it is today; `address` is that of its page."""
    return Document(
        title=handover.title,
        subtitle=f"{handover.body.partner}, wat u overneemt van uw voorgangers",
        dated=timezone.localdate(),
        recipient=f"Voor {handover.body.in_sentence}",
        address=settings.SITE_URL + address,
        example=handover.body.partner.is_example,
        example_note="Dit orgaan bestaat niet, en wat hier staat is verzonnen.",
        blocks=[
            Paragraph(handover.summary),
            Notice("Alles hieronder staat ook op de site, met zijn bron. Wat niet bekend is, staat er niet als nee."),
            *open_blocks(handover),
            *decision_blocks(handover),
            *condition_blocks(handover),
            *promise_blocks(handover),
            *said_blocks(handover),
        ],
    )


def open_blocks(handover):
    """What the body can still do and until when."""
    yield Heading(1, "Wat is nog open, en tot wanneer?", number="1", anchor="open")
    if not handover.matters:
        yield Paragraph("Er ligt nu niets voor.")
        return
    rows = [
        (f"{one.title}: {one.what}", deadline(one), sitting(one), one.closes or NOTHING) for one in handover.matters
    ]
    columns = [Column(title) for title in ("Waarover", "Aanleveren tot en met", "Vergadering", "Sluit")]
    yield Table("Wat nog kan", columns, rows)


def deadline(matter):
    """The last day for papers, or that it does not fit or is not known."""
    return "past niet" if matter.misses else day(matter.planning.papers_by) or NOTHING


def sitting(matter):
    """The first sitting that can decide, or that there is none or none is known."""
    if matter.misses:
        return "geen"
    return day(matter.planning.first.held_on) if matter.fits else NOTHING


def decision_blocks(handover):
    """Every decision, the newest composition and those before it, with what it says of the text and the entry."""
    yield Heading(1, "Wat is besloten?", number="2", anchor="besloten")
    if not any(track.decisions.all() for track in handover.tracks):
        yield Paragraph("Er is nog geen besluit bekend.")
    for track in handover.tracks:
        yield Heading(2, track.dossier.title)
        link = settings.SITE_URL + track.dossier.get_absolute_url()
        yield Paragraph([f"{track.dossier.outcome}. ", Run("Het hele dossier", link=link)])
        yield from (block for told in track.told for block in told_blocks(*told))
        if motions := list(track.motions.all()):
            yield Paragraph([Run("Moties en amendementen", bold=True)])
            yield Bullets([f"{capfirst(str(one))}: {one.get_outcome_display()}. {one.text}" for one in motions])


def told_blocks(decision, beside):
    """One decision with its amount, its votes, and where it stands."""
    amount = f" Bedrag: {euro(decision.amount)}." if decision.amount is not None else ""
    yield Paragraph([Run(f"{capfirst(decision.told)}, {decision.when}.", bold=True), amount])
    yield Paragraph(" ".join(filter(None, [beside, decision.votes_in_words])), small=True)
    yield Paragraph(["Bron: ", *reference(decision.source)], small=True)


def condition_blocks(handover):
    """Each condition in full."""
    yield Heading(1, "Welke voorwaarden zijn gesteld?", number="3", anchor="voorwaarden")
    if not handover.conditions:
        yield Paragraph("Geen voorwaarden bekend.")
    for track, decision in handover.conditions:
        about = f"{track.dossier.title}, {decision.when}: "
        yield Paragraph([Run(about, bold=True), decision.condition])


def promise_blocks(handover):
    """What the body was promised, first what is still to be answered."""
    yield Heading(1, "Wat is toegezegd?", number="4", anchor="toegezegd")
    if not handover.promises:
        yield Paragraph("Geen toezeggingen bekend.")
    for one in handover.promises:
        yield Paragraph([Run(f"{capfirst(one.stands)}: ", bold=True), one.text])
        yield Paragraph(" ".join(filter(None, [f"Toegezegd op {day(one.made_on)}.", one.by_whom])), small=True)
        if one.answer:
            yield Paragraph(f"Antwoord: {one.answer}")


def said_blocks(handover):
    """What the body said itself in each consultation, with the answers."""
    yield Heading(1, "Wat is gezegd, en wat was het antwoord?", number="5", anchor="gezegd")
    if not handover.point_count:
        yield Paragraph("Er is nog geen openbare reactie in de naam van dit orgaan.")
    for consultation, points in groupby(handover.points, key=lambda point: point.letter.consultation):
        yield Heading(2, consultation.title)
        for point in points:
            yield from point_blocks(point)


def point_blocks(point):
    """One point with its answer; what is small stands below what was said, so that no page ends above it."""
    _, *said = said_of(point)
    yield Heading(3, point.subject, number=f"Punt {point.pk}:", anchor=f"punt-{point.pk}")
    yield from sorted(said, key=lambda block: isinstance(block, Paragraph) and block.small)
    if point.answer is None:
        yield Paragraph([Run("Antwoord: ", bold=True), Run(NOT_YET, italic=True)])
        return
    verdict, *reason = point.answer.sentence, *paragraphs(point.answer.reason)
    first = reason[0].text if reason else ""
    yield Paragraph([Run(f"Antwoord: {verdict}. ", bold=True), *([first] if isinstance(first, str) else first)])
    yield from reason[1:]
    yield Paragraph(f"Op de site sinds {day(point.answer.published_at)}.", small=True)
