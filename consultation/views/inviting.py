"""The page of the bodies that were invited, and the page on which a griffier says what the council will do."""

from collections import Counter

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from consultation import actions
from consultation.access import form_page
from consultation.actions.inviting import INVITATION_SALT
from consultation.forms.inviting import InvitationForm
from consultation.models import OWN_NAME, Consultation, Invitation, InvitationState, Letter
from partners.ground.links import opened, unlisted
from partners.ground.search import SortKey
from partners.ground.templatetags.dutch import day
from partners.models import ASSEMBLIES
from partners.tiles import tile_map


@require_safe
def inviting(request, slug):
    """Who was invited and what each of them does with it, on tiles and in a table."""
    consultation = get_object_or_404(Consultation.objects.select_related("version__agenda"), slug=slug)
    invitations = listed(consultation)
    invited = [one for one in invitations if one.pk]
    found = Counter(one.state for one in invited)
    return render(
        request,
        "consultation/inviting.html",
        {
            "consultation": consultation,
            "phase": consultation.phase(),
            "invitations": invitations,
            "invited": invited,
            "unasked": len(invitations) - len(invited),
            "counts": [(state, found[state]) for state in InvitationState if found[state]],
            "reacted": found[InvitationState.REACTED],
            "tiles": tile_map(
                (
                    (one.body, InvitationState(one.state).label, one.state, f"#orgaan-{one.body_id}")
                    for one in invitations
                    if one.body.kind in ASSEMBLIES
                ),
                patterned={state.value for state in InvitationState if state.has_pattern},
            ),
        },
    )


def listed(consultation):
    """The invitations with their state, and a row for each body that reacted without one; two queries."""
    invitations = list(
        consultation.invitations.with_state()
        .select_related("body__partner__province")
        .order_by("body__kind", SortKey("body__partner__name"))
    )
    letters = (
        Letter.objects.counted()
        .filter(consultation=consultation, sender_kind__in=OWN_NAME)
        .select_related("body__partner__province")
        .order_by("sent_at")
    )
    sent = {letter.body_id: letter for letter in letters}
    for invitation in invitations:
        invitation.letter = sent.pop(invitation.body_id, None)
    for letter in sent.values():
        uninvited = Invitation(consultation=consultation, body=letter.body)
        uninvited.state, uninvited.letter = InvitationState.REACTED, letter
        invitations.append(uninvited)
    for invitation in invitations:
        invitation.label = words(invitation)
    return invitations


def words(invitation):
    """The state as the table says it: 'Behandelt op 3 december 2026'."""
    state = InvitationState(invitation.state)
    return f"{state.label} op {day(invitation.handles_on)}" if state == InvitationState.HANDLES else state.label


@unlisted
@form_page
def invitation(request, token):
    """The page behind the link in an invitation: whoever has the link says what the body will do, until it closes."""
    pk = opened(token, salt=INVITATION_SALT)
    asked = get_object_or_404(Invitation.objects.with_state().select_related("consultation", "body__partner"), pk=pk)
    form = InvitationForm(request.POST if request.method == "POST" else None, initial=initial(asked))
    refusal = ""
    if form.is_valid():
        try:
            actions.set_invitation(invitation=asked, **form.content)
            return redirect(f"{request.path}?bewaard=1")
        except actions.Refused as refused:
            refusal = str(refused)
    return render(
        request,
        "consultation/invitation.html",
        {
            "invitation": asked,
            "consultation": asked.consultation,
            "label": words(asked),
            "form": form,
            "is_saved": "bewaard" in request.GET,
            "refusal": refusal,
            "is_closed": asked.consultation.closes_at <= timezone.now(),
        },
    )


def initial(invitation):
    """What the form starts with: what was said before."""
    plan = "handles" if invitation.handles_on else "declines" if invitation.declined_on else ""
    return {"plan": plan, "handles_on": invitation.handles_on, "remark": invitation.remark}
