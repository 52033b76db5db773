"""Going on with the words of a letter that was withdrawn."""

from django.db import transaction
from django.utils import timezone

from consultation.actions.holding import hold
from consultation.actions.reacting import CLOSED, NOT_YOURS_NOW, SAID, draft_letter, mark_changed
from consultation.models import Letter, LetterState, Point
from consultation.senders import sender_of
from partners.ground.refusal import Refused

NOT_WITHDRAWN = "Deze reactie is niet ingetrokken. U kunt haar wijzigen."


@transaction.atomic
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
