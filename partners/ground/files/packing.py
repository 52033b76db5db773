"""A zip that is the same bytes whenever it is made of the same files: no clock and no order of chance in it.

What others made is not packed again: those files are small already, and how far a library presses them may change.
"""

import zipfile
from io import BytesIO

# The first day that a zip can name.
FIXED = (1980, 1, 1, 0, 0, 0)
UNIX, READABLE = 3, 0o644 << 16


def packed(files):
    """The bytes of a zip of `files`, (name, bytes), in the order of their names."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in sorted(files):
            archive.writestr(entry(name, zipfile.ZIP_STORED), content)
    return stream.getvalue()


def still(content):
    """A file that is a zip, as docx and odt are, with the same in it and without the moment at which it was made."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as found, zipfile.ZipFile(stream, "w") as archive:
        for one in found.infolist():  # in its own order: of an odt the kind comes first
            archive.writestr(entry(one.filename, one.compress_type), found.read(one))
    return stream.getvalue()


def entry(name, compress_type):
    """What stands in the list of a zip of one file."""
    found = zipfile.ZipInfo(name, FIXED)
    found.compress_type, found.create_system, found.external_attr = compress_type, UNIX, READABLE
    return found
