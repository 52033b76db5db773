"""From when something is on the site."""

from django import forms
from django.utils import timezone

from partners.ground.constraints import LAST_YEAR, UNBELIEVABLE
from partners.ground.forms import Moment


class PublicationForm(forms.Form):
    """From when a version, or a batch of answers, is on the site."""

    at = Moment(
        label="Op de site vanaf",
        required=False,
        help_text="Leeg: nu meteen. Bijvoorbeeld 24-2-2027 en 9:00.",
        widget=forms.SplitDateTimeWidget(
            date_attrs={"type": "date", "aria-label": "Op de site vanaf: datum"},
            time_attrs={"type": "time", "aria-label": "Op de site vanaf: tijd"},
            date_format="%Y-%m-%d",
        ),
    )

    def clean_at(self):
        at = self.cleaned_data["at"]
        if at and at < timezone.now():
            raise forms.ValidationError("Kies een moment dat nog komt, of laat het leeg.")
        if at and at.year > LAST_YEAR:
            raise forms.ValidationError(UNBELIEVABLE)
        return at
