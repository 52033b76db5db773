"""The fields of a sheet: each reads a cell as somebody typed it, and writes its value back as such a cell."""

from datetime import date
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator, slug_re
from django.db.models import Q

from partners.ground.comparing.words import key_of
from partners.ground.forms import Slug, Text, WebAddress
from partners.ground.numbers import NumberField
from partners.ground.sheets.cells import written
from partners.ground.templatetags.dutch import day, number

DATES = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
# A day before this one is a slip of the pen: nothing in the portal is that old.
FIRST_DAY = date(1900, 1, 1)
SLUG = "Gebruik alleen letters, cijfers en streepjes, zonder spaties of accenten."
UNKNOWN = "‘{}’ kennen wij niet. Vul bij ‘{}’ een kenmerk of een naam in die bestaat."
AMBIGUOUS = "‘{}’ kan {} dingen zijn. Vul het kenmerk in: {}."


class CellField:
    """A field that writes a value as a sheet has it, too. `named` remembers what references name, over all rows.

    `shows(row)` gives the text of a column that is no field of the model.
    """

    named = None

    def __init__(self, *args, shows=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.shows = shows

    def as_cell(self, value):
        """The value as a cell has it."""
        return written(value)

    def as_read(self, value):
        """The value as people read it in a preview."""
        return self.as_cell(value)


class TextCell(CellField, Text):
    pass


class AddressCell(CellField, WebAddress):
    pass


class SlugCell(CellField, Slug):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.validators = [RegexValidator(slug_re, SLUG)]


class NumberCell(CellField, NumberField):
    def as_read(self, value):
        return "" if value is None else number(value)


class YearCell(CellField, NumberField):
    """A number that is read without a dot: 2024."""


class DateCell(CellField, forms.DateField):
    def __init__(self, **kwargs):
        messages = {"invalid": "Schrijf de datum als 31-1-2024."}
        super().__init__(input_formats=DATES, error_messages=messages, **kwargs)
        self.validators.append(MinValueValidator(FIRST_DAY, "Deze datum ligt voor 1900. Klopt het jaar?"))

    def as_read(self, value):
        return day(value) if value else ""


class TimeCell(CellField, forms.TimeField):
    def __init__(self, **kwargs):
        messages = {"invalid": "Schrijf de tijd als 19.30."}
        super().__init__(input_formats=["%H.%M", "%H:%M", "%H:%M:%S"], error_messages=messages, **kwargs)

    def as_cell(self, value):
        return "" if value is None else f"{value:%H.%M}"


class YesNoCell(CellField, forms.Field):
    """'ja' or 'nee'; empty is `default`."""

    def __init__(self, *, default, **kwargs):
        super().__init__(required=False, **kwargs)
        self.default = default

    def to_python(self, value):
        answer = {"": self.default, "ja": True, "nee": False}.get(str(value or "").strip().lower())
        if answer is None:
            raise ValidationError("Vul ja of nee in.")
        return answer


class ChoiceCell(CellField, forms.Field):
    """One of a model's choices, by its value or its label; empty is `default`."""

    def __init__(self, choices, *, default=None, **kwargs):
        super().__init__(required=default is None, **kwargs)
        self.choices, self.default = choices, default

    def to_python(self, value):
        text = str(value or "").strip().lower()
        if not text:
            return self.default
        for choice in self.choices:
            if text in (choice.value.lower(), choice.label.lower()):
                return choice.value
        raise ValidationError(f"‘{value}’ kennen wij niet. Kies uit: {', '.join(self.choices.values)}.")

    def as_cell(self, value):
        return str(value)


class ReferenceCell(CellField, forms.Field):
    """A row of another model by its slug or by its name, whatever its capitals; all rows are asked for just once.

    `called` is the field with its name; a name that more rows have is refused, with the slugs to choose from.
    """

    def __init__(self, queryset, *, called="name", **kwargs):
        super().__init__(**kwargs)
        self.queryset, self.called = queryset, called

    def to_python(self, value):
        text = str(value or "").strip()
        if not text:
            return None
        found = self.rows.get(folded(text)) or self.added(text)
        if len(found) > 1:
            raise ValidationError(AMBIGUOUS.format(text, len(found), ", ".join(sorted(row.slug for row in found))))
        if not found:
            raise ValidationError(UNKNOWN.format(text, self.label))
        return found[0]

    @property
    def rows(self):
        """The rows by slug and by name, lists of one unless a name is that of more."""
        named = {} if self.named is None else self.named
        if not named:
            rows = list(self.queryset.all())
            for row in rows:
                named.setdefault(folded(getattr(row, self.called)), []).append(row)
            # A slug is that of one row, also when it is the name of another.
            named.update({folded(row.slug): [row] for row in rows})
        return named

    def added(self, text):
        """Those that came since: a row above in the same sheet."""
        return list(self.queryset.filter(Q(slug__iexact=text) | Q(**{f"{self.called}__iexact": text})))

    def as_cell(self, value):
        return value.slug if value else ""


def folded(name):
    """A name without its capitals, its spaces and what else people do not mind."""
    return key_of(name).casefold()


def times_off(value, previous, *, most):
    """'1.000 keer zo groot' when `value` is at least `most` times as large as `previous`, or as small; else None.

    So far off, it is more likely a slip of the unit than the truth.
    """
    if not value or not previous:
        return None
    ratio = abs(Decimal(value) / Decimal(previous))
    if 1 / Decimal(most) < ratio < most:
        return None
    return f"{number(round(max(ratio, 1 / ratio)))} keer zo {'groot' if ratio >= 1 else 'klein'}"
