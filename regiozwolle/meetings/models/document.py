"""A paper of a meeting."""

from django.db import models
from django.urls import reverse
from django.utils import timezone

from partners.ground.files.uploads import ENDINGS
from partners.ground.models import StoredFile
from partners.ground.publishing import PublicQuerySet
from regiozwolle.meetings.models.meeting import Meeting


class MeetingDocumentQuerySet(PublicQuerySet):
    def to_read(self):
        """Those of which the worker has not read the words yet."""
        return self.filter(read_at=None)


class MeetingDocument(models.Model):
    """A file of a meeting, such as a presentation or a report, with the words in it so that they are found."""

    follows = ("meeting",)

    meeting = models.ForeignKey(Meeting, verbose_name="bijeenkomst", on_delete=models.CASCADE, related_name="documents")
    title = models.CharField("titel", max_length=200)
    file = models.ForeignKey(
        StoredFile, verbose_name="bestand", on_delete=models.PROTECT, related_name="meeting_documents", editable=False
    )
    file_name = models.CharField("naam van het bestand", max_length=120, editable=False)
    put_at = models.DateTimeField("neergezet op", default=timezone.now, editable=False)
    read_at = models.DateTimeField("gelezen op", null=True, editable=False)

    objects = MeetingDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "stuk van een bijeenkomst"
        verbose_name_plural = "stukken van bijeenkomsten"
        ordering = ["meeting", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "title"],
                name="documents_of_a_meeting_are_told_apart",
                violation_error_message="Bij deze bijeenkomst staat al een stuk met deze titel.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("meetings:document", args=[self.meeting.slug, self.pk])

    @property
    def file_path(self):
        """Where the file itself is."""
        return reverse("meetings:document_file", args=[self.meeting.slug, self.pk])

    @property
    def form(self):
        """'pdf', 'docx' or 'odt'."""
        return ENDINGS[self.file.content_type]
