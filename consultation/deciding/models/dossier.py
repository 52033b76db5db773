"""What is put before the bodies, and each body's way through it."""

from collections import Counter
from dataclasses import dataclass

from django.db import models
from django.db.models import Case, F, Prefetch, Value, When
from django.urls import reverse

from agenda.models import Element, Version
from partners.ground.constraints import known, refuse
from partners.ground.example import Example, RealQuerySet
from partners.ground.search import SortKey
from partners.models import ASSEMBLIES, Body, BodyKind, Source

# Under which heading each kind of body stands in the table of a dossier, in this order.
HEADINGS = {
    BodyKind.COUNCIL: "Gemeenteraden in {province}",
    BodyKind.STATES: "Provinciale Staten",
    BodyKind.EXECUTIVE: "Colleges in {province}",
    BodyKind.DEPUTIES: "Gedeputeerde Staten",
    BodyKind.BOARD: "Andere organen",
}
# How many parts stand side by side, so that no screen need scroll.
MOST_PARTS = 5
# Of the decisions of one body, the one on the whole comes before those on parts.
WHOLE_FIRST = (F("element__position").asc(nulls_first=True), "decided_on")


class Standing(models.TextChoices):
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
        return {
            Standing.AGREED: "heeft ingestemd",
            Standing.CONDITION: "heeft ingestemd, met een voorwaarde",
            Standing.AGAINST: "heeft niet ingestemd",
            Standing.ABSTAINS: "doet niet mee",
            Standing.PARTLY_KNOWN: "er is een stap bekend, maar geen besluit",
            Standing.UNKNOWN: "er is geen besluit en geen stap gevonden",
        }[self]

    @classmethod
    def of(cls, outcomes, *, has_step):
        """What is known: the decision on the whole, else the least favourable on a part, else whether a step is.

        `outcomes` gives for the pk of an element, or None for the whole, the Outcome decided on it.
        """
        if None in outcomes:
            return Outcome(outcomes[None]).standing
        for outcome in (Outcome.AGAINST, Outcome.CONDITION, Outcome.AGREED, Outcome.ABSTAINS):
            if outcome in outcomes.values():
                return outcome.standing
        return cls.PARTLY_KNOWN if has_step else cls.UNKNOWN


@dataclass(frozen=True)
class Matrix:
    """What each body decided on some parts of the agenda: a row per Track, with its Standing on each of `parts`."""

    parts: list
    rows: list

    @property
    def key(self):
        """The Standings that occur in it, in the order of Standing."""
        found = {standing for _, standings in self.rows for standing in standings}
        return [standing for standing in Standing if standing in found]


class DossierQuerySet(RealQuerySet):
    def with_tracks(self):
        """With all that its page says of every body, in a fixed number of queries."""
        return self.select_related("source", "version__agenda").prefetch_related(
            Prefetch("tracks", Track.objects.as_listed())
        )


class Dossier(Example):
    """What is put before the bodies for a decision."""

    slug = models.SlugField("adres op de site", max_length=80, unique=True)
    title = models.CharField("titel", max_length=200)
    summary = models.TextField("in het kort", help_text="Wat er wordt besloten, en wat van de organen wordt gevraagd.")
    version = models.ForeignKey(
        Version,
        verbose_name="over versie",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="dossiers",
    )
    period_text = models.CharField("wanneer", max_length=120, blank=True)
    note = models.TextField("stand van zaken", blank=True)
    source = models.ForeignKey(
        Source, verbose_name="bron", on_delete=models.PROTECT, null=True, blank=True, related_name="dossiers"
    )

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "dossier"
        verbose_name_plural = "dossiers"
        ordering = ["-pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("dossier", args=[self.slug])

    @property
    def counted_tracks(self):
        """The tracks that the outcome counts: those of councils and Staten, or all when only others decide."""
        tracks = list(self.tracks.all())
        return [track for track in tracks if track.body.kind in ASSEMBLIES] or tracks

    @property
    def tally(self):
        """How many counted bodies are in each Standing, in the order of Standing and without zeros."""
        found = Counter(track.standing for track in self.counted_tracks)
        return [(standing, found[standing]) for standing in Standing if found[standing]]

    @property
    def outcome(self):
        """The dossier in one sentence, without a full stop, so that it can be a heading."""
        found = dict(self.tally)
        total = sum(found.values())
        unknown = found.get(Standing.UNKNOWN, 0) + found.get(Standing.PARTLY_KNOWN, 0)
        if not total:
            return "Nog niet bekend is wie hierover besluit"
        if agreed := found.get(Standing.AGREED, 0):
            return f"{agreed} van de {total} organen {'heeft' if agreed == 1 else 'hebben'} ingestemd"
        if unknown == total:
            return f"Van alle {total} organen is nog niet bekend wat zij besloten"
        if unknown:
            return f"Van {unknown} van de {total} organen is nog niet bekend wat zij besloten"
        return f"Geen van de {total} organen heeft ingestemd zonder voorwaarde"

    @property
    def further(self):
        """In sentences, what the outcome does not say; "" as long as no decision is known."""
        found = dict(self.tally)
        sentences = [
            f"{count} {one if count == 1 else many}."
            for standing, one, many in [
                (Standing.CONDITION, "stemde in met een voorwaarde", "stemden in met een voorwaarde"),
                (Standing.AGAINST, "stemde niet in", "stemden niet in"),
                (Standing.ABSTAINS, "doet niet mee", "doen niet mee"),
            ]
            if (count := found.get(standing))
        ]
        unknown = found.get(Standing.UNKNOWN, 0) + found.get(Standing.PARTLY_KNOWN, 0)
        if found.get(Standing.AGREED) and unknown:
            sentences.append(f"Van {unknown} is het besluit nog niet bekend.")
        return " ".join(sentences)

    @property
    def matrices(self):
        """What each body decided on each part that any body decided on apart, in the order of the agenda.

        None is wider than MOST_PARTS, so that each fits a narrow screen.
        """
        tracks = list(self.tracks.all())
        decided = {decision.element for track in tracks for decision in track.decisions.all() if decision.element}
        parts = sorted(decided, key=lambda element: element.position)
        shares = (parts[start : start + MOST_PARTS] for start in range(0, len(parts), MOST_PARTS))
        return [
            Matrix(share, [(track, [track.standing_on(part) for part in share]) for track in tracks])
            for share in shares
        ]


class TrackQuerySet(models.QuerySet):
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

    dossier = models.ForeignKey(Dossier, verbose_name="dossier", on_delete=models.CASCADE, related_name="tracks")
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
    def standing(self):
        """The Standing of the body in this dossier."""
        return Standing.of(self.outcomes, has_step=bool(self.last_step))

    def standing_on(self, part):
        """Its Standing on one element: what it decided on that, and without, what it decided on the whole."""
        outcome = self.outcomes.get(part.pk) or self.outcomes.get(None)
        return Standing.of({None: outcome} if outcome else {}, has_step=bool(self.last_step))


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
    text = models.TextField("toelichting", blank=True)
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="track_steps")

    class Meta:
        verbose_name = "stap in een besluitspoor"
        verbose_name_plural = "stappen in een besluitspoor"
        ordering = ["track", "happened_on", "pk"]
        constraints = [known("kind", TrackStepKind, model="track_step")]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.date_text or f'{self.happened_on:%d-%m-%Y}'}"


class Outcome(models.TextChoices):
    """What a body decided. That nothing is known is said by there being no decision."""

    AGREED = "ingestemd", "ingestemd"
    CONDITION = "voorwaarde", "ingestemd met een voorwaarde"
    AGAINST = "tegen", "niet ingestemd"
    ABSTAINS = "niet-mee", "doet niet mee"

    @property
    def standing(self):
        """The Standing of the same name."""
        return Standing[self.name]


class Decision(models.Model):
    """What a body decided on a dossier, or on one part of it, with the amount and the condition it set."""

    track = models.ForeignKey(Track, verbose_name="besluitspoor", on_delete=models.CASCADE, related_name="decisions")
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
    condition = models.TextField("voorwaarde", blank=True)
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="decisions")

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
        ]

    def __str__(self):
        return f"{self.track}: {self.get_outcome_display()}"

    def clean(self):
        super().clean()
        refuse(self.outcome == Outcome.CONDITION and not self.condition, "condition", "Schrijf de voorwaarde op.")
