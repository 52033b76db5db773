"""The files of a large nota, which are made before anybody asks for them."""

from django.db import models
from django.utils import timezone

from consultation.models.consultation import Consultation
from partners.ground.models import StoredFile


class NotaFile(models.Model):
    """A part of the nota of a consultation in one form, as it was when it had that `stamp`.

    Without a file it could not be made.
    The stamp is a hash of all that the nota says: once that is different, this file is sent to nobody.
    """

    consultation = models.ForeignKey(
        Consultation, verbose_name="consultatie", on_delete=models.CASCADE, related_name="nota_files"
    )
    form = models.CharField("vorm", max_length=8, help_text="Zoals pdf.")
    part = models.PositiveSmallIntegerField("deel", default=1)
    stamp = models.CharField("stempel", max_length=64)
    file = models.ForeignKey(
        StoredFile, verbose_name="bestand", on_delete=models.PROTECT, null=True, blank=True, related_name="nota_files"
    )
    made_at = models.DateTimeField("gemaakt", default=timezone.now)

    class Meta:
        verbose_name = "bestand van een nota"
        verbose_name_plural = "bestanden van nota’s"
        ordering = ["consultation", "form", "part"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "form", "part"], name="one_nota_file_per_part"),
        ]

    def __str__(self):
        return f"{self.consultation}, {self.form}, deel {self.part}"
