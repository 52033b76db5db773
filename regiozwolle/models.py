"""What the roof itself remembers."""

from django.db import models


class SeededEntry(models.Model):
    """That an entry of the seed was once loaded, and which row it became.

    The row may have been changed, given another address or deleted since. All of those are the editors'
    decisions, so an entry that is listed here is never loaded again.
    """

    key = models.CharField("kenmerk", max_length=300, unique=True)
    object_id = models.BigIntegerField("rij")

    class Meta:
        verbose_name = "geladen gegeven"
        verbose_name_plural = "geladen gegevens"

    def __str__(self):
        return self.key
