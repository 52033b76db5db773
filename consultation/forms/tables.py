"""The forms of what is said at a table, and of how many tables there are."""

from django import forms
from django.contrib.auth.models import AnonymousUser

from consultation.forms.reacting import QuestionsForm, heading_of
from consultation.models.table import attendance_state
from partners.ground.forms import Text


class TableForm(QuestionsForm):
    """What was said at a table: an answer per question, or without questions one text about the whole.

    Nobody has an account there, also when they are signed in.
    """

    nothing_written = "schrijf iets op voordat u opslaat"

    def __init__(self, *args, questions, sat, **kwargs):
        """`sat` is the state of who sat there, as saved."""
        kwargs |= {"user": AnonymousUser(), "questions": questions or [None], "read": {"read-sat": sat}}
        super().__init__(*args, **kwargs)

    def saved(self, draft, *, attendance=None):
        """As for the questions; `attendance` are the rows of who sat there, None when those were not saved."""
        super().saved(draft)
        if attendance is not None:
            self.read["read-sat"] = attendance_state(attendance)

    def overtaken_by(self, points, *, sat):
        """As for the questions; `sat` is the state of who sat there now."""
        super().overtaken_by(points)
        self.read["read-sat"] = sat

    @property
    def typed(self):
        """(What it is, the words) for each text that was filled in."""
        return [(heading_of(question), text) for question, text in self.answers.items() if text]


class AttendanceForm(forms.Form):
    """How many people of one sort sat at the table."""

    sort = Text(
        label="Wie",
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"aria-label": "Wie"}),
    )
    count = forms.IntegerField(
        label="Hoeveel",
        min_value=1,
        max_value=999,
        required=False,
        widget=forms.NumberInput(attrs={"aria-label": "Hoeveel", "inputmode": "numeric"}),
        error_messages={
            "invalid": "vul het aantal in als getal",
            "min_value": "vul een aantal van 1 of meer in",
            "max_value": "vul een aantal van hooguit 999 in",
        },
    )

    def clean(self):
        super().clean()
        sort, count = self.cleaned_data.get("sort"), self.cleaned_data.get("count")
        if sort and not count and "count" not in self.errors:
            self.add_error("count", f"vul in hoeveel {sort} er waren")
        if count and not sort and "sort" not in self.errors:
            self.add_error("sort", f"vul in wie deze {count} waren")


class BaseAttendance(forms.BaseFormSet):
    """The rows of who sat at a table; a row that is left empty does not count."""

    def clean(self):
        sorts = [sort.casefold() for sort, _ in self.rows]
        if len(sorts) != len(set(sorts)):
            raise forms.ValidationError("zet elke groep in één regel")

    @property
    def rows(self):
        """(sort, count) for each row that was filled in."""
        filled = [getattr(form, "cleaned_data", {}) for form in self.forms]
        return [(row["sort"], row["count"]) for row in filled if row.get("sort") and row.get("count")]


AttendanceFormSet = forms.formset_factory(
    AttendanceForm, formset=BaseAttendance, extra=3, max_num=40, absolute_max=60, validate_max=True
)


MOST_TABLES = 100


class TableSessionForm(forms.ModelForm):
    table_count = forms.IntegerField(
        label="Aantal tafels",
        min_value=0,
        max_value=MOST_TABLES,
        initial=8,
        help_text="Komen er tafels bij, verhoog dan het aantal. Er gaan nooit tafels af.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["table_count"].initial = self.instance.tables.count()
