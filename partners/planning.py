"""How a planned period fits what is known of the calendar of a body: when it can decide, and by when it wants papers.

Only what was filled in counts. Where the calendar of a body is not known that far, nothing is said to fit or not.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from django.utils.functional import cached_property
from django.utils.text import capfirst

from partners.ground.templatetags.dutch import counted, day, number
from partners.models import Body

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MOST_TOLD = 5
ONE_DAY = timedelta(days=1)


class Fit(Enum):
    """Whether a body can decide within a period."""

    FITS = "past"
    UNKNOWN = "nog niet bekend"
    MISSES = "past niet"


@dataclass(frozen=True)
class Period:
    """From the first day on which papers can be there until, but not including, the moment that it is over.

    Without an `until` it has no end that is known.
    """

    first: date
    until: datetime | None = None

    @classmethod
    def of_days(cls, first, last):
        """The period up to and including the day `last`, in the Netherlands; None is no end that is known."""
        return cls(first, last and datetime.combine(last + ONE_DAY, time.min, AMSTERDAM))

    @property
    def last(self):
        """The last day of it, in the Netherlands, or None."""
        return self.until and (self.until.astimezone(AMSTERDAM) - timedelta(microseconds=1)).date()

    def has(self, sitting):
        """Whether the `sitting` begins within it; one of which no time is known may do so on its last day too."""
        return self.first <= sitting.held_on and (self.until is None or sitting.begins < self.until)


@dataclass(frozen=True)
class Planning:
    """How a Period fits a body that has its calendar (BodyQuerySet.with_calendar)."""

    body: Body
    period: Period

    @cached_property
    def sittings(self):
        """Its sittings in order, without those that lapse."""
        held = (sitting for sitting in self.body.sittings.all() if not sitting.is_cancelled)
        return sorted(held, key=lambda sitting: sitting.held_on)

    @cached_property
    def within(self):
        """The sittings within the period, whether or not papers can be in time for them."""
        return [sitting for sitting in self.sittings if self.period.has(sitting)]

    @cached_property
    def chances(self):
        """The sittings that can decide: within the period, and papers can still be in time as far as is known."""
        return [one for one in self.within if (by := one.last_day_for_papers) is None or by >= self.period.first]

    @property
    def first(self):
        """The first sitting that can decide, or None."""
        return self.chances[0] if self.chances else None

    @property
    def papers_by(self):
        """The last day to hand in papers for the first sitting that can decide; None when not known."""
        return self.first.last_day_for_papers if self.first else None

    @property
    def fit(self):
        if self.chances:
            return Fit.FITS
        return Fit.MISSES if self.is_known else Fit.UNKNOWN

    @cached_property
    def known_days(self):
        """(first, last) day of which anything is filled in, or None."""
        sittings, recesses = self.body.sittings.all(), self.body.recesses.all()
        days = [sitting.held_on for sitting in sittings]
        days += [day for recess in recesses for day in (recess.starts_on, recess.ends_on)]
        return (min(days), max(days)) if days else None

    @property
    def is_known(self):
        """Whether the calendar is filled in for the whole period, so that a sitting that is not in it is not there."""
        if not self.known_days or not self.period.last:
            return False
        first, last = self.known_days
        return first <= self.period.first and self.period.last <= last

    @cached_property
    def recesses(self):
        """Those that fall within the period, in order."""
        last = self.period.last or date.max
        inside = (one for one in self.body.recesses.all() if one.starts_on <= last and one.ends_on >= self.period.first)
        return sorted(inside, key=lambda recess: recess.starts_on)

    @property
    def next(self):
        """The first sitting after the period, or None."""
        after = (one for one in self.sittings if one.held_on >= self.period.first and one not in self.within)
        return next(after, None)

    @property
    def why(self):
        """Why it does or does not fit, in sentences."""
        return " ".join(reasons(self))


def reasons(planning):
    """The sentences of Planning.why."""
    if planning.fit is Fit.UNKNOWN:
        yield unknown_reason(planning)
        return
    if planning.fit is Fit.FITS:
        yield chance_in_words(planning.first)
        return
    if planning.within:
        late = planning.within[-1]
        yield f"Voor de vergadering van {day(late.held_on)} kon men aanleveren tot en met {by_when(late)}."
    else:
        first, last = day(planning.period.first), day(planning.period.last)
        yield f"Geen vergadering bekend van {first} tot en met {last}."
    yield from (f"{capfirst(recess.name)} {recess.period}." for recess in planning.recesses)
    if planning.next:
        yield f"De eerste vergadering daarna is op {day(planning.next.held_on)}."


def unknown_reason(planning):
    """What is not known of the calendar."""
    if not planning.known_days:
        return "De vergaderdagen zijn nog niet bekend."
    first, last = planning.known_days
    if planning.period.first < first:
        return f"Van voor {day(first)} zijn geen vergaderdagen bekend."
    return f"Na {day(last)} zijn nog geen vergaderdagen bekend."


def chance_in_words(sitting):
    """A sitting that can decide, with until when papers can be handed in: as a sentence."""
    if sitting.last_day_for_papers is None:
        return f"Kan besluiten op {day(sitting.held_on)}. De aanlevertermijn is nog niet bekend."
    return f"Kan besluiten op {day(sitting.held_on)}, aanleveren tot en met {by_when(sitting)}."


def by_when(sitting):
    return day(sitting.last_day_for_papers)


def plannings(bodies, period):
    """The Planning of each of `bodies`, first those that it does not fit, then those of which that is not known."""
    found = [Planning(body, period) for body in bodies.with_calendar()]
    order = [Fit.MISSES, Fit.UNKNOWN, Fit.FITS]
    return sorted(found, key=lambda planning: order.index(planning.fit))


def told(found):
    """How many of the Plannings fit, as sentences."""
    counts = Counter(planning.fit for planning in found)
    sentences = [f"Past bij {number(counts[Fit.FITS])} van de {number(len(found))} organen."]
    if misses := counts[Fit.MISSES]:
        sentences.append(f"Past niet bij {number(misses)}.")
    if unknown := counts[Fit.UNKNOWN]:
        sentences.append(f"Van {number(unknown)} is de kalender nog niet bekend.")
    return " ".join(sentences)


def misfits(bodies, period):
    """A sentence for each of `bodies` that cannot decide within the period, and why; of the last ones only how many."""
    missing = [one for one in plannings(bodies, period) if one.fit is Fit.MISSES]
    sentences = [f"dit past niet in de kalender van {one.body.in_sentence}. {one.why}" for one in missing[:MOST_TOLD]]
    left = len(missing) - MOST_TOLD
    return sentences + ([f"dit past ook niet bij nog {counted(left, 'orgaan,organen')}."] if left > 0 else [])
