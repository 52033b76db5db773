"""Asking people to act for a body, saying yes, and ending it. Each act locks the body or the row that it is about."""

from datetime import timedelta

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Min, Q
from django.urls import reverse
from django.utils import timezone

from partners.ground import history, mail
from partners.ground.refusal import Refused
from partners.ground.sheets.importing import carry_out
from partners.ground.sheets.previewing import digest_of
from partners.ground.templatetags.dutch import day
from partners.mails import ENDED, INVITED
from partners.models import ELECTED, AccountInvitation, Body, BodyKind, Mandate, User
from partners.people.telling import told

# What the link in an invitation is signed with.
SALT = "partners.people.invitation"
# A term that is entered long after it began ends nothing: who sits by then was entered knowing that.
LATE = timedelta(days=60)
YOURSELF = "U kunt uzelf niet uitnodigen. Vraag het een collega van het regiobureau."
NOT_YOURS = "Dit nodigt alleen het regiobureau uit. U kunt hier kiezen uit: {}."
GONE = "Deze uitnodiging is er niet meer. De uitnodiging is aangenomen of ingetrokken."
EXPIRED = "Deze uitnodiging is verlopen."
IS_OFF = "Dit account staat uit. Vraag het regiobureau wat u kunt doen."
HAS_IT = "U hebt deze hoedanigheid al."
OVER = "Deze hoedanigheid eindigt al op {}."
NOT_BEGUN = "Deze hoedanigheid begint pas op {}. Kies die dag of een latere."
BY_LINK = "U nam op de site een uitnodiging aan, met de link in een mail aan dit adres."
CHANGED = "Intussen is er iets veranderd. Kijk opnieuw voor wie het eindigt."


@history.act("mensen uitgenodigd", only_changes=True)
def invite_people(*, body, layout, rows, digest):
    """(ImportResult, whether it was kept) of `rows` of a sheet of invitations; kept only if they do what `digest` says.

    Each that is new or changed is mailed.
    """
    locked(body)
    result, is_kept = carry_out(layout, rows, keep=lambda result: digest_of(result) == digest)
    if not is_kept:
        transaction.set_rollback(True)
    return result, is_kept


def keep_invitation(form, before, *, capacities=None):
    """Saves one row of a sheet of invitations and mails it. Raises ValidationError for what its sender may not ask.

    With `capacities` only those may be asked; and nobody asks themselves, for that would be giving oneself a right.
    """
    invitation, by = form.save(commit=False), history.asking()
    if by and by.email == invitation.email:
        raise ValidationError({"email": YOURSELF})
    if capacities and invitation.capacity not in capacities:
        raise ValidationError({"capacity": NOT_YOURS.format(", ".join(one.label for one in capacities))})
    invitation.sent_by = by
    send(invitation)


def send(invitation):
    """Mails the invitation, from when it lasts anew."""
    invitation.sent_at = timezone.now()
    invitation.save()
    context = {
        "name": invitation.name,
        "body": invitation.body.in_sentence,
        "capacity": invitation.get_capacity_display(),
        "until": invitation.ends_on,
        "answer_by": timezone.localdate(invitation.lasts_until),
        "by": str(invitation.sent_by or "Het regiobureau"),
        "is_example": invitation.body.partner.is_example,
        "path": path_of(invitation),
    }
    mail.queue(INVITED, to=invitation.email, context=context)


def path_of(invitation):
    """Where one says yes, for who has the link."""
    return reverse("partners:welcome", args=[signing.dumps(invitation.pk, salt=SALT)])


@history.act("uitnodiging voor een account opnieuw verstuurd")
def send_again(*, body, pk):
    """Mails an invitation of the body once more, from when it lasts anew. Returns it. Raises Refused."""
    invitation = invitation_of(body, pk)
    invitation.sent_by = history.asking() or invitation.sent_by
    send(invitation)
    return invitation


@history.act("uitnodiging voor een account ingetrokken")
def withdraw(*, body, pk):
    """Takes an invitation of the body back: its link works no more. Returns it. Raises Refused."""
    invitation = invitation_of(body, pk)
    invitation.delete()
    return invitation


def invitation_of(body, pk):
    """The invitation of that body, locked. Raises Refused."""
    found = AccountInvitation.objects.select_for_update(of=["self"]).select_related("body__partner")
    invitation = found.filter(body=body, pk=pk).first()
    if invitation is None:
        raise Refused(GONE)
    return invitation


@history.act("uitnodiging voor een account aangenomen")
def accept(*, invitation, here=None):
    """Makes the account, unless there is one, with the mandate that was asked; the invitation goes. Returns the user.

    Who had an account is told, and signed out but in the session `here`: they may do more from now on. Raises Refused,
    or ValidationError for a mandate that cannot be.
    """
    invitation = invitation_of(invitation.body_id, invitation.pk)
    if invitation.has_expired:
        raise Refused(EXPIRED)
    user = User.objects.select_for_update().filter(email=invitation.email).first()
    if user and not user.is_active:
        raise Refused(IS_OFF)
    is_known = user is not None
    user = user or User.objects.create_user(invitation.email, name=invitation.name)
    now = user.mandates.held().filter(body=invitation.body_id, capacity=invitation.capacity)
    if now.exists():
        raise Refused(HAS_IT)
    mandate = Mandate(
        user=user,
        body=invitation.body,
        capacity=invitation.capacity,
        party_group=invitation.party_group,
        starts_on=timezone.localdate(),
        ends_on=invitation.ends_on,
    )
    mandate.full_clean()
    with told(*([user] if is_known else []), by=BY_LINK, but=here):
        mandate.save()
    invitation.delete()
    return user


@history.act("hoedanigheid beëindigd")
def end_mandate(*, mandate, last_day):
    """Ends the mandate after `last_day`, and mails whose it was. Raises Refused."""
    mandate = Mandate.objects.select_for_update(of=["self"]).select_related("user", "body__partner").get(pk=mandate.pk)
    if mandate.ends_on and mandate.ends_on <= last_day:
        raise Refused(OVER.format(day(mandate.ends_on)))
    if last_day < mandate.starts_on:
        raise Refused(NOT_BEGUN.format(day(mandate.starts_on)))
    end(mandate, last_day)


@history.act("hoedanigheden van een orgaan beëindigd")
def end_all(*, body, last_day, read):
    """Ends the mandates of all members of the body after `last_day`, and mails each the way to the overdrachtsdossier.

    `read` are the keys of the mandates that were shown. Raises Refused when they are others by now. How many it was.
    """
    locked(body)
    ending = Mandate.objects.ending_with(body, last_day).select_for_update(of=["self"])
    mandates = list(ending.select_related("user", "body__partner"))
    if [mandate.pk for mandate in mandates] != list(read):
        raise Refused(CHANGED)
    for mandate in mandates:
        end(mandate, last_day)
    return len(mandates)


@history.act("hoedanigheden met de zittingsperiode beëindigd", only_changes=True)
def end_with_term(*, today=None):
    """Ends what elected members hold without a last day on the day before the next term began. How many it was."""
    today = today or timezone.localdate()
    began = Q(
        body__terms__starts_on__gt=F("starts_on"),
        body__terms__starts_on__gte=today - LATE,
        body__terms__starts_on__lte=today,
    )
    rows = Mandate.objects.filter(capacity__in=ELECTED, ends_on=None)
    rows = rows.annotate(next=Min("body__terms__starts_on", filter=began)).exclude(next=None)
    days = dict(rows.values_list("pk", "next"))
    found = Mandate.objects.select_for_update(of=["self"]).filter(pk__in=days, ends_on=None)
    mandates = list(found.select_related("user", "body__partner").order_by("pk"))
    for mandate in mandates:
        end(mandate, days[mandate.pk] - timedelta(days=1))
    return len(mandates)


def end(mandate, last_day):
    """Saves the last day, and tells whose mandate it is, with the overdrachtsdossier of the body."""
    kind = BodyKind(mandate.body.kind)
    context = {
        "body": mandate.body.in_sentence,
        "yours_said": f"{kind.yours} {kind.does('zei en besloot', 'zeiden en besloten')}",
        "capacity": mandate.get_capacity_display(),
        "last_day": last_day,
        "is_example": mandate.body.partner.is_example,
        "path": mandate.body.get_handover_url(),
    }
    with told(mandate.user, mail_of=(ENDED, context)):
        mandate.ends_on = last_day
        mandate.clean()
        mandate.save(update_fields=["ends_on"])


def locked(body):
    return Body.objects.select_for_update(of=["self"]).get(pk=body.pk)
