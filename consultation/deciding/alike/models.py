"""What a person says of whether bodies adopted the same: of one deviation, and of two conditions."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.text import capfirst

from consultation.deciding.models.decision import Decision
from partners.ground.constraints import known
from partners.ground.publishing import PublicQuerySet
from partners.ground.templatetags.dutch import day
from partners.ground.texts import CHAPTER, PAGES, SENTENCES


class Likeness(models.TextChoices):
    """Whether what deviates counts as the same."""

    ALIKE = "gelijkluidend", "telt als gelijkluidend"
    DIFFERENT = "anders", "telt niet als gelijkluidend"


class LikenessJudgement(models.Model):
    """What the secretariat says of one deviation, with its reason.

    `deviation` is the key that Deviation gives it, in which stands what deviates: of another text it says nothing.
    `about` is what was read when it was judged.
    """

    follows = ("dossier",)

    dossier = models.ForeignKey("Dossier", verbose_name="dossier", on_delete=models.CASCADE, related_name="judgements")
    deviation = models.CharField("afwijking", max_length=160, editable=False)
    about = models.TextField("waarover", max_length=CHAPTER)
    verdict = models.CharField("oordeel", max_length=16, choices=Likeness)
    reason = models.TextField("waarom", max_length=SENTENCES)
    judged_at = models.DateTimeField("beoordeeld op", default=timezone.now)

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = "oordeel over een afwijking"
        verbose_name_plural = "oordelen over afwijkingen"
        ordering = ["dossier", "pk"]
        constraints = [
            known("verdict", Likeness, model="likeness_judgement"),
            models.UniqueConstraint(
                fields=["dossier", "deviation"],
                name="one_judgement_per_deviation",
                violation_error_message="Over deze afwijking staat er al een oordeel.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="a_judgement_says_why",
                violation_error_message="Schrijf op waarom.",
            ),
        ]

    def __str__(self):
        return f"{self.dossier}: {self.get_verdict_display()}"

    @property
    def told(self):
        """It as a sentence or more: what it is, since when, and why."""
        verdict = capfirst(self.get_verdict_display())
        judged_on = day(timezone.localdate(self.judged_at))
        return f"{verdict}, volgens het secretariaat op {judged_on}. {self.reason}"


class ExclusionQuerySet(PublicQuerySet):
    def in_dossier(self, dossier):
        """Those between two decisions of a dossier."""
        return self.filter(one__track__dossier=dossier)


class Exclusion(models.Model):
    """That two conditions cannot both be met, as the secretariat marked it on the words that they had then."""

    follows = ("one", "other")

    one = models.ForeignKey(
        Decision, verbose_name="de ene voorwaarde", on_delete=models.CASCADE, related_name="exclusions"
    )
    other = models.ForeignKey(
        Decision, verbose_name="de andere voorwaarde", on_delete=models.CASCADE, related_name="excluded_by"
    )
    one_condition = models.TextField("woorden van de ene", max_length=PAGES)
    other_condition = models.TextField("woorden van de andere", max_length=PAGES)
    reason = models.TextField("waarom", max_length=SENTENCES)
    marked_at = models.DateTimeField("aangemerkt op", default=timezone.now)

    objects = ExclusionQuerySet.as_manager()

    class Meta:
        verbose_name = "voorwaarden die niet samengaan"
        verbose_name_plural = "voorwaarden die niet samengaan"
        ordering = ["one", "other"]
        constraints = [
            models.UniqueConstraint(
                fields=["one", "other"],
                name="two_conditions_are_marked_once",
                violation_error_message="Deze twee zijn al aangemerkt.",
            ),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="exclusions_stand_in_one_order"),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="an_exclusion_says_why",
                violation_error_message="Schrijf op waarom.",
            ),
        ]

    def __str__(self):
        return f"{self.one.track.body} en {self.other.track.body}"

    @property
    def marked(self):
        """By whom and when it was marked, and why."""
        return f"Aangemerkt door het secretariaat op {day(timezone.localdate(self.marked_at))}. {self.reason}"
