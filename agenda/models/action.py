"""Who takes part in what, and what is done."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from agenda.models.element import CARRIED_OUT, Element, ElementKind
from partners.ground.constraints import ends_after_it_starts, known, refuse_reversed
from partners.ground.example import RealQuerySet
from partners.ground.search import SearchQuerySet, search_vector
from partners.models import Partner, Source


class ActionStatus(models.TextChoices):
    """How far an action is."""

    UNKNOWN = "onbekend", "nog niet bekend"
    PLANNED = "gepland", "nog niet begonnen"
    RUNNING = "loopt", "loopt"
    DONE = "afgerond", "afgerond"
    STOPPED = "gestopt", "gestopt"


class Action(models.Model):
    """What is done for a goal, by whom, by when, and how far it is."""

    element = models.ForeignKey(
        Element,
        verbose_name="opgave",
        on_delete=models.PROTECT,
        related_name="actions",
        limit_choices_to={"kind": ElementKind.GOAL},
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    title = models.CharField("titel", max_length=200)
    text = models.TextField("toelichting", blank=True)
    status = models.CharField("voortgang", max_length=12, choices=ActionStatus, default=ActionStatus.UNKNOWN)
    progress_note = models.CharField(
        "voortgang in woorden", max_length=300, blank=True, help_text="Wat er is gedaan, met de datum."
    )
    starts_on = models.DateField("begint op", null=True, blank=True)
    due_on = models.DateField("klaar op", null=True, blank=True)
    lead = models.ForeignKey(
        Partner,
        verbose_name="trekker",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="actions")
    search_vector = search_vector(title=["title"], text=["text", "progress_note"])

    objects = SearchQuerySet.as_manager()

    class Meta:
        verbose_name = "actie"
        verbose_name_plural = "acties"
        ordering = ["element__position", "position", "pk"]
        indexes = [GinIndex(fields=["search_vector"], name="action_search")]
        constraints = [
            known("status", ActionStatus, model="action"),
            ends_after_it_starts("starts_on", "due_on", model="action"),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        refuse_reversed(self, "starts_on", "due_on")

    @property
    def is_status_known(self):
        return self.status != ActionStatus.UNKNOWN


class ParticipationRole(models.TextChoices):
    """As what a partner takes part."""

    UNKNOWN = "onbekend", "nog niet bekend"
    LEAD = "trekker", "trekker"
    PARTNER = "deelnemer", "deelnemer"
    FOLLOWER = "volger", "volgt"


class ParticipationQuerySet(RealQuerySet):
    path_to_example = "partner__is_example"


class Participation(models.Model):
    """That a partner takes part in a part of the agenda. Taking part is a choice per part; who does not, pays not."""

    partner = models.ForeignKey(
        Partner, verbose_name="partner", on_delete=models.PROTECT, related_name="participations"
    )
    element = models.ForeignKey(
        Element,
        verbose_name="onderdeel",
        on_delete=models.PROTECT,
        related_name="participations",
        limit_choices_to={"kind__in": CARRIED_OUT},
    )
    role = models.CharField("rol", max_length=12, choices=ParticipationRole, default=ParticipationRole.UNKNOWN)
    starts_on = models.DateField("van", null=True, blank=True)
    ends_on = models.DateField("tot en met", null=True, blank=True)
    contribution = models.CharField(
        "bijdrage", max_length=200, blank=True, help_text="In woorden. Leeg is: nog niet bekend, nooit nul."
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="participations")
    note = models.CharField("opmerking", max_length=300, blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        ordering = ["partner", "element__position"]
        constraints = [
            known("role", ParticipationRole, model="participation"),
            ends_after_it_starts("starts_on", "ends_on", model="participation"),
            models.UniqueConstraint(
                fields=["partner", "element", "starts_on"],
                name="one_participation_per_partner_element_and_start",
                nulls_distinct=False,
                violation_error_message="Deze deelname is er al.",
            ),
        ]

    def __str__(self):
        return f"{self.partner}: {self.element}"

    def clean(self):
        super().clean()
        refuse_reversed(self, "starts_on", "ends_on")

    @property
    def is_role_known(self):
        return self.role != ParticipationRole.UNKNOWN
