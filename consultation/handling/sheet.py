"""The sheet of points: where each came from and what it says, with the columns in which it is answered and sorted.

A row carries marks of how the answer and the themes and labels stood when it was exported. What somebody else
changed since is told, and stays.
"""

from dataclasses import dataclass, replace
from hashlib import sha256

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Prefetch, Q
from django.utils import timezone

from consultation.actions.answering import group_of
from consultation.models import Answer, AnswerStage, Point, Verdict
from partners.ground.forms import Text
from partners.ground.sheets.fields import CellField, ChoiceCell, NumberCell, TextCell
from partners.ground.texts import PAGES

BETWEEN = "; "
ONLY_READ = "Alleen om te lezen; wat u hier typt, telt niet."
SEVERAL = "Meer dan een met een puntkomma ertussen."


class NamesCell(CellField, Text):
    """Names with a semicolon between them; it gives a list."""

    def clean(self, value):
        return list(dict.fromkeys(name.strip() for name in super().clean(value).split(";") if name.strip()))

    def as_cell(self, value):
        return BETWEEN.join(value)


class ReadCell(CellField, forms.Field):
    """A column that is only read: what somebody types in it is nothing."""

    def __init__(self, label, shows, help_text=ONLY_READ):
        super().__init__(label=label, required=False, shows=shows, help_text=help_text)


@dataclass(frozen=True)
class PointStanding:
    """How a point stands: the answer that holds or waits, or None, and the names of its themes and labels."""

    answer: Answer | None
    themes: list[str]
    labels: list[str]

    @property
    def said(self):
        """What the answer says, by the columns that say it; all empty without one."""
        names = ("verdict", "reason", "forwarded_to", "landed_elsewhere")
        return {name: getattr(self.answer, name, "") for name in names}

    @property
    def mark(self):
        """The mark of the answer and that of the themes and labels, as they are now."""
        return f"{digest(*self.said.values())}-{digest(self.themes, self.labels)}"


def digest(*said):
    return sha256(repr(said).encode()).hexdigest()[:10]


def standing(point, draft=None):
    """The PointStanding of a point that was read `for_sheet`, or as it will be with this `draft` of an answer."""
    answers = sorted(point.answers.all(), key=lambda one: (one.published_at is None, one.published_at, one.pk))
    return PointStanding(
        draft or (answers[-1] if answers else None),
        sorted(theme.name for theme in point.themes.all()),
        sorted(label.name for label in point.labels.all()),
    )


def for_sheet(points):
    """`points` with all that their rows say, in a fixed number of queries."""
    return points.select_related(
        "letter__body__partner", "letter__table__session", "letter__consultation", "wording__element", "question"
    ).prefetch_related("themes", "labels", Prefetch("answers", Answer.objects.select_related("drafted_by")))


def received_on(point):
    letter = point.letter
    return (letter.received_on or timezone.localdate(letter.sent_at)).isoformat()


def proposal(point):
    return "schrap deze tekst" if point.proposes_deletion else point.proposal


def stage(point):
    """How far the answer is, and on which day it came on the site."""
    answer = standing(point).answer
    if answer is None:
        return AnswerStage.OPEN.label
    return f"{answer.stage.label}{f', {timezone.localdate(answer.published_at)}' if answer.published_at else ''}"


def of_answer(name):
    return lambda point: standing(point).said[name]


class PointRow(forms.Form):
    """One point in a sheet. What is only read comes first."""

    point = NumberCell(
        label="Punt",
        min_value=1,
        decimal_places=0,
        max_digits=12,
        shows=lambda point: point.pk,
        help_text="Het nummer.",
    )
    mark = TextCell(
        label="Kenmerk",
        max_length=40,
        shows=lambda point: standing(point).mark,
        help_text="Laat dit staan: zo overschrijft u niet wat een ander intussen deed.",
    )
    consultation = ReadCell("Consultatie", lambda point: str(point.letter.consultation))
    number = ReadCell("Ontvangstnummer", lambda point: point.letter.number)
    sender = ReadCell("Van", lambda point: str(point.letter.sender))
    sender_kind = ReadCell("Namens wie", lambda point: point.letter.get_sender_kind_display())
    channel = ReadCell("Hoe het binnenkwam", lambda point: point.letter.get_channel_display())
    received = ReadCell("Ontvangen op", received_on)
    sharing = ReadCell("Wie het mag lezen", lambda point: point.letter.get_sharing_display())
    code = ReadCell("Code", lambda point: point.wording.element.code if point.wording else "")
    about = ReadCell("Over", lambda point: point.about)
    quoted = ReadCell("De tekst waarop het is geschreven", lambda point: point.quoted_text)
    kind = ReadCell("Soort", lambda point: point.kind_label)
    text = ReadCell("Punt, tekst", lambda point: point.text)
    proposal = ReadCell("Voorstel", proposal)
    stage = ReadCell("Stand van het antwoord", stage)
    themes = NamesCell(
        label="Thema’s", required=False, max_length=2_000, help_text=SEVERAL, shows=lambda point: standing(point).themes
    )
    labels = NamesCell(
        label="Labels",
        required=False,
        max_length=2_000,
        help_text=f"Ziet alleen het secretariaat. {SEVERAL}",
        shows=lambda point: standing(point).labels,
    )
    verdict = ChoiceCell(
        Verdict,
        default="",
        label="Oordeel",
        shows=of_answer("verdict"),
        help_text=f"{', '.join(Verdict.values)}. Leeg laat het antwoord zoals het is.",
    )
    reason = TextCell(label="Reden", required=False, max_length=PAGES, shows=of_answer("reason"))
    forwarded_to = TextCell(label="Doorgestuurd naar", required=False, max_length=160, shows=of_answer("forwarded_to"))
    landed_elsewhere = TextCell(
        label="Verwerkt buiten deze tekst", required=False, max_length=300, shows=of_answer("landed_elsewhere")
    )
    correction = TextCell(
        label="Waarom opnieuw beantwoord",
        required=False,
        max_length=300,
        shows=lambda point: "",
        help_text="Alleen als er al een antwoord op de site staat.",
    )

    def clean(self):
        cleaned = super().clean()
        answered = any(cleaned.get(name) for name in ("reason", "forwarded_to", "landed_elsewhere", "correction"))
        if answered and not cleaned.get("verdict") and "verdict" not in self.errors:
            raise ValidationError({"verdict": "Kies een oordeel bij dit antwoord."})
        return cleaned


FILLED_IN = [
    "point",
    "mark",
    "themes",
    "labels",
    "verdict",
    "reason",
    "forwarded_to",
    "landed_elsewhere",
    "correction",
]


def filled_in(sheet):
    """The Sheet with only the columns that one fills in: of the others it does not matter what they say."""
    kept = {PointRow.base_fields[name].label for name in FILLED_IN}
    rows = [(row, {column: text for column, text in texts.items() if column in kept}) for row, texts in sheet.rows]
    return replace(sheet, rows=rows)


def points_of(keys):
    """(the points with these keys that count, by key; all that one answer may be to, by key), locked.

    The second are those of the first, all equal to them and all with the same draft, read `to_answer`. Answers are
    locked before points, as where one is written, so that the two never wait for each other.
    """
    waiting = Answer.objects.filter(pk__in=Answer.objects.filter(points__in=keys).values("pk"), published_at=None)
    drafts = list(waiting.select_for_update().order_by("pk"))
    group = group_of(Point.objects.filter(Q(pk__in=keys) | Q(answers__in=drafts)).distinct())
    counted = for_sheet(Point.objects.counted().filter(pk__in=keys))
    return {point.pk: point for point in counted}, {point.pk: point for point in group}
