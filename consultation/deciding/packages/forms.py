"""What the secretariat fills in to send packages, and to write down that one was handed over."""

from django import forms
from django.utils import timezone
from django.utils.text import capfirst

from consultation.deciding.models import Delivery
from partners.ground.forms import DayInput, Text


class SendForm(forms.Form):
    """To which of the bodies with a package, given as `rows`; to all of them unless some are ticked off."""

    tracks = forms.MultipleChoiceField(
        label="Aan welke organen?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste één orgaan."},
    )

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = rows
        self.fields["tracks"].choices = [(str(row.track.pk), capfirst(str(row.track.body))) for row in rows]
        self.initial["tracks"] = [key for key, _ in self.fields["tracks"].choices]

    @property
    def chosen(self):
        """The rows that are ticked; all of them before anything was sent."""
        if not self.is_bound:
            return self.rows
        keys = getattr(self, "cleaned_data", {}).get("tracks", [])
        return [row for row in self.rows if str(row.track.pk) in keys]

    @property
    def packages(self):
        """The keys of the packages that go."""
        return [row.newest.pk for row in self.chosen]


class HandOverForm(forms.Form):
    """To whom the secretariat gave a package, and when."""

    note = Text(
        label="Aan wie, en hoe?",
        max_length=Delivery._meta.get_field("note").max_length,
        help_text="Bijvoorbeeld: de griffier, op de vergadering van 3 mei. Dit ziet alleen het regiobureau.",
        error_messages={"required": "Schrijf op aan wie u het pakket gaf, en hoe."},
    )
    on = forms.DateField(
        label="Op welke dag?",
        widget=DayInput,
        error_messages={"invalid": "Schrijf een dag, zoals 24-6-2027.", "required": "Vul in op welke dag."},
    )

    def clean_on(self):
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError("Deze dag moet nog komen. Kies een dag tot en met vandaag.")
        return on
