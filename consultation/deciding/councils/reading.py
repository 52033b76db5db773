"""Makes meetings and items of what the system of a council answers. It may lack anything, or say it otherwise."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from partners.ground.constraints import FIRST_YEAR, LAST_YEAR
from partners.ground.documents.text import fit

MEETING = "Meeting"
CANCELLED = ("geannuleerd", "vervallen", "vervalt", "afgelast", "cancelled", "canceled")
# So many items of one agenda are looked at, those below others included.
MOST_ITEMS = 2_000
ADDRESS = re.compile(r"https?://[^\s<>\"']{4,480}\Z")


@dataclass(frozen=True)
class ReadItem:
    """An item on an agenda; `text` is all it says, to look for words in."""

    external_id: str
    number: str
    title: str
    text: str
    document_url: str


@dataclass(frozen=True)
class ReadMeeting:
    """A meeting as it is published. `is_gone` says that it no longer is, and then nothing else is known."""

    external_id: str
    name: str = ""
    held_on: date | None = None
    starts_at: time | None = None
    is_cancelled: bool = False
    is_gone: bool = False
    address: str = ""
    items: list[ReadItem] = field(default_factory=list)


def meeting_of(record):
    """The ReadMeeting of a line of the export; None when it is about something else."""
    key = words(record.get("entity_id"), 200)
    if record.get("entity_type") != MEETING or not key:
        return None
    if record.get("op") == "delete":
        return ReadMeeting(key, is_gone=True)
    payload = mapping(record.get("payload"))
    held_on, starts_at = moment_of(payload.get("start_date"))
    name = words(payload.get("name"), 300) or "vergadering zonder naam"
    status = f"{words(payload.get('status'), 100)} {name}".casefold()
    return ReadMeeting(
        external_id=key,
        name=name,
        held_on=held_on,
        starts_at=starts_at,
        is_cancelled=any(word in status for word in CANCELLED),
        address=address(mapping(payload.get("source_info")).get("source_iri")),
        items=items_of(payload.get("agenda")),
    )


def words(value, most):
    """A text in one line of at most `most` characters; "" for what is no text."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return " ".join(fit(value).split())[:most].rstrip() if isinstance(value, str) else ""


def mapping(value):
    return value if isinstance(value, dict) else {}


def rows(value):
    """The objects in what should be a list of them."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def address(value):
    """An address that a page may link to; "" for anything else."""
    found = value.strip() if isinstance(value, str) else ""
    return found if ADDRESS.match(found) else ""


def moment_of(value):
    """(Day, time) in the Netherlands of a moment in ISO 8601; None for what it does not say, or cannot be true.

    Midnight is how systems write that no time is known.
    """
    if not isinstance(value, str):
        return None, None
    try:
        found = parse_datetime(value.strip()) or datetime.fromisoformat(value.strip())
        found = timezone.localtime(found) if timezone.is_aware(found) else found
    except (ValueError, OverflowError):
        return None, None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        return None, None
    at = found.time().replace(second=0, microsecond=0)
    return found.date(), at if at != time.min else None


def items_of(agenda):
    """The ReadItems of an agenda, those below another after it, each once."""
    found, ahead = {}, list(reversed(rows(agenda)))
    while ahead and len(found) < MOST_ITEMS:
        item = ahead.pop()
        ahead += reversed(rows(item.get("agenda_items")))
        key = words(item.get("id"), 200)
        if key and key not in found:
            found[key] = item_of(key, item)
    return list(found.values())


def item_of(key, item):
    documents = rows(item.get("documents"))
    title = words(item.get("title"), 500)
    names = [words(one.get("name"), 300) for one in documents]
    description = words(item.get("description"), 2_000)
    return ReadItem(
        external_id=key,
        number=words(item.get("number"), 20),
        title=title or next(filter(None, names), "agendapunt zonder titel"),
        text=" ".join([title, description, *names]),
        document_url=next(filter(None, (address(one.get("original_url")) for one in documents)), ""),
    )


@dataclass(frozen=True)
class ReadStatus:
    """How current a source is, as its own system says; `lacking` are sentences."""

    fresh_at: datetime | None
    lacking: list[str]


NEVER = "Deze bron is daar nog nooit gelezen."
STALE = "Deze bron wordt daar nu niet bijgewerkt."
NOT_THERE = "Deze bron staat niet in hun lijst."
STOPPED = "Deze bron wordt daar niet meer bijgewerkt."
ENDED = "Deze organisatie bestaat niet meer. {}"
STATES = {"never_imported": NEVER, "stale": STALE, "failing": STALE, "not_implemented": STOPPED}


def statuses_of(answer):
    """The ReadStatus of every source by its key."""
    return {words(one.get("sourceKey"), 80): status_of(one) for one in rows(answer.get("sources"))}


def status_of(one):
    fresh_at = None
    if isinstance(one.get("lastSuccessAt"), str):
        try:
            found = parse_datetime(one["lastSuccessAt"])
            fresh_at = found if found and timezone.is_aware(found) else None
        except ValueError:
            fresh_at = None
    state = one.get("state")
    lacking = [STATES[state]] if isinstance(state, str) and state in STATES else []
    if state == "discontinued":
        lacking = [ENDED.format(successor_of(mapping(one.get("succeededBy"))))]
    return ReadStatus(fresh_at, lacking)


def successor_of(found):
    """Who took over from an organisation that was merged, as a sentence."""
    label, key = words(found.get("label"), 80), words(found.get("sourceKey"), 80)
    if not label:
        return "Wie de opvolger is, staat er niet bij."
    return f"De opvolger is {label}{f', met de sleutel {key}' if key else '; die staat er niet in'}."


def recordings_of(answer):
    """(Address of the player, its second) by the key of the item that a recording of a meeting has as a chapter."""
    found = {}
    for recording in rows(answer.get("recordings")):
        player = address(recording.get("player_url"))
        for chapter in rows(recording.get("chapters")):
            key, second = words(chapter.get("agenda_item"), 200), chapter.get("start_seconds")
            if player and key:
                is_second = isinstance(second, int | float) and 0 <= second < 1_000_000
                found.setdefault(key, (player, int(second) if is_second else None))
    return found
