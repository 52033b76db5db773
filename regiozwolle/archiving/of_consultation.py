"""The archive of a consultation: what was asked of whom, on which text, what everyone may read, and the answers."""

from functools import partial
from itertools import groupby

from django.conf import settings
from django.utils import timezone
from django.utils.text import capfirst

from consultation.models import SenderKind
from consultation.nota.cut import Cut
from consultation.nota.document import document_of as nota_document
from consultation.nota.document import part_of
from consultation.nota.files import PART, parts
from consultation.nota.points import points_of
from partners.ground.documents import Bullets, Column, Document, Heading, Paragraph, Table, Terms, paragraphs, reference
from partners.ground.documents.blocks import UNKNOWN
from partners.ground.templatetags.dutch import day, moment
from regiozwolle.archiving.records import Archive, record_of
from regiozwolle.archiving.texts import text_of

ALWAYS = [
    "De tekst van reacties die niet met iedereen zijn gedeeld. Hun punten tellen wel mee in de totalen van de nota.",
    "De bestanden met besluiten die raden en Staten bij een reactie stuurden. Die zijn niet openbaar.",
    "Namen van mensen, behalve van wie zelf met de eigen naam ondertekende.",
]
NO_NOTA = "De nota van beantwoording en de reacties: er staat nog geen antwoord op de site."
HYPHEN = "\N{NON-BREAKING HYPHEN}"
LETTERS = [
    Column("Reactie"),
    Column("Afzender"),
    Column("Namens"),
    Column("Ondertekend door"),
    Column("Ontvangen", "date"),
    Column("Openbare punten", "number"),
]


def archive_of(consultation):
    """The Archive of a Consultation that is on the site and has `dated`, when its last answers came, or None."""
    versions = consultation.version.agenda.versions.published().select_related("agenda").order_by("number")
    answered = consultation.takes_letters and consultation.dated
    return Archive(
        title=consultation.title,
        about=consultation.summary,
        address=settings.SITE_URL + consultation.get_absolute_url(),
        name=f"archief-{consultation.slug}",
        records=[
            asked_of(consultation),
            *map(text_of, versions),
            *([letters_of(consultation), *nota_of(Cut(consultation))] if answered else []),
        ],
        left_out=ALWAYS if answered else [NO_NOTA, *ALWAYS],
        is_example=consultation.is_example,
    )


def asked_of(consultation):
    """The record of the asking itself."""
    return record_of(
        "consultatie",
        consultation.title,
        partial(asking, consultation),
        ["pdf", "json"],
        about="Wat is gevraagd, aan wie, wanneer, in welke stappen, en wat er met reacties gebeurt.",
        address=settings.SITE_URL + consultation.get_absolute_url(),
        dated=timezone.localdate(consultation.opens_at),
        category=consultation.category,
    )


def asking(consultation):
    steps, questions = list(consultation.steps.all()), list(consultation.questions.all())
    version = consultation.version
    return Document(
        title=consultation.title,
        subtitle="Consultatie",
        version=f"over versie {version.number}, {version.get_status_display()}, {day(version.dated_on)}",
        dated=timezone.localdate(consultation.opens_at),
        address=settings.SITE_URL + consultation.get_absolute_url(),
        example=consultation.is_example,
        keywords=consultation.category.keywords,
        blocks=[
            *paragraphs(consultation.summary),
            Heading(1, "Wie vraagt wat, en wie besluit?"),
            Terms(terms(consultation)),
            Heading(1, "De vragen"),
            Bullets([one.text for one in questions], numbered=True) if questions else Paragraph("Er zijn geen vragen."),
            Heading(1, "De stappen"),
            Bullets([step_line(one) for one in steps]) if steps else Paragraph(f"De stappen zijn {UNKNOWN}."),
            *extension_blocks(consultation),
            Heading(1, "Bron"),
            Paragraph(reference(consultation.source) if consultation.source else UNKNOWN),
        ],
        data=[
            Table("Vragen", [Column("Vraag"), Column("Uitleg")], [(one.text, one.hint or None) for one in questions]),
            Table(
                "Stappen",
                [Column("Stap"), Column("Begint", "date"), Column("Eindigt", "date"), Column("Eindigt, in woorden")],
                [(one.title, one.starts_on, one.ends_on, one.ends_text or None) for one in steps],
            ),
        ],
    )


def terms(consultation):
    """Each thing that the page says, as (term, text)."""
    return [
        ("Wie vraagt", consultation.asked_by),
        ("Aan wie", consultation.asked_of),
        ("Open van", moment(consultation.opens_at)),
        ("Open tot en met", moment(consultation.last_minute)),
        ("Wat er met de reacties gebeurt", consultation.effect),
        ("Antwoord uiterlijk", day(consultation.answered_by) or UNKNOWN),
        ("Wie besluit, en wanneer", consultation.decided_by or UNKNOWN),
        ("Afgerond", day(consultation.finished_at) or "nog niet"),
    ]


def step_line(step):
    end = step.ends_text or day(step.ends_on)
    return f"{step.title}: {day(step.starts_on)}{f' tot en met {end}' if end else ''}"


def extension_blocks(consultation):
    """Each time that more time was given, and why."""
    if extensions := list(consultation.extensions.all()):
        yield Heading(1, "Verlengd")
        yield Bullets(
            [
                f"Op {day(one.made_at)}: van {moment(one.was_last_minute)} naar {moment(one.last_minute)}. {one.reason}"
                for one in extensions
            ]
        )


def letters_of(consultation):
    """The record of the reactions of which everyone may read a point."""
    return record_of(
        "reacties",
        f"Reacties op {consultation.title}",
        partial(letters, consultation),
        ["pdf", "csv", "json"],
        about="Elke reactie waarvan iedereen een punt mag lezen: van wie, namens wie, en wanneer ontvangen.",
        address=settings.SITE_URL + consultation.get_absolute_url(),
        dated=consultation.last_day,
        category=consultation.category,
    )


def letters(consultation):
    points = sorted(points_of(consultation), key=lambda point: (point.letter.number, point.letter_id))
    groups = [list(group) for _, group in groupby(points, key=lambda point: point.letter_id)]
    rows = [letter_row(group[0].letter, len(group)) for group in groups]
    return Document(
        title=f"Reacties op {consultation.title}",
        dated=consultation.last_day,
        address=settings.SITE_URL + consultation.get_absolute_url(),
        example=consultation.is_example,
        keywords=consultation.category.keywords,
        blocks=[Paragraph("Wat er in elke reactie staat, en wat ermee is gedaan, staat in de nota."), on_paper(rows)],
        data=[Table("Reacties", LETTERS, rows, unknown="")],
    )


def on_paper(rows):
    """The same with fewer columns: who signed stands with the sender, and no number is broken or runs on."""
    columns = [column for column in LETTERS if column.title != "Ondertekend door"]
    told = [
        (number.replace("-", HYPHEN), ", ".join(filter(None, [signed, sender])), *rest)
        for number, sender, kind, signed, *others in rows
        for rest in [(kind, *others)]
    ]
    return Table("Reacties", columns, told, unknown="")


def letter_row(letter, count):
    sender = capfirst(letter.sender)
    kind = SenderKind(letter.sender_kind).label
    return (letter.number, sender, kind, letter.signed_name or None, letter.received, count)


def nota_of(cut):
    """The records of the nota: its data as one, and to read in as many parts as it has."""
    known = {
        "address": settings.SITE_URL + cut.address,
        "dated": timezone.localdate(cut.consultation.dated),
        "category": cut.consultation.category,
    }
    numbers = parts(cut, "pdf")
    about = "Elk punt dat iedereen mag lezen, met het antwoord en de reden."
    whole = ["csv", "json"] if numbers else ["pdf", "csv", "json"]
    yield record_of("nota/nota", cut.title, partial(nota_document, cut), whole, about=about, **known)
    for number in numbers:
        title = f"{cut.title}, deel {number}"
        yield record_of(
            f"nota/deel-{number}", title, partial(part_of, cut, number, PART), ["pdf"], about=about, **known
        )
