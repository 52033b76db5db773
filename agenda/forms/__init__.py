"""What a reader of the agenda can choose, and what the secretariat fills in about it."""

from agenda.forms.reading import AgendaFilter, ComparisonForm, PublicationForm, WordingForm

__all__ = ["AgendaFilter", "ComparisonForm", "PublicationForm", "WordingForm"]
