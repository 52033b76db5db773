"""Sending a letter, changing what was sent by sending anew, and taking it back; with what is kept of each time."""

from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string

from consultation.actions.answering import look_again
from consultation.actions.holding import hold
from consultation.actions.joining import ask_who_joined, gather_joins, keep_joins, tell_who_joined
from consultation.actions.reacting import CLOSED, NOT_YOURS_NOW, SAID, draft_letter, mark_changed
from consultation.actions.together.bringing_back import set_aside
from consultation.actions.together.confirming import ask_to_confirm
from consultation.actions.together.recording import HANDS, record
from consultation.actions.together.telling import DAYS, post, readers_of
from consultation.authorship import named
from consultation.mails import GROUP_RECEIPT, OWN_RECEIPT, RECEIVED, WITHDRAWN
from consultation.models import GroupActKind, Letter, LetterState, Point, Submission
from consultation.models.point_words import folded, same_words
from consultation.models.submission import PointContent, RungContent, SubmissionContent
from consultation.receipts import mail_terms, next_steps, points_of, received
from consultation.senders import may_withdraw, sender_of
from partners.ground import files, history
from partners.ground.refusal import Refused

COUNTS_ALREADY = "Deze reactie telt al mee. Alleen de griffier of secretaris kan die wijzigen of intrekken."
NOT_WITHDRAWN = "Deze reactie is niet ingetrokken. U kunt die wijzigen."
NOT_YOURS_TO_WITHDRAW = "Hierin schreven ook anderen. Alleen de griffier of secretaris kan deze reactie intrekken."
CHANGED_MEANWHILE = (
    "Iemand van uw groep heeft de reactie intussen gewijzigd. Lees de reactie opnieuw en verstuur die dan."
)


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
    read=None,
):
    """Sends the draft of `letter`: gives it a number, keeps what it said, and mails a receipt. Returns the letter.

    Sending twice, also at the same moment, is sending once, and the same words and choices sent again are no new
    version; `read` is what `as_read` said of the letter that was read, if known. The letter of a council or executive
    counts at once when `by` may confirm it, and else from when somebody does who may. Raises Refused.
    """
    letter = Letter.objects.select_for_update().still_there(letter)
    signed_name = by.name if show_name else ""
    chosen = {"decided_on": decided_on, "decision_url": decision_url, "sharing": sharing, "signed_name": signed_name}
    chooses = bool(decision_file) or any(getattr(letter, name) != value for name, value in chosen.items())
    if not is_to_be_sent(letter, chooses=chooses, read=read):
        return letter
    letter.consultation = hold(letter.consultation)
    now = timezone.now()
    sender = sender_who_may_send(letter, by=by, at=now)
    if not take_changes(letter) and not chooses:
        return letter
    for name, value in chosen.items():
        setattr(letter, name, value)
    if decision_file:  # what it was called on somebody's own computer says nothing, or too much
        name = f"besluiten/{get_random_string(24).lower()}.pdf"
        letter.decision_file = files.store(decision_file, name=name, content_type="application/pdf")
    mark_sent(letter, by=by, sender=sender, at=now)
    record_submission(letter)
    record(letter, by=by, act=GroupActKind.SENT)
    mail_receipt(letter, by=by)
    if letter.waits:
        ask_to_confirm(letter)
    if letter.confirmed_at:
        ask_who_joined(letter)
    return letter


def is_to_be_sent(letter, *, chooses, read):
    """Whether there is anything to send of `letter`: a draft, or for what was sent another choice (`chooses`).

    `read` as for `send`. Raises Refused when somebody of the group changed what was read.
    """
    is_as_read = read in (None, letter.as_read)
    if letter.draft is None:
        return chooses and letter.state == LetterState.SENT and is_as_read
    if letter.is_shared and not is_as_read:
        raise Refused(CHANGED_MEANWHILE)
    return True


def take_changes(letter):
    """Lets `letter`, which is locked, say what its draft says. Returns whether that is anything new, in words.

    Raises Refused when that is not finished.
    """
    draft = letter.draft
    if draft not in (None, letter):  # those who still write in the changes have locked them
        Letter.objects.select_for_update().get(pk=draft.pk)
    points = finished_points(draft or letter)
    if draft in (None, letter):
        return draft is letter
    is_new = says_otherwise(letter, points)
    replace_points(letter=letter, draft=draft, points=points)
    return is_new


def says_otherwise(letter, points):
    """Whether `points`, those of its changes, say anything else than what was sent of `letter`, in words."""
    if {point.origin_id for point in points} != set(letter.points.whole().values_list("pk", flat=True)):
        return True
    return any(differs(point.origin, point) for point in points)


def differs(point, changed):
    """Whether a sent `point` says something else than `changed`, in words."""
    return any(folded(getattr(point, name)) != folded(getattr(changed, name)) for name in SAID)


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
    sent = letter.points.whole().select_for_update()  # so that nobody joins one meanwhile
    gone = [point.pk for point in sent if point.pk not in kept]
    take_away(letter.points.filter(pk__in=gone), letter=letter)
    letter.points.filter(pk__in=kept).exclude(question=None).update(question=None)  # two may have changed places
    for point in points:
        if point.origin:
            replace_words(point.origin, changed=point)
            point.group_acts.update(point=point.origin)
    draft.points.filter(origin=None).update(letter=letter)
    letter.assents.all().delete()
    draft.assents.update(letter=letter)
    draft.delete()
    letter.refresh_from_db()


def take_away(points, *, letter):
    """Deletes `points`, a query, of a sent `letter`, and tells those who joined them."""
    if letter.confirmed_at:
        tell_who_joined(letter, what="weg", points=points)
    Point.objects.filter(origin__in=points, letter__state=LetterState.SET_ASIDE).update(origin=None)
    points.delete()


def replace_words(point, *, changed):
    """Lets a sent `point` say what its copy `changed` says; joins stay with the words they were given to."""
    is_changed, said = differs(point, changed), point.words
    if is_changed:
        gather_joins(point)
        undo_handling(point)
    for name in (*SAID, *HANDS):
        setattr(point, name, getattr(changed, name))
    point.save()
    if not same_words(said, point.words):
        keep_joins(point, said=said)


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
    """Takes back a sent letter while the consultation runs; it stays as a record and counts no more.

    It can be brought back for a while, and so can the changes to it. Raises Refused.
    """
    letter = Letter.objects.select_for_update().still_there(letter)
    if letter.state == LetterState.WITHDRAWN:
        return letter
    if letter.state != LetterState.SENT or not hold(letter.consultation).is_open():
        raise Refused(CLOSED)
    if not may_withdraw(by, letter):
        raise Refused(COUNTS_ALREADY if letter.confirmed_at else NOT_YOURS_TO_WITHDRAW)
    if letter.draft:
        set_aside(letter.draft)
    letter.state = LetterState.WITHDRAWN
    letter.withdrawn_at = timezone.now()
    letter.save()
    record(letter, by=by, act=GroupActKind.WITHDREW)
    post(
        WITHDRAWN,
        letter,
        to=readers_of(letter, acted=by),
        by=named(by),
        days=DAYS,
    )
    if letter.confirmed_at:
        tell_who_joined(letter, what="weg")
    return letter


@history.act("reactie opnieuw begonnen")
def begin_again(*, letter, by):
    """The draft of `by` in the name of a withdrawn `letter`, with its words. What was withdrawn stays as it was.

    What somebody began since stays too: only points that do not stand there yet come beside it, so that doing it twice
    is doing it once. Raises Refused.
    """
    letter = Letter.objects.select_for_update().still_there(letter)
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
        Point(letter=draft, **{name: getattr(point, name) for name in (*SAID, *HANDS)})
        for point in letter.points.whole().order_by("pk")
        if (point.wording_id, point.question_id, point.fingerprint) not in stands and point.question_id not in answered
    ]
    if new:
        Point.objects.bulk_create(new)
        record(draft, by=by, act=GroupActKind.BROUGHT_BACK)
        mark_changed(draft)
    return draft


def mail_receipt(letter, *, by):
    """Mails what was sent to whoever sent it and to the group, but not to those who are asked to confirm it."""
    newest = letter.submissions.first()
    points = points_of(newest)
    first_sent_at = letter.first_sent_at
    what = "wijziging" if first_sent_at else "reactie"
    asked = {mandate.user_id for mandate in letter.confirmers} if letter.waits else set()
    whose = letter.in_name_of if letter.is_shared else ""
    post(
        RECEIVED,
        letter,
        to=[reader for reader in readers_of(letter, acted=by) if reader.pk not in asked],
        received=received(what, whose),
        reason=GROUP_RECEIPT if letter.is_shared else OWN_RECEIPT,
        by=named(by),
        terms=mail_terms(letter, point_count=len(points), first_sent_at=first_sent_at),
        points=points,
        steps=next_steps(letter),
        pdf=reverse("consultation:receipt", args=[letter.pk, newest.sequence]),
    )
