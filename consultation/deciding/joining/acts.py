"""Taking over what a decision says about taking part, or refusing it."""

from datetime import timedelta

from agenda.models import Participation, ParticipationRole, ParticipationStatus
from consultation.deciding.joining.models import RefusedParticipation
from consultation.deciding.models import Track
from partners.ground import history
from partners.ground.refusal import Refused

BEGINS_LATER = "De deelname die er staat, begint pas na dit besluit. Werk die zelf bij."


@history.act("deelname overgenomen uit een besluit")
def take_over(*, proposal, starts_on=None, role=ParticipationRole.UNKNOWN):
    """Makes a JoiningProposal the Participation of its partner from `starts_on`; returns that.

    What was said before ends on the day before the decision. Of what was for later, and of what only lacked its
    contribution, the row itself is completed. Raises Refused when what was said begins after the decision.
    """
    Track.objects.select_for_update().get(pk=proposal.track.pk)
    held = Participation.objects.select_for_update().filter(pk=proposal.now.pk).first() if proposal.now else None
    is_no, is_later = (proposal.status == one for one in (ParticipationStatus.NO, ParticipationStatus.LATER))
    said = {
        "status": proposal.status,
        "role": ParticipationRole.UNKNOWN if is_no else role,
        "starts_on": None if is_later else starts_on,
        "contribution": proposal.contribution,
        "source": proposal.decision.source,
        "note": f"Besluit van {proposal.track.body.in_sentence}, {proposal.decision.when}.",
    }
    if held and held.status == proposal.status:
        said = {"contribution": proposal.contribution}
    elif held and not held.is_for_later:
        end(held, proposal.decision.decided_on - timedelta(days=1))
        held = None
    participation = held or Participation(partner=proposal.partner, element=proposal.component.element)
    for name, value in said.items():
        setattr(participation, name, value)
    participation.full_clean()
    participation.save()
    return participation


def end(participation, ends_on):
    """Lets what was said end on a day."""
    if participation.starts_on and participation.starts_on > ends_on:
        raise Refused(BEGINS_LATER)
    participation.ends_on = ends_on
    participation.save(update_fields=["ends_on"])


@history.act("deelname uit een besluit geweigerd")
def refuse_to_take_over(*, proposal, reason):
    """Writes down that a JoiningProposal changes nothing, and why; it is not proposed again."""
    Track.objects.select_for_update().get(pk=proposal.track.pk)
    what = {"element": proposal.component.element, "status": proposal.status}
    refused, is_new = RefusedParticipation.objects.get_or_create(
        decision=proposal.decision, **what, defaults={"reason": reason}
    )
    if not is_new:
        raise Refused("Dit voorstel is al geweigerd.")
    return refused
