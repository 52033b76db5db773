"""Opening the zip file that an xlsx or an ods is, without letting a small file become a very large one.

What a file costs is known before a library makes anything of it: by how many bytes it unpacks to, and how many cells
and other tags are in those. A tag takes a library some twenty microseconds, so what passes is read in a few seconds.
"""

import re
from io import BytesIO
from zipfile import ZipFile

from django.core.exceptions import ValidationError

MOST_UNPACKED = 20_000_000  # bytes
# As many as a sheet of 1,000 rows and 60 columns has, and room for some that are empty.
MOST_CELLS = 65_000
# Of which a cell has four, and the text that it shows another four.
MOST_TAGS = 600_000
# Those that are no cell, row or text: formats, rules, links, other parts of the file.
MOST_ORNAMENTS = 100_000

TOO_BIG = "Het bestand is te groot. Een bestand mag hoogstens 2 MB zijn."
TOO_LONG = "Het blad ‘{}’ heeft meer dan 1.000 rijen. Verdeel het over meer bestanden."
TO_A_NEW_FILE = "Kopieer de rijen naar een nieuw, leeg bestand."
TOO_MANY_CELLS = f"Het bestand heeft meer dan 65.000 cellen, ook lege met een opmaak. {TO_A_NEW_FILE}"
TOO_ORNATE = f"Naast de cellen staat er te veel in het bestand, zoals opmaak, regels of draaitabellen. {TO_A_NEW_FILE}"


def unpacked(content, *, of, cell, plain):
    """The zip file in `content`, of which the parts `of` (a pattern) unpack to no more than can be read at once.

    `cell` is the pattern of the tag that begins a cell, `plain` that of any tag of a cell, a row or a text.
    """
    archive = ZipFile(BytesIO(content))
    if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
        big = [part for part in archive.infolist() if re.search(of, part.filename)]
        raise ValidationError(TOO_LONG.format("1") if big else TOO_BIG)
    cells, tags, ornaments = 0, 0, 0
    for part in archive.infolist():
        text = archive.read(part)
        cells += counted(cell, text)
        tags += text.count(b"<")
        if cells > MOST_CELLS:
            raise ValidationError(TOO_MANY_CELLS)
        if tags > MOST_TAGS:
            raise ValidationError(TOO_ORNATE)
        ornaments += text.count(b"<") - counted(plain, text)
    if ornaments > MOST_ORNAMENTS:
        raise ValidationError(TOO_ORNATE)
    return archive


def counted(pattern, text):
    return sum(1 for _ in pattern.finditer(text))
