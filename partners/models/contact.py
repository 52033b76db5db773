"""How the network can be reached."""

from django.db import models

from partners.ground.publishing import PublicQuerySet
from partners.models.source import Source


class ContactPoint(models.Model):
    """How the network can be reached: an address of the office, or an office holder by name and role."""

    follows = ("partner",)

    partner = models.ForeignKey(
        "partners.Partner", verbose_name="partner", on_delete=models.CASCADE, related_name="contact_points"
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    name = models.CharField("naam", max_length=120)
    role = models.CharField("functie", max_length=120, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    website = models.URLField("website", blank=True)
    note = models.CharField("opmerking", max_length=300, blank=True)
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="contact_points")

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = "contactpunt"
        verbose_name_plural = "contactpunten"
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["partner", "name"], name="contact_point_is_named_once_per_partner"),
        ]

    def __str__(self):
        return self.name
