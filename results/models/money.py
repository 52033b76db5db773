"""Money: what programmes and projects get and spend by source, and what partners contribute per inhabitant."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from agenda.models import CARRIED_OUT, Element
from partners.ground.constraints import believable, known, refuse, refuse_unbelievable
from partners.ground.example import RealQuerySet
from partners.ground.templatetags.dutch import euro, hedged
from partners.models import PartnerKind, Source
from results.models.project import Programme, Project


class Funder(models.TextChoices):
    """Whose money it is."""

    STATE = "rijk", "Rijk"
    PROVINCE = "provincie", "provincie"
    MUNICIPALITY = "gemeenten", "gemeenten"
    # Provinces, municipalities and others together, where a source does not tell them apart.
    REGION = "regio", "regionale cofinanciering"
    TOTAL = "samen", "samen, niet uitgesplitst"
    OTHER = "overig", "overig"


# The sources of money that every overview names, known or not.
SOURCES = (Funder.STATE, Funder.PROVINCE, Funder.MUNICIPALITY, Funder.OTHER)


class FundingQuerySet(RealQuerySet):
    def of(self, programme):
        """The money of a programme, of its lines of action, and of the projects of both."""
        lines = Programme.objects.filter(Q(pk=programme.pk) | Q(parent=programme))
        return self.filter(Q(programme__in=lines) | Q(project__programme__in=lines))

    path_to_example = "programme__is_example"

    def counting(self):
        """Without what a source says beside another amount for the same money."""
        return self.filter(counts=True)


class Funding(models.Model):
    """Money for a programme or a project by source, in euros. An amount that is not known is empty, never 0."""

    programme = models.ForeignKey(
        Programme,
        verbose_name="programma",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="fundings",
    )
    project = models.ForeignKey(
        Project,
        verbose_name="project",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="fundings",
    )
    funder = models.CharField("van wie", max_length=12, choices=Funder)
    year = models.PositiveSmallIntegerField("jaar", null=True, blank=True, help_text="Leeg: voor de hele looptijd.")
    counts = models.BooleanField(
        "telt mee",
        default=True,
        help_text="Per bron en jaar telt één bedrag mee. Zet het uit bij een ander bedrag voor hetzelfde geld: "
        "dat staat er dan naast en telt niet mee.",
    )
    description = models.CharField("waarvoor", max_length=200, blank=True)
    qualifier = models.CharField("woord ervoor", max_length=24, blank=True, help_text="ten minste, ruim, zo’n.")
    committed = models.DecimalField(
        "toegezegd",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="In euro’s. Leeg: niet bekend.",
    )
    spent = models.DecimalField(
        "besteed",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="In euro’s. Leeg: niet bekend.",
    )
    reference_on = models.DateField("datum")
    reference_text = models.CharField("datum in woorden", max_length=60)
    source = models.ForeignKey(
        Source,
        verbose_name="bron",
        on_delete=models.PROTECT,
        related_name="fundings",
        help_text="Het document waarin het bedrag staat, met zijn adres.",
    )
    note = models.CharField("opmerking", max_length=300, blank=True)

    objects = FundingQuerySet.as_manager()

    class Meta:
        verbose_name = "financiering"
        verbose_name_plural = "financiering"
        ordering = ["-reference_on", "funder", "pk"]
        constraints = [
            known("funder", Funder, model="funding"),
            believable("year", model="funding", is_year=True),
            believable("reference_on", model="funding"),
            models.CheckConstraint(
                condition=Q(programme__isnull=False, project__isnull=True)
                | Q(programme__isnull=True, project__isnull=False),
                name="funding_is_for_a_programme_or_a_project",
                violation_error_message="Kies een programma of een project, niet allebei.",
            ),
            models.CheckConstraint(
                condition=(Q(committed__gt=0) | Q(committed__isnull=True)) & (Q(spent__gte=0) | Q(spent__isnull=True)),
                name="funding_is_positive_or_unknown",
                violation_error_message="Laat een onbekend bedrag leeg; 0 of minder kan niet.",
            ),
            models.UniqueConstraint(
                fields=["programme", "project", "funder", "year"],
                condition=Q(counts=True),
                name="one_funding_counts_per_funder_and_year",
                nulls_distinct=False,
                violation_error_message="Van deze bron telt er in dit jaar al een bedrag mee.",
            ),
        ]

    def __str__(self):
        return f"{self.get_funder_display()}, {self.reference_text}"

    def clean(self):
        """Says at the field itself what the constraints refuse, and that no source is dated after today."""
        super().clean()
        refuse_unbelievable(self, "year", "reference_on")
        refuse(
            self.reference_on and self.reference_on > timezone.localdate(),
            "reference_on",
            "Deze datum ligt in de toekomst.",
        )
        refuse(
            self.committed is not None and self.committed <= 0,
            "committed",
            "Laat een onbekend bedrag leeg; 0 of minder kan niet.",
        )
        refuse(self.spent is not None and self.spent < 0, "spent", "Een bedrag is niet minder dan 0.")

    @property
    def committed_text(self):
        """The amount as its source hedges it, 'ruim € 87 miljoen'; empty when it is not known."""
        return hedged(self.qualifier, euro(self.committed))

    @property
    def is_overspent(self):
        """Whether more was spent than committed: possible, and worth a question."""
        return self.committed is not None and self.spent is not None and self.spent > self.committed


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
        "bedrag per inwoner", max_digits=8, decimal_places=4, help_text="In euro’s per jaar, bijvoorbeeld 1,80."
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
                condition=Q(amount__gt=0),
                name="tariff_is_positive",
                violation_error_message="Een tarief is meer dan 0. Is het niet bekend, voer het dan niet in.",
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
        refuse(
            self.amount is not None and self.amount <= 0,
            "amount",
            "Een tarief is meer dan 0. Is het niet bekend, voer het dan niet in.",
        )
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
