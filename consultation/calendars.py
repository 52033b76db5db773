"""A consultation as iCalendar (RFC 5545), so that its days stand in one's own calendar."""

from datetime import timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from icalendar import Calendar, Event

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def calendar_of(consultation):
    """The steps and, when one can react on this site, the closing moment; returns bytes.

    An event keeps its UID for ever, and its stamp and sequence move only with an edit, so that a calendar that
    reads the file again changes what it has and doubles nothing.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Regio Zwolle//Consultaties//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", titled(consultation, consultation.title))
    for step in consultation.steps.all():
        calendar.add_component(step_event(consultation, step))
    if consultation.takes_letters:
        calendar.add_component(closing_event(consultation))
        calendar.add_missing_timezones()
    return calendar.to_ical()


def step_event(consultation, step):
    """A step as whole days. One that ends at words takes its first day, and says the words."""
    event = new_event(consultation, f"stap-{step.pk}", changed_at=max(step.updated_at, consultation.updated_at))
    event.add("summary", titled(consultation, step.title))
    event.add("dtstart", step.starts_on)
    event.add("dtend", (step.ends_on or step.starts_on) + timedelta(days=1))  # the first day after it
    event.add("transp", "TRANSPARENT")
    until = f"Vanaf {step.starts_on:%d-%m-%Y}, {step.ends_text}." if step.ends_text else ""
    parts = [consultation.title, until, step.description, step.note]
    event.add("description", "\n\n".join(part for part in parts if part))
    return event


def closing_event(consultation):
    """The last minute in which one can react, as a moment in Dutch time."""
    event = new_event(consultation, f"sluiting-{consultation.pk}", changed_at=consultation.updated_at)
    event.add("summary", titled(consultation, f"Reageren kan nog tot dit moment: {consultation.title}"))
    event.add("dtstart", consultation.last_minute.astimezone(AMSTERDAM))
    event.add("dtend", consultation.closes_at.astimezone(AMSTERDAM))
    event.add("description", consultation.summary)
    return event


def new_event(consultation, name, *, changed_at):
    """An event with what all have; `name` makes its UID."""
    event = Event()
    event.add("uid", f"{name}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("dtstamp", changed_at)
    event.add("last-modified", changed_at)
    event.add("sequence", int(changed_at.timestamp()) // 60)  # minutes, so that it fits until the year 6053
    event.add("url", f"{settings.SITE_URL}{consultation.get_absolute_url()}")
    return event


def titled(consultation, title):
    """What the demo invents says so in a calendar too, where the page around it is gone."""
    return f"Voorbeeld: {title}" if consultation.is_example else title
