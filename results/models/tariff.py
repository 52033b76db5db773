"""What partners contribute per inhabitant."""

from django.db import models
from django.db.models import F, Q

from agenda.models import CARRIED_OUT, Element
from partners.ground.constraints import believable, known, refuse, refuse_unbelievable
from partners.models import PartnerKind, Source

NOT_NEGATIVE = "Een tarief is niet minder dan 0. Is het niet bekend, voer het dan niet in."


class Payer(models.TextChoices):
    """Which kind of partner pays a tariff."""

    MUNICIPALITY = PartnerKind.MUNICIPALITY.value, "gemeenten"
    PROVINCE = PartnerKind.PROVINCE.value, "provincies"


class TariffQuerySet(models.QuerySet):
    def for_contributions(self, agenda):
        """The tariffs for the parts of `agenda`, and those of earlier, which nothing is computed with."""
        return self.filter(Q(element__agenda=agenda) | Q(element=None)).select_related("element", "source")


class Tariff(models.Model):
    """What each municipality or province pays per inhabitant in a year, for a part of the agenda it takes part in."""

    follows = ()

    element = models.ForeignKey(
        Element,
        verbose_name="onderdeel van de agenda",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="tariffs",
        limit_choices_to={"kind__in": CARRIED_OUT},
        help_text="Meestal een uitvoeringslijn. Leeg: een tarief van vroeger, waarmee niet wordt gerekend.",
    )
    purpose = models.CharField(
        "waarvoor, in woorden",
        max_length=120,
        blank=True,
        help_text="Alleen als het tarief niet bij een onderdeel van de agenda hoort.",
    )
    year = models.PositiveSmallIntegerField("jaar")
    payer = models.CharField("betaald door", max_length=16, choices=Payer, default=Payer.MUNICIPALITY)
    amount = models.DecimalField(
        "bedrag per inwoner",
        max_digits=8,
        decimal_places=4,
        help_text="In euro’s per jaar, bijvoorbeeld 1,80. Alleen 0 als bekend is dat er niets wordt betaald.",
    )
    inhabitants_on = models.DateField(
        "peildatum inwoners",
        null=True,
        blank=True,
        help_text="De dag van de inwonertallen waarmee is gerekend. Verplicht bij een onderdeel van de agenda.",
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="tariffs")
    note = models.CharField("opmerking", max_length=300, blank=True)

    objects = TariffQuerySet.as_manager()

    class Meta:
        verbose_name = "tarief"
        verbose_name_plural = "tarieven"
        ordering = [F("element__position").asc(nulls_last=True), "purpose", "year", "payer"]
        constraints = [
            known("payer", Payer, model="tariff"),
            believable("year", model="tariff", is_year=True),
            believable("inhabitants_on", model="tariff"),
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="tariff_is_not_negative",
                violation_error_message=NOT_NEGATIVE,
            ),
            models.CheckConstraint(
                condition=Q(element__isnull=False, purpose="", inhabitants_on__isnull=False)
                | (Q(element__isnull=True) & ~Q(purpose="")),
                name="tariff_says_what_it_is_for",
                violation_error_message="Kies een onderdeel met een peildatum, of schrijf waarvoor het tarief was.",
            ),
            models.UniqueConstraint(
                fields=["element", "purpose", "year", "payer"],
                name="one_tariff_per_part_year_and_payer",
                nulls_distinct=False,
                violation_error_message="Voor dit onderdeel, dit jaar en deze betaler is er al een tarief.",
            ),
        ]

    def __str__(self):
        return f"{self.element or self.purpose}, {self.year}, {self.get_payer_display()}"

    def clean(self):
        """Says at the field itself what the constraints refuse."""
        super().clean()
        refuse_unbelievable(self, "year", "inhabitants_on")
        refuse(self.amount is not None and self.amount < 0, "amount", NOT_NEGATIVE)
        refuse(
            not self.element_id and not self.purpose,
            "element",
            "Kies een onderdeel, of schrijf waarvoor het tarief was.",
        )
        refuse(
            self.element_id and self.purpose, "purpose", "Laat dit leeg: het onderdeel zegt al waarvoor het tarief is."
        )
        refuse(
            self.element_id and not self.inhabitants_on,
            "inhabitants_on",
            "Kies de peildatum van de inwoners. Zonder peildatum is de bijdrage niet te berekenen.",
        )
        same = Tariff.objects.filter(
            element=self.element_id, purpose=self.purpose, year=self.year, payer=self.payer
        ).exclude(pk=self.pk)
        refuse(
            self.year is not None and same.exists(),
            "year",
            "Voor dit onderdeel, dit jaar en deze betaler is er al een tarief.",
        )
