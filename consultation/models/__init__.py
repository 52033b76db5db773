"""How it is decided: consultations, the reactions to them and their answers, and what the bodies decide."""

from consultation.models.answer import (
    Answer,
    AnswerMail,
    AnswerState,
    Note,
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
from consultation.models.level import Level
from consultation.models.point import Endorsement, Point, PointKind
from consultation.models.response import Assent, Channel, EnteredLetter, Response, ResponseState, Sharing, Submission
from consultation.models.table import Company, Evening, Table

__all__ = [
    "OWN_NAME",
    "Answer",
    "AnswerMail",
    "AnswerState",
    "Assent",
    "Channel",
    "Company",
    "Consultation",
    "Decision",
    "Dossier",
    "Endorsement",
    "EnteredLetter",
    "Evening",
    "Extension",
    "Invitation",
    "InvitationState",
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
    "Stage",
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
