"""Writing in a letter that is not sent yet: its points, the answers to the questions, and changes to what was sent."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from consultation.actions.holding import hold
from consultation.actions.refusal import Overtaken
from consultation.actions.together.recording import HANDS, record, sign, words_of
from consultation.authorship import is_of_others
from consultation.models import Assent, Channel, GroupActKind, Letter, LetterState, Point
from consultation.models.point_words import fingerprint
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
        discard_stray_drafts(form=form, draft=draft, by=author)
    own = draft.points.filter(wording=wording)
    point = (form and own.filter(saved_in=form).first()) or (pk and own.filter(Q(pk=pk) | Q(origin=pk)).first())
    if not point:
        point = Point(letter=draft, wording=wording, quoted_text=wording.text)
    write_point(point, by=author, content=content, form=form, read=read, autosaved=autosaved)
    return point


def discard_stray_drafts(*, form, draft, by):
    """Takes what `form` saved out of other drafts than `draft`: its writer chose another name. An empty draft ends."""
    strays = Point.objects.filter(saved_in=form, wording__isnull=False, letter__state=LetterState.DRAFT)
    for stray in strays.exclude(letter=draft).select_related("letter"):
        left = Letter.objects.select_for_update().get(pk=stray.letter_id)
        take_out(stray, by=by)
        if left.revises_id is None and not left.points.exists():
            left.delete()


@transaction.atomic
def change_point(*, letter, pk, by, content, opened_at, form=None, read="", autosaved=False):
    """Changes what the point `pk` of `letter` says, and returns it; what was sent gets changes first.

    Those begin with the first changed word: a point that says the same is returned as it is. A form opened in time,
    at `opened_at`, begins them a little after closing too. The other arguments are those of `write_point`. Raises
    Refused.
    """
    letter = Letter.objects.select_for_update().still_there(letter)
    draft = letter.draft
    if draft is None:
        sent = standing_point(letter, pk)
        if sent.fingerprint == fingerprint(**content):
            return sent
        draft = begin_changes(letter=letter, begun_at=opened_at)
    draft = lock_draft(draft.pk)
    if not hold(draft.consultation).accepts(started_at=draft.created_at):
        raise Refused(CLOSED)
    point = standing_point(draft, pk)
    write_point(point, by=by, content=content, form=form, read=read, autosaved=autosaved)
    return point


def standing_point(letter, pk):
    """The point `pk` of `letter`, or the copy of it in the changes that `letter` is. Raises Refused without one."""
    point = letter.points.whole().filter(Q(pk=pk) | Q(origin=pk)).first()
    if point is None:
        raise Refused(REMOVED_MEANWHILE)
    return point


def write_point(point, *, by, content, form, read, autosaved):
    """Writes `content` in a point of a draft that is locked. Raises Overtaken when that would lose words of somebody.

    `content` holds what `PointForm.content` does; `by` is who writes, None at a table, and `form` the key of the form.
    `read` and `autosaved` as for `would_lose_words`.
    """
    words = fingerprint(**content)
    is_own = is_saved_by(point, form)
    # They stand there already, or the form did not change what it showed and what somebody else has changed since.
    if point.pk and (words == point.fingerprint or (words == read and not is_own)):
        return
    if point.pk and would_lose_words(point, form=form, read=read, autosaved=autosaved):
        raise Overtaken([point], reader=by)
    is_new, before, of_others = point.pk is None, words_of(point), is_of_others(point, by)
    sign(point, by=by)
    for name, value in content.items():
        setattr(point, name, value)
    if form and point.wording_id:  # one form never makes two points
        point.letter.points.filter(saved_in=form).exclude(pk=point.pk).update(saved_in=None)
    point.saved_in = form
    point.save()
    if is_new:
        record(point.letter, by=by, act=GroupActKind.WROTE, point=point)
    else:
        record(point.letter, by=by, act=GroupActKind.CHANGED, point=point, before=before, of_others=of_others)
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
def remove_point(*, letter, pk, by):
    """Takes the point `pk` out of `letter`; what was sent gets changes first. Raises Refused."""
    letter = Letter.objects.select_for_update().still_there(letter)
    draft = lock_draft((letter.draft or begin_changes(letter=letter)).pk)
    if point := draft.points.filter(Q(pk=pk) | Q(origin=pk)).first():
        take_out(point, by=by)


def take_out(point, *, by):
    """Removes a point of a draft that is locked; a group can put it back."""
    before, of_others = words_of(point), is_of_others(point, by)
    draft = point.letter
    point.delete()
    record(draft, by=by, act=GroupActKind.REMOVED, point=point, before=before, of_others=of_others)
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
    letter = letter_of(author=author, consultation=consultation, sender=sender, begun_at=opened_at)
    if letter.draft is None and not changes_answers(letter, answers):
        return letter
    draft = letter.draft or begin_changes(letter=letter, begun_at=opened_at)
    write_answers(draft, by=author, answers=answers, form=form, read=read, autosaved=autosaved)
    return draft


def write_answers(draft, *, by, answers, form, read, autosaved):
    """Writes `answers` in a draft that is locked, as for `save_answers`; the question None is about the whole.

    `by` is who writes; None at a table, where nobody has an account. Raises Overtaken with all points that somebody
    else wrote; the caller's transaction then undoes the others.
    """
    written = {point.question_id: point for point in draft.points.whole().filter(wording__isnull=True)}
    overtaken = []
    for question, text in answers.items():
        point = written.get(question and question.pk, Point(letter=draft, question=question))
        shown = read[question] if read is not None else point.fingerprint
        try:
            write_answer_to_question(point, by=by, text=text, form=form, read=shown, autosaved=autosaved)
        except Overtaken as found:
            overtaken += found.points
    if overtaken:
        raise Overtaken(overtaken, reader=by)


def changes_answers(letter, answers):
    """Whether `answers`, a text per question, are others than those of a sent `letter`."""
    said = dict(letter.points.whole().filter(question__isnull=False).values_list("question", "text"))
    return any(said.get(question.pk, "") != text for question, text in answers.items())


def write_answer_to_question(point, *, by, text, form, read, autosaved):
    """As `write_point` for the answer to a question, but an answer without text is no point at all."""
    if text:
        content = {"kind": "", "text": text, "proposal": ""}
        write_point(point, by=by, content=content, form=form, read=read, autosaved=autosaved)
    elif point.pk:
        empty_answer(point, by=by, form=form, read=read, autosaved=autosaved)


def empty_answer(point, *, by, form, read, autosaved):
    """Removes an answer of a draft that is locked. Raises Overtaken when that would lose words of somebody."""
    if read == fingerprint() and not is_saved_by(point, form):  # the form showed none, so it removes none
        return
    if would_lose_words(point, form=form, read=read, autosaved=autosaved):
        raise Overtaken([point], reader=by)
    take_out(point, by=by)


def draft_letter(*, author, consultation, sender, begun_at):
    """The author's letter that can be written in: the draft, the changes to what was sent, or a new one.

    The arguments are those of `letter_of`.
    """
    letter = letter_of(author=author, consultation=consultation, sender=sender, begun_at=begun_at)
    return letter.draft or begin_changes(letter=letter, begun_at=begun_at)


def letter_of(*, author, consultation, sender, begun_at):
    """The author's letter in the name of `sender`, sent or not; a new one counts as begun at `begun_at`.

    Locks it until the end of the transaction.
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
    return letter


@transaction.atomic
def begin_changes(*, letter, begun_at=None):
    """A copy of a sent letter to change, begun at `begun_at` or now. What was sent stays until the copy is sent.

    Raises Refused.
    """
    letter = Letter.objects.select_for_update().still_there(letter)
    if letter.draft:
        return letter.draft
    begun_at = begun_at or timezone.now()
    if letter.state != LetterState.SENT or not hold(letter.consultation).accepts(started_at=begun_at):
        raise Refused(CLOSED)
    return copy_letter(letter, names=CARRIED, created_at=begun_at)


def copy_letter(letter, *, names, **others):
    """A draft that revises `letter`: with what it has as `names`, with `others`, and with all its points."""
    copy = Letter.objects.create(revises=letter, **{name: getattr(letter, name) for name in names}, **others)
    copy_points(letter.points.whole(), into=copy)
    return copy


def copy_points(points, *, into):
    """Puts copies of sent `points`, a query, in the draft `into`, to be changed there."""
    Point.objects.bulk_create(
        Point(letter=into, origin=point, **{name: getattr(point, name) for name in (*SAID, *HANDS)})
        for point in points.order_by("pk")
    )
