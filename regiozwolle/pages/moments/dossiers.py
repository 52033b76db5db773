"""What is put before a body for a decision: each dossier of which the days are known, with what is asked of it."""

from datetime import timedelta

from django.db.models import F, Max, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from consultation.deciding.models import Dossier, LinkPurpose, Track, TrackStepKind
from partners.ground.calendars.writing import Entry, titled
from partners.ground.history.records import Change
from partners.ground.publishing import is_public
from partners.ground.templatetags.dutch import day
from partners.planning import Fit, Period, Planning
from regiozwolle.pages.moments.matters import Matter, ask_for_time, remark

DECIDING = "Een besluit nemen"
A_WEEK = timedelta(days=7)
# The steps in which the body itself meets about it.
MEETS = (TrackStepKind.COUNCIL, TrackStepKind.EXECUTIVE, TrackStepKind.DECIDED)
LATE = "Let op: dat is na de laatste dag voor een besluit."


def dossier_matters(body, *, is_clerk=False):
    """A Matter for each dossier before the body that is not over; what it decided already is done.

    Of a dossier without days it is not known until when anything can be done, so only a planned step brings it here.
    """
    return dossier_matters_of([body], is_clerk=is_clerk)[body.pk]


def dossier_matters_of(bodies, *, is_clerk=False):
    """The same of several bodies that have their calendar, by the key of each, in as many queries."""
    today, found = timezone.localdate(), {body.pk: body for body in bodies}
    tracks = Track.objects.filter(
        is_public(Dossier, "dossier__"), body__in=found, dossier__is_example=F("body__partner__is_example")
    )
    open_ones = Q(dossier__decide_by__gte=today) | Q(dossier__decide_by=None, dossier__decide_from__isnull=False)
    ahead = Q(steps__planned_on__gte=today, steps__happened_on=None)
    tracks = tracks.filter(open_ones | ahead).distinct().as_listed()
    tracks = list(tracks.select_related("dossier").prefetch_related("dossier__asks"))
    changed = changed_dossiers(tracks)
    matters = {key: [] for key in found}
    for track in tracks:
        changed_at = changed.get(track.dossier_id, track.dossier.public_from)
        matters[track.body_id].append(dossier_matter(found[track.body_id], track, changed_at, is_clerk=is_clerk))
    return matters


def changed_dossiers(tracks):
    """When each dossier of the `tracks` was last changed, by its key, as the record has it."""
    changes = Change.objects.filter(table_name="deciding_dossier", row_id__in=[track.dossier_id for track in tracks])
    return dict(changes.order_by("row_id").values_list("row_id").annotate(last=Max("made_at")))


def dossier_matter(body, track, changed_at, *, is_clerk):
    dossier, today = track.dossier, timezone.localdate()
    begins = dossier.decide_from or timezone.localdate(dossier.public_from)
    planning = Planning(body, Period.of_days(max(begins, today), dossier.decide_by))
    return Matter(
        key=f"dossier-{dossier.pk}",
        title=dossier.title,
        address=dossier.get_absolute_url(),
        what=asked(body, dossier),
        aim=f"een besluit over ‘{dossier.title}’",
        planning=planning,
        whole=Planning(body, Period.of_days(begins, dossier.decide_by)),
        closes=day(dossier.decide_by),
        said=said(track, planning),
        act=act(track, planning, is_clerk=is_clerk),
        closing=closing_entry(dossier, changed_at),
        changed_at=changed_at,
        is_done=not track.position.is_open,
        planned_on=planned_on(track),
        track=track,
    )


def act(track, planning, *, is_clerk):
    """(Address, words) of what one does now: the griffier says when the body treats it, all others read.

    Where no sitting can decide in time, all of them ask for more of it.
    """
    if track.position.is_open and planning.fit is Fit.MISSES:
        return ask_for_time()
    if not is_clerk or not track.position.is_open:
        return track.dossier.get_absolute_url(), "Bekijk het dossier"
    words = f"Geef door: behandeling op {day(planning.first.held_on)}" if planning.first else "Geef de dag door"
    return reverse("enter", args=[track.pk, LinkPurpose.DAY.value]), words


def asked(body, dossier):
    """What is asked of this kind of body, in the words of the dossier."""
    found = (ask.term for ask in dossier.asks.all() if ask.body_kind == body.kind)
    return capfirst(next(found, DECIDING))


def said(track, planning):
    """What is known of the body: its decision, or the day for which it is planned."""
    if track.position.is_decided:
        return f"Besloten: {track.position.label.lower()}."
    step = track.next_step()
    if step is None:
        return track.declined if track.declines() else ""
    meets = step.kind in MEETS
    return f"{capfirst(step.what)} op {step.when}.{remark(planning, step.planned_on, LATE) if meets else ''}"


def planned_on(track):
    """The day for which the body planned its decision, or None."""
    step = track.next_step()
    return step.planned_on if step and step.kind in MEETS else None


def closing_entry(dossier, changed_at):
    """The last day for a decision, or None when it is not known."""
    if dossier.decide_by is None:
        return None
    return Entry(
        name=f"besluiten-{dossier.pk}",
        title=titled(dossier, f"Laatste dag voor een besluit: {dossier.title}"),
        starts=dossier.decide_by,
        ends=dossier.decide_by,
        changed_at=changed_at,
        path=dossier.get_absolute_url(),
        description=dossier.summary,
        remind=A_WEEK,
    )
