"""The security log: who signed in, what was refused, what was taken along, and what the secretariat did."""

from django.db import models
from django.db.models.functions import Now


class EventKind(models.TextChoices):
    SIGNED_IN = "ingelogd", "ingelogd"
    SIGNED_OUT = "uitgelogd", "uitgelogd"
    WRONG_CODE = "foute code", "een verkeerde code getypt"
    CHANGED_WHO = "wie iemand is", "een adres, recht of tweede stap gewijzigd"
    REFUSED = "geweigerd", "een pagina geweigerd, want daar is geen recht op"
    TOO_OFTEN = "te vaak", "tegengehouden, want het was te vaak"
    TAKEN = "meegenomen", "een bestand meegenomen uit het beheer, of de eigen gegevens"
    LINK_USED = "link gebruikt", "een link uit een mail gebruikt"
    ACTED = "gedaan", "iets gedaan als medewerker"
    CLOSED = "account gesloten", "het eigen account gesloten"


class EventResult(models.TextChoices):
    DONE = "gelukt", "gelukt"
    REFUSED = "geweigerd", "geweigerd"


class SecurityEvent(models.Model):
    """One line of the log. The portal may add to it and read it; the database itself refuses the rest.

    `about` is the kind of page, as urls.py calls it, with the number of the row; never a key, an address or a text.
    `origin` is the address on the internet, which becomes that of its network after some days, and then goes with
    the line (see `partners.ground.security`). Who it was is kept as a key alone, as in the record.
    """

    kind = models.CharField("wat", max_length=20, choices=EventKind)
    result = models.CharField("uitkomst", max_length=10, choices=EventResult)
    about = models.CharField("waarover", max_length=120, blank=True)
    made_at = models.DateTimeField("wanneer", db_default=Now())
    actor_id = models.BigIntegerField("wie", null=True)
    origin = models.CharField("netwerkadres", max_length=45, blank=True)
    number = models.CharField("nummer van het verzoek", max_length=9, blank=True)

    class Meta:
        verbose_name = "regel van het beveiligingslogboek"
        verbose_name_plural = "regels van het beveiligingslogboek"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["made_at"], name="security_event_made_at"),
            models.Index(fields=["actor_id"], name="security_event_actor"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.get_result_display()}"
