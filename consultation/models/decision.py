"""What is put before the bodies, and each body's way through it."""

from django.db import models
from django.urls import reverse

from agenda.models import Element, Version
from partners.constraints import known
from partners.models import Body, Source


class Dossier(models.Model):
    """What is put before the bodies for a decision."""

    slug = models.SlugField("adres op de site", max_length=80, unique=True)
    title = models.CharField("titel", max_length=200)
    summary = models.TextField(
        "in het kort", help_text="Wat er wordt besloten, en wat van de organen wordt gevraagd."
    )
    version = models.ForeignKey(
        Version,
        verbose_name="over versie",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="dossiers",
    )
    period_text = models.CharField("wanneer", max_length=120, blank=True)
    note = models.TextField("stand van zaken", blank=True)
    source = models.ForeignKey(
        Source, verbose_name="bron", on_delete=models.PROTECT, null=True, blank=True, related_name="dossiers"
    )
    is_example = models.BooleanField("voorbeeld", default=False)

    class Meta:
        verbose_name = "dossier"
        verbose_name_plural = "dossiers"
        ordering = ["-pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("consultation:dossier", args=[self.slug])


class Track(models.Model):
    """One body's way through a dossier, step by step."""

    dossier = models.ForeignKey(
        Dossier, verbose_name="dossier", on_delete=models.CASCADE, related_name="tracks"
    )
    body = models.ForeignKey(Body, verbose_name="orgaan", on_delete=models.PROTECT, related_name="tracks")
    website = models.URLField("stukken bij het orgaan", blank=True, max_length=500)
    note = models.CharField("opmerking", max_length=300, blank=True)

    class Meta:
        verbose_name = "besluitspoor"
        verbose_name_plural = "besluitsporen"
        ordering = ["dossier", "body"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "body"],
                name="one_track_per_dossier_and_body",
                violation_error_message="Dit orgaan heeft al een spoor in dit dossier.",
            ),
        ]

    def __str__(self):
        return f"{self.dossier}: {self.body}"


class TrackStepKind(models.TextChoices):
    """What happened at a body."""

    SENT = "verzonden", "stukken ontvangen"
    COMMITTEE = "bespreking", "besproken"
    PLANNED = "gepland", "staat op de agenda"
    DECIDED = "besluit", "besluit genomen"


class TrackStep(models.Model):
    """Something that happened in a track, on a day that is known at least in words."""

    track = models.ForeignKey(
        Track, verbose_name="besluitspoor", on_delete=models.CASCADE, related_name="steps"
    )
    kind = models.CharField("wat", max_length=12, choices=TrackStepKind)
    happened_on = models.DateField("op")
    date_text = models.CharField("datum in woorden", max_length=60)
    text = models.TextField("toelichting", blank=True)
    source = models.ForeignKey(
        Source, verbose_name="bron", on_delete=models.PROTECT, related_name="track_steps"
    )

    class Meta:
        verbose_name = "stap in een besluitspoor"
        verbose_name_plural = "stappen in een besluitspoor"
        ordering = ["track", "happened_on", "pk"]
        constraints = [known("kind", TrackStepKind, model="track_step")]

    def __str__(self):
        return f"{self.date_text}: {self.get_kind_display()}"


class Outcome(models.TextChoices):
    """What a body decided. That nothing is known is said by there being no decision."""

    AGREED = "ingestemd", "ingestemd"
    CONDITION = "voorwaarde", "ingestemd met een voorwaarde"
    AGAINST = "tegen", "niet ingestemd"
    ABSTAINS = "niet-mee", "doet niet mee"


class Decision(models.Model):
    """What a body decided on a dossier, or on one part of it, with the amount and the condition it set."""

    track = models.ForeignKey(
        Track, verbose_name="besluitspoor", on_delete=models.CASCADE, related_name="decisions"
    )
    element = models.ForeignKey(
        Element,
        verbose_name="onderdeel",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        help_text="Leeg: het besluit gaat over het geheel.",
    )
    decided_on = models.DateField("besloten op")
    date_text = models.CharField("datum in woorden", max_length=60)
    outcome = models.CharField("uitkomst", max_length=12, choices=Outcome)
    amount = models.DecimalField(
        "bedrag",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="In euro's. Leeg: niet bekend.",
    )
    condition = models.TextField("voorwaarde", blank=True)
    source = models.ForeignKey(
        Source, verbose_name="bron", on_delete=models.PROTECT, related_name="decisions"
    )

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        ordering = ["track", "element__position", "decided_on"]
        constraints = [
            known("outcome", Outcome, model="decision"),
            models.UniqueConstraint(
                fields=["track", "element"],
                name="one_decision_per_track_and_element",
                nulls_distinct=False,
                violation_error_message="Over dit onderdeel staat er al een besluit.",
            ),
            models.CheckConstraint(
                condition=~models.Q(outcome=Outcome.CONDITION) | ~models.Q(condition=""),
                name="a_condition_is_written_down",
                violation_error_message="Schrijf de voorwaarde op.",
            ),
        ]

    def __str__(self):
        return f"{self.track}: {self.get_outcome_display()}"
