"""What the record costs an import of 1,000 rows: the same import with its triggers and without them.

Run from the folder of the project, with DATABASE_URL naming a server on which one may make a database:

    .venv/bin/python -m benchmarks.record

It makes a database of its own and throws it away. It takes turns, prints the best of each and their ratio, and
exits with 1 when the record makes an import more than MOST times as long.
"""

# ruff: noqa: E402  (the settings come before the models)

import os
import sys
import time
from datetime import date, timedelta

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")

import django

django.setup()

from django.db import connection

from partners.ground.models import Change
from partners.ground.sheets.importing import carry_out
from regiozwolle import content
from results.models import Measurement
from results.sheets import MEASUREMENTS

ROWS, TIMES, MOST = 1_000, 5, 1.10
NAME = "portal_benchmark_record"


def rows():
    """As many new measurements of one figure, each of its own day."""
    first = date(2020, 1, 1)
    indicator = Measurement.objects.first().indicator.slug
    columns = MEASUREMENTS.columns
    return [
        (
            number + 2,
            {
                columns["indicator"]: indicator,
                columns["reference_on"]: str(first + timedelta(days=number)),
                columns["reference_text"]: f"dag {number}",
                columns["value"]: str(4_500 + number),
                columns["source"]: "presentatie",
            },
        )
        for number in range(ROWS)
    ]


def take(given, *, recorded):
    """The seconds that one import takes; it is undone."""
    able = "ENABLE" if recorded else "DISABLE"
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE results_measurement {able} TRIGGER record_change")
    kept, made = set(Measurement.objects.values_list("pk", flat=True)), Change.objects.count()
    started = time.perf_counter()
    result, is_kept = carry_out(MEASUREMENTS, given, keep=lambda result: True)
    seconds = time.perf_counter() - started
    if not is_kept:
        sys.exit(f"The import was refused: {result.problems[:3]}")
    if Change.objects.count() - made != (ROWS if recorded else 0):
        sys.exit("The record does not have what it should.")
    Measurement.objects.exclude(pk__in=kept).delete()
    return seconds


def main():
    connection.settings_dict["TEST"]["NAME"] = NAME
    own = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        content.load()
        given = rows()
        take(given, recorded=True)
        turns = [(take(given, recorded=False), take(given, recorded=True)) for _ in range(TIMES)]
        without, with_record = (min(seconds) for seconds in zip(*turns, strict=True))
        ratio = with_record / without
        print(f"{ROWS} rows: {without:.2f} s without the record, {with_record:.2f} s with it, ratio {ratio:.3f}")
        return 1 if ratio > MOST else 0
    finally:
        connection.creation.destroy_test_db(own, verbosity=0)


if __name__ == "__main__":
    sys.exit(main())
