"""Where facts come from, and how firm they are."""

from django.db import models

from partners.ground.constraints import believable, refuse_future, refuse_unbelievable
from partners.ground.search import SortKey
from partners.ground.texts import SENTENCES

# The oldest law or report that anything here rests on is no older.
FIRST_YEAR = 1900


class Source(models.Model):
    """Where a fact comes from. Every fact on the portal names one, so that a reader can check it."""

    slug = models.SlugField("kenmerk", max_length=80, unique=True)
    title = models.CharField("titel", max_length=200)
    publisher = models.CharField("wie het schreef", max_length=120, blank=True)
    url = models.URLField("adres", max_length=500, blank=True, help_text="Leeg als de bron niet op internet staat.")
    published_on = models.DateField("gepubliceerd op", null=True, blank=True)
    published_text = models.CharField(
        "gepubliceerd, in woorden",
        max_length=80,
        blank=True,
        help_text="Als de dag niet bekend is, bijvoorbeeld: begin 2023.",
    )
    consulted = models.CharField(
        "geraadpleegd",
        max_length=40,
        blank=True,
        help_text="Wanneer de bron is gelezen, bijvoorbeeld: november 2026.",
    )
    note = models.TextField("opmerking", max_length=SENTENCES, blank=True)

    class Meta:
        verbose_name = "bron"
        verbose_name_plural = "bronnen"
        ordering = [SortKey("title")]
        constraints = [believable("published_on", model="source", first=FIRST_YEAR)]

    def __str__(self):
        """With who wrote it and when, because two reports may carry one title."""
        when = self.published_text or (f"{self.published_on:%d-%m-%Y}" if self.published_on else "")
        return ", ".join(part for part in (self.title, self.publisher, when) if part)

    def clean(self):
        super().clean()
        refuse_future(self, "published_on")
        refuse_unbelievable(self, "published_on", first=FIRST_YEAR)


class Certainty(models.TextChoices):
    """How firm a figure is, in the words of the statistics office."""

    PROVISIONAL = "voorlopig", "voorlopig"
    FINAL = "definitief", "definitief"
    ESTIMATE = "schatting", "schatting"
    DERIVED = "afgeleid", "afgeleid"
    CORRECTED = "gecorrigeerd", "gecorrigeerd"
    UNKNOWN = "onbekend", "zekerheid niet vermeld"
