"""The steps on the timeline of a consultation."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from consultation.models.consultation import Consultation
from partners.ground.constraints import believable, ends_after_it_starts, refuse, refuse_reversed, refuse_unbelievable
from partners.ground.publishing import PublicQuerySet
from partners.ground.templatetags.dutch import day
from partners.ground.texts import PAGE
from partners.models import Source


class StepState(models.TextChoices):
    """Where a step stands on a given day; the value is its class in the stylesheet."""

    DONE = "done", "Afgerond"
    NOW = "now", "Nu"
    LATER = "later", "Nog niet"


class StepQuerySet(PublicQuerySet):
    """Questions about the steps of consultations."""

    def ahead(self):
        """Those that begin today or later, the first one first, each with its consultation."""
        found = self.filter(starts_on__gte=timezone.localdate()).select_related("consultation")
        return found.order_by("starts_on", "position", "pk")


class Step(models.Model):
    """One entry on the timeline: a day, a period, or a period that ends at words such as "voor het zomerreces".

    Steps may overlap and touch, so nothing forbids that.
    """

    follows = ("consultation",)

    consultation = models.ForeignKey(
        Consultation, verbose_name="consultatie", on_delete=models.CASCADE, related_name="steps"
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    title = models.CharField("titel", max_length=200)
    starts_on = models.DateField("begint op")
    ends_on = models.DateField("eindigt op", null=True, blank=True, help_text="Leeg als het één dag is.")
    ends_text = models.CharField(
        "eindigt, in woorden",
        max_length=80,
        blank=True,
        help_text="Als het einde geen dag is, bijvoorbeeld: voor het zomerreces.",
    )
    # Words have no date, yet a timeline must once call the step done.
    over_after = models.DateField(
        "zeker voorbij na",
        null=True,
        blank=True,
        help_text="Alleen bij een einde in woorden. Niet op de site.",
    )
    description = models.TextField("toelichting", max_length=PAGE, blank=True)
    source = models.ForeignKey(
        Source, verbose_name="bron", on_delete=models.PROTECT, null=True, blank=True, related_name="steps"
    )
    note = models.CharField("opmerking", max_length=300, blank=True, help_text="Bijvoorbeeld: de bron noemt geen jaar.")
    updated_at = models.DateTimeField("gewijzigd", auto_now=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        verbose_name = "stap"
        verbose_name_plural = "stappen"
        ordering = ["starts_on", "position", "pk"]
        constraints = [
            ends_after_it_starts("starts_on", "ends_on", model="step"),
            believable("starts_on", model="step"),
            believable("ends_on", model="step"),
            believable("over_after", model="step"),
            models.CheckConstraint(
                condition=Q(over_after__isnull=True) | Q(over_after__gte=F("starts_on")),
                name="step_is_over_after_it_starts",
                violation_error_message="De laatste dag ligt voor het begin.",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_text=""),
                name="step_ends_on_a_day_or_at_words",
                violation_error_message="Kies een einddatum of een einde in woorden, niet allebei.",
            ),
            models.CheckConstraint(
                condition=Q(over_after__isnull=True) | ~Q(ends_text=""),
                name="only_an_end_in_words_needs_a_last_day",
                violation_error_message="Vul dit alleen in bij een einde in woorden.",
            ),
            models.UniqueConstraint(
                fields=["consultation", "title"],
                name="step_is_named_once_per_consultation",
                violation_error_message="Deze stap staat er al.",
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        """Says at the field itself what the constraints refuse."""
        super().clean()
        refuse_unbelievable(self, "starts_on", "ends_on", "over_after")
        refuse_reversed(self, "starts_on", "ends_on")
        refuse_reversed(self, "starts_on", "over_after", "De laatste dag ligt voor het begin.")
        refuse(
            self.ends_on and self.ends_text,
            "ends_text",
            "Kies een einddatum of een einde in woorden, niet allebei.",
        )
        refuse(
            self.over_after and not self.ends_text,
            "over_after",
            "Vul dit alleen in bij een einde in woorden.",
        )

    @property
    def is_period(self):
        """Whether it lasts longer than its first day."""
        return bool(self.ends_on or self.ends_text)

    @property
    def when(self):
        """Its day, its first and its last, or from which day until the words at which it ends."""
        first = day(self.starts_on)
        if self.ends_text:
            return f"vanaf {first}, {self.ends_text}"
        return f"{first} tot en met {day(self.ends_on)}" if self.ends_on and self.ends_on != self.starts_on else first

    def state(self, on=None):
        """The StepState on the day `on`, today without. An end in words lasts until `over_after`, or goes on."""
        on = on or timezone.localdate()
        if on < self.starts_on:
            return StepState.LATER
        last = self.over_after if self.ends_text else (self.ends_on or self.starts_on)
        return StepState.NOW if last is None or on <= last else StepState.DONE
