"""Meetings, with their agenda, their papers and what came of them."""

from regiozwolle.meetings.models.agenda_item import AgendaItem
from regiozwolle.meetings.models.document import MeetingDocument
from regiozwolle.meetings.models.meeting import Meeting, MeetingKind, MeetingQuerySet
from regiozwolle.meetings.models.outcome import OutcomeKind, OutcomeLine
from regiozwolle.meetings.models.registration import Registration, RegistrationState

__all__ = [
    "AgendaItem",
    "Meeting",
    "MeetingDocument",
    "MeetingKind",
    "MeetingQuerySet",
    "OutcomeKind",
    "OutcomeLine",
    "Registration",
    "RegistrationState",
]
