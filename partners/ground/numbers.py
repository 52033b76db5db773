"""Numbers as they are written in Dutch, for the forms of the secretariat's desk."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

# Either no thousands at all, or groups of three with the same mark between all of them.
DUTCH = re.compile(r"(-?)(?:€ ?)?(-?)([0-9]+|[1-9][0-9]{0,2}(?:([. ])[0-9]{3}(?:\4[0-9]{3})*))(?:,([0-9]+))?")
HOW = "Schrijf een komma voor decimalen en een punt voor duizendtallen, zoals 4.500 of 4,5."


PERCENT = "Laat het procentteken weg: schrijf {}."


def read_number(text):
    """The Decimal that `text` writes in Dutch: '€ 1.234,5', '4,5', '4 500'.

    Raises ValidationError for what could be read in two ways, such as 4.5, and for what is no number.
    """
    text = " ".join(text.replace("\N{MINUS SIGN}", "-").split())
    found = DUTCH.fullmatch(text)
    if not found or (found[1] and found[2]):
        raise ValidationError(what_is_wrong(text), code="invalid")
    whole = re.sub(r"[. ]", "", found[3])
    return Decimal(f"{found[1] or found[2]}{whole}{'.' if found[5] else ''}{found[5] or ''}")


def what_is_wrong(text):
    """Why `text` is no number that can be read, and what to do, in a Dutch sentence or two."""
    bare = text.removesuffix("%").strip()
    if bare != text and DUTCH.fullmatch(bare):
        return PERCENT.format(bare)
    if not re.search(r"\d", text):
        return f"‘{text}’ is geen getal. {HOW}"
    if found := re.search(r"[^\W\d_]{2,}", text):
        return f"Laat het woord ‘{found[0]}’ weg en schrijf het hele getal. {HOW}"
    return HOW


class NumberField(forms.DecimalField):
    """A plain line of text: in a number field the browser's language decides whether 4,5 is four and a half or 45."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value):
        if value in self.empty_values or not str(value).strip():
            return None
        return read_number(value) if isinstance(value, str) else super().to_python(value)

    def prepare_value(self, value):
        """What was typed stays as it is; what is known is written as one would type it, without empty decimals."""
        if isinstance(value, Decimal):
            return f"{value.normalize():f}".replace(".", ",")
        return value


# For `formfield_overrides`, wherever a desk asks for a figure or an amount.
NUMBERS = {
    models.DecimalField: {"form_class": NumberField},
    models.PositiveIntegerField: {"form_class": NumberField, "max_digits": 10, "decimal_places": 0},
}
