"""The words in a stored file: read once, by the worker, in a process of its own, within bounds.

What somebody else made can be broken, endless or made to harm, so nothing of it is opened in the portal's own process.

    reading.read(stored)   # the FileWords of a StoredFile: .text, or in .trouble why there is none; and what it .lacks

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
    found = FileWords.objects.filter(file=stored).first()
    if found and found.lacks is not None:
        return found
    try:
        said = {**said_by(b"".join(stored.pieces()), ENDINGS[stored.content_type]), "trouble": ""}
    except CannotRead as error:
        said = {"text": "", "lacks": [], "trouble": str(error)}
    return FileWords.objects.update_or_create(file=stored, defaults=said)[0]


def words_in(content, kind):
    """The text in the bytes `content` of a `kind` of ENDINGS: a line is a paragraph. Raises CannotRead, in Dutch."""
    return said_by(content, kind)["text"]


def said_by(content, kind):
    """The `text` in a file, and what it `lacks` of LACKING. Raises CannotRead."""
    command = [sys.executable, "-I", str(PROCESS), kind]
    try:
        process = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise CannotRead("Het lezen van dit bestand duurde te lang.") from error
    if process.returncode:
        logger.warning("A file cannot be read: %s", process.stderr[-300:].decode(errors="replace"))
        raise CannotRead("De woorden in dit bestand zijn niet te lezen. Het is beschadigd, beveiligd of te groot.")
    said = json.loads(process.stdout)
    return said | {"text": fit(said["text"])}
