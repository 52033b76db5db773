"""The steps of a track: what lies ahead of a body and what happened there."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from consultation.deciding.models.entered import Entered, EnteredAs, debate_from, fragment_of_a_recording
from partners.ground.constraints import believable, known, refuse, refuse_future, refuse_unbelievable
from partners.ground.templatetags.dutch import day
from partners.ground.texts import PAGE
from partners.models import Source

NO_DAY = "Vul in wanneer het gepland is, of wanneer het was."


class TrackStepKind(models.TextChoices):
    """What a body does with a dossier, in this order."""

    SENT = "verzonden", "stukken ontvangen"
    EXECUTIVE = "college", "behandeld in het college"
    COMMITTEE = "bespreking", "besproken"
    COUNCIL = "raad", "behandeld in de vergadering"
    DECIDED = "besluit", "besluit genomen"

    @property
    def planned(self):
        """The same of a day to come."""
        return PLANNED[self]


PLANNED = {
    TrackStepKind.SENT: "stukken komen",
    TrackStepKind.EXECUTIVE: "staat op de agenda van het college",
    TrackStepKind.COMMITTEE: "wordt besproken",
    TrackStepKind.COUNCIL: "staat op de agenda",
    TrackStepKind.DECIDED: "besluit wordt verwacht",
}


class TrackStepQuerySet(models.QuerySet):
    def in_order(self):
        """As they follow each other: by the day it was, and as long as that has not been by the day it is planned."""
        return self.order_by("track", Coalesce("happened_on", "planned_on"), "pk")

    def begun(self, on=None):
        """Those of which anything was known on the day `on`, today without: that happened by then, or are planned."""
        return self.filter(Q(happened_on=None) | Q(happened_on__lte=on or timezone.localdate()))

    def ahead(self, on=None):
        """Those planned for the day `on`, today without, or later, and that did not happen yet."""
        return self.filter(happened_on=None, planned_on__gte=on or timezone.localdate())


class TrackStep(Entered):
    """A step of a track, with the day it is planned for and the day it was, known at least in words."""

    track = models.ForeignKey("Track", verbose_name="besluitspoor", on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField("wat", max_length=12, choices=TrackStepKind)
    planned_on = models.DateField("gepland op", null=True, blank=True)
    happened_on = models.DateField(
        "was op",
        null=True,
        blank=True,
        help_text="Leeg zolang het nog niet is geweest. Is alleen het jaar bekend, kies dan 1 januari.",
    )
    date_text = models.CharField(
        "datum in woorden",
        max_length=60,
        blank=True,
        help_text="Alleen als de dag niet bekend is, bijvoorbeeld: 2023. Staat dan in plaats van de dag.",
    )
    text = models.TextField("toelichting", max_length=PAGE, blank=True)
    debate_url = models.URLField(
        "link naar het debat",
        blank=True,
        max_length=500,
        help_text="Naar het fragment van de vergadering, als het orgaan dat op internet heeft.",
    )
    debate_from = debate_from()
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="track_steps")

    objects = TrackStepQuerySet.as_manager()

    class Meta:
        verbose_name = "stap in een besluitspoor"
        verbose_name_plural = "stappen in een besluitspoor"
        ordering = ["track", Coalesce("happened_on", "planned_on"), "pk"]
        constraints = [
            known("kind", TrackStepKind, model="track_step"),
            known("entered_as", EnteredAs, model="track_step"),
            fragment_of_a_recording("track_step"),
            believable("planned_on", model="track_step"),
            believable("happened_on", model="track_step"),
            believable("confirmed_on", model="track_step"),
            models.CheckConstraint(
                condition=Q(planned_on__isnull=False) | Q(happened_on__isnull=False),
                name="a_track_step_has_a_day",
                violation_error_message=NO_DAY,
            ),
        ]

    def __str__(self):
        return f"{self.what}, {self.date_text or f'{self.on:%d-%m-%Y}'}"

    @property
    def on(self):
        """The day it was, or else the day it is planned for."""
        return self.happened_on or self.planned_on

    @property
    def what(self):
        """What happened, or what is to happen."""
        return self.get_kind_display() if self.happened_on else TrackStepKind(self.kind).planned

    @property
    def when(self):
        """The day of it, in words when that is all that is known."""
        return self.date_text or day(self.on)

    @property
    def state(self):
        """That a planned step is still to come, or that its day went by and nothing is known of it; else ""."""
        if self.happened_on:
            return ""
        return "gepland" if self.is_ahead() else "was gepland"

    def is_ahead(self, on=None):
        """Whether it is still to come on the day `on`, today without."""
        return self.happened_on is None and self.planned_on >= (on or timezone.localdate())

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "planned_on", "happened_on")
        refuse_future(self, "happened_on", "Vul een dag die nog komt in bij ‘gepland op’.")
        refuse(self.planned_on is None and self.happened_on is None, "planned_on", NO_DAY)
        self.refuse_untrue_confirmation()
        self.refuse_lost_fragment()
