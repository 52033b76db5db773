"""The secretariat's desk for consultations, what came in and what was answered."""

from consultation.admin import answering, consultations, entering, inviting, letters, sorting, tables, themes

__all__ = ["answering", "consultations", "entering", "inviting", "letters", "sorting", "tables", "themes"]
