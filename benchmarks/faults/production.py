"""The portal as docs/hosting.md puts it into production, on the loopback of this machine: for benchmarks/faults.

PostgreSQL, granian and the worker are processes of their own, started again when they end by themselves, as systemd
does. Each is ended by its number.
"""

import contextlib
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psycopg

from regiozwolle import localdb

ROOT = Path(__file__).resolve().parents[2]
MANUAL = (ROOT / "docs" / "hosting.md").read_text()
UNIT = (ROOT / "deploy" / "portal.service").read_text()
HOST = "portal.example"
CONNECTIONS = 35  # that PostgreSQL lets in; three more are for its own superuser
TMPFS = "500m"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Service:
    """A process with its log, and a thread that starts it again `pause` seconds after it ended by itself."""

    def __init__(self, command, log, *, environment=None, pause=0.1, **options):
        self.command, self.log, self.pause = command, log, pause
        self.options = {"env": environment, "cwd": ROOT, "start_new_session": True, **options}
        self.wanted, self.lock, self.process, self.starts = False, threading.Lock(), None, 0

    def start(self):
        with self.lock:
            self.wanted = True
            self.launch()
        threading.Thread(target=self.watch, daemon=True).start()

    def launch(self):
        with self.log.open("ab") as log:
            out = {"stdout": log, "stderr": log, "stdin": subprocess.DEVNULL}
            self.process = subprocess.Popen(self.command, **out, **self.options)
        self.starts += 1

    def watch(self):
        mine = self.process
        while self.wanted:
            if mine.poll() is not None:
                end_group(mine.pid)
                time.sleep(self.pause)
                with self.lock:
                    if self.wanted and self.process is mine:
                        self.launch()
                    mine = self.process
            time.sleep(0.05)

    def send(self, number):
        """Sends the process a signal; what it ends by itself is started again."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process.pid, number)

    def stop(self, number=signal.SIGTERM, patience=15):
        """Ends it until the next `start`: with a signal, and what is left after `patience` seconds by force."""
        with self.lock:
            self.wanted = False
            if self.process is None:
                return
            self.send(number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(patience)
            end_group(self.process.pid)
            self.process.wait(patience)

    def children(self):
        """The numbers of its own children."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        try:
            return list(map(int, path.read_text().split()))
        except OSError:
            return []


def end_group(pid):
    """Ends what a process left behind in the group that it was started as the first of."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


class Database(Service):
    """A PostgreSQL of its own, on a small disk of its own where we are root."""

    def __init__(self, folder):
        self.port, self.is_small = free_port(), False
        self.is_root = os.geteuid() == 0
        self.cluster = Path(localdb.private_folder("/var/tmp", localdb.server_user() if self.is_root else None))
        try:
            self.make(folder)
        except BaseException:
            self.remove()
            raise

    def make(self, folder):
        """The disk, the cluster on it, and the command that serves it."""
        options = {}
        if self.is_root:
            user, group = localdb.server_user()
            options = {"user": user, "group": group, "extra_groups": []}
            of = f"size={TMPFS},uid={user},gid={group},mode=0700"
            mount = ["mount", "-t", "tmpfs", "-o", of, "tmpfs", self.cluster]
            self.is_small = shutil.which("mount") and subprocess.run(mount, capture_output=True).returncode == 0
        programs = localdb.find_programs(self.cluster)
        with tempfile.TemporaryFile() as lock:
            localdb.initialise(self.cluster / "data", programs, lock.fileno())
        command = [programs / "postgres", "-D", self.cluster / "data", "-k", self.cluster, "-p", str(self.port)]
        settings = {
            "listen_addresses": "127.0.0.1",
            "max_connections": CONNECTIONS + 3,
            "min_wal_size": "32MB",
            "max_wal_size": "64MB",
            "shared_buffers": "32MB",
        }
        command += [f"--{name}={value}" for name, value in settings.items()]
        super().__init__(command, folder / "postgres.log", environment=localdb.ENVIRONMENT, pause=1, **options)
        self.options["cwd"] = "/"

    def url(self, user="portal_web", name="portal"):
        return f"postgres://{user}@127.0.0.1:{self.port}/{name}"

    def ask(self, query, *values, user="postgres", name="portal"):
        with psycopg.connect(self.url(user, name), autocommit=True) as connection:
            cursor = connection.execute(query, values)
            return cursor.fetchall() if cursor.description else []

    def wait(self, patience=60):
        """Returns when it lets somebody in. Raises TimeoutError."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            with contextlib.suppress(psycopg.Error):
                return self.ask("select 1", name="postgres")
            time.sleep(0.1)
        raise TimeoutError("PostgreSQL laat na een minuut nog niemand binnen.")

    def set_up(self):
        """The roles and the database, with the settings for the log that the manual gives."""
        self.start()
        self.wait()
        for role in ("portal", "portal_web"):
            self.ask(f"create role {role} login", name="postgres")
        self.ask("create database portal owner portal", name="postgres")
        for line in re.findall(r'-c "(alter database portal [^"]+)"', MANUAL, re.MULTILINE):
            self.ask(line, name="postgres")

    def give_rights(self):
        """What the role of the service may, as the manual has it."""
        self.ask((ROOT / "deploy" / "rechten.sql").read_text(), user="portal")

    def fill_disk(self):
        """Writes until nothing fits any more; returns the file that holds it all."""
        path = self.cluster / "vol"
        with contextlib.suppress(OSError), path.open("wb", buffering=0) as file:
            while file.write(bytes(1 << 20)):
                pass
        return path

    def remove(self):
        if self.is_small:
            subprocess.run(["umount", "-l", self.cluster], check=False)
        shutil.rmtree(self.cluster, ignore_errors=True)


class Portal:
    """All of it. In a `with` it runs; after that nothing of it is left."""

    def __init__(self, mail_port):
        self.folder = Path(tempfile.mkdtemp(prefix="faults-"))
        self.port = free_port()
        self.mail_port = mail_port

    def __enter__(self):
        self.database = Database(self.folder)
        self.environment = {
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "benchmarks.faults.settings",
            "SECRET_KEY": "alleen voor deze proef, en daarom niet geheim: 0123456789",
            "ALLOWED_HOSTS": HOST,
            "SITE_URL": f"https://{HOST}",
            "OWNER": "Gemeente Proef",
            "FACTOR_KEYS": "cHJvZWYgbWV0IHZlZWwgZm91dGVuLCBkYWcgMTIzNDU=",
            "DATABASE_URL": self.database.url(),
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": str(self.mail_port),
            "EMAIL_USE_TLS": "0",
            "DEFAULT_FROM_EMAIL": "Proef <proef@portal.example>",
        }
        python = [sys.executable, "manage.py"]
        self.web = Service(self.documented_command(), self.folder / "web.log", environment=self.environment)
        self.worker = Service([*python, "worker"], self.folder / "worker.log", environment=self.environment, pause=5)
        try:
            self.database.set_up()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exception):
        for service in (self.web, self.worker):
            service.stop()
        self.database.stop(signal.SIGINT)
        self.database.remove()
        shutil.rmtree(self.folder, ignore_errors=True)

    def documented_command(self):
        """What deploy/portal.service starts, on our port."""
        line = re.search(r"^ExecStart=(\S+/granian (?:.*\\\n)*.*)$", UNIT, re.MULTILINE)[1].replace("\\\n", " ")
        _, *arguments = shlex.split(line)
        arguments[arguments.index("--port") + 1] = str(self.port)
        return [sys.executable, "-m", "granian", *arguments]

    def run(self, *command, user="portal_web"):
        """What a command prints, in the environment of the portal."""
        environment = self.environment | {"DATABASE_URL": self.database.url(user)}
        command = [sys.executable, *command]
        done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout

    def log(self):
        """Everything that was logged, by all of them."""
        return "".join(path.read_text(errors="replace") for path in self.folder.glob("*.log"))
