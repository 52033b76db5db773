"""When a project does what, as far as sources give dates."""

from datetime import timedelta
from itertools import pairwise

from django.db import models
from django.db.models import F
from django.utils.text import capfirst

from partners.ground.constraints import believable, ends_after_it_starts, known, refuse_reversed, refuse_unbelievable
from partners.models import Source


class PhaseKind(models.TextChoices):
    """What is done in a phase; the order is that of a project."""

    PREPARATION = "voorbereiding", "voorbereiding"
    EXECUTION = "uitvoering", "uitvoering"
    USE = "gebruik", "gebruik en beheer"
    EVALUATION = "evaluatie", "evaluatie"


TOO_EARLY = "‘{}’ komt na ‘{}’. Klopt het jaar?"


def out_of_order(begun):
    """What is wrong with pairs (PhaseKind or its value, day of its beginning), in a sentence; empty when nothing is.

    Phases may overlap, but a later one does not begin before an earlier one did.
    """
    firsts = {}
    for kind, starts in begun:
        firsts[PhaseKind(kind)] = min(starts, firsts.get(PhaseKind(kind), starts))
    in_order = [kind for kind in PhaseKind if kind in firsts]
    for earlier, later in pairwise(in_order):
        if firsts[later] < firsts[earlier]:
            return TOO_EARLY.format(capfirst(later.label), earlier.label)
    return ""


# A phase whose end no source gives is taken to go on for so long after its beginning. What is in use stays so.
GOES_ON_FOR = timedelta(days=365)


class ProjectStage(models.TextChoices):
    """Where a project stands on a day, as far as its dated phases say."""

    COMING = "nog-niet-begonnen", "nog niet begonnen"
    PREPARATION = "voorbereiding", "in voorbereiding"
    EXECUTION = "uitvoering", "in uitvoering"
    USE = "gebruik", "in gebruik"
    EVALUATION = "evaluatie", "in evaluatie"
    BEGUN = "begonnen", "begonnen; of het nog loopt, is niet bekend"
    OVER = "voorbij", "periode voorbij"
    UNKNOWN = "onbekend", "nog niet bekend"


class ProjectPhase(models.Model):
    """A phase of a project, with its dates as far as they are known. Phases may overlap."""

    project = models.ForeignKey(
        "results.Project", verbose_name="project", on_delete=models.CASCADE, related_name="phases"
    )
    kind = models.CharField("fase", max_length=16, choices=PhaseKind)
    starts_on = models.DateField("van", null=True, blank=True, help_text="Leeg: nog niet bekend.")
    ends_on = models.DateField("tot en met", null=True, blank=True, help_text="Leeg: nog niet bekend.")
    text = models.CharField(
        "periode in woorden", max_length=120, blank=True, help_text="Zoals in de bron, bijvoorbeeld: sinds juni 2020."
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="project_phases")

    class Meta:
        verbose_name = "fase van een project"
        verbose_name_plural = "fasen van een project"
        ordering = ["project", F("starts_on").asc(nulls_first=True), "ends_on", "pk"]
        constraints = [
            known("kind", PhaseKind, model="project_phase"),
            ends_after_it_starts("starts_on", "ends_on", model="project_phase"),
            believable("starts_on", model="project_phase"),
            believable("ends_on", model="project_phase"),
            models.UniqueConstraint(
                fields=["project", "kind", "starts_on"],
                name="one_phase_of_a_kind_per_start",
                nulls_distinct=False,
                violation_error_message="Deze fase staat er al.",
            ),
        ]

    def __str__(self):
        return f"{self.project}: {self.get_kind_display()}"

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "starts_on", "ends_on")
        refuse_reversed(self, "starts_on", "ends_on")
