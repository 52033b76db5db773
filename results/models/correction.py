"""What is put right stays public: the old value, the new one and the reason."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from partners.ground.templatetags.dutch import hedged, measured
from partners.models import Source
from results.models.measurement import Measurement


class CorrectionQuerySet(models.QuerySet):
    def newest_first(self):
        """With all that a list of corrections names; one query."""
        return self.select_related("measurement__indicator", "measurement__partner", "source").order_by(
            "-corrected_on", "-pk"
        )


class Correction(models.Model):
    """What a measurement said before it was put right, and why it was. Stays, also on the site.

    Both values are in the unit of the figure, with the word that hedges them: 4500 and 'meer dan'.
    """

    measurement = models.ForeignKey(
        Measurement, verbose_name="meting", on_delete=models.PROTECT, related_name="corrections"
    )
    old_qualifier = models.CharField("woord ervoor", max_length=24, blank=True)
    old_value = models.DecimalField("oude waarde", max_digits=16, decimal_places=2)
    source = models.ForeignKey(Source, verbose_name="oude bron", on_delete=models.PROTECT, related_name="corrections")
    new_qualifier = models.CharField("woord ervoor", max_length=24, blank=True)
    new_value = models.DecimalField("nieuwe waarde", max_digits=16, decimal_places=2)
    reason = models.CharField("reden", max_length=400)
    corrected_on = models.DateField("gecorrigeerd op", default=timezone.localdate)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = "correctie"
        verbose_name_plural = "correcties"
        ordering = ["-corrected_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="correction_has_a_reason",
                violation_error_message="Geef de reden van de correctie.",
            ),
            models.CheckConstraint(
                condition=~Q(old_value=F("new_value"), old_qualifier=F("new_qualifier")),
                name="correction_changes_the_value",
                violation_error_message="De nieuwe waarde is dezelfde als de oude.",
            ),
        ]

    def __str__(self):
        return f"{self.measurement}: {self.old_text} werd {self.new_text}"

    def get_absolute_url(self):
        return f"{reverse('results:corrections')}#correctie-{self.pk}"

    @property
    def indicator(self):
        """The figure that the measurement belongs to."""
        return self.measurement.indicator

    @property
    def old_text(self):
        """The value as it stood: 'meer dan 4.500'."""
        return hedged(self.old_qualifier, measured(self.old_value, self.measurement.indicator.unit))

    @property
    def new_text(self):
        """The value that took its place; it may have been corrected again since."""
        return hedged(self.new_qualifier, measured(self.new_value, self.measurement.indicator.unit))
