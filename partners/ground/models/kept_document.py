"""A document that somebody asked for, kept until something in it is different."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from partners.ground.models.stored_file import StoredFile

LONGEST_ADDRESS = 500


class KeptDocument(models.Model):
    """The file at one `address` of the site, as everyone may have it; or that it is still to be made, by the worker.

    It is sent as long as `state` is the state of all data and `holds_until` has not come: then the file says what it
    would say if it were made now. After that it is sent again when what is in it has the same `digest`.
    """

    address = models.CharField("adres", max_length=LONGEST_ADDRESS, unique=True)
    name = models.CharField("naam", max_length=200, blank=True)
    file = models.ForeignKey(
        StoredFile,
        verbose_name="bestand",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="kept_documents",
    )
    digest = models.CharField("controlegetal van wat erin staat", max_length=64, blank=True)
    state = models.CharField("stand van de gegevens", max_length=200, blank=True)
    holds_until = models.DateTimeField("geldt tot", default=timezone.now)
    asked_at = models.DateTimeField("laatst gevraagd", default=timezone.now)
    # For what the worker makes: since when it is wanted, and how far it is.
    wanted_at = models.DateTimeField("wacht op de worker sinds", null=True, blank=True)
    step = models.PositiveIntegerField("hoofdstuk", default=0)
    steps = models.PositiveIntegerField("van de hoofdstukken", default=0)
    trouble = models.CharField("waarom niet", max_length=200, blank=True)

    class Meta:
        verbose_name = "bewaard document"
        verbose_name_plural = "bewaarde documenten"
        ordering = ["address"]
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=True) | ~Q(digest="", name=""), name="a_kept_document_has_a_name"
            ),
        ]
        indexes = [
            models.Index(fields=["wanted_at"], condition=Q(wanted_at__isnull=False), name="documents_that_are_wanted"),
        ]

    def __str__(self):
        return self.address

    @property
    def is_wanted(self):
        """Whether the worker is still to make it."""
        return self.wanted_at is not None

    @property
    def part(self):
        """What it is made of: a zip of files, all else of chapters."""
        return "bestand" if self.name.endswith(".zip") else "hoofdstuk"

    @property
    def heading(self):
        return "Dit bestand kunnen wij niet maken" if self.trouble else "Wij maken het bestand voor u"

    @property
    def said(self):
        """How far it is, as a sentence."""
        if not self.is_wanted:
            return self.trouble or "Het bestand is klaar."
        if not self.step:
            return "Wij beginnen zo. Er kan eerst een ander bestand klaar moeten."
        if self.step < self.steps:
            return f"Wij schrijven {self.part} {self.step} van {self.steps}."
        return f"Elk {self.part} is geschreven. Nu maken wij er één bestand van."

    @property
    def what_next(self):
        """What the button says."""
        if self.is_wanted:
            return "Kijk of het klaar is"
        return "Probeer het opnieuw" if self.trouble else "Download het bestand"
