"""Every file that is uploaded or made while the portal runs: stored in the database, and sent from there.

Nothing is written on a disk, so one backup holds all, a file is whole or not there, any web process can send it, and
the act that brings a file keeps or undoes it with everything else it does. Whoever needs a file has a foreign key to
StoredFile, with PROTECT: no file goes while somebody still points at it.

    letter.decision_file = files.store(upload, name="besluiten/x7.pdf", content_type="application/pdf")
    return files.attached(request, letter.decision_file, f"besluit-{letter.number}.pdf")

Where the bytes lie is known here and in `StoredFile.pieces` only.
"""

import logging
from hashlib import sha256
from io import BytesIO

from django.db import OperationalError, transaction
from django.db.models import ProtectedError
from psycopg.errors import DiskFull

from partners.ground.files.answers import attached, shown
from partners.ground.models import CHUNK, FileChunk, StoredFile
from partners.ground.refusal import Refused

__all__ = ["attached", "clear_unused", "fill", "shown", "store"]

logger = logging.getLogger(__name__)

NO_ROOM = "Er is nu geen ruimte om het bestand te bewaren. Uw tekst staat er nog. Probeer het over een uur opnieuw."


def store(content, *, name, content_type):
    """Stores `content`, bytes or a file that can be read twice, and returns its StoredFile.

    The same bytes are stored once: then it is the file that was there, under its first name. Point at it within the
    same transaction, for what nothing points at is cleared. Raises Refused when the disk of the database is full.
    """
    content = BytesIO(content) if isinstance(content, bytes) else content
    digest, size = measured(content)
    try:
        with transaction.atomic():
            # Locked, so that nobody clears it before something points at it.
            stored, is_new = StoredFile.objects.select_for_update().get_or_create(
                sha256=digest, defaults={"name": name, "content_type": content_type, "size": size}
            )
            if is_new:
                write(stored, content)
    except OperationalError as error:
        if isinstance(error.__cause__, DiskFull):
            logger.error("There is no room for the file %s of %s bytes.", name, size)
            raise Refused(NO_ROOM) from error
        raise
    return stored


@transaction.atomic
def fill(lost, content):
    """Gives a `lost` StoredFile the bytes of `content`, a file that can be read twice.

    When the same bytes are there already, under another name, all that points at `lost` points there from now on.
    """
    digest, size = measured(content)
    if same := StoredFile.objects.select_for_update().filter(sha256=digest).first():
        for link in StoredFile._meta.related_objects:
            link.related_model._base_manager.filter(**{link.field.name: lost}).update(**{link.field.name: same})
        lost.delete()
        return
    lost.sha256, lost.size = digest, size
    lost.save()
    write(lost, content)


def clear_unused():
    """Takes away every file that nothing points at any more; returns how many."""
    cleared = 0
    for pk in StoredFile.objects.unused().values_list("pk", flat=True):
        with transaction.atomic():
            # One that somebody stores anew at this moment is locked, and is passed over.
            for stored in StoredFile.objects.select_for_update(skip_locked=True).filter(pk=pk):
                try:
                    stored.delete()
                    cleared += 1
                except ProtectedError:  # Somebody pointed at it since.
                    pass
    return cleared


def measured(content):
    """(The sha256 of all of `content` as hexadecimal digits, how many bytes it has); it is left at its beginning."""
    digest, size = sha256(), 0
    content.seek(0)
    while piece := content.read(CHUNK):
        digest.update(piece)
        size += len(piece)
    content.seek(0)
    return digest.hexdigest(), size


def write(stored, content):
    """Writes the bytes of `content` as the chunks of `stored`, of which only one is in memory at a time."""
    position = 0
    while piece := content.read(CHUNK):
        FileChunk.objects.create(file=stored, position=position, content=piece)
        position += 1
