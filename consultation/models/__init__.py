"""How it is decided: consultations, the reactions to them and their answers."""

from consultation.models.answer import (
    Answer,
    AnswerMail,
    AnswerStage,
    AnswerState,
    InternalNote,
    Publication,
    Reopening,
    Theme,
    Verdict,
)
from consultation.models.consultation import Consultation, Phase, Question, Step, StepState
from consultation.models.invitation import OWN_NAME, Extension, Invitation, InvitationState, Reminder
from consultation.models.letter import Assent, Channel, EnteredLetter, Letter, LetterState, Sharing, Submission
from consultation.models.point import Endorsement, Point, PointKind
from consultation.models.sender_kind import SenderKind
from consultation.models.table import Attendance, DiscussionTable, TableSession

__all__ = [
    "OWN_NAME",
    "Answer",
    "AnswerMail",
    "AnswerState",
    "Assent",
    "Channel",
    "Attendance",
    "Consultation",
    "Endorsement",
    "EnteredLetter",
    "TableSession",
    "Extension",
    "Invitation",
    "InvitationState",
    "SenderKind",
    "InternalNote",
    "Phase",
    "Point",
    "PointKind",
    "Publication",
    "Question",
    "Reminder",
    "Reopening",
    "Letter",
    "LetterState",
    "Sharing",
    "AnswerStage",
    "Step",
    "StepState",
    "Submission",
    "DiscussionTable",
    "Theme",
    "Verdict",
]
