"""What is answered to what came in: a verdict, a reason, and how far that is."""

from datetime import UTC, datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from agenda.models import Wording
from partners.ground.constraints import known, refuse
from partners.ground.templatetags.dutch import day
from partners.ground.texts import PAGES

# The moment after all others: as everyone will read it once each answer that is written is on the site.
AHEAD = datetime.max.replace(tzinfo=UTC)
NOT_ON_SITE = "Dit antwoord staat nog niet op de site en kan nog wijzigen."


class Verdict(models.TextChoices):
    """What is done with a point."""

    ADOPTED = "overgenomen", "overgenomen"
    PARTLY = "deels", "deels overgenomen"
    REJECTED = "niet", "niet overgenomen"
    NOTED = "kennisgeving", "gelezen"
    FORWARDED = "doorgeleid", "doorgestuurd"
    ANSWERED = "beantwoord", "beantwoord"

    @property
    def changes_something(self):
        """Whether an answer must say what changed because of it."""
        return self in (Verdict.ADOPTED, Verdict.PARTLY)

    @property
    def sentence(self):
        """What was done, as a sentence begins: 'Wij nemen dit over'."""
        return {
            Verdict.ADOPTED: "Wij nemen dit over",
            Verdict.PARTLY: "Wij nemen dit deels over",
            Verdict.REJECTED: "Wij nemen dit niet over",
            Verdict.NOTED: "Wij hebben dit gelezen",
            Verdict.FORWARDED: "Wij geven dit door",
            Verdict.ANSWERED: "Wij geven antwoord",
        }[self]


class AnswerStage(models.TextChoices):
    """How far the answer to a point is; the order is that of the work."""

    OPEN = "open", "nog geen antwoord"
    REOPENED = "heropend", "heropend"
    DRAFTED = "concept", "in concept"
    REVIEWED = "nagekeken", "nagekeken"
    PLANNED = "gepland", "gepland"
    ANSWERED = "beantwoord", "op de site"


class AnswerQuerySet(models.QuerySet):
    def published(self, at=None):
        """Those that everyone may read at the moment `at`, now without; `AHEAD` also what has no moment yet."""
        return self.all() if at == AHEAD else self.filter(published_at__lte=at or timezone.now())

    def to_publish(self, consultation):
        """Those about `consultation` that were reviewed and have no moment of publication yet."""
        return self.filter(
            points__letter__consultation=consultation, reviewed_at__isnull=False, published_at=None
        ).distinct()

    def unreviewed(self, consultation):
        """Those about `consultation` that nobody but their writer has looked at."""
        return self.filter(points__letter__consultation=consultation, reviewed_at=None, published_at=None).distinct()

    def as_read(self):
        """With the words that changed because of each, as far as they are on the site; the oldest first.

        In a fixed number of queries.
        """
        changed = Wording.objects.published().select_related("element", "version").order_by("position")
        return self.order_by("published_at", "pk").prefetch_related(models.Prefetch("wordings", changed))


class Answer(models.Model):
    """The reply to one or more points: a verdict, a reason, and the words that changed because of it."""

    cited_as = "A"

    points = models.ManyToManyField("Point", verbose_name="punten", related_name="answers")
    verdict = models.CharField("oordeel", max_length=16, choices=Verdict)
    reason = models.TextField("reden", max_length=PAGES, blank=True, help_text="Verplicht, behalve bij overgenomen.")
    wordings = models.ManyToManyField(Wording, verbose_name="gewijzigde teksten", related_name="answers", blank=True)
    landed_elsewhere = models.CharField(
        "verwerkt buiten deze tekst",
        max_length=300,
        blank=True,
        help_text="Waar het is verwerkt, als het niet in een gewijzigde tekst staat.",
    )
    forwarded_to = models.CharField(
        "doorgestuurd naar", max_length=160, blank=True, help_text="Verplicht bij doorgestuurd."
    )
    correction = models.CharField(
        "waarom opnieuw beantwoord",
        max_length=300,
        blank=True,
        help_text="Als er al een antwoord op de site staat. Het eerdere antwoord blijft daar te lezen.",
    )
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="geschreven door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="drafted_answers",
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="nagekeken door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="reviewed_answers",
        help_text="Een ander dan de schrijver.",
    )
    reviewed_at = models.DateTimeField("nagekeken op", null=True, blank=True)
    publication = models.ForeignKey(
        "Publication",
        verbose_name="publicatie",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
    )
    published_at = models.DateTimeField(
        "op de site vanaf",
        null=True,
        blank=True,
        help_text="Leeg: alleen het secretariaat ziet het antwoord.",
    )

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = "beantwoording"
        verbose_name_plural = "beantwoordingen"
        ordering = ["-published_at", "pk"]
        indexes = [models.Index(fields=["published_at"], name="answers_by_publication")]
        constraints = [
            known("verdict", Verdict, model="answer"),
            models.CheckConstraint(
                condition=Q(verdict=Verdict.ADOPTED) | ~Q(reason=""),
                name="answer_gives_a_reason",
                violation_error_message="Geef een reden. Die is alleen bij ‘overgenomen’ niet verplicht.",
            ),
            models.CheckConstraint(
                condition=(Q(verdict=Verdict.FORWARDED) & ~Q(forwarded_to=""))
                | (~Q(verdict=Verdict.FORWARDED) & Q(forwarded_to="")),
                name="what_is_forwarded_says_where_to",
                violation_error_message="Vul in naar wie het is doorgestuurd, en alleen dan.",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True) | Q(drafted_by__isnull=True) | ~Q(reviewed_by=F("drafted_by")),
                name="an_answer_is_reviewed_by_another",
                violation_error_message="Laat een ander dan de schrijver het antwoord nakijken.",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(reviewed_at__isnull=False),
                name="what_is_published_was_reviewed",
                violation_error_message="Alleen een nagekeken antwoord komt op de site.",
            ),
        ]

    def __str__(self):
        return f"{self.get_verdict_display()}: {self.reason[:60]}"

    def clean(self):
        super().clean()
        refuse(
            self.verdict in Verdict.values and self.verdict != Verdict.ADOPTED and not self.reason,
            "reason",
            "Geef een reden. Die is alleen bij ‘overgenomen’ niet verplicht.",
        )
        refuse(
            self.verdict == Verdict.FORWARDED and not self.forwarded_to,
            "forwarded_to",
            "Vul in naar wie het is doorgestuurd.",
        )
        refuse(
            self.verdict != Verdict.FORWARDED and self.forwarded_to,
            "forwarded_to",
            "Vul dit alleen in bij het oordeel ‘doorgestuurd’.",
        )

    def is_published(self, at=None):
        """Whether everyone may read it at the moment `at`, now without. It then never changes again."""
        return self.published_at is not None and self.published_at <= (at or timezone.now())

    @property
    def stage(self):
        """The AnswerStage of the answer itself."""
        if self.published_at:
            return AnswerStage.ANSWERED if self.is_published() else AnswerStage.PLANNED
        return AnswerStage.REVIEWED if self.reviewed_at else AnswerStage.DRAFTED

    @property
    def sentence(self):
        """What was done: 'Wij geven dit door aan de provincie Overijssel'."""
        verdict = Verdict(self.verdict)
        return f"{verdict.sentence} aan {self.forwarded_to}" if self.forwarded_to else verdict.sentence

    @property
    def landed_sentence(self):
        """Where it is carried out when that is not in a text of the agenda; "" when it is."""
        return f"Verwerkt in: {self.landed_elsewhere}" if self.landed_elsewhere else ""

    @property
    def dateline(self):
        """Of which day it is, and why it came after an earlier answer."""
        if not self.is_published():
            return NOT_ON_SITE
        again = f" Dit is een nieuw antwoord: {self.correction}" if self.correction else ""
        return f"Antwoord van {day(self.published_at)}.{again}"
