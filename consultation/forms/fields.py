"""The fields that the forms of reacting share, and the words that come back in them."""

from datetime import timedelta
from unicodedata import category

from django import forms
from django.utils import timezone

from consultation.models.point import POINT_LENGTH
from partners.ground.forms import DayInput
from partners.ground.templatetags.dutch import number

DECIDED_WHEN = "vul in op welke dag dit is besloten"
DECISION_SIZE = 10 * 1024 * 1024  # bytes
OPTIONAL = "(niet\N{NO-BREAK SPACE}verplicht)"
NULL_CHARACTER = "haal het onzichtbare nul-teken uit uw tekst. Typ de zin zo nodig opnieuw."

# Letters and a symbol that no font draws.
FILLERS = "\N{HANGUL FILLER}\N{HANGUL CHOSEONG FILLER}\N{HANGUL JUNGSEONG FILLER}\N{HALFWIDTH HANGUL FILLER}" + (
    "\N{BRAILLE PATTERN BLANK}"
)


def visible(text):
    """`text`, or "" when there is nothing to be seen in it: spaces, joiners, marks of direction, fillers."""
    unseen = {"Cc", "Cf", "Zl", "Zp", "Zs"}
    return text if any(category(char) not in unseen and char not in FILLERS for char in text) else ""


class LongText(forms.CharField):
    """Text of up to POINT_LENGTH characters, "" without anything visible. What is longer is refused and never cut.

    The field has no maxlength, because a browser then silently drops the end of what is pasted.
    """

    widget = forms.Textarea

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.error_messages |= {"null_characters_not_allowed": NULL_CHARACTER}

    def to_python(self, value):
        """With line ends as one character, so that the count is the one people see; Word breaks a line with \\v."""
        text = super().to_python(value).replace("\r\n", "\n").replace("\v", "\n")
        return text if "\0" in text else visible(text)

    def validate(self, value):
        super().validate(value)
        if len(value) > POINT_LENGTH:
            raise forms.ValidationError(
                f"kort de tekst in tot {number(POINT_LENGTH)} tekens, of maak er twee punten van. "
                f"Nu zijn het er {number(len(value))}.",
                code="too_long",
            )


def day_hint():
    """A day of last week, as people type it."""
    week_ago = timezone.localdate() - timedelta(days=7)
    return f"{week_ago.day}-{week_ago.month}-{week_ago.year}"


def decision_day(**kwargs):
    """A field for the day on which a body decided."""
    return forms.DateField(
        label="Op welke dag is dit besloten?",
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        widget=DayInput,
        error_messages={"required": DECIDED_WHEN},
        **kwargs,
    )


class DecisionFile(forms.FileField):
    """A PDF of at most DECISION_SIZE bytes, known by what is in it and not by what it is called."""

    default_error_messages = {
        "empty": "kies een ander bestand. Dit bestand is leeg.",
        "contradiction": "kies een bestand, of haal het weg",
        "max_length": "geef het bestand een kortere naam",
    }

    def to_python(self, data):
        upload = super().to_python(data)
        if upload is None:
            return None
        if upload.size > DECISION_SIZE:
            raise forms.ValidationError("kies een bestand van hooguit 10 MB", code="too_large")
        begin = upload.read(1024)
        upload.seek(max(upload.size - 1024, 0))
        end = upload.read()
        upload.seek(0)
        if not begin.startswith(b"%PDF-") or b"%%EOF" not in end:
            raise forms.ValidationError("kies een PDF. Dit bestand is dat niet, of het is beschadigd.", code="no_pdf")
        return upload
