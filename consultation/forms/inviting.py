"""The form on which a griffier says what the council will do with a text."""

from django import forms

from partners.ground.constraints import FIRST_YEAR, LAST_YEAR
from partners.ground.forms import DayInput, Text


class InvitationForm(forms.Form):
    """What the council will do with the text."""

    plan = forms.ChoiceField(
        label="Wat doet uw raad of Staten?",
        choices=[
            ("handles", "Wij behandelen de tekst"),
            ("declines", "Wij zien af van een reactie"),
            ("unknown", "Dat weten wij nog niet"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat uw raad of Staten doet"},
    )
    handles_on = forms.DateField(
        label="Op welke dag? (alleen als u de tekst behandelt)",
        required=False,
        widget=DayInput,
        help_text="Bijvoorbeeld 20-1-2027.",
        error_messages={"invalid": "Schrijf een dag, zoals 20-1-2027"},
    )
    remark = Text(
        label="Opmerking (niet verplicht)",
        required=False,
        max_length=300,
        help_text="Iedereen kan dit lezen.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self):
        cleaned = super().clean()
        handles_on = cleaned.get("handles_on")
        if cleaned.get("plan") == "handles" and "handles_on" not in self.errors:
            if not handles_on:
                self.add_error("handles_on", "Vul in op welke dag u de tekst behandelt")
            elif not FIRST_YEAR <= handles_on.year <= LAST_YEAR:
                self.add_error("handles_on", f"Kies een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}")
        return cleaned

    @property
    def content(self):
        """What `set_invitation` takes."""
        plan = self.cleaned_data["plan"]
        return {
            "handles_on": self.cleaned_data["handles_on"] if plan == "handles" else None,
            "declines": plan == "declines",
            "remark": self.cleaned_data["remark"],
        }
