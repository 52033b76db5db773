"""Which version of the portal this is, told by its own files: another may say other words, or cut them otherwise."""

import hashlib
from functools import cache

from django.conf import settings

# What decides what a page says. Not migrations: what they leave is in the database, and the record tells of it.
PARTS = ("agenda", "consultation", "partners", "regiozwolle", "results", "templates")
KINDS = (".html", ".py", ".toml", ".txt")


@cache
def version():
    """The SHA-256 of all files in PARTS, as hexadecimal digits; those of this process, which do not change."""
    said = hashlib.sha256()
    for part in PARTS:
        for path in sorted((settings.BASE_DIR / part).rglob("*")):
            if path.suffix in KINDS and "migrations" not in path.parts:
                said.update(f"{path.relative_to(settings.BASE_DIR)}\0".encode() + path.read_bytes())
    return said.hexdigest()
