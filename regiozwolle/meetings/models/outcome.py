"""What came of a meeting, tied to what it was about."""

from django.db import models

from agenda.models import Element
from consultation.deciding.models import Dossier
from consultation.models import Point
from partners.ground.constraints import at_least_one, known
from partners.ground.texts import SENTENCES
from regiozwolle.meetings.models.agenda_item import AboutSomething, LinkedQuerySet
from regiozwolle.meetings.models.meeting import Meeting


class OutcomeKind(models.TextChoices):
    """What was done with a subject."""

    DISCUSSED = "besproken", "hierover gesproken"
    DECIDED = "besloten", "dit besloten"
    GIVEN = "meegegeven", "dit meegegeven"


class OutcomeLine(AboutSomething, models.Model):
    """One thing that came of a meeting, and the text, dossier or reaction that it is about."""

    follows = ("meeting", "dossier")

    meeting = models.ForeignKey(
        Meeting, verbose_name="bijeenkomst", on_delete=models.CASCADE, related_name="outcome_lines"
    )
    kind = models.CharField("soort", max_length=12, choices=OutcomeKind)
    position = models.PositiveSmallIntegerField("volgorde", default=1)
    text = models.TextField("wat eruit kwam", max_length=SENTENCES)
    element = models.ForeignKey(
        Element,
        verbose_name="onderdeel",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="meeting_lines",
    )
    dossier = models.ForeignKey(
        Dossier, verbose_name="dossier", on_delete=models.PROTECT, null=True, blank=True, related_name="meeting_lines"
    )
    # A point may be erased with who wrote it; what was said at the meeting stays.
    point = models.ForeignKey(
        Point, verbose_name="punt", on_delete=models.SET_NULL, null=True, blank=True, related_name="meeting_lines"
    )

    objects = LinkedQuerySet.as_manager()

    class Meta:
        verbose_name = "uitkomst"
        verbose_name_plural = "uitkomsten"
        ordering = ["meeting", "position", "pk"]
        constraints = [
            known("kind", OutcomeKind, model="outcome_line"),
            at_least_one("position", model="outcome_line", message="Een uitkomst heeft een nummer vanaf 1."),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text}"
