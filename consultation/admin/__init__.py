"""The secretariat's desk for consultations, what came in and what was answered."""

from consultation.admin import answers, asking, consultations, desk, entered, letters, tables

__all__ = ["answers", "asking", "consultations", "desk", "entered", "letters", "tables"]
