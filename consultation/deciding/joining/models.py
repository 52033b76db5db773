"""That a person refused what a decision proposed. What is taken over is a participation, and needs no memory."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from agenda.models import Element, ParticipationStatus
from consultation.deciding.models.decision import Decision
from partners.ground.constraints import known
from partners.ground.texts import SENTENCES


class RefusedParticipation(models.Model):
    """That this decision changes nothing in whether its partner takes part in an element, and why."""

    decision = models.ForeignKey(
        Decision, verbose_name="besluit", on_delete=models.CASCADE, related_name="refused_participations"
    )
    element = models.ForeignKey(
        Element, verbose_name="onderdeel van de agenda", on_delete=models.CASCADE, related_name="refused_participations"
    )
    status = models.CharField("wat werd voorgesteld", max_length=16, choices=ParticipationStatus)
    reason = models.TextField("waarom niet", max_length=SENTENCES)
    refused_at = models.DateTimeField("geweigerd op", default=timezone.now)

    class Meta:
        verbose_name = "geweigerde deelname"
        verbose_name_plural = "geweigerde deelnames"
        ordering = ["-refused_at", "pk"]
        constraints = [
            known("status", ParticipationStatus, model="refused_participation"),
            models.UniqueConstraint(
                fields=["decision", "element", "status"],
                name="a_proposed_participation_is_refused_once",
                violation_error_message="Dit voorstel is al geweigerd.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="a_refused_participation_says_why",
                violation_error_message="Schrijf op waarom.",
            ),
        ]

    def __str__(self):
        return f"{self.decision.track.body}: {self.element}"
