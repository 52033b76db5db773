"""What a person sees must not cost more as the data grows: each list with ten times as much in it.

Run from the folder of the project, on Linux; DATABASE_URL may name a PostgreSQL on this machine:

    .venv/bin/python -m benchmarks.growth
    .venv/bin/python -m benchmarks.growth --short        # with a tenth of what is searched

It makes two databases of its own and throws them away. In one stand the content and SMALL of everything, in the other
TIMES as much. Each page is asked of one and of the other PAIRS times in turn, so that a machine that is faster now than
then makes no difference. It prints the milliseconds that the processor was busy, in the portal and in its connection to
PostgreSQL together; the queries, the size, and how many times as long the page takes, in the middle of the pairs. It
exits with 1 when that is more than MOST, when a page asks more queries, or when it is more than MOST times as large.
"""

# ruff: noqa: E402  (the settings come before the models)

import argparse
import os
import random
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")

from regiozwolle import localdb

if not os.environ.get("DATABASE_URL"):
    os.environ["DATABASE_URL"] = localdb.start(Path("var/postgres-test").resolve(), fast_unsafe=True)

import django

django.setup()

from django.db import DEFAULT_DB_ALIAS, connection, connections, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment

from benchmarks import board, nota, results, search
from partners.models import User
from regiozwolle import content
from regiozwolle.keeping.loaded import keep_what_is_loaded
from regiozwolle.searching.freshness import newest_change, read_everything
from regiozwolle.searching.models import SearchReading
from tests.databases import copy, drop
from tests.roles import both_steps

# Enough that each page of a list is full, so that a person sees as much of TIMES as much.
SMALL = {"points": 500, "figures": 200, "projects": 500, "bodies": 55, "entries": 5_000}
TIMES = 10
PAGES = {
    "points desk": "/beheer/consultation/point/",
    "points desk, a word": "/beheer/consultation/point/?q=kernen",
    "start of the desk": "/beheer/",
    "nota": "/consultaties/meting/nota/",
    "nota, last page": "/consultaties/meting/nota/?pagina=20",
    "nota, filtered": "/consultaties/meting/nota/?oordeel=niet&namens=raad",
    "why": "/agenda/tekst/MT24-P3/waarom/",
    "figures list": "/resultaten/cijfers/",
    "figures list, page 4": "/resultaten/cijfers/?pagina=4",
    "results": "/resultaten/",
    "figures desk": "/beheer/results/indicator/",
    "projects": "/resultaten/projecten/",
    "dossiers": "/besluiten/",
    "board": "/besluiten/{dossier}/",
    "board, components": "/besluiten/{dossier}/?beeld=onderdelen",
    "search": "/zoeken/?q=water",
    "search, four words": "/zoeken/?q=wonen+in+de+regio",
}
MOST, PAIRS = 1.5, 21
NAME = "portal_benchmark_growth"
LARGE = f"{NAME}_large"


def fill(counts, before):
    """Adds what is lacking until there is as much of everything as `counts` says."""
    nota.fill(counts["points"] - before.get("points", 0))
    results.fill(*(counts[name] - before.get(name, 0) for name in ("figures", "projects")))
    dossier = board.dossier_of(f"meting-{counts['bodies']}", bodies=counts["bodies"], parts=10)
    search.fill(random.Random(search.SEED), counts["entries"])
    # As when the worker is done: who searches before that, reads pages for it.
    SearchReading.objects.update(changes_read=newest_change(), waiting=[])
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")
    return dossier.slug


class Place:
    """The database of this `name` with the slug of its own `dossier`, and a connection to it beside all others."""

    def __init__(self, name, dossier):
        self.connection, self.dossier = connection.copy(), dossier
        self.connection.settings_dict["NAME"] = name
        self.connection.settings_dict["OPTIONS"]["pool"] = False  # it would be that of all of this alias
        with self.connection.cursor() as cursor:
            cursor.execute("set max_parallel_workers_per_gather = 0")  # all of it in the process that is looked at
            cursor.execute("select pg_backend_pid()")
            (self.backend,) = cursor.fetchone()

    def busy(self):
        """Seconds that the processor worked until now, here and in the process of the connection."""
        return time.process_time() + int(Path(f"/proc/{self.backend}/schedstat").read_text().split()[0]) / 1e9

    def page(self, client, path):
        """The page that it gives, and how long the processor was busy with it in milliseconds."""
        connections[DEFAULT_DB_ALIAS] = self.connection
        began = self.busy()
        page = client.get(path.format(dossier=self.dossier))
        return page, (self.busy() - began) * 1000

    def told(self, client, path):
        """(Queries, bytes) of the page."""
        self.page(client, path)  # what is asked the first time only is no part of it
        reset_queries()  # what was asked to fill the database would leave no room for these
        with CaptureQueriesContext(self.connection) as queries:
            page, _ = self.page(client, path)
        if page.status_code != 200:
            sys.exit(f"{path}: {page.status_code}")
        return len(queries), len(page.content)


def measured(client, small, large):
    """For each of PAGES (milliseconds, queries, bytes) in both places, and how many times as long it takes."""
    found = {}
    for name, path in PAGES.items():
        told = [place.told(client, path) for place in (small, large)]
        pairs = [[place.page(client, path)[1] for place in (small, large)] for _ in range(PAIRS)]
        middle = [median(took) for took in zip(*pairs, strict=True)]
        rows = [(took, *rest) for took, rest in zip(middle, told, strict=True)]
        found[name] = (*rows, median(slow / quick for quick, slow in pairs))
    return found


@contextmanager
def copied():
    """Makes LARGE of what stands in NAME now, and lets the connection be one to it."""
    leave_for(LARGE)
    copy(NAME, to=LARGE)
    try:
        yield
    finally:
        leave_for(NAME)
        drop(LARGE)


def leave_for(name):
    """Ends what is connected to the database of now; the next connection is one to that of this `name`."""
    connection.close()
    connection.close_pool()  # it would give the same again, whatever the name
    connection.settings_dict["NAME"] = name


def compare(found):
    """Prints a line per page; returns the names of those that grow."""
    grown = []
    for name, ((quick, few, light), (slow, many, heavy), times) in found.items():
        print(
            f"{name:22}{quick:8.1f} ms{few:4} q{light / 1000:6.0f} kB ->{slow:8.1f} ms{many:4} q{heavy / 1000:6.0f} kB"
            f"   x {times:.2f}"
        )
        if times > MOST or heavy / light > MOST or many > few:
            grown.append(name)
    return grown


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--short", action="store_true")
    few = SMALL | ({"entries": SMALL["entries"] // 10} if parser.parse_args().short else {})
    many = {name: TIMES * count for name, count in few.items()}
    connection.settings_dict["TEST"]["NAME"] = NAME
    own = connection.settings_dict["NAME"]
    setup_test_environment(debug=False)
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        content.load()
        nota.make()
        read_everything()
        client = Client(headers={"host": "localhost"})
        both_steps(client, User.objects.get())
        small = fill(few, {})
        with copied():
            large = fill(many, few)
            own_connection = connections[DEFAULT_DB_ALIAS]
            places = Place(NAME, small), Place(LARGE, large)
            keep_what_is_loaded()  # as the server does; what filling left behind would be gone over again and again
            try:
                found = measured(client, *places)
            finally:
                connections[DEFAULT_DB_ALIAS] = own_connection
                for place in places:
                    place.connection.close()
    finally:
        leave_for(NAME)
        connection.creation.destroy_test_db(own, verbosity=0)
    if grown := compare(found):
        sys.exit(f"Groeit mee met wat erin staat: {', '.join(grown)}.")


if __name__ == "__main__":
    main()
