"""What lies before a body, whatever it is: what it is asked, and how that fits its calendar."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe

from consultation.deciding.models import Track
from partners.ground.calendars.writing import Entry
from partners.ground.templatetags.dutch import day, listed, weekday
from partners.ground.templatetags.parts import or_unknown
from partners.planning import Fit, Planning

NO_SITTING = "Op die dag staat er geen vergadering in de kalender."
DONE = "gedaan"
# How many later sittings are told beside the first that can decide.
MORE = 2


@dataclass(frozen=True)
class Matter:
    """One thing that is asked of a body. `closes` says until when, `said` what the body let know; texts.

    `aim` is what it is about in a sentence: 'een reactie op ‘Conceptagenda’'. `act` is (address, words). `planning` is
    from today on; `whole` from the day on which it began, so that it stays as it is; `closing` is its end.
    """

    key: str
    title: str
    address: str
    what: str
    aim: str
    planning: Planning
    whole: Planning
    closes: str
    said: str
    act: tuple[str, str]
    closing: Entry | None
    changed_at: datetime
    is_done: bool = False
    is_asked: bool = True
    planned_on: date | None = None
    track: Track | None = None

    @property
    def fits(self):
        return self.planning.fit is Fit.FITS

    @property
    def misses(self):
        return self.planning.fit is Fit.MISSES

    @property
    def papers(self):
        """The last day to hand in papers for the first sitting that can decide, in words; "" when not known."""
        return weekday(self.planning.papers_by)

    @property
    def papers_told(self):
        """The same as HTML, or that it is done, does not fit or is not known."""
        if self.is_done:
            return DONE
        return mark_safe("<strong>past niet</strong>") if self.misses else or_unknown(self.papers)

    @property
    def sitting(self):
        """The first sitting that can decide, in words, or that there need be or is none; "" when not known."""
        if self.is_done:
            return DONE
        if self.misses:
            return "geen"
        return weekday(self.planning.first.held_on) if self.fits else ""

    @property
    def further(self):
        """The sittings after the first that can decide too, or why none can: as a sentence. "" when it is done."""
        if self.is_done:
            return ""
        if not self.fits:
            return self.planning.why
        later = [later_chance(sitting) for sitting in self.planning.chances[1 : 1 + MORE]]
        return f"Of {listed(later)}." if later else ""

    @property
    def days_left(self):
        """Whole days until the last day to hand in papers; None when that is not known."""
        return (self.planning.papers_by - timezone.localdate()).days if self.planning.papers_by else None

    @property
    def order(self):
        """Sorts by the day on which it must be in; what has none comes last."""
        return (self.is_done, self.planning.papers_by or self.planning.period.last or date.max, self.title)


def ask_for_time():
    """(Address, words) of what one does when no sitting can decide in time."""
    return f"{reverse('contact')}#uitstel", "Vraag om uitstel"


def later_chance(sitting):
    if sitting.last_day_for_papers is None:
        return day(sitting.held_on)
    return f"{day(sitting.held_on)} (aanleveren tot en met {day(sitting.last_day_for_papers)})"


def remark(planning, on, late):
    """What does not fit about the day `on` for which a body planned it, as a sentence after a space: `late`, or ""."""
    last = planning.period.last
    if last and on > last:
        return f" {late}"
    known_from, known_until = planning.known_days or (date.max, date.min)
    is_sitting = any(sitting.held_on == on for sitting in planning.sittings)
    return f" {NO_SITTING}" if known_from <= on <= known_until and not is_sitting else ""
