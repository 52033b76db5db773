"""Writes a calendar that one can subscribe to: whoever does sees every change, and whoever took the file once does not.

Outlook for Windows heeds no list of dates (RDATE) in a time zone, and then shows every moment in summer an hour late.
So the zone is written as the two rules by which it changes (RRULE).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpResponse
from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# How often a program should look for changes.
HALF_A_DAY = timedelta(hours=12)
DAY = timedelta(days=1)
END = b"END:VCALENDAR\r\n"
WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)


@dataclass(frozen=True)
class Entry:
    """One event. `name` makes its UID and never changes; `changed_at` moves only with an edit.

    `starts` and `ends` are both days, of which the last one is meant too, or both moments; of a moment the end may be
    None, not known. `path` is the page about it and `remind` how long before it a program may remind of it.
    """

    name: str
    title: str
    starts: date | datetime
    ends: date | datetime | None
    changed_at: datetime
    path: str
    place: str = ""
    description: str = ""
    is_cancelled: bool = False
    remind: timedelta | None = None

    @property
    def is_moment(self):
        return isinstance(self.starts, datetime)


def calendar_file(title, entries):
    """The calendar of the `entries` as bytes. It reads the same for as long as nothing in it changed."""
    entries = list(entries)
    opening = opening_of(title, any(entry.is_moment for entry in entries))
    return b"".join([opening, *(written(entry, settings.SITE_URL) for entry in entries), END])


@lru_cache(maxsize=512)
def opening_of(title, has_moments):
    """All but the events and the END of a calendar, as bytes; with the time here when one of them `has_moments`."""
    calendar = Calendar()
    calendar.add("prodid", "-//Regio Zwolle//Portal//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-timezone", AMSTERDAM.key)
    calendar.add("refresh-interval", HALF_A_DAY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    if has_moments:
        calendar.add_component(dutch_time())
    return calendar.to_ical().removesuffix(END)


def dutch_time():
    """Dutch time as the rules that hold since 1996: the clock changes on the last Sunday of March and of October."""
    zone = Timezone()
    zone.add("tzid", AMSTERDAM.key)
    zone.add_component(changes(TimezoneDaylight(), "CEST", datetime(1981, 3, 29, 2), WINTER, SUMMER))
    zone.add_component(changes(TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), SUMMER, WINTER))
    return zone


def changes(part, name, first, before, after):
    """One half of the zone: every year in the month of `first`, on the last Sunday, the clock goes to `after`."""
    part.add("tzname", name)
    part.add("dtstart", first)
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", after)
    part.add("rrule", {"freq": "yearly", "bymonth": first.month, "byday": "-1SU"})
    return part


@lru_cache(maxsize=4096)
def written(entry, site):
    """The bytes of an event, which follow from the Entry and the address of the `site` alone."""
    return event(entry, site).to_ical()


def event(entry, site):
    """An Entry as an event. Nobody is busy because of it; what is cancelled says so, and keeps its UID."""
    event = Event()
    event.add("uid", f"{entry.name}@{urlsplit(site).hostname}")
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", int(entry.changed_at.timestamp()) // 60)  # minutes, so that it fits until the year 6053
    event.add("url", f"{site}{entry.path}")
    event.add("summary", f"Vervallen: {entry.title}" if entry.is_cancelled else entry.title)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("dtstart", entry.starts.astimezone(AMSTERDAM) if entry.is_moment else entry.starts)
    if entry.ends:  # of days it is the first day after it
        event.add("dtend", entry.ends.astimezone(AMSTERDAM) if entry.is_moment else entry.ends + DAY)
    if entry.place:
        event.add("location", entry.place)
    event.add("transp", "TRANSPARENT")
    event.add("description", entry.description)
    if entry.remind and not entry.is_cancelled:
        event.add_component(reminder(entry))
    return event


def reminder(entry):
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", -entry.remind)
    return alarm


def titled(thing, title):
    """What the demo invents says so in a calendar too, where the page around it is gone."""
    return f"Voorbeeld: {title}" if thing.is_example else title


def subscribe_address(path):
    """The address with which a program for calendars subscribes to the file at `path` as soon as it is opened."""
    return f"webcal://{urlsplit(settings.SITE_URL).netloc}{path}"


def calendar_answer(title, entries, filename):
    """The answer to a request for a calendar."""
    return answer_with(calendar_file(title, entries), filename)


def answer_with(file, filename):
    """The answer to a request for a calendar that is written already."""
    return HttpResponse(
        file,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{filename}.ics"'},
    )
