"""Whose a result is."""

from django.db import models


class Attribution(models.TextChoices):
    """Whose a result is: what a council may say of it."""

    LOCAL = "lokaal", "lokaal"
    SHARED = "gedeeld", "gedeeld"
    NONE = "niet-toe-te-rekenen", "niet toe te rekenen"

    @property
    def explanation(self):
        """What a reader may and may not conclude."""
        return {
            Attribution.LOCAL: "Gaat over één gemeente of provincie.",
            Attribution.SHARED: "Van alle partners samen. Het deel van één partner is niet bekend.",
            Attribution.NONE: "Niet vast te stellen is of dit door de samenwerking komt.",
        }[self]
