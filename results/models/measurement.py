"""The dated values of a figure, each with its source."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from partners.ground.constraints import (
    believable,
    ends_after_it_starts,
    known,
    refuse,
    refuse_future,
    refuse_reversed,
    refuse_unbelievable,
)
from partners.ground.publishing import PublicQuerySet
from partners.ground.templatetags.dutch import day, hedged, measured
from partners.models import Certainty, Partner, Source
from results.models.nature import IndicatorNature

NOT_COMPARABLE = "De manier van tellen kan anders zijn dan bij de vorige meting."
CHECKED_WHOLE = "Vul in wie het cijfer nakeek en wanneer, of geen van beide."
WHY_BESIDE = "Schrijf waarom een andere bron telt. Op de site staat deze waarde dan ernaast, met die reden."
ONLY_BESIDE = "Deze meting telt mee. Laat dit leeg, of haal het vinkje bij ‘telt mee’ weg."
PAID_BY_WHOM = "Kies bij een bedrag dat een partner betaalt of krijgt ook welke partner dat is."
# As `Measurement.last_day`.
LAST_DAY = Coalesce("reference_until", "reference_on")


class MoneyRole(models.TextChoices):
    """What a partner does with the money of a figure, where its source says so. No other page derives it."""

    PAYS = "betaalt", "de partner betaalt dit"
    GETS = "krijgt", "de partner krijgt dit"


class Scope(models.TextChoices):
    """Which area a figure is about."""

    REGION = "regio", "Regio Zwolle"
    COUNTRY = "nederland", "Nederland"
    EAST = "oost-nederland", "Oost-Nederland"
    PARTNER = "partner", "een partner"


def area_name(scope, *, is_example):
    """What an area is called; what is invented is not about the real region."""
    return "verzonnen gebied" if is_example and scope == Scope.REGION else Scope(scope).label


class MeasurementQuerySet(PublicQuerySet):
    def counting(self):
        """Without what a source says of a day for which the editors chose another source."""
        return self.filter(counts=True)

    def with_dispute(self):
        """With `is_disputed`: whether another value of the same area and day counts as well, for nobody chose."""
        others = Measurement.objects.counting().filter(
            indicator=OuterRef("indicator"), scope=OuterRef("scope"), reference_on=OuterRef("reference_on")
        )
        same_area = Q(partner=OuterRef("partner")) | Q(partner=None)
        return self.annotate(is_disputed=Exists(others.filter(same_area).exclude(value=OuterRef("value"))))


class Measurement(models.Model):
    """One dated value of an indicator, with where it comes from and how firm it is."""

    follows = ("indicator", "partner")

    indicator = models.ForeignKey(
        "results.Indicator", verbose_name="indicator", on_delete=models.CASCADE, related_name="measurements"
    )
    partner = models.ForeignKey(
        Partner,
        verbose_name="voor partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="measurements",
        help_text="Leeg: het cijfer gaat over het hele gebied.",
    )
    scope = models.CharField("gebied", max_length=16, choices=Scope, default=Scope.REGION)
    qualifier = models.CharField(
        "woord ervoor", max_length=24, blank=True, help_text="Zoals in de bron: meer dan, ruim, zo’n."
    )
    value = models.DecimalField("waarde", max_digits=16, decimal_places=2)
    reference_on = models.DateField("peildatum", help_text="Is de dag niet bekend, kies dan het begin van de periode.")
    reference_text = models.CharField(
        "peildatum in woorden", max_length=60, help_text="Zoals op de site: begin 2023, 1 januari 2024."
    )
    reference_until = models.DateField(
        "tot en met", null=True, blank=True, help_text="Alleen als de meting over een periode gaat."
    )
    certainty = models.CharField("zekerheid", max_length=12, choices=Certainty, default=Certainty.UNKNOWN)
    comparable = models.BooleanField(
        "geteld als de vorige",
        default=True,
        help_text="Uit: de telwijze kan anders zijn dan bij de vorige meting. De grafiek toont dan een stippellijn.",
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="measurements")
    counts = models.BooleanField(
        "telt mee",
        default=True,
        help_text="Noemen bronnen voor één dag een ander getal? Zet het dan uit bij wat niet telt: dat staat ernaast.",
    )
    beside_because = models.CharField(
        "waarom een andere bron telt",
        max_length=300,
        blank=True,
        help_text="Alleen als de meting niet meetelt. Staat op de site.",
    )
    money_role = models.CharField(
        "betaalt of krijgt de partner dit?",
        max_length=12,
        choices=MoneyRole,
        blank=True,
        help_text="Alleen als de bron het zegt. Leeg: het cijfer gaat over de partner, meer zegt de site niet.",
    )
    note = models.CharField("opmerking", max_length=400, blank=True)
    checked_on = models.DateField("door ons gecontroleerd op", null=True, blank=True)
    checked_by = models.CharField(
        "gecontroleerd door", max_length=120, blank=True, help_text="Een functie, geen naam: secretariaat, Oost NL."
    )

    objects = MeasurementQuerySet.as_manager()

    class Meta:
        verbose_name = "meting"
        verbose_name_plural = "metingen"
        ordering = ["indicator", "-reference_on", "scope", "pk"]
        # The newest that counts of each figure, without reading those before it.
        indexes = [
            models.Index(
                F("indicator"), F("scope"), LAST_DAY, name="measurements_by_last_day", condition=Q(counts=True)
            )
        ]
        constraints = [
            known("certainty", Certainty, model="measurement"),
            known("scope", Scope, model="measurement"),
            models.CheckConstraint(
                condition=Q(money_role="") | Q(money_role__in=MoneyRole.values, partner__isnull=False),
                name="measurement_is_paid_or_got_by_a_partner",
                violation_error_message=PAID_BY_WHOM,
            ),
            models.UniqueConstraint(
                fields=["indicator", "partner", "scope", "reference_on", "source"],
                name="one_measurement_per_date_scope_and_source",
                nulls_distinct=False,
                violation_error_message="Van deze bron staat er al een meting op deze peildatum.",
            ),
            models.CheckConstraint(
                condition=Q(scope=Scope.PARTNER, partner__isnull=False)
                | (~Q(scope=Scope.PARTNER) & Q(partner__isnull=True)),
                name="measurement_names_a_partner_or_a_wider_area",
                violation_error_message="Kies een partner bij het gebied ‘een partner’, en anders geen.",
            ),
            models.CheckConstraint(
                condition=Q(counts=True) & Q(beside_because="") | Q(counts=False) & ~Q(beside_because=""),
                name="measurement_counts_or_says_why_not",
                violation_error_message=WHY_BESIDE,
            ),
            ends_after_it_starts("reference_on", "reference_until", model="measurement"),
            believable("reference_on", model="measurement"),
            believable("reference_until", model="measurement"),
            believable("checked_on", model="measurement"),
            models.CheckConstraint(
                condition=Q(checked_on__isnull=True, checked_by="") | Q(checked_on__isnull=False) & ~Q(checked_by=""),
                name="measurement_tells_who_checked_and_when",
                violation_error_message=CHECKED_WHOLE,
            ),
        ]

    def __str__(self):
        return f"{self.indicator}, {self.reference_text}"

    @property
    def asks_two(self):
        """Whether what one enters of it waits for a colleague."""
        return self.indicator.four_eyes

    def clean(self):
        super().clean()
        refuse(
            (self.scope == Scope.PARTNER) != bool(self.partner_id),
            "partner",
            "Kies een partner bij het gebied ‘een partner’, en anders geen.",
        )
        refuse(self.money_role and not self.partner_id, "money_role", PAID_BY_WHOM)
        refuse(not self.counts and not self.beside_because, "beside_because", WHY_BESIDE)
        refuse(self.counts and self.beside_because, "beside_because", ONLY_BESIDE)
        for field in ("reference_on", "checked_on"):
            refuse_future(self, field)
        refuse_unbelievable(self, "reference_on", "reference_until", "checked_on")
        refuse_reversed(self, "reference_on", "reference_until")
        refuse(bool(self.checked_on) != bool(self.checked_by), "checked_by", CHECKED_WHOLE)

    @property
    def last_day(self):
        """The day, or the last one of the period, that it is about."""
        return self.reference_until or self.reference_on

    @property
    def amount(self):
        """The value in its unit: '4.500', '2,7%', '€ 100 miljoen'."""
        return measured(self.value, self.indicator.unit)

    @property
    def text(self):
        """The value as its source hedges it: 'meer dan 4.500'."""
        return hedged(self.qualifier, self.amount)

    @property
    def nature_and_day(self):
        """The day in words, with what is said of it when it was not measured: 'toegezegd, 23 juni 2022'."""
        nature = self.indicator.nature
        is_money_or_promise = nature in (IndicatorNature.PROMISED, IndicatorNature.INVESTED)
        said = IndicatorNature(nature).label if is_money_or_promise else ""
        return ", ".join(filter(None, [said, self.reference_text]))

    @property
    def when_and_whose(self):
        """The day in words and, if it is about one partner, which: 'begin 2023, Zwolle'."""
        return f"{self.reference_text}, {self.partner}" if self.partner else self.reference_text

    @property
    def checked(self):
        """When and by whom it was checked: '2 mei 2026, door secretariaat'; empty when nobody did."""
        return f"{day(self.checked_on)}, door {self.checked_by}" if self.checked_on else ""

    @property
    def checked_sentence(self):
        return f"Door ons gecontroleerd op {self.checked}" if self.checked else ""

    @property
    def remarks(self):
        """What its source adds, whether it may be counted in another way than the one before, and why it is beside."""
        beside = "" if self.counts else f"Niet meegeteld: {self.beside_because}"
        return " ".join(filter(None, [self.note, "" if self.comparable else NOT_COMPARABLE, beside]))

    @property
    def area(self):
        """The area or the partner that was measured."""
        return str(self.partner or area_name(self.scope, is_example=self.indicator.is_example))
