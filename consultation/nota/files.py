"""The files of a large nota. `publish_answers` makes them, so that no visitor waits for them.

As PDF, 5,000 points take half a minute and over a gigabyte. The files are in MEDIA_ROOT under a stamp of all that
they say: once something in the nota is different, so is the stamp, and the old files are never sent again.
"""

import logging
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from consultation.models import Consultation
from consultation.nota.cut import Cut
from consultation.nota.document import document_of
from consultation.nota.points import last_published_at
from consultation.nota.totals import Totals
from partners.ground.documents import FORMS, CannotTypeset

logger = logging.getLogger(__name__)

KEYS = ["pdf", "docx", "odt", "xlsx", "csv", "json"]
# Of so many points a PDF takes some four seconds and 0.4 GB. A nota of more is not made while a visitor waits.
AT_ONCE = 1_000
# What a point says can no longer change unseen: an answer on the site and a published text never do.
SAID = (
    "pk",
    "kind",
    "text",
    "proposal",
    "is_minority",
    "minority_of",
    "adopted_from",
    "verdict",
    "sender_kinds",
    "letter__sender_kind",
    "letter__number",
    "letter__party_group",
    "letter__signed_name",
    "letter__received_on",
    "letter__body__name",
)


def is_large(totals):
    """Whether a nota with these Totals is too large to make while somebody waits."""
    return sum(totals.counts.values()) > AT_ONCE


def path_of(consultation, totals, form):
    """Where the file is once it was made. `consultation` has `dated`, as `last_published_at` gives it."""
    said = Cut(consultation).points.prefetch_related(None).values_list(*SAID)
    stamp = sha256(repr((consultation.dated, sorted(map(repr, totals.counts.items())), list(said))).encode())
    return folder_of(consultation) / f"{stamp.hexdigest()}.{form}"


def folder_of(consultation):
    return Path(settings.MEDIA_ROOT) / "nota" / str(consultation.pk)


def update_all():
    """Makes the files of every large nota that are not there yet and removes those of before; returns how many."""
    answered = Consultation.objects.select_related("version__agenda").filter(takes_letters=True)
    return sum(map(update, answered.annotate(dated=last_published_at()).exclude(dated=None)))


def update(consultation):
    """The same for one consultation, which has `dated`."""
    totals = Totals.of(consultation)
    wanted = {key: path_of(consultation, totals, key) for key in KEYS} if is_large(totals) else {}
    made = write(consultation, totals, {key: path for key, path in wanted.items() if not path.exists()})
    for path in folder_of(consultation).glob("*"):
        if path not in wanted.values():
            path.unlink()
    return made


def write(consultation, totals, missing):
    """Writes the `missing` files, a dictionary of form and path, of one and the same document; returns how many."""
    if not missing:
        return 0
    folder_of(consultation).mkdir(parents=True, exist_ok=True)
    document = document_of(Cut(consultation))
    made = 0
    for key, path in missing.items():
        try:
            written = FORMS[key].write(document)
        except CannotTypeset:
            logger.exception("The nota of %s has no %s; it is tried again.", consultation.slug, key)
            continue
        # Whole or not at all: who asks for it meanwhile must not get the beginning.
        unfinished = path.with_suffix(".new")
        unfinished.write_bytes(written)
        unfinished.replace(path)
        made += 1
    return made
