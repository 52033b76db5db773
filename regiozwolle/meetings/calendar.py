"""Meetings as entries of a calendar. One that is cancelled stays in it as such, so that nobody comes for nothing."""

from datetime import timedelta

from partners.ground.calendars.writing import Entry, titled

A_DAY = timedelta(days=1)


def entries_of(meetings):
    """An Entry for each of `meetings` of which the day is known; the others stand in words on the page."""
    return [meeting_entry(meeting) for meeting in meetings if meeting.held_on]


def meeting_entry(meeting):
    """A moment where the time is known, and else the whole day."""
    parts = [meeting.summary, f"Voor: {meeting.for_whom}." if meeting.for_whom else ""]
    return Entry(
        name=f"bijeenkomst-{meeting.pk}",
        title=titled(meeting, meeting.title),
        starts=meeting.moment_of(meeting.starts_at) or meeting.held_on,
        ends=meeting.moment_of(meeting.ends_at) if meeting.starts_at else meeting.held_on,
        changed_at=meeting.updated_at,
        path=meeting.get_absolute_url(),
        place=meeting.place,
        description="\n\n".join(filter(None, parts)),
        is_cancelled=meeting.is_cancelled,
        remind=A_DAY,
    )
