"""Sending a letter, changing what was sent by sending anew, and taking it back; with what is kept of each time."""

from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string

from consultation.actions.answering import look_again
from consultation.actions.confirming import ask_to_confirm
from consultation.actions.holding import hold
from consultation.actions.reacting import CLOSED, NOT_YOURS_NOW, SAID, draft_letter, mark_changed
from consultation.mails import RECEIVED, WITHDRAWN
from consultation.models import Letter, LetterState, Point, Submission
from consultation.models.submission import PointContent, RungContent, SubmissionContent
from consultation.receipts import mail_terms, next_steps, points_of
from consultation.senders import may_take_back, sender_of
from partners.ground import files, history, mail
from partners.ground.refusal import Refused

COUNTS_ALREADY = "Deze reactie telt al mee. Alleen de griffier of secretaris kan haar wijzigen of intrekken."
NOT_WITHDRAWN = "Deze reactie is niet ingetrokken. U kunt haar wijzigen."


@history.act("reactie verstuurd")
def send(
    *,
    letter,
    by,
    sharing,
    decided_on=None,
    decision_url="",
    decision_file=None,
    show_name=False,
):
    """Sends the draft of `letter`: gives it a number, keeps what it said, and mails a receipt. Returns the letter.

    Sending twice, also at the same moment, is sending once. The letter of a council or executive counts at once
    when `by` may confirm it, and else from when somebody does who may. Raises Refused.
    """
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    draft = letter.draft
    if draft is None:
        return letter
    if draft is not letter:  # those who still write in the changes have locked them
        Letter.objects.select_for_update().get(pk=draft.pk)
    letter.consultation = hold(letter.consultation)
    now = timezone.now()
    sender = sender_who_may_send(letter, by=by, at=now)
    points = finished_points(draft)
    if draft is not letter:
        replace_points(letter=letter, draft=draft, points=points)
    letter.decided_on, letter.decision_url = decided_on, decision_url
    if decision_file:  # what it was called on somebody's own computer says nothing, or too much
        name = f"besluiten/{get_random_string(24).lower()}.pdf"
        letter.decision_file = files.store(decision_file, name=name, content_type="application/pdf")
    letter.sharing = sharing
    letter.signed_name = by.name if show_name else ""
    mark_sent(letter, by=by, sender=sender, at=now)
    record_submission(letter)
    mail_receipt(RECEIVED, letter, to=by)
    if letter.waits:
        ask_to_confirm(letter)
    return letter


def sender_who_may_send(letter, *, by, at):
    """The Sender in whose name `by` may send `letter` at the moment `at`. Raises Refused when there is none."""
    if not letter.can_change(at):
        raise Refused(CLOSED)
    sender = sender_of(by, letter)
    if sender is None:
        raise Refused(NOT_YOURS_NOW)
    if letter.confirmed_at and sender.sender_kind.follows_a_decision and not sender.may_confirm:
        raise Refused(COUNTS_ALREADY)
    return sender


def finished_points(draft):
    """The points of `draft`, all of them finished. Raises Refused when one is not, and when there are none."""
    points = list(draft.points.with_subject().select_related("origin"))
    if not points or any(point.problem for point in points):
        raise Refused("Uw reactie is nog niet af.")
    return points


def replace_points(*, letter, draft, points):
    """Makes the sent points of `letter` those of `draft`, which ends. A changed point stays the same point.

    `points` are those of `draft`. Those who agreed with what was sent before agreed with other words.
    """
    kept = [point.origin_id for point in points if point.origin_id]
    letter.points.whole().exclude(pk__in=kept).delete()
    letter.points.filter(pk__in=kept).exclude(question=None).update(question=None)  # two may have changed places
    for point in points:
        if point.origin:
            replace_words(point.origin, changed=point)
    draft.points.filter(origin=None).update(letter=letter)
    letter.assents.all().delete()
    draft.assents.update(letter=letter)
    draft.delete()
    letter.refresh_from_db()


def replace_words(point, *, changed):
    """Lets a sent `point` say what `changed` says, its copy in a draft."""
    if any(getattr(point, name) != getattr(changed, name) for name in SAID):
        undo_handling(point)
    for name in SAID:
        setattr(point, name, getattr(changed, name))
    point.save()


def undo_handling(point):
    """Undoes what the secretariat did with words that change now: the split and the review of an answer to them."""
    look_again(point.answers.all(), act="de afzender wijzigde het punt")
    point.parts.all().delete()


def mark_sent(letter, *, by, sender, at):
    """Makes `letter` one that `by` sent in the name of `sender` at the moment `at`, and saves it.

    It counts at once, or when it is confirmed. What was sent back before is sent back no more.
    """
    counts = sender.may_confirm or not sender.sender_kind.follows_a_decision
    letter.state = LetterState.SENT
    letter.number = letter.number or next_number()
    letter.sent_at = at
    letter.confirmed_at = at if counts else None
    letter.confirmed_by = by if sender.may_confirm else None
    letter.returned_at, letter.return_remark = None, ""
    letter.save()


def record_submission(letter):
    """Keeps what a `letter` says that was sent just now."""
    sequence = letter.submissions.count() + 1
    Submission.objects.create(
        letter=letter,
        sequence=sequence,
        sent_at=letter.sent_at,
        decision_file=letter.decision_file,
        content=snapshot(letter),
    )


def next_number():
    """The next receipt number, RZ-2027-0417. A number that is not used after all stays out; none is given twice."""
    with connection.cursor() as cursor:
        cursor.execute("select nextval('consultation_receipt_number')")
        (count,) = cursor.fetchone()
    return f"RZ-{timezone.localdate().year}-{count:04}"


def snapshot(letter):
    """The SubmissionContent of `letter` now, in words that mean the same whatever changes later."""
    points = letter.points.whole().with_subject().with_rungs().select_related("wording__version")
    return SubmissionContent(
        sender=letter.sender,
        decided_on=letter.decided_on and letter.decided_on.isoformat(),
        decision_url=letter.decision_url,
        sharing=letter.sharing,
        points=[snapshot_of_point(point) for point in points],
    )


def snapshot_of_point(point):
    """The PointContent of `point` now."""
    wording = point.wording
    return PointContent(
        id=point.pk,
        subject=point.subject,
        code=wording.element.code if wording else None,
        version=wording.version.number if wording else None,
        question=point.question.text if point.question else None,
        quoted_text=point.quoted_text,
        kind=point.kind,
        text=point.text,
        proposal=point.proposal,
        proposes_deletion=point.proposes_deletion,
        is_minority=point.is_minority,
        minority_of=point.minority_of,
        adopted_from=[
            RungContent(sender=rung.letter.sender, sent_at=rung.letter.sent_at.isoformat()) for rung in point.rungs
        ],
    )


@history.act("reactie ingetrokken")
def withdraw(*, letter, by):
    """Takes back a sent letter while the consultation runs; it stays as a record and counts no more. Raises Refused."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    if letter.state == LetterState.WITHDRAWN:
        return letter
    if letter.state != LetterState.SENT or not hold(letter.consultation).is_open():
        raise Refused(CLOSED)
    if not may_take_back(by, letter):
        raise Refused(COUNTS_ALREADY)
    if letter.draft:
        letter.draft.delete()
    letter.state = LetterState.WITHDRAWN
    letter.withdrawn_at = timezone.now()
    letter.save()
    mail_receipt(WITHDRAWN, letter, to=by)
    return letter


@history.act("reactie opnieuw begonnen")
def begin_again(*, letter, by):
    """The draft of `by` in the name of a withdrawn `letter`, with its words. What was withdrawn stays as it was.

    What somebody began since stays too: only points that do not stand there yet come beside it, so that doing it twice
    is doing it once. Raises Refused.
    """
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    if letter.state != LetterState.WITHDRAWN:
        raise Refused(NOT_WITHDRAWN)
    consultation = hold(letter.consultation)
    if not consultation.is_open():
        raise Refused(CLOSED)
    sender = sender_of(by, letter)
    if sender is None:
        raise Refused(NOT_YOURS_NOW)
    draft = draft_letter(author=by, consultation=consultation, sender=sender, begun_at=timezone.now())
    held = list(draft.points.whole())
    stands = {(point.wording_id, point.question_id, point.fingerprint) for point in held}
    answered = {point.question_id for point in held if point.question_id}
    new = [
        Point(letter=draft, **{name: getattr(point, name) for name in SAID})
        for point in letter.points.whole().order_by("pk")
        if (point.wording_id, point.question_id, point.fingerprint) not in stands and point.question_id not in answered
    ]
    if new:
        Point.objects.bulk_create(new)
        mark_changed(draft)
    return draft


def mail_receipt(kind, letter, *, to):
    """Mails `to`, who acted, once the transaction holds."""
    newest = letter.submissions.first()
    points = points_of(newest)
    first_sent_at = letter.first_sent_at
    context = {
        "letter": letter,
        "what": "wijziging" if first_sent_at else "reactie",
        "terms": mail_terms(letter, point_count=len(points), first_sent_at=first_sent_at),
        "points": points,
        "steps": next_steps(letter),
        "pdf": reverse("consultation:receipt", args=[letter.pk, newest.sequence]),
    }
    mail.queue(kind, to=to.email, context=context)
