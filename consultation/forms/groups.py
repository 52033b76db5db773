"""The forms of those who write together: what is sent back to them, and what stands for a minority."""

from django import forms

from consultation.forms.fields import OPTIONAL
from partners.ground.forms import Text


class SendBackForm(forms.Form):
    """Why a griffier or secretary sends a letter back to those who wrote it."""

    remark = Text(
        label="Wat moet er anders?",
        help_text="Wie aan de reactie meeschrijven, lezen dit in een e-mail en bij de reactie.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "schrijf wat er anders moet"},
    )


class MinorityForm(forms.Form):
    """Whether a point of a group stands beside what its majority holds."""

    is_minority = forms.TypedChoiceField(
        label="Van wie is dit punt?",
        choices=[("nee", "Van allen, of van de meerderheid"), ("ja", "Van een minderheid")],
        coerce=lambda value: value == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": "kies van wie dit punt is", "invalid_choice": "kies van wie dit punt is"},
    )
    minority_of = Text(
        label=f"Van welke minderheid? {OPTIONAL}",
        help_text="Bijvoorbeeld: een deel van de raad. Staat erbij voor wie de reactie mag lezen.",
        max_length=160,
        required=False,
    )
