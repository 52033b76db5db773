"""A backup: whole or not there, read back before it counts, and for nobody else to read."""

import os

from django.utils import timezone

from partners.ground import runs
from regiozwolle.backups.programs import ProgramError, run

NAME = "portal-%Y-%m-%d-%H%M%S.dump"
FOUND = "portal-*.dump"


def back_up(folder, *, keep=None):
    """Writes the database to a new file in `folder`, and returns its path. Raises ProgramError or OSError.

    Of the files that were made so, the newest `keep` stay; without it all.
    """
    with runs.noted("backup"):
        path = folder / timezone.localtime().strftime(NAME)
        beside = path.with_suffix(".bezig")
        try:
            beside.touch(mode=0o600, exist_ok=False)
            run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={beside}")
            if "TABLE DATA" not in run("pg_restore", "--list", beside):
                raise ProgramError("In de back-up staat geen enkele tabel: is dit de goede database?")
            keep_for_good(beside, path)
        finally:
            beside.unlink(missing_ok=True)
    for old in sorted(folder.glob(FOUND))[: -keep if keep else 0]:
        old.unlink()
    return path


def keep_for_good(beside, path):
    """Gives what was written its own name, once it is on the disk."""
    for place in (beside, beside.parent):
        descriptor = os.open(place, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)
    beside.rename(path)
