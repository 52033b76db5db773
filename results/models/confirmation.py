"""What somebody says of a figure, until another judges it: an owner who was asked, or the first of two at the desk.

Each quarter an owner is asked whether the figures still hold; what comes back is a proposal. Where a figure asks two
people, what one of the desk enters is one too.
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from partners.ground.constraints import believable, known, refuse, refuse_future, refuse_unbelievable
from partners.ground.templatetags.dutch import hedged, measured
from partners.models import Partner, User
from results.models.indicator import Indicator
from results.models.measurement import Measurement
from results.models.owner import Owner
from results.models.values.target import Target


class ConfirmationRequest(models.Model):
    """The question to one owner in one quarter: do your figures still hold?"""

    owner = models.ForeignKey(
        Owner, verbose_name="eigenaar", on_delete=models.CASCADE, related_name="confirmation_requests"
    )
    quarter_on = models.DateField("eerste dag van het kwartaal")
    sent_at = models.DateTimeField("verstuurd op", null=True, blank=True)

    class Meta:
        verbose_name = "navraag"
        verbose_name_plural = "navragen"
        ordering = ["-quarter_on", "owner"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "quarter_on"],
                name="one_confirmation_request_per_owner_and_quarter",
                violation_error_message="Deze eigenaar is dit kwartaal al gevraagd.",
            ),
        ]

    def __str__(self):
        return f"{self.owner}, {self.quarter}"

    @property
    def quarter(self):
        """'vierde kwartaal van 2026'."""
        words = ["eerste", "tweede", "derde", "vierde"]
        return f"{words[(self.quarter_on.month - 1) // 3]} kwartaal van {self.quarter_on.year}"


class ProposalKind(models.TextChoices):
    """What the owner, or the first of two at the desk, says of a figure."""

    CONFIRMED = "klopt", "klopt nog"
    CORRECTION = "correctie", "de waarde moet anders"
    NEW = "nieuw", "er is een nieuwe waarde"
    REMOVAL = "weg", "de waarde moet weg"


class ProposalState(models.TextChoices):
    """What the secretariat made of a proposal."""

    OPEN = "open", "nog te beoordelen"
    APPROVED = "overgenomen", "overgenomen"
    REJECTED = "afgewezen", "afgewezen"
    TAKEN_BACK = "ingetrokken", "ingetrokken"


class ProposalQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=ProposalState.OPEN)

    def waiting_for(self, user):
        """Those that `user` may judge: what one entered oneself waits for somebody else."""
        return self.open().exclude(proposed_by=user)


class Proposal(models.Model):
    """What an owner says of one figure when asked to confirm it, or what one of the desk enters where two must look.

    It changes nothing until approved. Of the desk it has no question but a `row`: of which table it is (`of`), what
    each field is to become (`fields`) and what each of those was (`was`), as texts.
    """

    confirmation_request = models.ForeignKey(
        ConfirmationRequest,
        verbose_name="navraag",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="proposals",
    )
    proposed_by = models.ForeignKey(
        User,
        verbose_name="ingevoerd door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="entered_proposals",
    )
    row = models.JSONField("wat is ingevoerd", null=True, blank=True)
    indicator = models.ForeignKey(
        Indicator, verbose_name="indicator", on_delete=models.CASCADE, related_name="proposals"
    )
    measurement = models.ForeignKey(
        Measurement,
        verbose_name="gaat over de meting",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="proposals",
    )
    target = models.ForeignKey(
        Target,
        verbose_name="gaat over de streefwaarde",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="proposals",
    )
    partner = models.ForeignKey(
        Partner,
        verbose_name="voor partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
        help_text="Van een cijfer per partner: over welke het gaat.",
    )
    kind = models.CharField("wat het zegt", max_length=12, choices=ProposalKind)
    qualifier = models.CharField("woord ervoor", max_length=24, blank=True)
    value = models.DecimalField("waarde", max_digits=16, decimal_places=2, null=True, blank=True)
    reference_on = models.DateField("peildatum", null=True, blank=True)
    note = models.CharField("toelichting", max_length=400, blank=True)
    received_at = models.DateTimeField("ontvangen op", default=timezone.now)
    state = models.CharField("oordeel", max_length=12, choices=ProposalState, default=ProposalState.OPEN)
    judged_at = models.DateTimeField("beoordeeld op", null=True, blank=True)
    judged_by = models.ForeignKey(
        User,
        verbose_name="beoordeeld door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="judged_proposals",
    )
    answer = models.CharField("waarom teruggestuurd", max_length=400, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "voorstel"
        verbose_name_plural = "voorstellen"
        ordering = ["-received_at", "pk"]
        constraints = [
            known("kind", ProposalKind, model="proposal"),
            known("state", ProposalState, model="proposal"),
            models.UniqueConstraint(
                fields=["confirmation_request", "indicator", "partner"],
                name="one_proposal_per_request_indicator_and_partner",
                nulls_distinct=False,
                condition=Q(confirmation_request__isnull=False),
                violation_error_message="Over dit cijfer is dit kwartaal al iets ontvangen.",
            ),
            models.CheckConstraint(
                condition=Q(kind=ProposalKind.CONFIRMED, value__isnull=True)
                | Q(~Q(kind=ProposalKind.CONFIRMED), value__isnull=False),
                name="proposal_has_a_value_unless_it_confirms",
                violation_error_message="Vul de waarde in.",
            ),
            models.CheckConstraint(
                condition=Q(kind=ProposalKind.NEW, reference_on__isnull=False)
                | Q(~Q(kind=ProposalKind.NEW), measurement__isnull=False)
                | Q(row__isnull=False),
                name="proposal_is_about_a_measurement_or_a_new_day",
                violation_error_message="Vul de peildatum in.",
            ),
            models.CheckConstraint(
                condition=Q(confirmation_request__isnull=False, row__isnull=True)
                | Q(confirmation_request__isnull=True, row__isnull=False),
                name="proposal_is_of_an_owner_or_of_the_desk",
                violation_error_message="Een voorstel is van een eigenaar of van het beheer.",
            ),
            believable("reference_on", model="proposal"),
        ]

    def __str__(self):
        return f"{self.about}: {self.get_kind_display()}"

    @property
    def about(self):
        """The figure, and the partner when it is about one: 'Zonnepanelen, Zwolle'."""
        return f"{self.indicator}, {self.partner}" if self.partner else str(self.indicator)

    def clean(self):
        """Says at the field itself what the constraints refuse."""
        super().clean()
        refuse_future(self, "reference_on")
        refuse_unbelievable(self, "reference_on")
        asks_value = self.kind != ProposalKind.CONFIRMED
        refuse(asks_value and self.value is None, "value", "Vul de waarde in.")
        is_new = self.kind == ProposalKind.NEW and self.row is None
        refuse(is_new and self.reference_on is None, "reference_on", "Vul de peildatum in.")

    @property
    def who(self):
        """Who says it: the owner, or who entered it at the desk."""
        if self.row is None:
            return str(self.confirmation_request.owner)
        return str(self.proposed_by or "iemand die er niet meer werkt")

    @property
    def subject(self):
        """The name of the field with what one of the desk would change."""
        return "measurement" if self.row["of"] == Measurement._meta.label_lower else "target"

    @property
    def stands(self):
        """The Measurement or Target on the site that it is about; None for a new one."""
        return self.measurement or self.target

    @property
    def in_words(self):
        """What the owner said: 'klopt nog' or 'de waarde moet anders: ruim 4.600'."""
        return f"{self.get_kind_display()}: {self.text}" if self.text else self.get_kind_display()

    @property
    def text(self):
        """The value that is proposed: 'meer dan 4.700'; empty when the owner confirms."""
        if self.value is None:
            return ""
        return hedged(self.qualifier, measured(self.value, self.indicator.unit))
