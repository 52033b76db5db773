"""What a dossier is made of, and what a part of it costs per inhabitant."""

from django.db import models
from django.db.models import Q
from django.utils.html import format_html

from agenda.models import Element
from partners.ground.constraints import believable, known, refuse, refuse_future, refuse_unbelievable
from partners.ground.publishing import PublicQuerySet
from partners.ground.templatetags.dutch import unbroken
from partners.ground.texts import PAGE
from partners.models import Source

NAMELESS = "Kies een onderdeel van de agenda, of geef het een naam."
HALF_TARIFF = "Vul het tarief en de peildatum beide in, of geen van beide."
NOT_BELOW_0 = "Een bedrag is niet minder dan 0."


class Payers(models.TextChoices):
    """Whose inhabitants a tariff of a component is counted by."""

    MUNICIPALITIES = "gemeenten", "gemeenten"
    PROVINCES = "provincies", "provincies"
    BOTH = "beide", "gemeenten en provincies"

    def includes(self, kind):
        """Whether a partner of the PartnerKind `kind` pays by it."""
        return kind in {"gemeenten": ["gemeente"], "provincies": ["provincie"]}.get(self, ["gemeente", "provincie"])


class Component(models.Model):
    """A part of a dossier on which bodies decide: a part of the agenda, a project, the basis, or words of its own."""

    follows = ("dossier",)

    dossier = models.ForeignKey("Dossier", verbose_name="dossier", on_delete=models.CASCADE, related_name="components")
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    element = models.ForeignKey(
        Element,
        verbose_name="onderdeel van de agenda",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="components",
        help_text="Leeg als het geen onderdeel van de agenda is, zoals de basis of een project.",
    )
    name = models.CharField(
        "naam",
        max_length=160,
        blank=True,
        help_text="Bijvoorbeeld: Basis. Leeg: zoals het onderdeel van de agenda heet.",
    )
    text = models.TextField("wat het inhoudt", max_length=PAGE, blank=True)
    page = models.CharField(
        "pagina erover",
        max_length=300,
        blank=True,
        help_text="Een adres op deze site, bijvoorbeeld dat van een project: /resultaten/projecten/voorbeeld/.",
    )
    tariff = models.DecimalField(
        "tarief per inwoner",
        max_digits=9,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="In euro’s. Leeg: niet bekend, of geen bedrag per inwoner.",
    )
    inhabitants_on = models.DateField(
        "inwoners op", null=True, blank=True, help_text="De peildatum van de inwonertallen waarmee wordt gerekend."
    )
    payers = models.CharField("wie betaalt per inwoner", max_length=10, choices=Payers, default=Payers.MUNICIPALITIES)
    source = models.ForeignKey(
        Source, verbose_name="bron", on_delete=models.PROTECT, null=True, blank=True, related_name="components"
    )

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = "onderdeel van een dossier"
        verbose_name_plural = "onderdelen van een dossier"
        ordering = ["dossier", "position", "pk"]
        constraints = [
            known("payers", Payers, model="component"),
            believable("inhabitants_on", model="component"),
            models.UniqueConstraint(
                fields=["dossier", "element"],
                name="one_component_per_dossier_and_element",
                violation_error_message="Dit onderdeel van de agenda staat al in dit dossier.",
            ),
            models.CheckConstraint(
                condition=Q(element__isnull=False) | ~Q(name=""),
                name="a_component_has_a_name",
                violation_error_message=NAMELESS,
            ),
            models.CheckConstraint(
                condition=Q(tariff__isnull=True, inhabitants_on__isnull=True)
                | Q(tariff__isnull=False, inhabitants_on__isnull=False),
                name="a_component_has_its_tariff_whole",
                violation_error_message=HALF_TARIFF,
            ),
            models.CheckConstraint(
                condition=Q(tariff__gte=0) | Q(tariff__isnull=True),
                name="component_tariff_is_not_below_0",
                violation_error_message=NOT_BELOW_0,
            ),
            models.CheckConstraint(
                condition=Q(page="") | Q(page__startswith="/"),
                name="component_page_is_on_this_site",
                violation_error_message="Begin het adres met een schuine streep, zoals /resultaten/.",
            ),
        ]

    def __str__(self):
        return self.heading

    def get_absolute_url(self):
        """Where its words, figure or project are; "" when no page is about it."""
        return self.element.get_absolute_url() if self.element else self.page

    @property
    def heading(self):
        """What it is called above its column: '1.2 Toekomstbestendige arbeidsmarkt', 'Basis'."""
        return self.name or f"{self.element.number} {self.element.name}".strip()

    @property
    def mention(self):
        """What it is called inside a sentence: 'opgave 1.2', 'Basis'."""
        return self.element.mention if self.element else self.name

    @property
    def label(self):
        """What people call it: 'Opgave 1.2', 'Basis'."""
        return self.element.label if self.element else self.name

    @property
    def code(self):
        """By what it is told from the others of its dossier in files; it never changes."""
        return self.element.code if self.element else f"onderdeel-{self.pk}"

    @property
    def column_head(self):
        """What it is called above its column, with a link to its words, figure or project, as safe HTML."""
        address, words = self.get_absolute_url(), unbroken(self.heading)
        return format_html('<a href="{}">{}</a>', address, words) if address else words

    @property
    def linked(self):
        """What it is called inside a sentence, with a link to the page about it, as safe HTML."""
        address = self.get_absolute_url()
        return format_html('<a href="{}">{}</a>', address, self.mention) if address else self.mention

    def clean(self):
        super().clean()
        refuse(not self.element_id and not self.name, "name", NAMELESS)
        refuse((self.tariff is None) != (self.inhabitants_on is None), "inhabitants_on", HALF_TARIFF)
        refuse(self.tariff is not None and self.tariff < 0, "tariff", NOT_BELOW_0)
        refuse_future(self, "inhabitants_on")
        refuse_unbelievable(self, "inhabitants_on")
        is_path = not self.page or (self.page.startswith("/") and not self.page.startswith("//"))
        refuse(not is_path, "page", "Begin het adres met een schuine streep, zoals /resultaten/.")
        agenda = self.dossier.version.agenda_id if self.dossier_id and self.dossier.version_id else None
        other = agenda and self.element and self.element.agenda_id != agenda
        refuse(other, "element", "Dit onderdeel is van een andere agenda dan die van het dossier.")
