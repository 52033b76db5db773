"""Keeping the index true: which pages say something of what changed, and reading them again.

The database records every change by whatever route it comes, so the record says what the index lacks. Who searches
first after a change lets the pages about it be read, within SECONDS; the worker reads all others.
"""

import logging
import time
from urllib.parse import urldefrag

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection, models, transaction
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from partners.ground.models import Change
from regiozwolle.history.tables import TABLES
from regiozwolle.searching.indexing import START, kind_of, read_again, read_all
from regiozwolle.searching.models import SearchEntry, SearchReading
from regiozwolle.searching.version import version

logger = logging.getLogger(__name__)

SECONDS = 1.0
LOCKED = "1s"  # so long a visitor waits for what another holds
# The newest changes of which the pages are looked up; after more, as by an import, all pages are read.
MOST_CHANGES = 100
# How far up the page may be: a point is on that of its consultation, by its letter.
FURTHEST = 3
# What has no page of its own stands on these.
ON_PAGES = {
    "agenda_keypoint": ["about"],
    "agenda_milestone": ["consultation:history"],
    "partners_contactpoint": ["contact"],
    "results_correction": ["results:corrections"],
    "results_tariff": ["results:contributions"],
}
SEARCHED = [table for table, kept in TABLES.items() if kept.is_public and kept.is_recorded]


def read_everything(*, anew=False):
    """Reads all pages, as they are after all that changed until now."""
    newest = newest_change()
    read_all(anew=anew)
    SearchReading.objects.update_or_create(
        pk=1, defaults={"changes_read": newest, "waiting": [], "read_at": timezone.now(), "version": version()}
    )


def was_read_by_another_version():
    """Whether this version of the portal has still to read all pages, or did so too long ago."""
    reading = SearchReading.objects.first()
    return reading is None or reading.is_old or reading.version != version()


def is_behind():
    """Whether something changed since the pages were read, or some wait to be."""
    reading = SearchReading.objects.first()
    return reading is None or bool(reading.waiting) or newest_change() > reading.changes_read


def newest_change():
    return Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def catch_up_if_possible():
    """As `catch_up`, for a visitor who waits: gives whether something was read.

    What fails is for the log, and they get what was read before; so do all who ask while another's page is read. Where
    nothing can be written, as in a copy of the database that only follows, nothing is tried.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_setting('transaction_read_only'), set_config('lock_timeout', %s, true)", [LOCKED]
            )
            if cursor.fetchone()[0] == "on":
                return False
            catch_up()
    except Exception:
        logger.exception("Wat veranderde is niet gelezen om te worden gevonden.")
        return False
    return True


@transaction.atomic
def catch_up(*, seconds=SECONDS):
    """Reads the pages about what changed since the last time, the newest first, and stops after so many `seconds`.

    Those that are left wait for the next time, and so do pages that one of them leads to and that are new: always one
    is read, so that it comes to an end. Gives whether none is left. While another does so it does nothing.
    """
    ends = time.monotonic() + seconds
    SearchReading.objects.get_or_create(pk=1)
    reading = SearchReading.objects.select_for_update(skip_locked=True).first()
    if reading is None:
        return False
    newest = newest_change()
    changes = Change.objects.filter(pk__gt=reading.changes_read, table_name__in=SEARCHED).order_by("-pk")
    changed = list(changes[: MOST_CHANGES + 1])
    waiting = dict.fromkeys([*pages_to_read(changed[:MOST_CHANGES]), *reading.waiting])
    if reading.is_old or len(changed) > MOST_CHANGES:
        waiting |= dict.fromkeys([START, *all_pages()])
        reading.read_at = timezone.now()
    read = set()
    while waiting and (not read or time.monotonic() < ends):
        address = next(iter(waiting))
        found = read_again(address)
        read.add(address)
        waiting = {each: None for each in [*waiting, *found] if each not in read}
    reading.changes_read, reading.waiting = newest, list(waiting)
    reading.save()
    return not waiting


def pages_to_read(changes):
    """The addresses of the pages about the rows in `changes`: their own, those of what they belong to, and below."""
    about = dict.fromkeys(address for change in changes for address in addresses_of(change))
    below = Q(pk__in=[])
    for address in about:
        below |= Q(page__startswith=address)
    return [*about, *all_pages().filter(below)]


def all_pages():
    """The addresses of the pages that are known, those first that answer first."""
    return SearchEntry.objects.order_by("place", "page").values_list("page", flat=True)


def addresses_of(change):
    model = MODELS.get(change.table_name)
    row = model and (model._base_manager.filter(pk=change.row_id).first() or as_it_was(model, change))
    return [reverse(name) for name in ON_PAGES.get(change.table_name, [])] + (addresses_about(row) if row else [])


MODELS = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}


def as_it_was(model, change):
    """The row that a Change deleted, as far as the record has it."""
    columns = {field.column: field.attname for field in model._meta.concrete_fields}
    return model(**{columns[name]: value for name, value in (change.before or {}).items() if name in columns})


def addresses_about(row, further=FURTHEST):
    """The addresses of the pages that are searched of `row` and what it names, or else of what it is a part of."""
    named = [row, *related(row)]
    found = [address for address in map(address_of, named) if address]
    if found or not further:
        return found
    part_of = TABLES[row._meta.db_table].part_of
    whole = [one for one in related(row) if not part_of or one.pk == getattr(row, part_of, None)]
    return [address for one in whole for address in addresses_about(one, further - 1)]


def related(row):
    """The rows that `row` names in a column of its own, and that are still there."""
    keys = [field for field in row._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    found = []
    for field in keys:
        try:
            found.append(getattr(row, field.name))
        except ObjectDoesNotExist:
            continue
    return [one for one in found if one is not None and one._meta.db_table in SEARCHED]


def address_of(row):
    """The address of the page about `row`, without a place on it; "" when there is none that is searched."""
    if not hasattr(row, "get_absolute_url"):
        return ""
    try:
        address = urldefrag(row.get_absolute_url()).url
    except (NoReverseMatch, ObjectDoesNotExist, AttributeError):
        return ""
    return address if kind_of(address) else ""
