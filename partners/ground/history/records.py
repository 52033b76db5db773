"""The two tables of the record. The portal may add to them and read them, and nothing else."""

import json
from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class ExactDecoder(json.JSONDecoder):
    """Reads an amount as it was written, to the cent."""

    def __init__(self, **options):
        super().__init__(**options | {"parse_float": Decimal})


class Act(models.Model):
    """Something that somebody did, in words, with the reason if one was given.

    Who did it is kept as a key alone: who is erased later is nobody's name here, and the act stays.
    """

    words = models.CharField("handeling", max_length=120)
    made_at = models.DateTimeField("wanneer", db_default=Now())
    made_by_id = models.BigIntegerField("door", null=True)
    about_table = models.CharField("tabel", max_length=63, blank=True)
    about_id = models.BigIntegerField("rij", null=True)
    reason = models.TextField("reden", blank=True)

    class Meta:
        verbose_name = "handeling"
        verbose_name_plural = "handelingen"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["about_table", "about_id"], name="act_about"),
            models.Index(fields=["made_by_id"], name="act_made_by"),
        ]

    def __str__(self):
        return self.words


class Change(models.Model):
    """What one row said before and after. Without `before` the row was new, without `after` it was deleted.

    Of a changed row both have the changed columns alone. Written by the database (see `triggers.py`), whatever program
    asks; `role` is as whom that program had signed in to the database.
    """

    # No constraint of the database: an act is written first, in the same transaction, and neither is ever deleted.
    act = models.ForeignKey(
        Act,
        verbose_name="handeling",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="changes",
    )
    made_at = models.DateTimeField("wanneer", db_default=Now())
    role = models.CharField("rol in de database", max_length=63)
    table_name = models.CharField("tabel", max_length=63)
    row_id = models.BigIntegerField("rij")
    # The row in whose history this one belongs: the indicator of a measurement.
    part_of_id = models.BigIntegerField("onderdeel van", null=True)
    before = models.JSONField("eerst", null=True, decoder=ExactDecoder)
    after = models.JSONField("daarna", null=True, decoder=ExactDecoder)

    class Meta:
        verbose_name = "wijziging"
        verbose_name_plural = "wijzigingen"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["table_name", "row_id"], name="change_of_row"),
            models.Index(
                fields=["table_name", "part_of_id"], condition=Q(part_of_id__isnull=False), name="change_of_part"
            ),
            models.Index(fields=["made_at"], condition=Q(after__isnull=True), name="change_that_deletes"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(before__isnull=False) | Q(after__isnull=False),
                name="change_has_a_state",
                violation_error_message="Een wijziging zegt wat er eerst of daarna stond.",
            ),
        ]

    def __str__(self):
        return f"{self.table_name} {self.row_id}"
