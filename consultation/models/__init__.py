"""How it is decided: consultations, the reactions to them and their answers, and what the bodies decide."""

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
    "Phase",
    "Point",
    "PointKind",
    "Question",
    "Response",
    "ResponseState",
    "Standing",
    "Step",
    "StepState",
    "Submission",
    "Track",
    "TrackStep",
    "TrackStepKind",
    "Verdict",
]
