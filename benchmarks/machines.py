"""Two machines beside one PostgreSQL: each in turn is gone at once, and whatever was acknowledged is there.

Run from the folder of the project:

    .venv/bin/python -m benchmarks.machines              # a minute and a half
    .venv/bin/python -m benchmarks.machines --short      # half a minute

It plays the evening of benchmarks/faults. But the portal runs from two folders of its own, as on two machines, with
the proxy in front that gives every request to the next: what one of them remembered, the other would lack. Meanwhile
one is killed with all its processes and stays away, and then the other. It exits with 1 when something was lost or
doubled, when a page erred, when the first good page took more than ten seconds, or when a file was made or changed in
either folder.
"""

import argparse
import contextlib
import hashlib
import shutil
import signal
import socket
import subprocess
import sys
import time

from benchmarks.faults import found
from benchmarks.faults.between import MailServer, Proxy
from benchmarks.faults.evening import CODES, GOOD_WITHIN, Evening
from benchmarks.faults.production import ROOT, Portal, Service, free_port

COUNCILS, TABLES, SEED = 26, 2, 5
QUIET, AWAY = 8, 30  # seconds of both machines, and of one of them
SHORT = (3, 8)
PER_SECOND = 1.5  # members, about what a machine with two cores gets through
DRAINED = 100  # seconds in which all mail must have left


class Machine:
    """A copy of the portal in a folder of its own, and the web server that runs from it."""

    def __init__(self, portal, name):
        self.folder, self.port = portal.folder / name, free_port()
        lay(self.folder)
        command = portal.documented_command()
        command[command.index("--port") + 1] = str(self.port)
        command[command.index("--workers") + 1] = "1"
        environment = portal.environment | {"PYTHONDONTWRITEBYTECODE": "1"}
        self.web = Service(command, portal.folder / f"{name}.log", environment=environment)
        self.web.options["cwd"] = self.folder
        self.as_laid = self.digest()

    def wait(self, patience=60):
        """Returns when it takes visitors. Raises TimeoutError."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.2)
        raise TimeoutError("De webserver antwoordt na een minuut nog niet.")

    def digest(self):
        """What is in the folder: the name of each file with the sum of its bytes."""
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return [(str(path.relative_to(self.folder)), hashlib.sha256(path.read_bytes()).digest()) for path in files]

    def changed(self):
        """The names of the files that the portal made, changed or took away."""
        return sorted({name for name, _ in set(self.as_laid) ^ set(self.digest())})


def lay(folder):
    """Copies what belongs to the portal, committed or not, and nothing that it made where it stands."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--short", action="store_true")
    quiet, away = SHORT if parser.parse_args().short else (QUIET, AWAY)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Afgebroken."))
    mail = MailServer()
    try:
        with Portal(mail.port) as portal:
            wrong = play(portal, mail, quiet, away)
    finally:
        mail.close()
    for violation in wrong[:20]:
        print(f"SCHENDING: {violation}")
    if wrong:
        sys.exit(f"Mislukt: {len(wrong)} schendingen.")
    print("Niets verloren, niets dubbel, geen bestand gemaakt.")


def play(portal, mail, quiet, away):
    """The evening on two machines; returns what was wrong."""
    members = int((3 * quiet + 2 * away) * PER_SECOND)
    cast = ["-m", "benchmarks.faults.cast", str(members), ",".join(CODES), str(COUNCILS), str(TABLES)]
    sessions, _, tokens = portal.run(*cast, user="portal").partition("tafels\n")
    portal.database.give_rights()
    machines = [Machine(portal, name) for name in ("eerste", "tweede")]
    proxy = Proxy([machine.port for machine in machines], SEED)
    try:
        portal.worker.start()
        for machine in machines:
            machine.web.start()
        evening, wrong = Evening(portal, proxy, mail), []
        evening.begin(sessions.split(), tokens.split())
        if evening.good_after(time.monotonic(), patience=60) > 60:
            return ["De portal antwoordt na een minuut nog niet.\n" + portal.log()[-2000:]]
        for machine in machines:
            time.sleep(quiet)
            wrong += gone(machine, evening, away)
            machine.wait()
        time.sleep(quiet)
        evening.end()
        found.wait_for_mail(portal.database, DRAINED)
        wrong += found.violations(evening, members)
        if evening.journal.pages[500] or not evening.journal.sent:
            wrong.append(f"{evening.journal.pages[500]} fouten 500, {len(evening.journal.sent)} brieven verstuurd")
        tell(evening)
        return wrong + [f"{name} is gemaakt of gewijzigd" for machine in machines for name in machine.changed()]
    finally:
        proxy.close()
        for machine in machines:
            machine.web.stop()


def gone(machine, evening, away):
    """Kills all of one machine, and starts it again after a while; returns it when a good page took too long."""
    machine.web.stop(signal.SIGKILL)
    took = evening.good_after(time.monotonic())
    time.sleep(away)
    machine.web.start()
    print(f"machine {machine.folder.name} {away} s weg, goede pagina na {took:.1f} s", flush=True)
    return [f"zonder {machine.folder.name} duurde het {took:.1f} s"] if took > GOOD_WITHIN else []


def tell(evening):
    """Prints what happened, as counts."""
    journal = evening.journal
    print(f"bevestigd: {len(journal.acknowledged)} teksten, {len(journal.sent)} brieven verstuurd")
    print(f"fouten die iemand zag: {dict(sorted(journal.pages.items()))}, {journal.broken} verbroken verbindingen")
    print(f"mails aangenomen: {len(evening.mail.taken)}")


if __name__ == "__main__":
    main()
