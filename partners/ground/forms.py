"""Fields that the forms of more than one app use."""

from datetime import date
from unicodedata import category

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils import timezone

from partners.ground.addresses import seen
from partners.ground.templatetags.dutch import NO_BREAK, day, number
from partners.ground.texts import unturned

# What no font draws, by category and one by one: fillers, an empty symbol, and signs that only change the one before.
UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Zs"}
UNDRAWN = {
    "\N{HANGUL FILLER}",
    "\N{HANGUL CHOSEONG FILLER}",
    "\N{HANGUL JUNGSEONG FILLER}",
    "\N{HALFWIDTH HANGUL FILLER}",
    "\N{BRAILLE PATTERN BLANK}",
    "\N{COMBINING GRAPHEME JOINER}",
    *map(chr, range(0xFE00, 0xFE10)),  # variation selectors
}


# What shows nothing at the edges of a text comes along with what is pasted.
EDGES = "\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}\N{SOFT HYPHEN}"


def visible(text):
    """`text`, or "" when there is nothing to be seen in it: spaces, joiners, marks of direction, fillers."""
    return text if any(category(char) not in UNSEEN and char not in UNDRAWN for char in text) else ""


class Limited:
    """For a field of text: what is longer than `max_length` is refused, with the count, and never cut.

    The hint says the limit. The field has no maxlength, because a browser then silently drops the end of what is
    pasted. Text without anything visible is empty. `is_told=False` leaves the hint alone, where nothing is written
    but looked for.
    """

    default_error_messages = {
        "null_characters_not_allowed": "haal het onzichtbare nul-teken uit uw tekst. Typ de zin zo nodig opnieuw."
    }

    def __init__(self, *, is_told=True, **kwargs):
        super().__init__(**kwargs)
        self.validators = [one for one in self.validators if not isinstance(one, MaxLengthValidator)]
        if self.max_length and is_told:
            self.help_text = f"{self.help_text} Hooguit {number(self.max_length)} tekens.".strip()

    def widget_attrs(self, widget):
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs

    def to_python(self, value):
        """With line ends as one character, so that the count is the one people see; Word breaks a line with \\v.

        What turns the direction of what follows is left out: it cannot be seen in a field, and can be on the site.
        """
        text = unturned("" if value is None else str(value)).replace("\r\n", "\n").replace("\v", "\n")
        return super().to_python(text if "\0" in text else visible(text).strip(EDGES))

    def validate(self, value):
        super().validate(value)
        count = len(value or "")
        if self.max_length and count > self.max_length:
            shorten = self.error_messages.get("max_length", f"kort de tekst in tot {number(self.max_length)} tekens")
            raise forms.ValidationError(f"{shorten}. Nu zijn het er {number(count)}.", code="max_length")


class Text(Limited, forms.CharField):
    """A line or a few; with a Textarea as its widget, more."""


class SearchWords(Text):
    """Words to search with, above a list or on a page of its own."""

    def __init__(self, **kwargs):
        super().__init__(
            max_length=100,
            is_told=False,
            required=False,
            widget=forms.TextInput(attrs={"type": "search"}),
            error_messages={
                "max_length": "Zoek met hooguit 100 tekens",
                "null_characters_not_allowed": "Uw zoektekst bevat een teken dat niet kan.",
            },
            **kwargs,
        )


class WebAddress(Limited, forms.URLField):
    """One typed without its scheme is taken to be safe."""

    def __init__(self, *, assume_scheme="https", **kwargs):
        super().__init__(assume_scheme=assume_scheme, **kwargs)


class MailAddress(Limited, forms.EmailField):
    """One that was pasted may bring along what cannot be seen, which is no part of it."""

    def to_python(self, value):
        return super().to_python(seen(str(value or "")))


class Slug(Limited, forms.SlugField):
    pass


class Moment(forms.SplitDateTimeField):
    """A day and a time by the clock on the wall, which shows an hour of the year twice and one never."""

    def compress(self, data_list):
        try:
            return super().compress(data_list)
        except forms.ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            raise forms.ValidationError(not_one(error.params["datetime"]), code=error.code) from error


def not_one(wall):
    """Why the clock shows `wall`, a datetime without a time zone, not exactly once."""
    wall = wall.replace(tzinfo=timezone.get_current_timezone())
    at = f"{wall:%H.%M}{NO_BREAK}uur"
    # Read as the first of two, summer comes before winter; in the hour that is skipped it is the other way round.
    if wall.replace(fold=0).utcoffset() > wall.replace(fold=1).utcoffset():
        return f"Op {day(wall.date())} is het twee keer {at}. Kies een ander uur."
    return f"Op {day(wall.date())} is er geen {at}. Kies een ander uur."


class DayInput(forms.DateInput):
    """The browser's own field for a day, or a text field for what was typed and is none, so that nothing is lost."""

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        widget["type"] = "date" if is_day(widget["value"] or "0001-01-01") else "text"
        return context


def is_day(text):
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2024-01-31")
