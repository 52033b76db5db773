"""The desk for what the bodies decide."""

from consultation.deciding.admin import commitments, decisions, dossiers, links, tracks
from consultation.deciding.alike import desk as alike
from consultation.deciding.councils import desk as councils
from consultation.deciding.papers import desk as papers

__all__ = ["alike", "commitments", "councils", "decisions", "dossiers", "links", "papers", "tracks"]
