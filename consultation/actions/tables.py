"""Sessions at tables: how many there are, and what each reports."""

from django.db import transaction
from django.utils import timezone

from consultation.models import (
    Attendance,
    Channel,
    DiscussionTable,
    Letter,
    LetterState,
    SenderKind,
    TableSession,
)
from partners.ground.refusal import Refused

NOT_OPEN = "Deze tafel neemt nu geen verslag aan."


class SavedMeanwhile(Refused):
    """Somebody else at the table saved since this page was opened; `letter` holds what they wrote."""

    def __init__(self, letter):
        super().__init__("Iemand anders van uw tafel heeft intussen opgeslagen.")
        self.letter = letter


@transaction.atomic
def set_up_tables(*, session, count):
    """Gives `session` tables up to number `count`; none is taken away. Returns how many were new."""
    session = TableSession.objects.select_for_update().get(pk=session.pk)
    numbers = set(session.tables.values_list("number", flat=True))
    new = [DiscussionTable(session=session, number=number) for number in range(1, count + 1) if number not in numbers]
    return len(DiscussionTable.objects.bulk_create(new))


@transaction.atomic
def report(*, table, answers, attendance, read):
    """Keeps what was said at `table`, unchecked: a text per question, None for the whole.

    `attendance` is a list of (sort, count).
    `read` says which state the reporter saw, as `state_of` tells it. Raises Refused, of which SavedMeanwhile.
    """
    table = DiscussionTable.objects.select_for_update(of=["self"]).select_related("session").get(pk=table.pk)
    session = table.session
    letter = Letter.objects.filter(table=table).first()
    if not session.opens_at <= timezone.now() < session.closes_at or (letter and letter.state != LetterState.DRAFT):
        raise Refused(NOT_OPEN)
    if read != state_of(letter):
        raise SavedMeanwhile(letter)
    if letter is None:
        letter = Letter(
            consultation_id=session.consultation_id,
            table=table,
            sender_kind=SenderKind.TABLE,
            channel=Channel.TABLE,
            received_on=timezone.localdate(),
        )
    letter.save()
    for question, text in answers.items():
        if text:
            letter.points.update_or_create(question=question, wording=None, defaults={"text": text})
        else:
            letter.points.filter(question=question, wording=None).delete()
    table.attendance.all().delete()
    Attendance.objects.bulk_create(Attendance(table=table, sort=sort, count=count) for sort, count in attendance)
    return letter


def state_of(letter):
    """A text that differs after each save; "" when nothing was saved."""
    return letter.updated_at.isoformat() if letter else ""
