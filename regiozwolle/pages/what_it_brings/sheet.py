"""What it brings on one sheet of A4, as a document."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from partners.ground.documents import Column, Document, Paragraph, Table
from regiozwolle.pages.what_it_brings.words import ours
from results.models import Attribution

# What one sheet of A4 holds: lines of each answer at most, characters of a line at most and on one row of text, and
# rows of text in all, where what stands between two lines counts for half a row.
SHEET_LINES, LINE_LENGTH, ROW_LENGTH, SHEET_ROWS = 5, 110, 63, 34


def document(partner, answers):
    """The sheet for the council: one table, cut to what one A4 holds; where it is cut it says so."""
    for most in range(SHEET_LINES, 0, -1):
        rows = list(sheet_rows(answers, most))
        if sum(0.5 + -(-len(text) // ROW_LENGTH) for short, text, whose in rows) <= SHEET_ROWS:
            break
    return Document(
        title=f"Wat brengt het {ours(partner)}?",
        subtitle=str(partner) if partner.is_example else f"{partner}, in Regio Zwolle",
        dated=timezone.localdate(),
        address=settings.SITE_URL + reverse("what_it_brings", args=[partner.slug]),
        example=partner.is_example,
        blocks=[
            Table(
                "Wat bekend is",
                [Column("Wat"), Column("Wat bekend is"), Column("Van wie")],
                rows=rows,
            ),
            Paragraph(" ".join(f"{one.label.capitalize()}: {one.explanation}" for one in Attribution), small=True),
            Paragraph("De bronnen staan op de pagina op de site.", small=True),
        ],
    )


def sheet_rows(answers, most):
    """The rows of the table, at most `most` of each answer: what it is about, what is known, and whose it is."""
    for answer in answers:
        for fact in answer.facts[:most]:
            yield answer.short, on_a_line(fact), fact.attribution.label if fact.attribution else ""
        if not answer.facts:
            yield answer.short, answer.unknown if answer.is_none else "nog niet bekend", ""
        elif len(answer.facts) > most:
            yield answer.short, f"en nog {len(answer.facts) - most}: zie de pagina op de site", ""


def on_a_line(fact):
    """A fact with its detail, what other sources say and what to look out for, each cut to LINE_LENGTH characters."""
    text = f"{fact.text.rstrip('.')} ({fact.detail})" if fact.detail else fact.text
    text = shortened(f"Voorbeeld: {text}" if fact.is_example else text)
    further = [shortened(fact.dispute), shortened(fact.warning) and f"Let op: {shortened(fact.warning)}"]
    told = " ".join(words for words in further if words)
    return f"{text}. {told}" if told else text


def shortened(text):
    return Truncator(text).chars(LINE_LENGTH, truncate="…")
