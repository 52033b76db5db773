"""Writing a reaction, sending it, changing it and taking it back."""

from django.db import connection, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string

from consultation.actions.answering import look_again
from consultation.actions.confirming import ask_to_confirm
from consultation.actions.holding import hold
from consultation.actions.refusal import Overtaken, Refused
from consultation.models import Assent, Channel, Letter, LetterState, Point, Sharing, Submission
from consultation.models.point import fingerprint
from consultation.receipts import next_steps, points_of
from consultation.senders import may_take_back, sender_of
from partners.ground import mail

CLOSED = "Deze consultatie neemt geen reacties meer aan."
SENT_MEANWHILE = "Uw reactie is intussen verstuurd. Kies daar eerst voor wijzigen."
REMOVED_MEANWHILE = "Dit punt is intussen verwijderd."
NOT_YOURS_NOW = (
    "Bij uw account staat niet meer dat u in deze hoedanigheid mag reageren. Vraag het regiobureau wat er is gewijzigd."
)
COUNTS_ALREADY = "Deze reactie telt al mee. Alleen de griffier of secretaris kan haar wijzigen of intrekken."

# What a change of a letter begins with, and what may change in a point of it.
CARRIED = (
    "consultation",
    "author",
    "body",
    "sender_kind",
    "capacity",
    "party_group",
    "decided_on",
    "decision_url",
    "sharing",
    "signed_name",
)
SAID = (
    "wording",
    "question",
    "quoted_text",
    "kind",
    "text",
    "proposal",
    "adopted_from",
    "is_minority",
    "minority_of",
)


@transaction.atomic
def save_point(
    *, author, consultation, sender, wording, content, opened_at, form=None, pk=None, read="", autosaved=False
):
    """Saves a point on `wording` in the author's letter in the name of `sender`; begins that letter if need be.

    `content` holds kind, text and proposal. A form opened in time may be sent a little after closing, so
    `opened_at` counts. `form` is the key of the form: what it saved before, it saves again and not beside that, also
    when another name was chosen since. `pk` is the point that the form holds, if it knows. `read` and `autosaved` as
    for `put`. Raises Refused, of which Overtaken.
    """
    if not hold(consultation).accepts(started_at=opened_at):
        raise Refused(CLOSED)
    draft = draft_letter(author=author, consultation=consultation, sender=sender, begun_at=opened_at)
    if form:
        leave(form=form, draft=draft)
    own = draft.points.filter(wording=wording)
    point = (form and own.filter(saved_in=form).first()) or (pk and own.filter(Q(pk=pk) | Q(origin=pk)).first())
    if not point:
        point = Point(letter=draft, wording=wording, quoted_text=wording.text)
    put(point, content=content, form=form, read=read, autosaved=autosaved)
    return point


def leave(*, form, draft):
    """Takes what `form` saved out of other drafts than `draft`: its writer chose another name. An empty draft ends."""
    strays = Point.objects.filter(saved_in=form, wording__isnull=False, letter__state=LetterState.DRAFT)
    for stray in strays.exclude(letter=draft).select_related("letter"):
        left = Letter.objects.select_for_update().get(pk=stray.letter_id)
        stray.delete()
        if left.revises_id is None and not left.points.exists():
            left.delete()


@transaction.atomic
def change_point(*, point, content, form=None, read="", autosaved=False):
    """Changes what a point of a draft says; the arguments are those of `put`. Returns it. Raises Refused."""
    draft = lock_draft(point.letter_id)
    if not hold(draft.consultation).accepts(started_at=draft.created_at):
        raise Refused(CLOSED)
    point = draft.points.filter(pk=point.pk).first()
    if point is None:
        raise Refused(REMOVED_MEANWHILE)
    put(point, content=content, form=form, read=read, autosaved=autosaved)
    return point


def put(point, *, content, form, read, autosaved):
    """Writes `content` in a point of a draft that is locked. Raises Overtaken when that would lose words of somebody.

    `read` is the fingerprint of what the form showed before. What the form itself saved since may be replaced, for
    the button can arrive before the answer to what was saved while typing. `autosaved` is what is saved while typing:
    that never replaces what its form did not show, because it can arrive after the button.
    """
    said, mine = point.fingerprint, fingerprint(**content)
    is_own = form is not None and point.saved_in == form
    if point.pk and (mine == said or (mine == read and not is_own)):
        return
    if point.pk and said != read and (autosaved or not is_own):
        raise Overtaken([point])
    for name, value in content.items():
        setattr(point, name, value)
    if form and point.wording_id:
        point.letter.points.filter(saved_in=form).exclude(pk=point.pk).update(saved_in=None)
    point.saved_in = form
    point.save()
    touch(point.letter)


def touch(draft):
    """Marks a draft as written in now. Whoever agreed with it agreed with other words."""
    draft.save(update_fields=["updated_at"])
    Assent.objects.filter(letter=draft).delete()


@transaction.atomic
def remove_point(*, point):
    """Takes a point out of a draft. Raises Refused."""
    draft = lock_draft(point.letter_id)
    draft.points.filter(pk=point.pk).delete()
    touch(draft)


def lock_draft(pk):
    """The draft, which nobody else can change or send until the end of the transaction. Raises Refused when it was."""
    draft = Letter.objects.select_for_update().filter(pk=pk, state=LetterState.DRAFT).first()
    if draft is None:
        raise Refused(SENT_MEANWHILE)
    return draft


@transaction.atomic
def save_answers(*, author, consultation, sender, answers, opened_at, form=None, read=None, autosaved=False):
    """Makes `answers`, a text per question, those of the author's letter in the name of `sender`; "" removes one.

    `read` holds per question the fingerprint of the answer that the form showed; without it every answer is new.
    `form` and `autosaved` as for `put`. Returns the draft. Raises Refused, of which Overtaken: then none is saved.
    """
    if not hold(consultation).accepts(started_at=opened_at):
        raise Refused(CLOSED)
    draft = draft_letter(author=author, consultation=consultation, sender=sender, begun_at=opened_at)
    written = {point.question_id: point for point in draft.points.whole().filter(question__isnull=False)}
    overtaken = []
    for question, text in answers.items():
        point = written.get(question.pk, Point(letter=draft, question=question))
        shown = read[question] if read is not None else point.fingerprint
        try:
            put_answer(point, text=text, form=form, read=shown, autosaved=autosaved)
        except Overtaken as found:
            overtaken += found.points
    if overtaken:
        raise Overtaken(overtaken)
    return draft


def put_answer(point, *, text, form, read, autosaved):
    """As `put`, but an answer without text is no point at all."""
    if text or not point.pk:
        if text:
            put(point, content={"kind": "", "text": text, "proposal": ""}, form=form, read=read, autosaved=autosaved)
        return
    is_own = form is not None and point.saved_in == form
    if read == fingerprint() and not is_own:
        return
    if point.fingerprint != read and (autosaved or not is_own):
        raise Overtaken([point])
    point.delete()
    touch(point.letter)


def draft_letter(*, author, consultation, sender, begun_at):
    """The author's letter that can be written in: the draft, the changes to what was sent, or a new one.

    A new one counts as begun at `begun_at`. Locks the letter until the end of the transaction.
    """
    letter, _ = (
        Letter.objects.standing()
        .select_for_update()
        .get_or_create(
            consultation=consultation,
            body=sender.mandate.body,
            sender_kind=sender.sender_kind,
            revises=None,
            channel=Channel.SITE,
            **({"party_group": sender.party_group} if sender.sender_kind.is_shared else {"author": author}),
            defaults={
                "author": author,
                "created_at": begun_at,
                "capacity": sender.mandate.get_capacity_display(),
                "party_group": sender.party_group,
            },
        )
    )
    return letter.draft or begin_changes(letter=letter, begun_at=begun_at)


@transaction.atomic
def begin_changes(*, letter, begun_at=None):
    """A copy of a sent letter to change, begun at `begun_at` or now. What was sent stays until the copy is sent.

    Raises Refused.
    """
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    if letter.draft:
        return letter.draft
    begun_at = begun_at or timezone.now()
    if letter.state == LetterState.WITHDRAWN or not hold(letter.consultation).accepts(started_at=begun_at):
        raise Refused(CLOSED)
    return copy_of(letter, names=CARRIED, created_at=begun_at)


def copy_of(letter, *, names, **others):
    """A draft that revises `letter`: with what it has as `names`, with `others`, and with all its points."""
    copy = Letter.objects.create(revises=letter, **{name: getattr(letter, name) for name in names}, **others)
    Point.objects.bulk_create(
        Point(letter=copy, origin=point, **{name: getattr(point, name) for name in SAID})
        for point in letter.points.whole().order_by("pk")
    )
    return copy


@transaction.atomic
def send(
    *,
    letter,
    by,
    decided_on=None,
    decision_url="",
    decision_file=None,
    sharing=Sharing.PUBLIC,
    show_name=False,
):
    """Sends the draft of `letter`: gives it a number, keeps what it said, and mails a receipt. Returns the letter.

    Sending twice, also at the same moment, is sending once. The letter of a council or executive counts at once
    when `by` is who may confirm it, and else from when that person does. Raises Refused.
    """
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    draft = letter.draft
    if draft is None:
        return letter
    if draft is not letter:  # who still writes in the changes has locked them
        Letter.objects.select_for_update().get(pk=draft.pk)
    letter.consultation = hold(letter.consultation)
    now = timezone.now()
    if not letter.can_change(now):
        raise Refused(CLOSED)
    sender = sender_of(by, letter)
    if sender is None:
        raise Refused(NOT_YOURS_NOW)
    if letter.confirmed_at and sender.sender_kind.follows_a_decision and not sender.may_confirm:
        raise Refused(COUNTS_ALREADY)
    points = list(draft.points.with_subject().select_related("origin"))
    if not points or any(point.problem for point in points):
        raise Refused("Uw reactie is nog niet af.")
    if draft is not letter:
        take_over(letter=letter, draft=draft, points=points)
    counts = sender.may_confirm or not sender.sender_kind.follows_a_decision
    letter.state = LetterState.SENT
    letter.number = letter.number or next_number()
    letter.sent_at = now
    letter.confirmed_at = letter.sent_at if counts else None
    letter.confirmed_by = by if sender.may_confirm else None
    letter.returned_at, letter.return_remark = None, ""
    letter.decided_on, letter.decision_url = decided_on, decision_url
    if decision_file:  # what it was called on somebody's own computer says nothing, or too much
        letter.decision_file.save(f"{get_random_string(24).lower()}.pdf", decision_file, save=False)
    letter.sharing = sharing
    letter.signed_name = by.name if show_name else ""
    letter.save()
    Submission.objects.create(
        letter=letter, sequence=letter.submissions.count() + 1, sent_at=letter.sent_at, content=snapshot(letter)
    )
    what = "wijziging" if letter.first_sent_at else "reactie"
    mail_receipt(
        letter,
        to=by,
        subject=f"Ontvangstbewijs {letter.number}: uw {what} is ontvangen",
        text="consultation/email/received.txt",
        html="consultation/email/received.html",
    )
    if letter.waits:
        ask_to_confirm(letter)
    return letter


def take_over(*, letter, draft, points):
    """Makes the sent points of `letter` those of `draft`, which ends. A changed point stays the same point."""
    kept = [point.origin_id for point in points if point.origin_id]
    letter.points.whole().exclude(pk__in=kept).delete()
    letter.points.filter(pk__in=kept).exclude(question=None).update(question=None)  # two may have changed places
    for point in points:
        if origin := point.origin:
            if any(getattr(origin, name) != getattr(point, name) for name in SAID):
                begin_again(origin)
            for name in SAID:
                setattr(origin, name, getattr(point, name))
            origin.save()
    draft.points.filter(origin=None).update(letter=letter)
    letter.assents.all().delete()
    draft.assents.update(letter=letter)
    draft.delete()
    letter.refresh_from_db()


def begin_again(point):
    """Undoes what the secretariat did with words that change now: the split and the review of an answer to them."""
    look_again(point.answers.all(), act="de afzender wijzigde het punt")
    point.parts.all().delete()


def next_number():
    """The next receipt number, RZ-2027-0417. A number that is not used after all stays out; none is given twice."""
    with connection.cursor() as cursor:
        cursor.execute("select nextval('consultation_receipt_number')")
        (count,) = cursor.fetchone()
    return f"RZ-{timezone.localdate().year}-{count:04}"


def snapshot(letter):
    """What the letter says now, in words that mean the same whatever changes later."""
    return {
        "sender": letter.sender,
        "decided_on": letter.decided_on and letter.decided_on.isoformat(),
        "decision_url": letter.decision_url,
        "decision_file": letter.decision_file.name,
        "sharing": letter.sharing,
        "points": [
            {
                "id": point.pk,
                "subject": point.subject,
                "code": point.wording.element.code if point.wording else None,
                "version": point.wording.version.number if point.wording else None,
                "question": point.question.text if point.question else None,
                "quoted_text": point.quoted_text,
                "kind": point.kind,
                "text": point.text,
                "proposal": point.proposal,
                "is_minority": point.is_minority,
                "minority_of": point.minority_of,
                "adopted_from": [
                    {"sender": rung.letter.sender, "sent_at": rung.letter.sent_at.isoformat()} for rung in point.rungs
                ],
            }
            for point in letter.points.whole().with_subject().with_rungs().select_related("wording__version")
        ],
    }


@transaction.atomic
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
    mail_receipt(
        letter,
        to=by,
        subject=f"Uw reactie {letter.number} is ingetrokken",
        text="consultation/email/withdrawn.txt",
        html="consultation/email/withdrawn.html",
    )
    return letter


@transaction.atomic
def discard(*, letter):
    """Throws away what was not sent: the draft, or the changes to a sent letter."""
    letter = Letter.objects.select_for_update().filter(pk=letter.pk).first()
    if letter and letter.draft:
        letter.draft.delete()


def mail_receipt(letter, *, to, subject, text, html):
    """Mails `to`, who acted, once the transaction holds. A mail server that fails does not undo what was done."""
    newest = letter.submissions.first()
    context = {
        "letter": letter,
        "points": points_of(newest),
        "first_sent_at": letter.first_sent_at,
        "steps": next_steps(letter),
        "pdf": reverse("consultation:receipt", args=[letter.pk, newest.sequence]),
    }
    message = mail.message(to=to.email, subject=subject, text=text, html=html, context=context)
    transaction.on_commit(message.send, robust=True)
