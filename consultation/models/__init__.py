"""How it is decided: consultations, the reactions to them and their answers, and what the bodies decide."""

from consultation.models.answer import (
    Answer,
    AnswerMail,
    AnswerState,
    InternalNote,
    Publication,
    Reopening,
    Stage,
    Theme,
    Verdict,
)
from consultation.models.consultation import Consultation, Phase, Question, Step, StepState
from consultation.models.decision import (
    Decision,
    Dossier,
    Outcome,
    Standing,
    Track,
    TrackStep,
    TrackStepKind,
)
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
    "Decision",
    "Dossier",
    "Endorsement",
    "EnteredLetter",
    "TableSession",
    "Extension",
    "Invitation",
    "InvitationState",
    "SenderKind",
    "InternalNote",
    "Outcome",
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
    "Stage",
    "Standing",
    "Step",
    "StepState",
    "Submission",
    "DiscussionTable",
    "Theme",
    "Track",
    "TrackStep",
    "TrackStepKind",
    "Verdict",
]
