"""The form in which the secretariat writes the words of an element."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget

from agenda import rich_text
from agenda.models import Wording
from partners.ground.forms import Text, visible


class RichTextarea(AdminTextareaWidget):
    """A text box for HTML. With scripts it becomes an editor for paragraphs, bold, italic, lists and links."""

    class Media:
        js = [
            forms.Script("vendor/squire/squire-raw.js", defer=True),
            forms.Script("js/rich-text/markup.js", defer=True),
            forms.Script("js/rich-text/link.js", defer=True),
            forms.Script("js/rich-text/editor.js", defer=True),
        ]

    def __init__(self, attrs=None):
        super().__init__({"rows": 4, "data-rich-text": "", **(attrs or {})})


class WordingForm(forms.ModelForm):
    """The words of an element with their markup in one field; what is typed without any tag is plain text."""

    markup = Text(
        label="Tekst",
        max_length=rich_text.MOST_CHARACTERS,
        widget=RichTextarea,
        error_messages={"required": "Schrijf de tekst van dit onderdeel."},
        help_text="De letterlijke woorden. Van wat u plakt, blijven alleen alinea’s, vet, cursief, lijsten en links. "
        "Van een tabel wordt elke rij een regel.",
    )

    class Meta:
        model = Wording
        fields = [
            "element",
            "version",
            "markup",
            "explanation",
            "number",
            "position",
            "parent",
            "change",
            "change_note",
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["markup"] = self.instance.markup or rich_text.paragraphs(self.instance.text)

    def clean_markup(self):
        typed = self.cleaned_data["markup"]
        markup = rich_text.clean(typed if "<" in typed else rich_text.paragraphs(typed))
        if not visible(rich_text.plain(markup)):
            raise forms.ValidationError("Schrijf de tekst van dit onderdeel.")
        return markup
