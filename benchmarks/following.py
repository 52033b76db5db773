"""What it costs to tell followers of a week: time for each event and follower, memory, and what a page waits for it.

Run from the folder of the project, on Linux; DATABASE_URL may name a PostgreSQL on this machine:

    .venv/bin/python -m benchmarks.following            # some minutes
    .venv/bin/python -m benchmarks.following --short    # with a tenth of it all

It makes a database of its own and throws it away. In it FOLLOWERS follow EACH of the partners, to which EVENTS things
happen. Half of those are made of the record and told to a tenth of the followers; then the other half, of which these
are told, and the others of all. In the meantime another process asks for the home page, as the portal keeps it and made
anew. It exits with 1 when twice the events take more than MOST times two as long, when a follower takes more than MOST
times as long with all, when a page waits more than LATER times as long, or when memory grows by more than ROOM.
The choices are drawn by a fixed SEED, so each run tells the same.
"""

# ruff: noqa: E402  (the settings come before the models)

import argparse
import multiprocessing
import os
import random
import resource
import sys
import time
from datetime import date, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from statistics import median

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")

from regiozwolle import localdb

if not os.environ.get("DATABASE_URL"):
    os.environ["DATABASE_URL"] = localdb.start(Path("var/postgres-test").resolve(), fast_unsafe=True)

import django

django.setup()

from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import setup_test_environment
from django.utils import timezone

from partners.ground.models import Mail
from partners.models import Partner, PartnerKind, Population, Source
from partners.planning import AMSTERDAM
from regiozwolle.following.digests import write_digests
from regiozwolle.following.events import make_events
from regiozwolle.following.models import Event, Follow, Follower, FollowKind, Rhythm

FOLLOWERS, EVENTS, PARTNERS, EACH = 2_000, 10_000, 200, 10
MOST, LATER, ROOM = 1.5, 3, 60  # times, times, and MB
SEED = 18
NAME = "portal_benchmark_following"
MONDAY = datetime(2027, 6, 7, 7, 0, tzinfo=AMSTERDAM)
TUESDAY, LATER_MONDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=7)


def begin(followers):
    """Partners, and followers of EACH of them."""
    partners = [
        Partner.objects.create(
            slug=f"p{at}", name=f"Partner {at}", kind=PartnerKind.EDUCATION, public_from=timezone.now()
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
    return partners


def happen(partners, numbers):
    """Something at a partner for each of `numbers`."""
    source, _ = Source.objects.get_or_create(slug="meting", defaults={"title": "Meting"})
    Population.objects.bulk_create(
        Population(
            partner=partners[at % PARTNERS], source=source, count=at + 1,
            reference_on=date(2001, 1, 1) + timedelta(days=at // PARTNERS),
        )
        for at in numbers
    )  # fmt: skip


def timed(do, clock=time.process_time):
    """(Seconds that the processor was busy here with it, so that other work makes no difference; what it gave)."""
    began = clock()
    found = do()
    reset_queries()
    return clock() - began, found


def peak():
    """The most memory that this process had at once, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ask(database, waits, begins, ends):
    """Asks for the home page, as a visitor does, until `ends` is set; puts the seconds of each answer in `waits`."""
    connection.settings_dict["NAME"] = database
    setup_test_environment(debug=False)
    client, found = Client(), []
    client.get("/")
    begins.set()
    while not ends.is_set():
        seconds, answer = timed(lambda: client.get("/", {"x": len(found)}), time.perf_counter)
        assert answer.status_code == HTTPStatus.OK
        found.append(seconds)
        time.sleep(0.05)
    waits.put(found)


def asked_during(do):
    """(The middle of the seconds that the home page took while `do` worked, what `do` gave)."""
    context = multiprocessing.get_context("spawn")
    waits, begins, ends = context.Queue(), context.Event(), context.Event()
    asking = context.Process(target=ask, args=(connection.settings_dict["NAME"], waits, begins, ends))
    asking.start()
    begins.wait(timeout=120)
    found = do()
    ends.set()
    seconds = waits.get(timeout=60)
    asking.join()
    return median(seconds), found


def measure(followers, events):
    """Prints what each step took; returns whether it is as it should be."""
    partners = begin(followers)
    quiet, _ = asked_during(lambda: time.sleep(4))
    took, each = [], []
    for at, monday in enumerate((MONDAY, LATER_MONDAY)):
        happen(partners, range(at * events // 2, (at + 1) * events // 2))
        took.append(timed(make_events)[0])
        seconds, few = timed(lambda monday=monday: write_digests(Rhythm.WEEKLY, at=monday))
        each.append(seconds / few)
    print(f"events: {events // 2} in {took[0]:.1f} s, and as many more in {took[1]:.1f} s")
    before = peak()
    busy, (seconds, many) = asked_during(lambda: timed(lambda: write_digests(Rhythm.DAILY, at=TUESDAY)))
    grown, of_all = peak() - before, seconds / many
    print(f"digests: {few} in {each[0] * few:.1f} s and in {each[1] * few:.1f} s, with half of the events each time")
    print(f"digests: {many} in {seconds:.1f} s with all: x {of_all / each[0]:.2f} for each follower")
    print(f"memory: {before:.0f} MB, and {grown:.0f} MB more for {many}; {Mail.objects.count()} mails")
    print(f"home page: {quiet * 1000:.0f} ms, and {busy * 1000:.0f} ms while they were written")
    return (
        many + few == followers
        and max(took[1] / took[0], each[1] / each[0], of_all / each[0] / 2) <= MOST
        and busy <= quiet * LATER
        and grown <= ROOM
    )


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
