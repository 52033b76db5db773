"""Where a figure should be, and by when, with its source."""

from django.db import models
from django.db.models import F, Q
from django.utils.text import capfirst

from partners.ground.constraints import believable, refuse, refuse_future, refuse_reversed, refuse_unbelievable
from partners.ground.templatetags.dutch import day, hedged, measured
from partners.models import Source

BASELINE_WHOLE = "Vul de beginwaarde en de datum ervan allebei in, of geen van beide."
TARGET_REVERSED = "De streefwaarde ligt voor de beginwaarde. Kies een latere datum."
NO_PERCENTAGE = "Een streefwaarde in procenten ligt tussen -100 en 100."


class TargetWord(models.TextChoices):
    """What became of a target on its own date. As a StatusWord it has a pattern; nothing of it is stored."""

    REACHED = "gehaald", "gehaald"
    MISSED = "gemist", "gemist"
    UNDECIDED = "niet-te-zeggen", "niet te zeggen"
    AHEAD = "bezig", "loopt"
    MOVED = "verschoven", "verschoven"

    @property
    def pattern(self):
        """The class of the mark beside the word."""
        return {
            TargetWord.REACHED: "agreed",
            TargetWord.MISSED: "rejected",
            TargetWord.UNDECIDED: "later",
            TargetWord.AHEAD: "pending",
            TargetWord.MOVED: "unconfirmed",
        }[self]


class Target(models.Model):
    """Where an indicator should be, and by when."""

    indicator = models.ForeignKey(
        "results.Indicator", verbose_name="indicator", on_delete=models.CASCADE, related_name="targets"
    )
    qualifier = models.CharField("woord ervoor", max_length=24, blank=True)
    value = models.DecimalField("streefwaarde", max_digits=16, decimal_places=2)
    due_on = models.DateField("uiterlijk op", null=True, blank=True)
    due_text = models.CharField(
        "uiterlijk, in woorden", max_length=60, blank=True, help_text="Zoals op de site: vóór 2040."
    )
    baseline_value = models.DecimalField(
        "beginwaarde",
        max_digits=16,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Vanwaar de weg naar de streefwaarde begint.",
    )
    baseline_on = models.DateField("datum van de beginwaarde", null=True, blank=True)
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="targets")
    note = models.CharField("opmerking", max_length=400, blank=True)

    class Meta:
        verbose_name = "streefwaarde"
        verbose_name_plural = "streefwaarden"
        ordering = ["indicator", "due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "due_on", "source"],
                name="one_target_per_date_and_source",
                nulls_distinct=False,
                violation_error_message="Van deze bron staat er al een streefwaarde op deze datum.",
            ),
            models.CheckConstraint(
                condition=Q(baseline_value__isnull=True, baseline_on__isnull=True)
                | Q(baseline_value__isnull=False, baseline_on__isnull=False),
                name="target_has_a_whole_baseline",
                violation_error_message=BASELINE_WHOLE,
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(baseline_on__isnull=True) | Q(due_on__gt=F("baseline_on")),
                name="target_lies_after_its_baseline",
                violation_error_message=TARGET_REVERSED,
            ),
            believable("due_on", model="target"),
            believable("baseline_on", model="target"),
        ]

    def __str__(self):
        return f"{self.indicator}, {self.due_text or self.due_on}"

    def clean(self):
        """Says at the field itself what the constraints refuse."""
        super().clean()
        refuse_future(self, "baseline_on")
        is_percentage = self.indicator_id is not None and self.indicator.unit == "%"
        refuse(is_percentage and self.value is not None and abs(self.value) > 100, "value", NO_PERCENTAGE)
        refuse_unbelievable(self, "baseline_on", "due_on")
        refuse((self.baseline_value is None) != (self.baseline_on is None), "baseline_on", BASELINE_WHOLE)
        refuse_reversed(self, "baseline_on", "due_on", TARGET_REVERSED, or_equal=True)

    @property
    def when(self):
        """By when, to begin a line with: 'Vóór 2040' or 'Uiterlijk 1 januari 2040'; empty when that is not known."""
        return capfirst(self.due_text) or (f"Uiterlijk {day(self.due_on)}" if self.due_on else "")

    @property
    def when_short(self):
        """As `when`, within a sentence: 'vóór 2040' or 'uiterlijk 1 januari 2040'; empty when that is not known."""
        return self.due_text or (f"uiterlijk {day(self.due_on)}" if self.due_on else "")

    @property
    def baseline(self):
        """The value that it starts from and its day; empty when those are not known."""
        return f"{self.baseline_text}, {day(self.baseline_on)}" if self.baseline_on else ""

    @property
    def start(self):
        """From where the road to it goes, in a sentence; empty when that is not known."""
        return f"Begin: {self.baseline}." if self.baseline else ""

    @property
    def baseline_text(self):
        """The value that it starts from, in its unit."""
        return measured(self.baseline_value, self.indicator.unit)

    @property
    def amount(self):
        """The value in its unit: '50.000', '€ 100 miljoen'."""
        return measured(self.value, self.indicator.unit)

    @property
    def text(self):
        """The value as its source hedges it: 'ten minste 50.000'."""
        return hedged(self.qualifier, self.amount)
