"""What the secretariat fills in to put a file at a meeting."""

from django import forms

from partners.ground.files.uploads import MB, PaperField
from partners.ground.forms import Text
from regiozwolle.meetings.models import MeetingDocument


class DocumentForm(forms.Form):
    """A file, and what it is called on the site."""

    title = Text(
        label="Titel",
        max_length=MeetingDocument._meta.get_field("title").max_length,
        help_text="Zoals: presentatie, of verslag.",
        error_messages={"required": "schrijf op hoe het stuk heet"},
    )
    file = PaperField(
        label="Bestand",
        limit=12 * MB,
        help_text="Een PDF, docx of odt van hooguit 12 MB.",
        error_messages={"required": "kies een bestand"},
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.odt"}),
    )
