"""Which parts of a form of the desk stand open, and what is wrong in it."""

from django import template
from django.utils.text import capfirst

register = template.Library()


@register.filter
def is_open(fieldset):
    """Whether a named section stands open: something in it is filled in, asked, or wrong."""
    return any(is_of_use(field, fieldset.form) for line in fieldset for field in line)


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
