"""Asking the bodies for their view, and what a body says it will do."""

from collections import defaultdict

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from consultation.mails import INVITATION, OWN_LINK
from consultation.models import Consultation, Invitation, Invitees
from partners.ground import history, mail
from partners.ground.refusal import Refused
from partners.models import Body, BodyKind, Mandate

# What the link in an invitation is signed with; whoever has the link may say what the body will do.
INVITATION_SALT = "consultation.invitation"


@history.act("organen uitgenodigd")
def invite(*, consultation, invitees=Invitees.ASSEMBLIES):
    """Invites every body of these Invitees that was not invited yet, and mails who prepares its meetings.

    Mails also those who became known since their body was invited. An example invites the bodies of the demo's own
    partners only. Returns (how many bodies, how many mails). Raises Refused.
    """
    consultation = Consultation.objects.select_for_update().get(pk=consultation.pk)
    if consultation.closes_at <= timezone.now():
        raise Refused("Deze consultatie is gesloten.")
    if not consultation.is_public_now:
        raise Refused("Deze consultatie is nog een concept. Maak die eerst openbaar.")
    new = Invitation.objects.bulk_create(
        Invitation(consultation=consultation, body=body) for body in not_invited(consultation, invitees)
    )
    waiting = waiting_for_answer(consultation, invitees).select_related("consultation")
    return len(new), sum(mail_invitation(invitation, mandate) for invitation, mandate in unmailed(waiting))


def not_invited(consultation, invitees):
    """The bodies of these Invitees that this consultation did not ask."""
    bodies = Body.objects.of_kinds(invitees.kinds, is_example=consultation.is_example)
    return bodies.exclude(invitations__consultation=consultation)


def waiting_for_answer(consultation, invitees):
    """The invitations of these Invitees on which nobody said what the body will do."""
    return consultation.invitations.unanswered().filter(body__kind__in=invitees.kinds).select_related("body")


@history.act("uitnodiging opnieuw verstuurd")
def invite_again(*, invitations):
    """Mails those who prepare the meetings of the invited bodies today, also who was mailed before. How many it was.

    Leaves out what is closed, and bodies that said what they will do.
    """
    found = invitations.unanswered().select_related("consultation", "body")
    return sum(mail_invitation(invitation, mandate) for invitation, mandate in with_receivers(found))


def with_receivers(invitations):
    """(Invitation, Mandate) for each person who gets the invitation today, in two queries."""
    mandates = Mandate.objects.receiving(Body.objects.filter(pk__in=invitations.values("body"))).select_related("user")
    of_body = defaultdict(dict)
    for mandate in mandates.order_by("user", "pk"):
        of_body[mandate.body_id].setdefault(mandate.user_id, mandate)
    return [(invitation, mandate) for invitation in invitations for mandate in of_body[invitation.body_id].values()]


def unmailed(invitations):
    """As with_receivers, without those who were mailed that invitation."""
    mailed = set(invitations.filter(mailed_to__isnull=False).values_list("pk", "mailed_to"))
    return [
        (invitation, mandate)
        for invitation, mandate in with_receivers(invitations)
        if (invitation.pk, mandate.user_id) not in mailed
    ]


def mail_invitation(invitation, mandate):
    """Mails one who gets the invitation of this body; returns 1."""
    path = invitation_path(invitation)
    context = invitation_context(invitation.consultation, invitation.body, mandate, path=path)
    mail.queue(INVITATION, to=mandate.user.email, context=context)
    invitation.mailed_to.add(mandate.user)
    return 1


def preview(*, consultation, body, mandate):
    """The mail with which the one with this mandate would be invited, unsaved, with no link that works."""
    path = reverse("consultation:invitation", args=[OWN_LINK])
    context = invitation_context(consultation, body, mandate, path=path)
    return mail.composed(INVITATION, to=mandate.user.email, context=context)


def invitation_context(consultation, body, mandate, *, path):
    return {
        "consultation": consultation,
        "body": body.in_sentence,
        "yours": BodyKind(body.kind).yours,
        "capacity": mandate.get_capacity_display(),
        "path": path,
        "days": settings.LINK_DAYS["invitation"],
    }


def invitation_path(invitation):
    """Where one says, without signing in, what the body will do."""
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
