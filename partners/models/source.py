"""Where facts come from, and how firm they are."""

from django.db import models

from partners.ground.constraints import believable, known, refuse_future, refuse_unbelievable
from partners.ground.sorting import SortKey
from partners.ground.templatetags.dutch import day
from partners.ground.texts import SENTENCES


class Licence(models.TextChoices):
    """What may be done with what a source says, by whoever made it; the label is what a reader is told."""

    NOT_STATED = "", "niet bekend"
    CC0 = "cc0-1.0", "CC0 1.0: vrij te gebruiken"
    CC_BY = "cc-by-4.0", "CC BY 4.0: vrij te gebruiken, met de naam van de maker"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0: vrij te gebruiken, met de naam van de maker en onder dezelfde licentie"
    NO_RIGHTS = "geen", "geen auteursrecht: een wet, besluit of verordening van de overheid"
    RESERVED = "voorbehouden", "alle rechten voorbehouden: vraag het aan de maker"


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
        "geraadpleegd, in woorden",
        max_length=40,
        blank=True,
        help_text="Als de dag niet bekend is, bijvoorbeeld: november 2026.",
    )
    consulted_on = models.DateField(
        "geraadpleegd op", null=True, blank=True, help_text="De dag waarop de bron is gelezen, als die bekend is."
    )
    licence = models.CharField(
        "licentie",
        max_length=12,
        choices=Licence,
        default=Licence.NOT_STATED,
        blank=True,
        help_text="Wat de maker toestaat. Alleen als de bron het zelf zegt; anders is het niet bekend.",
    )
    note = models.TextField("opmerking", max_length=SENTENCES, blank=True)

    class Meta:
        verbose_name = "bron"
        verbose_name_plural = "bronnen"
        ordering = [SortKey("title")]
        constraints = [
            known("licence", Licence, model="source"),
            believable("published_on", model="source", first=FIRST_YEAR),
            believable("consulted_on", model="source", first=FIRST_YEAR),
        ]

    def __str__(self):
        """With who wrote it and when, because two reports may carry one title."""
        when = self.published_text or (f"{self.published_on:%d-%m-%Y}" if self.published_on else "")
        return ", ".join(part for part in (self.title, self.publisher, when) if part)

    def clean(self):
        super().clean()
        for name in ("published_on", "consulted_on"):
            refuse_future(self, name)
            refuse_unbelievable(self, name, first=FIRST_YEAR)

    @property
    def read_in_words(self):
        """When it was read: '28 november 2026', or 'november 2026' when the day is not known."""
        return day(self.consulted_on) or self.consulted


class Certainty(models.TextChoices):
    """How firm a figure is, in the words of the statistics office."""

    PROVISIONAL = "voorlopig", "voorlopig"
    FINAL = "definitief", "definitief"
    ESTIMATE = "schatting", "schatting"
    DERIVED = "afgeleid", "afgeleid"
    CORRECTED = "gecorrigeerd", "gecorrigeerd"
    UNKNOWN = "onbekend", "zekerheid niet vermeld"
