"""What a body decided, as often as it decided on the same thing."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db import models
from django.db.models import Aggregate, Exists, F, Func, OuterRef, Q
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from django.utils.html import format_html

from agenda.models import Version
from consultation.deciding.models.component import Component
from consultation.deciding.models.entered import (
    Entered,
    EnteredAs,
    after_or_unknown,
    debate_from,
    fragment_of_a_recording,
)
from consultation.deciding.models.position import Outcome
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
from partners.ground.templatetags.dutch import day, exact_euro
from partners.ground.texts import PAGE
from partners.models import Source

NOT_BELOW_0 = "Een bedrag is niet minder dan 0."
OF_ANOTHER = "Dit onderdeel hoort bij een ander dossier."
OF_ANOTHER_AGENDA = "Deze versie is van een andere agenda dan die van het dossier."


class DecisionQuerySet(PublicQuerySet):
    def in_force(self, on=None):
        """Of each body the newest decision on each component and on the whole, as they were on the day `on`.

        Without a day it is today: what is dated later is no decision yet. One that was to hold until a day before it
        holds no more, and no earlier one comes back by that. Track.decided says the same of one body.
        """
        on = on or timezone.localdate()
        apart = ("track_id", "component_id")
        ended = self.model.objects.filter(
            track=OuterRef("track"), decided_on__gte=OuterRef("decided_on"), holds_until__lt=on
        )
        ended = ended.alias(on_what=Coalesce("component_id", 0)).filter(on_what=Coalesce(OuterRef("component_id"), 0))
        found = self.filter(~Exists(ended), decided_on__lte=on)
        return found.order_by(*apart, "-decided_on", "-pk").distinct(*apart)


class Decision(Entered):
    """What a body decided on a dossier, or on one component of it, with the amount and the condition it set.

    A later decision on the same thing takes the place of an earlier one, which stays to be read.
    """

    cited_as = "B"
    follows = ("track",)

    track = models.ForeignKey("Track", verbose_name="besluitspoor", on_delete=models.PROTECT, related_name="decisions")
    component = models.ForeignKey(
        Component,
        verbose_name="onderdeel",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        help_text="Leeg: het besluit gaat over het geheel.",
    )
    version = models.ForeignKey(
        Version,
        verbose_name="op versie",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        help_text="Over welke versie van de tekst is besloten? Leeg: niet bekend.",
    )
    decided_on = models.DateField("besloten op", help_text="Is alleen het jaar bekend, kies dan 1 januari.")
    date_text = models.CharField(
        "datum in woorden",
        max_length=60,
        blank=True,
        help_text="Alleen als de dag niet bekend is, bijvoorbeeld: 2023. Staat dan in plaats van de dag.",
    )
    holds_until = models.DateField(
        "geldt tot en met",
        null=True,
        blank=True,
        help_text="Alleen als het besluit zelf een einde noemt. Leeg: het geldt tot een later besluit.",
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
    debate_url = models.URLField(
        "link naar het debat",
        blank=True,
        max_length=500,
        help_text="Naar het fragment van de vergadering, als het orgaan dat op internet heeft.",
    )
    debate_from = debate_from()
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="decisions")

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        ordering = ["track", F("component__position").asc(nulls_first=True), "component", "decided_on", "pk"]
        constraints = [
            known("outcome", Outcome, model="decision"),
            known("entered_as", EnteredAs, model="decision"),
            fragment_of_a_recording("decision"),
            models.UniqueConstraint(
                fields=["track", "component", "decided_on"],
                name="one_decision_per_track_component_and_day",
                nulls_distinct=False,
                violation_error_message="Over dit onderdeel staat er op deze dag al een besluit.",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.CONDITION) | ~Q(condition=""),
                name="a_condition_is_written_down",
                violation_error_message="Schrijf de voorwaarde op.",
            ),
            believable("decided_on", model="decision"),
            believable("confirmed_on", model="decision"),
            believable("holds_until", model="decision"),
            ends_after_it_starts("decided_on", "holds_until", model="decision"),
            models.CheckConstraint(
                condition=after_or_unknown("decided_on"),
                name="a_decision_is_confirmed_after_it_was_taken",
                violation_error_message="Het besluit is pas na deze dag genomen.",
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0) | Q(amount__isnull=True),
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
    def held_in_words(self):
        """Until when it holds or held, as a sentence; "" when it names no end."""
        if self.holds_until is None:
            return ""
        return f"{'Geldt' if self.holds_until >= timezone.localdate() else 'Gold'} tot en met {day(self.holds_until)}."

    @property
    def part(self):
        """The component that it is about as safe HTML, ' (opgave 1.2)' with its address; "" for the whole."""
        if self.component is None:
            return ""
        return format_html(" ({})", self.component.linked)

    @property
    def told(self):
        """What was decided on what, for a line in a list: 'ingestemd (opgave 1.2)'."""
        part = f" ({self.component.mention})" if self.component else ""
        return f"{self.get_outcome_display()}{part}"

    @property
    def terms(self):
        """In sentences: the condition that the body set, and the amount it decided on; "" without either."""
        condition = f"Voorwaarde: {self.condition}" if self.condition else ""
        amount = f"Bedrag: {exact_euro(self.amount)}." if self.amount is not None else ""
        return f"{condition} {amount}".strip()

    @property
    def votes_in_words(self):
        """How the party groups voted as a sentence, '' when that is not known."""
        votes = [str(vote) for vote in self.votes.all()]
        return f"Stemmen: {', '.join(votes)}." if votes else ""

    @property
    def position(self):
        """What it makes of the body, as a Position."""
        return Outcome(self.outcome).position

    def clean(self):
        super().clean()
        refuse_future(self, "decided_on")
        refuse_unbelievable(self, "decided_on", "holds_until")
        refuse_reversed(self, "decided_on", "holds_until")
        self.refuse_untrue_confirmation()
        self.refuse_lost_fragment()
        early = self.confirmed_on and self.decided_on and self.confirmed_on < self.decided_on
        refuse(early, "confirmed_on", "Het besluit is pas na deze dag genomen.")
        refuse(self.amount is not None and self.amount < 0, "amount", NOT_BELOW_0)
        refuse(self.outcome == Outcome.CONDITION and not self.condition, "condition", "Schrijf de voorwaarde op.")
        self.refuse_what_is_of_another_dossier()

    def refuse_what_is_of_another_dossier(self):
        """Raises ValidationError for a component of another dossier, or a version of another agenda."""
        dossier = self.track.dossier if self.track_id else None
        if dossier is None:
            return
        refuse(self.component and self.component.dossier_id != dossier.pk, "component", OF_ANOTHER)
        other = self.version and dossier.version and self.version.agenda_id != dossier.version.agenda_id
        refuse(other, "version", OF_ANOTHER_AGENDA)


# As DecisionInShort.told takes it; an amount as text, for JSON has no cents.
AMOUNT = Cast("amount", models.CharField())
IN_SHORT = ("pk", "component", "version", "decided_on", "date_text", "outcome", AMOUNT, "holds_until")
# Those of all decisions of a track as JSON. JSONB would take the database twice as long: it is only read.
TOLD_IN_SHORT = Cast(
    Aggregate(
        Func(*IN_SHORT, function="JSON_BUILD_ARRAY", output_field=models.JSONField()),
        function="JSON_AGG",
        output_field=models.JSONField(),
    ),
    models.TextField(),
)


class DecisionInShort(NamedTuple):
    """What tells of a Decision where its body stands, and what that costs: of thousands, that no page tells of."""

    pk: int
    component_id: int | None
    version_id: int | None
    decided_on: date
    date_text: str
    outcome: str
    amount: Decimal | None
    holds_until: date | None

    when = Decision.when

    @classmethod
    def told(cls, pk, component, version, decided_on, date_text, outcome, amount, holds_until):
        """It, of the values of IN_SHORT as JSON has them."""
        paid = None if amount is None else Decimal(amount)
        until = None if holds_until is None else date.fromisoformat(holds_until)
        return cls(pk, component, version, date.fromisoformat(decided_on), date_text, outcome, paid, until)
