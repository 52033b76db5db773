"""Opening the zip file that an xlsx or an ods is, without letting a small file become a very large one."""

import re
from io import BytesIO
from zipfile import ZipFile

from django.core.exceptions import ValidationError

MOST_UNPACKED = 20_000_000  # bytes

TOO_BIG = "Het bestand is te groot. Een bestand mag hoogstens 2 MB zijn."
TOO_LONG = "Het blad ‘{}’ heeft meer dan 1.000 rijen. Verdeel het over meer bestanden."


def unpacked(content, *, of):
    """The zip file in `content`, of which the parts `of` (a pattern) unpack to no more than can be read at once."""
    archive = ZipFile(BytesIO(content))
    if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
        big = [part for part in archive.infolist() if re.search(of, part.filename)]
        raise ValidationError(TOO_LONG.format("1") if big else TOO_BIG)
    return archive
