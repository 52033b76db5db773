"""The history of the collaboration."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from partners.ground.constraints import believable, ends_after_it_starts, refuse_reversed, refuse_unbelievable
from partners.ground.publishing import PublicQuerySet, Publishable, ends_after_it_is_public
from partners.ground.texts import PAGE
from partners.models import Source


class MilestoneQuerySet(PublicQuerySet):
    def by_day(self):
        """The oldest first; what is known only by its year comes last in that year, for its day may be any."""
        only_year = Q(date_text__regex=r"^\d{4}(-\d{4})?$")
        return self.alias(only_year=only_year).order_by("starts_on__year", "only_year", "starts_on", "pk")


class Milestone(Publishable):
    """An event in the history of the collaboration."""

    starts_on = models.DateField("begint op", help_text="Is alleen het jaar bekend, kies dan 1 januari.")
    ends_on = models.DateField("eindigt op", null=True, blank=True, help_text="Alleen bij een periode.")
    date_text = models.CharField("datum in woorden", max_length=40, help_text="Zoals op de site: 2010, juni 2021.")
    title = models.CharField("titel", max_length=200)
    text = models.TextField("toelichting", max_length=PAGE, blank=True)
    is_main = models.BooleanField("hoofdlijn", default=False, help_text="Staat ook op de tijdlijn van de voorpagina.")
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="milestones")
    conflict = models.CharField(
        "andere bronnen",
        max_length=300,
        blank=True,
        help_text="Wat andere bronnen zeggen, als ze iets anders zeggen.",
    )

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        verbose_name = "mijlpaal"
        verbose_name_plural = "mijlpalen"
        ordering = ["starts_on", "pk"]
        constraints = [
            ends_after_it_starts("starts_on", "ends_on", model="milestone"),
            believable("starts_on", model="milestone"),
            believable("ends_on", model="milestone"),
            ends_after_it_is_public(model="milestone"),
            models.UniqueConstraint(fields=["starts_on", "title"], name="milestone_is_told_once"),
        ]

    def __str__(self):
        return f"{self.date_text}: {self.title}"

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "starts_on", "ends_on")
        refuse_reversed(self, "starts_on", "ends_on")

    @property
    def is_now(self):
        """Whether it is a period that today lies in."""
        return self.ends_on is not None and self.starts_on <= timezone.localdate() <= self.ends_on
