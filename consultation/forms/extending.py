"""The form that makes the term of a consultation longer."""

from django import forms

from partners.ground.forms import Moment, Text


class ExtendForm(forms.Form):
    closes_at = Moment(
        label="Sluit nu op",
        help_text="Voor ‘tot en met 20 januari’ kiest u 21 januari, 0.00 uur.",
        widget=forms.SplitDateTimeWidget(
            date_attrs={"type": "date", "aria-label": "Sluit nu op: datum"},
            time_attrs={"type": "time", "aria-label": "Sluit nu op: tijd"},
            date_format="%Y-%m-%d",
            time_format="%H:%M",
        ),
    )
    reason = Text(
        label="Reden",
        help_text="Staat op de site, voor iedereen.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 80}),
    )

    def __init__(self, *args, consultation, **kwargs):
        super().__init__(*args, initial={"closes_at": consultation.closes_at}, **kwargs)
        self.consultation = consultation

    def clean_closes_at(self):
        closes_at = self.cleaned_data["closes_at"]
        if closes_at <= self.consultation.closes_at:
            raise forms.ValidationError("Kies een later moment dan waarop de consultatie nu sluit.")
        return closes_at
