"""How it is decided: consultations, the reactions to them and their answers, and what the bodies decide."""

from consultation.models.consultation import Consultation, Question, Step, StepState
from consultation.models.decision import (
    Decision,
    Dossier,
    Outcome,
    Track,
    TrackStep,
    TrackStepKind,
)
from consultation.models.response import (
    Answer,
    Level,
    Point,
    PointKind,
    Response,
    ResponseState,
    Submission,
    Verdict,
)

__all__ = [
    "Answer",
    "Consultation",
    "Decision",
    "Dossier",
    "Level",
    "Outcome",
    "Point",
    "PointKind",
    "Question",
    "Response",
    "ResponseState",
    "Step",
    "StepState",
    "Submission",
    "Track",
    "TrackStep",
    "TrackStepKind",
    "Verdict",
]
