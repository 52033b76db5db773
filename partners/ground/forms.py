"""Fields that the forms of more than one app use."""

from datetime import date

from django import forms


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
