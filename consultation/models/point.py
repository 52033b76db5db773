"""The remarks in a letter, and who joined them."""

from collections import Counter
from hashlib import blake2s

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from agenda import differences
from agenda.models import Wording
from consultation.models.consultation import Question
from consultation.models.letter import Letter
from consultation.models.letter_choices import Sharing
from consultation.models.point_queries import PointQuerySet
from consultation.models.sender_kind import (
    SenderKind,
)

# Some eight pages of text; the form says so, and nothing is ever cut.
POINT_LENGTH = 20_000


class PointKind(models.TextChoices):
    """What sort of remark it is."""

    SUPPORT = "steun", "steun"
    WISH = "wens", "wens"
    OBJECTION = "bezwaar", "bezwaar"
    QUESTION = "vraag", "vraag"
    ERROR = "fout", "fout in de tekst"


def fingerprint(*, kind="", text="", proposal=""):
    """A short text that differs when what a point says differs."""
    return blake2s("\0".join([kind, text, proposal]).encode(), digest_size=8).hexdigest()


class Point(models.Model):
    """One remark on one wording, the answer to one question of the consultation, or a remark on the whole text.

    It keeps a copy of the words it was written on, and stays with them whatever later versions say. In a draft
    it may still be unfinished; `problem` says what is missing.
    """

    letter = models.ForeignKey(Letter, verbose_name="reactie", on_delete=models.CASCADE, related_name="points")
    wording = models.ForeignKey(
        Wording,
        verbose_name="over de tekst",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="points",
    )
    question = models.ForeignKey(
        Question,
        verbose_name="antwoord op de vraag",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="points",
    )
    origin = models.ForeignKey(
        "self",
        verbose_name="wijzigt",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="changes",
        help_text="Het verstuurde punt waarvan dit de nog niet verstuurde wijziging is.",
    )
    quoted_text = models.TextField("tekst waarop het is geschreven", blank=True, editable=False)
    kind = models.CharField("soort", max_length=12, choices=PointKind, blank=True)
    text = models.TextField("tekst", validators=[MaxLengthValidator(POINT_LENGTH)])
    proposal = models.TextField("voorstel voor een andere tekst", blank=True)
    # The key of the form that saved it last, so that one form never makes two points, however often it is sent.
    saved_in = models.UUIDField("opgeslagen in formulier", null=True, blank=True, editable=False)
    is_minority = models.BooleanField(
        "minderheidsstandpunt", default=False, help_text="Staat naast wat de meerderheid vindt, in dezelfde reactie."
    )
    minority_of = models.CharField(
        "van wie", max_length=160, blank=True, help_text="Niet verplicht. Bijvoorbeeld: een deel van de raad."
    )
    adopted_from = models.ForeignKey(
        "self",
        verbose_name="overgenomen van",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="adoptions",
        help_text="Het punt van een lid of fractie dat hiermee is overgenomen.",
    )
    part_of = models.ForeignKey(
        "self",
        verbose_name="deel van",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="parts",
        help_text="Het punt dat het secretariaat heeft gesplitst. Dat blijft zelf heel.",
    )
    same_as = models.ForeignKey(
        "self",
        verbose_name="gelijk aan",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="equals",
        help_text="Krijgt hetzelfde antwoord als dat punt.",
    )
    themes = models.ManyToManyField("Theme", verbose_name="thema’s", related_name="points", blank=True)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="behandelaar",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="assigned_points",
    )
    handle_by = models.DateField("beantwoorden voor", null=True, blank=True)
    created_at = models.DateTimeField("gemaakt", auto_now_add=True)
    updated_at = models.DateTimeField("opgeslagen", auto_now=True)

    objects = PointQuerySet.as_manager()

    class Meta:
        verbose_name = "punt"
        verbose_name_plural = "punten"
        ordering = ["letter", "pk"]
        # What makes "says nearly the same" quick among thousands of points.
        indexes = [GinIndex(fields=["text"], opclasses=["gin_trgm_ops"], name="point_text_trigrams")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[*PointKind.values, ""]),
                name="point_kind_is_known",
                violation_error_message="Kies een soort uit de lijst.",
            ),
            models.CheckConstraint(
                condition=(Q(wording__isnull=False, question__isnull=True) & ~Q(quoted_text=""))
                | Q(wording__isnull=True, quoted_text=""),
                name="point_is_about_a_wording_or_a_question",
                violation_error_message="Een punt gaat over een tekst, over een vraag, of over het geheel.",
            ),
            models.CheckConstraint(
                condition=Q(is_minority=True) | Q(minority_of=""),
                name="only_a_minority_is_named",
                violation_error_message="Vul dit alleen in bij een minderheidsstandpunt.",
            ),
            models.CheckConstraint(
                condition=~Q(same_as=F("id")) & ~Q(part_of=F("id")) & ~Q(adopted_from=F("id")),
                name="a_point_does_not_point_at_itself",
                violation_error_message="Kies een ander punt.",
            ),
            models.UniqueConstraint(
                fields=["letter", "question"],
                condition=Q(part_of__isnull=True),
                name="one_answer_per_question_and_letter",
                violation_error_message="U hebt deze vraag al beantwoord.",
            ),
            models.UniqueConstraint(
                fields=["letter", "saved_in"],
                condition=Q(wording__isnull=False),
                name="one_form_makes_one_point",
                violation_error_message="Dit formulier is al opgeslagen.",
            ),
        ]

    def __str__(self):
        return f"{self.letter}, {self.get_kind_display() or 'antwoord'}: {self.text[:60]}"

    def get_absolute_url(self):
        """Its lasting address in the nota van beantwoording, whatever page it stands on there."""
        return reverse("consultation:nota_point", args=[self.letter.consultation.slug, self.pk])

    @property
    def reopened(self):
        """The Reopening of it, or None."""
        return getattr(self, "reopening", None)

    @property
    def answer(self):
        """The answer that holds, after `with_answers`; None while there is none on the site."""
        return self.published_answers[-1] if self.published_answers else None

    @property
    def earlier_answers(self):
        """The answers before that, the newest first."""
        return self.published_answers[-2::-1]

    @property
    def ladder(self):
        """The points of a member or group that this was adopted from and that everyone may read, lowest first."""
        below = self.adopted_from
        if below is None or below.letter.sharing != Sharing.PUBLIC:
            return []
        return [*below.ladder, below]

    @property
    def about(self):
        """What it is about, with the number it had then: '1.2 Betere banen', or the question."""
        if self.wording:
            return f"{self.wording.number} {self.wording.element.name}".strip()
        return self.subject

    @property
    def endorsed(self):
        """(SenderKind, how many joined it) for each that occurs, never added up; from `sender_kinds` if asked for."""
        sender_kinds = getattr(self, "sender_kinds", None)
        found = Counter([one.sender_kind for one in self.endorsements.all()] if sender_kinds is None else sender_kinds)
        return [(sender_kind, found[sender_kind.value]) for sender_kind in SenderKind if found[sender_kind.value]]

    @property
    def subject(self):
        """What it is about: 'Opgave 1.2: Toekomstbestendige arbeidsmarkt', or the question."""
        if self.wording:
            return str(self.wording.element)
        return str(self.question or "De hele tekst")

    @property
    def rungs(self):
        """The points of a member or group that this one was adopted from, the lowest first."""
        below = self.adopted_from
        return [*below.rungs, below] if below else []

    @property
    def fingerprint(self):
        """Another one for other words; that of no words for a point that does not exist."""
        return fingerprint(kind=self.kind, text=self.text, proposal=self.proposal)

    @property
    def proposed_change(self):
        """Safe HTML with what the proposal takes out of the words it was written on, and what it adds."""
        return differences.html(self.quoted_text, self.proposal)

    @property
    def problem(self):
        """What must still be done before it can be sent, as an instruction, or ""."""
        if self.wording and not self.kind:
            return "kies wat voor reactie het is"
        if not self.text:
            return "schrijf wat u wilt meegeven"
        return ""
