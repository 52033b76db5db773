"""Fills the database for benchmarks/faults: the cast of the deadline evening, and an evening at tables.

Prints the session of every member, one a line, and then the word "tafels" and the token of every table.
"""

import sys
from datetime import timedelta

from django.utils import timezone

from benchmarks import deadline_cast
from consultation.actions.tables import set_up_tables
from consultation.models import Consultation, TableSession


def main(members, codes, councils, tables):
    deadline_cast.main(members, codes, councils)
    now = timezone.now()
    session = TableSession.objects.create(
        consultation=Consultation.objects.get(),
        title="Proefavond",
        opens_at=now - timedelta(hours=1),
        closes_at=now + timedelta(hours=3),
    )
    set_up_tables(session=session, count=tables)
    print("tafels", *session.tables.values_list("token", flat=True), sep="\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2].split(","), int(sys.argv[3]), int(sys.argv[4]))
