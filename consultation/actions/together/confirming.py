"""Saying that a body decided what was sent in its name: by its griffier or secretary, who may also send it back."""

from django.utils import timezone

from consultation.actions.holding import hold
from consultation.actions.joining import ask_who_joined
from consultation.actions.together.recording import record
from consultation.actions.together.telling import post, readers_of
from consultation.mails import ASKED_TO_CONFIRM, CONFIRMED, RETURNED
from consultation.models import GroupActKind, Letter, LetterState
from consultation.senders import sender_of
from partners.ground import history
from partners.ground.refusal import Refused

NOT_YOURS_TO_CONFIRM = "Alleen de griffier of secretaris van dit orgaan kan deze reactie bevestigen."
CHANGED_MEANWHILE = "De reactie is intussen gewijzigd. Lees die opnieuw voordat u bevestigt."
FINISHED = "Deze consultatie is afgerond. Bevestigen kan niet meer."


@history.act("reactie bevestigd")
def confirm(*, letter, by, sequence):
    """Lets a letter in the name of a council or executive count, as `by` read it: the `sequence`th time it was sent.

    It was sent in time, so confirming may be later, until the consultation is finished. Raises Refused.
    """
    letter = lock_waiting(letter, by=by, sequence=sequence)
    if letter.confirmed_at:
        return letter
    letter.confirmed_at, letter.confirmed_by = timezone.now(), by
    letter.returned_at, letter.return_remark = None, ""
    letter.save()
    record(letter, by=by, act=GroupActKind.CONFIRMED)
    post(CONFIRMED, letter, to=readers_of(letter))
    ask_who_joined(letter)
    return letter


@history.act("reactie teruggestuurd")
def send_back(*, letter, by, sequence, remark):
    """Says with `remark` why a letter cannot count as it is; its group may change and send it anew. Raises Refused."""
    letter = lock_waiting(letter, by=by, sequence=sequence)
    if letter.confirmed_at:
        raise Refused("Deze reactie is al bevestigd en telt mee.")
    letter.returned_at, letter.return_remark = timezone.now(), remark
    letter.save()
    record(letter, by=by, act=GroupActKind.RETURNED)
    post(RETURNED, letter, to=readers_of(letter))
    return letter


def lock_waiting(letter, *, by, sequence):
    """The letter, locked until the end of the transaction, if `by` may confirm what was read of it. Raises Refused."""
    consultation = hold(letter.consultation)
    letter = Letter.objects.select_for_update().still_there(letter)
    letter.consultation = consultation
    sender = sender_of(by, letter)
    if sender is None or not sender.may_confirm:
        raise Refused(NOT_YOURS_TO_CONFIRM)
    if letter.state != LetterState.SENT or letter.submissions.count() != sequence:
        raise Refused(CHANGED_MEANWHILE)
    if consultation.finished_at:
        raise Refused(FINISHED)
    return letter


def ask_to_confirm(letter):
    """Mails everyone who may confirm this letter that it waits for them, once the transaction holds."""
    post(ASKED_TO_CONFIRM, letter, to=[mandate.user for mandate in letter.confirmers])
