"""Putting a value right, in the open."""

from partners.ground import history
from partners.models import Certainty
from results.models import Correction, Measurement


@history.act("waarde gecorrigeerd", reason="reason")
def correct(*, measurement, qualifier, value, reason, source=None):
    """Puts the value of `measurement` right and keeps what it said, with the `reason`, on the list of corrections.

    Returns the Correction. Raises ValidationError without a reason, or when nothing changes.
    """
    stored = (
        Measurement.objects.select_for_update(of=["self"]).select_related("indicator", "partner").get(pk=measurement.pk)
    )
    correction = Correction(
        measurement=stored,
        indicator=stored.indicator,
        figure=stored.indicator.name,
        unit=stored.indicator.unit,
        measured_on=stored.reference_on,
        measured_when=stored.when_and_whose,
        is_example=stored.indicator.is_example,
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
