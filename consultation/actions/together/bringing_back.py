"""Throwing away what was not sent, and bringing back what somebody threw away, withdrew or changed."""

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from agenda.models import Wording
from consultation.actions.holding import hold
from consultation.actions.joining import tell_who_joined
from consultation.actions.reacting import (
    CLOSED,
    NOT_YOURS_NOW,
    REMOVED_MEANWHILE,
    begin_changes,
    copy_points,
    lock_draft,
    mark_changed,
)
from consultation.actions.together.confirming import ask_to_confirm
from consultation.actions.together.recording import KEPT, record, words_of
from consultation.actions.together.telling import DAYS, tell_others
from consultation.authorship import is_of_others, named, sentence
from consultation.models import GroupAct, GroupActKind, Letter, LetterState, Point
from consultation.senders import may_discard, may_withdraw, sender_of
from partners.ground import history
from partners.ground.refusal import Refused
from partners.models import User

NOT_YOURS_TO_DISCARD = "Hierin schreven ook anderen. Alleen de griffier of secretaris kan dit verwijderen."
NOT_YOURS_TO_BRING_BACK = "Deze reactie telde al mee. Alleen de griffier of secretaris kan die terughalen."
GONE = f"Dit kan niet meer worden teruggehaald. Dat kon {DAYS} dagen lang."
IN_THE_WAY = "Er is intussen een nieuwe reactie. Verwijder die eerst, of trek die in. Dan kunt u deze terughalen."
CHANGES_IN_THE_WAY = (
    "Er zijn intussen andere wijzigingen, of de reactie is ingetrokken. Verstuur of verwijder die wijzigingen eerst, "
    "of haal eerst de reactie terug."
)


@transaction.atomic
def discard(*, letter, by):
    """Throws away what was not sent: the draft, or the changes to a sent letter. It can be brought back for DAYS.

    Raises Refused.
    """
    letter = Letter.objects.select_for_update().filter(pk=letter.pk).first()
    draft = letter and letter.draft
    if draft is None:
        return
    if not may_discard(by, letter):
        raise Refused(NOT_YOURS_TO_DISCARD)
    if not draft.points.exists() and draft is letter:
        draft.delete()
        return
    record(letter, by=by, act=GroupActKind.DISCARDED)
    set_aside(draft)
    what = f"de wijzigingen van reactie {letter.number}" if letter.number else f"het concept {letter.in_name_of}"
    tell_others(
        draft,
        by=by,
        link="Bekijk en haal terug",
        page="consultation:bring_back",
        heading=f"{sentence(named(by))} verwijderde {what}",
        sentences=[f"Wilt u dit terug? U kunt het {DAYS} dagen lang terughalen. Dat kan ieder van de groep."],
    )


def set_aside(draft):
    """Takes a draft, locked or of a letter that is, out of the way until it is brought back or its time is over."""
    draft.set_aside_from, draft.revises = draft.revises, None
    draft.state, draft.set_aside_at = LetterState.SET_ASIDE, timezone.now()
    draft.save()


@history.act("reactie teruggehaald")
def bring_back(*, letter, by):
    """Brings back what was withdrawn or thrown away, as it was. Returns the letter that it is, or is a change of.

    A withdrawn letter counts again as it did: it was sent in time. Raises Refused.
    """
    consultation = hold(letter.consultation)
    letter = Letter.objects.to_bring_back(by).select_for_update(of=["self"]).filter(pk=letter.pk).first()
    if letter is None:
        raise Refused(GONE)
    letter.consultation = consultation
    if letter.state == LetterState.WITHDRAWN:
        return bring_back_sent(letter, by=by)
    return bring_back_changes(letter, by=by) if letter.set_aside_from_id else bring_back_draft(letter, by=by)


def bring_back_sent(letter, *, by):
    """Lets a withdrawn `letter`, which is locked, stand as it was sent last."""
    if not may_withdraw(by, letter):
        raise Refused(NOT_YOURS_TO_BRING_BACK)
    letter.state, letter.withdrawn_at = LetterState.SENT, None
    stand_again(letter)
    tell_brought_back(letter, by=by)
    if letter.waits:
        ask_to_confirm(letter)
    if letter.confirmed_at:
        tell_who_joined(letter, what="terug")
    return letter


def bring_back_draft(draft, *, by):
    """Lets a `draft` that was set aside, and is locked, be the draft again."""
    draft.state, draft.set_aside_at = LetterState.DRAFT, None
    stand_again(draft)
    tell_brought_back(draft, by=by)
    return draft


def bring_back_changes(draft, *, by):
    """The same for the changes to a sent letter, with what was added to that since. Returns the letter."""
    letter = Letter.objects.select_for_update().get(pk=draft.set_aside_from_id)
    if letter.state != LetterState.SENT or letter.draft:
        raise Refused(CHANGES_IN_THE_WAY)
    added = letter.points.whole().filter(created_at__gt=draft.set_aside_at)
    draft.state, draft.set_aside_at = LetterState.DRAFT, None
    draft.revises, draft.set_aside_from = letter, None
    draft.save()
    copy_points(added, into=draft)
    letter.refresh_from_db()
    tell_brought_back(letter, by=by)
    return letter


def stand_again(letter):
    """Saves `letter`, unless its writers have another by now. Raises Refused then."""
    try:
        with transaction.atomic():
            letter.save()
    except IntegrityError as refusal:
        raise Refused(IN_THE_WAY) from refusal


def tell_brought_back(letter, *, by):
    """Keeps that `by` brought `letter` back, and mails the others of its group."""
    record(letter, by=by, act=GroupActKind.BROUGHT_BACK)
    what = f"reactie {letter.number}" if letter.number else f"het concept {letter.in_name_of}"
    sentences = ["U vindt de reactie weer bij uw reacties."] if letter.number else ["U vindt het weer bij uw reacties."]
    tell_others(letter, by=by, heading=f"{sentence(named(by))} haalde {what} terug", sentences=sentences)


@transaction.atomic
def restore_words(*, letter, change, by):
    """Puts back the words from before `change` in the group's `letter`. What stood there can be put back in turn.

    A point that was removed comes back. Raises Refused.
    """
    letter = Letter.objects.select_for_update().still_there(letter)
    change = letter.group_acts.to_restore().filter(pk=change.pk).first()
    if change is None:
        raise Refused(GONE)
    if sender_of(by, letter) is None:
        raise Refused(NOT_YOURS_NOW)
    draft = lock_draft((letter.draft or begin_changes(letter=letter)).pk)
    if not hold(letter.consultation).accepts(started_at=draft.created_at):
        raise Refused(CLOSED)
    point = point_of(change, draft)
    before, of_others = (words_of(point), is_of_others(point, by)) if point else (None, False)
    point = point or removed_point(change.before, draft)
    for name, value in standing_words(change.before).items():
        setattr(point, name, value)
    point.changed_by, point.changed_at, point.saved_in = by, timezone.now(), None
    point.save()
    record(draft, by=by, act=GroupActKind.RESTORED, point=point, before=before, of_others=of_others)
    mark_changed(draft)


def removed_point(before, draft):
    """A point of `draft`, without its words, in the place of one that was removed: by who wrote that, when they did."""
    author = User.objects.filter(pk=before["author"]).first()
    return Point(letter=draft, author=author, written_at=before["written_at"])


def point_of(change, draft):
    """The point of `draft` that `change` was about, or what now answers the same question; None if it was removed."""
    about = Q(pk=change.point_id) | Q(origin=change.point_id) if change.point_id else Q(pk=None)
    if question := change.before["question_id"]:
        about |= Q(question=question)
    return draft.points.filter(about).first()


def standing_words(before):
    """What of `before` can be put back: a point it was adopted from may be gone. Raises Refused without its passage."""
    if before["wording_id"] and not Wording.objects.filter(pk=before["wording_id"]).exists():
        raise Refused(REMOVED_MEANWHILE)
    words = {name: before[name] for name in KEPT}
    if words["adopted_from_id"] and not Point.objects.filter(pk=words["adopted_from_id"]).exists():
        words["adopted_from_id"] = None
    return words


def clear_lapsed():
    """Deletes what nobody brought back in time: letters that were thrown away, and the words of before a change."""
    Letter.objects.lapsed().delete()
    GroupAct.objects.lapsed().update(before=None)
