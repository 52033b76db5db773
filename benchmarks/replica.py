"""Pages that read from a streaming replica: how far they are behind, and what happens when the replica goes.

Run from the folder of the project:

    .venv/bin/python -m benchmarks.replica               # 200 changes; some minutes
    .venv/bin/python -m benchmarks.replica --short       # 20 changes

It starts the portal as docs/hosting.md puts it into production, with a PostgreSQL of its own, and beside it a second
one that pg_basebackup made of the first and that follows it, all on the loopback of this machine. Then it changes the
title of a consultation in the first server and, after each commit, asks for its page. It does so three times: as the
replica comes, with `synchronous_commit = remote_apply` on the first server, and while the replica is gone. It exits
with 1 when a page was old after a commit that waited for the replica, when it was old more than LOOKS times in a row
otherwise (how long that takes is told, and depends on the machine), when pages were not read from the replica while
it followed, when a document was made of what the replica still said, or when pages erred or were old while it was gone.
"""

import argparse
import re
import signal
import subprocess
import sys
import time
from http.client import HTTPConnection
from io import BytesIO
from statistics import median
from zipfile import ZipFile

import psycopg

from benchmarks.deadline_evening import Browser
from benchmarks.faults.between import MailServer
from benchmarks.faults.production import HOST, Portal, Service, free_port
from regiozwolle import localdb

CHANGES, FEW = 200, 20
LOOKS = 20  # at one page, of which each takes as long as the machine lets it
PAGE = "/consultaties/sluitavond/"
DOCUMENT, CHANGED = "/agenda/afdrukken/agenda.docx", "De agenda van daarna"
TITLE = re.compile(r"<h1[^>]*>\s*Stand[^0-9<]*(\d+)")
READS = "select sum(seq_tup_read + idx_tup_fetch) from pg_stat_user_tables where relname = 'consultation_consultation'"


class Replica(Service):
    """A PostgreSQL that follows another, beside it on the same disk."""

    def __init__(self, first, folder):
        self.first, self.port, data = first, free_port(), first.cluster / "replica"
        programs = localdb.find_programs(first.cluster)
        user = {name: first.options[name] for name in ("user", "group", "extra_groups") if name in first.options}
        copy = [programs / "pg_basebackup", "-D", data, "-R", "-X", "stream", "-c", "fast"]
        copy += ["-h", "127.0.0.1", "-p", str(first.port), "-U", "postgres"]
        subprocess.run(copy, check=True, env=localdb.ENVIRONMENT, cwd="/", **user)
        command = [programs / "postgres", "-D", data, "-k", first.cluster, "-p", str(self.port)]
        command += ["--listen_addresses=127.0.0.1", "--max_connections=40", "--shared_buffers=32MB"]
        log = folder / "replica.log"
        super().__init__(command, log, environment=localdb.ENVIRONMENT, pause=1, **user)
        self.options["cwd"] = "/"

    def url(self):
        return self.first.url().replace(str(self.first.port), str(self.port))

    def reads(self):
        """How many rows of the consultation were read here until now."""
        with psycopg.connect(self.url().replace("portal_web@", "postgres@"), autocommit=True) as connection:
            return connection.execute(READS).fetchone()[0]


class Reader:
    """Somebody without a session, who reads one page again and again."""

    def __init__(self, portal):
        self.browser = Browser(portal.port, "", {"lezen": []})
        self.browser.cookies = {}
        self.browser.headers = {"Host": HOST, "X-Forwarded-For": "192.0.2.1", "X-Forwarded-Proto": "https"}
        self.browser.times["lezen"] = []

    def read(self):
        """The number in the title; None when there is no such page."""
        status, page, _ = self.browser.ask("lezen", PAGE)
        self.browser.connection.close()
        found = TITLE.search(page)
        return int(found[1]) if status == 200 and found else None


def change(portal, reader, numbers, *, commit):
    """Changes the title to each of `numbers`, and reads until it is there.

    Of each (how often it was old, how many seconds that took), and how many errors there were.
    """
    behind, errors = [], 0
    with psycopg.connect(portal.database.url("postgres"), autocommit=True) as connection:
        connection.execute(f"set synchronous_commit = {commit}")
        for number in numbers:
            connection.execute("update consultation_consultation set title = %s", [f"Stand {number}"])
            began, old = time.perf_counter(), 0
            while (found := reader.read()) != number:
                errors += found is None
                old += 1
                if time.perf_counter() - began > 60:
                    return [*behind, (old, 60.0)], errors
            behind.append((old, time.perf_counter() - began if old else 0.0))
    return behind, errors


def made_while_behind(portal, replica):
    """The words of a document that is first asked for just after a change that the replica does not know yet."""
    with psycopg.connect(replica.url().replace("portal_web@", "postgres@"), autocommit=True) as behind:
        behind.execute("select pg_wal_replay_pause()")
        with psycopg.connect(portal.database.url("postgres"), autocommit=True) as connection:
            connection.execute("set synchronous_commit = local")
            connection.execute("update agenda_agenda set title = %s", [CHANGED])
        asked = HTTPConnection("127.0.0.1", portal.port, timeout=60)
        asked.request("GET", DOCUMENT, headers={"Host": HOST, "X-Forwarded-Proto": "https"})
        answer = asked.getresponse().read()
        behind.execute("select pg_wal_replay_resume()")
    with ZipFile(BytesIO(answer)) as made:
        return made.read("word/document.xml").decode()


def most_old(behind):
    """How often in a row a page was old, at most."""
    return max(times for times, _ in behind)


def told(name, behind, errors, reads):
    old = [seconds for times, seconds in behind if times]
    worst, usual = max(old, default=0), median(old) if old else 0
    print(f"{name}: {len(behind)} wijzigingen, {errors} fouten, {reads} rijen van de replica gelezen")
    print(f"  {len(old)} keer niet meteen te zien, dan na {usual * 1000:.0f} ms, hoogstens {worst * 1000:.0f} ms")


def play(portal, replica, changes):
    """The three rounds; returns what was wrong."""
    reader, wrong = Reader(portal), []
    first = iter(range(1, 10_000))

    def round_of(name, commit):
        before = replica.reads() if replica.process.poll() is None else 0
        behind, errors = change(portal, reader, [next(first) for _ in range(changes)], commit=commit)
        reads = replica.reads() - before if replica.process.poll() is None else 0
        told(name, behind, errors, reads)
        if errors:
            wrong.append(f"{name}: {errors} fouten")
        return behind, reads

    behind, reads = round_of("zoals hij komt", "local")
    if most_old(behind) > LOOKS or not reads:
        wrong.append(f"zoals hij komt: {most_old(behind)} keer oud, {reads} gelezen")
    behind, reads = round_of("remote_apply", "remote_apply")
    if most_old(behind) or not reads:
        wrong.append(f"remote_apply: {most_old(behind)} keer oud, {reads} gelezen")
    if CHANGED not in made_while_behind(portal, replica):
        wrong.append("een bestand zegt wat de replica nog zei")
    replica.stop(signal.SIGQUIT)
    portal.database.ask("alter system set synchronous_standby_names = ''")
    portal.database.ask("select pg_reload_conf()")
    behind, _ = round_of("replica weg", "local")
    if most_old(behind[1:]):
        wrong.append(f"replica weg: {most_old(behind[1:])} keer oud")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--short", action="store_true")
    changes = FEW if parser.parse_args().short else CHANGES
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Afgebroken."))
    mail = MailServer()
    try:
        with Portal(mail.port) as portal:
            portal.run("-m", "benchmarks.deadline_cast", "2", "DA-1", "2", user="portal")
            portal.database.give_rights()
            portal.database.ask("update consultation_consultation set title = 'Stand 0'")
            replica = Replica(portal.database, portal.folder)
            replica.start()
            try:
                portal.web.options["env"] = portal.environment | {"REPLICA_URL": replica.url()}
                portal.database.ask("alter system set synchronous_standby_names = '*'")
                portal.database.ask("select pg_reload_conf()")
                portal.web.start()
                reader, until = Reader(portal), time.monotonic() + 120
                while portal.log().count("The replica follows.") < 2 and time.monotonic() < until:
                    time.sleep(0.2)
                print(f"de voorste pagina zegt {reader.read()}", flush=True)
                wrong = play(portal, replica, changes)
            finally:
                replica.stop(signal.SIGINT)
    finally:
        mail.close()
    for line in wrong:
        print(f"FOUT: {line}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
