"""Questions about figures."""

from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, When, Window
from django.db.models.functions import RowNumber

from partners.ground.example import RealQuerySet
from partners.ground.publishing import PublicQuerySet
from results.models.measurement import Measurement, Target
from results.models.status import Override

# How many measurements of a figure an overview reads: enough for its latest value, its status and a drawing.
RECENT = 24


class IndicatorQuerySet(PublicQuerySet, RealQuerySet):
    def headlines(self):
        """Those that stand at the top of the results page, in the editors' order."""
        return self.filter(headline_position__isnull=False).order_by("headline_position")

    def with_values(self):
        """With the `measurements` on the site (newest first) and `targets`, each with its source."""
        return self.prefetch_related(
            Prefetch("measurements", Measurement.objects.public(along=["partner"]).select_related("source", "partner")),
            Prefetch("targets", Target.objects.select_related("source")),
        )

    def with_status(self):
        """As `with_values`, and with the `overrides` that hold today."""
        return self.with_values().prefetch_related(Prefetch("overrides", Override.objects.in_force()))

    def with_recent_values(self, on=None):
        """As `with_status`, but with no more than the `RECENT` newest measurements, those of the own area first.

        With a day `on`, what was measured and set by then.
        """
        measurements = Measurement.objects.public(along=["partner"])
        measurements = measurements.filter(reference_on__lte=on) if on else measurements
        order = [Case(When(scope=F("indicator__scope"), then=0), default=1), F("reference_on").desc(), F("pk")]
        place = Window(RowNumber(), partition_by=F("indicator"), order_by=order)
        recent = measurements.select_related("source", "partner").annotate(place=place).order_by("place")
        return self.prefetch_related(
            Prefetch("measurements", recent.filter(place__lte=RECENT)),
            Prefetch("targets", Target.objects.select_related("source")),
            Prefetch("overrides", Override.objects.in_force(on)),
        )

    def measured(self):
        """Those with something to show: a measurement of the own area, or a target."""
        own = Measurement.objects.filter(indicator=OuterRef("pk"), scope=OuterRef("scope"))
        return self.filter(Exists(own) | Exists(Target.objects.filter(indicator=OuterRef("pk"))))

    def saying_something_of(self, element):
        """Those that measure `element`, what stands under it, or what contributes to it."""
        links = self.model.elements.through.objects.filter(indicator=OuterRef("pk"))
        of_it = Q(element=element) | Q(element__parent=element) | Q(element__serves=element)
        return self.filter(Exists(links.filter(of_it)))

    def of_partner(self, partner):
        """Those that were measured for `partner`, and those that it keeps."""
        measured_for = Measurement.objects.filter(indicator=OuterRef("pk"), partner=partner)
        return self.filter(Q(owner__partner=partner) | Exists(measured_for))

    def first_of_each_nature(self, most):
        """Of each nature at most `most` headlines and `most` others, those with a chart first.

        Adds `alike`: how many there are of the same nature, headlines and others apart.
        """
        apart = [F("nature"), Q(headline_position__isnull=False)]
        no_chart = Case(When(message="", then=1), default=0)
        return (
            self.annotate(
                alike=Window(Count("pk"), partition_by=apart),
                place=Window(
                    RowNumber(), partition_by=apart, order_by=["headline_position", no_chart, F("name"), F("pk")]
                ),
            )
            .filter(place__lte=most)
            .order_by("headline_position", "place")
        )
