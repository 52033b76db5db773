"""How the nota van beantwoording grows with its points: each form, its page and the desk, up to 5,000 points.

Run from the folder of the project, on Linux, with DATABASE_URL naming a server on which one may make a database:

    .venv/bin/python -m benchmarks.nota

It makes a database of its own and throws it away. Each measurement is a process of its own, that first writes WARM
points; it asks the real database and writes the real file. The seconds are of the processor, the best of TRIES. The
memory is the peak of the process: after the warming-up its peak is set back to what it holds, and of a form that a
process of its own makes, as the PDF, that process counts.

Growth is what a point costs in the largest nota against what it costs in the smallest. What any file costs, however
small, is taken off both: that is what WARM points took. 1.0 is in step with the points; a cost that grows with their
square would be 5.0. It exits with 1 when a form grows by more than MOST, or a page takes longer than SLOWEST.
"""

# ruff: noqa: E402  (the settings come before the models)

import os
import re
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from urllib.parse import quote

import django
from django.conf import settings

if not settings.configured:  # they are in the tests, and what those start would inherit this
    os.environ.setdefault("DEBUG", "1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")
    django.setup()

from django.db import connection
from django.test import Client
from django.utils import timezone

from agenda.models import Agenda, Element, ElementKind, Version, Wording
from consultation.models import Answer, Consultation, Letter, LetterState, Point, SenderKind, Verdict
from consultation.nota.cut import Cut
from consultation.nota.document import document_of
from consultation.nota.points import last_published_at
from partners.ground.documents import FORMS
from partners.models import Body, BodyKind, Partner, PartnerKind, Source, User
from tests.roles import both_steps

SIZES = (1_000, 3_000, 5_000)
FILES = ("pdf", "docx", "odt", "xlsx", "csv", "json")
PAGES = {
    "page": "/consultaties/meting/nota/",
    "filtered": "/consultaties/meting/nota/?oordeel=niet&namens=raad",
    "desk": "/beheer/consultation/point/",
    "to do": "/beheer/consultation/point/?werk=alles&q=kernen",
}
MOST, SLOWEST = 1.5, 2.0  # growth, and seconds for a page
WARM = 50  # points
TRIES = 3  # the same file takes a third more of the processor at one moment than at another
NAME = "portal_benchmark_nota"
WORDS = "Wij vragen aandacht voor de bereikbaarheid van de kleine kernen en voor het water in het gebied. " * 2


def make():
    """A closed consultation with 26 councils and 20 passages, and one person of the secretariat."""
    source = Source.objects.create(slug="meting", title="Meting")
    agenda = Agenda.objects.create(slug="meting", title="Agenda", first_year=2024, last_year=2028, source=source)
    now = timezone.now()
    version = Version.objects.create(agenda=agenda, number=1, dated_on=timezone.localdate(now), source=source)
    for place in range(20):
        element = Element.objects.create(
            agenda=agenda, code=f"MT24-P{place}", kind=ElementKind.PRINCIPLE, position=place, name=f"Principe {place}"
        )
        Wording.objects.create(element=element, version=version, text=f"Principe {place}. {WORDS}")
    version.published_at = now - timedelta(days=90)
    version.save()
    province = Partner.objects.create(slug="provincie", name="Provincie", kind=PartnerKind.PROVINCE, public_from=now)
    for place in range(26):
        partner = Partner.objects.create(
            slug=f"g{place}",
            name=f"Gemeente {place}",
            kind=PartnerKind.MUNICIPALITY,
            province=province,
            public_from=now,
        )
        Body.objects.create(partner=partner, kind=BodyKind.COUNCIL, name=f"gemeenteraad van Gemeente {place}")
    Consultation.objects.create(
        slug="meting",
        title="Meting",
        version=version,
        opens_at=now - timedelta(days=60),
        closes_at=now - timedelta(days=30),
        summary="Meting.",
        asked_of="Allen.",
        effect="Geen.",
        public_from=now,
    )
    User.objects.create_superuser("meting@example.org")


def fill(count):
    """Adds `count` points in letters of ten, each point with an answer of its own on the site."""
    consultation = Consultation.objects.get(slug="meting")
    bodies, wordings = list(Body.objects.all()), list(consultation.version.wordings.all())
    sent_at, start = timezone.now() - timedelta(days=40), Letter.objects.count()
    letters = Letter.objects.bulk_create(
        Letter(
            consultation=consultation,
            body=bodies[place % len(bodies)],
            sender_kind=SenderKind.PERSONAL,
            capacity="raadslid",
            sharing="openbaar",
            state=LetterState.SENT,
            number=f"M-{place}",
            sent_at=sent_at,
            confirmed_at=sent_at,
        )
        for place in range(start, start + count // 10)
    )
    points = Point.objects.bulk_create(
        Point(
            letter=letters[place // 10],
            wording=wordings[place % len(wordings)],
            quoted_text=wordings[place % len(wordings)].text,
            kind="wens",
            text=f"{place} {WORDS}",
            proposal=f"Principe, maar dan anders. {WORDS}" if place % 5 == 0 else "",
        )
        for place in range(count)
    )
    verdicts = list(Verdict.values)
    answers = Answer.objects.bulk_create(
        Answer(
            verdict=(verdict := verdicts[place % len(verdicts)]),
            reason=WORDS,
            forwarded_to="de provincie" if verdict == Verdict.FORWARDED else "",
            reviewed_at=timezone.now(),
            published_at=timezone.now(),
        )
        for place in range(count)
    )
    link = Answer.points.through
    link.objects.bulk_create(
        link(answer_id=answer.pk, point_id=point.pk) for answer, point in zip(answers, points, strict=True)
    )
    with connection.cursor() as cursor:
        cursor.execute("analyze")


class Beginning(Cut):
    """The first points of the nota, to know what any file costs."""

    @property
    def points(self):
        return super().points[:WARM]


def write(form):
    """One form of the nota; prints what its points cost in seconds of the processor and in MiB of memory."""
    consultation = Consultation.objects.select_related("version__agenda").annotate(dated=last_published_at()).get()

    def made(cut):
        FORMS[form].write(document_of(cut(consultation)))

    def spent():
        other = getrusage(RUSAGE_CHILDREN)
        return time.process_time() + other.ru_utime + other.ru_stime

    def best(cut):
        seconds = []
        for _ in range(TRIES):
            started = spent()
            made(cut)
            seconds.append(spent() - started)
        return min(seconds)

    def peak():
        own = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
        return max(int(own[1]), getrusage(RUSAGE_CHILDREN).ru_maxrss) / 1024

    any_file = best(Beginning)
    Path("/proc/self/clear_refs").write_text("5")  # sets the peak back, as proc(5) says
    held = peak()
    print(best(Cut) - any_file, peak() - held)


def ask(name):
    """The best of three times that a page is asked for, in seconds of the clock."""
    client = Client(headers={"host": "localhost"})
    if name in ("desk", "to do"):
        both_steps(client, User.objects.get())
    times = []
    for _ in range(3):
        started = time.perf_counter()
        if client.get(PAGES[name]).status_code != 200:
            sys.exit(f"{PAGES[name]} does not answer.")
        times.append(time.perf_counter() - started)
    print(min(times), 0)


def apart(*arguments):
    """What this file prints last, as two numbers, when it does one thing in a process of its own."""
    server = connection.settings_dict
    account = quote(server["USER"]) + (f":{quote(server['PASSWORD'])}" if server["PASSWORD"] else "")
    url = f"postgres://{account}@{server['HOST']}:{server['PORT']}/{NAME}"
    command = [sys.executable, "-m", "benchmarks.nota", *arguments]
    process = subprocess.run(
        command, env=os.environ | {"DATABASE_URL": url}, stdout=subprocess.PIPE, text=True, check=True
    )
    return tuple(float(word) for word in process.stdout.split()[-2:])  # none of making the points


def grown(costs):
    """What a point costs in the largest nota against what it costs in the smallest."""
    return (costs[-1] / SIZES[-1]) / (costs[0] / SIZES[0])


def main():
    if not os.environ.get("DATABASE_URL"):
        sys.exit("Noem in DATABASE_URL een PostgreSQL waarop deze proef een eigen database mag maken.")
    connection.settings_dict["TEST"]["NAME"] = NAME
    own = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    found, done, failed = {}, 0, False
    try:
        make()
        for size in SIZES:
            apart("fill", str(size - done))
            done = size
            for name in (*FILES, *PAGES):
                found[name, size] = apart(name)
    finally:
        connection.close()
        connection.creation.destroy_test_db(own, verbosity=0)
    print(f"{'':10}" + "".join(f"{size:>20,}" for size in SIZES) + f"{'growth':>16}")
    for name in (*FILES, *PAGES):
        seconds, mebibytes = zip(*(found[name, size] for size in SIZES), strict=True)
        cells = "".join(f"{s:10.2f} s{m:5.0f} MiB" for s, m in zip(seconds, mebibytes, strict=True))
        if name in FILES:
            growth = [grown(seconds), grown(mebibytes)]
            failed |= max(growth) > MOST
        else:
            growth = []
            failed |= seconds[-1] > SLOWEST
        print(f"{name:10}{cells}   " + " ".join(f"{ratio:6.2f}" for ratio in growth))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        main()
    elif sys.argv[1] == "fill":
        fill(int(sys.argv[2]))
    elif sys.argv[1] in PAGES:
        ask(sys.argv[1])
    else:
        write(sys.argv[1])
