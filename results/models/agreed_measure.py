"""What was agreed about how one will see whether a goal succeeds."""

from django.db import models
from django.db.models import Q
from django.utils.html import format_html, format_html_join

from agenda.models import Element, ElementKind
from partners.ground.constraints import believable, refuse, refuse_future, refuse_unbelievable
from partners.ground.example import RealQuerySet
from partners.ground.templatetags.dutch import cited, day, unbroken
from partners.ground.templatetags.parts import or_unknown
from partners.models import Source
from results.models.indicator import Indicator
from results.models.nature import OUTCOMES

NO_OUTCOME = (
    "Dit cijfer zegt wat erin gaat of wat is toegezegd. Kies een cijfer dat zegt wat eruit komt, of laat dit leeg."
)
WORDS = "Vul in waaraan te zien is of het lukt, en wie dat afsprak."


class AgreedMeasureQuerySet(RealQuerySet):
    path_to_example = "element__agenda__is_example"

    def told(self):
        """With what it takes to tell of each, the one agreed first before the others."""
        return self.select_related("source", "measured_by").order_by("element", "agreed_on", "pk")


class AgreedMeasure(models.Model):
    """That it was agreed, by whom, by what one sees whether a goal succeeds; what no source says is not in it.

    Money that goes in, a promise and a contribution are no such measure: they say nothing of what comes out.
    """

    follows = ()

    element = models.ForeignKey(
        Element,
        verbose_name="opgave",
        on_delete=models.PROTECT,
        related_name="agreed_measures",
        limit_choices_to={"kind": ElementKind.GOAL},
    )
    measure = models.CharField(
        "maatstaf",
        max_length=300,
        help_text="Waaraan te zien is of de opgave lukt, in de woorden van de afspraak. Dus wat eruit komt: geld dat "
        "erin gaat, een toezegging of een bijdrage is geen maatstaf.",
    )
    agreed_by = models.CharField(
        "afgesproken door",
        max_length=200,
        help_text="Een orgaan of overleg, geen naam van een persoon: de Regiegroep, de 22 gemeenteraden.",
    )
    agreed_on = models.DateField("afgesproken op", null=True, blank=True, help_text="Leeg: de dag is niet bekend.")
    due_on = models.DateField(
        "uiterlijk te meten op",
        null=True,
        blank=True,
        help_text="Wanneer er een waarde moet zijn. Leeg: daarover zegt de bron niets.",
    )
    measured_by = models.ForeignKey(
        Indicator,
        verbose_name="cijfer",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agreed_measures",
        limit_choices_to={"nature__in": OUTCOMES},
        help_text="Het cijfer op deze site dat de maatstaf meet. Leeg: dat is er nog niet.",
    )
    source = models.ForeignKey(
        Source,
        verbose_name="bron",
        on_delete=models.PROTECT,
        related_name="agreed_measures",
        help_text="Waar staat dat dit is afgesproken.",
    )
    note = models.CharField("opmerking", max_length=300, blank=True)

    objects = AgreedMeasureQuerySet.as_manager()

    class Meta:
        verbose_name = "afgesproken maatstaf"
        verbose_name_plural = "afgesproken maatstaven"
        ordering = ["element__position", "agreed_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["element", "measure"],
                name="a_measure_is_agreed_once_for_a_goal",
                violation_error_message="Deze maatstaf staat al bij deze opgave.",
            ),
            models.CheckConstraint(
                condition=~Q(measure="") & ~Q(agreed_by=""),
                name="agreed_measure_says_what_and_by_whom",
                violation_error_message=WORDS,
            ),
            believable("agreed_on", model="agreed_measure"),
            believable("due_on", model="agreed_measure"),
        ]

    def __str__(self):
        return self.measure

    def clean(self):
        """Says at the field itself what the constraints refuse, and refuses a figure of what goes in."""
        super().clean()
        refuse(self.measured_by and self.measured_by.nature not in OUTCOMES, "measured_by", NO_OUTCOME)
        refuse_future(self, "agreed_on")
        refuse_unbelievable(self, "agreed_on", "due_on")

    @property
    def figure(self):
        """The figure that measures it; None while that is not on the site, or when it no longer says what comes out."""
        figure = self.measured_by
        return figure if figure and figure.is_public_now and figure.nature in OUTCOMES else None

    @property
    def agreed_sentence(self):
        """'Afgesproken door de Regiegroep op 1 maart 2024.'; of a day that is not known nothing."""
        on = f" op {day(self.agreed_on)}" if self.agreed_on else ""
        return f"Afgesproken door {self.agreed_by}{on}."

    @property
    def due(self):
        """By when it must be measurable: 'uiterlijk 31 december 2026'; empty when that is not known."""
        return f"uiterlijk {day(self.due_on)}" if self.due_on else ""

    @property
    def told(self):
        """What is said below it, as safe HTML: by when, which figure measures it, who agreed, and the source."""
        figure = self.figure
        link = format_html('<a href="{}">{}</a>', figure.get_absolute_url(), figure) if figure else ""
        sentences = [
            format_html("Te meten: {}.", or_unknown(unbroken(self.due))),
            format_html("Cijfer: {}.", or_unknown(link)),
            unbroken(self.agreed_sentence),
            *([unbroken(self.note)] if self.note else []),
            format_html("Bron: {}.", cited(self.source)),
        ]
        return format_html_join(" ", "{}", [(sentence,) for sentence in sentences])
