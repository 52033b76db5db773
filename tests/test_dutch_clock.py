"""A moment is told, and compared with a day, by the clock here: in the hours after midnight UTC has another day."""

import re
from pathlib import Path

from django.conf import settings

APPS = ["agenda", "consultation", "partners", "regiozwolle", "results"]
# What begins and ends at a time of the day is no moment.
BY_UTC = re.compile(
    r"(?<!starts)(?<!ends)_at(?::%|\.(?:date|time|strftime)\()|\bat\.(?:date|time)\(\)"
    r"|\bnow\(\)\.(?:date|time|strftime|year|month|day|hour)\b|\bdate\.today\("
)


def told_by_utc():
    """(File, line) of each place in the code of the portal where a moment becomes a day or an hour by UTC."""
    for app in APPS:
        for path in sorted(Path(settings.BASE_DIR, app).rglob("*.py")):
            if "migrations" not in path.parts:
                lines = path.read_text().splitlines()
                yield from ((path.name, line.strip()) for line in lines if BY_UTC.search(line))


def test_no_moment_becomes_a_day_by_the_clock_of_london():
    assert list(told_by_utc()) == []


def test_what_this_test_looks_for_is_found():
    wrong = ["{self.made_at:%d-%m-%Y}", "row.made_at.date()", "at.date()", "timezone.now().year", "date.today()"]
    right = [
        "{timezone.localdate(self.made_at):%d-%m-%Y}",
        "{one.starts_at:%H.%M}",
        "timezone.localdate(at)",
        "wall.date()",
    ]
    assert [text for text in wrong + right if BY_UTC.search(text)] == wrong
