"""Rows of a spreadsheet as rows of a model: first a preview of every change, then all of them or none.

A `Layout` says which form reads a row. The form's labels are the names of the columns, and what it refuses is told
with the row and the column. A row that finds its like by the `key` changes it, another one is new; a column that is
not in the sheet stays as it is.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction

from partners.ground.sheets.reading import read
from partners.ground.templatetags.dutch import number

ALREADY = "Deze rij staat er twee keer in, ook op rij {}."


@dataclass(frozen=True)
class Layout:
    """How a sheet of one model looks. `key` names the fields that tell a row from all others.

    `save(form, before)` keeps a valid form; `before` is the row as it was, None for a new one. Most need only be saved.
    """

    title: str
    form: type["RowForm"]
    key: list[str]
    save: Callable = lambda form, before: form.save()

    @property
    def model(self):
        return self.form._meta.model

    @property
    def columns(self):
        """The names of the columns by the name of their field, in order."""
        return {name: field.label for name, field in self.form.base_fields.items()}


@dataclass(frozen=True)
class Change:
    """What becomes of one row: `differences` are (column, old text, new text); a new row has only new texts."""

    row: int
    name: str
    is_new: bool
    differences: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Problem:
    """What is wrong with one row; `column` is empty when it is the row as a whole."""

    row: int
    column: str
    message: str


@dataclass(frozen=True)
class Outcome:
    """What a sheet does or did: every change, or every problem and then nothing at all."""

    changes: list[Change]
    unchanged: int
    problems: list[Problem]

    @property
    def new(self):
        return sum(change.is_new for change in self.changes)

    @property
    def changed(self):
        return len(self.changes) - self.new

    @property
    def counts(self):
        """How many rows are new, change and stay: '12 nieuw, 1 gewijzigd, 3 blijven gelijk'."""
        return f"{number(self.new)} nieuw, {number(self.changed)} gewijzigd, {number(self.unchanged)} gelijk gebleven"


def read_upload(layout, upload):
    """The Sheet in an uploaded file. Raises ValidationError for what is wrong with the file as a whole."""
    required = [layout.form.base_fields[name].label for name in layout.key if layout.form.base_fields[name].required]
    return read(upload, columns=list(layout.columns.values()), required=required)


@transaction.atomic
def carry_out(layout, rows, *, keep):
    """The Outcome of `rows`, pairs of a number and a dict of text by column name, and whether it was kept.

    It is kept when there are no problems and `keep(outcome)` says so. To preview is to do it all and undo it, so that
    what the rows do to each other is seen too.
    """
    found, changes, problems, unchanged, seen = {}, [], [], 0, {}
    names = {label: name for name, label in layout.columns.items()}
    for row, texts in rows:
        data = {names[label]: text for label, text in texts.items()}
        outcome = one_row(layout, row, data, found, seen)
        if isinstance(outcome, Change):
            changes.append(outcome)
        elif outcome:
            problems += outcome
        else:
            unchanged += 1
    outcome = Outcome([] if problems else changes, unchanged, problems)
    is_kept = not problems and keep(outcome)
    if not is_kept:
        transaction.set_rollback(True)
    return outcome, is_kept


def one_row(layout, row, data, found, seen):
    """A Change, a list of Problems, or None when the row changes nothing. `found` keeps what relations name."""
    form = layout.form(data)
    cleaned, problems = {}, []
    for name in form.fields:
        if name in data or name in layout.key:
            try:
                cleaned[name] = clean_field(form, name, data, found)
            except ValidationError as error:
                problems += [Problem(row, form.fields[name].label, message) for message in error.messages]
    if not set(layout.key) <= set(cleaned):
        return problems
    identity = {name: cleaned[name] for name in layout.key}
    if (first := seen.setdefault(tuple(identity.values()), row)) != row:
        return [Problem(row, "", ALREADY.format(first))]
    existing = layout.model.objects.filter(**matching(identity)).first()
    before = copy(existing)
    kept = as_typed(form, existing) if existing else {}
    form = layout.form({**kept, **data}, instance=existing)
    for name in form.fields:
        form.fields[name].found = found.setdefault(name, {})
    if not form.is_valid():
        return [
            Problem(row, form.fields[name].label if name in form.fields else "", message)
            for name, messages in form.errors.items()
            for message in messages
        ]
    differences = compare(form, before, data)
    if not differences:
        return None
    try:
        with transaction.atomic():
            layout.save(form, before)
    except ValidationError as error:
        by_field = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
        return [
            Problem(row, form.fields[name].label if name in form.fields else "", message)
            for name, messages in by_field.items()
            for message in messages
        ]
    except IntegrityError as error:
        return [Problem(row, "", refusal(layout.model, error))]
    return Change(row, str(form.instance), before is None, differences)


def refusal(model, error):
    """What the constraint that the database held against a row says, in its own words."""
    name = error.__cause__.diag.constraint_name
    refused = next((one for one in model._meta.constraints if one.name == name), None)
    return str(refused.violation_error_message) if refused else "Deze rij past niet bij wat er al staat."


def clean_field(form, name, data, found):
    """The value of one field, as the whole form would read it."""
    field = form.fields[name]
    field.found = found.setdefault(name, {})
    return field.clean(data.get(name, ""))


def matching(identity):
    """The filter for the row with these values; None is matched as such."""
    return {f"{name}__isnull" if value is None else name: value is None or value for name, value in identity.items()}


def as_typed(form, instance):
    """What stands in a row already, by field, in the text that a sheet would have."""
    return {name: form.fields[name].told(value_of(form.fields[name], instance, name)) for name in form.fields}


def value_of(field, instance, name):
    """The value that a column shows of a row; one that only an import knows shows none."""
    return field.shows(instance) if field.shows else getattr(instance, name, None)


def compare(form, before, data):
    """(column, old text, new text) of every field in `data` that changes; of a new row all that is filled in.

    What only the import knows, such as the reason of a correction, comes along with a change.
    """
    differences, besides = [], []
    for name in form.fields:
        field = form.fields[name]
        if name not in data or field.shows:
            continue
        new, old = getattr(form.instance, name, form.cleaned_data[name]), getattr(before, name, None)
        if not alike(field.told(old) if before else "", field.told(new)):
            change = (field.label, field.shown(old) if before else "", field.shown(new))
            (differences if hasattr(form.instance, name) else besides).append(change)
    return differences and differences + besides


def alike(one, other):
    """Whether two texts say the same; a space that keeps a date on one line is a space."""
    return one.replace("\N{NO-BREAK SPACE}", " ") == other.replace("\N{NO-BREAK SPACE}", " ")


class RowForm(forms.ModelForm):
    """Reads one row. The database itself holds the constraints against it: to ask each beforehand costs far more."""

    def _get_validation_exclusions(self):
        """Leaves to the model only its `clean()`: the fields of the form check their values themselves."""
        return {field.name for field in self._meta.model._meta.fields}
