"""The remarks in a letter, and who joined them."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from agenda import differences
from agenda.models import Wording
from consultation.models.consultation import Question
from consultation.models.endorsement import in_words, per_kind
from consultation.models.letter import Letter
from consultation.models.letter_choices import Sharing
from consultation.models.point_words import POINT_LENGTH, WORDS, PointKind, fingerprint, proposal_heading
from consultation.models.queries.points import PointQuerySet
from consultation.provenance import linked_provenance, minority, provenance
from partners.ground.templatetags.dutch import day
from partners.ground.texts import CHAPTER


class Point(models.Model):
    """One remark on one wording, the answer to one question of the consultation, or a remark on the whole text.

    Each point that counts must be answered before its consultation is finished. What needs no answer, such as a
    rating, is therefore no point, and gets a model of its own.

    It keeps a copy of the words it was written on, and stays with them whatever later versions say. In a draft
    it may still be unfinished; `problem` says what is missing.
    """

    cited_as = "P"

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
    quoted_text = models.TextField("tekst waarop het is geschreven", max_length=CHAPTER, blank=True, editable=False)
    kind = models.CharField("soort", max_length=12, choices=PointKind, blank=True)
    text = models.TextField("tekst", max_length=POINT_LENGTH)
    proposal = models.TextField("voorstel voor een andere tekst", max_length=POINT_LENGTH, blank=True)
    proposes_deletion = models.BooleanField(
        "voorstel om de tekst te schrappen", default=False, help_text="Dan is er geen voorstel voor een andere tekst."
    )
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
    labels = models.ManyToManyField("InternalLabel", verbose_name="labels", related_name="points", blank=True)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="behandelaar",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="assigned_points",
    )
    handle_by = models.DateField("beantwoorden voor", null=True, blank=True)
    # Who of a group wrote it and who changed its words last. Personal data: only those who write together read it.
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="geschreven door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="written_points",
    )
    written_at = models.DateTimeField("geschreven op", null=True, blank=True, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="het laatst gewijzigd door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="changed_points",
    )
    changed_at = models.DateTimeField("het laatst gewijzigd op", null=True, blank=True, editable=False)
    created_at = models.DateTimeField("gemaakt", auto_now_add=True)
    updated_at = models.DateTimeField("opgeslagen", auto_now=True)

    objects = PointQuerySet.as_manager()
    # In whose name each body joined what it says now, and what it said before, after `with_joins`; None without that.
    sender_kinds = earlier_kinds = None

    class Meta:
        verbose_name = "punt"
        verbose_name_plural = "punten"
        ordering = ["letter", "pk"]
        # What makes "says nearly the same" quick among thousands of points.
        indexes = [
            GinIndex(fields=["text"], opclasses=["gin_trgm_ops"], name="point_text_trigrams"),
            # The points of a nota are counted without reading their texts.
            models.Index(fields=["id"], include=["letter"], name="points_with_letter"),
        ]
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
                condition=Q(proposes_deletion=False) | Q(proposal="", wording__isnull=False),
                name="what_is_deleted_is_a_text_without_another",
                violation_error_message="Schrap een tekst, of stel er een andere tekst voor. Niet allebei.",
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
    def place_path(self):
        """Where it stands among all others on its text, or else the page of its consultation."""
        if self.wording is None:
            return self.letter.consultation.get_absolute_url()
        return f"{reverse('agenda:why', args=[self.wording.element.code])}#punt-{self.pk}"

    @property
    def reopened(self):
        """The Reopening of it, or None."""
        return getattr(self, "reopening", None)

    def has_other_draft(self, answer):
        """Whether it has another answer than `answer` that is not on the site yet."""
        return any(not other.is_published() for other in self.answers.all() if other.pk != answer.pk)

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
    def kind_label(self):
        """What it is to everyone: 'wens', 'antwoord' to a question, or 'reactie' to the whole text."""
        return self.get_kind_display() or ("antwoord" if self.question_id else "reactie")

    @property
    def heading(self):
        """What it is to those who wrote it: 'Wens', 'Uw antwoord' or 'Uw reactie'."""
        return capfirst(self.kind_label) if self.kind else f"Uw {self.kind_label}"

    @property
    def minority(self):
        """'minderheidsstandpunt van een deel van de raad', or "" for what the majority holds."""
        return minority(self.is_minority, self.minority_of)

    @property
    def byline(self):
        """Whose sent point it is: 'Wens van fractie Stadsbelang, gemeenteraad van Zwolle, 3 januari 2023'."""
        letter = self.letter
        name = f" ({letter.signed_name})" if letter.signed_name else ""
        return f"{capfirst(self.kind_label)} van {letter.sender}{name}, {day(letter.sent_at)}"

    @property
    def provenance(self):
        """A sentence with whom it was adopted from, after `with_rungs`; "" for a point of one's own."""
        return provenance((rung.letter.sender, rung.letter.sent_at) for rung in self.rungs)

    @property
    def public_provenance(self):
        """The same as safe HTML with links, and only with what everyone may read."""
        return linked_provenance(
            (format_html('<a href="{}">{}</a>', below.get_absolute_url(), below.letter.sender), below.letter.sent_at)
            for below in self.ladder
        )

    @property
    def joined_by(self):
        """A sentence with how many joined it per kind of sender; "" without `with_joins`, and when nobody did.

        Those who joined what it said before it was changed are counted apart.
        """
        if self.sender_kinds is None:
            return ""
        said = [
            ("Aangesloten", self.endorsed),
            ("Aangesloten bij de tekst van vóór een wijziging", self.endorsed_before),
        ]
        return " ".join(f"{what}: {in_words(counts)}." for what, counts in said if counts)

    @property
    def about(self):
        """What it is about, with the number it had then: '1.2 Betere banen', or the question."""
        if self.wording:
            return f"{self.wording.number} {self.wording.element.name}".strip()
        return self.subject

    @property
    def endorsed(self):
        """(SenderKind, how many joined what it says now) for each that occurs, never added up.

        A query without `with_joins`.
        """
        if self.sender_kinds is None:
            return per_kind(joined.sender_kind for joined in self.endorsements.all() if joined.is_current)
        return per_kind(self.sender_kinds)

    @property
    def endorsed_before(self):
        """The same of those who joined what it said before it was changed."""
        if self.earlier_kinds is None:
            return per_kind(joined.sender_kind for joined in self.endorsements.all() if not joined.is_current)
        return per_kind(self.earlier_kinds)

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
        return fingerprint(
            kind=self.kind, text=self.text, proposal=self.proposal, proposes_deletion=self.proposes_deletion
        )

    @property
    def proposal_heading(self):
        """What stands above the proposal: for another text, or to delete the text; "" without a proposal."""
        return proposal_heading(self.proposal, self.proposes_deletion)

    @property
    def words(self):
        """What it says, by WORDS."""
        return {name: getattr(self, name) for name in WORDS}

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
