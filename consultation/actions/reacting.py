"""Writing in a letter that is not sent yet: its points, the answers to the questions, and changes to what was sent."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from consultation.actions.holding import hold
from consultation.actions.refusal import Overtaken
from consultation.models import Assent, Channel, Letter, LetterState, Point
from consultation.models.point import fingerprint
from partners.ground.refusal import Refused

CLOSED = "Deze consultatie neemt geen reacties meer aan."
SENT_MEANWHILE = "Uw reactie is intussen verstuurd. Kies daar eerst voor wijzigen."
REMOVED_MEANWHILE = "Dit punt is intussen verwijderd."
NOT_YOURS_NOW = (
    "Bij uw account staat niet meer dat u in deze hoedanigheid mag reageren. Vraag het regiobureau wat er is gewijzigd."
)

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
    "proposes_deletion",
    "adopted_from",
    "is_minority",
    "minority_of",
)


@transaction.atomic
def save_point(
    *, author, consultation, sender, wording, content, opened_at, form=None, pk=None, read="", autosaved=False
):
    """Saves a point on `wording` in the author's letter in the name of `sender`; begins that letter if need be.

    `content` holds what `PointForm.content` does. A form opened in time may be sent a little after closing, so
    `opened_at` counts. `form` is the key of the form: what it saved before, it saves again and not beside that, also
    when another name was chosen since. `pk` is the point that the form holds, if it knows. `read` and `autosaved` as
    for `write_point`. Raises Refused, of which Overtaken.
    """
    if not hold(consultation).accepts(started_at=opened_at):
        raise Refused(CLOSED)
    draft = draft_letter(author=author, consultation=consultation, sender=sender, begun_at=opened_at)
    if form:
        discard_stray_drafts(form=form, draft=draft)
    own = draft.points.filter(wording=wording)
    point = (form and own.filter(saved_in=form).first()) or (pk and own.filter(Q(pk=pk) | Q(origin=pk)).first())
    if not point:
        point = Point(letter=draft, wording=wording, quoted_text=wording.text)
    write_point(point, content=content, form=form, read=read, autosaved=autosaved)
    return point


def discard_stray_drafts(*, form, draft):
    """Takes what `form` saved out of other drafts than `draft`: its writer chose another name. An empty draft ends."""
    strays = Point.objects.filter(saved_in=form, wording__isnull=False, letter__state=LetterState.DRAFT)
    for stray in strays.exclude(letter=draft).select_related("letter"):
        left = Letter.objects.select_for_update().get(pk=stray.letter_id)
        stray.delete()
        if left.revises_id is None and not left.points.exists():
            left.delete()


@transaction.atomic
def change_point(*, point, content, form=None, read="", autosaved=False):
    """Changes what a point of a draft says; the arguments are those of `write_point`. Returns it. Raises Refused."""
    draft = lock_draft(point.letter_id)
    if not hold(draft.consultation).accepts(started_at=draft.created_at):
        raise Refused(CLOSED)
    point = draft.points.filter(pk=point.pk).first()
    if point is None:
        raise Refused(REMOVED_MEANWHILE)
    write_point(point, content=content, form=form, read=read, autosaved=autosaved)
    return point


def write_point(point, *, content, form, read, autosaved):
    """Writes `content` in a point of a draft that is locked. Raises Overtaken when that would lose words of somebody.

    `content` holds what `PointForm.content` does; `form` is the key of the form that saves it. `read` and `autosaved`
    as for `would_lose_words`.
    """
    words = fingerprint(**content)
    is_own = is_saved_by(point, form)
    # They stand there already, or the form did not change what it showed and what somebody else has changed since.
    if point.pk and (words == point.fingerprint or (words == read and not is_own)):
        return
    if point.pk and would_lose_words(point, form=form, read=read, autosaved=autosaved):
        raise Overtaken([point])
    for name, value in content.items():
        setattr(point, name, value)
    if form and point.wording_id:  # one form never makes two points
        point.letter.points.filter(saved_in=form).exclude(pk=point.pk).update(saved_in=None)
    point.saved_in = form
    point.save()
    mark_changed(point.letter)


def is_saved_by(point, form):
    """Whether the form with the key `form` is the one that saved `point` last."""
    return form is not None and point.saved_in == form


def would_lose_words(point, *, form, read, autosaved):
    """Whether saving would replace words of a saved `point` that its writer did not see.

    `read` is the fingerprint of what the form showed before. What the form itself saved since may be replaced, for
    the button can arrive before the answer to what was saved while typing. `autosaved` is what is saved while typing:
    that never replaces what its form did not show, because it can arrive after the button.
    """
    return point.fingerprint != read and (autosaved or not is_saved_by(point, form))


def mark_changed(draft):
    """Marks a draft as written in now. Whoever agreed with it agreed with other words."""
    draft.save(update_fields=["updated_at"])
    Assent.objects.filter(letter=draft).delete()


@transaction.atomic
def remove_point(*, point):
    """Takes a point out of a draft. Raises Refused."""
    draft = lock_draft(point.letter_id)
    draft.points.filter(pk=point.pk).delete()
    mark_changed(draft)


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
    `form` and `autosaved` as for `write_point`. Returns the draft. Raises Refused; after Overtaken none is saved.
    """
    if not hold(consultation).accepts(started_at=opened_at):
        raise Refused(CLOSED)
    draft = draft_letter(author=author, consultation=consultation, sender=sender, begun_at=opened_at)
    write_answers(draft, answers=answers, form=form, read=read, autosaved=autosaved)
    return draft


def write_answers(draft, *, answers, form, read, autosaved):
    """Writes `answers` in a draft that is locked, as for `save_answers`; the question None is about the whole.

    Raises Overtaken with all points that somebody else wrote; the caller's transaction then undoes the others.
    """
    written = {point.question_id: point for point in draft.points.whole().filter(wording__isnull=True)}
    overtaken = []
    for question, text in answers.items():
        point = written.get(question and question.pk, Point(letter=draft, question=question))
        shown = read[question] if read is not None else point.fingerprint
        try:
            write_answer_to_question(point, text=text, form=form, read=shown, autosaved=autosaved)
        except Overtaken as found:
            overtaken += found.points
    if overtaken:
        raise Overtaken(overtaken)


def write_answer_to_question(point, *, text, form, read, autosaved):
    """As `write_point` for the answer to a question, but an answer without text is no point at all."""
    if text:
        content = {"kind": "", "text": text, "proposal": ""}
        write_point(point, content=content, form=form, read=read, autosaved=autosaved)
    elif point.pk:
        empty_answer(point, form=form, read=read, autosaved=autosaved)


def empty_answer(point, *, form, read, autosaved):
    """Removes an answer of a draft that is locked. Raises Overtaken when that would lose words of somebody."""
    if read == fingerprint() and not is_saved_by(point, form):  # the form showed none, so it removes none
        return
    if would_lose_words(point, form=form, read=read, autosaved=autosaved):
        raise Overtaken([point])
    point.delete()
    mark_changed(point.letter)


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
    return copy_letter(letter, names=CARRIED, created_at=begun_at)


def copy_letter(letter, *, names, **others):
    """A draft that revises `letter`: with what it has as `names`, with `others`, and with all its points."""
    copy = Letter.objects.create(revises=letter, **{name: getattr(letter, name) for name in names}, **others)
    Point.objects.bulk_create(
        Point(letter=copy, origin=point, **{name: getattr(point, name) for name in SAID})
        for point in letter.points.whole().order_by("pk")
    )
    return copy


@transaction.atomic
def discard(*, letter):
    """Throws away what was not sent: the draft, or the changes to a sent letter."""
    letter = Letter.objects.select_for_update().filter(pk=letter.pk).first()
    if letter and letter.draft:
        letter.draft.delete()
