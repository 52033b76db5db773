"""How many people live where, by date and by source."""

from django.db import models

from partners.ground.constraints import (
    at_least_one,
    believable,
    known,
    refuse,
    refuse_future,
    refuse_unbelievable,
)
from partners.ground.publishing import PublicQuerySet
from partners.ground.templatetags.dutch import day, number
from partners.models.source import Certainty, Source

NOBODY_THERE = "Een inwonertal is meer dan 0. Is het niet bekend, voer het dan niet in."


class PopulationQuerySet(PublicQuerySet):
    def latest_first(self):
        """Newest reference date first; on one date a definitive count first and one of unknown certainty last."""
        return self.order_by(
            "-reference_on",
            models.Case(
                models.When(certainty=Certainty.FINAL, then=0),
                models.When(certainty=Certainty.UNKNOWN, then=2),
                default=1,
            ),
            "pk",
        )


class Population(models.Model):
    """How many people live in a partner's area on one date, according to one source."""

    follows = ("partner",)

    partner = models.ForeignKey(
        "partners.Partner", verbose_name="partner", on_delete=models.CASCADE, related_name="populations"
    )
    reference_on = models.DateField("peildatum")
    count = models.PositiveIntegerField("inwoners")
    certainty = models.CharField("zekerheid", max_length=12, choices=Certainty, default=Certainty.UNKNOWN)
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="populations")
    note = models.CharField("opmerking", max_length=300, blank=True)

    objects = PopulationQuerySet.as_manager()

    class Meta:
        verbose_name = "inwonertal"
        verbose_name_plural = "inwonertallen"
        ordering = ["partner", "-reference_on"]
        constraints = [
            known("certainty", Certainty, model="population"),
            believable("reference_on", model="population"),
            at_least_one("count", model="population", message=NOBODY_THERE),
            models.UniqueConstraint(
                fields=["partner", "reference_on", "source"],
                name="one_population_per_date_and_source",
                violation_error_message="Van deze bron staat er al een inwonertal op deze peildatum.",
            ),
        ]

    def __str__(self):
        return f"{self.partner}, {day(self.reference_on)}: {number(self.count)}"

    def clean(self):
        """Refuses what nobody can have counted: a day to come, and no inhabitants at all."""
        super().clean()
        refuse_future(self, "reference_on")
        refuse_unbelievable(self, "reference_on")
        refuse(self.count == 0, "count", NOBODY_THERE)
