"""Which parts of a form of the desk stand open, what is wrong in it, and how Django's labels and marks read."""

import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import capfirst

register = template.Library()

# A help text that is no longer stands whole below its field.
SHORT = 100
# The coloured mark of Django for what is true, not true or unknown.
MARK = re.compile(r'<img [^>]*alt="(True|False|None)"[^>]*>')
WORDS = {"True": "ja", "False": "nee", "None": "nog niet bekend"}
FOLDED = '{} <details><summary>Meer uitleg<span class="visually-hidden"> bij {}</span></summary> {}</details>'
# The first sentence and the others; one that only says how long a text may be is not worth opening.
FIRST_SENTENCE = re.compile(r"(.+?[.?!])\s+(.{40,})", re.DOTALL)


@register.filter
def is_open(fieldset):
    """Whether a named section stands open: something in it is filled in, asked, or wrong.

    One that has the class "collapse" does so only when something is wrong.
    """
    fields = [field for line in fieldset for field in line]
    if "collapse" in fieldset.classes:
        return any(errors_of(field) for field in fields)
    return any(is_of_use(field, fieldset.form) for field in fields)


def is_of_use(field, form):
    """Whether a field is filled in, must be, or has an error; what is only read is, once there is something."""
    if field.is_readonly:
        return form.instance.pk is not None
    bound = field.field
    return bool(bound.errors or bound.field.required or bound.value())


@register.filter
def is_unfolded(row):
    """Whether a row stands open: it is wrong, it was opened from the table above it, or a script adds rows from it.

    All of them do where their desk says `stands_open`.
    """
    is_asked = row.original and getattr(row.model_admin, "columns", ())
    stands_open = getattr(row.model_admin, "stands_open", False)
    return bool(stands_open or row.form.errors or is_asked or "__prefix__" in row.form.prefix)


@register.filter
def row_name(row):
    """What a row is called, or what one does with an empty one."""
    return str(row.original or f"{capfirst(row.model_admin.verbose_name)} toevoegen")


@register.filter
def has_own_desk(row):
    """Whether a row that is there can be opened at a desk of its own."""
    return row.model_admin.show_change_link and row.model_admin.has_registered_model


@register.filter
def wrong_fields(adminform, inlines):
    """(Id of the field, what it is called and what is wrong) of each error, those of the rows at the end."""
    forms = [adminform.form, *(form for rows in inlines for form in rows.formset.forms)]
    return [
        (field.id_for_label, f"{capfirst(field.label)}: {error}")
        for form in forms
        for field in form
        for error in field.errors
    ]


@register.filter
def errors_of(field):
    """What is wrong with a field as the admin draws it; "" of one that is only read."""
    return "" if field.is_readonly else field.errors()


@register.filter
def without_colon(label):
    """A label as Django draws it, without a colon: it stands above its field, and may be a question."""
    return mark_safe(label.replace(":</label>", "</label>"))


@register.filter
def folded(help_text, label):
    """A help text as safe HTML; of a long one the first sentence, and the others folded, named after the `label`."""
    text = str(help_text)
    sentences = FIRST_SENTENCE.fullmatch(text) if len(text) > SHORT and "<" not in text else None
    return format_html(FOLDED, sentences[1], label, sentences[2]) if sentences else mark_safe(text)


@register.filter
def in_words(html):
    """What Django shows of a value, with a word in the place of its coloured mark; its alternative is English."""
    return mark_safe(MARK.sub(lambda mark: WORDS[mark[1]], html)) if "<img " in str(html) else html
