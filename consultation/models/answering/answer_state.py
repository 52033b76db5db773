"""What an answer said after each act on it, and that its sender found it incomplete."""

from typing import TypedDict

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from consultation.models.answering.answer import Answer, AnswerStage
from partners.ground.texts import PAGE


class AnswerContent(TypedDict):
    """What an answer said after an act on it, as AnswerState keeps it."""

    verdict: str  # the value of a Verdict
    reason: str
    forwarded_to: str
    landed_elsewhere: str
    correction: str
    points: list[str]  # "RZ-2026-0001, punt 12", sorted
    wordings: list[str]  # codes with their version, "RZ24-L1.2@2", sorted


class AnswerState(models.Model):
    """What an answer said after each act on it: written, reviewed, published, opened again."""

    answer = models.ForeignKey(Answer, verbose_name="beantwoording", on_delete=models.CASCADE, related_name="states")
    made_at = models.DateTimeField("op", default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="door",
        on_delete=models.SET_NULL,
        null=True,
        related_name="answer_states",
    )
    act = models.CharField("wat er is gedaan", max_length=40)
    content = models.JSONField("inhoud", help_text="Oordeel, reden, punten en teksten zoals ze toen waren.")

    class Meta:
        verbose_name = "stand van een antwoord"
        verbose_name_plural = "geschiedenis"
        ordering = ["answer", "made_at", "pk"]

    def __str__(self):
        return f"{self.act}, {timezone.localtime(self.made_at):%d-%m-%Y %H:%M}"


class Reopening(models.Model):
    """That its sender said, once, that a point was not fully answered. A later answer settles it."""

    point = models.OneToOneField("Point", verbose_name="punt", on_delete=models.CASCADE, related_name="reopening")
    reason = models.TextField("wat er ontbreekt", max_length=PAGE)
    made_at = models.DateTimeField("op", default=timezone.now)

    class Meta:
        verbose_name = "heropening"
        verbose_name_plural = "heropeningen"
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="a_reopening_has_a_reason",
                violation_error_message="Schrijf wat er aan het antwoord ontbreekt.",
            ),
        ]

    def __str__(self):
        return f"{self.point}: {self.reason[:60]}"

    @property
    def what_follows(self):
        """What its sender is told, for a point read `with_stage`: that the new answer is there, or will come."""
        if self.point.stage == AnswerStage.ANSWERED:
            return "Hierboven staat het nieuwe antwoord."
        return "U krijgt een nieuw antwoord."
