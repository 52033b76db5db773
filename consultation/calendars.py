"""What stands in the calendar of a consultation: its steps, those that lapsed, and until when one can react."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.text import capfirst

from partners.ground.calendars.lapsed import A_YEAR, lapsed_rows
from partners.ground.calendars.writing import Entry, titled

STEPS = "consultation_step"
TWO_DAYS = timedelta(days=2)


def entries_of(consultation):
    """The Entries of a consultation: all steps and, when one can react on this site, the closing moment.

    A step that was deleted while everyone could read it is told to be cancelled for a year, so that who has it in a
    calendar loses it there as well.
    """
    return entries_with(consultation, lapsed_rows(STEPS, consultation.pk, since=consultation.public_from, but_not=()))


def entries_of_all(consultations):
    """The same of all these, which were read with their steps: one query."""
    keys = [one.pk for one in consultations]
    gone = lapsed_rows(STEPS, keys, since=timezone.now() - A_YEAR, but_not=())
    for one in consultations:
        yield from entries_with(
            one, [change for change in gone if change.part_of_id == one.pk and change.made_at >= one.public_from]
        )


def entries_with(consultation, gone):
    """The Entries of a consultation of which `gone` are the Changes that deleted a step."""
    steps = list(consultation.steps.all())
    there = {step.pk for step in steps}
    yield from (step_entry(consultation, step) for step in steps)
    yield from lapsed_steps(consultation, [change for change in gone if change.row_id not in there])
    if consultation.takes_letters:
        yield closing_entry(consultation)


def step_entry(consultation, step):
    """A step as whole days. Of one that ends at words only its begin is a day, and it says so."""
    until = f"{capfirst(step.when)}." if step.ends_text else ""
    parts = [consultation.title, until, step.description, step.note]
    return Entry(
        name=f"stap-{step.pk}",
        title=titled(consultation, f"Begin van: {step.title}" if step.ends_text else step.title),
        starts=step.starts_on,
        ends=step.ends_on or step.starts_on,
        changed_at=max(step.updated_at, consultation.updated_at),
        path=consultation.get_absolute_url(),
        description="\n\n".join(part for part in parts if part),
    )


def lapsed_steps(consultation, gone):
    """The Entries of steps that are gone, as the record of changes still knows."""
    for change in gone:
        yield Entry(
            name=f"stap-{change.row_id}",
            title=titled(consultation, change.before["title"]),
            starts=date.fromisoformat(change.before["starts_on"]),
            ends=date.fromisoformat(change.before["ends_on"] or change.before["starts_on"]),
            changed_at=change.made_at,
            path=consultation.get_absolute_url(),
            description=consultation.title,
            is_cancelled=True,
        )


def closing_entry(consultation):
    """The last minute in which one can react, as a moment."""
    return Entry(
        name=f"sluiting-{consultation.pk}",
        title=titled(consultation, f"Reageren kan nog tot dit moment: {consultation.title}"),
        starts=consultation.last_minute,
        ends=consultation.closes_at,
        changed_at=consultation.updated_at,
        path=consultation.get_absolute_url(),
        description=consultation.summary,
        remind=TWO_DAYS,
    )
