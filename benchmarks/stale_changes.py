"""Makes the changes of benchmarks/stale.py, and asks for pages after each.

Reads on its standard input how many to make, and answers with one line each time.
"""

import random
import socket
import sys
import time
from collections import Counter

import django

if __name__ == "__main__":
    django.setup()

import brotli
from django.db import InterfaceError, OperationalError, close_old_connections, connection, transaction
from django.test import Client
from django.utils.html import escape

from agenda.models import Milestone
from benchmarks.faults.production import HOST
from benchmarks.pages import whole
from consultation.models import Consultation
from partners.models import Partner, User
from results.models import Programme, Project
from tests.filling import form_on, send
from tests.roles import both_steps

CONNECTIONS = 6
PAGES = 5
LATEST = 0.1  # seconds after a commit, with KEPT_UNREAD_FOR
# Every page has the words of its thing once more than they stand here, so none is part of another.
VALUE = "Proefnaam {}."


class Visitors:
    """Connections to the web server, over which any of its workers may answer."""

    def __init__(self, port):
        self.port, self.open = port, []

    def read(self, path):
        """The page as it is answered now; while the database is away it is asked again."""
        until = time.monotonic() + 120
        while time.monotonic() < until:
            try:
                while len(self.open) < CONNECTIONS:
                    self.open.append(socket.create_connection(("127.0.0.1", self.port)))
                head, body = self.ask(random.choice(self.open), path)
            except OSError:
                self.open = []
                time.sleep(0.2)
                continue
            if head.startswith(b"HTTP/1.1 200"):
                return (brotli.decompress(body) if b"content-encoding: br" in head.lower() else body).decode()
            time.sleep(0.2)
        raise TimeoutError(f"{path} komt niet meer: {head[:40]}")

    def ask(self, one, path):
        lines = [f"GET {path} HTTP/1.1", f"Host: {HOST}", "X-Forwarded-Proto: https", "Accept-Encoding: br", "", ""]
        one.sendall("\r\n".join(lines).encode())
        head, _, body = whole(one).partition(b"\r\n\r\n")
        return head, body


class Thing:
    """A row with a text of its own, which stands on `path`."""

    def __init__(self, row, column, path=""):
        self.row, self.column, self.path = row, column, path or row.get_absolute_url()
        self.said = getattr(row, column)

    desk = None  # a browser of the secretariat

    @property
    def found(self):
        return type(self.row).objects.filter(pk=self.row.pk)


def by_saving(thing, value):
    row = thing.found.get()
    setattr(row, thing.column, value)
    row.save()


def in_bulk(thing, value):
    row = thing.found.get()
    setattr(row, thing.column, value)
    type(row).objects.bulk_update([row], [thing.column])


def by_updating(thing, value):
    thing.found.update(**{thing.column: value})


def in_sql(thing, value):
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {thing.row._meta.db_table} SET {thing.column} = %s WHERE id = %s", [value, thing.row.pk]
        )


def at_the_desk(thing, value):
    """As the secretariat does: opens the form, changes one field and saves."""
    address = f"/beheer/{thing.row._meta.app_label}/{thing.row._meta.model_name}/{thing.row.pk}/change/"
    answer = send(thing.desk, address, form_on(thing.desk.get(address)), **{thing.column: value})
    if answer.status_code != 302:
        raise AssertionError(f"{address}: {answer.status_code}")


def rolled_back(thing, value):
    with transaction.atomic():
        in_sql(thing, value)
        transaction.set_rollback(True)


def as_a_restore(thing, value):
    """The table is emptied, and filled again with another word in it."""
    table = thing.row._meta.db_table
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE aside ON COMMIT DROP AS TABLE {table}")
        cursor.execute(f"UPDATE aside SET {thing.column} = %s WHERE id = %s", [value, thing.row.pk])
        cursor.execute(f"TRUNCATE {table}")
        cursor.execute(f"INSERT INTO {table} SELECT * FROM aside")


WAYS = [by_saving, in_bulk, by_updating, in_sql, at_the_desk, rolled_back, as_a_restore]


def things():
    """What is changed: some rows of five kinds, each with a page that says its name."""
    found = [Thing(one, "title", "/geschiedenis/") for one in Milestone.objects.all()[:3]]
    found += [Thing(one, "name") for one in Partner.objects.municipalities()[:4]]
    found += [Thing(one, "name") for one in Project.objects.public()[:4]]
    found += [Thing(one, "name") for one in Programme.objects.public()[:2]]
    found += [Thing(one, "title") for one in Consultation.objects.public()[:2]]
    secretary = User.objects.who_write().first() or User.objects.create_superuser("s@example.org", name="S")
    Thing.desk = Client(headers={"host": HOST, "x-forwarded-proto": "https"})
    both_steps(Thing.desk, secretary)
    return found


def change(thing, number):
    """Changes it in one of WAYS that can be, and gives that way."""
    kinds = {as_a_restore: Milestone, at_the_desk: (Milestone, Partner, Project)}  # others ask for a reason too
    ways = [way for way in WAYS if isinstance(thing.row, kinds.get(way, object))]
    way, value = random.choice(ways), VALUE.format(number)
    way(thing, value)
    if way != rolled_back:
        thing.said = value
    return way.__name__


def old_pages(visitors, changed, others):
    """The paths of those of PAGES pages, that of `changed` among them, that do not say what is committed."""
    asked = [changed, *random.sample(others, PAGES - 1)]
    return [thing.path for thing in asked if escape(thing.said) not in visitors.read(thing.path)]


def main(port, unread):
    visitors, everything, number, old = Visitors(port), things(), 0, []
    for line in sys.stdin:
        ways = Counter()
        for _ in range(int(line)):
            number += 1
            thing = random.choice(everything)
            try:
                ways[way := change(thing, number)] += 1
            except (OperationalError, InterfaceError):  # after a crash, of the connection of this process
                close_old_connections()
                connection.close()
                thing.said = getattr(thing.found.get(), thing.column)
                way = "afgebroken"
            if unread:
                time.sleep(LATEST)
            others = [one for one in everything if one is not thing]
            old += [f"{number} {way}: {path}" for path in old_pages(visitors, thing, others)]
        print(f"{PAGES * number} bladzijden, {len(old)} oud {old[:3] or ''}; {dict(ways)}", flush=True)
    sys.exit(bool(old))


if __name__ == "__main__":
    random.seed(int(sys.argv[2]))
    main(int(sys.argv[1]), int(sys.argv[3]))
