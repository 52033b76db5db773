"""What a project aims for or has yielded."""

from django.db import models
from django.db.models import Q

from partners.ground.constraints import known, refuse
from partners.ground.publishing import PublicQuerySet
from partners.models import Source
from results.models.indicator import Indicator
from results.models.nature import Attribution

ON_NOTHING = "Kies ook op welk cijfer het project dit effect heeft."
SURE_OF_NOTHING = "Kies ook welk effect het is: hoe zeker dat is, zegt dan pas iets."


class ResultNature(models.TextChoices):
    """Whether a result is meant to come or has come."""

    AIMED = "beoogd", "beoogd"
    REACHED = "bereikt", "bereikt"


class Effect(models.TextChoices):
    """What a result is expected to do to the figure in which it counts."""

    GOOD = "gunstig", "gunstig"
    BAD = "ongunstig", "ongunstig"
    UNKNOWN = "onbekend", "nog niet bekend"


class Confidence(models.TextChoices):
    """How sure it is that it does."""

    FOUNDED = "onderbouwd", "onderbouwd met onderzoek"
    LIKELY = "aannemelijk", "aannemelijk"
    DOUBTFUL = "onzeker", "onzeker"
    UNKNOWN = "onbekend", "hoe zeker dat is, is nog niet bekend"


class ProjectResultQuerySet(PublicQuerySet):
    def on_figure(self, indicator):
        """Those of projects on the site that count in a figure, with what it takes to tell of each."""
        found = self.public(along=["project"]).filter(indicator=indicator)
        return found.select_related("project", "source").order_by("project__name", "position", "pk")


class ProjectResult(models.Model):
    """What a project aims for or has yielded, in words, tied to the figure that counts it if there is one."""

    follows = ("project",)

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
    effect = models.CharField(
        "verwacht effect op het cijfer",
        max_length=12,
        choices=Effect,
        default=Effect.UNKNOWN,
        db_default=Effect.UNKNOWN,
        help_text="Gunstig: het cijfer gaat de goede kant op. Alleen bij een resultaat dat bij een cijfer hoort.",
    )
    confidence = models.CharField(
        "hoe zeker",
        max_length=12,
        choices=Confidence,
        default=Confidence.UNKNOWN,
        db_default=Confidence.UNKNOWN,
        help_text="Hoe zeker het is dat het project dit effect heeft.",
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="project_results")

    objects = ProjectResultQuerySet.as_manager()

    class Meta:
        verbose_name = "resultaat van een project"
        verbose_name_plural = "resultaten van een project"
        ordering = ["project", "position", "pk"]
        constraints = [
            known("nature", ResultNature, model="project_result"),
            known("attribution", Attribution, model="project_result"),
            known("effect", Effect, model="project_result"),
            known("confidence", Confidence, model="project_result"),
            models.CheckConstraint(
                condition=Q(indicator__isnull=False) | Q(effect=Effect.UNKNOWN),
                name="an_effect_is_on_a_figure",
                violation_error_message=ON_NOTHING,
            ),
            models.CheckConstraint(
                condition=~Q(effect=Effect.UNKNOWN) | Q(confidence=Confidence.UNKNOWN),
                name="what_is_sure_is_an_effect",
                violation_error_message=SURE_OF_NOTHING,
            ),
            models.UniqueConstraint(
                fields=["project", "text"],
                name="a_result_is_told_once_per_project",
                violation_error_message="Dit resultaat staat er al.",
            ),
        ]

    def __str__(self):
        return self.text

    def clean(self):
        """Says at the field itself what the constraints refuse."""
        super().clean()
        refuse(self.effect != Effect.UNKNOWN and not self.indicator_id, "indicator", ON_NOTHING)
        is_sure = self.confidence != Confidence.UNKNOWN
        refuse(is_sure and self.effect == Effect.UNKNOWN, "effect", SURE_OF_NOTHING)

    @property
    def expected(self):
        """'Verwacht effect: gunstig (aannemelijk).'; that it is not known, of a result that counts in a figure."""
        if self.effect == Effect.UNKNOWN:
            return "Verwacht effect: nog niet bekend."
        return f"Verwacht effect: {self.get_effect_display()} ({self.get_confidence_display()})."

    @property
    def named_indicator(self):
        """The figure in which it counts, or None while that is a concept."""
        return self.indicator if self.indicator and self.indicator.is_public_now else None
