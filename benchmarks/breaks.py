"""Where the pages of a nota of 1,200 points end: none with a heading, a label or a verdict whose reason is overleaf.

Run from the folder of the project, with DATABASE_URL naming a server on which one may make a database:

    .venv/bin/python -m benchmarks.breaks

It makes a database of its own, as benchmarks.nota does, sets the PDF and reads the lines of its pages back. It prints
each bad break and exits with 1 when there is one. tests/test_typesetting.py holds a shorter nota to the same.
"""

# ruff: noqa: E402  (benchmarks.nota sets the settings up)

import os
import re
import sys

import pypdfium2
from django.db import connection

from benchmarks.nota import fill, make
from consultation.models import Consultation
from consultation.nota.cut import Cut
from consultation.nota.document import document_of
from consultation.nota.points import last_published_at
from partners.ground.documents import TIME_LIMIT_BEFOREHAND, pdf

POINTS = 1_200
NAME = "portal_benchmark_breaks"
# What must not be the last line of a page: it introduces the next one.
INTRODUCES = re.compile(r"Punt \d+:|De tekst waarop|Antwoord(, op de site| op de punten)|.*Op de site: punt|.*:$")
# What must not be the first: it belongs to the line above.
BELONGS = re.compile(r"Wordt:|Gewijzigde tekst:|Verwerkt in:|Aangesloten:")
FEET = 2  # lines at the foot of every page


def pages_of(pdf):
    """The lines of text on each page, without the foot; of all but the first also without the running head."""
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_range().split("\r\n") for page in document]
    document.close()
    pages = [[line.strip() for line in lines if line.strip()][:-FEET] for lines in found]
    return [pages[0], *(lines[1:] for lines in pages[1:])]


def bad_breaks(pages):
    """(Number of the page, its last lines, the first line of the next) of each break that parts what belongs together.

    The lines of contents and register end with a number, and are looked at no more than others.
    """
    for number, (page, following) in enumerate(zip(pages, pages[1:], strict=False), 1):
        before, last = page[-2], page[-1]
        is_verdict = before.startswith("Antwoord") and INTRODUCES.match(before)
        if INTRODUCES.match(last) or is_verdict or BELONGS.match(following[0]):
            yield number, (before, last), following[0]


def nota():
    """The PDF of the nota that the database holds."""
    consultation = Consultation.objects.select_related("version__agenda").annotate(dated=last_published_at()).get()
    return pdf(document_of(Cut(consultation)), seconds=TIME_LIMIT_BEFOREHAND)


def main():
    if not os.environ.get("DATABASE_URL"):
        sys.exit("Noem in DATABASE_URL een PostgreSQL waarop deze proef een eigen database mag maken.")
    connection.settings_dict["TEST"]["NAME"] = NAME
    own = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        make()
        fill(POINTS)
        pages = pages_of(nota())
    finally:
        connection.close()
        connection.creation.destroy_test_db(own, verbosity=0)
    found = list(bad_breaks(pages))
    print(f"{len(pages)} pages, {len(found)} bad breaks")
    for number, last, first in found:
        print(f"page {number}: {' / '.join(last)} | {first}")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
