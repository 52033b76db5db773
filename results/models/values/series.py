"""What a figure says: for each area a series of values, how recent they are, and which of them is printed large."""

from calendar import monthrange
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst

from partners.ground.templatetags.dutch import day, listed, number
from results.models.measurement import Measurement
from results.models.nature import RECENT_FOR, IndicatorNature
from results.models.values.target import Target

SHORT = 7  # characters: what fits beside a drawing in the largest type
NOT_CHOSEN = "Bronnen verschillen over {}: {}. Welke telt, is nog niet gekozen."
CHOSEN = "Een andere bron noemt {}. Dat telt niet mee: {}"


@dataclass(frozen=True)
class Series:
    """One figure for one area: the measurements that count, the newest first and at least one, and those `beside`."""

    measurements: list[Measurement]
    beside: list[Measurement]

    @property
    def partner(self):
        """Whom it is about; None for a wider area."""
        return self.latest.partner

    @property
    def area(self):
        return self.latest.area

    @property
    def latest(self):
        return self.measurements[0]

    @property
    def previous(self):
        """The newest that was over when the latest began, or None: what overlaps it counts in part the same."""
        return next((one for one in self.measurements if one.last_day < self.latest.reference_on), None)

    @property
    def previous_text(self):
        """'8.000 (eind 2024)'; empty when nothing was measured before."""
        return f"{self.previous.text} ({self.previous.reference_text})" if self.previous else ""

    def rivals(self, measurement):
        """All that count of the same days when they do not say the same, for nobody chose; else nothing."""
        days = (measurement.reference_on, measurement.reference_until)
        same = [one for one in self.measurements if (one.reference_on, one.reference_until) == days]
        return same if len({one.value for one in same}) > 1 else []

    @property
    def is_disputed(self):
        """Whether sources differ about the newest value and nobody chose."""
        return bool(self.rivals(self.latest))

    @property
    def dispute(self):
        """What other sources say of the day of the newest value, and what was chosen, in sentences; else empty."""
        rivals = self.rivals(self.latest)
        told = listed([f"{one.text} ({one.source.title})" for one in rivals])
        open_choice = [NOT_CHOSEN.format(self.latest.reference_text, told)] if rivals else []
        beside = [one for one in self.beside if one.reference_on == self.latest.reference_on]
        chosen = [CHOSEN.format(f"{one.text} ({one.source.title})", one.beside_because) for one in beside]
        return " ".join([*open_choice, *chosen])


def tell_disputes(values):
    """Gives each of `values` as `dispute` what other sources say of its day, as the page of its figure tells it.

    They are the newest Measurements of figures, each of one area. One query.
    """
    days, found = {value.reference_on for value in values}, defaultdict(list)
    figures = {value.indicator_id for value in values}
    of_days = Measurement.objects.filter(indicator__in=figures, reference_on__in=days)
    for one in of_days.select_related("indicator", "source").order_by("pk"):
        found[series_of(one)].append(one)
    for value in values:
        same = [one for one in found[series_of(value)] if one.reference_on == value.reference_on]
        others = [one for one in same if one.counts and one.pk != value.pk]
        value.dispute = Series([value, *others], [one for one in same if not one.counts]).dispute


def series_of(measurement):
    """By what the measurements of one Series are told from those of another."""
    return measurement.indicator_id, measurement.scope, measurement.partner_id


class Valued:
    """The values of an Indicator that is read `with_values` or `with_recent_values`, and what is said of them.

    A figure per partner has a series for each; then there is no `latest`, for nothing is said of several at once.
    """

    @cached_property
    def series(self):
        """A Series for each area that was measured, by name; those of other areas than its own are to compare with.

        Found once for each object that was read: a row of a list asks for it often.
        """
        counting, beside = {}, {}
        for one in self.measurements.all():
            if one.scope == self.scope:
                (counting if one.counts else beside).setdefault(one.partner_id, []).append(one)
        found = [Series(values, beside.get(partner, [])) for partner, values in counting.items()]
        return sorted(found, key=lambda series: series.area.casefold())

    @property
    def is_per_partner(self):
        """Whether it was measured for several partners, each apart."""
        return len(self.series) > 1

    @property
    def apart(self):
        """'22 partners, elk apart'; empty for a figure with one series or none."""
        return f"{number(len(self.series))} partners, elk apart" if self.is_per_partner else ""

    @property
    def only(self):
        """Its one Series; None when nothing has been measured yet, or there are several."""
        return self.series[0] if len(self.series) == 1 else None

    @property
    def latest(self):
        """The newest measurement of its one series, or None."""
        return self.only.latest if self.only else None

    @property
    def dispute(self):
        """What is to be said where sources differ about its newest value; empty without."""
        return self.only.dispute if self.only else ""

    @property
    def shelf_life(self):
        """For how many months a measurement counts as recent: as agreed, else by its nature; None: it never ages."""
        return self.keeps_for or IndicatorNature(self.nature).keeps_for or (RECENT_FOR if self.is_judged else None)

    def best_before_of(self, measurement):
        """The last day on which a measurement counts as recent; None when that never ends."""
        return months_after(measurement.last_day, self.shelf_life) if self.shelf_life else None

    @property
    def best_before(self):
        """The last day on which its latest measurement counts as recent; None when that never ends."""
        return self.best_before_of(self.latest) if self.latest else None

    def is_stale_on(self, measurement, today):
        """Whether a measurement is past its best on the day `today`."""
        best_before = self.best_before_of(measurement)
        return best_before is not None and best_before < today

    @property
    def is_stale(self):
        """Whether its latest measurement is past its best."""
        return self.latest is not None and self.is_stale_on(self.latest, timezone.localdate())

    @property
    def freshness(self):
        """Until when its latest measurement counts as recent, in sentences; empty when that never ends."""
        if self.best_before is None:
            return ""
        until = f"recent tot en met {day(self.best_before)}."
        return f"Was {until} Er is geen recente waarde." if self.is_stale else f"Is {until}"

    @property
    def road(self):
        """The target that lies furthest ahead of those with a date and a baseline, or None."""
        whole = [target for target in self.targets.all() if target.due_on and target.baseline_on]
        return max(whole, key=lambda target: target.due_on, default=None)

    @property
    def aim(self):
        """The target that lies furthest ahead, or None; one without a date counts as nearest."""
        return max(self.targets.all(), key=lambda target: target.due_on or date.min, default=None)

    @property
    def aim_sentence(self):
        """What to say before 'nog niet bekend' of a figure that nobody measured: 'Doel: 50.000. Meting:'."""
        if self.aim is None:
            return ""
        return f"Doel: {', '.join(filter(None, [self.aim.text, self.aim.due_text]))}. Meting:"

    @property
    def shown(self):
        """The measurement or target to print large: what was promised for a promise, else the latest; or None."""
        promised = self.aim if self.nature == IndicatorNature.PROMISED else None
        return promised or self.latest

    @property
    def shown_text(self):
        """What is printed in a row: the value, '22 partners, elk apart', or nothing."""
        return self.shown.text if self.shown else self.apart

    @property
    def size(self):
        """The class of the value where it is printed as large as it fits."""
        return "short" if self.shown and len(self.shown.amount) <= SHORT else ""

    @property
    def shown_source(self):
        """Where the value that is printed comes from, or None."""
        return self.shown.source if self.shown else None

    @property
    def shows_aim(self):
        """Whether what is printed large is where it should go, not what was measured."""
        return isinstance(self.shown, Target)

    @property
    def shown_day(self):
        """Of when the value printed large is: 'begin 2023, Zwolle' or 'doel, vóór 2040'; empty without one."""
        shown = self.shown
        if shown is None:
            return ""
        return ", ".join(filter(None, ["doel", shown.due_text])) if self.shows_aim else shown.when_and_whose

    @property
    def shown_day_sentence(self):
        """As `shown_day`, in sentences: 'Peildatum: begin 2023. Voor Zwolle.'; empty without a value."""
        if self.shown is None:
            return ""
        if self.shows_aim:
            return f"{capfirst(self.shown_day)}."
        whose = f" Voor {self.shown.partner}." if self.shown.partner else ""
        return f"{IndicatorNature(self.nature).date_word}: {self.shown.reference_text}.{whose}"

    @property
    def lacks_measurement(self):
        """Whether only what was promised is known, and nobody measured it."""
        return self.shows_aim and not self.series

    @property
    def latest_with_unit(self):
        """'meer dan 4.500 inwoners'; empty when nothing has been measured."""
        return f"{self.latest.text} {self.unit_beside}".strip() if self.latest else ""

    @property
    def latest_in_words(self):
        """'meer dan 4.500 inwoners, peildatum begin 2023', '22 partners, elk apart' or 'nog niet gemeten'."""
        if self.latest:
            return f"{self.latest_with_unit}, peildatum {self.latest.when_and_whose}"
        return self.apart or "nog niet gemeten"


def months_after(start, months):
    """The day `months` later, or the last of its month when that has no such day."""
    year, month = divmod(start.month - 1 + months, 12)
    last = monthrange(start.year + year, month + 1)[1]
    return date(start.year + year, month + 1, min(start.day, last))
