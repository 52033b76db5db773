"""The remarks in a letter, and who joined them."""

from collections import Counter
from hashlib import blake2s

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import TrigramSimilarity
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, Subquery, Value, When
from django.urls import reverse
from django.utils import timezone

from agenda import differences
from agenda.models import Wording
from consultation.models.answer import Answer, AnswerStage
from consultation.models.consultation import Question
from consultation.models.letter import Letter, Sharing
from consultation.models.sender_kind import (
    CONFIRMED_BY,
    GOVERNMENTS,
    SHARED,
    SenderKind,
    in_sentence,
    names_its_party_group,
)
from partners.ground.constraints import known
from partners.models import Body, Mandate

# Some eight pages of text; the form says so, and nothing is ever cut.
POINT_LENGTH = 20_000


class PointQuerySet(models.QuerySet):
    def counted(self):
        """Those of letters that count; a point that was split counts by its parts."""
        return self.filter(letter__in=Letter.objects.counted(), parts=None)

    def public(self, at=None):
        """Those that everyone may read at the moment `at`, now without."""
        return self.filter(letter__in=Letter.objects.public(at), parts=None)

    def whole(self):
        """Those that were sent so, without the parts into which the secretariat split them."""
        return self.filter(part_of=None)

    def equal_to(self, points):
        """`points` themselves, and all that are marked as equal to them."""
        said = Point.objects.filter(pk__in=[point.pk for point in points]).values_list("pk", "same_as")
        leads = {same_as or pk for pk, same_as in said}
        return self.filter(Q(pk__in=leads) | Q(same_as__in=leads))

    def with_stage(self, at=None):
        """Adds `stage`, a AnswerStage: how far the answer to each is at the moment `at`, now without.

        After a point was opened again only a later answer settles it.
        """
        at = at or timezone.now()
        answers = Answer.objects.filter(points=OuterRef("pk"))
        published = answers.published(at).order_by("-published_at").values("published_at")
        return self.annotate(answered_at=Subquery(published[:1])).annotate(
            stage=Case(
                When(
                    Q(answered_at__isnull=False)
                    & (Q(reopening__isnull=True) | Q(answered_at__gt=F("reopening__made_at"))),
                    then=Value(AnswerStage.ANSWERED),
                ),
                When(Exists(answers.filter(published_at__gt=at)), then=Value(AnswerStage.PLANNED)),
                When(
                    Exists(answers.filter(published_at=None, reviewed_at__isnull=False)),
                    then=Value(AnswerStage.REVIEWED),
                ),
                When(Exists(answers.filter(published_at=None)), then=Value(AnswerStage.DRAFTED)),
                When(reopening__isnull=False, then=Value(AnswerStage.REOPENED)),
                default=Value(AnswerStage.OPEN),
                output_field=models.CharField(),
            )
        )

    def unanswered(self, at=None):
        """Those that still need an answer on the site."""
        return self.counted().with_stage(at).exclude(stage=AnswerStage.ANSWERED)

    def similar_to(self, point):
        """Others in the same consultation that say nearly the same; adds `similarity`, from 0 to 1, the nearest first.

        Leaves out what was already marked as equal, and the parts and the whole of a split point.
        """
        return (
            self.counted()
            .filter(letter__consultation=point.letter.consultation_id, text__trigram_similar=point.text)
            .exclude(pk__in=[pk for pk in (point.pk, point.part_of_id, point.same_as_id) if pk])
            .exclude(same_as=point.same_as_id or point.pk)
            .exclude(part_of=point.part_of_id or point.pk)
            .annotate(similarity=TrigramSimilarity("text", point.text))
            .order_by("-similarity", "pk")
        )

    def with_answers(self, at=None):
        """With `published_answers`, those that everyone may read at the moment `at`, the oldest first."""
        answers = Answer.objects.published(at).as_read()
        return self.prefetch_related(Prefetch("answers", answers, to_attr="published_answers"))

    def adoptable_in(self, letter):
        """The points that `letter` of a group may take over: of its members, and a council's of its groups too.

        Only what was sent and counts; without those that the draft of `letter` holds already.
        """
        if letter.sender_kind not in (SenderKind.PARTY_GROUP, SenderKind.COUNCIL):
            return self.none()
        found = self.counted().filter(letter__consultation=letter.consultation_id, letter__body=letter.body_id)
        if letter.sender_kind == SenderKind.PARTY_GROUP:
            members = letter.group.values("user")
            found = found.filter(letter__sender_kind=SenderKind.PERSONAL, letter__author__in=members)
        else:
            found = found.filter(letter__sender_kind__in=[SenderKind.PERSONAL, SenderKind.PARTY_GROUP])
        held = Point.objects.filter(letter=letter.draft or letter, adopted_from__isnull=False)
        return found.exclude(pk__in=held.values("adopted_from"))

    def shared_with(self, user):
        """The points that other bodies share with `user`; none to who acts for no council or executive."""
        mandates = Mandate.objects.held().filter(user=user)
        found = self.counted().filter(letter__sharing__in=[Sharing.COUNCILS, Sharing.PUBLIC])
        found = found.exclude(letter__body__in=mandates.values("body"))
        return found if user.is_staff else found.filter(models.Exists(mandates.filter(body__kind__in=GOVERNMENTS)))

    def with_rungs(self):
        """With the points below it that each was adopted from."""
        return self.select_related("adopted_from__letter__body", "adopted_from__adopted_from__letter__body")

    def with_subject(self):
        """With what each is about, in the order of the agenda; the answers to questions come last."""
        return self.select_related("wording__element", "question").order_by(
            F("wording__element__position").asc(nulls_last=True), "question__position", "pk"
        )


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


class EndorsementQuerySet(models.QuerySet):
    def of(self, sender):
        """Those in the name of `sender`, a Sender; a group joins as one, and of other names each person does."""
        mandate = sender.mandate
        found = self.filter(body=mandate.body_id, sender_kind=sender.sender_kind, party_group=sender.party_group)
        return found if sender.sender_kind.is_shared else found.filter(author=mandate.user_id)


class Endorsement(models.Model):
    """That another body joins a point that was shared with it ("sluit aan")."""

    point = models.ForeignKey(Point, verbose_name="punt", on_delete=models.CASCADE, related_name="endorsements")
    body = models.ForeignKey(Body, verbose_name="orgaan", on_delete=models.PROTECT, related_name="endorsements")
    sender_kind = models.CharField("namens", max_length=12, choices=SenderKind)
    party_group = models.CharField("fractie", max_length=80, blank=True)
    decided_on = models.DateField("besloten op", null=True, blank=True)
    decision_url = models.URLField("besluit op internet", blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="getypt door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="endorsements",
    )
    made_at = models.DateTimeField("aangesloten op", default=timezone.now)

    objects = EndorsementQuerySet.as_manager()

    class Meta:
        verbose_name = "aansluiting"
        verbose_name_plural = "aansluitingen"
        ordering = ["made_at"]
        constraints = [
            known("sender_kind", SenderKind, model="endorsement"),
            names_its_party_group(model="endorsement"),
            # Two people of whom the names were erased are still two.
            models.UniqueConstraint(
                fields=["point", "body", "sender_kind", "author"],
                condition=~Q(sender_kind__in=SHARED),
                name="one_endorsement_per_person_and_point",
                violation_error_message="U hebt zich hier al bij aangesloten.",
            ),
            models.UniqueConstraint(
                fields=["point", "body", "sender_kind", "party_group"],
                condition=Q(sender_kind__in=SHARED),
                name="one_endorsement_per_group_and_point",
                violation_error_message="Uw groep heeft zich hier al bij aangesloten.",
            ),
            models.CheckConstraint(
                condition=~Q(sender_kind__in=[*CONFIRMED_BY]) | Q(decided_on__isnull=False),
                name="an_endorsing_council_says_when_it_decided",
                violation_error_message="Vul in op welke dag het orgaan dit besloot.",
            ),
        ]

    def __str__(self):
        return f"{self.body} sluit aan bij {self.point}"

    @property
    def is_shared(self):
        """Whether a group joins as one."""
        return SenderKind(self.sender_kind).is_shared

    @property
    def in_name_of(self):
        """Who joins: 'gemeenteraad van Zwolle', 'fractie Stadsbelang, gemeenteraad van Zwolle', never a person."""
        named = {
            SenderKind.PERSONAL: f"een lid van {in_sentence(self.body)}",
            SenderKind.PARTY_GROUP: f"fractie {self.party_group}, {self.body}",
        }
        return named.get(self.sender_kind, str(self.body))
