"""Constraints that several models share."""

from django.db import models


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
