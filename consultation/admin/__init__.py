"""The secretariat's desk for consultations, what came in and was answered, and what the bodies decide."""

from consultation.admin import answers, asking, consultations, decisions, desk, entered, letters, tables

__all__ = ["answers", "asking", "consultations", "decisions", "desk", "entered", "letters", "tables"]
