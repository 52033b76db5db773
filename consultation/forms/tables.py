"""The forms of what is said at a table, and of how many tables there are."""

from django import forms

from consultation.forms.fields import OPTIONAL, LongText
from partners.ground.forms import Text


class TableForm(forms.Form):
    """What was said at a table: an answer per question, or without questions one text about the whole."""

    gelezen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, questions, written, read, **kwargs):
        """`written` are the points as saved, `read` the state in which they were saved."""
        saved = {point.question_id: point.text for point in written}
        self.questions = {f"question-{question.pk}": question for question in questions} or {"whole": None}
        initial = {name: saved.get(question and question.pk, "") for name, question in self.questions.items()}
        super().__init__(*args, initial=initial | {"gelezen": read}, **kwargs)
        for name, question in self.questions.items():
            label, hint = (question.text, question.hint) if question else ("Wat wilt u meegeven?", "")
            self.fields[name] = LongText(label=f"{label} {OPTIONAL}", help_text=hint, required=False)

    def clean(self):
        super().clean()
        if not self.errors and not any(self.answers.values()):
            self.add_error(next(iter(self.questions)), "schrijf iets op voordat u opslaat")

    @property
    def answers(self):
        """The text per question, "" for what was left out; None stands for the whole."""
        return {question: self.cleaned_data.get(name, "") for name, question in self.questions.items()}


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
