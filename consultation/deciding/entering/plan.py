"""What an entry will change of a track: reckoned before anything is written, shown, and then written as shown."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils import timezone

from consultation.deciding.models import Component, Decision, Outcome, TrackStep, TrackStepKind
from consultation.deciding.models.position import LEAST_FAVOURABLE_FIRST
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import day
from partners.models import BodyKind

LATER_DECISION = "Er staat al een besluit van {}. Kies die dag of een latere."
# In which step a kind of body treats a dossier.
TREATS = {BodyKind.EXECUTIVE: TrackStepKind.EXECUTIVE, BodyKind.DEPUTIES: TrackStepKind.EXECUTIVE}


@dataclass(frozen=True)
class DecisionChange:
    """What is written of one component, None for the whole, where `before` holds now.

    `row` is the decision of that very day, which changes; without it a new one takes the place of `before`.
    """

    component: Component | None
    before: Decision | None
    row: Decision | None
    outcome: Outcome
    condition: str = ""
    amount: Decimal | None = None

    @property
    def key(self):
        return self.component and self.component.pk

    @property
    def says_the_same(self):
        """Whether the decision of that day stays as it is."""
        row = self.row
        told = (self.outcome, self.condition, self.amount)
        return row is not None and row == self.before and (row.outcome, row.condition, row.amount) == told

    @property
    def lost_amount(self):
        """The amount that stands now, where none does any more; None without."""
        return self.before.amount if self.before and self.amount is None else None

    @property
    def changes_amount(self):
        """Whether another amount stands afterwards, or the first."""
        return self.amount is not None and self.amount != (self.before and self.before.amount)


@dataclass(frozen=True)
class StepChange:
    """A step of which the day is written; `row` is the one that is there, None for a new one."""

    kind: TrackStepKind
    row: TrackStep | None
    planned_on: date | None = None
    happened_on: date | None = None


@dataclass(frozen=True)
class Plan:
    """All that is written of one track. `confirms` says which decisions and steps the griffier says to be so."""

    track: object
    decisions: tuple = ()
    steps: tuple = ()
    lapses: tuple = ()
    declined_on: date | None = None
    confirms: tuple = ()

    @property
    def is_empty(self):
        """Whether nothing would change."""
        return not (self.decisions or self.steps or self.lapses or self.confirms or self.changes_declining)

    @property
    def changes_declining(self):
        return self.declined_on != self.track.declined_on

    @property
    def changes_a_decision(self):
        """Whether a decision that everyone could read says something else by this."""
        return any(change.row for change in self.decisions)


def treating_kind(body):
    """The kind of step in which `body` treats a dossier."""
    return TREATS.get(body.kind, TrackStepKind.COUNCIL)


def planned_steps(track):
    """The steps of `track` in which its body was to treat it and did not yet, the first day at the front."""
    kinds = {treating_kind(track.body), TrackStepKind.DECIDED}
    steps = [step for step in track.steps.all() if step.kind in kinds and step.happened_on is None]
    return sorted(steps, key=lambda step: (step.planned_on, step.pk))


def plan_of_day(track, entry, *, by_clerk):
    """The Plan of a DayEntry: the step that is planned moves to its day, or all that is planned lapses."""
    planned = planned_steps(track)
    if entry.planned_on is None:
        declined_on = track.declined_on or timezone.localdate()
        return Plan(track, lapses=tuple(planned), declined_on=declined_on)
    row = next((step for step in planned if step.is_ahead()), None)
    if row and row.planned_on == entry.planned_on:
        confirms = (row,) if by_clerk and not row.is_confirmed else ()
        return Plan(track, confirms=confirms)
    kind = row.kind if row else treating_kind(track.body)
    return Plan(track, steps=(StepChange(kind, row, planned_on=entry.planned_on),))


def plan_of_outcome(track, components, entry, *, by_clerk):
    """The Plan of an OutcomeEntry. Raises Refused when a later decision stands already."""
    decided = track.decided()
    same_day = {one.component_id: one for one in track.decisions.all() if one.decided_on == entry.decided_on}
    wanted = wanted_of(track, components, entry, decided)
    refuse_before_a_later_one(wanted, decided, entry.decided_on)
    parts = {component.pk: component for component in components} | {None: None}
    found = [
        with_amount(
            DecisionChange(parts[key], decided.get(key), same_day.get(key), outcome, condition_of(outcome, entry)),
            entry,
        )
        for key, outcome in wanted.items()
    ]
    standing = [change for change in found if stands_already(track, change, entry)]
    return Plan(
        track,
        decisions=tuple(change for change in found if change not in standing),
        steps=tuple(steps_of(track, entry)),
        confirms=tuple(unconfirmed(standing)) if by_clerk else (),
    )


def refuse_before_a_later_one(wanted, decided, on):
    """Raises Refused when on one of the `wanted` keys a decision of after the day `on` holds."""
    days = [decided[key].decided_on for key in wanted if key in decided]
    later = max(days, default=on)
    if later > on:
        raise Refused(LATER_DECISION.format(day(later)))


def unconfirmed(standing):
    """The decisions that stay as they are and that nobody of the body confirmed."""
    return [change.before for change in standing if not change.before.is_confirmed]


def condition_of(outcome, entry):
    return entry.condition if outcome == Outcome.CONDITION else ""


def with_amount(change, entry):
    """The change with the amount that was typed; without, what stood stays as long as the outcome does."""
    if change.key in entry.amounts:
        return replace(change, amount=entry.amounts[change.key])
    stood = change.before
    return replace(change, amount=stood.amount) if stood and stood.outcome == change.outcome else change


def stands_already(track, change, entry):
    """Whether what is entered stands so already: on that day, or as a part that holds beside a whole of that day."""
    if change.says_the_same:
        return True
    before = change.before
    if before is None or change.component is None or track.is_earlier(before):
        return False
    told = (change.outcome, change.condition, change.amount)
    return entry.is_whole and (before.outcome, before.condition, before.amount) == told


def wanted_of(track, components, entry, decided):
    """The Outcome for each key on which a decision must hold: the fewest that say what was entered.

    One outcome for all is one decision on the whole, and one on each part that was decided on apart. What differs is a
    decision on each part that the whole does not say already; a whole that stood gives way to what the parts say.
    """
    outcomes = entry.outcomes
    if entry.is_whole:
        apart = [component.pk for component in components if component.pk in {*decided, *entry.amounts}]
        return outcomes | dict.fromkeys(apart, outcomes[None])
    found = {}
    if None in decided:
        found[None] = next(one for one in LEAST_FAVOURABLE_FIRST if one in outcomes.values())
    for component in components:
        outcome = outcomes.get(component.pk)
        said_by_whole = component.pk not in decided and found.get(None) == outcome
        needs_row = outcome and not (said_by_whole and component.pk not in entry.amounts)
        found |= {component.pk: outcome} if needs_row else {}
    return found


def steps_of(track, entry):
    """A StepChange for what was planned for that day: it happened."""
    for step in planned_steps(track):
        if step.planned_on == entry.decided_on:
            yield StepChange(step.kind, step, planned_on=step.planned_on, happened_on=entry.decided_on)
