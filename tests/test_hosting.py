"""What docs/hosting.md tells to do, as far as it can be tried without a server of its own."""

import json
import os
import re
import shlex
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.db import connection

from regiozwolle.keeping.loaded import MANY, MIDDLE, YOUNG
from regiozwolle.settings import REQUIRED
from regiozwolle.trouble import condition
from tests.reacting import FORM, WISH, fields
from tests.roles import web_role as web_role

ROOT = Path(__file__).resolve().parent.parent
MANUAL = (ROOT / "docs" / "hosting.md").read_text()
UNITS = {path.name: path.read_text() for path in (ROOT / "deploy").iterdir() if path.suffix in (".service", ".timer")}
NGINX, CADDY = ((ROOT / "deploy" / name).read_text() for name in ("nginx.conf", "Caddyfile"))
PAGE = ROOT / "docs" / "proxy" / "niet-bereikbaar.html"


def try_port(number):
    """The documented look whether the port is free, done for `number`."""
    line = re.search(r"^ExecStartPre=(.+)$", UNITS["portal.service"], re.MULTILINE)[1]
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
    for proxy in (NGINX, CADDY):
        assert f"/srv/portal/{PAGE.parent.relative_to(ROOT)}" in proxy
        assert f"/{PAGE.name}" in proxy
        assert "Retry-After 10" in proxy
    assert f"error_page 502 504 /{PAGE.name};" in NGINX
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
    assert f"error_page 413 /{page.name};" in NGINX
    assert f"rewrite * /{page.name}" in CADDY
    for told in (page.read_text(), (ROOT / "templates/413.html").read_text()):
        assert '<html lang="nl">' in told or 'extends "alone.html"' in told
        assert "Uw tekst staat nog in uw browser." in told
        assert "12 MB" in told


def test_no_answer_of_the_proxy_names_its_version():
    _, *servers = NGINX.split("\nserver {")
    assert ["server_tokens off;" in server for server in servers] == [True, True]


def lines_of(unit, name):
    return re.findall(rf"^{name}=(.*)$", UNITS[unit], re.MULTILINE)


def test_every_service_runs_as_the_portal_and_may_do_as_little_as_the_web_server():
    services = sorted(name for name in UNITS if name.endswith(".service"))
    assert services == ["portal-backup.service", "portal-worker.service", "portal.service", "portal@.service"]
    (kept,) = {
        text[text.index("NoNewPrivileges") : text.index("@resources")]
        for name, text in UNITS.items()
        if name in services
    }
    assert "CapabilityBoundingSet=\n" in kept
    for name in services:
        assert lines_of(name, "User") == ["portal"]
        assert lines_of(name, "EnvironmentFile")[0] == "/etc/portal.env"
        assert lines_of(name, "UMask") == ["0077"]


def test_every_command_of_the_clock_has_one_timer_and_is_told_in_the_manual():
    timers = {name.removeprefix("portal-").removesuffix(".timer"): name for name in UNITS if name.endswith(".timer")}
    for command, unit in timers.items():
        service = "portal-backup.service" if command == "backup" else f"portal@{command}.service"
        assert lines_of(unit, "Unit") == [service]
        assert len(lines_of(unit, "OnCalendar")) == 1
        assert f"`{command}`" in MANUAL or unit in MANUAL
        assert command in get_commands()
    assert set(condition.COMMANDS) <= set(timers)


def test_the_container_runs_what_the_service_runs_for_all_who_reach_it():
    told = (ROOT / "deploy" / "Containerfile").read_text()
    command = json.loads(re.search(r"^CMD (\[.*\])", told, re.DOTALL | re.MULTILINE)[1].replace("\\\n", ""))
    service = re.search(r"^ExecStart=(.*?)\n(?=\w)", UNITS["portal.service"], re.DOTALL | re.MULTILINE)[1]
    program, *arguments = shlex.split(service.replace("\\\n", ""))
    assert command == [Path(program).name, *["0.0.0.0" if one == "127.0.0.1" else one for one in arguments]]
    assert re.findall(r"^(?:FROM|USER) (.*)$", told, re.MULTILINE) == ["debian:bookworm-slim", "portal"]
    for name in REQUIRED:
        assert f"{name}=" in told


def test_while_migrations_run_nobody_waits_long_behind_one():
    program = "import sys; sys.argv = ['manage.py', sys.argv[1]]; import regiozwolle.settings as s; print(s.PATIENCE)"
    environment = {name: "postgres://x@127.0.0.1/x" for name in REQUIRED} | {
        "SECRET_KEY": "abcdefghijklmnopqrstuvwxyz" * 3
    }
    environment |= {"SITE_URL": "https://portal.example", "FACTOR_KEYS": "cHJvZWYgbWV0IHZlZWwgZm91dGVuLCBkYWcgMTIzNDU="}
    for command, patience in [("migrate", "-c lock_timeout=5s"), ("worker", "")]:
        done = subprocess.run(
            [sys.executable, "-c", program, command],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == patience


def test_the_role_of_the_service_owns_nothing_and_does_all_that_visitors_members_and_the_worker_ask(
    member, mailoutbox, web_role
):
    web_role.execute("SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = current_user")
    assert web_role.fetchone() == (0,)
    for path in ("/", "/agenda/", "/partners/", "/resultaten/", "/besluiten/", "/mijn-reacties/", "/werkt-alles/"):
        assert member.get(path).status_code == 200, path
    letter = member.post(FORM, fields(member.get(FORM)) | WISH).url.removesuffix("controleren/")
    assert member.post(f"{letter}controleren/", {"sharing": "openbaar"}).url == letter
    (receipt,) = mailoutbox
    assert "RZ-" in receipt.subject + receipt.body
    assert member.post("/uitloggen/").status_code == 302


def test_what_the_server_has_loaded_is_not_looked_through_for_what_can_go():
    """The first look that takes in all there is would otherwise be in the middle of a page, and come back."""
    asked = "import gc, regiozwolle.wsgi; print(gc.get_freeze_count() > 100_000, gc.get_threshold())"
    here = {"cwd": ROOT, "env": os.environ | {"DEBUG": "1"}}
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, **here)
    assert told.stdout.strip() == f"True {(MANY, YOUNG, MIDDLE)}"
