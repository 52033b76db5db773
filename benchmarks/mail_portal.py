"""The processes of benchmarks/mail.py: web server, worker and PostgreSQL, each of which can be killed."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import psycopg
from psycopg import sql

from regiozwolle import localdb

ROOT = Path(__file__).resolve().parent.parent
RESTART = 0.5  # seconds, a tenth of what systemd takes


class Kept:
    """A process that is started again whenever it ends, as systemd does."""

    def __init__(self, command, environment):
        self.command, self.environment = command, environment
        self.is_wanted = True
        self.run()
        threading.Thread(target=self.keep, daemon=True).start()

    def run(self):
        self.process = subprocess.Popen(
            self.command, cwd=ROOT, env=self.environment, start_new_session=True, stderr=subprocess.DEVNULL
        )

    def keep(self):
        while self.is_wanted:
            self.process.wait()
            self.signal(signal.SIGKILL)  # what it may have left behind
            time.sleep(RESTART)
            if self.is_wanted:
                self.run()

    def signal(self, number):
        """To the process and its children."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)

    def end(self):
        self.is_wanted = False
        self.signal(signal.SIGTERM)
        self.process.wait(timeout=60)
        self.signal(signal.SIGKILL)


class Portal:
    """The portal on a PostgreSQL of its own, with the mail server at `mail_port` and `shorter` times less waiting."""

    def __init__(self, mail_port, *, shorter):
        self.folder = tempfile.TemporaryDirectory(prefix="benchmark-mail-")
        self.cluster = Path(self.folder.name)
        self.mail_port, self.shorter = mail_port, shorter

    def __enter__(self):
        server = localdb.start(self.cluster)
        self.url = f"{server.rpartition('/')[0]}/mail"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(sql.SQL("create database {}").format(sql.Identifier("mail")))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.environment = os.environ | {
            "DATABASE_URL": self.url,
            "DJANGO_SETTINGS_MODULE": "benchmarks.mail_settings",
            "PORTAL_DEMO": "1",
            "MAIL_PORT": str(self.mail_port),
            "MAIL_SHORTER": str(self.shorter),
        }
        manage = [sys.executable, "manage.py"]
        subprocess.run([*manage, "migrate", "-v", "0"], cwd=ROOT, env=self.environment, check=True)
        web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "critical"]
        web += ["--host", "127.0.0.1", "--port", str(self.port), "--respawn-failed-workers"]
        self.web = Kept([*web, "regiozwolle.wsgi:application"], self.environment)
        self.worker = Kept([*manage, "worker"], self.environment)
        return self

    def __exit__(self, *fault):
        self.worker.end()
        self.web.end()
        self.kill_database()
        # For root the data lie elsewhere, with a link to them here.
        shutil.rmtree((self.cluster / "cluster").resolve(), ignore_errors=True)
        self.folder.cleanup()

    def kill_database(self):
        """As `pg_ctl stop -m immediate`: no connection is let finish anything."""
        number = (self.cluster / "cluster" / "data" / "postmaster.pid").read_text().split()[0]
        os.kill(int(number), signal.SIGQUIT)

    def restart_database(self, away):
        """Kills it, and starts it again after `away` seconds."""
        self.kill_database()
        time.sleep(away)
        localdb.start(self.cluster)

    def act(self, to, kind):
        """The Message-ID of the mail that an act on the site asks for; raises OSError when nobody said it holds."""
        form = urlencode({"to": to, "kind": kind}).encode()
        with urlopen(f"http://127.0.0.1:{self.port}/mail/", form, timeout=10) as answer:
            return answer.read().decode()

    def rows(self, query):
        """What the database says, asked again as long as it is away."""
        for _ in range(100):
            try:
                with psycopg.connect(self.url, connect_timeout=5) as connection:
                    return connection.execute(query).fetchall()
            except psycopg.Error:
                time.sleep(0.3)
        raise TimeoutError
