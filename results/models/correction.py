"""What is put right stays public: the old value, the new one and the reason."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from partners.ground.example import Example, RealQuerySet
from partners.ground.publishing import PublicQuerySet, is_public, within
from partners.ground.templatetags.dutch import hedged, measured, unbroken
from partners.models import Partner, Source
from results.models.measurement import Measurement


class CorrectionQuerySet(PublicQuerySet, RealQuerySet):
    def public(self, *, at=None, along=None):
        """Those that name no figure and no partner that is a concept; what is gone was on the site once."""
        at = at or timezone.now()
        gone = Q(indicator__name__isnull=True)
        return self.naming_no_concept(at).filter(gone | within("indicator__", at))

    def of(self, indicator):
        """Those of one figure that everyone may read who reads the figure."""
        return self.naming_no_concept(timezone.now()).filter(indicator=indicator)

    def naming_no_concept(self, at):
        alone = Q(measurement__partner__isnull=True)
        return self.filter(alone | is_public(Partner, "measurement__partner__", at=at))

    def newest_first(self):
        """With all that a list of corrections names; one query."""
        return self.select_related("indicator", "measurement__partner", "source").order_by("-corrected_on", "-pk")


class Correction(Example):
    """What a measurement said before it was put right, and why it was. Stays, also on the site.

    It outlives its measurement and its figure: it keeps their keys, which lead to them again when they come back,
    what they were called, and whether they were an example. Read it `newest_first`, which gives None for what is gone.
    Both values are in `unit`, with the word that hedges them: 4500 and 'meer dan'.
    """

    follows = ("indicator", "measurement")

    measurement = models.ForeignKey(
        Measurement,
        verbose_name="meting",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="corrections",
    )
    indicator = models.ForeignKey(
        "results.Indicator",
        verbose_name="indicator",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="corrections",
    )
    figure = models.CharField("cijfer", max_length=160)
    unit = models.CharField("eenheid", max_length=40)
    measured_on = models.DateField("peildatum")
    measured_when = models.CharField("peildatum in woorden", max_length=240)
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
        return f"{self.name}, {self.when_and_whose}: {self.old_text} werd {self.new_text}"

    def get_absolute_url(self):
        return f"{reverse('results:corrections')}#correctie-{self.pk}"

    @property
    def name(self):
        """What the figure is called, or was."""
        return self.indicator.name if self.indicator else self.figure

    @property
    def when_and_whose(self):
        """The day of the measurement in words, whose if it was of one partner, and whether it is there no more."""
        return self.measurement.when_and_whose if self.measurement else f"{self.measured_when} (daarna verwijderd)"

    @property
    def link(self):
        """What the figure is called, as a link to its page as long as it has one."""
        if self.indicator is None:
            return unbroken(self.figure)
        return format_html('<a href="{}">{}</a>', self.indicator.get_absolute_url(), unbroken(self.name))

    @property
    def old_text(self):
        """The value as it stood: 'meer dan 4.500'."""
        return hedged(self.old_qualifier, measured(self.old_value, self.unit))

    @property
    def new_text(self):
        """The value that took its place; it may have been corrected again since."""
        return hedged(self.new_qualifier, measured(self.new_value, self.unit))
