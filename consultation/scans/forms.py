"""What the secretariat fills in to put a scan with a letter."""

from django import forms

from partners.ground.files.uploads import MB, PaperField, ask_again
from partners.ground.forms import Text


class ScanForm(forms.Form):
    """A file, and in words what is to be seen in it."""

    file = PaperField(
        label="Bestand",
        limit=12 * MB,
        help_text="Een PDF, docx of odt van hooguit 12 MB. Is het een foto? Bewaar die eerst als PDF.",
        error_messages={"required": "kies een bestand"},
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.odt"}),
    )
    description = Text(
        label="Wat is er te zien?",
        max_length=200,
        help_text="Voor wie een beeld niet kan lezen. Zoals: getypte brief van twee bladzijden, met handtekening.",
        error_messages={"required": "schrijf op wat er te zien is"},
    )

    def clean(self):
        super().clean()
        ask_again(self, "file")
