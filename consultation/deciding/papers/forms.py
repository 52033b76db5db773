"""What the secretariat fills in to put a file on a paper."""

from django import forms

from partners.ground.files.uploads import MB, PaperField
from partners.ground.forms import Text
from partners.ground.texts import SENTENCES


class VersionForm(forms.Form):
    """A file; and in the place of another, what is different."""

    file = PaperField(
        label="Bestand",
        limit=12 * MB,
        help_text="Een PDF, docx of odt van hooguit 12 MB.",
        error_messages={"required": "kies een bestand"},
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.odt"}),
    )
    reason = Text(
        label="Wat is er anders?",
        max_length=SENTENCES,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 80}),
        error_messages={"required": "schrijf op wat er anders is. Dat staat op de site bij deze versie"},
    )

    def __init__(self, *args, is_first, **kwargs):
        super().__init__(*args, **kwargs)
        if is_first:
            del self.fields["reason"]
