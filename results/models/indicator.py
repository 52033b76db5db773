"""Figures with their provenance: what exactly is measured, who keeps it, and by which rule it stands."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from agenda.models import Element
from agenda.models.wider_aim import WiderAimsField, aims_are_known
from partners.ground.constraints import at_least_one, believable, known, refuse, refuse_past, refuse_unbelievable
from partners.ground.example import Example
from partners.ground.publishing import Publishable, ends_after_it_is_public, lacking
from partners.ground.templatetags.dutch import counted
from partners.ground.texts import PAGE
from partners.ground.units import counted_in
from results.models.measurement import Scope
from results.models.nature import NO_SHARE, PER_INHABITANT, RECENT_FOR, Attribution, IndicatorNature
from results.models.owner import Owner
from results.models.queries.indicators import IndicatorQuerySet
from results.models.status import StatusRule
from results.models.values.series import Valued

NEEDS_DIRECTION = "Kies welke richting beter is. Zonder richting kan de regel niet oordelen."
NO_MONTHS = "Dit is ten minste één maand. Is er niets afgesproken, laat het dan leeg."
MARGINS_WIDEN = "De ruime marge is hoogstens 100% en niet kleiner dan de marge."


class Direction(models.TextChoices):
    """Which way is better."""

    MORE = "meer", "zo veel mogelijk"
    LESS = "minder", "zo weinig mogelijk"
    NEITHER = "geen", "meer of minder is niet beter"


class Indicator(Valued, Publishable, Example):
    """A figure that is followed: what exactly is counted, in which unit, about which area."""

    cited_as = "C"

    slug = models.SlugField("adres op de site", max_length=80, unique=True)
    name = models.CharField("naam", max_length=160)
    nature = models.CharField("aard", max_length=16, choices=IndicatorNature)
    sentence = models.CharField(
        "zin",
        max_length=300,
        help_text="Loopt door na het getal, bijvoorbeeld: inwoners ondersteund van werkloos naar werk.",
    )
    definition = models.TextField(
        "definitie", max_length=PAGE, blank=True, help_text="Wat er precies is geteld, en wat niet."
    )
    unit = models.CharField("eenheid", max_length=40, help_text="Bijvoorbeeld: inwoners, %, euro.")
    scope = models.CharField("gebied", max_length=16, choices=Scope, default=Scope.REGION)
    attribution = models.CharField(
        "van wie",
        max_length=20,
        choices=Attribution,
        default=Attribution.SHARED,
        help_text="Of het resultaat van één partner is, van alle partners samen, of aan niemand toe te rekenen. "
        "Staat op de pagina van elke partner.",
    )
    attribution_reason = models.CharField(
        "reden van die keuze",
        max_length=200,
        blank=True,
        help_text="Staat bij het cijfer als keuze van de redactie: waarom het resultaat wel of niet toe te rekenen is.",
    )
    warning = models.CharField(
        "let op",
        max_length=400,
        blank=True,
        help_text="Staat bij het cijfer, bijvoorbeeld over een andere telwijze.",
    )
    message = models.CharField(
        "boodschap van de grafiek",
        max_length=200,
        blank=True,
        help_text="De kop boven de grafiek: in één zin wat de lezer ziet. Leeg: er komt geen grafiek. "
        "Er zijn twee metingen nodig, of een meting van de regio en een van een ander gebied op dezelfde dag.",
    )
    headline_position = models.PositiveSmallIntegerField(
        "plaats bovenaan", null=True, blank=True, help_text="Leeg: niet bij de hoofdcijfers."
    )
    elements = models.ManyToManyField(
        Element,
        verbose_name="meet in de agenda",
        related_name="indicators",
        blank=True,
        help_text="Bij welke opgave of ambitie dit cijfer iets zegt. Keuze van de redactie.",
    )
    wider_aims = WiderAimsField(
        verbose_name="SDG’s en brede welvaart",
        help_text="Keuze van de redactie. Staat op de site bij het cijfer, en lezers zoeken ermee.",
    )
    per_inhabitant = models.BooleanField("vergelijk gemeenten per inwoner", default=False, help_text=PER_INHABITANT)
    direction = models.CharField("richting", max_length=8, choices=Direction, default=Direction.NEITHER)
    owner = models.ForeignKey(
        Owner,
        verbose_name="eigenaar",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="indicators",
        help_text="Wie het cijfer bijhoudt. De eigenaar krijgt elk kwartaal de vraag of het nog klopt.",
    )
    check_every = models.PositiveSmallIntegerField(
        "nakijken om de … maanden", null=True, blank=True, help_text="Leeg: hierover is niets afgesproken."
    )
    keeps_for = models.PositiveSmallIntegerField(
        "recent, in maanden",
        null=True,
        blank=True,
        help_text="Zo lang na de peildatum geldt een meting als recent. Leeg: wat bij de aard hoort. Dat is "
        f"{RECENT_FOR} maanden voor wat is gemeten, en voor wat is toegezegd of geïnvesteerd alleen met een regel.",
    )
    next_expected_on = models.DateField(
        "volgende waarde verwacht op",
        null=True,
        blank=True,
        help_text="Leeg: nog niet bekend. Is de waarde er, kies dan een latere dag. Na deze dag is de waarde te laat.",
    )
    four_eyes = models.BooleanField(
        "een waarde vraagt twee mensen",
        default=False,
        db_default=False,
        help_text="De een voert een meting, correctie of streefwaarde in, een ander zet die op de site. Zolang dit aan "
        "staat, is het cijfer niet te verwijderen.",
    )
    rule = models.CharField(
        "regel voor de status",
        max_length=8,
        choices=StatusRule,
        default=StatusRule.NONE,
        help_text="Tempo vraagt een streefwaarde met een datum en een beginwaarde.",
    )
    margin = models.PositiveSmallIntegerField(
        "marge (%)",
        default=5,
        help_text="Bij tempo: zoveel van de hele afstand mag een waarde achterlopen en toch op koers zijn. "
        "Bij de vorige meting: een kleiner verschil telt als gelijk.",
    )
    wide_margin = models.PositiveSmallIntegerField(
        "ruime marge (%)", default=15, help_text="Alleen bij tempo: tot hier vraagt het cijfer aandacht."
    )

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = "indicator"
        verbose_name_plural = "indicatoren"
        ordering = ["headline_position", "name"]
        constraints = [
            known("nature", IndicatorNature, model="indicator"),
            aims_are_known("indicator"),
            ends_after_it_is_public(model="indicator"),
            known("scope", Scope, model="indicator"),
            known("attribution", Attribution, model="indicator"),
            models.UniqueConstraint(
                fields=["headline_position"],
                name="one_headline_per_position",
                violation_error_message="Op deze plaats staat al een ander cijfer.",
            ),
            known("direction", Direction, model="indicator"),
            known("rule", StatusRule, model="indicator"),
            models.CheckConstraint(
                condition=Q(rule=StatusRule.NONE) | ~Q(direction=Direction.NEITHER),
                name="a_judged_indicator_has_a_direction",
                violation_error_message=NEEDS_DIRECTION,
            ),
            models.CheckConstraint(
                condition=Q(margin__lte=F("wide_margin"), wide_margin__lte=100),
                name="indicator_margins_widen",
                violation_error_message=MARGINS_WIDEN,
            ),
            believable("next_expected_on", model="indicator"),
            at_least_one("check_every", model="indicator", message=NO_MONTHS),
            at_least_one("keeps_for", model="indicator", message=NO_MONTHS),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("results:indicator", args=[self.slug])

    def clean(self):
        """Says at the field itself what the constraints refuse."""
        super().clean()
        refuse(self.rule != StatusRule.NONE and self.direction == Direction.NEITHER, "direction", NEEDS_DIRECTION)
        refuse(self.check_every == 0, "check_every", NO_MONTHS)
        refuse(self.keeps_for == 0, "keeps_for", NO_MONTHS)
        refuse(self.per_inhabitant and self.unit == "%", "per_inhabitant", NO_SHARE)
        refuse_unbelievable(self, "next_expected_on")
        refuse_past(self, "next_expected_on")
        margins = (self.margin, self.wide_margin)
        refuse(None not in margins and not self.margin <= self.wide_margin <= 100, "wide_margin", MARGINS_WIDEN)

    def lacks(self):
        return lacking(
            (not self.definition, "de definitie is niet ingevuld."),
            (not self.message, "er is geen boodschap van de grafiek, en dus geen grafiek."),
            (not self.owner, "wie het cijfer bijhoudt, is niet ingevuld."),
            (not self.elements.exists(), "het hoort bij geen onderdeel van de agenda."),
            (not (self.shown or self.series), "er is geen meting en geen streefwaarde."),
        )

    @property
    def named_owner(self):
        """Who keeps it, or None while the partner is a concept."""
        return self.owner if self.owner and self.owner.partner.is_public_now else None

    @property
    def is_headline(self):
        return self.headline_position is not None

    @property
    def attribution_sentence(self):
        """Why the editors say whose the result is; empty when they do not say."""
        return f"Keuze van de redactie: {self.attribution_reason}" if self.attribution_reason else ""

    @property
    def is_judged(self):
        """Whether the portal judges it by itself."""
        return self.rule != StatusRule.NONE

    @property
    def override(self):
        """The status that the editors set for today, or None; needs `with_status`."""
        return next(iter(self.overrides.all()), None)

    @property
    def css(self):
        """The class of the figure when it is printed large."""
        return IndicatorNature(self.nature).css

    @property
    def counted_in(self):
        return counted_in(self.unit)

    @property
    def unit_beside(self):
        """The unit to set beside a value that stands without its sentence; empty when the value shows it itself."""
        return "" if self.unit in ("%", "euro") else self.unit

    @property
    def checked_how_often(self):
        """'Om de 3 maanden'; empty when nothing was agreed."""
        return f"Om de {counted(self.check_every, 'maand,maanden')}" if self.check_every else ""
