"""The days of a body as a calendar to subscribe to: its sittings and recesses, and what it can do until when.

An event must read the same until somebody changes something. So it does not look at today, unlike the page.
"""

from datetime import date, timedelta

from django.utils import timezone

from partners.ground.calendars.lapsed import lapsed_rows
from partners.ground.calendars.writing import Entry, titled
from partners.ground.history.records import Change
from partners.ground.templatetags.dutch import day

A_YEAR = timedelta(days=365)
TWO_DAYS = timedelta(days=2)


def entries_of(body, matters):
    """The Entries of a body that has its calendar, from a year ago on, with its `matters`."""
    since = timezone.localdate() - A_YEAR
    sittings = [sitting for sitting in body.sittings.all() if sitting.held_on >= since]
    yield from (sitting_entry(body, sitting) for sitting in sittings)
    yield from lapsed_sittings(body, sittings)
    yield from (recess_entry(body, recess) for recess in body.recesses.all() if recess.ends_on >= since)
    term_changed_at = changed_at(body)
    for matter in matters:
        if matter.closing:
            yield matter.closing
        yield from delivery_entries(body, matter, term_changed_at)


def sitting_entry(body, sitting):
    by = sitting.last_day_for_papers
    papers = f"Stukken aanleveren tot en met {day(by)}." if by else ""
    return Entry(
        name=f"vergadering-{sitting.pk}",
        title=titled(body.partner, f"Vergadering {body}"),
        starts=sitting.begins if sitting.starts_at else sitting.held_on,
        ends=None if sitting.starts_at else sitting.held_on,
        changed_at=sitting.updated_at,
        path=body.get_moments_url(),
        description="\n\n".join(filter(None, [sitting.note, papers])),
        is_cancelled=sitting.is_cancelled,
    )


def lapsed_sittings(body, sittings):
    """Sittings that were deleted, as whole days that are cancelled."""
    there = {sitting.pk for sitting in sittings}
    for change in lapsed_rows("partners_sitting", body.pk, since=body.partner.public_from, but_not=there):
        held_on = date.fromisoformat(change.before["held_on"])
        yield Entry(
            name=f"vergadering-{change.row_id}",
            title=titled(body.partner, f"Vergadering {body}"),
            starts=held_on,
            ends=held_on,
            changed_at=change.made_at,
            path=body.get_moments_url(),
            is_cancelled=True,
        )


def recess_entry(body, recess):
    return Entry(
        name=f"reces-{recess.pk}",
        title=titled(body.partner, f"Reces {body}: {recess.name}"),
        starts=recess.starts_on,
        ends=recess.ends_on,
        changed_at=recess.updated_at,
        path=body.get_moments_url(),
    )


def delivery_entries(body, matter, term_changed_at):
    """The last day to hand in papers for each sitting that can decide on it."""
    for sitting in matter.whole.chances:
        by = sitting.last_day_for_papers
        if by:
            yield Entry(
                name=f"aanleveren-{matter.key}-{sitting.pk}",
                title=titled(body.partner, f"Laatste dag om aan te leveren: {matter.title}"),
                starts=by,
                ends=by,
                changed_at=max(sitting.updated_at, matter.changed_at, term_changed_at),
                path=body.get_moments_url(),
                description=f"Voor de vergadering van {body} op {day(sitting.held_on)}. {matter.what}.",
                remind=TWO_DAYS,
            )


def changed_at(body):
    """When the body itself was last changed, such as its delivery term; of before the record nothing is known."""
    changes = Change.objects.filter(table_name="partners_body", row_id=body.pk).order_by("-pk")
    return changes.values_list("made_at", flat=True).first() or body.partner.public_from or timezone.now()
