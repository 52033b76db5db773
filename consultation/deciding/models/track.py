"""One body's way through a dossier, step by step."""

from django.db import models
from django.db.models import Case, F, Prefetch, Value, When

from consultation.deciding.models.decision import Decision, Position
from partners.ground.constraints import believable, known, refuse_future, refuse_unbelievable
from partners.ground.publishing import PublicQuerySet
from partners.ground.sorting import SortKey
from partners.ground.templatetags.dutch import day
from partners.ground.texts import PAGE
from partners.models import Body, BodyKind, Source

# Under which heading each kind of body stands in the table of a dossier, in this order.
HEADINGS = {
    BodyKind.COUNCIL: "Gemeenteraden in {province}",
    BodyKind.STATES: "Provinciale Staten",
    BodyKind.EXECUTIVE: "Colleges in {province}",
    BodyKind.DEPUTIES: "Gedeputeerde Staten",
    BodyKind.BOARD: "Andere organen",
}


# Of the decisions of one body, the one on the whole comes before those on parts.
WHOLE_FIRST = (F("element__position").asc(nulls_first=True), "decided_on")


class TrackQuerySet(PublicQuerySet):
    def as_listed(self):
        """In the order of the table, which is that of HEADINGS and within each of them by province; with all known."""
        return (
            self.select_related("body__partner__province")
            .prefetch_related(
                Prefetch("steps", TrackStep.objects.select_related("source")),
                Prefetch("decisions", Decision.objects.select_related("source", "element").order_by(*WHOLE_FIRST)),
            )
            .order_by(
                Case(*(When(body__kind=kind, then=Value(place)) for place, kind in enumerate(HEADINGS))),
                SortKey("body__partner__province__name"),
                SortKey("body__partner__name"),
                "body__kind",
                "pk",
            )
        )


class Track(models.Model):
    """One body's way through a dossier, step by step."""

    follows = ("dossier", "body")

    dossier = models.ForeignKey("Dossier", verbose_name="dossier", on_delete=models.CASCADE, related_name="tracks")
    body = models.ForeignKey(Body, verbose_name="orgaan", on_delete=models.PROTECT, related_name="tracks")
    website = models.URLField("stukken bij het orgaan", blank=True, max_length=500)
    note = models.CharField("opmerking", max_length=300, blank=True)

    objects = TrackQuerySet.as_manager()

    class Meta:
        verbose_name = "besluitspoor"
        verbose_name_plural = "besluitsporen"
        ordering = ["dossier", "body"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "body"],
                name="one_track_per_dossier_and_body",
                violation_error_message="Dit orgaan heeft al een spoor in dit dossier.",
            ),
        ]

    def __str__(self):
        return f"{self.dossier}: {self.body}"

    @property
    def heading(self):
        """Under which heading the body stands in the table."""
        return HEADINGS[self.body.kind].format(province=self.body.partner.province)

    @property
    def name(self):
        """What the body is called under its heading, which has already said of which kind it is."""
        return str(self.body if self.body.kind == BodyKind.BOARD else self.body.partner)

    @property
    def last_step(self):
        """The latest TrackStep, or None."""
        return max(self.steps.all(), key=lambda step: (step.happened_on, step.pk), default=None)

    @property
    def outcomes(self):
        """What it decided: the Outcome for the pk of each element, or for None on the whole."""
        return {decision.element_id: decision.outcome for decision in self.decisions.all()}

    @property
    def position(self):
        """The Position of the body in this dossier."""
        return Position.of(self.outcomes, has_step=bool(self.last_step))

    def positions_on(self, parts):
        """Its Position on each of some elements: what it decided on that, and without, what it decided on the whole."""
        outcomes, has_step = self.outcomes, bool(self.last_step)
        decided = (outcomes.get(part.pk) or outcomes.get(None) for part in parts)
        return [Position.of({None: outcome} if outcome else {}, has_step=has_step) for outcome in decided]


class TrackStepKind(models.TextChoices):
    """What happened at a body."""

    SENT = "verzonden", "stukken ontvangen"
    COMMITTEE = "bespreking", "besproken"
    PLANNED = "gepland", "staat op de agenda"
    DECIDED = "besluit", "besluit genomen"


class TrackStep(models.Model):
    """Something that happened in a track, on a day that is known at least in words."""

    track = models.ForeignKey(Track, verbose_name="besluitspoor", on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField("wat", max_length=12, choices=TrackStepKind)
    happened_on = models.DateField("op", help_text="Is alleen het jaar bekend, kies dan 1 januari.")
    date_text = models.CharField(
        "datum in woorden",
        max_length=60,
        blank=True,
        help_text="Alleen als de dag niet bekend is, bijvoorbeeld: 2023. Staat dan in plaats van de dag.",
    )
    text = models.TextField("toelichting", max_length=PAGE, blank=True)
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="track_steps")

    class Meta:
        verbose_name = "stap in een besluitspoor"
        verbose_name_plural = "stappen in een besluitspoor"
        ordering = ["track", "happened_on", "pk"]
        constraints = [
            known("kind", TrackStepKind, model="track_step"),
            believable("happened_on", model="track_step"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.date_text or f'{self.happened_on:%d-%m-%Y}'}"

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "happened_on")
        if self.kind != TrackStepKind.PLANNED:
            refuse_future(self, "happened_on", "Kies ‘staat op de agenda’ voor een dag die nog komt.")

    @property
    def when(self):
        """The day on which it happened, in words when that is all that is known."""
        return self.date_text or day(self.happened_on)
