"""The files of a large nota. `publish_answers` makes them, so that no visitor waits for them.

As PDF, 5,000 points take half a minute and over a gigabyte, so a form to read is made in parts: what a part takes does
not grow with the nota. A file is kept under a stamp of all that it says: once something in the nota is different, so
is the stamp, and the old file is never sent again.
"""

import logging
from datetime import timedelta
from functools import partial
from hashlib import sha256
from math import ceil

from django.db import transaction
from django.utils import timezone

from consultation.models import Consultation, NotaFile
from consultation.nota.cut import Cut
from consultation.nota.document import document_of, parts_of
from consultation.nota.points import last_published_at
from partners.ground import files
from partners.ground.documents import FORMS, TIME_LIMIT_BEFOREHAND, CannotTypeset, pdf

logger = logging.getLogger(__name__)

KEYS = ["pdf", "docx", "odt", "xlsx", "ods", "csv", "json"]
WRITERS = {key: FORMS[key].write for key in KEYS} | {"pdf": partial(pdf, seconds=TIME_LIMIT_BEFOREHAND)}
# Of so many points a PDF takes some four seconds and 0.4 GB. A nota of more is not made while a visitor waits.
AT_ONCE = 1_000
# The forms to read, and how many points are in a part of one: a PDF of so many takes some half a gigabyte.
READ = ("pdf", "docx", "odt")
PART = 2_500
# What could not be made is not tried again for so long, as long as the nota says the same.
TRIED_AGAIN_AFTER = timedelta(days=1)
# What a point says can no longer change unseen: an answer on the site and a published text never do.
SAID = (
    "pk",
    "kind",
    "text",
    "proposal",
    "proposes_deletion",
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


def stamp_of(cut):
    """The hash of all that the nota says now."""
    said = cut.points.prefetch_related(None).values_list(*SAID)
    counts = sorted(map(repr, cut.totals.counts.items()))
    return sha256(repr((cut.consultation.dated, counts, list(said))).encode()).hexdigest()


def kept(cut, form):
    """The NotaFiles in that form of the nota as it is now, in the order of their parts; none when not made yet."""
    return list(cut.consultation.nota_files.select_related("file").filter(form=form, stamp=stamp_of(cut)))


def parts(cut, form):
    """Of how many files the nota consists in that form."""
    return max(1, ceil(cut.points.count() / PART)) if form in READ else 1


def update_all():
    """Makes the files of every large nota that are not there yet and clears those of before; returns how many."""
    answered = Consultation.objects.select_related("version__agenda").filter(takes_letters=True)
    made = sum(update(Cut(one)) for one in answered.annotate(dated=last_published_at()).exclude(dated=None))
    files.clear_unused()
    return made


def update(cut):
    """The same for one nota; what is kept of it that nobody gets any more is let go."""
    if not is_large(cut.totals):
        cut.consultation.nota_files.all().delete()
        return 0
    stamp, kept_files = stamp_of(cut), cut.consultation.nota_files
    kept_files.exclude(stamp=stamp).delete()
    kept_files.filter(file=None, made_at__lte=timezone.now() - TRIED_AGAIN_AFTER).delete()
    there = set(kept_files.values_list("form", "part"))
    missing = {(key, part) for key in KEYS for part in range(1, parts(cut, key) + 1)} - there
    return sum(make(cut, key, part, document, stamp=stamp) for key, part, document in documents(cut, missing))


def documents(cut, missing):
    """(Form, part, Document) of each of the `missing` (form, part); a part lives no longer than it is needed."""
    of_data = [key for key, _ in missing if key not in READ]
    if len(of_data) < len(missing):
        for number, part in enumerate(parts_of(cut, PART), 1):
            yield from ((key, number, part) for key in READ if (key, number) in missing)
    whole = document_of(cut) if of_data else None
    yield from ((key, 1, whole) for key in of_data)


def make(cut, form, part, document, *, stamp):
    """Makes one file of the nota, of what it said at that `stamp`; returns 1, or 0 when it cannot be made."""
    consultation, written = cut.consultation, None
    try:
        written = WRITERS[form](document)
    except CannotTypeset:
        logger.exception("The nota of %s has no %s; it is tried again in a day.", consultation.slug, form)
    with transaction.atomic():
        stored = written and files.store(
            written, name=f"nota/{consultation.pk}/{stamp}-{part}.{form}", content_type=FORMS[form].content_type
        )
        made = {"stamp": stamp, "file": stored, "made_at": timezone.now()}
        NotaFile.objects.update_or_create(consultation=consultation, form=form, part=part, defaults=made)
    return int(bool(stored))
