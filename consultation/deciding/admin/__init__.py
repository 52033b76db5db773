"""The desk for what the bodies decide."""

from consultation.deciding.admin import commitments, decisions, dossiers, tracks

__all__ = ["commitments", "decisions", "dossiers", "tracks"]
