"""How a figure stands: what its rule says, and what the editors set instead for a while."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from partners.ground.constraints import (
    believable,
    ends_after_it_starts,
    known,
    refuse,
    refuse_past,
    refuse_reversed,
    refuse_unbelievable,
)
from partners.ground.templatetags.dutch import day

OVER_SEVERAL = "Dit cijfer is er per partner. Over partners samen geven wij geen oordeel."


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
    MISSED = "gemist", "gemist"
    UNMEASURED = "niet-gemeten", "nog niet gemeten"
    # What only the editors can say: that it cannot be measured yet.
    UNMEASURABLE = "niet-meetbaar", "nog niet meetbaar"
    UNDECIDED = "niet-te-zeggen", "niet te zeggen"
    DISPUTED = "omstreden", "bronnen verschillen"
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
            StatusWord.MISSED: "rejected",
            StatusWord.UNMEASURED: "later",
            StatusWord.UNMEASURABLE: "later",
            StatusWord.UNDECIDED: "later",
            StatusWord.DISPUTED: "pending",
            StatusWord.STALE: "pending",
        }[self]


class OverrideQuerySet(models.QuerySet):
    def begun(self):
        """Those that hold today or did before, the last one set first: what was set stays on the site."""
        return self.filter(starts_on__lte=timezone.localdate()).order_by("-starts_on", "-pk")

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

    @property
    def word(self):
        return StatusWord(self.status)

    @property
    def is_over(self):
        return self.ends_on < timezone.localdate()

    @property
    def heading(self):
        """'Ingesteld door regiobureau', and 'Eerder ingesteld door' when it is over."""
        return f"{'Eerder ingesteld' if self.is_over else 'Ingesteld'} door {self.set_by}"

    @property
    def days_sentence(self):
        """'Geldt van 1 maart tot en met 1 mei 2026.', and 'Gold van' when it is over."""
        return f"{'Gold' if self.is_over else 'Geldt'} van {day(self.starts_on)} tot en met {day(self.ends_on)}."

    def clean(self):
        """Says at the field itself what the constraints refuse."""
        super().clean()
        refuse_unbelievable(self, "starts_on", "ends_on")
        refuse_reversed(self, "starts_on", "ends_on")
        refuse_past(self, "ends_on")
        refuse(bool(self.indicator_id) and self.indicator.is_per_partner, "status", OVER_SEVERAL)
