"""What decisions propose about taking part: computed, so that a proposal is never older than what it follows from.

That a council agreed to a part of the agenda is one thing, that its partner takes part and pays another. STATUSES is
the one place that says how the two belong together; the warnings of the desk and the list of proposals both ask it.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.utils import timezone

from agenda.models import Participation, ParticipationStatus
from consultation.deciding.joining.models import RefusedParticipation
from consultation.deciding.models import Component, Decision, Dossier, Position, Track
from partners.ground.templatetags.dutch import euro

STATUSES = {
    Position.AGREED: ParticipationStatus.YES,
    Position.CONDITION: ParticipationStatus.YES,
    Position.ABSTAINS: ParticipationStatus.NO,
    Position.LATER: ParticipationStatus.LATER,
}


@dataclass(frozen=True)
class JoiningProposal:
    """That the partner of a body takes part in a part of the agenda, or does not, or later, as it decided.

    `now` is the Participation that says something else or less, None when there is none.
    """

    track: Track
    component: Component
    decision: Decision
    status: ParticipationStatus
    now: Participation | None

    @property
    def key(self):
        """By what it is found: the decision and the part."""
        return f"{self.decision.pk}-{self.component.pk}"

    @property
    def partner(self):
        return self.track.body.partner

    @property
    def contribution(self):
        """What it decided to pay, in the words of a participation; "" when it did not say how much, or pays nothing."""
        is_known = self.decision.amount is not None and self.status != ParticipationStatus.NO
        return f"{euro(self.decision.amount)} (besluit van {self.decision.when})" if is_known else ""

    @property
    def title(self):
        return f"{self.partner}: {self.component.heading}"

    @property
    def proposed(self):
        """What would be said of the partner."""
        paid = f", bijdrage {self.contribution}" if self.contribution else ""
        return f"{self.status.label}{paid}"

    @property
    def said_now(self):
        """What is said of it today."""
        return self.now.standing if self.now else "nog niet bekend"


def proposals(dossiers=None):
    """A JoiningProposal for what councils and Staten decided on parts of the agenda and is not said of their partner.

    `dossiers` are read with their tracks; without them it is all that have components. The number of queries is fixed.
    """
    if dossiers is None:
        dossiers = Dossier.objects.with_tracks().filter(components__element__isnull=False).distinct()
    found = [one for dossier in dossiers for one in decided_in(dossier)]
    said = participations_of(found)
    refused = set(RefusedParticipation.objects.values_list("decision", "element", "status"))
    proposed = [proposal_of(*one, said) for one in found]
    return [
        one
        for one in proposed
        if is_news(one) and (one.decision.pk, one.component.element_id, one.status) not in refused
    ]


def decided_in(dossier):
    """(Track, Component, its Decision, status) of each part of the agenda that a counted body decided on."""
    parts = [component for component in dossier.components.all() if component.element_id]
    for track in dossier.counted_tracks:
        decided = track.decided()
        for component, position in zip(parts, track.positions_on(parts), strict=True):
            if position in STATUSES:
                yield track, component, decided.get(component.pk) or decided[None], STATUSES[position]


def participations_of(found):
    """What is said today, by (partner, element); of more than one the newest. One query."""
    today = timezone.localdate()
    partners = {track.body.partner_id for track, *_ in found}
    elements = {component.element_id for _, component, *_ in found}
    said = defaultdict(lambda: None)
    for one in Participation.objects.filter(partner__in=partners, element__in=elements).order_by("starts_on", "pk"):
        if one.holds_on(today):
            said[one.partner_id, one.element_id] = one
    return said


def proposal_of(track, component, decision, status, said):
    return JoiningProposal(track, component, decision, status, said[track.body.partner_id, component.element_id])


def is_news(proposal):
    """Whether a proposal says something else than is said, or how much is paid where that is not said."""
    if proposal.now is None or proposal.now.status != proposal.status:
        return True
    return bool(proposal.contribution) and not proposal.now.contribution
