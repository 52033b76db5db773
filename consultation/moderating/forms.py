"""What a reader says of a point, and the reason with which the desk takes it off."""

from django import forms

from consultation.moderating.models import FLAG_LENGTH, REASON_LENGTH
from partners.ground.forms import Text


class FlagForm(forms.Form):
    reason = Text(
        label="Wat is er mis met dit punt?",
        max_length=FLAG_LENGTH,
        help_text="Alleen het secretariaat leest dit. Schrijf er geen namen van mensen in.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "schrijf op wat er mis is"},
    )


class RemovalForm(forms.Form):
    reason = Text(
        label="Weggehaald, omdat…",
        max_length=REASON_LENGTH,
        help_text="Maak de zin af. Iedereen leest dit op de plaats van het punt, en de schrijver in een mail. "
        "Zoals: het een persoon beledigt.",
        error_messages={"required": "schrijf op waarom"},
    )

    def clean_reason(self):
        return self.cleaned_data["reason"].rstrip(" .")
