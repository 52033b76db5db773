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

from partners.ground import history
from partners.ground.sheets.reading import Remark, read
from partners.ground.templatetags.dutch import number

ALREADY = "Deze rij staat er twee keer in, ook op rij {}."
TAKEN = "Dit staat al bij een ander."


@dataclass(frozen=True)
class Layout:
    """How a sheet of one model looks. `key` names the fields that tell a row from all others.

    `save(form, before)` keeps a valid form; `before` is the row as it was, None for a new one. Most need only be saved.
    """

    title: str
    form: type["RowForm"]
    key: list[str]
    save: Callable = lambda form, before: form.save()
    # What reads the rows one by one, made of the Layout and all rows: another than Importer for what is no one model.
    importer: Callable = lambda layout, rows: Importer(layout)

    @property
    def model(self):
        return self.form._meta.model

    @property
    def columns(self):
        """The names of the columns by the name of their field, in order."""
        return {name: field.label for name, field in self.form.base_fields.items()}


@dataclass(frozen=True)
class SheetChange:
    """What becomes of one row: `differences` are (column, old text, new text); a new row has only new texts."""

    row: int
    name: str
    is_new: bool
    differences: list[tuple[str, str, str]]


class RowRefused(Exception):
    """A row cannot be imported; `problems` say why, each a Remark."""

    def __init__(self, problems):
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True)
class ImportResult:
    """What a sheet does or did: every change, or every problem and then nothing at all.

    `left` are Remarks of what stays as it is because somebody else changed it since.
    """

    changes: list[SheetChange]
    unchanged: int
    problems: list[Remark]
    left: tuple[Remark, ...] = ()

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


def carry_out(layout, rows, *, keep):
    """(ImportResult, whether it was kept) of `rows`, pairs of a number and a dict of text by column name.

    It is kept when there are no problems and `keep(result)` says so. To preview is to do it all and undo it, so that
    what the rows do to each other is seen too.
    """
    with history.recorded(f"{layout.title} geïmporteerd", only_changes=True):
        result = import_rows(layout, rows)
        is_kept = not result.problems and keep(result)
        if not is_kept:
            transaction.set_rollback(True)
    return result, is_kept


def import_rows(layout, rows):
    """The ImportResult of all `rows`, which are in the database then, as far as nothing is wrong with them."""
    importer = layout.importer(layout, rows)
    names = {label: name for name, label in layout.columns.items()}
    changes, unchanged, problems = [], 0, []
    for row, texts in rows:
        try:
            change = importer.import_row(row, {names[label]: text for label, text in texts.items()})
        except RowRefused as refused:
            problems += refused.problems
        else:
            changes += [change] if change else []
            unchanged += change is None
    if not problems:
        importer.write()
    return ImportResult([] if problems else changes, unchanged, problems, () if problems else tuple(importer.left))


class Importer:
    """Imports the rows of one sheet, one after another.

    `named` has by field what references named so far, `seen` the number of each row by its key, and `left` Remarks of
    what stays as somebody else made it.
    """

    def __init__(self, layout):
        self.layout = layout
        self.named = {name: {} for name in layout.columns}
        self.seen = {}
        self.left = []

    def import_row(self, row, data):
        """The SheetChange of one row, or None when it changes nothing. Raises RowRefused.

        `row` is its number in the sheet, `data` the text of its cells by field.
        """
        existing = self.existing(row, data)
        before = copy(existing)
        form = self.form(data, existing)
        if not form.is_valid():
            raise RowRefused(self.problems(row, form.errors))
        differences = compare(form, before, data)
        if not differences:
            return None
        self.save(row, form, before)
        return SheetChange(row, str(form.instance), before is None, differences)

    def write(self):
        """Writes what was kept of all rows to be written at once: here nothing, as each was saved by itself."""

    def existing(self, row, data):
        """The row with this key that is there already, or None. Raises RowRefused for a key that cannot be read."""
        key = self.key(row, data)
        first = self.seen.setdefault(tuple(key.values()), row)
        if first != row:
            raise RowRefused([Remark(row, "", ALREADY.format(first))])
        return self.layout.model.objects.filter(**matching(key)).first()

    def key(self, row, data):
        """The values of the key by field. Raises RowRefused, with all that is wrong with the row, if one is lacking."""
        fields = self.prepared(self.layout.form(data)).fields
        values, problems = {}, []
        for name, field in fields.items():
            if name in data or name in self.layout.key:
                try:
                    values[name] = field.clean(data.get(name, ""))
                except ValidationError as error:
                    problems += self.problems(row, {name: error.messages})
        if not set(self.layout.key) <= set(values):
            raise RowRefused(problems)
        return {name: values[name] for name in self.layout.key}

    def form(self, data, existing):
        """The form with `data`; a column that is not in the sheet keeps what stands in `existing`."""
        kept = as_typed(self.layout.form(data), existing) if existing else {}
        return self.prepared(self.layout.form({**kept, **data}, instance=existing))

    def prepared(self, form):
        """`form`, of which the fields share what references named in other rows."""
        for name, field in form.fields.items():
            field.named = self.named[name]
        return form

    def save(self, row, form, before):
        """Saves a valid form. Raises RowRefused for what the model or the database refuses all the same."""
        try:
            with transaction.atomic():
                self.layout.save(form, before)
        except ValidationError as error:
            by_field = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
            raise RowRefused(self.problems(row, by_field)) from error
        except IntegrityError as error:
            raise RowRefused(self.problems(row, refusal(self.layout.model, error))) from error

    def problems(self, row, messages_by_field):
        """A Remark for each message; one that is about no field is about the row as a whole."""
        columns = self.layout.columns
        return [
            Remark(row, columns.get(name, ""), message)
            for name, messages in messages_by_field.items()
            for message in messages
        ]


def refusal(model, error):
    """By field what the constraint that the database held against a row says, in its own words."""
    name = error.__cause__.diag.constraint_name or ""
    constraint = next((constraint for constraint in model._meta.constraints if constraint.name == name), None)
    if constraint:
        return {NON_FIELD_ERRORS: [str(constraint.violation_error_message)]}
    taken = [field for field in model._meta.concrete_fields if field.unique and name.startswith(start_of_name(field))]
    return {taken[0].name: [TAKEN]} if taken else {NON_FIELD_ERRORS: ["Deze rij past niet bij wat er al staat."]}


def start_of_name(field):
    """What the name begins with that PostgreSQL or Django gives the constraint of a unique field."""
    return f"{field.model._meta.db_table}_{field.column}_"


def matching(identity):
    """The filter for the row with these values; None is matched as such."""
    return {f"{name}__isnull" if value is None else name: value is None or value for name, value in identity.items()}


def as_typed(form, instance):
    """What stands in a row already, by field, in the text that a sheet would have."""
    return {name: form.fields[name].as_cell(value_of(form.fields[name], instance, name)) for name in form.fields}


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
        if not alike(field.as_cell(old) if before else "", field.as_cell(new)):
            change = (field.label, field.as_read(old) if before else "", field.as_read(new))
            (differences if hasattr(form.instance, name) else besides).append(change)
    return differences and differences + besides


def alike(one, other):
    """Whether two texts say the same; a space that keeps a date on one line is a space."""
    return one.replace("\N{NO-BREAK SPACE}", " ") == other.replace("\N{NO-BREAK SPACE}", " ")


class RowForm(forms.ModelForm):
    """Reads one row. The database itself holds the constraints against it: to ask each beforehand costs far more."""

    def _get_validation_exclusions(self):
        """Leaves to the model only its `clean()`: the fields of the form check their values themselves.

        Django has no public way to say so. Without it, each row asks once more for every row that it refers to.
        """
        return {field.name for field in self._meta.model._meta.fields}
