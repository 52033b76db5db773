"""What is put before the bodies, each body's way through it, and what it decided."""

from consultation.deciding.models.decision import Decision, Outcome, Position
from consultation.deciding.models.dossier import Dossier, Matrix
from consultation.deciding.models.track import HEADINGS, Track, TrackStep, TrackStepKind

__all__ = ["HEADINGS", "Decision", "Dossier", "Matrix", "Outcome", "Position", "Track", "TrackStep", "TrackStepKind"]
