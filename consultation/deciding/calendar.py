"""The planned steps of a dossier as entries of a calendar, so that they stand in one's own."""

from django.db.models import Max
from django.utils import timezone

from partners.ground.calendars.writing import Entry, titled
from partners.ground.history.records import Change


def entries_of(dossier, rows):
    """An Entry, a whole day, for each step that is planned of the bodies in `rows`. One query."""
    ahead = [(row.track, step) for row in rows for step in row.track.steps.all() if step.is_ahead()]
    changes = Change.objects.filter(table_name="deciding_trackstep", row_id__in=[step.pk for _, step in ahead])
    changed = dict(changes.order_by().values_list("row_id").annotate(Max("made_at")))
    for track, step in ahead:
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
