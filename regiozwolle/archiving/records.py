"""What goes in an archive, before it is made: the records of a file, and the files that each of them is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from django.utils.text import slugify

from partners.ground.documents import FORMS
from partners.ground.publishing.woo import WooCategory

LONGEST = 60  # characters of a name in a path


@dataclass(frozen=True)
class Actor:
    """Who had a part in a record: what that was, what they are called, and their address in TOOI, "" when unknown."""

    part: str
    name: str
    tooi: str = ""


@dataclass(frozen=True)
class ArchivedFile:
    """One file of a record: its place in the zip, of which kind it is, and how its bytes are made."""

    path: str
    content_type: str
    write: Callable[[], bytes]


@dataclass(frozen=True)
class ArchivedRecord:
    """What belongs together under one title, such as the nota as PDF and as data: MDTO's informatieobject.

    `place` is where it stands in the zip, without an ending; `address` is where it is on the site.
    """

    place: str
    title: str
    about: str
    address: str
    files: list[ArchivedFile]
    dated: date | None = None
    category: WooCategory = WooCategory.NONE
    actors: tuple[Actor, ...] = ()


@dataclass(frozen=True)
class Archive:
    """All of one consultation or dossier: what it is called and about, its records, and what is left out and why."""

    title: str
    about: str
    address: str
    name: str
    records: list[ArchivedRecord]
    left_out: list[str]
    is_example: bool = False
    actors: tuple[Actor, ...] = ()

    @property
    def file_count(self):
        return sum(len(record.files) for record in self.records)


def record_of(place, title, describe, keys, *, about, address, **known):
    """The record of a Document of our own in the forms `keys`; `describe` gives it when the first is made."""
    document = cache(describe)
    files = [ArchivedFile(f"{place}.{key}", FORMS[key].content_type, partial(written, key, document)) for key in keys]
    return ArchivedRecord(place, title, about, address, files, **known)


def written(key, document):
    return FORMS[key].write(document())


def paper_of(place, version, *, about, address, **known):
    """The record of a version of a paper that others made, as it was put on the site."""
    ending = version.file_name.rpartition(".")[2].lower()
    file = ArchivedFile(f"{place}.{ending}", version.file.content_type, partial(stored, version.file))
    return ArchivedRecord(place, str(version), about, address, [file], **known)


def stored(file):
    return b"".join(file.pieces())


def in_path(text):
    """`text` as a part of a path that every machine can hold."""
    return slugify(text)[:LONGEST].strip("-") or "stuk"
