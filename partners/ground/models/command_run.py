"""What the machine's clock starts."""

from django.db import models


class CommandRun(models.Model):
    """When a command of the machine's clock last ran, and whether that went well; one row per command."""

    name = models.CharField("opdracht", max_length=40, unique=True)
    ended_at = models.DateTimeField("laatst geëindigd")
    succeeded_at = models.DateTimeField("laatst gelukt", null=True, blank=True)

    class Meta:
        verbose_name = "ronde"
        verbose_name_plural = "rondes"
        ordering = ["name"]

    def __str__(self):
        return self.name
