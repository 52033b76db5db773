"""Where an element that ended goes on."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from agenda.models.element import Element
from agenda.models.wording import Wording
from partners.ground.constraints import known


class SuccessionKind(models.TextChoices):
    """How the words of an element went on elsewhere."""

    MERGED = "samengevoegd", "samengevoegd met"
    SPLIT = "gesplitst", "gesplitst in"
    MOVED = "verplaatst", "opgegaan in"


class SuccessionQuerySet(models.QuerySet):
    def readable_in(self, versions):
        """Those to elements that have words in `versions`, the versions that somebody may read."""
        found = self.filter(successor__in=Wording.objects.filter(version__in=versions).values("element"))
        return found.select_related("successor").order_by("successor__position")


class Succession(models.Model):
    """That an element that ended goes on in another, as the editors read it."""

    element = models.ForeignKey(Element, verbose_name="onderdeel", on_delete=models.CASCADE, related_name="successions")
    kind = models.CharField("hoe", max_length=12, choices=SuccessionKind)
    successor = models.ForeignKey(
        Element, verbose_name="gaat verder in", on_delete=models.CASCADE, related_name="predecessions"
    )
    reason = models.CharField("waarom", max_length=300, help_text="Staat op de site bij het vervallen onderdeel.")

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        verbose_name = "opvolging"
        verbose_name_plural = "opvolgingen"
        ordering = ["element", "successor__position"]
        constraints = [
            known("kind", SuccessionKind, model="succession"),
            models.UniqueConstraint(
                fields=["element", "successor"],
                name="element_goes_on_in_another_once",
                violation_error_message="Deze opvolging is er al.",
            ),
            models.CheckConstraint(
                condition=~Q(element=F("successor")),
                name="element_does_not_succeed_itself",
                violation_error_message="Een onderdeel volgt zichzelf niet op.",
            ),
        ]

    def __str__(self):
        return f"{self.element.code} → {self.successor.code}"

    def clean(self):
        super().clean()
        if self.element_id and self.successor_id and self.element.agenda_id != self.successor.agenda_id:
            raise ValidationError({"successor": "Dit onderdeel hoort bij een andere agenda."})
