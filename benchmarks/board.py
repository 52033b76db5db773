"""How the board of a dossier grows: 500 bodies with 20 components, each decided, against 52 bodies with 5.

Run from the folder of the project; DATABASE_URL may name a server on which one may make a database:

    .venv/bin/python -m benchmarks.board

With `--short` there are 120 bodies with 10 components. It makes a database of its own and throws it away. It prints of
each view the time (of the processor and of the database, not of waiting), the number of queries and the size of the
page. It exits with 1 when the large dossier asks more queries than the small one, a page is larger than MOST_BYTES, or
one body on the board costs more than MOST times what it costs in the small one. The short form judges no time.
"""

# ruff: noqa: E402  (the settings come before the models)

import argparse
import os
import sys
import time
from datetime import date
from math import inf
from pathlib import Path

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")

from regiozwolle import localdb

if not os.environ.get("DATABASE_URL"):
    os.environ["DATABASE_URL"] = localdb.start(Path("var/postgres-test").resolve(), fast_unsafe=True)

import django

django.setup()

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from consultation.deciding.board import VIEWS
from consultation.deciding.models import Component, Decision, Dossier, Outcome, Track
from partners.models import Body, BodyKind, Partner, PartnerKind, Source

MOST_BYTES, MOST, TRIES = 300_000, 3.0, 3
DAY = date(2024, 3, 4)


def dossier_of(name, *, bodies, parts):
    """A dossier with so many councils, and so many components on each of which each of them decided."""
    source, _ = Source.objects.get_or_create(slug="meting", defaults={"title": "Meting"})
    province, _ = Partner.objects.get_or_create(
        slug="proefland",
        defaults={"name": "Proefland", "kind": PartnerKind.PROVINCE, "public_from": timezone.now()},
    )
    dossier = Dossier.objects.create(slug=name, title="Proef", summary="Proef.", public_from=timezone.now())
    components = Component.objects.bulk_create(
        Component(dossier=dossier, name=f"Onderdeel {place}", position=place) for place in range(parts)
    )
    towns = Partner.objects.bulk_create(
        Partner(
            slug=f"{name}{one}",
            name=f"Dorp {name} {one:03}",
            kind=PartnerKind.MUNICIPALITY,
            province=province,
            public_from=timezone.now(),
        )
        for one in range(bodies)
    )
    councils = Body.objects.bulk_create(
        Body(partner=town, kind=BodyKind.COUNCIL, name=f"gemeenteraad van {town.name}") for town in towns
    )
    tracks = Track.objects.bulk_create(Track(dossier=dossier, body=body) for body in councils)
    Decision.objects.bulk_create(
        Decision(track=track, component=component, outcome=Outcome.AGREED, decided_on=DAY, source=source)
        for track in tracks
        for component in components
    )
    return dossier


def measured(dossier, view):
    """(Seconds, queries, bytes) of the page of `dossier` in a view, the quickest of TRIES."""
    client, best = Client(HTTP_HOST="localhost"), None
    for _ in range(TRIES):
        begun = time.process_time()
        with CaptureQueriesContext(connection) as queries:
            page = client.get(dossier.get_absolute_url(), {"beeld": view})
        assert page.status_code == 200, page.status_code
        spent = time.process_time() - begun + sum(float(query["time"]) for query in queries)
        now = (spent, len(queries), len(page.content))
        best = min(best or now, now)
    return best


def compare(small, large, bodies, most_growth):
    """Prints a line per view; returns whether one grows too much, in time per body more than `most_growth` times."""
    failed = False
    for view in VIEWS:
        (quick, few, light), (slow, many, heavy) = measured(small, view), measured(large, view)
        growth = (slow / bodies) / (quick / 52)
        failed |= many > few or heavy > MOST_BYTES or growth > most_growth
        print(
            f"{view:12} {quick:6.2f} s {few:3} {light / 1000:5.0f} kB -> "
            f"{slow:6.2f} s {many:3} {heavy / 1000:5.0f} kB, "
            f"per body x {growth:.1f}"
        )
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--short", action="store_true", help="120 bodies with 10 components")
    bodies, parts, most_growth = (120, 10, inf) if parser.parse_args().short else (500, 20, MOST)
    settings.SECURE_SSL_REDIRECT = False
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        small = dossier_of("klein", bodies=52, parts=5)
        large = dossier_of("groot", bodies=bodies, parts=parts)
        measured(small, "onderdelen")  # what Python reads the first time is no part of the cost
        failed = compare(small, large, bodies, most_growth)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
    sys.exit(failed)


if __name__ == "__main__":
    main()
