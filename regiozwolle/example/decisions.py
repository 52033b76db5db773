"""What the demo's invented bodies decided on the second version of the example agenda: every state there is."""

from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from consultation.deciding.alike.acts import exclude, judge
from consultation.deciding.alike.deviations import DeviationKind, DossierComparison
from consultation.deciding.entering.acts import BY_CLERK, enter_with, link_for
from consultation.deciding.entering.entry import DayEntry, SourceEntry
from consultation.deciding.models import (
    Ask,
    AskedAmount,
    Commitment,
    Component,
    Decision,
    Dossier,
    EntryLink,
    GroupVote,
    Likeness,
    LinkPurpose,
    Motion,
    MotionKind,
    MotionOutcome,
    Outcome,
    Rule,
    Stance,
    Track,
    TrackStep,
    TrackStepKind,
)
from consultation.deciding.models.entry_link import LASTS
from partners.models import BodyKind, Population, Source
from regiozwolle.example.people import body
from regiozwolle.example.reading import read

# How long ago bodies decided that say nothing else, in days.
USUALLY = 38
USED_BY, OVER_FOR = "griffie@modelveen.example", "griffie@oefenbeek.example"
# For how long the link that is over does not work any more.
OVER_SINCE = timedelta(days=3)


@dataclass(frozen=True)
class DossierTexts:
    """The dossier, with its rule and the component that is no part of the agenda; the tariff is in euros."""

    title: str
    summary: str
    period_text: str
    note: str
    rule_count: int
    rule_text: str
    basis: str
    basis_text: str
    basis_tariff: str


@dataclass(frozen=True)
class InventedAsk:
    kind: BodyKind
    term: str


@dataclass(frozen=True)
class InventedVote:
    group: str
    stance: Stance
    seats: int


@dataclass(frozen=True)
class InventedDecision:
    """A decision on the element of `code`, on the component of that `name`, or on the whole; `amount` in euros."""

    outcome: Outcome
    code: str = ""
    name: str = ""
    amount: int | None = None
    condition: str = ""
    days_ago: int = USUALLY
    is_confirmed: bool = False
    on_first_version: bool = False
    votes: list[InventedVote] = field(default_factory=list)


@dataclass(frozen=True)
class InventedStep:
    """A step that was so many days ago, or is planned when that is less than 0."""

    kind: TrackStepKind
    days_ago: int
    text: str = ""


@dataclass(frozen=True)
class InventedMotion:
    kind: MotionKind
    title: str
    text: str
    outcome: MotionOutcome
    days_ago: int


@dataclass(frozen=True)
class InventedCommitment:
    text: str
    days_ago: int
    due_days_ago: int
    answered_days_ago: int | None = None
    answer: str = ""
    by: str = ""


@dataclass(frozen=True)
class InventedAmount:
    """What a component, by its name or its code, costs a body in euros."""

    of: str
    amount: int


@dataclass(frozen=True)
class InventedTrack:
    """What the `body`, as "voorbeeldstad/raad", decided; without decisions it only received the papers.

    `declined_days_ago` is when it said that it does not treat the dossier, if it did.
    """

    body: str
    asked: list[InventedAmount] = field(default_factory=list)
    decided: list[InventedDecision] = field(default_factory=list)
    steps: list[InventedStep] = field(default_factory=list)
    motions: list[InventedMotion] = field(default_factory=list)
    commitments: list[InventedCommitment] = field(default_factory=list)
    declined_days_ago: int | None = None


@dataclass(frozen=True)
class InventedJudgement:
    """What the secretariat says of the deviation of that kind of a body."""

    body: str
    kind: DeviationKind
    verdict: Likeness
    reason: str


@dataclass(frozen=True)
class InventedExclusion:
    """That the conditions of these two bodies exclude each other."""

    bodies: list[str]
    reason: str


@dataclass(frozen=True)
class InventedDecisions:
    """The whole of decisions.toml."""

    dossier: DossierTexts
    asks: list[InventedAsk]
    tracks: list[InventedTrack]
    judgements: list[InventedJudgement]
    exclusion: InventedExclusion


def decide(first, second, ago):
    """The dossier on the version `second`, with what each invented body decided; `ago` counts days back."""
    invented = read("decisions", InventedDecisions)
    source = Source.objects.get(slug="voorbeeld")
    dossier = dossier_on(second, invented.dossier, source, ago)
    for ask in invented.asks:
        Ask.objects.create(dossier=dossier, body_kind=ask.kind, term=ask.term, source=source)
    components = components_of(dossier, invented, source)
    for one in invented.tracks:
        declined_on = None if one.declined_days_ago is None else ago.day(one.declined_days_ago)
        track = Track.objects.create(dossier=dossier, body=body(one.body), declined_on=declined_on)
        TrackStep.objects.create(track=track, kind=TrackStepKind.SENT, happened_on=ago.day(52), source=source)
        for step in one.steps:
            planned = {"planned_on": ago.day(step.days_ago)} if step.days_ago < 0 else {}
            days = planned or {"happened_on": ago.day(step.days_ago)}
            TrackStep.objects.create(track=track, kind=step.kind, text=step.text, source=source, **days)
        for decided in one.decided:
            version = first if decided.on_first_version else second
            decision_of(track, decided, components, version, ago, source)
        ask_and_promise(track, one, ago, source)
        for asked in one.asked:
            component = components[asked.of]
            AskedAmount.objects.create(track=track, component=component, amount=asked.amount, source=source)
    compare(dossier, invented)


def compare(dossier, invented):
    """What the secretariat said of what deviates between the bodies."""
    deviations = DossierComparison(Dossier.objects.with_board().get(pk=dossier.pk)).deviations
    for said in invented.judgements:
        mine = next(
            one for one in deviations if one.kind == said.kind and body(said.body) in [each.body for each in one.tracks]
        )
        judge(dossier=dossier, deviation=mine, verdict=said.verdict, reason=said.reason)
    pair = invented.exclusion
    conditions = Decision.objects.filter(track__dossier=dossier, outcome=Outcome.CONDITION)
    exclude(decisions=conditions.filter(track__body__in=map(body, pair.bodies)), reason=pair.reason)


def dossier_on(version, texts, source, ago):
    return Dossier.objects.create(
        slug="voorbeelddossier",
        title=texts.title,
        summary=texts.summary,
        version=version,
        period_text=texts.period_text,
        decide_from=ago.day(52),
        decide_by=ago.day(-40),
        note=texts.note,
        source=source,
        rule=Rule.COUNT,
        rule_count=texts.rule_count,
        rule_text=texts.rule_text,
        rule_source=source,
        is_example=True,
        public_from=timezone.now(),
    )


def components_of(dossier, invented, source):
    """The basis, and each part of the agenda that some body decided on apart, by name or code."""
    texts = invented.dossier
    newest = Population.objects.filter(partner__is_example=True).order_by("-reference_on").first()
    tariff = {"tariff": Decimal(texts.basis_tariff), "inhabitants_on": newest.reference_on} if newest else {}
    found = {
        texts.basis: Component.objects.create(
            dossier=dossier, name=texts.basis, text=texts.basis_text, source=source, **tariff
        )
    }
    codes = {decided.code for one in invented.tracks for decided in one.decided}
    for wording in dossier.version.wordings.select_related("element"):
        if wording.element.code in codes:
            found[wording.element.code] = Component.objects.create(
                dossier=dossier, element=wording.element, position=wording.position
            )
    return found


def decision_of(track, decided, components, version, ago, source):
    """One decision of one body, with the votes on it."""
    decision = Decision.objects.create(
        track=track,
        component=components.get(decided.code or decided.name),
        version=version,
        outcome=decided.outcome,
        amount=decided.amount,
        condition=decided.condition,
        decided_on=ago.day(decided.days_ago),
        confirmed_on=ago.day(decided.days_ago - 2) if decided.is_confirmed else None,
        source=source,
    )
    for vote in decided.votes:
        GroupVote.objects.create(decision=decision, group=vote.group, stance=vote.stance, seats=vote.seats)


def ask_and_promise(track, one, ago, source):
    """What a body asked beside its decision, and what it was promised."""
    for motion in one.motions:
        Motion.objects.create(
            track=track,
            kind=motion.kind,
            title=motion.title,
            text=motion.text,
            outcome=motion.outcome,
            decided_on=ago.day(motion.days_ago),
            source=source,
        )
    for promise in one.commitments:
        answered = promise.answered_days_ago
        Commitment.objects.create(
            track=track,
            text=promise.text,
            made_on=ago.day(promise.days_ago),
            due_on=ago.day(promise.due_days_ago),
            answered_on=None if answered is None else ago.day(answered),
            answer=promise.answer,
            promised_by=body(promise.by) if promise.by else None,
            source=source,
        )


def link(*, today):
    """Makes two links with which griffiers let something know: one that was used, and one that is over.

    The used one works for four weeks from each time that the examples are loaded.
    """
    tracks = Track.objects.filter(dossier__is_example=True)
    for track in tracks.filter(body=body("modelveen/raad")):
        use(link_for(track=track, purpose=LinkPurpose.DAY, address=USED_BY), today)
    for track in tracks.filter(body=body("oefenbeek/raad")):
        days = {"made_at": timezone.now() - OVER_SINCE - LASTS, "ends_on": today - OVER_SINCE}
        EntryLink.objects.get_or_create(track=track, purpose=LinkPurpose.OUTCOME, address=OVER_FOR, defaults=days)


def use(made, today):
    """Lets the griffier say, once, that the day holds for which the council planned it."""
    step = made.track.steps.filter(planned_on__gt=today).first()
    if step and not made.uses.exists():
        source = SourceEntry(title=Source.objects.get(slug="voorbeeld").title)
        enter_with(link=made, entry=DayEntry(planned_on=step.planned_on, source=source), reason=BY_CLERK)


def shown_links():
    """(What became of it, its address) of both links."""
    words = {USED_BY: "Een link die al is gebruikt", OVER_FOR: "Een link die is verlopen"}
    return [(words[one.address], one.path) for one in EntryLink.objects.filter(address__in=words).order_by("pk")]
