"""Joining what other bodies share, and no longer doing so."""

from django.utils import timezone

from consultation.actions.holding import hold
from consultation.actions.reacting import CLOSED
from consultation.models import Endorsement, Point
from partners.ground import history
from partners.ground.refusal import Refused

NOT_SHARED = "Bij dit punt kunt u zich niet aansluiten. Misschien is het intussen ingetrokken."
CHANGED_MEANWHILE = "Dit punt is intussen gewijzigd. Lees het opnieuw voordat u zich aansluit."
NOT_YOURS_TO_JOIN = "Namens een raad of college sluit alleen de griffier of secretaris zich aan."


@history.act("aangesloten bij een punt")
def endorse(*, point, by, sender, decided_on=None, decision_url="", read=None):
    """Joins, in the name of `sender`, a point that another body shares. Joining twice is joining once.

    Whoever joined what it said before joins what it says now. In the name of a council or executive only those who may
    confirm for it do so, with the day on which it decided. `read` is the fingerprint of what they read, if known.
    Raises Refused.
    """
    point = Point.objects.select_for_update(of=["self"]).select_related("letter").get(pk=point.pk)
    if not hold(point.letter.consultation).is_open():
        raise Refused(CLOSED)
    if not Point.objects.shared_with(by).filter(pk=point.pk).exists():
        raise Refused(NOT_SHARED)
    if not sender.may_endorse:
        raise Refused(NOT_YOURS_TO_JOIN)
    if read not in (None, point.fingerprint):
        raise Refused(CHANGED_MEANWHILE)
    held = point.endorsements.of(sender).first()
    if held and held.is_current:
        return held
    joined = held or Endorsement(
        point=point, body=sender.mandate.body, sender_kind=sender.sender_kind, party_group=sender.party_group
    )
    joined.decided_on = decided_on if sender.sender_kind.follows_a_decision else None
    joined.decision_url = decision_url if sender.sender_kind.follows_a_decision else ""
    joined.author, joined.made_at = by, timezone.now()
    joined.words = joined.overtaken_at = joined.asked_at = None
    joined.save()
    return joined


@history.act("aansluiting ingetrokken")
def take_back_endorsement(*, endorsement, sender):
    """Ends an endorsement in the name of `sender` while the consultation runs. Raises Refused."""
    if not hold(endorsement.point.letter.consultation).is_open():
        raise Refused(CLOSED)
    if not sender.may_endorse:
        raise Refused(NOT_YOURS_TO_JOIN)
    Endorsement.objects.of(sender).filter(pk=endorsement.pk).delete()
