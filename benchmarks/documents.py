"""How time and memory of a document grow with what it holds: each form at 500, 1,000 and 5,000 points.

Run from the folder of the project, without a database:

    .venv/bin/python -m benchmarks.documents

Each measurement is a process of its own, so that its peak of memory is its own. A ratio of 1.0 is growth in step with
the points; it exits with 1 when a form grows more than half again as fast.
"""

import subprocess
import sys
import time
from datetime import date
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

import django
from django.conf import settings

from partners.ground.documents import (
    FORMS,
    Bullets,
    ChangedText,
    Column,
    Document,
    Heading,
    Paragraph,
    Quote,
    Run,
    Table,
)

SIZES = (500, 1_000, 5_000)
MOST = 1.5
WORDS = "Wij vragen aandacht voor de bereikbaarheid van de kleine kernen en voor het water in het gebied. " * 2


def nota(points):
    """A nota of so many points: each with its passage, its answer and what changed, and all of them as a table."""
    blocks = [Heading(1, "Reacties en antwoorden", number="1")]
    rows = []
    for place in range(points):
        code, sender = f"P-{place}", f"gemeenteraad {place % 26}"
        blocks += [
            Heading(2, f"Punt {place} van {sender}", anchor=code),
            Paragraph(
                [Run(code, bold=True), " bij ", Run("de passage", link=f"https://example.org/{place}")], small=True
            ),
            Quote(f"{WORDS}{place}"),
            Paragraph(f"Antwoord {place}. {WORDS}"),
            ChangedText(f"Wij werken aan opgave {place}.", f"Wij werken samen aan opgave {place} en aan water."),
            Bullets([[Run("Zie ook", link=f"#P-{place // 2}")]]),
        ]
        rows.append((code, sender, WORDS, "overgenomen", place, date(2023, 1, 1 + place % 28)))
    columns = [
        *map(Column, ("Kenmerk", "Afzender", "Punt", "Uitkomst")),
        Column("Aantal", "number"),
        Column("Datum", "date"),
    ]
    return Document(
        "Nota van beantwoording",
        blocks,
        version="versie 1",
        dated=date(2023, 1, 20),
        data=[Table("Punten", columns, rows)],
    )


def measure(form, points):
    """Seconds of the processor to write, and MiB of memory that writing took on top of the document itself."""
    document = nota(points)
    before, start = getrusage(RUSAGE_SELF).ru_maxrss, time.process_time()
    size = len(FORMS[form].write(document))
    after, other = getrusage(RUSAGE_SELF).ru_maxrss, getrusage(RUSAGE_CHILDREN)
    seconds = time.process_time() - start + other.ru_utime + other.ru_stime
    return seconds, max(after - before, other.ru_maxrss) / 1024, size


def main():
    too_fast = []
    print(f"{'form':6}{'points':>8}{'seconds':>10}{'MiB':>8}{'kB':>8}{'time per point':>17}{'memory per point':>19}")
    for form in FORMS:
        first = None
        for points in SIZES:
            command = [sys.executable, "-m", "benchmarks.documents", form, str(points)]
            output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            seconds, memory, size = map(float, output.split())
            # A form so quick or so small that the clock and the allocator decide, is not worth a ratio.
            first = first or (max(seconds, 0.2) / points, max(memory, 8) / points)
            grown = seconds / points / first[0], memory / points / first[1]
            print(f"{form:6}{points:8}{seconds:10.2f}{memory:8.0f}{size / 1024:8.0f}{grown[0]:17.2f}{grown[1]:19.2f}")
            too_fast += [form] if max(grown) > MOST else []
    print("growth in step with the points" if not too_fast else f"grows too fast: {', '.join(sorted(set(too_fast)))}")
    return bool(too_fast)


if __name__ == "__main__":
    # The writers need only the names of the months, not the site.
    settings.configure(LANGUAGE_CODE="nl", TIME_ZONE="Europe/Amsterdam")
    django.setup()
    if len(sys.argv) == 3:
        print(*measure(sys.argv[1], int(sys.argv[2])))
    else:
        sys.exit(main())
