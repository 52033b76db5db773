"""Sessions at tables: how many there are, and what each reports."""

from django.db import transaction
from django.utils import timezone

from consultation.actions.reacting import mark_changed, write_answers
from consultation.actions.refusal import Overtaken
from consultation.models import (
    Attendance,
    Channel,
    DiscussionTable,
    Letter,
    LetterState,
    SenderKind,
    Sharing,
    TableSession,
)
from consultation.models.table import attendance_state
from partners.ground import history
from partners.ground.refusal import Refused

NOT_OPEN = "Deze tafel neemt nu geen verslag aan."


@history.act("tafels klaargezet")
def set_up_tables(*, session, count):
    """Gives `session` tables up to number `count`; none is taken away. Returns how many were new."""
    session = TableSession.objects.select_for_update().get(pk=session.pk)
    numbers = set(session.tables.values_list("number", flat=True))
    new = [DiscussionTable(session=session, number=number) for number in range(1, count + 1) if number not in numbers]
    return len(DiscussionTable.objects.bulk_create(new))


@transaction.atomic
def report(*, table, answers, attendance, form=None, read=None, sat="", autosaved=False):
    """Keeps what was said at `table`, unchecked: a text per question, None for the whole. Returns the letter.

    `attendance` is a list of (sort, count), None to leave it as it is; `sat` says which the reporter saw, as
    `attendance_state` does. `form`, `read` and `autosaved` as for `save_answers`. Raises Refused, of which Overtaken.
    """
    table = DiscussionTable.objects.select_for_update(of=["self"]).select_related("session").get(pk=table.pk)
    session = table.session
    letter = Letter.objects.filter(table=table).first()
    if not session.opens_at <= timezone.now() < session.closes_at or (letter and letter.state != LetterState.DRAFT):
        raise Refused(NOT_OPEN)
    if letter is None:
        letter = Letter.objects.create(
            consultation_id=session.consultation_id,
            table=table,
            sender_kind=SenderKind.TABLE,
            channel=Channel.TABLE,
            sharing=Sharing.PUBLIC,  # its page says so
            received_on=timezone.localdate(),
        )
    write_answers(letter, by=None, answers=answers, form=form, read=read, autosaved=autosaved)
    if attendance is not None:
        write_attendance(letter, attendance, read=sat)
    return letter


def write_attendance(letter, rows, *, read):
    """Makes `rows`, as (sort, count), those of who sat at the table of `letter`. Raises Overtaken.

    `read` is the state that the form showed: what somebody else wrote since is not replaced unseen.
    """
    now = attendance_state(letter.table.attendance_rows)
    if attendance_state(rows) in (now, read):
        return
    if now != read:
        raise Overtaken([], reader=None)
    letter.table.attendance.all().delete()
    Attendance.objects.bulk_create(Attendance(table=letter.table, sort=sort, count=count) for sort, count in rows)
    mark_changed(letter)
