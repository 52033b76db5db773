"""The planned steps of a dossier as entries of a calendar, so that they stand in one's own."""

from django.db.models import Max
from django.utils import timezone

from consultation.deciding.models import Dossier, TrackStep
from partners.ground.calendars.writing import Entry, titled
from partners.ground.history.records import Change
from partners.ground.publishing import is_public
from partners.models import Partner


def entries_of(dossier, rows):
    """An Entry, a whole day, for each step that is planned of the bodies in `rows`. One query."""
    return entries_of_steps(
        [(dossier, row.track, step) for row in rows for step in row.track.steps.all() if step.is_ahead()]
    )


def entries_of_all():
    """The same for all bodies in all dossiers on the site. Two queries."""
    ahead = TrackStep.objects.filter(is_public(Dossier, "track__dossier__")).ahead().order_by("planned_on", "pk")
    shown = ahead.filter(is_public(Partner, "track__body__partner__")).select_related("track__dossier", "track__body")
    return entries_of_steps([(step.track.dossier, step.track, step) for step in shown])


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
