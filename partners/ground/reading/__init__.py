"""The words in a stored file: read once, by the worker, in a process of its own, within bounds.

What somebody else made can be broken, endless or made to harm, so nothing of it is opened in the portal's own process.

    reading.read(stored)   # the FileWords of a StoredFile: .text, or in .trouble why there is none

"""

import json
import logging
import subprocess
import sys
from pathlib import Path

from django.db import transaction

from partners.ground.documents.text import fit
from partners.ground.files.uploads import ENDINGS
from partners.ground.models import FileWords, StoredFile

logger = logging.getLogger(__name__)

PROCESS = Path(__file__).resolve().with_name("process.py")
SECONDS = 60


class CannotRead(Exception):
    """The file is broken, closed by a password, or too large to read."""


@transaction.atomic
def read(stored):
    """The FileWords of a StoredFile, read if that was not done before; what cannot be read has the reason in it."""
    StoredFile.objects.select_for_update().get(pk=stored.pk)
    if found := FileWords.objects.filter(file=stored).first():
        return found
    try:
        text, trouble = words_in(b"".join(stored.pieces()), ENDINGS[stored.content_type]), ""
    except CannotRead as error:
        text, trouble = "", str(error)
    return FileWords.objects.create(file=stored, text=text, trouble=trouble)


def words_in(content, kind):
    """The text in the bytes `content` of a `kind` of ENDINGS: a line is a paragraph. Raises CannotRead, in Dutch."""
    command = [sys.executable, "-I", str(PROCESS), kind]
    try:
        process = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise CannotRead("Het lezen van dit bestand duurde te lang.") from error
    if process.returncode:
        logger.warning("A file cannot be read: %s", process.stderr[-300:].decode(errors="replace"))
        raise CannotRead("De woorden in dit bestand zijn niet te lezen. Het is beschadigd, beveiligd of te groot.")
    return fit(json.loads(process.stdout))
