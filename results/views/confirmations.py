"""The page on which an owner, without an account, says whether the figures still hold."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from partners.ground.links import opened, unlisted
from results.actions.confirmations import (
    CONFIRMATION_SALT,
    DECLINE_SALT,
    decline,
    receive,
)
from results.forms.confirmations import ProposalForm
from results.models import ConfirmationRequest, Owner

INVENTED = "Deze eigenaar en zijn cijfers zijn verzonnen. U kunt vrij proberen."
THANKS = (
    messages.SUCCESS,
    "Dank u wel. Het secretariaat beoordeelt wat u invulde. Tot dan kunt u het hier nog wijzigen.",
)
NOTHING = (messages.INFO, "U hebt nog niets ingevuld.")


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def confirmation(request, token):
    """All figures of one owner, and of nobody else, with a few fields each. What is sent in is a proposal."""
    pk = opened(token, salt=CONFIRMATION_SALT, kind="figures")
    confirmation_request = get_object_or_404(ConfirmationRequest.objects.select_related("owner__partner"), pk=pk)
    forms = proposal_forms(confirmation_request, request.POST if request.method == "POST" else None)
    open_forms = [form for form in forms if not form.is_judged]
    if request.method == "POST" and all([form.is_valid() for form in open_forms]):
        proposals = [form.proposal for form in open_forms if form.proposal]
        received = receive(confirmation_request=confirmation_request, proposals=proposals)
        messages.add_message(request, *(THANKS if received else NOTHING))
        return redirect("results:confirmation", token)
    errors = errors_of(open_forms)
    return render(
        request,
        "results/confirmation.html",
        {
            "confirmation_request": confirmation_request,
            "forms": forms,
            "errors": errors,
            "can_answer": bool(open_forms),
            "invented": INVENTED,
        },
        status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK,
    )


@csrf_exempt  # the token in the address is the proof, and a mail program that stops the mails has no other
@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def no_confirmation(request, token):
    """Where an owner says to be asked no more. Only the button does it, or a mail program with its own (RFC 8058)."""
    owner = get_object_or_404(Owner, pk=opened(token, salt=DECLINE_SALT, kind="no_figures"))
    if request.method == "POST":
        decline(owner=owner)
        if request.POST.get("List-Unsubscribe") == "One-Click":
            return HttpResponse("Wij vragen u dit niet meer.", content_type="text/plain; charset=utf-8")
        return redirect("results:no_confirmation", token)
    return render(request, "results/no_confirmation.html", {"owner": owner})


def proposal_forms(confirmation_request, data):
    """A ProposalForm for each series of each figure of the owner, with what was sent in before.

    `data` is what is posted, or None.
    """
    earlier = {
        (proposal.indicator_id, proposal.partner_id): proposal for proposal in confirmation_request.proposals.all()
    }
    indicators = confirmation_request.owner.indicators.public().order_by("name").with_recent_values()
    return [
        ProposalForm(
            data,
            indicator=indicator,
            series=series,
            earlier=earlier.get((indicator.pk, series.latest.partner_id if series else None)),
        )
        for indicator in indicators
        for series in indicator.series or [None]
    ]


def errors_of(forms):
    """(id of the field, sentence) for every error, in the order of the page."""
    return [
        (field.id_for_label or field.auto_id, f"{form.title}: {error}")
        for form in forms
        for field in form
        for error in field.errors
    ]
