"""What a reader of the agenda can choose, and what the secretariat fills in about it."""

from agenda.forms.comparison import ComparisonForm
from agenda.forms.publication import PublicationForm
from agenda.forms.reading import AgendaFilter
from agenda.forms.wording import WordingForm

__all__ = ["AgendaFilter", "ComparisonForm", "PublicationForm", "WordingForm"]
