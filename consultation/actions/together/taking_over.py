"""What a group takes over into its letter, agrees with, and lets stand as the view of a minority."""

from django.db import transaction
from django.utils import timezone

from consultation.actions.holding import hold
from consultation.actions.reacting import CLOSED, NOT_YOURS_NOW, begin_changes, lock_draft, mark_changed
from consultation.actions.together.recording import record, words_of
from consultation.authorship import is_of_others
from consultation.models import Assent, GroupActKind, Letter, LetterState, Point
from consultation.senders import sender_of
from partners.ground.refusal import Refused

ANSWERED_ALREADY = "Uw reactie heeft al een antwoord op deze vraag. Verwijder dat eerst, of vul het aan."
NOT_OFFERED = "U kunt dit punt niet overnemen. Misschien is het intussen gewijzigd of ingetrokken."
NO_GROUP = "Deze reactie schrijft u alleen."
CHANGED_MEANWHILE = "De reactie is intussen gewijzigd. Lees die opnieuw voordat u akkoord geeft."


def open_draft(letter, *, by):
    """The draft of the group's `letter`, locked until the end of the transaction, if `by` may write in it now.

    What was sent gets changes to write in. Raises Refused.
    """
    letter = Letter.objects.select_for_update().still_there(letter)
    if not letter.is_shared:
        raise Refused(NO_GROUP)
    if sender_of(by, letter) is None:
        raise Refused(NOT_YOURS_NOW)
    draft = letter.draft or begin_changes(letter=letter)
    if not hold(letter.consultation).accepts(started_at=draft.created_at):
        raise Refused(CLOSED)
    return lock_draft(draft.pk)


# What a point that is taken over says with it.
ADOPTED = ("wording", "question", "quoted_text", "kind", "text", "proposal", "proposes_deletion")


@transaction.atomic
def adopt(*, letter, point, by):
    """Copies a point of a member or group into the letter of the group or council; it stays theirs too.

    Returns the copy; adopting twice is adopting once. Raises Refused.
    """
    draft = open_draft(letter, by=by)
    if held := draft.points.filter(adopted_from=point).first():
        return held
    letter.refresh_from_db()
    if not Point.objects.adoptable_in(letter).filter(pk=point.pk).exists():
        raise Refused(NOT_OFFERED)
    if point.question_id and draft.points.filter(question=point.question_id).exists():
        raise Refused(ANSWERED_ALREADY)
    said = {name: getattr(point, name) for name in ADOPTED}
    copy = draft.points.create(adopted_from=point, author=by, written_at=timezone.now(), **said)
    record(draft, by=by, act=GroupActKind.ADOPTED, point=copy)
    mark_changed(draft)
    return copy


@transaction.atomic
def set_minority(*, letter, point, by, is_minority, minority_of):
    """Says of a point in the group's draft whether it stands beside what the majority holds. Raises Refused."""
    draft = open_draft(letter, by=by)
    held = draft.points.with_subject().filter(pk=point.pk).first()
    if held is None:
        raise Refused(NOT_OFFERED)
    named = (is_minority, minority_of if is_minority else "")
    if named == (held.is_minority, held.minority_of):
        return
    before, of_others = words_of(held), is_of_others(held, by)
    held.is_minority, held.minority_of = named
    held.changed_by, held.changed_at = by, timezone.now()
    held.save()
    record(draft, by=by, act=GroupActKind.DIVIDED, point=held, before=before, of_others=of_others)
    mark_changed(draft)


@transaction.atomic
def assent(*, letter, by, read_at):
    """Says that `by` agrees with the group's draft as they read it: saved at `read_at`, in ISO 8601. Raises Refused."""
    if letter.draft is None:
        raise Refused(CHANGED_MEANWHILE)
    draft = open_draft(letter, by=by)
    if draft.updated_at.isoformat() != read_at:
        raise Refused(CHANGED_MEANWHILE)
    Assent.objects.get_or_create(letter=draft, user=by)


@transaction.atomic
def take_back_assent(*, letter, by):
    """Says that `by` does not agree after all with what is not sent yet."""
    Assent.objects.filter(letter=letter.draft, letter__state=LetterState.DRAFT, user=by).delete()
