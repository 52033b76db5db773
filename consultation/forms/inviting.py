"""The form on which one says what an invited body will do with a text."""

from django import forms

from partners.ground.constraints import FIRST_YEAR, LAST_YEAR
from partners.ground.forms import DayInput, Text


class InvitationForm(forms.Form):
    """What the body will do with the text; `yours` is what it is called to who fills it in: 'uw raad'."""

    plan = forms.ChoiceField(
        choices=[
            ("handles", "Wij behandelen de tekst"),
            ("declines", "Wij zien af van een reactie"),
            ("unknown", "Dat weten wij nog niet"),
        ],
        widget=forms.RadioSelect,
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

    def __init__(self, *args, yours, **kwargs):
        super().__init__(*args, **kwargs)
        plan = self.fields["plan"]
        plan.label = f"Wordt de tekst behandeld in {yours}?"
        plan.error_messages["required"] = f"Kies of de tekst wordt behandeld in {yours}"

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
