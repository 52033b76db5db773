"""What a person sees must not cost more as the data grows: each list with ten times as much in it.

Run from the folder of the project, on Linux; DATABASE_URL may name a PostgreSQL on this machine:

    .venv/bin/python -m benchmarks.growth
    .venv/bin/python -m benchmarks.growth --short        # with a tenth of what is searched

It makes a database of its own and throws it away. In it stand the content and SMALL of everything, and then TIMES as
much. Of each page it prints the milliseconds that the processor was busy, in the portal and in its connection to
PostgreSQL together, so that other work on the machine makes no difference; the queries, and the size. It exits with 1
when a page takes more than MOST times as long then, asks more queries, or is more than MOST times as large.
"""

# ruff: noqa: E402  (the settings come before the models)

import argparse
import os
import random
import sys
import time
from pathlib import Path

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")

from regiozwolle import localdb

if not os.environ.get("DATABASE_URL"):
    os.environ["DATABASE_URL"] = localdb.start(Path("var/postgres-test").resolve(), fast_unsafe=True)

import django

django.setup()

from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment

from benchmarks import board, nota, results, search
from partners.models import User
from regiozwolle import content
from regiozwolle.searching.freshness import newest_change, read_everything
from regiozwolle.searching.models import SearchReading
from tests.roles import both_steps

SMALL = {"points": 500, "figures": 200, "projects": 500, "bodies": 50, "entries": 5_000}
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
    "figures list, page 5": "/resultaten/cijfers/?pagina=5",
    "results": "/resultaten/",
    "figures desk": "/beheer/results/indicator/",
    "projects": "/resultaten/projecten/",
    "dossiers": "/besluiten/",
    "board": "/besluiten/{dossier}/",
    "board, components": "/besluiten/{dossier}/?beeld=onderdelen",
    "search": "/zoeken/?q=water",
    "search, four words": "/zoeken/?q=wonen+in+de+regio",
}
MOST, SPENT = 1.5, 1.0  # times, and seconds that a page is asked again and again
NAME = "portal_benchmark_growth"


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


def busy(backend):
    """Seconds that the processor worked until now, here and in the process of our connection."""
    return time.process_time() + int(Path(f"/proc/{backend}/schedstat").read_text().split()[0]) / 1e9


def asked(client, path, backend):
    """(milliseconds, queries, bytes) of a page; the least of SPENT seconds, for other work only makes it more."""
    reset_queries()  # what was asked to fill the database would leave no room for these
    with CaptureQueriesContext(connection) as queries:
        page = client.get(path)  # what is read the first time only is no part of the cost
    many = len(queries)  # the next request empties the list
    if page.status_code != 200:
        sys.exit(f"{path}: {page.status_code}")
    took = []
    while len(took) < 5 or sum(took) < SPENT:
        began = busy(backend)
        client.get(path)
        took.append(busy(backend) - began)
    return min(took) * 1000, many, len(page.content)


def measured(client, dossier):
    """What `asked` gives, for each of PAGES."""
    with connection.cursor() as cursor:
        cursor.execute("set max_parallel_workers_per_gather = 0")  # all of it in the process that is looked at
        cursor.execute("select pg_backend_pid()")
        (backend,) = cursor.fetchone()
    return {name: asked(client, path.format(dossier=dossier), backend) for name, path in PAGES.items()}


def compare(small, large):
    """Prints a line per page; returns the names of those that grow."""
    grown = []
    for name in PAGES:
        (quick, few, light), (slow, many, heavy) = small[name], large[name]
        print(
            f"{name:22}{quick:8.1f} ms{few:4} q{light / 1000:6.0f} kB ->{slow:8.1f} ms{many:4} q{heavy / 1000:6.0f} kB"
            f"   x {slow / quick:.2f}"
        )
        if slow / quick > MOST or heavy / light > MOST or many > few:
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
        small = measured(client, fill(few, {}))
        large = measured(client, fill(many, few))
    finally:
        connection.close()
        connection.creation.destroy_test_db(own, verbosity=0)
    if grown := compare(small, large):
        sys.exit(f"Groeit mee met wat erin staat: {', '.join(grown)}.")


if __name__ == "__main__":
    main()
