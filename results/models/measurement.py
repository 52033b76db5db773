"""The dated values of a figure, and where it should go, each with its source."""

from django.db import models
from django.db.models import F, Q
from django.utils.text import capfirst

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

BASELINE_WHOLE = "Vul de beginwaarde en de datum ervan allebei in, of geen van beide."
TARGET_REVERSED = "De streefwaarde ligt voor de beginwaarde. Kies een latere datum."
NOT_COMPARABLE = "De manier van tellen kan anders zijn dan bij de vorige meting."
NO_PERCENTAGE = "Een streefwaarde in procenten ligt tussen -100 en 100."
CHECKED_WHOLE = "Vul in wie het cijfer nakeek en wanneer, of geen van beide."
PAID_BY_WHOM = "Kies bij een bedrag dat een partner betaalt of krijgt ook welke partner dat is."


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

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = "meting"
        verbose_name_plural = "metingen"
        ordering = ["indicator", "-reference_on", "scope", "pk"]
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

    def clean(self):
        super().clean()
        refuse(
            (self.scope == Scope.PARTNER) != bool(self.partner_id),
            "partner",
            "Kies een partner bij het gebied ‘een partner’, en anders geen.",
        )
        refuse(self.money_role and not self.partner_id, "money_role", PAID_BY_WHOM)
        for field in ("reference_on", "checked_on"):
            refuse_future(self, field)
        refuse_unbelievable(self, "reference_on", "reference_until", "checked_on")
        refuse_reversed(self, "reference_on", "reference_until")
        refuse(bool(self.checked_on) != bool(self.checked_by), "checked_by", CHECKED_WHOLE)

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
        """What its source adds, and whether it may be counted in another way than the one before."""
        return " ".join(filter(None, [self.note, "" if self.comparable else NOT_COMPARABLE]))

    @property
    def area(self):
        """The area or the partner that was measured."""
        return str(self.partner or area_name(self.scope, is_example=self.indicator.is_example))


class Target(models.Model):
    """Where an indicator should be, and by when."""

    indicator = models.ForeignKey(
        "results.Indicator", verbose_name="indicator", on_delete=models.CASCADE, related_name="targets"
    )
    qualifier = models.CharField("woord ervoor", max_length=24, blank=True)
    value = models.DecimalField("streefwaarde", max_digits=16, decimal_places=2)
    due_on = models.DateField("uiterlijk op", null=True, blank=True)
    due_text = models.CharField(
        "uiterlijk, in woorden", max_length=60, blank=True, help_text="Zoals op de site: vóór 2040."
    )
    baseline_value = models.DecimalField(
        "beginwaarde",
        max_digits=16,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Vanwaar de weg naar de streefwaarde begint.",
    )
    baseline_on = models.DateField("datum van de beginwaarde", null=True, blank=True)
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="targets")
    note = models.CharField("opmerking", max_length=400, blank=True)

    class Meta:
        verbose_name = "streefwaarde"
        verbose_name_plural = "streefwaarden"
        ordering = ["indicator", "due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "due_on", "source"],
                name="one_target_per_date_and_source",
                nulls_distinct=False,
                violation_error_message="Van deze bron staat er al een streefwaarde op deze datum.",
            ),
            models.CheckConstraint(
                condition=Q(baseline_value__isnull=True, baseline_on__isnull=True)
                | Q(baseline_value__isnull=False, baseline_on__isnull=False),
                name="target_has_a_whole_baseline",
                violation_error_message=BASELINE_WHOLE,
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(baseline_on__isnull=True) | Q(due_on__gt=F("baseline_on")),
                name="target_lies_after_its_baseline",
                violation_error_message=TARGET_REVERSED,
            ),
            believable("due_on", model="target"),
            believable("baseline_on", model="target"),
        ]

    def __str__(self):
        return f"{self.indicator}, {self.due_text or self.due_on}"

    def clean(self):
        """Says at the field itself what the constraints refuse."""
        super().clean()
        refuse_future(self, "baseline_on")
        is_percentage = self.indicator_id is not None and self.indicator.unit == "%"
        refuse(is_percentage and self.value is not None and abs(self.value) > 100, "value", NO_PERCENTAGE)
        refuse_unbelievable(self, "baseline_on", "due_on")
        refuse((self.baseline_value is None) != (self.baseline_on is None), "baseline_on", BASELINE_WHOLE)
        refuse_reversed(self, "baseline_on", "due_on", TARGET_REVERSED, or_equal=True)

    @property
    def when(self):
        """By when, to begin a line with: 'Vóór 2040' or 'Uiterlijk 1 januari 2040'; empty when that is not known."""
        return capfirst(self.due_text) or (f"Uiterlijk {day(self.due_on)}" if self.due_on else "")

    @property
    def baseline(self):
        """The value that it starts from and its day; empty when those are not known."""
        return f"{self.baseline_text}, {day(self.baseline_on)}" if self.baseline_on else ""

    @property
    def baseline_text(self):
        """The value that it starts from, in its unit."""
        return measured(self.baseline_value, self.indicator.unit)

    @property
    def amount(self):
        """The value in its unit: '50.000', '€ 100 miljoen'."""
        return measured(self.value, self.indicator.unit)

    @property
    def text(self):
        """The value as its source hedges it: 'ten minste 50.000'."""
        return hedged(self.qualifier, self.amount)
