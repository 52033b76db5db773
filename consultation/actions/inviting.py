"""Asking the bodies for their view, and what a body says it will do."""

from django.core import signing
from django.urls import reverse
from django.utils import timezone

from consultation.mails import INVITATION
from consultation.models import Consultation, Invitation
from consultation.models.sender_kind import in_sentence
from partners.ground import history, mail
from partners.ground.refusal import Refused
from partners.models import Body, Capacity, User

# What the link in an invitation is signed with; whoever has the link may say what the body will do.
INVITATION_SALT = "consultation.invitation"


@history.act("raden en Staten uitgenodigd")
def invite(*, consultation):
    """Invites every council and Provinciale Staten that was not invited yet, and mails their griffiers.

    An example invites the bodies of the demo's own partners only. Returns (how many bodies, how many mails).
    Raises Refused.
    """
    consultation = Consultation.objects.select_for_update().get(pk=consultation.pk)
    if consultation.closes_at <= timezone.now():
        raise Refused("Deze consultatie is gesloten.")
    bodies = Body.objects.assemblies(is_example=consultation.is_example)
    new = Invitation.objects.bulk_create(
        Invitation(consultation=consultation, body=body)
        for body in bodies.exclude(invitations__consultation=consultation).select_related("partner")
    )
    return len(new), sum(mail_invitation(invitation) for invitation in new)


@history.act("uitnodiging opnieuw verstuurd")
def invite_again(*, invitations):
    """Mails the griffiers that the invited bodies have today, also those who became known later. Returns how many.

    Leaves out what is closed, and bodies that said what they will do.
    """
    open_ones = invitations.filter(consultation__closes_at__gt=timezone.now(), handles_on=None, declined_on=None)
    return sum(mail_invitation(invitation) for invitation in open_ones.select_related("consultation", "body"))


def mail_invitation(invitation):
    """Mails each griffier of the invited body; returns how many."""
    clerks = User.objects.filter(
        is_active=True,
        mandates__in=invitation.body.mandates.held().filter(capacity=Capacity.CLERK),
    )
    mails = [
        mail.queue(
            INVITATION,
            to=clerk.email,
            context={
                "consultation": invitation.consultation,
                "body": in_sentence(invitation.body),
                "path": invitation_path(invitation),
            },
        )
        for clerk in clerks.distinct()
    ]
    return len(mails)


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
