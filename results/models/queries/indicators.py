"""Questions about figures."""

from django.db.models import (
    Case,
    Count,
    DateField,
    DateTimeField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    Func,
    Max,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    When,
    Window,
)
from django.db.models.functions import Cast, Coalesce, Greatest, Least, RowNumber
from django.utils import timezone

from partners.ground.example import RealQuerySet
from partners.ground.publishing import PublicQuerySet
from results.models.measurement import LAST_DAY, Measurement, Scope
from results.models.nature import RECENT_FOR, IndicatorNature
from results.models.status import Override, StatusRule
from results.models.values.target import Target

# How many measurements of a figure an overview reads: enough for its latest value, its status and a drawing.
RECENT = 24
# As many of each partner: enough for its latest value and the one before, also where sources differ.
RECENT_OF_PARTNER = 4

# As `Indicator.shelf_life`: as agreed, else by its nature, else when its rule holds it against a day to come.
SHELF_LIFE = Coalesce(
    "keeps_for",
    Case(
        *(When(nature=nature, then=nature.keeps_for) for nature in IndicatorNature if nature.keeps_for),
        When(~Q(rule=StatusRule.NONE), then=RECENT_FOR),
    ),
)


def months_on(day, months):
    """So many months after a day, or the last of that month when it has no such day; null when either is not known."""
    span = Func(months, template="make_interval(months => (%(expressions)s)::int)", output_field=DurationField())
    return Cast(ExpressionWrapper(F(day) + span, output_field=DateTimeField()), DateField())


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
        """As `with_status`, but only with the `recent_values`."""
        return self.prefetch_related(*self.recent_values(on))

    def recent_values(self, on=None):
        """What to read ahead for the newest measurements that count, with the targets and what the editors set.

        Of each partner these are `RECENT_OF_PARTNER`, of all else `RECENT`, those of the own area first; and all of
        a figure with a target that is due, which is judged by what was measured around its date. With a day `on`,
        what was measured and set by then.
        """
        today = on or timezone.localdate()
        measurements = Measurement.objects.public(along=["partner"]).counting()
        measurements = measurements.filter(reference_on__lte=on) if on else measurements
        order = [Case(When(scope=F("indicator__scope"), then=0), default=1), F("reference_on").desc(), F("pk")]
        place = Window(RowNumber(), partition_by=[F("indicator"), F("partner")], order_by=order)
        due = Exists(Target.objects.filter(indicator=OuterRef("indicator"), due_on__lt=today))
        recent = measurements.select_related("source", "partner").annotate(place=place, is_due=due).order_by("place")
        few = Q(place__lte=RECENT_OF_PARTNER) | Q(partner=None, place__lte=RECENT) | Q(is_due=True)
        return [
            Prefetch("measurements", recent.filter(few)),
            Prefetch("targets", Target.objects.select_related("source")),
            Prefetch("overrides", Override.objects.in_force(on)),
        ]

    def with_due(self):
        """Adds `due_on`: the day by which a newer value should be there, None where nothing says so. One query.

        That is the day on which it is expected; where none is, the first of the end of its shelf life and the day by
        which somebody should have looked at it. A figure that was never measured is due on an expected day alone.
        Of one that is measured per partner the partner counts whose newest value is the oldest, of those that take
        part: a new value of one makes that of another no less late.
        """
        takes_part = Q(partner=None) | Q(partner__left_on=None) | Q(partner__left_on__gt=timezone.localdate())
        own = Measurement.objects.counting().filter(indicator=OuterRef("pk"), scope=OuterRef("scope"))
        series = own.filter(takes_part).order_by().values("partner").annotate(day=Max(LAST_DAY))
        looked_at = series.annotate(looked_at=Greatest("day", Max("checked_on"))).order_by("looked_at")
        return self.annotate(
            # Of an area there is one series, and its newest value stands last in an index.
            measured_on=Case(
                When(scope=Scope.PARTNER, then=Subquery(series.order_by("day").values("day")[:1])),
                default=Subquery(own.order_by(LAST_DAY.desc()).values(day=LAST_DAY)[:1]),
                output_field=DateField(),
            ),
            # Where nobody agreed to look, all would be read for nothing.
            looked_at_on=Case(
                When(check_every__isnull=False, then=Subquery(looked_at.values("looked_at")[:1])),
                output_field=DateField(),
            ),
            due_on=Coalesce(
                "next_expected_on",
                Least(months_on("measured_on", SHELF_LIFE), months_on("looked_at_on", F("check_every"))),
                output_field=DateField(),
            ),
        )

    def late(self, on=None):
        """Those of which a newer value should have been there before the day `on`, today without; with `due_on`."""
        return self.with_due().filter(due_on__lt=on or timezone.localdate())

    def unreminded(self):
        """Of those read `late` the ones of which nobody was mailed yet that they are."""
        reminders = self.model.late_reminders.rel.related_model.objects  # whose module imports this one
        return self.filter(~Exists(reminders.filter(indicator=OuterRef("pk"), due_on=OuterRef("due_on"))))

    def measured(self):
        """Those with something to show: a measurement of the own area, or a target."""
        own = Measurement.objects.filter(indicator=OuterRef("pk"), scope=OuterRef("scope"))
        return self.filter(Exists(own) | Exists(Target.objects.filter(indicator=OuterRef("pk"))))

    def without_value(self):
        """Those of which no measurement of the own area is known."""
        return self.filter(~Exists(Measurement.objects.filter(indicator=OuterRef("pk"), scope=OuterRef("scope"))))

    def saying_something_of(self, element):
        """Those that measure `element`, what stands under it, or what contributes to it."""
        links = self.model.elements.through.objects.filter(indicator=OuterRef("pk"))
        of_it = Q(element=element) | Q(element__parent=element) | Q(element__serves=element)
        return self.filter(Exists(links.filter(of_it)))

    def of_partner(self, partner):
        """Those that were measured for `partner`, and those that it keeps."""
        measured_for = Measurement.objects.filter(indicator=OuterRef("pk"), partner=partner)
        return self.filter(Q(owner__partner=partner) | Exists(measured_for))

    def by_nature(self):
        """In the order of the natures; of each the headlines first, then by name."""
        natures = Case(*(When(nature=nature, then=place) for place, nature in enumerate(IndicatorNature)))
        return self.order_by(natures, "headline_position", "name", "pk")

    def with_words(self, text):
        """Of which the name or the sentence has every word of `text` in it."""
        found = self
        for word in text.split():
            found = found.filter(Q(name__icontains=word) | Q(sentence__icontains=word))
        return found

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
