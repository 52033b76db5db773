"""The page on which an owner, without an account, says whether the figures still hold."""

from http import HTTPStatus

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from partners.ground.links import opened, unlisted
from results.actions.confirmations import CONFIRMATION_AGE, CONFIRMATION_SALT, receive
from results.forms.confirmations import ProposalForm
from results.models import ConfirmationRequest, ProposalState

DONE = "Dank u wel. Het secretariaat beoordeelt wat u invulde. Tot dan kunt u het hier nog wijzigen."
NOTHING = "U hebt nog niets ingevuld."


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def confirmation(request, token):
    """All figures of one owner, and of nobody else, with a few fields each. What is sent in is a proposal."""
    pk = opened(token, salt=CONFIRMATION_SALT, max_age=CONFIRMATION_AGE)
    confirmation_request = get_object_or_404(ConfirmationRequest.objects.select_related("owner__partner"), pk=pk)
    earlier = {proposal.indicator_id: proposal for proposal in confirmation_request.proposals.all()}
    posted = request.POST if request.method == "POST" else None
    forms = [
        ProposalForm(posted, indicator=indicator, earlier=earlier.get(indicator.pk))
        for indicator in confirmation_request.owner.indicators.order_by("name").with_recent_values()
    ]
    open_forms = [form for form in forms if not form.is_judged]
    status = HTTPStatus.OK
    if request.method == "POST":
        if all([form.is_valid() for form in open_forms]):
            kept = receive(
                confirmation_request=confirmation_request,
                proposals=[form.proposal for form in open_forms if form.proposal],
            )
            (messages.success if kept else messages.info)(request, DONE if kept else NOTHING)
            return redirect("results:confirmation", token)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(
        request,
        "results/confirmation.html",
        {
            "confirmation_request": confirmation_request,
            "forms": forms,
            "has_errors": any(form.errors for form in open_forms),
            "can_answer": bool(open_forms),
            "rejected": ProposalState.REJECTED,
        },
        status=status,
    )
