"""Writing a reaction, sending it, changing it and taking it back."""

from django.db import connection, transaction
from django.utils import timezone

from consultation.actions.refusal import Refused
from consultation.models import Level, Point, Response, ResponseState, Submission
from consultation.senders import senders
from partners import mail

CLOSED = "Deze consultatie neemt geen reacties meer aan."
SENT_MEANWHILE = "Uw reactie is intussen verstuurd. Kies daar eerst voor wijzigen."
NOT_YOURS_NOW = (
    "Bij uw account staat niet meer dat u in deze hoedanigheid mag reageren. Vraag het regiobureau wat er is gewijzigd."
)


@transaction.atomic
def save_point(*, author, consultation, sender, wording, content, opened_at):
    """Adds a point on `wording` to the author's letter in the name of `sender`; begins that letter if need be.

    `content` holds kind, text and proposal. A form opened in time may be sent a little after closing, so
    `opened_at` counts. Raises Refused.
    """
    if not consultation.accepts(started_at=opened_at):
        raise Refused(CLOSED)
    draft = draft_letter(author=author, consultation=consultation, sender=sender, begun_at=opened_at)
    draft.save()
    return draft.points.create(wording=wording, quoted_text=wording.text, **content)


@transaction.atomic
def change_point(*, point, content):
    """Changes what a point of a draft says. Raises Refused."""
    draft = lock_draft(point.response_id)
    draft.points.filter(pk=point.pk).update(**content, updated_at=timezone.now())
    draft.save()


@transaction.atomic
def remove_point(*, point):
    """Takes a point out of a draft. Raises Refused."""
    draft = lock_draft(point.response_id)
    draft.points.filter(pk=point.pk).delete()
    draft.save()


def lock_draft(pk):
    """The draft, which nobody else can change or send until the end of the transaction. Raises Refused when it was."""
    draft = Response.objects.select_for_update().filter(pk=pk, state=ResponseState.DRAFT).first()
    if draft is None:
        raise Refused(SENT_MEANWHILE)
    return draft


@transaction.atomic
def save_answers(*, author, consultation, sender, answers, opened_at):
    """Makes `answers`, a text per question, those of the author's letter in the name of `sender`; "" removes one.

    Returns the draft. Raises Refused.
    """
    if not consultation.accepts(started_at=opened_at):
        raise Refused(CLOSED)
    draft = draft_letter(author=author, consultation=consultation, sender=sender, begun_at=opened_at)
    draft.save()
    for question, text in answers.items():
        if text:
            draft.points.update_or_create(question=question, defaults={"text": text})
        else:
            draft.points.filter(question=question).delete()
    return draft


def draft_letter(*, author, consultation, sender, begun_at):
    """The author's letter that can be written in: the draft, the changes to what was sent, or a new one.

    A new one counts as begun at `begun_at`. Locks the letter until the end of the transaction.
    """
    party_group = sender.mandate.party_group if sender.level == Level.PARTY_GROUP else ""
    letter, _ = (
        Response.objects.standing()
        .select_for_update()
        .get_or_create(
            consultation=consultation,
            body=sender.mandate.body,
            level=sender.level,
            revises=None,
            **({"party_group": party_group} if sender.level.is_shared else {"author": author}),
            defaults={
                "author": author,
                "created_at": begun_at,
                "capacity": sender.mandate.get_capacity_display(),
                "party_group": party_group,
            },
        )
    )
    return letter.draft or begin_changes(letter=letter, begun_at=begun_at)


@transaction.atomic
def begin_changes(*, letter, begun_at=None):
    """A copy of a sent letter to change, begun at `begun_at` or now. What was sent stays until the copy is sent.

    Raises Refused.
    """
    letter = Response.objects.select_for_update().get(pk=letter.pk)
    if letter.draft:
        return letter.draft
    begun_at = begun_at or timezone.now()
    if letter.state == ResponseState.WITHDRAWN or not letter.consultation.accepts(started_at=begun_at):
        raise Refused(CLOSED)
    copy = Response.objects.create(
        revises=letter,
        created_at=begun_at,
        **{
            name: getattr(letter, name)
            for name in (
                "consultation",
                "author",
                "body",
                "level",
                "capacity",
                "party_group",
                "decided_on",
                "decision_url",
            )
        },
    )
    Point.objects.bulk_create(
        Point(
            response=copy,
            origin=point,
            **{
                name: getattr(point, name)
                for name in ("wording", "question", "quoted_text", "kind", "text", "proposal")
            },
        )
        for point in letter.points.order_by("pk")
    )
    return copy


@transaction.atomic
def send(*, letter, decided_on=None, decision_url=""):
    """Sends the draft of `letter`: gives it a number, keeps what it said, and mails a receipt. Returns the letter.

    Sending twice, also at the same moment, is sending once. Raises Refused.
    """
    letter = Response.objects.select_for_update().get(pk=letter.pk)
    draft = letter.draft
    if draft is None:
        return letter
    if not letter.can_change():
        raise Refused(CLOSED)
    if not any(sender.fits(letter) for sender in senders(letter.author)):
        raise Refused(NOT_YOURS_NOW)
    points = list(draft.points.with_subject().select_related("origin"))
    if not points or any(point.problem for point in points):
        raise Refused("Uw reactie is nog niet af.")
    if draft is not letter:
        take_over(letter=letter, draft=draft, points=points)
    letter.state = ResponseState.SENT
    letter.number = letter.number or next_number()
    letter.sent_at = letter.confirmed_at = timezone.now()
    letter.decided_on = decided_on
    letter.decision_url = decision_url
    letter.save()
    Submission.objects.create(
        response=letter, sequence=letter.submissions.count() + 1, sent_at=letter.sent_at, content=snapshot(letter)
    )
    what = "wijziging" if letter.first_sent_at else "reactie"
    mail_author(
        letter,
        subject=f"Ontvangstbewijs {letter.number}: uw {what} is ontvangen",
        text="consultation/email/received.txt",
        html="consultation/email/received.html",
    )
    return letter


def take_over(*, letter, draft, points):
    """Makes the sent points of `letter` those of `draft`, which ends. A changed point stays the same point."""
    kept = []
    for point in points:
        if origin := point.origin:
            origin.kind, origin.text, origin.proposal = point.kind, point.text, point.proposal
            origin.save()
            kept.append(origin.pk)
    letter.points.exclude(pk__in=kept).delete()
    draft.points.filter(origin=None).update(response=letter)
    draft.delete()
    letter.refresh_from_db()


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
        "points": [
            {
                "id": point.pk,
                "code": point.wording.element.code if point.wording else None,
                "version": point.wording.version.number if point.wording else None,
                "question": point.question.text if point.question else None,
                "quoted_text": point.quoted_text,
                "kind": point.kind,
                "text": point.text,
                "proposal": point.proposal,
            }
            for point in letter.points.with_subject().select_related("wording__version")
        ],
    }


@transaction.atomic
def withdraw(*, letter):
    """Takes back a sent letter while the consultation runs; it stays as a record and counts no more. Raises Refused."""
    letter = Response.objects.select_for_update().get(pk=letter.pk)
    if letter.state == ResponseState.WITHDRAWN:
        return letter
    if letter.state != ResponseState.SENT or not letter.consultation.is_open():
        raise Refused(CLOSED)
    if letter.draft:
        letter.draft.delete()
    letter.state = ResponseState.WITHDRAWN
    letter.withdrawn_at = timezone.now()
    letter.save()
    mail_author(
        letter,
        subject=f"Uw reactie {letter.number} is ingetrokken",
        text="consultation/email/withdrawn.txt",
        html="consultation/email/withdrawn.html",
    )
    return letter


@transaction.atomic
def discard(*, letter):
    """Throws away what was not sent: the draft, or the changes to a sent letter."""
    letter = Response.objects.select_for_update().filter(pk=letter.pk).first()
    if letter and letter.draft:
        letter.draft.delete()


def mail_author(letter, *, subject, text, html):
    """Mails the author once the transaction holds. A mail server that fails does not undo what was done."""
    context = {"letter": letter, "point_count": letter.points.count(), "first_sent_at": letter.first_sent_at}
    message = mail.message(to=letter.author.email, subject=subject, text=text, html=html, context=context)
    transaction.on_commit(message.send, robust=True)
