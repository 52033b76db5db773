"""Comparing what is public with what was published, and numbering what differs."""

from json import dumps

from django.db import connection, transaction
from django.utils import timezone

from partners.ground import state
from regiozwolle.api.feed.models import PublishedRow, PublishedState
from regiozwolle.api.rows import row_of
from regiozwolle.keeping.reading import next_moment
from regiozwolle.open_data.datasets import DATASETS

# So many rows are read and written at a time.
AT_ONCE = 1_000
DIFFERS = ["number", "content", "published_at"]


def written(name, row):
    """A row as it is published: always the same text for the same row."""
    return dumps(row_of(name, row), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@transaction.atomic
def publish():
    """Numbers all that became public, changed or went since the last time; returns how many rows.

    One at a time: who comes second waits, so that a number that can be read has no lower one still to come.
    """
    PublishedState.objects.get_or_create(pk=1)
    published = PublishedState.objects.select_for_update().get(pk=1)
    now = timezone.now()
    if published.holds(now):
        return 0
    # Read before the rows are: what changes in between is compared the next time.
    published.state = state.read()
    with connection.cursor() as cursor:
        published.holds_until = next_moment(cursor)
    before = published.number
    for name, dataset in DATASETS.items():
        published.number = publish_set(name, dataset, published.number, now)
    gone = PublishedRow.objects.exclude(dataset__in=DATASETS).exclude(content="")
    published.number = publish_gone(gone.order_by("pk"), published.number, now)
    published.save()
    return published.number - before


def publish_set(name, dataset, last, now):
    """The same of one data set, numbered from `last` on; returns the new last number."""
    key, seen = 0, PublishedRow.objects.filter(dataset=name)
    while rows := dataset.after(key, AT_ONCE):
        ends = rows[-1]["sleutel"]
        known = {one.key: one for one in seen.filter(key__gt=key, key__lte=ends)}
        fresh = {row["sleutel"]: written(name, row) for row in rows}
        changed = [
            changed_row(known.get(one), name, one, content, now)
            for one, content in fresh.items()
            if one not in known or known[one].content != content
        ]
        went = [emptied(row, now) for one, row in known.items() if one not in fresh and row.content]
        last = numbered([*changed, *went], last)
        key = ends
    return publish_gone(seen.filter(key__gt=key).exclude(content="").order_by("key"), last, now)


def changed_row(row, name, key, content, now):
    row = row or PublishedRow(dataset=name, key=key)
    row.content, row.published_at = content, now
    return row


def emptied(row, now):
    """The row without what it said."""
    row.content, row.published_at = "", now
    return row


def publish_gone(gone, last, now):
    """Empties all rows in `gone` and numbers that; returns the new last number."""
    while rows := list(gone[:AT_ONCE]):
        last = numbered([emptied(row, now) for row in rows], last)
    return last


def numbered(rows, last):
    """Writes `rows` under the numbers after `last`; returns the last of those."""
    for at, row in enumerate(rows, start=last + 1):
        row.number = at
    PublishedRow.objects.bulk_update([row for row in rows if row.pk], DIFFERS, batch_size=AT_ONCE)
    PublishedRow.objects.bulk_create([row for row in rows if not row.pk], batch_size=AT_ONCE)
    return last + len(rows)
