"""That somebody was reminded of a value that is late."""

from django.db import models
from django.utils import timezone

from results.models.indicator import Indicator
from results.models.owner import Owner


class LateReminderQuerySet(models.QuerySet):
    def note(self, late, *, owner):
        """Stores that `owner`, or None for the secretariat, is mailed about these figures, read `late`."""
        self.bulk_create([LateReminder(indicator=one, due_on=one.due_on, owner=owner) for one in late])


class LateReminder(models.Model):
    """That the owner of a figure, or without one the secretariat, was mailed that a newer value is late.

    Once for each day by which that value was due, so that nobody is mailed twice about the same lateness.
    """

    indicator = models.ForeignKey(
        Indicator, verbose_name="indicator", on_delete=models.CASCADE, related_name="late_reminders"
    )
    due_on = models.DateField("nieuwe waarde uiterlijk op")
    owner = models.ForeignKey(
        Owner,
        verbose_name="eigenaar",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="late_reminders",
        help_text="Leeg: de mail ging naar het secretariaat.",
    )
    reminded_at = models.DateTimeField("herinnerd op", default=timezone.now)

    objects = LateReminderQuerySet.as_manager()

    class Meta:
        verbose_name = "herinnering aan een late waarde"
        verbose_name_plural = "herinneringen aan late waarden"
        ordering = ["-reminded_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "due_on"],
                name="one_reminder_for_each_day_a_value_was_due",
                violation_error_message="Aan deze late waarde is al herinnerd.",
            ),
        ]

    def __str__(self):
        return f"{self.indicator}, {self.due_on}"
