"""What a project aims for or has yielded."""

from django.db import models

from partners.ground.constraints import known
from partners.models import Source
from results.models.indicator import Indicator
from results.models.nature import Attribution


class ResultNature(models.TextChoices):
    """Whether a result is meant to come or has come."""

    AIMED = "beoogd", "beoogd"
    REACHED = "bereikt", "bereikt"


class ProjectResult(models.Model):
    """What a project aims for or has yielded, in words, tied to the figure that counts it if there is one."""

    project = models.ForeignKey(
        "results.Project", verbose_name="project", on_delete=models.CASCADE, related_name="results"
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    nature = models.CharField("aard", max_length=12, choices=ResultNature)
    text = models.CharField("resultaat", max_length=240, help_text="Bijvoorbeeld: meer dan 140 bedrijven doen mee.")
    date_text = models.CharField("datum in woorden", max_length=60, blank=True)
    attribution = models.CharField("van wie", max_length=20, choices=Attribution, default=Attribution.SHARED)
    indicator = models.ForeignKey(
        Indicator,
        verbose_name="geteld in het cijfer",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="project_results",
        help_text="Het cijfer waarin dit resultaat meetelt, als dat er is.",
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="project_results")

    class Meta:
        verbose_name = "resultaat van een project"
        verbose_name_plural = "resultaten van een project"
        ordering = ["project", "position", "pk"]
        constraints = [
            known("nature", ResultNature, model="project_result"),
            known("attribution", Attribution, model="project_result"),
            models.UniqueConstraint(
                fields=["project", "text"],
                name="a_result_is_told_once_per_project",
                violation_error_message="Dit resultaat staat er al.",
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def named_indicator(self):
        """The figure in which it counts, or None while that is a concept."""
        return self.indicator if self.indicator and self.indicator.is_public_now else None
