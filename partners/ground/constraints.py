"""Constraints that several models share, and the same rules for `clean()`, which can say at which field to mend it."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from partners.ground.templatetags.dutch import day

# Nearly everything the portal dates lies in these years; what lies outside is a slip of the finger.
FIRST_YEAR, LAST_YEAR = 2000, 2050
BETWEEN = "Kies een jaar van {} tot en met {}."
UNBELIEVABLE = BETWEEN.format(FIRST_YEAR, LAST_YEAR)
OVER = "Dit is al geweest. Kies een later moment."


def known(field, choices, *, model):
    """Holds `field` to the values of `choices` in the database too, where `choices=` itself does not reach."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": choices.values}),
        name=f"{model}_{field}_is_known",
        violation_error_message="Kies een waarde uit de lijst.",
    )


def ends_after_it_starts(start, end, *, model, message="Het einde ligt voor het begin."):
    """Refuses an `end` before its `start`; an open end or an unknown start is fine."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{end}__gte": models.F(start)})
        | models.Q(**{f"{end}__isnull": True})
        | models.Q(**{f"{start}__isnull": True}),
        name=f"{model}_ends_after_it_starts",
        violation_error_message=message,
    )


def refuse(broken, field, message):
    """Raises ValidationError at `field` when the rule is `broken`; the constraint on that field then stays silent."""
    if broken:
        raise ValidationError({field: message})


def refuse_future(obj, field, way_out=""):
    """Refuses a day of `obj` that has not been yet, at its field; `way_out` is a sentence on what to do instead."""
    given = getattr(obj, field)
    is_ahead = given is not None and given > timezone.localdate()
    refuse(is_ahead, field, f"{day(given)} is nog niet geweest. {way_out}".strip() if is_ahead else "")


def refuse_reversed(obj, start, end, message="Het einde ligt voor het begin.", *, or_equal=False):
    """As `ends_after_it_starts`, but at the field `end` of `obj`; `or_equal` refuses an end that is the start too."""
    begun, ended = getattr(obj, start), getattr(obj, end)
    if begun is not None and ended is not None:
        refuse(ended <= begun if or_equal else ended < begun, end, message)


def refuse_past(obj, field, message=OVER):
    """Refuses a day or moment of `obj` that has been, at its field; but not one that is stored there already."""
    given = getattr(obj, field)
    if given is None or given >= (timezone.now() if isinstance(given, datetime) else timezone.localdate()):
        return
    stored = type(obj)._base_manager.filter(pk=obj.pk).values_list(field, flat=True).first() if obj.pk else None
    refuse(given != stored, field, message)


def believable(field, *, model, is_year=False, first=FIRST_YEAR):
    """Holds a date, or with `is_year` a year as a number, to the years `first` up to and including LAST_YEAR."""
    between = (first, LAST_YEAR) if is_year else (date(first, 1, 1), date(LAST_YEAR, 12, 31))
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__range": between}) | models.Q(**{f"{field}__isnull": True}),
        name=f"{model}_{field}_is_believable",
        violation_error_message=BETWEEN.format(first, LAST_YEAR),
    )


def refuse_unbelievable(obj, *fields, first=FIRST_YEAR):
    """As `believable`, but at each of the `fields` of `obj` itself."""
    for field in fields:
        value = getattr(obj, field)
        year = value.year if isinstance(value, date) else value
        is_slip = year is not None and not first <= year <= LAST_YEAR
        refuse(is_slip, field, BETWEEN.format(first, LAST_YEAR))


def at_least_one(field, *, model, message):
    """Holds a count to 1 or more: a count of nothing is not known, or not there."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__gte": 1}), name=f"{model}_{field}_is_not_0", violation_error_message=message
    )
