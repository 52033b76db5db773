"""How a figure stands: what its rule says, and what the editors set instead for a while."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from partners.ground.constraints import (
    believable,
    ends_after_it_starts,
    known,
    refuse_past,
    refuse_reversed,
    refuse_unbelievable,
)


class StatusRule(models.TextChoices):
    """How the portal judges a figure by itself; `margin` and `wide_margin` of the indicator are its parameters."""

    NONE = "geen", "geen regel"
    PACE = "tempo", "tempo: van beginwaarde naar streefwaarde"
    PREVIOUS = "vorige", "vergelijking met de vorige meting"


class StatusWord(models.TextChoices):
    """How a figure stands. The word is what is read; a pattern stands beside it and colour says nothing."""

    REACHED = "gehaald", "gehaald"
    ON_COURSE = "op-koers", "op koers"
    ATTENTION = "aandacht", "vraagt aandacht"
    OFF_COURSE = "niet-op-koers", "niet op koers"
    BETTER = "vooruit", "vooruitgegaan"
    SAME = "gelijk", "gelijk gebleven"
    WORSE = "achteruit", "achteruitgegaan"
    UNMEASURABLE = "niet-meetbaar", "nog niet meetbaar"
    STALE = "verouderd", "geen recente waarde"

    @property
    def pattern(self):
        """The class of the mark beside the word: filled is good, hatched so-so, crossed not, dots or empty unknown."""
        return {
            StatusWord.REACHED: "agreed",
            StatusWord.ON_COURSE: "agreed",
            StatusWord.BETTER: "agreed",
            StatusWord.ATTENTION: "conditional",
            StatusWord.SAME: "conditional",
            StatusWord.OFF_COURSE: "rejected",
            StatusWord.WORSE: "rejected",
            StatusWord.UNMEASURABLE: "later",
            StatusWord.STALE: "pending",
        }[self]


class OverrideQuerySet(models.QuerySet):
    def in_force(self, on=None):
        """Those that hold on the day `on`, today without; the last one set comes first."""
        on = on or timezone.localdate()
        return self.filter(starts_on__lte=on, ends_on__gte=on).order_by("-starts_on", "-pk")


class Override(models.Model):
    """A status that the editors set beside the computed one, with a reason, a name and an end. Both are shown."""

    indicator = models.ForeignKey(
        "results.Indicator", verbose_name="indicator", on_delete=models.CASCADE, related_name="overrides"
    )
    status = models.CharField("status", max_length=16, choices=StatusWord)
    reason = models.CharField(
        "reden", max_length=400, help_text="Staat op de site: waarom de berekende status niet volstaat."
    )
    set_by = models.CharField("ingesteld door", max_length=120, help_text="Uw naam of functie. Staat op de site.")
    starts_on = models.DateField("vanaf", default=timezone.localdate)
    ends_on = models.DateField("tot en met", help_text="Daarna geldt de berekende status weer.")

    objects = OverrideQuerySet.as_manager()

    class Meta:
        verbose_name = "ingestelde status"
        verbose_name_plural = "ingestelde status"
        ordering = ["indicator", "-starts_on", "-pk"]
        constraints = [
            known("status", StatusWord, model="override"),
            ends_after_it_starts("starts_on", "ends_on", model="override"),
            believable("starts_on", model="override"),
            believable("ends_on", model="override"),
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(set_by=""),
                name="override_has_a_reason_and_a_name",
                violation_error_message="Geef de reden en een naam of functie.",
            ),
        ]

    def __str__(self):
        return f"{self.indicator}: {self.get_status_display()}"

    def clean(self):
        """Says at the field itself what the constraints refuse."""
        super().clean()
        refuse_unbelievable(self, "starts_on", "ends_on")
        refuse_reversed(self, "starts_on", "ends_on")
        refuse_past(self, "ends_on")
