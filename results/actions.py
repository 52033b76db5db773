"""Acts on figures: putting a value right, and judging what an owner proposes."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from partners.models import Certainty, Source
from partners.templatetags.dutch import day
from results.models import Correction, Enquiry, Measurement, Proposal, ProposalKind, Verdict


@transaction.atomic
def correct(*, measurement, qualifier, value, reason, source=None):
    """Puts the value of `measurement` right and keeps what it said, with the `reason`, on the list of corrections.

    Returns the Correction. Raises ValidationError without a reason, or when nothing changes.
    """
    stored = Measurement.objects.select_for_update().select_related("indicator").get(pk=measurement.pk)
    correction = Correction(
        measurement=stored,
        old_qualifier=stored.qualifier,
        old_value=stored.value,
        source_id=stored.source_id,
        new_qualifier=qualifier,
        new_value=value,
        reason=reason.strip(),
    )
    correction.full_clean()
    stored.qualifier, stored.value, stored.certainty = qualifier, value, Certainty.CORRECTED
    stored.source = source or stored.source
    stored.full_clean()
    stored.save()
    correction.save()
    return correction


@transaction.atomic
def receive(*, enquiry, proposals):
    """Keeps what an owner sent in: unsaved `proposals`, at most one per figure.

    What was sent before and nobody judged yet is replaced; what was judged stays as it is, and its new form is
    left out. Returns those that were kept.
    """
    Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    judged = set(enquiry.proposals.exclude(verdict=Verdict.OPEN).values_list("indicator_id", flat=True))
    kept = [proposal for proposal in proposals if proposal.indicator_id not in judged]
    enquiry.proposals.open().filter(indicator__in=[proposal.indicator_id for proposal in kept]).delete()
    for proposal in kept:
        proposal.enquiry = enquiry
        proposal.full_clean()
        proposal.save()
    return kept


@transaction.atomic
def approve(*, proposal, by):
    """Carries out an owner's proposal: the figure is checked, put right, or gets a new measurement.

    Raises ValidationError when it was judged already, or when the figure changed since in a way that refuses it.
    """
    proposal = still_open(proposal)
    owner = proposal.enquiry.owner
    checked = {"checked_on": timezone.localdate(proposal.received_at), "checked_by": str(owner)[:120]}
    if proposal.kind == ProposalKind.CONFIRMED:
        Measurement.objects.filter(pk=proposal.measurement_id).update(**checked)
    elif proposal.kind == ProposalKind.CORRECTION:
        reason = proposal.note or f"Opgave van de eigenaar, {owner}."
        correct(
            measurement=proposal.measurement,
            qualifier=proposal.qualifier,
            value=proposal.value,
            reason=reason,
            source=statement_of(proposal.enquiry),
        )
        Measurement.objects.filter(pk=proposal.measurement_id).update(**checked)
    else:
        measurement = Measurement(
            indicator=proposal.indicator,
            scope=proposal.indicator.scope,
            partner=proposal.measurement.partner if proposal.measurement else None,
            qualifier=proposal.qualifier,
            value=proposal.value,
            reference_on=proposal.reference_on,
            reference_text=day(proposal.reference_on),
            source=statement_of(proposal.enquiry),
            note=proposal.note,
            **checked,
        )
        measurement.full_clean()
        measurement.save()
    judge(proposal, Verdict.APPROVED, by)


@transaction.atomic
def reject(*, proposal, by):
    """Lays an owner's proposal aside; the figure stays as it is. Raises ValidationError when it was judged already."""
    judge(still_open(proposal), Verdict.REJECTED, by)


def still_open(proposal):
    """The proposal, locked. Raises ValidationError when somebody judged it already."""
    locked = Proposal.objects.select_for_update(of=["self"]).select_related(
        "enquiry__owner__partner", "indicator", "measurement__partner"
    )
    proposal = locked.get(pk=proposal.pk)
    if proposal.verdict != Verdict.OPEN:
        raise ValidationError(f"Dit voorstel is al {proposal.get_verdict_display()}.")
    return proposal


def judge(proposal, verdict, by):
    proposal.verdict, proposal.judged_by, proposal.judged_at = verdict, by, timezone.now()
    proposal.save(update_fields=["verdict", "judged_by", "judged_at"])


def statement_of(enquiry):
    """What the owner said in this quarter, as the source of the values in it."""
    title = f"Opgave van {enquiry.owner}, {enquiry.quarter}"
    source, _ = Source.objects.get_or_create(
        slug=slugify(f"opgave-{enquiry.owner.partner.slug}-{enquiry.owner_id}-{enquiry.quarter_on:%Y-%m}")[:80],
        defaults={
            "title": title[:200],
            "publisher": enquiry.owner.partner.name,
            "published_on": timezone.localdate(),
        },
    )
    return source
