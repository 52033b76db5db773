"""One figure with all that is known of it and how it stands, read by SQL that is made once."""

from partners.ground.publishing import AtAddress
from partners.ground.state.prepared_rows import PreparedRows, give
from results.models import Indicator, Measurement, Override, Target
from results.status import with_assessment


def measurements_of(key):
    return Measurement.objects.public(along=["partner"]).filter(indicator=key).select_related("source", "partner")


FIGURES = AtAddress(lambda: Indicator.objects.select_related("owner__partner"))
KNOWN = {
    "measurements": PreparedRows(measurements_of),
    "targets": PreparedRows(lambda key: Target.objects.filter(indicator=key).select_related("source")),
    "overrides": PreparedRows(lambda key: Override.objects.in_force().filter(indicator=key)),
}


def figure_at(request, slug):
    """The figure at this address as far as the visitor may see it, with all that is known of it and its Assessment."""
    return with_all_known(FIGURES.shown_to(request, slug))


def with_all_known(indicator):
    """The figure, as read `with_status`, with its Assessment."""
    for name, rows in KNOWN.items():
        give(indicator, name, rows.ask(indicator.pk))
    return with_assessment([indicator])[0]
