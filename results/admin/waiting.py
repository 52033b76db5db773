"""What the page on which the day begins says of figures."""

from django.urls import reverse

from partners.ground.templatetags.dutch import counted
from results.models import Indicator, Proposal, ProposalState

LATE = "cijfer is over de datum,cijfers zijn over de datum"
PROPOSED = "voorstel voor een cijfer wacht op uw oordeel,voorstellen voor een cijfer wachten op uw oordeel"
UNKNOWN = "cijfer op de site heeft nog geen waarde,cijfers op de site hebben nog geen waarde"


def results_waiting(user):
    """Figures past their date, proposals of owners, and figures without a value: (words, the list). Three queries."""
    if not user.has_perm("results.view_indicator"):
        return []
    proposed = Proposal.objects.waiting_for(user).count()
    late, unknown = Indicator.objects.late().count(), Indicator.objects.public().real().without_value().count()
    proposals, figures = (reverse(f"admin:results_{model}_changelist") for model in ("proposal", "indicator"))
    found = [
        (proposed, PROPOSED, f"{proposals}?state__exact={ProposalState.OPEN}"),
        (late, LATE, f"{figures}?waarde=te-laat"),
        (unknown, UNKNOWN, reverse("results:gaps")),
    ]
    return [(counted(count, words), address) for count, words, address in found if count]
