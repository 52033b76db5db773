"""How often something was done, to hold everyone to what one visitor may ask of the portal."""

from django.db import models


class Tally(models.Model):
    """How often one visitor did one thing in the window of so many `seconds` that is running: `partners.ground.limits`.

    Who it is cannot be read from it, and from one day to the next not even that it is the same visitor.
    """

    act = models.CharField("wat", max_length=30)
    visitor = models.CharField("wie", max_length=64, help_text="Een hash die elke dag anders is.")
    seconds = models.PositiveIntegerField("lengte van het venster", help_text="In seconden.")
    window = models.PositiveBigIntegerField("hoeveelste venster", help_text="Geteld vanaf 1970.")
    count = models.PositiveIntegerField("hoe vaak")

    class Meta:
        verbose_name = "telling"
        verbose_name_plural = "tellingen"
        constraints = [
            models.UniqueConstraint(fields=["act", "visitor", "seconds"], name="one_tally_per_act_visitor_and_window"),
        ]

    def __str__(self):
        return f"{self.act}: {self.count} keer"
