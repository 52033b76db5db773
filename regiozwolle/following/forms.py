"""Asking to follow something, with or without an account."""

from django import forms

from partners.ground.addresses import canonical
from partners.ground.forms import MailAddress
from regiozwolle.following.models import Rhythm


class RhythmForm(forms.Form):
    """How often one wants to be told; for somebody with an account all there is to ask."""

    rhythm = forms.ChoiceField(
        label="Hoe vaak wilt u een mail?",
        choices=Rhythm.choices,
        initial=Rhythm.WEEKLY,
        widget=forms.RadioSelect,
        error_messages={
            "required": "kies hoe vaak u een mail wilt",
            "invalid_choice": "kies elke dag of één keer per week",
        },
    )


class FollowForm(RhythmForm):
    """For somebody without an account also the address that the digest goes to."""

    email = MailAddress(
        label="Uw e-mailadres",
        max_length=254,
        help_text="U krijgt eerst een mail om te bevestigen. Pas daarna bewaren wij uw adres.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": "vul uw e-mailadres in",
            "invalid": "vul een heel e-mailadres in, zoals naam@voorbeeld.nl",
        },
    )
    field_order = ["email", "rhythm"]

    def clean_email(self):
        return canonical(self.cleaned_data["email"])
