"""When a body sits, until when it takes papers for a sitting, and when it is in recess."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone

from partners.ground.constraints import (
    believable,
    ends_after_it_starts,
    refuse,
    refuse_reversed,
    refuse_unbelievable,
)
from partners.ground.publishing import PublicQuerySet
from partners.ground.templatetags.dutch import day
from partners.models.body import Body
from partners.models.source import Source

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
PAPERS_LATE = "Dit is na de vergadering zelf. Kies een dag ervoor, of die dag zelf."


class SittingQuerySet(PublicQuerySet):
    def ahead(self, on=None):
        """Those on the day `on`, today without, or later, in order."""
        return self.filter(held_on__gte=on or timezone.localdate()).order_by("held_on")


class Sitting(models.Model):
    """A day on which a body sits and can decide, as planned; one that lapses stays, so that calendars hear of it."""

    follows = ("body",)

    body = models.ForeignKey(Body, verbose_name="orgaan", on_delete=models.CASCADE, related_name="sittings")
    held_on = models.DateField("vergadert op")
    starts_at = models.TimeField("hoe laat", null=True, blank=True, help_text="Bijvoorbeeld 19.30. Leeg: niet bekend.")
    papers_by = models.DateField(
        "aanleveren tot en met",
        null=True,
        blank=True,
        help_text="Alleen als het afwijkt. Leeg: volgens de aanlevertermijn van het orgaan.",
    )
    is_cancelled = models.BooleanField("vervalt", default=False)
    note = models.CharField("opmerking", max_length=300, blank=True, help_text="Staat op de site.")
    source = models.ForeignKey(
        Source, verbose_name="bron", on_delete=models.PROTECT, null=True, blank=True, related_name="sittings"
    )
    updated_at = models.DateTimeField("gewijzigd", auto_now=True)

    objects = SittingQuerySet.as_manager()

    class Meta:
        verbose_name = "vergadering"
        verbose_name_plural = "vergaderingen"
        ordering = ["body", "held_on"]
        constraints = [
            believable("held_on", model="sitting"),
            believable("papers_by", model="sitting"),
            models.UniqueConstraint(
                fields=["body", "held_on"],
                name="one_sitting_of_a_body_per_day",
                violation_error_message="Dit orgaan heeft op deze dag al een vergadering.",
            ),
            models.CheckConstraint(
                condition=Q(papers_by__isnull=True) | Q(papers_by__lte=F("held_on")),
                name="papers_come_before_the_sitting",
                violation_error_message=PAPERS_LATE,
            ),
        ]

    def __str__(self):
        return f"{self.body}, {day(self.held_on)}"

    @property
    def begins(self):
        """The moment it begins, in Dutch time; the beginning of its day when its time is not known."""
        return datetime.combine(self.held_on, self.starts_at or time.min, AMSTERDAM)

    @property
    def last_day_for_papers(self):
        """The last day on which papers for it can be handed in; None when that is not known."""
        if self.papers_by or self.body.delivery_days is None:
            return self.papers_by
        return self.held_on - timedelta(days=self.body.delivery_days)

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "held_on", "papers_by")
        refuse(self.papers_by and self.held_on and self.papers_by > self.held_on, "papers_by", PAPERS_LATE)


class Recess(models.Model):
    """A period in which a body does not sit, both its days included."""

    follows = ("body",)

    body = models.ForeignKey(Body, verbose_name="orgaan", on_delete=models.CASCADE, related_name="recesses")
    name = models.CharField("naam", max_length=80, help_text="Bijvoorbeeld: zomerreces.")
    starts_on = models.DateField("van")
    ends_on = models.DateField("tot en met")
    source = models.ForeignKey(
        Source, verbose_name="bron", on_delete=models.PROTECT, null=True, blank=True, related_name="recesses"
    )
    updated_at = models.DateTimeField("gewijzigd", auto_now=True)

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = "reces"
        verbose_name_plural = "recessen"
        ordering = ["body", "starts_on"]
        constraints = [
            believable("starts_on", model="recess"),
            believable("ends_on", model="recess"),
            ends_after_it_starts("starts_on", "ends_on", model="recess"),
            ExclusionConstraint(
                name="a_recess_does_not_overlap_another",
                expressions=[
                    ("body", RangeOperators.EQUAL),
                    (
                        Func(
                            "starts_on",
                            "ends_on",
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Dit orgaan heeft in deze periode al een reces.",
            ),
        ]

    def __str__(self):
        return f"{self.body}, {self.name} van {day(self.starts_on)}"

    @property
    def period(self):
        """Its days: 'van 10 juli 2027 tot en met 22 augustus 2027'."""
        return f"van {day(self.starts_on)} tot en met {day(self.ends_on)}"

    def clean(self):
        """Refuses reversed days at the field itself; the exclusion constraint would fail on them with an error."""
        super().clean()
        refuse_unbelievable(self, "starts_on", "ends_on")
        refuse_reversed(self, "starts_on", "ends_on")
