"""The planned steps of a dossier as entries of a calendar, so that they stand in one's own."""

from datetime import date

from django.db.models import Max
from django.utils import timezone

from consultation.deciding.models import Dossier, Track, TrackStep, TrackStepKind
from partners.ground.calendars.lapsed import A_YEAR, lapsed_rows
from partners.ground.calendars.writing import Entry, titled
from partners.ground.history.records import Change
from partners.ground.publishing import is_public
from partners.ground.state.prepared_rows import PreparedRows
from partners.models import Partner


def entries_of(dossier, rows):
    """An Entry, a whole day, for each step that is planned of the bodies in `rows`, and for those that lapsed.

    Two queries, and two more when any did.
    """
    ahead = [(dossier, row.track, step) for row in rows for step in row.track.known_steps if step.is_ahead()]
    yield from entries_of_steps(ahead)
    yield from lapsed_steps(Track.objects.filter(pk__in=[row.track.pk for row in rows]))


def entries_of_all():
    """The same for all bodies in all dossiers on the site. Three queries, or five."""
    yield from entries_of_steps([(step.track.dossier, step.track, step) for step in AHEAD.ask()])
    yield from lapsed_steps(Track.objects.public())


def steps_ahead():
    ahead = TrackStep.objects.filter(is_public(Dossier, "track__dossier__")).ahead().order_by("planned_on", "pk")
    return ahead.filter(is_public(Partner, "track__body__partner__")).select_related("track__dossier", "track__body")


AHEAD = PreparedRows(steps_ahead)


def entries_of_steps(ahead):
    """An Entry for each (dossier, track, step). One query."""
    changes = Change.objects.filter(table_name="deciding_trackstep", row_id__in=[step.pk for _, _, step in ahead])
    changed = dict(changes.order_by().values_list("row_id").annotate(Max("made_at")))
    for dossier, track, step in ahead:
        parts = [dossier.title, step.date_text, step.text, step.entered_in_words]
        yield Entry(
            name=f"besluitstap-{step.pk}",
            title=titled(dossier, f"{track.body}: {step.what}"),
            starts=step.planned_on,
            ends=step.planned_on,
            changed_at=changed.get(step.pk) or dossier.public_from or timezone.now(),  # older than the record
            path=f"{dossier.get_absolute_url()}#orgaan-{track.body_id}",
            description="\n\n".join(filter(None, parts)),
        )


def lapsed_steps(tracks):
    """A cancelled Entry for each step of `tracks` that was planned and then deleted while everyone could read it."""
    gone = lapsed_rows("deciding_trackstep", tracks.values("pk"), since=timezone.now() - A_YEAR, but_not=())
    there = set(TrackStep.objects.filter(pk__in=[change.row_id for change in gone]).values_list("pk", flat=True))
    found = Track.objects.select_related("dossier", "body").in_bulk({change.part_of_id for change in gone})
    for change in gone:
        track, was = found[change.part_of_id], change.before
        begun = track.dossier.public_from
        if change.row_id in there or not was["planned_on"] or was["happened_on"] or not begun or change.made_at < begun:
            continue
        planned_on = date.fromisoformat(was["planned_on"])
        yield Entry(
            name=f"besluitstap-{change.row_id}",
            title=titled(track.dossier, f"{track.body}: {TrackStepKind(was['kind']).planned}"),
            starts=planned_on,
            ends=planned_on,
            changed_at=change.made_at,
            path=f"{track.dossier.get_absolute_url()}#orgaan-{track.body_id}",
            description=track.dossier.title,
            is_cancelled=True,
        )
