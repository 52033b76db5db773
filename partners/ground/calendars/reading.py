"""Reads the days out of what people have: a calendar of another program (ics), or a list of days as text.

Nothing of it is kept here. What cannot be read with certainty is said with the number of its line or event.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from icalendar import Calendar

from partners.ground.sheets.reading import MOST_BYTES, MOST_ROWS, Remark
from partners.ground.sheets.separated import decoded
from partners.ground.sheets.unpacking import TOO_BIG

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ONE_DAY = timedelta(days=1)
NO_CALENDAR = "Dit is geen kalenderbestand (ics) dat wij kunnen lezen. Misschien is het beschadigd of niet heel."
NO_TEXT = (
    "Sommige tekens in deze kalender kunnen wij niet lezen. Sla de kalender op in UTF-8, of plak de dagen als lijst."
)
TOO_MANY = f"Dit zijn meer dan {MOST_ROWS:,} dagen. Neem een kleiner deel, bijvoorbeeld één jaar.".replace(",", ".")
REPEATS = "‘{}’ herhaalt zich. Zet elke dag apart in het bestand, of plak de dagen als lijst."
NO_START = "‘{}’ heeft geen dag die wij kunnen lezen."
NO_DAY = "In ‘{}’ staat geen dag die bestaat. Schrijf een dag als 24-6-2027 of 24 juni 2027, met het jaar."
MORE_DAYS = "In ‘{}’ staan meer dan twee dagen. Zet elke dag op een eigen regel."
# How much of a line is repeated in a message.
SHOWN = 60

NAMES = {str(name): number for number, name in MONTHS.items()}
SHORT = {name[:3]: number for name, number in NAMES.items()} | {"mrt": 3, "sept": 9}
MONTH = "|".join(sorted([*NAMES, *SHORT], key=len, reverse=True))
A_DAY = re.compile(
    r"\b(?:(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"|(?P<day2>\d{1,2})[-/.](?P<month2>\d{1,2})[-/.](?P<year2>\d{4})"
    rf"|(?P<day3>\d{{1,2}})\s+(?P<name>{MONTH})\.?\s+(?P<year3>\d{{4}}))(?!\d)",
    re.IGNORECASE,
)
A_TIME = re.compile(r"\b([01]?\d|2[0-3])[.:]([0-5]\d)(?::[0-5]\d)?(?![\d.:-])")
LAPSES = re.compile(r"\b(?:vervalt|vervallen|geannuleerd|afgelast|gaat niet door)\b", re.IGNORECASE)


@dataclass(frozen=True)
class FoundDay:
    """A day or a period with where it stood: `number` counts lines or events, and `last` is meant too."""

    number: int
    title: str
    first: date
    last: date
    starts_at: time | None = None
    lapses: bool = False


def days_of_calendar(content):
    """(FoundDays, Remarks on what cannot be read) of the bytes of an ics. Raises ValidationError for the whole."""
    if len(content) > MOST_BYTES:
        raise ValidationError(TOO_BIG)
    try:
        text = decoded(content)
    except ValidationError as error:
        raise ValidationError(NO_TEXT) from error
    if text.count("BEGIN:VEVENT") > MOST_ROWS:
        raise ValidationError(TOO_MANY)
    try:
        events = [event for one in Calendar.from_ical(text, multiple=True) for event in one.walk("VEVENT")]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError) as error:
        raise ValidationError(NO_CALENDAR) from error
    if "END:VCALENDAR" not in text:
        raise ValidationError(NO_CALENDAR)
    return sorted_out(day_of_event(number, event) for number, event in enumerate(events, 1))


def day_of_event(number, event):
    """The FoundDay of one event, or a Remark on why it has none."""
    title = " ".join(str(event.get("summary", "")).split())[:300] or "zonder titel"
    if "rrule" in event or "rdate" in event:
        return Remark(number, "", REPEATS.format(title[:SHOWN]))
    begins, ends = moment_of(event, "dtstart"), moment_of(event, "dtend")
    if begins is None:
        return Remark(number, "", NO_START.format(title[:SHOWN]))
    lapses = str(event.get("status", "")).upper() == "CANCELLED" or bool(LAPSES.search(title))
    if isinstance(begins, datetime):
        return FoundDay(number, title, begins.date(), begins.date(), begins.time().replace(second=0), lapses)
    last = ends - ONE_DAY if type(ends) is date and ends > begins else begins
    return FoundDay(number, title, begins, last, lapses=lapses)


def moment_of(event, name):
    """A day, or a moment in Dutch time, as the event has it; None for what is neither. One without a zone is Dutch."""
    try:
        value = getattr(event.get(name), "dt", None)
        if isinstance(value, datetime):
            return value.astimezone(AMSTERDAM).replace(tzinfo=None) if value.tzinfo else value
    except (OverflowError, ValueError):  # what the library could not read raises only here
        return None
    return value if isinstance(value, date) else None


def days_of_text(text):
    """(FoundDays, Remarks) of a list with a day on each line, and maybe a time; a second day is the `last`."""
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > MOST_ROWS:
        raise ValidationError(TOO_MANY)
    return sorted_out(day_of_line(number, line) for number, line in lines)


def day_of_line(number, line):
    """The FoundDay of one line, or a Remark on why it has none."""
    found = list(A_DAY.finditer(line))
    days = [day for match in found if (day := day_of(match))]
    if not days or len(days) < len(found):
        return Remark(number, "", NO_DAY.format(line[:SHOWN]))
    if len(days) > 2:
        return Remark(number, "", MORE_DAYS.format(line[:SHOWN]))
    rest = A_DAY.sub(" ", line)
    at = A_TIME.search(rest)
    starts_at = time(int(at[1]), int(at[2])) if at else None
    return FoundDay(number, words_of(rest), days[0], days[-1], starts_at, bool(LAPSES.search(line)))


def day_of(match):
    """The date that a match of A_DAY names, or None when there is no such day."""
    try:
        return date(*parts_of(match))
    except ValueError:
        return None


def parts_of(match):
    """(Year, month, day) that a match of A_DAY names, as numbers, whether there is such a day or not."""
    part = match.groupdict()
    month = part["month"] or part["month2"]
    return (
        int(part["year"] or part["year2"] or part["year3"]),
        int(month) if month else month_of(part["name"]),
        int(part["day"] or part["day2"] or part["day3"]),
    )


def month_of(name):
    return NAMES.get(name.lower()) or SHORT[name.lower()]


def words_of(rest):
    """What a line says besides its days and time: 'zomerreces', without names of weekdays and small words."""
    words = re.sub(
        r"\b(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo)\b\.?", " ", rest, flags=re.I
    )
    words = re.sub(r"\b(?:van|tot|en|met|t/m|uur|om|op|vanaf)\b", " ", A_TIME.sub(" ", words), flags=re.IGNORECASE)
    return " ".join(words.strip(" \t-–;,:()").split())[:300]


def sorted_out(found):
    """The FoundDays among `found`, and the Remarks."""
    found = list(found)
    return [one for one in found if isinstance(one, FoundDay)], [one for one in found if isinstance(one, Remark)]
