"""What was taken out of a point before others read it, because it said something of a person."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from consultation.models.point_words import POINT_LENGTH


class RedactionReason(models.TextChoices):
    """What was taken out, as everyone reads it between brackets in the text."""

    NAME = "naam", "een naam"
    ADDRESS = "adres", "een adres"
    PHONE = "telefoon", "een telefoonnummer"
    MAIL = "mail", "een e-mailadres"
    NUMBER = "nummer", "een persoonlijk nummer"
    HEALTH = "bijzonder", "een gevoelig gegeven"


class Redaction(models.Model):
    """What a point said before something of a person was taken out. The desk alone reads it.

    The point itself says what everyone may read, so that no page, file or search can show more.
    """

    point = models.ForeignKey("Point", verbose_name="punt", on_delete=models.CASCADE, related_name="redactions")
    reason = models.CharField("wat is weggehaald", max_length=10, choices=RedactionReason)
    text = models.TextField("tekst daarvoor", max_length=POINT_LENGTH)
    proposal = models.TextField("voorstel daarvoor", max_length=POINT_LENGTH, blank=True)
    made_at = models.DateTimeField("op", default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="door",
        on_delete=models.SET_NULL,
        null=True,
        related_name="redactions",
    )

    class Meta:
        verbose_name = "weggehaald gegeven"
        verbose_name_plural = "weggehaalde gegevens"
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reason__in=RedactionReason.values),
                name="redaction_reason_is_known",
                violation_error_message="Kies uit de lijst wat er is weggehaald.",
            ),
        ]

    def __str__(self):
        return f"{self.get_reason_display()} uit {self.point}"
