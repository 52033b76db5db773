"""Taking over what was found in the system of a council, which only a person does: each act judges it once."""

from django.conf import settings
from django.utils import timezone

from consultation.deciding.models import EnteredAs, FoundItem, FoundMeeting, FoundState, TrackStep, TrackStepKind
from partners.ground import history
from partners.ground.refusal import Refused
from partners.models import Sitting, Source

NOT_PROPOSED = "Dit is intussen al beoordeeld."
NO_TRACK = "Kies eerst bij welk besluitspoor ‘{}’ hoort."
ITEM_IS_GONE = "‘{}’ staat daar niet meer op de agenda."
NOT_HELD = "De vergadering met ‘{}’ gaat niet door. Wijzig zelf de stap bij het besluitspoor."


@history.act("gevonden vergadering overgenomen")
def adopt_meeting(*, meeting):
    """Makes a Sitting of a found meeting, moves the one it became, or lets that lapse. Returns the Sitting, or None.

    Raises Refused for one that was judged meanwhile. A sitting that is there on that day already keeps what it says,
    and gets its time when it had none.
    """
    meeting = locked(FoundMeeting.objects.select_related("council_source__body", "sitting"), meeting)
    sitting = sitting_for(meeting)
    if sitting:
        sitting.is_cancelled = meeting.lapses
        sitting.full_clean(validate_constraints=False)
        sitting.save()
    meeting.sitting, meeting.state, meeting.change = sitting, FoundState.ADOPTED, ""
    meeting.save()
    return sitting


def sitting_for(meeting):
    """The Sitting that a found meeting is: what it became, moved; the one on its day; or a new one. None if neither."""
    body, was = meeting.council_source.body, meeting.sitting
    there = {one.held_on: one for one in body.sittings.select_for_update().order_by("pk")}
    same = there.get(meeting.held_on)
    if was and same and was.pk != same.pk:
        was.is_cancelled = True
        was.save()
        was = None
    if was:
        if was.held_on != meeting.held_on:
            was.held_on, was.papers_by = meeting.held_on, None
        was.starts_at = meeting.starts_at or was.starts_at
        return was
    if same is None and not meeting.lapses:
        same = Sitting(body=body, held_on=meeting.held_on, source=published())
    if same:
        same.starts_at = same.starts_at or meeting.starts_at
    return same


@history.act("gevonden agendapunt overgenomen")
def adopt_item(*, item):
    """Makes a step of a track of a found item, with the link to its debate, or completes the one of that day.

    Raises Refused for an item that was judged meanwhile, is gone, or has no track.
    """
    item = locked(FoundItem.objects.select_related("meeting__council_source", "track", "step"), item)
    if item.is_withdrawn or item.track is None or item.meeting.lapses:
        raise Refused(why_no_step(item).format(item))
    step, track = step_for(item), item.track
    step.text = step.text or in_words(item)
    if item.debate_url and not step.debate_url:
        step.debate_url, step.debate_from = item.debate_url, item.fragment.replace(".", ":")
    step.full_clean(validate_constraints=False)
    step.save()
    if item.document_url and not track.website:
        track.website = item.document_url
        track.save(update_fields=["website"])
    item.step, item.state = step, FoundState.ADOPTED
    item.save()
    return step


def step_for(item):
    """The TrackStep that a found item is, on the day of its meeting: the one it became, one of that day, or a new."""
    meeting, track = item.meeting, item.track
    is_sitting = meeting.council_source.word.casefold() in meeting.name.casefold()
    kind = TrackStepKind.COUNCIL if is_sitting else TrackStepKind.COMMITTEE
    steps = track.steps.select_for_update(of=["self"]).filter(kind=kind).order_by("pk")
    step = next((one for one in steps if one.pk == item.step_id or one.on == meeting.held_on), None)
    step = step or TrackStep(track=track, kind=kind, entered_as=EnteredAs.IMPORT, source=published())
    if step.on != meeting.held_on:
        has_been = meeting.held_on <= timezone.localdate()
        step.happened_on, step.planned_on = (meeting.held_on, None) if has_been else (None, meeting.held_on)
    return step


def why_no_step(item):
    """Why nothing can be made of an item now."""
    if item.is_withdrawn:
        return ITEM_IS_GONE
    return NOT_HELD if item.meeting.lapses else NO_TRACK


@history.act("gevonden vergadering of agendapunt afgewezen")
def refuse(*, found):
    """Says of a found meeting or item that it is not to be taken over. Raises Refused when it was judged meanwhile."""
    found = locked(type(found).objects.all(), found)
    found.state = FoundState.REFUSED
    found.save(update_fields=["state"])


def locked(rows, found):
    """The row itself, locked. Raises Refused when it is not proposed any more."""
    row = rows.select_for_update(of=["self"]).get(pk=found.pk)
    if row.state != FoundState.PROPOSED:
        raise Refused(NOT_PROPOSED)
    return row


def in_words(item):
    """What the item was called, and from when on the recording is about it."""
    said = f"Agendapunt{f' {item.number}' if item.number else ''}: {item.title}."
    return f"{said} In de opname vanaf {item.fragment}." if item.fragment else said


def published():
    """The Source of all that is taken over, read today."""
    source, _ = Source.objects.get_or_create(
        slug="openbesluitvorming",
        defaults={
            "title": "OpenBesluitvorming",
            "publisher": "OpenBesluitvorming",
            "url": settings.COUNCILS_URL,
            "published_text": "doorlopend bijgewerkt",
        },
    )
    if source.consulted_on != timezone.localdate():
        source.consulted_on, source.consulted = timezone.localdate(), ""
        source.save(update_fields=["consulted_on", "consulted"])
    return source
