"""The planned steps of a dossier as iCalendar (RFC 5545), so that they stand in one's own calendar."""

from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event


def calendar_of(dossier, rows):
    """The steps that are planned of the bodies in `rows`, as whole days; returns bytes.

    An event keeps its UID for ever, so that a calendar that reads the file again changes what it has. Its stamp is the
    day for which it is planned: a file of the same steps is the same file.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Regio Zwolle//Besluiten//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", titled(dossier, dossier.title))
    for row in rows:
        for step in row.track.steps.all():
            if step.is_ahead():
                calendar.add_component(event_of(dossier, row.track, step))
    return calendar.to_ical()


def event_of(dossier, track, step):
    """One planned step of one body."""
    event = Event()
    event.add("uid", f"besluitstap-{step.pk}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("dtstamp", datetime.combine(step.planned_on, time(), UTC))
    event.add("summary", titled(dossier, f"{track.body}: {step.what}"))
    event.add("dtstart", step.planned_on)
    event.add("dtend", step.planned_on + timedelta(days=1))  # the first day after it
    event.add("transp", "TRANSPARENT")
    parts = [dossier.title, step.date_text, step.text, step.entered_in_words]
    event.add("description", "\n\n".join(part for part in parts if part))
    event.add("url", f"{settings.SITE_URL}{dossier.get_absolute_url()}#orgaan-{track.body_id}")
    return event


def titled(dossier, title):
    """What the demo invents says so in a calendar too, where the page around it is gone."""
    return f"Voorbeeld: {title}" if dossier.is_example else title
