"""What it costs to tell followers of a week: time per follower, and memory, with ten times as many.

Run from the folder of the project, on Linux; DATABASE_URL may name a PostgreSQL on this machine:

    .venv/bin/python -m benchmarks.following
    .venv/bin/python -m benchmarks.following --short    # with a tenth of it all

It makes a database of its own and throws it away. In it FOLLOWERS follow EACH of the partners, to which EVENTS things
happen. Those are made of the record, and then the digests are written to a tenth of the followers and to all. It exits
with 1 when a follower takes more than MOST times as long with all, or when the digests take more than ROOM of memory.
The choices are drawn by a fixed SEED, so each run tells the same.
"""

# ruff: noqa: E402  (the settings come before the models)

import argparse
import os
import random
import resource
import sys
import time
from datetime import date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")

from regiozwolle import localdb

if not os.environ.get("DATABASE_URL"):
    os.environ["DATABASE_URL"] = localdb.start(Path("var/postgres-test").resolve(), fast_unsafe=True)

import django

django.setup()

from django.db import connection, reset_queries
from django.test.utils import setup_test_environment
from django.utils import timezone

from partners.ground.models import Mail
from partners.models import Partner, PartnerKind, Population, Source
from partners.planning import AMSTERDAM
from regiozwolle.following.digests import write_digests
from regiozwolle.following.events import make_events
from regiozwolle.following.models import Event, Follow, Follower, FollowKind, Rhythm

FOLLOWERS, EVENTS, PARTNERS, EACH = 2_000, 10_000, 200, 10
MOST, ROOM = 1.5, 60  # times, and MB
SEED = 18
NAME = "portal_benchmark_following"
MONDAY = datetime(2027, 6, 7, 7, 0, tzinfo=AMSTERDAM)


def fill(followers, events):
    """Partners, followers of EACH of them, and then what happens to them."""
    source = Source.objects.create(slug="meting", title="Meting")
    partners = [
        Partner.objects.create(
            slug=f"p{at}", name=f"Partner {at}", kind=PartnerKind.MUNICIPALITY, public_from=timezone.now()
        )
        for at in range(PARTNERS)
    ]
    make_events()
    last = Event.objects.latest("number").number
    for of, choices in enumerate(random.Random(SEED).sample(partners, EACH) for _ in range(followers)):
        rhythm = Rhythm.WEEKLY if of < followers // 10 else Rhythm.DAILY
        follower = Follower.objects.create(email=f"f{of}@example.org", rhythm=rhythm, told_to=last)
        Follow.objects.bulk_create(
            Follow(follower=follower, kind=FollowKind.PARTNER, thing_id=one.pk, since=last) for one in choices
        )
    Population.objects.bulk_create(
        Population(
            partner=partners[at % PARTNERS], source=source, count=at + 1,
            reference_on=date(2001, 1, 1) + timedelta(days=at // PARTNERS),
        )
        for at in range(events)
    )  # fmt: skip


def timed(do):
    """(Seconds that it took, what it gave)."""
    began = time.perf_counter()
    found = do()
    reset_queries()
    return time.perf_counter() - began, found


def peak():
    """The most memory that this process had at once, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(followers, events):
    """Prints what each step took; returns whether it is as it should be."""
    fill(followers, events)
    seconds, _ = timed(make_events)
    print(f"events: {Event.objects.count()} in {seconds:.1f} s, {events / seconds:.0f} a second")
    few_seconds, few = timed(lambda: write_digests(Rhythm.WEEKLY, at=MONDAY))
    before = peak()
    many_seconds, many = timed(lambda: write_digests(Rhythm.DAILY, at=MONDAY))
    grown, times = peak() - before, (many_seconds / many) / (few_seconds / few)
    print(f"digests: {few} in {few_seconds:.1f} s, {many} in {many_seconds:.1f} s: x {times:.2f} per follower")
    print(f"memory: {before:.0f} MB, and {grown:.0f} MB more for {many}; {Mail.objects.count()} mails")
    return few + many == followers and times <= MOST and grown <= ROOM


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--short", action="store_true")
    part = 10 if parser.parse_args().short else 1
    connection.settings_dict["TEST"]["NAME"] = NAME
    own = connection.settings_dict["NAME"]
    setup_test_environment(debug=False)
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        is_right = measure(FOLLOWERS // part, EVENTS // part)
    finally:
        connection.creation.destroy_test_db(own, verbosity=0)
    sys.exit(0 if is_right else 1)


if __name__ == "__main__":
    main()
