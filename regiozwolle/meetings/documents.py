"""Putting a file at a meeting, and reading the words in it."""

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from consultation.deciding.papers.acts import short_name
from partners.ground import files, history, reading
from partners.ground.refusal import Refused
from regiozwolle.meetings.models import Meeting, MeetingDocument

READ = "regiozwolle.meetings.tasks.read_documents"
TAKEN = "Bij deze bijeenkomst staat al een stuk met de titel ‘{}’. Kies een andere titel."


@history.act("stuk bij een bijeenkomst neergezet")
def put_document(*, meeting, title, upload):
    """Puts a file, as PaperField gives it, at `meeting`; returns the MeetingDocument. The worker reads its words.

    Raises Refused when something with that `title` is there already.
    """
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if meeting.documents.filter(title=title).exists():
        raise Refused(TAKEN.format(title))
    stored = files.store(upload, name=f"bijeenkomsten/{meeting.pk}", content_type=upload.content_type)
    document = MeetingDocument.objects.create(
        meeting=meeting, title=title, file=stored, file_name=short_name(upload.name)
    )
    app.configure_task(READ).defer()
    return document


def read_all():
    """Reads the words of every document of which that was not done."""
    for pk in MeetingDocument.objects.to_read().values_list("pk", flat=True):
        read(pk)


@transaction.atomic
def read(pk):
    """Reads the words of one document, unless another does or did so meanwhile."""
    waiting = MeetingDocument.objects.to_read().select_for_update(of=["self"], skip_locked=True)
    document = waiting.select_related("file").filter(pk=pk).first()
    if document:
        reading.read(document.file)
        document.read_at = timezone.now()
        document.save(update_fields=["read_at"])
