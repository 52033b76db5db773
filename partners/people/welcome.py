"""The page behind the link in an invitation: what it asks, and the button that says yes."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from partners.ground import links
from partners.ground.refusal import Refused
from partners.models import AccountInvitation
from partners.people import acts

MADE = "Uw account is er. Vraag hieronder een code aan voor {}."


@require_http_methods(["GET", "HEAD", "POST"])
@links.unlisted
def welcome(request, token):
    """Says yes for who has the link; one that is old, taken back or used says so, and whom to ask."""
    pk = links.opened(token, salt=acts.SALT, kind="account")
    invitation = AccountInvitation.objects.select_related("body__partner", "sent_by").filter(pk=pk).first()
    if invitation is None or invitation.has_expired:
        answer = render(request, "partners/welcome_gone.html", {"invitation": invitation})
        answer.status_code = HTTPStatus.GONE
        return answer
    refusal = ""
    if request.method == "POST":
        try:
            user = acts.accept(invitation=invitation, here=request.session.session_key)
        except Refused as refused:
            refusal = str(refused)
        except ValidationError as refused:
            refusal = refused.messages[0]
        else:
            messages.success(request, MADE.format(user.email))
            return redirect("account_login")
    return render(
        request,
        "partners/welcome.html",
        {"invitation": invitation, "body": invitation.body, "partner": invitation.body.partner, "refusal": refusal},
    )
