"""Constraints that several models share, and the same rules for `clean()`, which can say at which field to mend it."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from partners.ground.templatetags.dutch import day

# Everything the portal dates lies in these years; what lies outside is a slip of the finger.
FIRST_YEAR, LAST_YEAR = 2000, 2050
UNBELIEVABLE = f"Kies een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}."


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


def believable(field, *, model, is_year=False):
    """Holds a date, or with `is_year` a year as a number, to FIRST_YEAR up to and including LAST_YEAR."""
    first, last = (FIRST_YEAR, LAST_YEAR) if is_year else (date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__range": (first, last)}) | models.Q(**{f"{field}__isnull": True}),
        name=f"{model}_{field}_is_believable",
        violation_error_message=UNBELIEVABLE,
    )


def refuse_unbelievable(obj, *fields):
    """As `believable`, but at each of the `fields` of `obj` itself."""
    for field in fields:
        value = getattr(obj, field)
        year = value.year if isinstance(value, date) else value
        refuse(year is not None and not FIRST_YEAR <= year <= LAST_YEAR, field, UNBELIEVABLE)
