"""One body's way through a dossier."""

import json
from operator import attrgetter

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Subquery,
    Value,
    When,
    prefetch_related_objects,
)
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html

from consultation.deciding.models.commitment import Commitment
from consultation.deciding.models.decision import TOLD_IN_SHORT, Decision, DecisionInShort
from consultation.deciding.models.motion import Motion
from consultation.deciding.models.package import Package
from consultation.deciding.models.position import Knowledge, Outcome, declines
from consultation.deciding.models.step import TrackStep
from partners.ground.constraints import believable, refuse_future, refuse_unbelievable
from partners.ground.publishing import PublicQuerySet
from partners.ground.sorting import SortKey
from partners.ground.templatetags.dutch import day
from partners.models import NOT_ON_LISTS, Body, BodyKind

# Under which heading each kind of body stands in the table of a dossier, in this order.
HEADINGS = {
    BodyKind.COUNCIL: "Gemeenteraden in {province}",
    BodyKind.STATES: "Provinciale Staten",
    BodyKind.EXECUTIVE: "Colleges in {province}",
    BodyKind.DEPUTIES: "Gedeputeerde Staten",
    BodyKind.BOARD: "Andere organen",
}


# The partners that are read with each track.
WHOSE = ("body__partner", "body__partner__province")
# Of the decisions of one body, the one on the whole comes before those on parts, and on each the newest first.
WHOLE_FIRST = (F("component__position").asc(nulls_first=True), "component_id", "-decided_on", "-pk")


def decisions_in_full():
    """The decisions of tracks as a page tells of them, to be read with the tracks."""
    found = Decision.objects.select_related("source", "version", "component__element")
    return Prefetch("decisions", found.order_by(*WHOLE_FIRST))


def motions_in_full():
    """Their motions and amendments, to be read with the tracks."""
    return Prefetch("motions", Motion.objects.select_related("source", "component__element"))


def what_came_beside():
    """What a page says of tracks besides their decisions and steps, to be read with them."""
    return (
        "decisions__votes",
        motions_in_full(),
        Prefetch("commitments", Commitment.objects.select_related("source", "promised_by")),
        Prefetch("packages", Package.objects.delivered(), to_attr="delivered_packages"),
    )


def read_in_full(tracks):
    """Reads of some tracks that were read `in_short` all that a page says of them, once."""
    tracks = [track for track in tracks if "is_in_full" not in vars(track)]
    prefetch_related_objects(tracks, "body__terms", decisions_in_full(), *what_came_beside())
    for track in tracks:
        vars(track).pop("decided_in_short", None)
        vars(track).pop("in_short", None)
        track.is_in_full = True


class TrackQuerySet(PublicQuerySet):
    def as_listed(self):
        """In the order of the table, which is that of HEADINGS and within each of them by province; with all known."""
        steps = Prefetch("steps", TrackStep.objects.select_related("source").in_order())
        return self.in_order().prefetch_related("body__terms", steps, decisions_in_full())

    def in_full(self):
        """As listed, with what came beside the decisions."""
        return self.as_listed().prefetch_related(*what_came_beside())

    def in_short(self):
        """In the same order, with only what tells where each body stands; `read_in_full` reads the rest of some."""
        # As a list of each: hundreds of querysets take longer to make than all the rest to read.
        steps = Prefetch("steps", TrackStep.objects.select_related("source").in_order(), to_attr="steps_in_short")
        return (
            self.in_order()
            .defer(*(f"{path}__{name}" for path in WHOSE for name in NOT_ON_LISTS))
            .prefetch_related(steps)
            .annotate(
                # All in one value: thousands of rows take longer to read than all the rest of a page.
                in_short=Subquery(
                    Decision.objects.filter(track=OuterRef("pk")).order_by().values("track").values(told=TOLD_IN_SHORT)
                )
            )
        )

    def with_conditions(self):
        """In the same order, those that ever decided with a condition, each with all that it decided; two queries."""
        setting = Decision.objects.filter(outcome=Outcome.CONDITION).values("track")
        return self.in_order().filter(pk__in=setting).select_related("dossier").prefetch_related(decisions_in_full())

    def by_place(self):
        """(Dossier, kind, declined on, whether a step is known, the newest day, decided, how many) of their bodies.

        Bodies that decided the same are one row. `decided` is a list of 'component:outcome', ':outcome' on the whole;
        the newest day is only told where a body declines. Knowledge says the same of one Track.
        """
        today = timezone.localdate()
        held = Decision.objects.filter(track=OuterRef("pk")).in_force(today)
        told = Concat("component_id", Value(":"), "outcome", output_field=models.CharField())
        last = Decision.objects.filter(track=OuterRef("pk"), decided_on__lte=today).order_by("-decided_on")
        asked = self.order_by().annotate(
            has_begun=Exists(TrackStep.objects.filter(track=OuterRef("pk")).begun(today)),
            newest=Case(When(declined_on__isnull=False, then=Subquery(last.values("decided_on")[:1]))),
            decided=ArraySubquery(held.values(told=told)),
        )
        what = ("dossier", "body__kind", "declined_on", "has_begun", "newest", "decided")
        return asked.values_list(*what).annotate(count=Count("pk"))

    def in_order(self):
        """In the order of the table, each with its body."""
        return self.select_related("body__partner__province").order_by(
            Case(*(When(body__kind=kind, then=Value(place)) for place, kind in enumerate(HEADINGS))),
            SortKey("body__partner__province__name"),
            SortKey("body__partner__name"),
            "body__kind",
            "pk",
        )


class Track(models.Model):
    """One body's way through a dossier, step by step."""

    follows = ("dossier", "body")

    dossier = models.ForeignKey("Dossier", verbose_name="dossier", on_delete=models.CASCADE, related_name="tracks")
    body = models.ForeignKey(Body, verbose_name="orgaan", on_delete=models.PROTECT, related_name="tracks")
    website = models.URLField("stukken bij het orgaan", blank=True, max_length=500)
    note = models.CharField("opmerking", max_length=300, blank=True)
    declined_on = models.DateField(
        "ziet af sinds",
        null=True,
        blank=True,
        help_text="Sinds wanneer bekend is dat het orgaan dit niet behandelt. Leeg: dat is niet gezegd.",
    )

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
            believable("declined_on", model="track"),
        ]

    def __str__(self):
        return f"{self.dossier}: {self.body}"

    def clean(self):
        super().clean()
        refuse_future(self, "declined_on")
        refuse_unbelievable(self, "declined_on")

    @property
    def declined(self):
        """That the body does not treat it, as a sentence; "" when that was not said."""
        return f"Behandelt dit niet, doorgegeven op {day(self.declined_on)}." if self.declined_on else ""

    @property
    def heading(self):
        """Under which heading the body stands in the table."""
        return HEADINGS[self.body.kind].format(province=self.body.partner.province)

    @property
    def name(self):
        """What the body is called under its heading, which has already said of which kind it is."""
        return str(self.body if self.body.kind == BodyKind.BOARD else self.body.partner)

    @property
    def known_steps(self):
        """Its TrackSteps in order, as they were read."""
        return self.steps_in_short if "steps_in_short" in vars(self) else self.steps.all()

    @property
    def last_step(self):
        """The latest TrackStep that happened, or None."""
        happened = [step for step in self.known_steps if step.happened_on]
        return max(happened, key=lambda step: (step.happened_on, step.pk), default=None)

    def next_step(self, on=None):
        """The first TrackStep that is planned for the day `on`, today without, or later; or None."""
        return min(self.steps_ahead(on), key=lambda step: (step.planned_on, step.pk), default=None)

    def steps_ahead(self, on=None):
        """The TrackSteps that are planned for the day `on`, today without, or later; none of a body that declines."""
        return [] if self.declines(on) else [step for step in self.known_steps if step.is_ahead(on)]

    def declines(self, on=None):
        """Whether the body said by the day `on`, today without, that it does not treat it and decided nothing since."""
        on = on or timezone.localdate()
        return self.declined_on is not None and declines(self.declined_on, self.days_decided(on), on)

    def days_decided(self, on):
        """The days up to `on` on which it decided, also what does not hold any more."""
        return [decision.decided_on for decision in self.taken if decision.decided_on <= on]

    def decided(self, on=None):
        """What held on the day `on`, today without: the newest Decision for the pk of each component, or None.

        None stands for the whole. What is dated later is no decision yet, and what was to hold until a day before it
        is none any more. DecisionQuerySet.in_force says the same.
        """
        on = on or timezone.localdate()
        found = {}
        for decision in sorted(self.taken, key=attrgetter("decided_on", "pk")):
            if decision.decided_on <= on:
                found[decision.component_id] = decision
        return {key: one for key, one in found.items() if one.holds_until is None or one.holds_until >= on}

    @property
    def taken(self):
        """Its decisions: in short when they were read so, or else all."""
        return self.decided_in_short if "in_short" in vars(self) else self.decisions.all()

    @cached_property
    def decided_in_short(self):
        """What was read of its decisions `in_short`."""
        return [DecisionInShort.told(*one) for one in json.loads(self.in_short or "[]")]

    def outcomes(self, on=None):
        """As `decided`, but the Outcome of each."""
        return {component: decision.outcome for component, decision in self.decided(on).items()}

    @property
    def position(self):
        """The Position of the body in this dossier today."""
        return self.position_at()

    def position_at(self, on=None):
        """The Position of the body in this dossier on the day `on`, today without."""
        return self.known(on).position

    def known(self, on=None):
        """The Knowledge of the body in this dossier on the day `on`, today without."""
        on = on or timezone.localdate()
        decided = self.decided(on)
        return Knowledge(decided, has_step=self.has_step(on), declines=self.declines(on))

    def has_step(self, on=None):
        """Whether anything was known of it on the day `on`: a step that had happened, or one that is planned."""
        on = on or timezone.localdate()
        return any(step.happened_on is None or step.happened_on <= on for step in self.known_steps)

    def positions_on(self, components, on=None):
        """Its Position on each of some components: what it decided on that, and without, what on the whole."""
        known = self.known(on)
        return [known.on(component.pk) for component in components]

    def is_of_earlier_members(self, decision):
        """Whether another council sits by now than the one that took `decision`.

        Where only the year is known of the term or of the decision, one in the year of an election is taken to be of
        the new members.
        """
        seated = self.body.seated_on
        if seated is None:
            return False
        return decision.decided_on.year < seated.year if decision.date_text else decision.decided_on < seated

    @property
    def told(self):
        """(Decision, what must be said beside it) of all its decisions, those on the whole first."""
        holding = {decision.pk for decision in self.decided().values()}
        return [(decision, self.said_beside(decision, decision.pk in holding)) for decision in self.decisions.all()]

    def said_beside(self, decision, is_holding):
        """In sentences: that it does not hold any more or not yet, on which text it is, and who says so."""
        told = []
        if decision.held_in_words:
            told.append(decision.held_in_words)
        is_over = decision.holds_until is not None and decision.holds_until < timezone.localdate()
        if not is_holding and not is_over:
            is_ahead = decision.decided_on > timezone.localdate()
            told.append("Telt nog niet: deze dag moet nog komen." if is_ahead else "Vervangen door een later besluit.")
        if decision.version:
            after = f"; in versie {self.dossier.version.number} is de tekst anders" if self.is_earlier(decision) else ""
            told.append(f"Op versie {decision.version.number}{after}.")
        if self.is_of_earlier_members(decision):
            told.append("Besluit van de leden van vóór de verkiezingen.")
        return " ".join([*told, decision.entered_in_words])

    @property
    def requests(self):
        """(What, its Source) of each motion and amendment."""
        return [(one.told, one.source) for one in self.motions.all()]

    @property
    def requests_and_promises(self):
        """The same, and then of each commitment."""
        return self.requests + [(one.told, one.source) for one in self.commitments.all()]

    @property
    def received(self):
        """Which version of the package its body got last and when, as a sentence; "" when none. After `with_board`."""
        newest = next(iter(self.delivered_packages), None)
        return newest.told if newest else ""

    @property
    def papers(self):
        """A link to its papers at the body itself, as safe HTML; "" where none is known."""
        link = '<a href="{}">Stukken bij het orgaan<span class="visually-hidden">: {}</span></a>'
        return format_html(link, self.website, self.body) if self.website else ""

    def is_earlier(self, decision):
        """Whether `decision` is on an earlier version than that of the dossier, and the text it is about changed since.

        Of a decision on the whole any change counts; of one on a part of the agenda only that of its own words.
        """
        version = self.dossier.version
        if not decision.version or not version or decision.version.number >= version.number:
            return False
        element = decision.component and decision.component.element_id
        text_in = self.dossier.texts.get
        return not element or text_in((element, decision.version_id)) != text_in((element, version.pk))

    def replaced(self, on=None):
        """The Decisions that a later one took the place of, or that are dated after the day `on`, the newest first."""
        kept = {decision.pk for decision in self.decided(on).values()}
        return [decision for decision in self.decisions.all() if decision.pk not in kept]
