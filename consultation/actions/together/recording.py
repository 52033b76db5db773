"""Keeping who of a group did what in its letter, when, and what the words were before, so that it can be undone."""

from datetime import timedelta

from django.utils import timezone

from consultation.actions.together.telling import tell_of_change
from consultation.models import GroupActKind

# Whoever goes on writing in one point within this time does one thing, however often it is saved meanwhile.
RUN = timedelta(hours=1)
# Whoever changes what others wrote is mailed about once in this time, per letter.
TOLD_FOR = timedelta(days=1)
# Who wrote a point and who changed it, which goes along wherever its words go.
HANDS = ("author", "written_at", "changed_by", "changed_at")
# What of a point must be kept to put it back. The names are those of columns, so that it fits in JSON.
KEPT = (
    "wording_id", "question_id", "quoted_text", "kind", "text", "proposal", "proposes_deletion", "adopted_from_id",
    "is_minority", "minority_of",
)  # fmt: skip


def words_of(point):
    """What `point` says now, and who wrote it when, as it can be put back later."""
    written_at = point.written_at and point.written_at.isoformat()
    return {name: getattr(point, name) for name in KEPT} | {"author": point.author_id, "written_at": written_at}


def sign(point, *, by):
    """Says in `point`, not saved yet, that `by` wrote it or changed it now; at a table nobody has a name."""
    if by is None:
        return
    now = timezone.now()
    if point.pk is None:
        point.author, point.written_at = by, now
    else:
        point.changed_by, point.changed_at = by, now


def goes_on(letter, *, by, point, at):
    """Whether `by` was writing in `point` already, so that this is no act of its own; it then lasts until `at`."""
    last = letter.group_acts.filter(point=point).first()
    if (
        last is None
        or last.by_id != by.pk
        or last.act not in (GroupActKind.WROTE, GroupActKind.CHANGED)
        or last.at < at - RUN
    ):
        return False
    last.at = at
    last.save(update_fields=["at"])
    return True


def record(letter, *, by, act, point=None, before=None, of_others=False):
    """Keeps that `by` did `act` in `letter`, or the changes to it, if a group writes that.

    `before` is what `words_of` said of `point` before the act. The group is mailed when it was `of_others`.
    """
    if not letter.is_shared:
        return
    letter, now = letter.original, timezone.now()
    if act == GroupActKind.CHANGED and goes_on(letter, by=by, point=point, at=now):
        return
    change = letter.group_acts.create(
        by=by,
        act=act,
        point=point if point is not None and point.pk else None,
        subject=point.subject if point is not None else "",
        before=before,
        at=now,
    )
    if of_others and not letter.group_acts.filter(by=by, told_at__gt=now - TOLD_FOR).exists():
        change.told_at = now
        change.save(update_fields=["told_at"])
        tell_of_change(change)
