"""The nota van beantwoording as a Document: what was said, by whom, and what was done. It is generated, never typed."""

from itertools import groupby
from math import ceil

from django.conf import settings
from django.utils import timezone
from django.utils.text import capfirst

from consultation.models import SenderKind, Sharing
from consultation.nota.order import (
    anchor_of,
    answered_together,
    in_order,
    numbers_of,
    subject_of,
    who_said_what,
)
from consultation.nota.points import NOT_YET
from consultation.provenance import provenance
from partners.ground.documents import (
    ChangedText,
    Column,
    Document,
    Heading,
    Notice,
    Paragraph,
    Quote,
    Register,
    Run,
    Table,
    Terms,
    paragraphs,
)
from partners.ground.documents.citing import cited_blocks
from partners.ground.templatetags.dutch import day, listed, unbroken


def document_of(cut):
    """The nota, or the Cut of it that is asked for, as a Document. Its points are those that the page shows."""
    found = in_order(cut.points)
    numbers = numbers_of(cut, found)
    blocks = [*opening(cut), *chapters(found, numbers), *register(found, numbers), *where(cut)]
    return written(cut, blocks, data=[points_table(found, cut, numbers), totals_table(cut.totals)])


def part_of(cut, number, most):
    """The part with that number of the same as a Document to read, with at most `most` points; 1 has the totals."""
    found = in_order(cut.points)
    numbers = numbers_of(cut, found)
    members = found[(number - 1) * most : number * most]
    which = f"deel {number} van {ceil(len(found) / most)}"
    about = Paragraph(
        f"Deze nota is te groot voor één bestand. Dit is {which}, met {len(members)} van de {len(found)} punten."
    )
    begin = opening(cut) if number == 1 else []
    blocks = [about, *begin, *chapters(members, numbers), *register(members, numbers), *where(cut)]
    return written(cut, blocks, which=which)


def where(cut):
    """The short address of the nota, at the end of it."""
    yield from cited_blocks(cut.consultation, "De nota, met elk antwoord op een eigen adres, staat op")


def written(cut, blocks, *, data=(), which=""):
    """A Document of the nota with those blocks. `which` says which part of it this is."""
    consultation, version = cut.consultation, cut.consultation.version
    subtitle = f"{consultation.title}: {cut.body}" if cut.body else consultation.title
    return Document(
        title=cut.title,
        subtitle=", ".join(filter(None, [subtitle, which])),
        dated=consultation.dated,
        version=f"over versie {version.number}, {version.get_status_display()}, {day(version.dated_on)}",
        address=settings.SITE_URL + cut.address,
        example=consultation.is_example,
        keywords=consultation.category.keywords,
        restricted=cut.restricted,
        blocks=blocks,
        data=list(data),
        remarks=[cut.unread_sentence] if cut.unread_sentence else [],
    )


def opening(cut):
    """What stands before the points: what this is, and the totals."""
    consultation, totals = cut.consultation, cut.totals
    yield Heading(1, "Over deze nota", anchor="over")
    yield Paragraph(
        f"In deze nota staat wat is gezegd over {consultation.version.agenda.title}, en wat daarmee is gedaan. "
        f"Reageren kon tot en met {day(consultation.last_day)}."
    )
    yield Paragraph("Een reactie namens een raad is iets anders dan die van één persoon. Wij tellen die nooit op.")
    if cut.body:
        yield Paragraph(f"Hier staan alleen de punten van {cut.body.in_sentence}.")
    if consultation.is_example:
        yield Notice("Voorbeeld: deze consultatie, de reacties en de antwoorden zijn verzonnen.")
    if cut.unread_sentence:
        yield Notice(cut.unread_sentence)
    yield Heading(1, "Hoeveel, per soort afzender", anchor="totalen")
    yield Table(
        "Punten per soort afzender, en wat ermee is gedaan",
        [Column("Afzender"), Column("Punten", "number"), Column("Wat ermee is gedaan")],
        rows=[
            (capfirst(sender_kind.label), count, " ".join(f"{name}: {cell}." for name, cell in done))
            for sender_kind, count, done in totals.told_rows
        ],
    )


def totals_table(totals):
    """Every kind of sender on a row and every verdict in a column, for spreadsheets and programs."""
    return Table(
        "Punten per afzender en oordeel",  # a tab of a sheet holds 31 characters
        [Column("Afzender"), *(Column(capfirst(name), "number") for name in totals.columns), Column("Samen", "number")],
        rows=[(capfirst(sender_kind.label), *cells, count) for sender_kind, cells, count in totals.rows],
    )


def chapters(found, numbers):
    """A chapter per passage or question, with its points; those with one answer are answered once."""
    for _, members in groupby(found, key=subject_of):
        members = list(members)
        first = members[0]
        if first.wording:
            element = first.wording.element
            yield Heading(1, element.name, number=first.wording.number, anchor=f"t{first.wording.code}")
            address = settings.SITE_URL + first.wording.get_absolute_url()
            yield Paragraph(["De tekst waarop is gereageerd: ", Run(first.wording.code, link=address)], small=True)
        else:
            yield Heading(1, first.subject, anchor=f"v{first.question_id or 0}")
        for group in answered_together(members):
            yield from entry(group, numbers)


def register(found, numbers):
    """Where each body is to be found, when there is more than one."""
    entries = who_said_what(found, numbers)
    if len(entries) > 1:
        yield Heading(1, "Register: wie reageerde, en waar staat dat?", anchor="register")
        yield Register(entries)


def entry(group, numbers):
    """The points that share one answer: who said what, and then the answer."""
    printed = {}
    for point in group:
        number = numbers.get(point.pk)
        yield from said(point, f"Punt {number}:" if number else "Niet openbaar punt:", same_as=printed)
        printed.setdefault((point.text, point.proposal, point.proposes_deletion), number)
    answer = group[0].answer
    if answer is None:
        yield Paragraph([Run("Antwoord: ", bold=True), Run(NOT_YET, italic=True)])
        return
    together = [str(numbers[point.pk]) for point in group if point.pk in numbers]
    yield from answered(answer, f" op de punten {listed(together)}" if len(together) > 1 else "")


def said(point, number="", *, same_as=()):
    """Who said what, from whom it was taken over and who joined it. Words that stand above are not printed again.

    `same_as` has the numbers of the points above by what they say.
    """
    yield Heading(2, capfirst(point.letter.sender), number=number, anchor=anchor_of(point))
    address = settings.SITE_URL + point.get_absolute_url()
    yield Paragraph(
        [", ".join(particulars(point)), ". ", Run(unbroken(f"Op de site: punt {point.pk}"), link=address)], small=True
    )
    if origin := provenance((below.letter.sender, below.letter.sent_at) for below in point.ladder):
        yield Paragraph(origin, small=True)
    if above := dict(same_as).get((point.text, point.proposal, point.proposes_deletion)):
        yield Paragraph(f"Met dezelfde woorden als punt {above}.")
    else:
        yield Quote(point.text)
        if point.proposal_heading:
            yield Paragraph(f"{point.proposal_heading}:")
            yield ChangedText(point.quoted_text, point.proposal)
    if point.joined_by:
        yield Paragraph(point.joined_by, small=True)


def particulars(point):
    """What kind of point it is, in whose name, of which day, of a minority or not, signed by whom, public or not."""
    letter = point.letter
    found = [
        capfirst(point.get_kind_display() or "antwoord"),
        SenderKind(letter.sender_kind).label,
        day(letter.received),
        point.minority,
        letter.signed_name,
        letter.not_public,
    ]
    return [words for words in found if words]


def answered(answer, to=""):
    """What was done with a point, or with all that it is an answer `to`, why, and where that is to be read."""
    since = f"op de site sinds {day(answer.published_at)}"
    yield Terms([(f"Antwoord{to}, {since}", [Run(answer.sentence, bold=True), "."])])
    yield from paragraphs(answer.reason)
    for wording in answer.wordings.all():
        address = settings.SITE_URL + wording.get_absolute_url()
        yield Paragraph(["Gewijzigde tekst: ", Run(f"{wording.element}, {wording.code}", link=address)])
    if answer.landed_elsewhere:
        yield Paragraph(answer.landed_sentence)
    if answer.correction:
        yield Paragraph(f"Dit is een nieuw antwoord: {answer.correction}", small=True)


def in_cell(counts):
    """How many joined per kind of sender, for a cell; None for none."""
    return ", ".join(f"{sender_kind.label}: {count}" for sender_kind, count in counts) or None


# What spreadsheets and programs get of a point, and of its answer: each column with what stands in it. None is empty.
OF_POINT = [
    (Column("Punt", "number"), lambda point: point.pk),
    (Column("Adres"), lambda point: settings.SITE_URL + point.get_absolute_url()),
    (Column("Code"), lambda point: point.wording.element.code if point.wording else None),
    (Column("Versie", "number"), lambda point: point.wording.version.number if point.wording else None),
    (Column("Onderwerp"), lambda point: point.subject),
    (Column("Soort"), lambda point: point.get_kind_display() or "antwoord"),
    (Column("Afzender"), lambda point: point.letter.sender),
    (Column("Namens"), lambda point: SenderKind(point.letter.sender_kind).label),
    (Column("Naam"), lambda point: point.letter.signed_name or None),
    (Column("Reactie"), lambda point: point.letter.number),
    (Column("Ontvangen", "date"), lambda point: point.letter.received),
    (Column("Minderheid"), lambda point: (point.minority_of or "ja") if point.is_minority else None),
    (Column("Overgenomen van"), lambda point: "; ".join(below.letter.sender for below in point.ladder) or None),
    (Column("Tekst"), lambda point: point.text),
    (Column("Voorstel"), lambda point: point.proposal or None),
    (Column("Schrap de passage"), lambda point: "ja" if point.proposes_deletion else None),
    (Column("Sluit aan"), lambda point: in_cell(point.endorsed)),
    (Column("Sloot aan voor een wijziging"), lambda point: in_cell(point.endorsed_before)),
]
OF_ANSWER = [
    (Column("Oordeel"), lambda answer: answer.get_verdict_display()),
    (Column("Reden"), lambda answer: answer.reason or None),
    (Column("Doorgestuurd naar"), lambda answer: answer.forwarded_to or None),
    (Column("Gewijzigde teksten"), lambda answer: ", ".join(text.code for text in answer.wordings.all()) or None),
    (Column("Verwerkt in"), lambda answer: answer.landed_elsewhere or None),
    (Column("Waarom opnieuw beantwoord"), lambda answer: answer.correction or None),
    (Column("Beantwoord op", "date"), lambda answer: timezone.localdate(answer.published_at)),
]


def points_table(found, cut, numbers):
    """Every point on a row, for spreadsheets and programs. Where not everyone may read all, each row says who may."""
    readers = [Column("Wie mag dit lezen")] if cut.for_members else []
    return Table(
        "Punten en antwoorden",
        [*(column for column, _ in (*OF_POINT, *OF_ANSWER)), *readers, Column("Nummer in de nota", "number")],
        rows=[(*row(point), *(readers_of(point, cut) for _ in readers), numbers.get(point.pk)) for point in found],
        unknown="",
    )


def readers_of(point, cut):
    """Who may read a point of the cut for members."""
    return "iedereen" if point.letter.sharing == Sharing.PUBLIC else f"alleen voor leden van {cut.body.in_sentence}"


def row(point):
    """The cells of one point, in the order of OF_POINT and OF_ANSWER."""
    answer = point.answer
    return (
        *(value(point) for _, value in OF_POINT),
        *(value(answer) if answer else None for _, value in OF_ANSWER),
    )
