"""The nota van beantwoording: what was said, by whom, and what was done with it. It is generated, never typed.

The page and every file come from the same query, `points`; the totals count all that counts, also what its senders
did not share with everyone.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from agenda.models import Wording
from consultation.models import Answer, Endorsement, Point, SenderKind, Sharing, Verdict
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
from partners.ground.templatetags.dutch import counted, day, listed

NOT_YET = "nog geen antwoord"


def points(consultation, *, body=None, is_member=False, at=None):
    """The points of the nota at the moment `at`, in the order of the text, with all that is said of each.

    With `body` only that body's own; to who is a member of it also those that not everyone may read. The number of
    queries is fixed.
    """
    found = Point.objects.counted() if body and is_member else Point.objects.public(at)
    if body:
        found = found.filter(letter__body=body)
    return (
        found.filter(letter__consultation=consultation)
        .select_related(
            "letter__body__partner",
            "letter__table__session",
            "letter__consultation",
            "wording__element",
            "wording__version",
            "question",
            "adopted_from__letter__body__partner",
            "adopted_from__letter__consultation",
            "adopted_from__adopted_from__letter__body__partner",
            "adopted_from__adopted_from__letter__consultation",
        )
        .annotate(verdict=current_verdict(at), sender_kinds=joined_sender_kinds())
        .with_answers(at)
        .order_by(F("wording__position").asc(nulls_last=True), F("question__position").asc(nulls_last=True), "pk")
    )


def joined_sender_kinds():
    """In whose name each body joined a point, as a list."""
    return ArraySubquery(Endorsement.objects.filter(point=OuterRef("pk")).order_by().values("sender_kind"))


def current_verdict(at=None):
    """The verdict of the answer to a point that holds at the moment `at`; None while there is none."""
    answers = Answer.objects.published(at).filter(points=OuterRef("pk")).order_by("-published_at", "-pk")
    return Subquery(answers.values("verdict")[:1])


@dataclass(frozen=True)
class Totals:
    """How many points of each kind of sender got each verdict, never added up. One query makes it."""

    counts: Counter
    # (primary key, name) of each body with a point, for the cut per body.
    bodies: tuple | list = ()

    @classmethod
    def of(cls, consultation, *, body=None, at=None):
        """Counts every point that counts, or those of `body`, whoever may read their text."""
        found = Point.objects.counted().filter(letter__consultation=consultation)
        if body:
            found = found.filter(letter__body=body)
        rows = found.annotate(verdict=current_verdict(at)).order_by()
        counts, names = Counter(), {}
        for sender_kind, verdict, sharing, pk, name in rows.values_list(
            "letter__sender_kind", "verdict", "letter__sharing", "letter__body", "letter__body__name"
        ):
            counts[sender_kind, verdict, sharing] += 1
            names[pk] = name
        names.pop(None, None)  # a table is of no body
        return cls(counts, sorted(names.items(), key=lambda body: body[1].casefold()))

    @property
    def verdicts(self):
        """The verdicts that occur, in their own order."""
        found = {verdict for _, verdict, _ in self.counts}
        return [verdict for verdict in Verdict if verdict in found]

    @property
    def has_open(self):
        """Whether a point has no answer yet."""
        return any(verdict is None for _, verdict, _ in self.counts)

    @property
    def columns(self):
        """The heads of the columns: each verdict that occurs, and whether anything waits for an answer."""
        return [verdict.label for verdict in self.verdicts] + ([NOT_YET] if self.has_open else [])

    @property
    def rows(self):
        """(SenderKind, how many per column, how many in all) for each kind of sender that occurs."""
        asked = [*self.verdicts, *([None] if self.has_open else [])]
        found = Counter()
        for (sender_kind, verdict, _), count in self.counts.items():
            found[sender_kind, verdict] += count
        return [
            (sender_kind, cells, sum(cells))
            for sender_kind in SenderKind
            if any(cells := [found[sender_kind.value, verdict] for verdict in asked])
        ]

    @property
    def labelled_rows(self):
        """As `rows`, but each cell with the head of its column, for a screen on which rows stand below each other."""
        return [
            (sender_kind, list(zip(self.columns, cells, strict=True)), count) for sender_kind, cells, count in self.rows
        ]

    @property
    def unread(self):
        """(SenderKind, how many) of the points of which not everyone may read the text."""
        found = Counter()
        for (sender_kind, _, sharing), count in self.counts.items():
            if sharing != Sharing.PUBLIC:
                found[sender_kind] += count
        return [(sender_kind, found[sender_kind.value]) for sender_kind in SenderKind if found[sender_kind.value]]

    @property
    def unread_sentence(self):
        """What the reader should know of them, or ""."""
        if not self.unread:
            return ""
        told = listed([f"{counted(count, 'punt,punten')} {sender_kind.label}" for sender_kind, count in self.unread])
        counts = "dat telt" if sum(count for _, count in self.unread) == 1 else "die tellen"
        return f"Niet iedereen mag alles lezen. Van {told} staat de tekst niet in deze nota; {counts} wel mee."


def stand(at=None):
    """When the newest answer to a consultation came on the site, in a query; None while there is none."""
    answers = Answer.objects.published(at).filter(points__letter__consultation=OuterRef("pk"))
    return Subquery(answers.order_by("-published_at").values("published_at")[:1])


def is_there(at=None):
    """Whether an answer to a point of a consultation is on the site at the moment `at`, as a condition in a query."""
    return Exists(Answer.objects.published(at).filter(points__letter__consultation=OuterRef("pk")))


def first_changed(at=None):
    """The code of the first part of the agenda that an answer on the site at the moment `at` changed, or None."""
    at = at or timezone.now()
    changed = Wording.objects.published(at).filter(
        answers__published_at__lte=at, answers__points__letter__consultation=OuterRef("pk")
    )
    return Subquery(changed.order_by("element__position").values("element__code")[:1])


def document(consultation, *, found, totals, dated, address, body=None):
    """The nota as a Document. `found` are the points as `points` gives them, the same that the page shows."""
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


def themes(consultation):
    """The themes of `consultation` with `totals`, how many points of each sender got which verdict; three queries."""
    tagged = Point.objects.counted().filter(letter__consultation=consultation).annotate(verdict=current_verdict())
    counts = {}
    rows = tagged.order_by().values_list("themes", "letter__sender_kind", "verdict", "letter__sharing")
    for theme, *rest in rows.filter(themes__isnull=False):
        counts.setdefault(theme, Counter())[tuple(rest)] += 1
    found = list(consultation.themes.all())
    for theme in found:
        theme.totals = Totals(counts.get(theme.pk, Counter()))
    return found


def address_of(consultation, body=None):
    """Where the nota, or the cut for `body`, is on the site."""
    if body:
        return reverse("consultation:nota_of_body", args=[consultation.slug, body.pk])
    return reverse("consultation:nota", args=[consultation.slug])


def place_of(pk, consultation, at=None):
    """How many points stand before the one with that primary key in the public nota; None when it is not in it."""
    ids = list(points(consultation, at=at).prefetch_related(None).values_list("pk", flat=True))
    return ids.index(pk) if pk in ids else None


def chosen(found, *, code="", body="", sender_kind="", verdict="", theme=""):
    """Those of `found` that fit every filter; "" asks nothing, and "open" as a verdict asks for those without one."""
    asked = Q()
    if code:
        asked &= Q(wording__element__code=code)
    if body:
        asked &= Q(letter__body=body)
    if sender_kind:
        asked &= Q(letter__sender_kind=sender_kind)
    if theme:
        asked &= Q(themes=theme)
    if verdict:
        asked &= Q(verdict=None) if verdict == "open" else Q(verdict=verdict)
    return found.filter(asked)
