"""Asking owners each quarter whether their figures still hold, and judging what they propose."""

from datetime import date

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from partners.ground import history, mail
from partners.ground.links import age_of
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import day, listed
from partners.models import Source
from results.actions.corrections import correct
from results.actions.four_eyes import put_through
from results.mails import CONFIRMATION, SENT_BACK
from results.models import (
    ConfirmationRequest,
    Indicator,
    LateReminder,
    Measurement,
    Owner,
    Proposal,
    ProposalKind,
    ProposalState,
)

CONFIRMATION_SALT = "results.confirmation"
# What the link is signed with at which an owner leaves.
DECLINE_SALT = "results.no_confirmation"
OTHER_PERSON = "U voerde dit zelf in. Een collega leest het na en zet het op de site."
NOT_YOURS = "Alleen wie dit invoerde, trekt het in."
SAY_WHY = "Schrijf waarom u dit terugstuurt. Wie het invoerde, krijgt dat per mail."


def ask_owners(*, today=None):
    """Mails each owner with an address and figures once a quarter, unless it declined. Returns how many it wrote."""
    today = today or timezone.localdate()
    quarter = quarter_of(today)
    asked = ConfirmationRequest.objects.filter(owner=OuterRef("pk"), quarter_on=quarter, sent_at__isnull=False)
    owners = (
        Owner.objects.filter(declined_at=None)
        .exclude(email="")
        .filter(Exists(Indicator.objects.public().filter(owner=OuterRef("pk"))))
    )
    sent = 0
    for owner in owners.exclude(Exists(asked)).select_related("partner"):
        sent += ask(owner=owner, quarter=quarter, today=today)
    return sent


def quarter_of(today):
    """The first day of the quarter of the day `today`."""
    return date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)


@history.act("navraag gedaan")
def ask(*, owner, quarter, today=None):
    """Mails one owner a link to all their figures, unless that was done this `quarter`. Returns whether it did.

    It says of which a newer value is late on the day `today`, now without, so that no other mail need do so. The row
    that says so and the mail are one transaction, so two runs at once are one mail.
    """
    confirmation_request, _ = ConfirmationRequest.objects.get_or_create(owner=owner, quarter_on=quarter)
    confirmation_request = ConfirmationRequest.objects.select_for_update().get(pk=confirmation_request.pk)
    if confirmation_request.sent_at:
        return False
    confirmation_request.sent_at = timezone.now()
    confirmation_request.save(update_fields=["sent_at"])
    late = list(owner.indicators.public().late(today).order_by("name"))
    LateReminder.objects.note(owner.indicators.public().late(today).unreminded(), owner=owner)
    leave = leave_address(owner)
    mail.queue(
        CONFIRMATION,
        to=owner.email,
        context={
            "confirmation_request": confirmation_request,
            "path": address_of(confirmation_request),
            "leave_path": leave,
            "until": timezone.localdate(confirmation_request.sent_at + age_of("figures")),
            "indicators": owner.indicators.public().order_by("name").with_recent_values(),
            "late": f"Te laat is een nieuwe waarde van: {listed(late)}." if late else "",
        },
        lasts=age_of("figures"),
        unsubscribe=settings.SITE_URL + leave,
    )
    return True


def decline(*, owner):
    """Takes it that this owner wants to be asked no more. The figures stay theirs."""
    Owner.objects.filter(pk=owner.pk, declined_at=None).update(declined_at=timezone.now())


def leave_address(owner):
    """Where an owner says to be asked no more."""
    return reverse("results:no_confirmation", args=[signing.dumps(owner.pk, salt=DECLINE_SALT)])


def address_of(confirmation_request):
    """The page on which its owner answers; whoever has the address is taken to be the owner."""
    return reverse("results:confirmation", args=[signing.dumps(confirmation_request.pk, salt=CONFIRMATION_SALT)])


@history.act("antwoord op navraag ontvangen")
def receive(*, confirmation_request, proposals):
    """Stores what an owner sent in: unsaved `proposals`, at most one per figure.

    What was sent before and nobody judged yet is replaced; what was judged stays as it is, and its new form is
    left out. Returns those that were stored.
    """
    ConfirmationRequest.objects.select_for_update().get(pk=confirmation_request.pk)
    # Also those that are open: one that is being judged is judged before this looks.
    held = list(confirmation_request.proposals.select_for_update().order_by("pk"))
    judged = {(proposal.indicator_id, proposal.partner_id) for proposal in held if proposal.state != ProposalState.OPEN}
    new = [proposal for proposal in proposals if (proposal.indicator_id, proposal.partner_id) not in judged]
    for proposal in new:
        confirmation_request.proposals.open().filter(indicator=proposal.indicator, partner=proposal.partner).delete()
        proposal.confirmation_request = confirmation_request
        proposal.full_clean()
        proposal.save()
    return new


@history.act("voorstel overgenomen")
def approve(*, proposal, by):
    """Carries out a proposal: the figure is checked, put right, or gets a new value.

    Raises ValidationError when it was judged already, or when the figure changed since in a way that refuses it, and
    Refused when `by` entered it.
    """
    proposal = lock_open(proposal)
    refuse_own(proposal, by)
    if proposal.row is not None:
        put_through(proposal, by=by)
        judge(proposal, ProposalState.APPROVED, by)
        return
    carry_out = {
        ProposalKind.CONFIRMED: mark_as_checked,
        ProposalKind.CORRECTION: correct_as_proposed,
        ProposalKind.NEW: add_measurement,
    }[proposal.kind]
    carry_out(proposal)
    judge(proposal, ProposalState.APPROVED, by)


def check_by(proposal):
    """The fields of a measurement that say when and by whom it was checked."""
    owner = proposal.confirmation_request.owner
    return {"checked_on": timezone.localdate(proposal.received_at), "checked_by": str(owner)[:120]}


def mark_as_checked(proposal):
    Measurement.objects.filter(pk=proposal.measurement_id).update(**check_by(proposal))


def correct_as_proposed(proposal):
    owner = proposal.confirmation_request.owner
    correct(
        measurement=proposal.measurement,
        qualifier=proposal.qualifier,
        value=proposal.value,
        reason=proposal.note or f"Opgave van de eigenaar, {owner}.",
        source=owner_as_source(proposal.confirmation_request),
    )
    mark_as_checked(proposal)


def add_measurement(proposal):
    measurement = Measurement(
        indicator=proposal.indicator,
        scope=proposal.indicator.scope,
        partner=proposal.partner,
        qualifier=proposal.qualifier,
        value=proposal.value,
        reference_on=proposal.reference_on,
        reference_text=day(proposal.reference_on),
        source=owner_as_source(proposal.confirmation_request),
        note=proposal.note,
        **check_by(proposal),
    )
    measurement.full_clean()
    measurement.save()
    # The day that was expected is over with it; the next one is not known yet.
    met = Indicator.objects.filter(pk=proposal.indicator_id, next_expected_on__lte=timezone.localdate())
    met.update(next_expected_on=None)


@history.act("voorstel afgewezen", reason="reason")
def reject(*, proposal, by, reason=""):
    """Lays a proposal aside; the figure stays as it is. Who entered it at the desk is mailed the `reason`.

    Raises ValidationError when it was judged already or lacks that reason, and Refused when `by` entered it.
    """
    proposal = lock_open(proposal)
    refuse_own(proposal, by)
    if proposal.row is not None and not reason.strip():
        raise ValidationError(SAY_WHY)
    proposal.answer = reason.strip()
    judge(proposal, ProposalState.REJECTED, by)
    if proposal.proposed_by:
        path = reverse("admin:results_proposal_change", args=[proposal.pk])
        mail.queue(SENT_BACK, to=proposal.proposed_by.email, context={"proposal": proposal, "path": path})


@history.act("voorstel ingetrokken")
def take_back(*, proposal, by):
    """Lets who entered a proposal at the desk take it back. Raises ValidationError when it was judged already."""
    proposal = lock_open(proposal)
    if proposal.proposed_by != by:
        raise Refused(NOT_YOURS)
    judge(proposal, ProposalState.TAKEN_BACK, by)


def refuse_own(proposal, by):
    """Raises Refused when `by` entered the proposal, or nobody is known to judge it."""
    if proposal.row is not None and (by is None or proposal.proposed_by == by):
        raise Refused(OTHER_PERSON)


def lock_open(proposal):
    """The proposal, locked. Raises ValidationError when somebody judged it already."""
    locked = Proposal.objects.select_for_update(of=["self"]).select_related(
        "confirmation_request__owner__partner", "indicator", "partner", "measurement__partner", "target", "proposed_by"
    )
    proposal = locked.get(pk=proposal.pk)
    if proposal.state != ProposalState.OPEN:
        raise ValidationError(f"Dit voorstel is al {proposal.get_state_display()}.")
    return proposal


def judge(proposal, state, by):
    """Stores what the secretariat made of a locked proposal, by whom and when."""
    proposal.state, proposal.judged_by, proposal.judged_at = state, by, timezone.now()
    proposal.save(update_fields=["state", "judged_by", "judged_at", "answer"])


def owner_as_source(confirmation_request):
    """What the owner said in this quarter, as the Source of the values in it."""
    owner, quarter = confirmation_request.owner, confirmation_request.quarter_on
    source, _ = Source.objects.get_or_create(
        slug=slugify(f"opgave-{owner.partner.slug}-{owner.pk}-{quarter:%Y-%m}")[:80],
        defaults={
            "title": f"Opgave van {owner}, {confirmation_request.quarter}"[:200],
            "publisher": owner.partner.name,
            "published_on": timezone.localdate(),
        },
    )
    return source
