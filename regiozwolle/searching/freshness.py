"""Keeping the index true: which pages say something of what changed, and reading them again.

The database records every change by whatever route it comes, so the record says what the index lacks. Who searches
first after a change lets the pages about it be read, within SECONDS; the worker reads all others.
"""

import time
from urllib.parse import urldefrag

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import models, transaction
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from partners.ground.models import Change
from regiozwolle.history.tables import TABLES
from regiozwolle.searching.indexing import kind_of, read_again, read_all
from regiozwolle.searching.models import SearchEntry, SearchReading

SECONDS = 1.0
# The newest changes of which the pages are looked up; after more, as by an import, all pages are read.
MOST_CHANGES, MOST_PAGES = 200, 100
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
    SearchReading.objects.update_or_create(pk=1, defaults={"changes_read": newest, "read_at": timezone.now()})


def is_behind():
    """Whether something changed since the pages were read."""
    read = SearchReading.objects.values_list("changes_read", flat=True).first() or 0
    return newest_change() > read


def newest_change():
    return Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


@transaction.atomic
def catch_up(*, seconds=SECONDS):
    """Reads the pages about what changed since the last time, the newest first, and stops after so many `seconds`.

    Gives whether that was all of them. While another does so it does nothing.
    """
    SearchReading.objects.get_or_create(pk=1)
    reading = SearchReading.objects.select_for_update(skip_locked=True).first()
    if reading is None:
        return False
    changes = Change.objects.filter(pk__gt=reading.changes_read, table_name__in=SEARCHED).order_by("-pk")
    newest = newest_change()
    changed = list(changes[: MOST_CHANGES + 1])
    pages = pages_to_read(changed[:MOST_CHANGES])
    ends, done = time.monotonic() + seconds, 0
    while done < len(pages) and time.monotonic() < ends:
        read_again(pages[done : done + 1])
        done += 1
    reading.changes_read = newest
    reading.save(update_fields=["changes_read"])
    return done == len(pages) < MOST_PAGES and len(changed) <= MOST_CHANGES


def pages_to_read(changes):
    """The addresses of the pages about the rows in `changes`: their own, those of what they belong to, and below."""
    about = list(dict.fromkeys(address for change in changes for address in addresses_of(change)))[:MOST_PAGES]
    below = Q(pk__in=[])
    for address in about:
        below |= Q(page__startswith=address)
    known = SearchEntry.objects.filter(below).order_by("place", "page").values_list("page", flat=True)
    return list(dict.fromkeys([*about, *known]))[:MOST_PAGES]


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
