"""Who keeps a figure true."""

from django.db import models
from django.utils.text import capfirst

from partners.models import Partner


class Owner(models.Model):
    """A role at a partner that keeps figures true. No name of a person: who holds the role changes."""

    partner = models.ForeignKey(Partner, verbose_name="partner", on_delete=models.PROTECT, related_name="owners")
    role = models.CharField(
        "functie", max_length=120, blank=True, help_text="Bijvoorbeeld: adviseur arbeidsmarkt. Leeg: nog niet bekend."
    )
    email = models.EmailField(
        "e-mailadres",
        blank=True,
        help_text="Hierheen gaat elk kwartaal de vraag of de cijfers nog kloppen. Staat nergens op de site.",
    )
    declined_at = models.DateTimeField(
        "wil geen navraag meer, sinds",
        null=True,
        blank=True,
        help_text="Dat liet de eigenaar weten met de link in de mail. Maak het leeg als een ander de functie krijgt.",
    )

    class Meta:
        verbose_name = "eigenaar"
        verbose_name_plural = "eigenaren"
        ordering = ["partner__name", "role"]
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "role"],
                name="a_role_at_a_partner_owns_once",
                violation_error_message="Deze functie bij deze partner staat er al.",
            ),
        ]

    def __str__(self):
        return f"{self.role}, {self.partner}" if self.role else str(self.partner)

    @property
    def opening(self):
        """What comes before the name of the partner: 'Adviseur arbeidsmarkt, '; empty without a role."""
        return f"{capfirst(self.role)}, " if self.role else ""
