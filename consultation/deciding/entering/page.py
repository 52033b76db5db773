"""What the page before an entry says: what stands now, what it will change, and what follows from that."""

from dataclasses import dataclass
from hashlib import sha256

from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst

from consultation.deciding.days import DECLINES as NOT_TREATED
from consultation.deciding.entering.entry import DayEntry
from consultation.deciding.entering.plan import planned_steps
from consultation.deciding.models import Outcome, Position
from partners.ground.templatetags.dutch import day, exact_euro, weekday
from partners.models import Body, BodyKind
from partners.planning import Period, Planning

LATE = "{} is na de laatste dag voor een besluit ({}). Kunt u niet eerder? Vraag dan om uitstel."
NO_SITTING = "Op {} staat er geen vergadering in de kalender van {}. Klopt de dag?"


@dataclass(frozen=True)
class EntryTerm:
    """What is said of one thing before and after; `css` is the class of the state after, "" where it is none."""

    head: str
    before: str
    after: str
    css: str = ""

    @property
    def words(self):
        """Before and after as HTML: struck and underlined where they differ, and the mark of a state."""
        changed = self.before != self.after
        del_ = format_html("<del>{}</del> ", self.before) if changed and self.before else ""
        told = format_html("{}<ins>{}</ins>", del_, self.after) if changed else self.after
        return format_html('<span class="cell {}"><span>{}</span></span>', self.css, told) if self.css else told


def lines_of(plan, entry, *, by_clerk):
    """The EntryTerms of an entry, in the order of the page."""
    found = day_lines(plan, entry) if isinstance(entry, DayEntry) else outcome_lines(plan, entry)
    if by_clerk:
        found.append(confirmation_line(plan))
    return found


def day_lines(plan, entry):
    track = plan.track
    planned = [step for step in planned_steps(track) if step.is_ahead()]
    day_before = weekday(planned[0].planned_on) if planned else "nog geen dag"
    before = NOT_TREATED if track.declined_on else day_before
    after = weekday(entry.planned_on) if entry.planned_on else NOT_TREATED
    return [EntryTerm("Behandelt dit op", before, after)]


def outcome_lines(plan, entry):
    """The day, each component with its state, the amounts that change, and the condition."""
    track, components = plan.track, list(plan.track.dossier.components.all())
    decided, has_step, declines = track.decided(), track.has_step(), track.declines()
    days = sorted({one.decided_on for one in decided.values()})
    lines = [EntryTerm("Besloten op", day(days[-1]) if days else "", day(entry.decided_on))]
    outcomes = track.outcomes()
    after = outcomes | {change.key: change.outcome for change in plan.decisions}
    for key, head in [(part.pk, part.heading) for part in components] or [(None, "Uitkomst")]:
        old = Position.on(key, outcomes, has_step=has_step, declines=declines)
        new = Position.on(key, after, has_step=has_step)
        lines.append(EntryTerm(head, old.label, new.label, new.value))
    lines += [amount_line(change) for change in plan.decisions if change.changes_amount]
    return lines + condition_lines(decided, entry)


def condition_lines(decided, entry):
    before = " ".join(dict.fromkeys(one.condition for one in decided.values() if one.condition))
    return [EntryTerm("Voorwaarde", before, entry.condition)] if before or entry.condition else []


def amount_line(change):
    """To the cent, as one who types it over wants to see it again."""
    head = f"Bedrag bij ‘{change.component.heading}’" if change.component else "Bedrag"
    return EntryTerm(head, exact_euro(change.before and change.before.amount), exact_euro(change.amount))


def confirmation_line(plan):
    """That what is entered counts as confirmed by the griffier."""
    stood = [change.before for change in plan.decisions if change.before] + list(plan.confirms)
    was_unsure = any(not one.is_confirmed for one in stood)
    return EntryTerm("Stand", "nog niet bevestigd" if was_unsure else "", "bevestigd door de griffier")


def consequences(plan, entry):
    """What follows from the entry, as sentences."""
    if isinstance(entry, DayEntry):
        return day_consequences(plan, entry)
    kind, told = BodyKind(plan.track.body.kind), []
    for change in plan.decisions:
        on = f"‘{change.component.heading}’" if change.component else "het geheel"
        if change.lost_amount is not None:
            told.append(f"Het bedrag van {exact_euro(change.lost_amount)} bij {on} vervalt.")
        if change.outcome == Outcome.ABSTAINS and change.component:
            told.append(f"{capfirst(kind.yours)} {kind.does('doet', 'doen')} niet mee aan {on}.")
    return told


def day_consequences(plan, entry):
    if entry.planned_on is None:
        lapses = " en ".join(day(step.planned_on) for step in plan.lapses)
        return [f"Op de site vervalt de behandeling op {lapses}."] if lapses else []
    return too_late(plan.track, entry.planned_on)


def too_late(track, on):
    """That a day is after the last one on which deciding makes sense, or no sitting: as sentences."""
    dossier, told = track.dossier, []
    if dossier.decide_by and on > dossier.decide_by:
        told.append(LATE.format(day(on), day(dossier.decide_by)))
    sittings = sittings_of(track.body)
    if sittings and min(sittings) <= on <= max(sittings) and on not in sittings:
        told.append(NO_SITTING.format(day(on), track.body.in_sentence))
    return told


def sittings_of(body):
    """The days on which the body sits, in order."""
    found = body.sittings.filter(is_cancelled=False).order_by("held_on")
    return list(found.values_list("held_on", flat=True))


def days_ahead(track):
    """The sittings of the body that can decide, within the days of the dossier first."""
    body = Body.objects.with_calendar().get(pk=track.body_id)
    today = timezone.localdate()
    chances = Planning(body, Period.of_days(today, track.dossier.decide_by)).chances
    after = [one for one in sittings_of(body) if one >= today]
    return list(dict.fromkeys([*(one.held_on for one in chances), *after]))


def days_behind(track):
    """The sittings of the body that were, the last one at the front."""
    return [one for one in reversed(sittings_of(track.body)) if one <= timezone.localdate()]


def digest(lines, told):
    """By which what was read can be told from what would be shown now."""
    return sha256(repr([(line.head, line.before, line.after) for line in lines] + told).encode()).hexdigest()[:32]


def stands_now(track):
    """What the site says of the body now, as a sentence."""
    if track.declines():
        return "Op de site staat nu: behandelt dit niet."
    label = track.position.label.lower()
    step = track.next_step()
    planned = f", {step.what} op {step.when}" if step and track.position.is_open else ""
    holding = list(track.decided().values())
    unsure = ", nog niet bevestigd" if holding and not all(one.is_confirmed for one in holding) else ""
    return f"Op de site staat nu: {label}{planned}{unsure}."
