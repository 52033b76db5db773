"""Making links with which one enters something, and writing what is entered."""

from django.db.models import Prefetch
from django.utils import timezone

from consultation.deciding.entering.entry import DayEntry
from consultation.deciding.entering.plan import plan_of_day, plan_of_outcome
from consultation.deciding.models import Component, Decision, EnteredAs, EntryLink, LinkUse, Track, TrackStep
from consultation.deciding.models.entry_link import LASTS
from partners.ground import history
from partners.ground.publishing import PublicState
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import day
from partners.ground.texts import PAGE
from partners.models import Mandate

BY_CLERK = "Doorgegeven door de griffier."
CHANGED = "Intussen is er iets gewijzigd. Er is nog niets opgeslagen. Lees na wat er nu verandert."


@history.act("invoerlink gemaakt", only_changes=True)
def link_for(*, track, purpose, address, made_for=None):
    """The EntryLink that lets who reads mail at `address` enter one thing of `track`, for four weeks from today.

    `purpose` is a LinkPurpose: the day on which the body treats it, or the outcome. `made_for` is the User with that
    address, as `mandate.user`; with it the link ends when their mandate does. Without it `address` is a contact that
    has no account. Who is mailed again gets the same link, which then lasts longer. In a mail it is
    `{{ site_url }}{{ link.path }}`, and `link.ends_on` is the last day on which it works.
    """
    track = Track.objects.select_for_update().get(pk=track.pk)
    ends_on = timezone.localdate() + LASTS
    link, is_new = EntryLink.objects.get_or_create(
        track=track,
        purpose=purpose,
        address=address.lower(),
        revoked_at=None,
        defaults={"made_for": made_for, "ends_on": ends_on},
    )
    if not is_new and link.ends_on < ends_on:
        link.ends_on = ends_on
        link.save(update_fields=["ends_on"])
    return link


@history.act("invoerlinks ingetrokken")
def revoke(*, links):
    """Lets the EntryLinks, a queryset, work no more. Returns how many still did."""
    return links.filter(revoked_at=None).update(revoked_at=timezone.now())


@history.act("oude invoerlinks van hun adres ontdaan", only_changes=True)
def forget_addresses(*, at_most=10_000):
    """Forgets to whom links were sent that ended long ago."""
    old = EntryLink.objects.to_forget().values("pk")[:at_most]
    return EntryLink.objects.filter(pk__in=old).forget()


@history.act("doorgegeven met een invoerlink", reason="reason")
def enter_with(*, link, entry, reason):
    """Writes what somebody with `link` enters, and that they did. Returns the LinkUse, None if it stood there already.

    `reason` is read at a decision that everyone could read and that changes by it. Raises Refused when the link does
    not work any more.
    """
    track = read_track(link.track_id)
    link = EntryLink.objects.select_related("made_for").get(pk=link.pk)
    if trouble := trouble_of(link, track):
        raise Refused(trouble)
    plan = plan_of(track, entry, by_clerk=True)
    if plan.is_empty:
        return None
    write(plan, entry, as_clerk=True)
    return LinkUse.objects.create(link=link, words=in_words(entry)[:PAGE])


@history.act("doorgegeven door de griffier", reason="reason")
def enter_as_clerk(*, track, entry, by, reason):
    """Writes what the griffier of the body, who signed in, enters. Raises Refused for anybody else."""
    track = read_track(track.pk)
    if not Mandate.objects.is_clerk(by, track.body):
        raise Refused("Alleen de griffier van dit orgaan kan dit doorgeven.")
    if trouble := trouble_of_track(track):
        raise Refused(trouble)
    plan = plan_of(track, entry, by_clerk=True)
    write(plan, entry, as_clerk=True)
    return not plan.is_empty


def read_track(pk):
    """The Track with that key, locked, with all that a Plan wants."""
    found = Track.objects.select_for_update(of=["self"]).as_listed()
    components = Component.objects.select_related("element").order_by("position", "pk")
    return (
        found.select_related("dossier__version__agenda")
        .prefetch_related(Prefetch("dossier__components", components))
        .get(pk=pk)
    )


def plan_of(track, entry, *, by_clerk):
    """The Plan of an entry of either kind."""
    if isinstance(entry, DayEntry):
        return plan_of_day(track, entry, by_clerk=by_clerk)
    return plan_of_outcome(track, list(track.dossier.components.all()), entry, by_clerk=by_clerk)


def trouble_of(link, track):
    """Why `link` does not work now, as a sentence; "" when it does."""
    if link.revoked_at:
        return "Deze link is ingetrokken."
    if link.is_over:
        return f"Deze link werkte tot en met {day(link.ends_on)}."
    if link.made_for and not Mandate.objects.held().filter(user=link.made_for, body=track.body_id).exists():
        return f"Deze link is van iemand die niet meer voor {track.body.in_sentence} werkt."
    return trouble_of_track(track)


def trouble_of_track(track):
    """Why nothing can be entered of `track`, as a sentence; "" when it can."""
    if ended := track.body.ended:
        return f"{ended} Er valt niets meer door te geven."
    if track.dossier.public_state() != PublicState.PUBLIC:
        return f"Het dossier ‘{track.dossier}’ is gesloten. Er valt niets meer door te geven."
    return ""


def write(plan, entry, *, as_clerk):
    """Writes a Plan, as said by the griffier or by the office."""
    if plan.is_empty:
        return
    track = plan.track
    entered_as = EnteredAs.CLERK if as_clerk else EnteredAs.OFFICE
    source = entry.source.get() if plan.decisions or plan.steps else None
    decisions = [written_decision(change, track, entry, source, entered_as) for change in plan.decisions]
    steps = [written_step(change, track, source, entered_as) for change in plan.steps]
    TrackStep.objects.filter(pk__in=[step.pk for step in plan.lapses]).delete()
    if plan.changes_declining:
        Track.objects.filter(pk=track.pk).update(declined_on=plan.declined_on)
    if as_clerk:
        confirm([*decisions, *steps, *plan.confirms])


def confirm(said):
    """Lets the decisions and steps be confirmed today; after they were saved, for a change ends a confirmation."""
    for model in (Decision, TrackStep):
        keys = [one.pk for one in said if isinstance(one, model)]
        model.objects.filter(pk__in=keys).update(confirmed_on=timezone.localdate())


def written_decision(change, track, entry, source, entered_as):
    """The Decision of a DecisionChange, saved."""
    decision = change.row or Decision(track=track, component=change.component, decided_on=entry.decided_on)
    decision.outcome, decision.condition, decision.amount = change.outcome, change.condition, change.amount
    decision.version = decision.version or track.dossier.version
    decision.source, decision.entered_as = source, entered_as
    decision.full_clean(exclude=["track", "component", "version", "source"])
    decision.save()
    return decision


def written_step(change, track, source, entered_as):
    """The TrackStep of a StepChange, saved."""
    step = change.row or TrackStep(track=track, kind=change.kind)
    step.planned_on, step.happened_on = change.planned_on, change.happened_on
    step.source, step.entered_as = source, entered_as
    step.full_clean(exclude=["track", "source"])
    step.save()
    return step


def in_words(entry):
    """What was entered, for the record: 'behandelt dit op 24 juni 2027', 'besloten op 24 juni 2027: ingestemd'."""
    if isinstance(entry, DayEntry):
        return f"behandelt dit op {day(entry.planned_on)}." if entry.planned_on else "behandelt dit niet."
    names = {one.pk: one.heading for one in Component.objects.filter(pk__in=[key for key in entry.outcomes if key])}
    told = [f"{names[key]}: {outcome.label}" if key else outcome.label for key, outcome in entry.outcomes.items()]
    condition = f". Voorwaarde: {entry.condition}" if entry.condition else ""
    return f"besloten op {day(entry.decided_on)}: {'; '.join(told)}{condition}"
