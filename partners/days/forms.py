"""What a griffier fills in: a line for each day, a list or calendar at once, or the delivery term."""

from copy import deepcopy
from datetime import date

from django import forms

from partners.ground.forms import DayInput
from partners.ground.sheets.fields import DateCell, TimeCell, YesNoCell
from partners.ground.templatetags.dutch import weekday
from partners.models import MOST_DELIVERY_DAYS
from partners.models.body import TERM_TOO_LONG
from partners.reading_days import DaysForm

NO_SUCH_NUMBER = "Vul een heel getal in, zoals 14."
HELD = [("nee", "Gaat door"), ("ja", "Vervalt")]
NOT_ASKED = ("body", "source")


class LineForm(forms.Form):
    """A line with one day of a body: the cells of a row of the sheet, and for one that is there which day it is.

    Each field carries what it said when the page was made, so that only what somebody changed is sent on.
    """

    def __init__(self, *args, layout, row=None, is_new=False, **kwargs):
        self.layout, self.row, self.is_new = layout, row, is_new
        self.key = layout.key[-1]
        super().__init__(*args, **kwargs)
        if not is_new:
            self.fields["line"] = forms.CharField(
                widget=forms.HiddenInput, required=False, initial=row and getattr(row, self.key).isoformat()
            )
        first = [self.key] if is_new else []
        for name in [*first, *(name for name in layout.columns if name not in (*NOT_ASKED, self.key))]:
            self.fields[name] = as_input(layout.form.base_fields[name], name, row)
            self.fields[name].widget.attrs["aria-label"] = f"{self.fields[name].label}, {self.title.lower()}"

    @property
    def day(self):
        """The text of the day of a line that is there."""
        return self["line"].value()

    @property
    def title(self):
        """'donderdag 24 juni 2027', or that it is a new one."""
        if self.is_new:
            return f"Nieuwe regel {int(self.prefix[1:]) + 1}"
        try:
            return weekday(date.fromisoformat(self.day or ""))
        except ValueError:
            return "Onbekende dag"

    @property
    def told(self):
        """The fields to show beside the day; of a new line also the day itself, at the front."""
        return [field for field in self if not field.is_hidden]

    @property
    def new_day(self):
        """The field for the day of a new line; None of one that is there."""
        return self.told[0] if self.is_new else None

    @property
    def cells(self):
        """The fields that stand beside the day."""
        return self.told[1:] if self.is_new else self.told

    def as_row(self):
        """The cells that were changed by the name of their column; empty when nothing was."""
        changed = [name for name in self.changed_data if name != "line"]
        if not changed:
            return {}
        typed = {self.fields[name].label: self.data.get(self.add_prefix(name), "") for name in changed}
        return typed if self.is_new else {self.layout.columns[self.key]: self.day or ""} | typed

    def refused(self, remark):
        """Puts a Remark on the row at its field, or at the first one that is shown."""
        found = next((name for name, field in self.fields.items() if field.label == remark.column), None)
        self.add_error(found or self.told[0].name, remark.message)


def as_input(cell, name, row):
    """A field of a sheet as one to fill in on a page, with what stands there."""
    field = deepcopy(cell)
    field.required, field.help_text, field.show_hidden_initial = False, "", True
    value = getattr(row, name, None)
    if isinstance(field, DateCell):
        field.widget = DayInput()
    elif isinstance(field, TimeCell):
        field.widget = forms.TimeInput(attrs={"inputmode": "numeric", "size": 6}, format="%H.%M")
    elif isinstance(field, YesNoCell):
        field.widget, value = forms.Select(choices=HELD), "ja" if value else "nee"
    field.initial = value
    return field


class OwnDaysForm(DaysForm):
    """A list or calendar of the days of one body, which needs not be chosen."""

    body = source = None


class OwnRecessDaysForm(OwnDaysForm):
    """The same for recesses, of which none lapses by not being named."""

    lapses = None


class TermForm(forms.Form):
    """How many days before a sitting papers must be there; `was` is what stood there when the page was made."""

    days = forms.IntegerField(
        label="Aanlevertermijn in dagen",
        required=False,
        min_value=0,
        max_value=MOST_DELIVERY_DAYS,
        help_text="Zoveel dagen voor een vergadering is de laatste dag om stukken aan te leveren. Leeg: niet bekend.",
        error_messages={
            "invalid": NO_SUCH_NUMBER,
            "min_value": NO_SUCH_NUMBER,
            "max_value": TERM_TOO_LONG,
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
    )
    was = forms.IntegerField(widget=forms.HiddenInput, required=False)
