"""A figure of municipalities compared per inhabitant: on one day, by alphabet, and never as a ranking."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from partners.ground.templatetags.dutch import counted, day, exact_euro, hedged, number
from partners.models import Partner, PartnerKind, Population
from results.models import Measurement

# So far from the day of the value the inhabitants may have been counted.
ABOUT = timedelta(days=366)
# People, for whom a value that is no money is told.
HEAD = 1_000
CENT, TENTH = Decimal("0.01"), Decimal("0.1")
NO_VALUE = "De bronnen zeggen op deze dag niet hetzelfde."
NO_INHABITANTS = "Van deze gemeente is het aantal inwoners rond deze dag nog niet bekend."


@dataclass(frozen=True)
class MunicipalShare:
    """What one municipality has per inhabitant: its Measurements of a day, one per source, and its Population of then.

    It is not known without a `population`, and when the sources of that day do not say the same.
    """

    measurements: list[Measurement]
    population: Population | None

    @property
    def measurement(self):
        return self.measurements[0]

    @property
    def partner(self):
        return self.measurement.partner

    @property
    def is_disputed(self):
        return len({one.value for one in self.measurements}) > 1

    @property
    def value_text(self):
        """'meer dan 4.500'; of sources that differ '120 of zo’n 480'."""
        return " of ".join(dict.fromkeys(one.text for one in self.measurements))

    @property
    def amount(self):
        """In euros per inhabitant, to the cent, or in its unit per 1.000, to a tenth; None when it is not known."""
        if self.is_disputed or self.population is None:
            return None
        heads, step = (1, CENT) if self.is_money else (HEAD, TENTH)
        return (Decimal(self.measurement.value) * heads / self.population.count).quantize(step, ROUND_HALF_UP)

    @property
    def is_money(self):
        return self.measurement.indicator.unit == "euro"

    @property
    def text(self):
        """'meer dan 12,4' or '€ 3,20', as its source hedges the value; empty when it is not known."""
        if self.amount is None:
            return ""
        written = exact_euro(self.amount) if self.is_money else number(self.amount)
        return hedged(self.measurement.qualifier, written)

    @property
    def inhabitants(self):
        """'132.411 op 1 januari 2024'; empty when they are not known."""
        return f"{number(self.population.count)} op {day(self.population.reference_on)}" if self.population else ""

    @property
    def because(self):
        """Why it is not known; empty when it is."""
        return NO_VALUE if self.is_disputed else "" if self.population else NO_INHABITANTS


@dataclass(frozen=True)
class PerInhabitant:
    """The MunicipalShares of one day, by name; `unknown` is of how many municipalities there is no value on it."""

    on: date
    shares: list[MunicipalShare]
    unknown: int

    @property
    def column(self):
        return "Per inwoner" if self.shares[0].is_money else f"Per {number(HEAD)} inwoners"

    @property
    def method(self):
        """How it was computed, and what it does not say, in sentences."""
        each = "het aantal inwoners" if self.shares[0].is_money else f"het aantal inwoners, maal {number(HEAD)}"
        return (
            f"De waarde van {day(self.on)}, gedeeld door {each}. De inwoners zijn van de dag die daar het dichtst bij "
            "ligt, hoogstens een jaar ervoor of erna. De volgorde is die van het alfabet: dit is geen ranglijst."
        )

    @property
    def sources(self):
        """Those of the values and of the inhabitants, each once."""
        values = [one.source for share in self.shares for one in share.measurements]
        return list(dict.fromkeys([*values, *(share.population.source for share in self.shares if share.population)]))

    @property
    def others(self):
        """Of how many other municipalities the value is not known, in a sentence; empty when it is of all."""
        if not self.unknown:
            return ""
        return (
            f"Van {counted(self.unknown, 'andere gemeente,andere gemeenten')} is de waarde op deze dag nog niet bekend."
        )


def comparison_of(indicator):
    """The PerInhabitant of an Indicator (`with_values`) on the newest day with two municipalities or more; else None.

    Only where the editors chose so: a figure that does not grow with the number of people says nothing per inhabitant.
    """
    days = values_by_day(indicator) if indicator.per_inhabitant else {}
    on = max((day for day, values in days.items() if len(values) > 1), default=None)
    if on is None:
        return None
    populations = populations_about(on, days[on])
    shares = [MunicipalShare(values, populations.get(key)) for key, values in days[on].items()]
    shares.sort(key=lambda share: share.partner.name.casefold())
    unknown = Partner.objects.public().real().municipalities(on).exclude(pk__in=days[on]).count()
    return PerInhabitant(on, shares, unknown)


def values_by_day(indicator):
    """Of each day the measurements of each municipality, by its key."""
    days = {}
    for one in indicator.measurements.all():
        if one.counts and one.partner and one.partner.kind == PartnerKind.MUNICIPALITY:
            one.indicator = indicator
            days.setdefault(one.reference_on, {}).setdefault(one.partner_id, []).append(one)
    return days


def populations_about(on, partners):
    """The Population nearest to the day `on` of each of `partners` (keys), the firmest of that day; one query."""
    around = (on - ABOUT, on + ABOUT)
    found = Population.objects.filter(partner__in=partners, reference_on__range=around).select_related("source")
    nearest = {}
    for one in sorted(found.latest_first(), key=lambda one: abs(one.reference_on - on)):
        nearest.setdefault(one.partner_id, one)
    return nearest
