"""When the demo's invented bodies sit, so that one sees what fits their calendars and what does not."""

from dataclasses import dataclass
from datetime import time, timedelta

from consultation.deciding.councils.reading import NEVER
from consultation.deciding.models import CouncilSource
from partners.models import Source
from regiozwolle.example.open_consultation import on_a_weekday
from regiozwolle.example.people import body
from regiozwolle.example.reading import read


@dataclass(frozen=True)
class InventedCalendar:
    """The days of one `body`, counted from today, a recess among them if it is named."""

    body: str
    sittings: list[int]
    delivery_days: int | None = None
    starts_at: str = ""
    recess: str = ""
    recess_from: int = 0
    recess_until: int = 0


@dataclass(frozen=True)
class InventedMeeting:
    """A meeting that the system of a council would publish, so many days from now, with an item by its `title`."""

    name: str
    days: int
    starts_at: str
    items: list[str]
    change: str = ""


@dataclass(frozen=True)
class InventedCalendars:
    """The whole of calendars.toml; the meetings are all of one `council`."""

    calendars: list[InventedCalendar]
    council: str
    word: str
    meetings: list[InventedMeeting]


def load(*, today):
    """Gives each invented body its days; anew once all of them have been."""
    source = Source.objects.get(slug="voorbeeld")
    whole = read("calendars", InventedCalendars)
    find_meetings(whole, today=today)
    for invented in whole.calendars:
        one = body(invented.body)
        if not one.sittings.ahead(today).exists():
            give_days(one, invented, source, today=today)


def find_meetings(whole, *, today):
    """Finds the meetings of one council, once, as if they were read in its system."""
    one = body(whole.council)
    source, is_new = CouncilSource.objects.get_or_create(
        body=one, defaults={"key": one.partner.slug, "word": whole.word, "lacking": [NEVER]}
    )
    track = one.tracks.filter(dossier__is_example=True).first()
    for number, meeting in enumerate(whole.meetings if is_new else [], 1):
        found = source.meetings.create(
            external_id=f"meeting:{number}",
            name=meeting.name,
            held_on=on_a_weekday(today + timedelta(days=meeting.days)),
            starts_at=time.fromisoformat(meeting.starts_at),
            item_count=len(meeting.items),
            change=meeting.change,
        )
        for place, title in enumerate(meeting.items, 1):
            found.items.create(
                external_id=f"agenda_item:{number}.{place}", number=str(place), title=title, named=title, track=track
            )


def give_days(one, invented, source, *, today):
    one.delivery_days = invented.delivery_days
    one.delivery_source = source if invented.delivery_days is not None else None
    one.save()
    starts_at = time.fromisoformat(invented.starts_at) if invented.starts_at else None
    for days in invented.sittings:
        held_on = on_a_weekday(today + timedelta(days=days))
        one.sittings.get_or_create(held_on=held_on, defaults={"starts_at": starts_at, "source": source})
    if invented.recess:
        starts_on, ends_on = (today + timedelta(days=days) for days in (invented.recess_from, invented.recess_until))
        if not one.recesses.filter(starts_on__lte=ends_on, ends_on__gte=starts_on).exists():
            one.recesses.create(name=invented.recess, starts_on=starts_on, ends_on=ends_on, source=source)
