"""That somebody laid a version before a colleague, who reads it and puts it on the site."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from agenda.models.version import Version
from partners.ground.templatetags.dutch import moment


class PublicationRequest(models.Model):
    """Who asks that a version is published, from when, and with which text; of another text it says nothing."""

    version = models.OneToOneField(
        Version, verbose_name="versie", on_delete=models.CASCADE, related_name="publication_request"
    )
    digest = models.CharField("controlegetal van de tekst", max_length=64)
    at = models.DateTimeField("op de site vanaf", null=True, blank=True, help_text="Leeg: meteen.")
    # Without somebody who asked nobody can be the second.
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="voorgelegd door", on_delete=models.CASCADE, related_name="+"
    )
    asked_at = models.DateTimeField("voorgelegd op", default=timezone.now)

    class Meta:
        verbose_name = "voorgelegde versie"
        verbose_name_plural = "voorgelegde versies"
        ordering = ["-asked_at"]

    def __str__(self):
        return f"{self.version}, voorgelegd"

    @property
    def told(self):
        """Who asked it and when, as a sentence."""
        return f"{self.asked_by} legde deze versie voor op {moment(self.asked_at)}."
