"""What a body decided, and what is known of it from its decisions."""

from django.db import models
from django.utils.html import format_html

from agenda.models import Element
from partners.ground.constraints import believable, known, refuse, refuse_future, refuse_unbelievable
from partners.ground.publishing import PublicQuerySet
from partners.ground.templatetags.dutch import day, euro
from partners.ground.texts import PAGE
from partners.models import Source

NOT_BELOW_0 = "Een bedrag is niet minder dan 0."


class Position(models.TextChoices):
    """What is known of a body in a dossier; the value is its class in the stylesheet."""

    AGREED = "agreed", "Ingestemd"
    CONDITION = "conditional", "Voorwaarde"
    AGAINST = "rejected", "Tegen"
    ABSTAINS = "absent", "Niet mee"
    PARTLY_KNOWN = "pending", "Deels bekend"
    UNKNOWN = "unconfirmed", "Nog niet bekend"

    @property
    def explanation(self):
        """What the word means, for the key beside the table."""
        return EXPLANATIONS[self]

    @property
    def has_pattern(self):
        """Whether the stylesheet fills a tile of it with a pattern, so that the words on it need a belt."""
        return self in PATTERNED

    @classmethod
    def of(cls, outcomes, *, has_step):
        """What is known: the decision on the whole, else the least favourable on a part, else whether a step is.

        `outcomes` gives for the pk of an element, or None for the whole, the Outcome decided on it.
        """
        if None in outcomes:
            return Outcome(outcomes[None]).position
        for outcome in LEAST_FAVOURABLE_FIRST:
            if outcome in outcomes.values():
                return outcome.position
        return cls.PARTLY_KNOWN if has_step else cls.UNKNOWN


class Outcome(models.TextChoices):
    """What a body decided. That nothing is known is said by there being no decision."""

    AGREED = "ingestemd", "ingestemd"
    CONDITION = "voorwaarde", "ingestemd met een voorwaarde"
    AGAINST = "tegen", "niet ingestemd"
    ABSTAINS = "niet-mee", "doet niet mee"

    @property
    def position(self):
        """The Position of the same name."""
        return Position[self.name]


# A new Outcome or Position belongs in each of these; tests/test_deciding.py says which of them it is not in yet.
LEAST_FAVOURABLE_FIRST = (Outcome.AGAINST, Outcome.CONDITION, Outcome.AGREED, Outcome.ABSTAINS)
EXPLANATIONS = {
    Position.AGREED: "heeft ingestemd",
    Position.CONDITION: "heeft ingestemd, met een voorwaarde",
    Position.AGAINST: "heeft niet ingestemd",
    Position.ABSTAINS: "doet niet mee",
    Position.PARTLY_KNOWN: "er is een stap bekend, maar geen besluit",
    Position.UNKNOWN: "er is geen besluit en geen stap gevonden",
}
PATTERNED = {Position.CONDITION, Position.AGAINST, Position.PARTLY_KNOWN}
# Of which no decision is known.
UNDECIDED = (Position.PARTLY_KNOWN, Position.UNKNOWN)
# What is said after how many agreed and of how many it is not known: of one body, and of more.
FURTHER = {
    Position.CONDITION: ("stemde in met een voorwaarde", "stemden in met een voorwaarde"),
    Position.AGAINST: ("stemde niet in", "stemden niet in"),
    Position.ABSTAINS: ("doet niet mee", "doen niet mee"),
}


class Decision(models.Model):
    """What a body decided on a dossier, or on one part of it, with the amount and the condition it set."""

    follows = ("track",)

    track = models.ForeignKey("Track", verbose_name="besluitspoor", on_delete=models.PROTECT, related_name="decisions")
    element = models.ForeignKey(
        Element,
        verbose_name="onderdeel",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        help_text="Leeg: het besluit gaat over het geheel.",
    )
    decided_on = models.DateField("besloten op", help_text="Is alleen het jaar bekend, kies dan 1 januari.")
    date_text = models.CharField(
        "datum in woorden",
        max_length=60,
        blank=True,
        help_text="Alleen als de dag niet bekend is, bijvoorbeeld: 2023. Staat dan in plaats van de dag.",
    )
    outcome = models.CharField("uitkomst", max_length=12, choices=Outcome)
    amount = models.DecimalField(
        "bedrag",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="In euro’s. Leeg: niet bekend.",
    )
    condition = models.TextField("voorwaarde", max_length=PAGE, blank=True)
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="decisions")

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        ordering = ["track", "element__position", "decided_on"]
        constraints = [
            known("outcome", Outcome, model="decision"),
            models.UniqueConstraint(
                fields=["track", "element"],
                name="one_decision_per_track_and_element",
                nulls_distinct=False,
                violation_error_message="Over dit onderdeel staat er al een besluit.",
            ),
            models.CheckConstraint(
                condition=~models.Q(outcome=Outcome.CONDITION) | ~models.Q(condition=""),
                name="a_condition_is_written_down",
                violation_error_message="Schrijf de voorwaarde op.",
            ),
            believable("decided_on", model="decision"),
            models.CheckConstraint(
                condition=models.Q(amount__gte=0) | models.Q(amount__isnull=True),
                name="decision_amount_is_not_below_0",
                violation_error_message=NOT_BELOW_0,
            ),
        ]

    def __str__(self):
        return f"{self.track}: {self.get_outcome_display()}"

    @property
    def when(self):
        """The day on which it was decided, in words when that is all that is known."""
        return self.date_text or day(self.decided_on)

    @property
    def part(self):
        """The part that it is about as safe HTML, ' (opgave 1.2)' with its address; "" for the whole."""
        if self.element is None:
            return ""
        return format_html(' (<a href="{}">{}</a>)', self.element.get_absolute_url(), self.element.mention)

    @property
    def terms(self):
        """In sentences: the condition that the body set, and the amount it decided on; "" without either."""
        condition = f"Voorwaarde: {self.condition}" if self.condition else ""
        amount = f"Bedrag: {euro(self.amount)}." if self.amount is not None else ""
        return f"{condition} {amount}".strip()

    def clean(self):
        super().clean()
        refuse_future(self, "decided_on")
        refuse_unbelievable(self, "decided_on")
        refuse(self.amount is not None and self.amount < 0, "amount", NOT_BELOW_0)
        refuse(self.outcome == Outcome.CONDITION and not self.condition, "condition", "Schrijf de voorwaarde op.")
