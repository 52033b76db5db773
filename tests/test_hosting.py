"""What docs/hosting.md tells to do, as far as it can be tried without a server of its own."""

import re
import shlex
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
MANUAL = (ROOT / "docs" / "hosting.md").read_text()
PAGE = ROOT / "docs" / "proxy" / "niet-bereikbaar.html"


def try_port(number):
    """The documented look whether the port is free, done for `number`."""
    line = re.search(r"^ExecStartPre=(.+)$", MANUAL, re.MULTILINE)[1]
    _, *arguments = shlex.split(line.replace("8000", str(number)))
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True)


def test_the_unit_does_not_start_on_a_port_in_use():
    """Also when what runs there lets others share the port, as granian does."""
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        refused = try_port(number)
        assert refused.returncode == 1
        assert "Address already in use" in refused.stderr
    assert try_port(number).returncode == 0


def test_the_page_of_the_proxy_is_dutch_and_needs_nothing_of_the_portal():
    page = PAGE.read_text()
    assert f"root /srv/portal/{PAGE.parent.relative_to(ROOT)};" in MANUAL
    assert f"error_page 502 504 /{PAGE.name};" in MANUAL
    assert '<html lang="nl">' in page
    assert "De portal is even niet bereikbaar" in page
    assert re.findall(r'(?:href|src)="([^"]*)"', page) == ["mailto:regiozwolle@zwolle.nl"]


def test_a_visitor_reads_the_same_whether_the_portal_or_its_database_is_away():
    told = [" ".join(text.split()) for text in (PAGE.read_text(), (ROOT / "templates/503.html").read_text())]
    for sentence in (
        "Dan vraagt uw browser of dat nog een keer moet: antwoord ja.",
        "Wat al was opgeslagen, is bewaard.",
    ):
        assert [sentence in text for text in told] == [True, True]


SETTINGS = re.findall(r'-c "alter database portal set (\w+) = ([^"]+)"', MANUAL)


@pytest.mark.parametrize(("name", "value"), SETTINGS)
def test_postgresql_knows_the_settings_that_keep_texts_out_of_its_log(db, name, value):
    with connection.cursor() as cursor:
        cursor.execute(f"set local {name} = {value}")
        cursor.execute("select current_setting(%s)", [name])
        assert cursor.fetchone()[0] == value.strip("'")


def test_there_are_such_settings():
    assert len(SETTINGS) == 6


def test_the_proxy_says_in_dutch_what_is_too_large():
    page = PAGE.with_name("te-groot.html")
    assert f"error_page 413 /{page.name};" in MANUAL
    for told in (page.read_text(), (ROOT / "templates/413.html").read_text()):
        assert '<html lang="nl">' in told or 'extends "alone.html"' in told
        assert "Uw tekst staat nog in uw browser." in told
        assert "12 MB" in told
