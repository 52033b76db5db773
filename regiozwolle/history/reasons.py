"""Asking why, where an act has a line on the site."""

from django import forms

from partners.ground.forms import Text
from regiozwolle.history.restoring import needs_reason


class WhyForm(forms.Form):
    """The reason of an act that everyone can read about."""

    reason = Text(
        label="Reden",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Op de site komt te staan wat er verandert, met deze reden.",
        error_messages={"required": "Schrijf waarom: dit komt op de site te staan."},
    )


def why_form(request, changes):
    """The WhyForm of undoing `changes`, with what was posted; None when that has no line on the site."""
    return WhyForm(request.POST if request.method == "POST" else None) if needs_reason(changes) else None


def given(form):
    """The reason in a WhyForm that was filled in, as an argument; nothing without a form."""
    return form.cleaned_data if form else {}
