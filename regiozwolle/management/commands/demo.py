"""One command from nothing to a working portal, filled with the real content and the marked examples."""

import fcntl
import hashlib
import io
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, call_command
from django.db import connection
from django.urls import reverse
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from regiozwolle import localdb
from regiozwolle.example.people import accounts
from regiozwolle.keeping.loaded import loaded_application
from regiozwolle.searching.models import SearchEntry

ADDRESS = "127.0.0.1"  # The demo has no secrets, so it is for this machine only.
WORKERS = 2


class Command(BaseCommand):
    help = "Maakt de demo klaar en start die. PORT in de omgeving kiest de poort, anders is het 8000."
    requires_system_checks = []  # `migrate` does them, after the port is known to be free

    def handle(self, **options):
        port = free_port(os.environ.get("PORT") or "8000")
        reach_database()
        self.prepare()
        threading.Thread(target=self.welcome, args=[port], daemon=True).start()
        threading.Thread(target=keep_worker, daemon=True).start()
        serve(port)

    def prepare(self):
        """Bring database and static files up to date; one demo at a time, should two start together."""
        var = settings.BASE_DIR / "var"
        var.mkdir(exist_ok=True)
        preparing = localdb.lock(var / "demo.lock", fcntl.LOCK_EX)
        self.say("De demo wordt klaargemaakt; de eerste keer duurt dat even.")
        with ThreadPoolExecutor() as beside:  # The one waits for the database, the other for the processor.
            static = beside.submit(collect_static, var / "static-collected")
            call_command("migrate", verbosity=0)
            call_command("seed", stdout=io.StringIO())
            call_command("seed_example", stdout=io.StringIO())
            call_command("ask_owners", stdout=io.StringIO())
            if not SearchEntry.objects.exists():  # Later the worker reads what changed.
                call_command("read_pages", stdout=io.StringIO())
            static.result()
        connection.close()
        connection.close_pool()  # Its threads do not survive the fork into workers.
        os.close(preparing)

    def welcome(self, port):
        """Print the address and the accounts as soon as the address answers."""
        while not is_answering(port):
            time.sleep(0.1)
        site = f"http://{ADDRESS}:{port}"
        mails = site + reverse("demo_mail")
        people = "\n".join(f"    {email:<40}{can}" for email, can in accounts())
        self.say(
            f"\nDe demo van de portal draait op {site}/ (stoppen: Ctrl-C).\n\n"
            f"Inloggen gaat met een code per mail. De mails van de demo staan op {mails}.\n"
            "Het secretariaat logt daarna in met de code van een app. Ook die staat daar.\n"
            f"Passkeys werken alleen op http://localhost:{port}/.\n"
            f"Deze accounts zijn voorbeelden:\n\n{people}\n"
        )

    def say(self, text):
        """At once, also to a file or a pipe."""
        self.stdout.write(text)
        self.stdout.flush()


def free_port(wanted):
    """The number of the port `wanted`. Ends the program with one line if it is no port, or not to be had."""
    if not (wanted.isascii() and wanted.isdecimal() and 0 < int(wanted[:6]) < 65536):
        sys.exit(f"PORT is “{wanted}” en dat is geen poort: kies een getal van 1 tot en met 65535, zoals PORT=8001.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # A port just left is free.
        try:
            probe.bind((ADDRESS, int(wanted)))
        except PermissionError:
            sys.exit(f"Poort {wanted} mag u niet gebruiken: kies een poort boven 1023, zoals PORT=8001.")
        except OSError:
            sys.exit(f"Poort {wanted} is al in gebruik: stop wat daar draait, of kies een andere, zoals PORT=8001.")
    return int(wanted)


def reach_database():
    """Ends the program with one line when the server that DATABASE_URL names does not let us in."""
    if url := os.environ.get("DATABASE_URL"):
        try:
            psycopg.connect(url, connect_timeout=5).close()
        except psycopg.Error as error:
            reason = str(error).strip().splitlines()[0]
            sys.exit(f"PostgreSQL laat ons niet binnen ({reason}): kijk na of DATABASE_URL klopt en de server draait.")


def keep_worker():
    """Runs the worker that sends the mail, anew whenever it ends; it ends by itself with the demo."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "worker", "--zolang", str(os.getpid())]
    while True:
        # In a group of its own: Ctrl-C is for the main process.
        subprocess.run(command, stdin=subprocess.DEVNULL, process_group=0, check=False)
        time.sleep(1)


def is_answering(port):
    with socket.socket() as probe:
        return probe.connect_ex((ADDRESS, port)) == 0


def collect_static(stamp):
    """Run `collectstatic`, unless no file and no setting changed since: compressing them takes seconds."""
    files = [storage.path(path) for finder in get_finders() for path, storage in finder.list([])]
    state = repr((settings.STORAGES["staticfiles"], sorted((path, os.stat(path).st_mtime_ns) for path in files)))
    digest = hashlib.sha256(state.encode()).hexdigest()
    if not settings.STATIC_ROOT.exists() or not stamp.exists() or stamp.read_text() != digest:
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(digest)


def serve(port):
    """Serve until Ctrl-C, TERM or the closing of the terminal."""
    server = Granian(
        "regiozwolle.wsgi:application",
        address=ADDRESS,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=8,  # as in production: whoever comes to a worker that waits for something goes past it
        respawn_failed_workers=True,
        workers_kill_timeout=5,  # seconds
        websockets=False,
        log_level=LogLevels.warning,
    )
    # Granian takes the closing of the terminal for a wish to start afresh.
    server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    server.serve(target_loader=worker, wrap_loader=False)


def worker():
    """What each worker serves. It ends when the main process says so, or was killed and cannot say so any more."""
    os.setpgid(0, 0)  # Ctrl-C reaches the main process only: a worker that gets the signal twice may hang.
    threading.Thread(target=end_after, args=[os.getppid()], daemon=True).start()
    return loaded_application()


def end_after(parent):
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
