"""The file of what came in, as it came in."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from consultation.models.letter import Letter
from partners.ground.models import StoredFile


class Scan(models.Model):
    """What came in on paper or by mail, as a file: for the desk and its sender, and on no page for anyone else.

    It hangs on the letter itself, never on a draft that mends it. It may show a name, an address and a signature, so
    it goes when it is no longer kept who wrote the letter; the words that were typed stay.
    """

    letter = models.OneToOneField(Letter, verbose_name="reactie", on_delete=models.CASCADE, related_name="scan")
    file = models.ForeignKey(StoredFile, verbose_name="bestand", on_delete=models.PROTECT, related_name="scans")
    description = models.CharField("wat er te zien is", max_length=200)
    put_at = models.DateTimeField("neergezet op", default=timezone.now)

    class Meta:
        verbose_name = "scan van een reactie"
        verbose_name_plural = "scans van reacties"
        ordering = ["letter"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(description=""),
                name="a_scan_says_what_it_shows",
                violation_error_message="Schrijf op wat er te zien is.",
            ),
        ]

    def __str__(self):
        return f"scan van {self.letter}"

    @property
    def file_name(self):
        """Under which somebody saves it, with the ending of its kind."""
        return f"reactie-{self.letter.number or self.letter_id}.{self.file.name.rpartition('.')[2]}"
