"""How it is decided: consultations, the reactions to them and their answers, and what the bodies decide."""

from consultation.models.answer import (
    Answer,
    AnswerState,
    Note,
    Publication,
    Reopening,
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
from consultation.models.invitation import Extension, Invitation, Reminder
from consultation.models.response import (
    Assent,
    Channel,
    Endorsement,
    Level,
    Point,
    PointKind,
    Response,
    ResponseState,
    Sharing,
    Submission,
)
from consultation.models.table import Company, Evening, Table

__all__ = [
    "Answer",
    "AnswerState",
    "Assent",
    "Channel",
    "Company",
    "Consultation",
    "Decision",
    "Dossier",
    "Endorsement",
    "Evening",
    "Extension",
    "Invitation",
    "Level",
    "Note",
    "Outcome",
    "Phase",
    "Point",
    "PointKind",
    "Publication",
    "Question",
    "Reminder",
    "Reopening",
    "Response",
    "ResponseState",
    "Sharing",
    "Standing",
    "Step",
    "StepState",
    "Submission",
    "Table",
    "Theme",
    "Track",
    "TrackStep",
    "TrackStepKind",
    "Verdict",
]
