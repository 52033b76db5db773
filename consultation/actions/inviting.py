"""Asking the bodies for their view, and what a body says it will do."""

from collections import defaultdict

from django.core import signing
from django.urls import reverse
from django.utils import timezone

from consultation.mails import INVITATION, OWN_LINK
from consultation.models import Consultation, Invitation
from consultation.models.sender_kind import in_sentence
from partners.ground import history, mail
from partners.ground.refusal import Refused
from partners.models import Body, Capacity, Mandate

# What the link in an invitation is signed with; whoever has the link may say what the body will do.
INVITATION_SALT = "consultation.invitation"


@history.act("raden en Staten uitgenodigd")
def invite(*, consultation):
    """Invites every council and Provinciale Staten that was not invited yet, and mails their griffiers.

    Mails also those who became known since their body was invited. An example invites the bodies of the demo's own
    partners only. Returns (how many bodies, how many mails). Raises Refused.
    """
    consultation = Consultation.objects.select_for_update().get(pk=consultation.pk)
    if consultation.closes_at <= timezone.now():
        raise Refused("Deze consultatie is gesloten.")
    if not consultation.is_public_now:
        raise Refused("Deze consultatie is nog een concept. Maak haar eerst openbaar.")
    bodies = Body.objects.assemblies(is_example=consultation.is_example)
    new = Invitation.objects.bulk_create(
        Invitation(consultation=consultation, body=body)
        for body in bodies.exclude(invitations__consultation=consultation)
    )
    waiting = consultation.invitations.unanswered().select_related("consultation", "body")
    return len(new), sum(mail_invitation(invitation, clerk) for invitation, clerk in unmailed(waiting))


@history.act("uitnodiging opnieuw verstuurd")
def invite_again(*, invitations):
    """Mails the griffiers that the invited bodies have today, also those who were mailed before. Returns how many.

    Leaves out what is closed, and bodies that said what they will do.
    """
    found = invitations.unanswered().select_related("consultation", "body")
    return sum(mail_invitation(invitation, clerk) for invitation, clerk in with_clerks(found))


def with_clerks(invitations):
    """(Invitation, griffier) for each griffier who holds that capacity today, in two queries."""
    clerks = Mandate.objects.held().filter(
        capacity=Capacity.CLERK, user__is_active=True, body__in=invitations.values("body")
    )
    of_body = defaultdict(set)
    for mandate in clerks.select_related("user"):
        of_body[mandate.body_id].add(mandate.user)
    return [
        (invitation, clerk)
        for invitation in invitations
        for clerk in sorted(of_body[invitation.body_id], key=lambda user: user.pk)
    ]


def unmailed(invitations):
    """As with_clerks, without those who were mailed that invitation."""
    mailed = set(invitations.filter(mailed_to__isnull=False).values_list("pk", "mailed_to"))
    return [
        (invitation, clerk) for invitation, clerk in with_clerks(invitations) if (invitation.pk, clerk.pk) not in mailed
    ]


def mail_invitation(invitation, clerk):
    """Mails one griffier of the invited body; returns 1."""
    context = invitation_context(invitation.consultation, invitation.body, path=invitation_path(invitation))
    mail.queue(INVITATION, to=clerk.email, context=context)
    invitation.mailed_to.add(clerk)
    return 1


def preview(*, consultation, body, clerk):
    """The mail with which this griffier would be invited, unsaved, with no link that works."""
    path = reverse("consultation:invitation", args=[OWN_LINK])
    return mail.composed(INVITATION, to=clerk.email, context=invitation_context(consultation, body, path=path))


def invitation_context(consultation, body, *, path):
    return {"consultation": consultation, "body": in_sentence(body), "path": path}


def invitation_path(invitation):
    """Where a griffier says, without signing in, what the body will do."""
    return reverse("consultation:invitation", args=[signing.dumps(invitation.pk, salt=INVITATION_SALT)])


@history.act("antwoord op de uitnodiging gegeven")
def set_invitation(*, invitation, handles_on=None, declines=False, remark=""):
    """Says when the invited body handles the text, or that it declines, or with neither nothing yet. Raises Refused."""
    invitation = Invitation.objects.select_for_update(of=["self"]).select_related("consultation").get(pk=invitation.pk)
    if invitation.consultation.closes_at <= timezone.now():
        raise Refused("Deze consultatie is gesloten.")
    invitation.handles_on = None if declines else handles_on
    invitation.declined_on = (invitation.declined_on or timezone.localdate()) if declines else None
    invitation.remark = remark
    invitation.full_clean()
    invitation.save()
    return invitation
