"""Making events of the record: each change once, however many workers look and in whatever order changes are committed.

A change has its key before its transaction ends, so that a later key may be seen first. What is read therefore ends at
a change before which nobody is writing any more (`settled`). Nothing here waits for a writer, and none waits for it.
"""

import time
from datetime import timedelta
from urllib.parse import urldefrag

from django.db import connection, transaction
from django.utils import timezone
from django.utils.text import Truncator

from partners.ground.models import Change
from regiozwolle.following.kinds import KIND_OF, key_of
from regiozwolle.following.models import Digest, Event, EventReading
from regiozwolle.following.told import TOLD
from regiozwolle.history.telling import models_by_table, with_names

BATCH = 500
# So many seconds it is waited for those who are writing now; after that the next minute looks again.
PATIENCE, PAUSE = 5, 0.1
# Who writes in the record holds this lock before a change gets its key, and until the transaction ends.
WRITERS = """
SELECT virtualtransaction FROM pg_locks WHERE relation = 'ground_change'::regclass AND mode = 'RowExclusiveLock'
AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid <> pg_backend_pid()
"""
LONGEST = 400  # characters of a sentence
# So long is kept what happened, and who was told how much; a feed shows far less.
KEPT = timedelta(days=400)


def make_events(*, at=None):
    """Reads on in the record and lets out what is public at the moment `at`, now without; until nothing is left."""
    newest = settled()
    while read_on(newest, at or timezone.now()):
        pass
    while let_out(at or timezone.now()):
        pass


def settled():
    """The newest change with which, and with all before it, it is decided whether they hold; 0 when that lasts long."""
    newest = Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    waiting, ends = writers(), time.monotonic() + PATIENCE
    while waiting:
        if time.monotonic() > ends:
            return 0
        time.sleep(PAUSE)
        waiting &= writers()
    return newest


def writers():
    with connection.cursor() as cursor:
        cursor.execute(WRITERS)
        return {row[0] for row in cursor.fetchall()}


def locked_reading():
    """The one EventReading, locked; None while another worker has it."""
    EventReading.objects.get_or_create(pk=1)
    return EventReading.objects.select_for_update(skip_locked=True).filter(pk=1).first()


@transaction.atomic
def read_on(newest, at):
    """Makes the events of the next BATCH of changes up to the change `newest`. Returns whether there may be more."""
    reading = locked_reading()
    if reading is None or reading.changes_read >= newest:
        return False
    found = Change.objects.filter(pk__gt=reading.changes_read, pk__lte=newest, table_name__in=TOLD).order_by("pk")
    changes = list(found[:BATCH])
    told = told_of(changes)
    rows = rows_of(told)
    for key, (change, is_new) in told.items():
        if row := rows.get(key):
            write_events(reading, change, row, is_new, at)
    reading.changes_read = changes[-1].pk if len(changes) == BATCH else newest
    reading.save()
    return reading.changes_read < newest


def told_of(changes):
    """{(table, key of the row): (its newest change that is told, whether it makes the row new on the site)}."""
    found = {}
    for change in changes:
        telling, columns = TOLD[change.table_name], (change.after or {}).keys()
        key = (change.table_name, change.row_id)
        is_new = change.before is None or not columns.isdisjoint(telling.begins)
        if change.after is not None and (is_new or not columns.isdisjoint(telling.changed)):
            found[key] = (change, is_new or found.get(key, (None, False))[1])
    return found


def rows_of(keys):
    """The rows that are there of `keys`, (table, key) of each, by these; a query per table."""
    return {
        (table, row.pk): row
        for table, of_table in by_table(keys).items()
        for row in with_names(models_by_table()[table]).filter(pk__in=of_table)
    }


def by_table(keys):
    tables = {}
    for table, key in keys:
        tables.setdefault(table, set()).add(key)
    return tables


def write_events(reading, change, row, is_new, at):
    """The Events of one change of `row`, with a number as far as they are public at the moment `at`.

    What still waited for the same row waits no more: it is told now, or at the moment that holds now.
    """
    telling, table = TOLD[change.table_name], change.table_name
    Event.objects.filter(number=None, row_table=table, row_id=row.pk).delete()
    moment = telling.moment(row)
    if moment is None:
        return
    # What is changed after it came on the site is public from the change on.
    moment = max(moment, change.made_at)
    if moment <= at and not public_rows(table, [row.pk], at).exists():
        return
    for place, line in enumerate(telling.lines(row, is_new)):
        event = Event(change_id=change.pk, place=place, row_table=table, row_id=row.pk, public_at=moment)
        say(event, line)
        if moment <= at:
            number(reading, event)
        event.save()


def say(event, line):
    """Gives `event` what an EventLine says."""
    about = [thing for thing in line.about if thing is not None]
    event.about = [key_of(thing) for thing in dict.fromkeys(about) if type(thing) in KIND_OF]
    event.sentence = Truncator(" ".join(line.sentence.splitlines())).chars(LONGEST)
    event.address = line.address
    event.page = urldefrag(line.address).url
    event.is_example = any(map(is_invented, about))


def is_invented(thing):
    """Whether the demo made it up."""
    owner = next((getattr(thing, name) for name in ("agenda", "programme") if getattr(thing, name, None)), thing)
    return getattr(owner, "is_example", False)


def number(reading, event):
    reading.let_out += 1
    event.number = reading.let_out


@transaction.atomic
def let_out(at):
    """Gives a number to the next events whose moment came, saying how their rows are now. Returns whether any was due.

    What is not public after all goes: whoever postponed it, made another event by that.
    """
    reading = locked_reading()
    if reading is None:
        return False
    due = list(Event.objects.filter(number=None, public_at__lte=at).order_by("public_at", "pk")[:BATCH])
    shown = shown_of(due, at)
    rows = rows_of(shown)
    for event in due:
        row = rows.get(event.row)
        lines = TOLD[event.row_table].lines(row, True) if row else []
        if event.place < len(lines):
            say(event, lines[event.place])
            number(reading, event)
            event.save()
        else:
            event.delete()
    reading.save()
    return bool(due)


def shown_of(events, at=None):
    """Event.row of those of `events` whose row everyone may read at the moment `at`, now without; a query per table."""
    at = at or timezone.now()
    return {
        (table, key)
        for table, keys in by_table(event.row for event in events).items()
        for key in public_rows(table, keys, at).values_list("pk", flat=True)
    }


def public_rows(table, keys, at):
    """The rows of a table with those `keys` that everyone may read at the moment `at`."""
    return models_by_table()[table]._base_manager.filter(TOLD[table].public(at), pk__in=keys)


def still_true(events, at=None):
    """Those of `events`, in order, whose row everyone may still read; of what happened twice to one row the last."""
    shown = shown_of(events, at)
    newest = {}
    for event in events:
        newest[event.row, event.address] = max(newest.get((event.row, event.address), 0), event.number)
    return [event for event in events if event.row in shown and newest[event.row, event.address] == event.number]


def forget(*, at=None):
    """Deletes what happened, and what was told of it, more than KEPT ago."""
    before = (at or timezone.now()) - KEPT
    Event.objects.filter(number__isnull=False, public_at__lt=before).delete()
    Digest.objects.filter(written_at__lt=before).delete()
