"""The fields that the forms of reacting share, and the words that come back in them."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from consultation.models.point_words import POINT_LENGTH
from partners.ground.files.uploads import MB, PDF, LimitedFileField, kind_of
from partners.ground.forms import DayInput, Text
from partners.ground.templatetags.dutch import number

DECIDED_WHEN = "vul in op welke dag dit is besloten"
DECISION_SIZE = 10 * MB  # bytes
OPTIONAL = "(niet\N{NO-BREAK SPACE}verplicht)"


class LongText(Text):
    """Text of up to POINT_LENGTH characters."""

    widget = forms.Textarea

    def __init__(self, *, error_messages=None, **kwargs):
        shorten = f"kort de tekst in tot {number(POINT_LENGTH)} tekens, of maak er twee punten van"
        messages = {"max_length": shorten} | (error_messages or {})
        super().__init__(max_length=POINT_LENGTH, error_messages=messages, **kwargs)


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


class DecisionFile(LimitedFileField):
    """A PDF of at most DECISION_SIZE bytes, known by what is in it and not by what it is called."""

    def __init__(self, **kwargs):
        super().__init__(limit=DECISION_SIZE, **kwargs)

    def to_python(self, data):
        upload = super().to_python(data)
        if upload is None:
            return None
        if kind_of(upload) != PDF:
            raise forms.ValidationError("kies een PDF. Dit bestand is dat niet, of het is beschadigd.", code="no_pdf")
        return upload
