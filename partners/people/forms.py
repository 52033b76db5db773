"""What a griffier fills in about people: a line for each to invite, a sheet of them, and when somebody's time ends."""

from copy import deepcopy

from django import forms
from django.forms.utils import ErrorDict
from django.utils import timezone

from partners.ground.constraints import FIRST_YEAR, LAST_YEAR, UNBELIEVABLE
from partners.ground.forms import DayInput
from partners.ground.sheets.admin import UploadForm
from partners.ground.sheets.fields import DateCell


class PersonLine(forms.Form):
    """A line with one person: the cells of a row of the sheet, without the body. Lines that are left empty are none."""

    def __init__(self, *args, layout, capacities, has_groups, number, **kwargs):
        super().__init__(*args, prefix=f"p{number}", **kwargs)
        self.number = number
        for name in layout.columns:
            if name == "body" or (name == "party_group" and not has_groups):
                continue
            field = self.fields[name] = deepcopy(layout.form.base_fields[name])
            if name == "capacity":
                field.widget = forms.Select(choices=[(one.value, one.label) for one in capacities])
            elif isinstance(field, DateCell):
                field.widget = DayInput()
            field.required, field.help_text = False, ""
            field.widget.attrs |= {"aria-label": f"{field.label}, regel {number}", "autocomplete": "off"}

    def full_clean(self):
        """Judges nothing: the sheet does, and its remarks come back by `refused`."""
        self._errors, self.cleaned_data = ErrorDict(), {}

    def as_row(self):
        """What was typed by the name of its column; empty when it was nothing but the capacity that stood there."""
        typed = {field.label: self.data.get(self.add_prefix(name), "").strip() for name, field in self.fields.items()}
        return typed if any(text for label, text in typed.items() if label != "Hoedanigheid") else {}

    def refused(self, remark):
        """Puts a Remark on the row at its field, or at the first one."""
        found = next((name for name, field in self.fields.items() if field.label == remark.column), "name")
        self.add_error(found, remark.message)


class PeopleForm(UploadForm):
    """A sheet of people to invite."""


class LastDayForm(forms.Form):
    """Until when somebody acts for a body."""

    last_day = forms.DateField(
        label="Laatste dag",
        help_text="Tot en met deze dag kan men nog handelen. Vandaag mag ook.",
        widget=DayInput(),
        initial=timezone.localdate,
        error_messages={"required": "Kies een dag.", "invalid": "Kies een dag, zoals 25-3-2027."},
    )

    def clean_last_day(self):
        chosen = self.cleaned_data["last_day"]
        if not FIRST_YEAR <= chosen.year <= LAST_YEAR:
            raise forms.ValidationError(UNBELIEVABLE)
        return chosen
