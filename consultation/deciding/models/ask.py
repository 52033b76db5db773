"""What a dossier asks of each kind of body, and what it asks one body to pay."""

from django.db import models
from django.db.models import Q
from django.utils.html import format_html
from django.utils.text import capfirst

from consultation.deciding.models.component import NOT_BELOW_0, Component
from partners.ground.constraints import known, refuse
from partners.ground.templatetags.dutch import cited
from partners.ground.texts import PAGE
from partners.models import BodyKind, Source

LEGAL_WITHOUT_SOURCE = "Een wettelijke term heeft een bron nodig. Kies de bron."


class AskedAmount(models.Model):
    """What one component costs one body, where that was said and does not follow from a tariff."""

    component = models.ForeignKey(
        Component, verbose_name="onderdeel", on_delete=models.CASCADE, related_name="asked_amounts"
    )
    track = models.ForeignKey(
        "Track", verbose_name="besluitspoor", on_delete=models.CASCADE, related_name="asked_amounts"
    )
    amount = models.DecimalField("gevraagd bedrag", max_digits=14, decimal_places=2, help_text="In euro’s.")
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="asked_amounts")

    class Meta:
        verbose_name = "gevraagd bedrag"
        verbose_name_plural = "gevraagde bedragen"
        ordering = ["track", "component__position", "component"]
        constraints = [
            models.UniqueConstraint(
                fields=["component", "track"],
                name="one_asked_amount_per_component_and_track",
                violation_error_message="Voor dit orgaan staat er al een bedrag bij dit onderdeel.",
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="asked_amount_is_not_below_0",
                violation_error_message=NOT_BELOW_0,
            ),
        ]

    def __str__(self):
        return f"{self.component}: {self.track.body}"

    def clean(self):
        super().clean()
        refuse(self.amount is not None and self.amount < 0, "amount", NOT_BELOW_0)
        other = self.track_id and self.component_id and self.component.dossier_id != self.track.dossier_id
        refuse(other, "component", "Dit onderdeel hoort bij een ander dossier.")


class Ask(models.Model):
    """What is asked of one kind of body. The words are content: the portal itself claims no right that a body has."""

    dossier = models.ForeignKey("Dossier", verbose_name="dossier", on_delete=models.CASCADE, related_name="asks")
    body_kind = models.CharField("soort orgaan", max_length=16, choices=BodyKind)
    term = models.CharField(
        "wat wordt gevraagd",
        max_length=80,
        help_text="In de woorden van het voorstel: vaststellen, wensen en bedenkingen, zienswijze, kennisneming.",
    )
    explanation = models.TextField("toelichting", max_length=PAGE, blank=True)
    legal_term = models.CharField(
        "wettelijke term",
        max_length=160,
        blank=True,
        help_text="Alleen als het dossier zelf een wet noemt. Kies dan ook de bron.",
    )
    source = models.ForeignKey(
        Source, verbose_name="bron", on_delete=models.PROTECT, null=True, blank=True, related_name="asks"
    )

    class Meta:
        verbose_name = "gevraagd besluit"
        verbose_name_plural = "gevraagde besluiten"
        ordering = ["dossier", "body_kind"]
        constraints = [
            known("body_kind", BodyKind, model="ask"),
            models.UniqueConstraint(
                fields=["dossier", "body_kind"],
                name="one_ask_per_dossier_and_kind",
                violation_error_message="Voor deze soort organen staat er al wat wordt gevraagd.",
            ),
            models.CheckConstraint(
                condition=Q(legal_term="") | Q(source__isnull=False),
                name="a_legal_term_has_its_source",
                violation_error_message=LEGAL_WITHOUT_SOURCE,
            ),
        ]

    def __str__(self):
        return f"{capfirst(self.get_body_kind_display())}: {self.term}"

    @property
    def sentence(self):
        """What is asked, why, and by which legal term the dossier itself calls it."""
        legal = f"Wettelijke term in het dossier: {self.legal_term}." if self.legal_term else ""
        return " ".join(filter(None, [f"{capfirst(self.term)}.", self.explanation, legal]))

    @property
    def origin(self):
        """Where that stands, as safe HTML; "" without a source."""
        return format_html("Bron: {}.", cited(self.source)) if self.source else ""

    def clean(self):
        super().clean()
        refuse(self.legal_term and not self.source_id, "source", LEGAL_WITHOUT_SOURCE)
