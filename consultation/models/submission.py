"""What a letter said each time it was sent."""

from typing import NotRequired, TypedDict

from django.db import models

from consultation.models.letter import Letter
from partners.ground.models import StoredFile


class RungContent(TypedDict):
    """From whom a point was adopted."""

    sender: str  # as everyone may read it
    sent_at: str  # a moment in ISO 8601


class PointContent(TypedDict):
    """A point as it was sent. What did not exist yet when it was kept is missing."""

    id: int  # the primary key of the Point, which may be gone
    subject: NotRequired[str]
    code: str | None  # of the element it is about
    version: int | None  # the number of the version it was written on
    question: str | None  # the text of the question it answers
    quoted_text: str
    kind: str  # a PointKind, or ""
    text: str
    proposal: str
    proposes_deletion: NotRequired[bool]
    is_minority: NotRequired[bool]
    minority_of: NotRequired[str]
    adopted_from: NotRequired[list[RungContent]]  # the lowest first


class SubmissionContent(TypedDict):
    """What `Submission.content` holds."""

    sender: NotRequired[str]
    decided_on: NotRequired[str | None]  # a day in ISO 8601
    decision_url: NotRequired[str]
    sharing: NotRequired[str]  # a Sharing
    points: list[PointContent]


class Submission(models.Model):
    """The state of a letter each time it was sent, so that what was once sent is never lost."""

    letter = models.ForeignKey(Letter, verbose_name="reactie", on_delete=models.CASCADE, related_name="submissions")
    sequence = models.PositiveSmallIntegerField("keer")
    sent_at = models.DateTimeField("verstuurd")
    # Also when another took its place in the letter since.
    decision_file = models.ForeignKey(
        StoredFile,
        verbose_name="besluit als bestand",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="submissions",
    )
    # A SubmissionContent; until the files lay in the database it held the name of that file too.
    content = models.JSONField("inhoud", help_text="De punten zoals ze toen waren.")

    class Meta:
        verbose_name = "verzending"
        verbose_name_plural = "verzendingen"
        ordering = ["letter", "-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "sequence"], name="submissions_are_counted"),
        ]

    def __str__(self):
        return f"{self.letter}, keer {self.sequence}"
