"""5,000 mails while the worker, the web server and PostgreSQL are killed and the mail server misbehaves.

Run from the folder of the project, as it is or with `--short` for less than a minute:

    .venv/bin/python -m benchmarks.mail --seed 1

It makes a PostgreSQL of its own, starts the real web server and the real worker, and a mail server on this machine
that refuses, hangs, stops and breaks off (`mail_server.py`). Waiting times are a tenth of the real ones, by settings,
and the hour without a mail server is six minutes. Sending itself takes what it takes, so of the five minutes without
hands, and of the ten after the return of the mail server, half is given here.

Of each mail that the site said it would send, one must arrive, without hands, or stand at the desk as failed for good.
It may arrive twice only when the server had taken it and nobody heard, with the same Message-ID and marked as
uncertain. It exits with 1 when anything else happened.
"""

import argparse
import random
import statistics
import sys
import threading
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor

from benchmarks.mail_portal import Portal
from benchmarks.mail_server import MailServer

CODE, RECEIPT, ANSWERS = (
    "account/email/login_code_message",
    "consultation/email/received",
    "consultation/email/answers",
)
# How often each kind of address comes, in a hundred; the others are plain.
ODD = {"fout": 2, "vol": 2, "traag": 0.3, "stil": 0.3, "weg": 1, "los": 1}
CLIENTS = 3
HALF_OF_FIVE_MINUTES, HALF_OF_TEN_MINUTES, TENTH_OF_AN_HOUR = 150, 300, 360  # seconds
FAULTS = ["worker", "web", "database", "server away"]


class Journal:
    """What the site said it would send: `promised` has (address, kind, moment) by Message-ID; `unknown` counts."""

    def __init__(self, portal, rng):
        self.portal, self.rng = portal, rng
        self.promised, self.unknown, self.number = {}, 0, 0
        self.lock = threading.Lock()

    def ask(self, kind, to=""):
        """Asks for one mail; when nobody answers, for another one to another address, until one is promised."""
        while True:
            with self.lock:
                self.number += 1
                address = f"{to or self.draw()}-{self.number}@example.org"
            try:
                message_id = self.portal.act(address, kind)
            except OSError:
                self.unknown += 1
                time.sleep(0.3)
            else:
                self.promised[message_id] = (address, kind, time.monotonic())
                return message_id

    def draw(self):
        return self.rng.choices([*ODD, "gewoon"], [*ODD.values(), 100 - sum(ODD.values())])[0]

    def ask_many(self, count, kinds):
        with ThreadPoolExecutor(CLIENTS) as pool:
            list(pool.map(lambda place: self.ask(kinds[place % len(kinds)]), range(count)))


def waiting(portal):
    ((count,),) = portal.rows("select count(*) from ground_mail where state in ('wacht', 'bezig')")
    return count


def wait_until_all_left(portal, limit):
    """Seconds until nothing waits, or None past `limit`."""
    began = time.monotonic()
    while waiting(portal):
        if time.monotonic() > began + limit:
            return None
        time.sleep(0.5)
    return time.monotonic() - began


def let_things_fail(portal, server, rng, pause, stopped, done):
    """Kills one thing after another until `stopped`, after some `pause` in seconds; `done` counts."""
    while not stopped.wait(rng.uniform(pause / 2, 3 * pause / 2)):
        fault = rng.choice(FAULTS)
        done[fault] += 1
        if fault == "worker":
            portal.worker.signal(9)
        elif fault == "web":
            portal.web.signal(9)
        elif fault == "database":
            portal.restart_database(rng.uniform(0, 2))
        else:
            server.stop()
            stopped.wait(rng.uniform(1, 6))
            server.start()


def measure_codes(journal, server, portal, *, others, codes):
    """Seconds that each of `codes` sign-in codes took while `others` mails waited, and how long the last of these did.

    The mail server takes a tenth of a second for each.
    """
    server.pace = 0.1
    journal.ask_many(others, [ANSWERS])
    began = time.monotonic()
    asked = []
    for _ in range(codes):
        asked.append(journal.ask(CODE, to="gewoon"))
        time.sleep(0.5)
    left_when_asked = waiting(portal)
    wait_until_all_left(portal, HALF_OF_FIVE_MINUTES)
    server.pace = 0.0
    arrived = {message_id: at for at, _, message_id in server.taken}
    took = [arrived[message_id] - journal.promised[message_id][2] for message_id in asked]
    return took, left_when_asked, max(arrived.values()) - began


def verdict(portal, server, journal):
    """What went wrong, as a list of sentences, and the totals that are no fault."""
    times = Counter(message_id for _, _, message_id in server.taken)
    by_address = defaultdict(set)
    for _, address, message_id in server.taken:
        by_address[address].add(message_id)
    columns = "message_id, state, is_uncertain, text || html || subject"
    rows = {message_id: rest for message_id, *rest in portal.rows(f"select {columns} from ground_mail")}
    wrong = []
    for message_id, (address, kind, _) in journal.promised.items():
        state, is_uncertain, text = rows.get(message_id, ("weg", False, ""))
        is_wrong_address = address.startswith("fout-")
        if state != ("mislukt" if is_wrong_address else "verstuurd"):
            wrong.append(f"{address} ({kind}) is {state}")
        elif bool(text) != is_wrong_address:
            wrong.append(f"{address}: de tekst is er {'nog' if text else 'niet meer'}")
        elif not times[message_id] and not is_wrong_address:
            wrong.append(f"{address} heet verstuurd en kwam niet aan")
        elif times[message_id] > 1 and not is_uncertain:
            wrong.append(f"{address} kwam {times[message_id]} keer en heet niet onzeker")
    wrong += [f"{address} kreeg {len(ids)} mails" for address, ids in by_address.items() if len(ids) > 1]
    wrong += [f"{message_id}: verstuurd zonder dat de handeling doorging" for message_id in times.keys() - rows.keys()]
    totals = {
        "toegezegd": len(journal.promised),
        "aangekomen": len(journal.promised.keys() & times.keys()),
        "dubbel": sum(count > 1 for count in times.values()),
        "onzeker": sum(is_uncertain for _, is_uncertain, _ in rows.values()),
        "voorgoed geweigerd": sum(state == "mislukt" for state, _, _ in rows.values()),
        "zonder antwoord van de site": journal.unknown,
    }
    return wrong, totals


def stuck_jobs(portal):
    ((count,),) = portal.rows("select count(*) from procrastinate_jobs where status = 'doing' and worker_id is null")
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mails", type=int, default=5_000)
    parser.add_argument("--short", action="store_true", help="120 mails and six seconds without a mail server")
    options = parser.parse_args()
    mails, away = (120, 6) if options.short else (options.mails, TENTH_OF_AN_HOUR)
    wrong = []
    server = MailServer()
    server.start()
    with Portal(server.port, shorter=30 if options.short else 10) as portal:
        journal = Journal(portal, random.Random(options.seed))
        journal.ask(RECEIPT)  # waits until the site answers
        began = time.monotonic()

        took, left, last = measure_codes(journal, server, portal, others=40 if options.short else 300, codes=4)
        print(f"code: {statistics.median(took):.1f} s, hoogstens {max(took):.1f} s; de laatste andere na {last:.0f} s")
        if max(took) > 5 or not left:
            wrong.append("een code wachtte op andere mail, of er wachtte geen andere")

        stopped, done = threading.Event(), Counter()
        failing = [portal, server, random.Random(options.seed + 1), 1 if options.short else 6, stopped, done]
        trouble = threading.Thread(target=let_things_fail, args=failing)
        trouble.start()
        try:
            journal.ask_many(mails, [RECEIPT, ANSWERS, CODE])
        finally:
            stopped.set()
            trouble.join()
        told = ", ".join(f"{count} keer {fault}" for fault, count in sorted(done.items()))
        print(f"{mails} mails gevraagd in {time.monotonic() - began:.0f} s, met {told}")
        seconds = wait_until_all_left(portal, HALF_OF_FIVE_MINUTES)
        if count := waiting(portal):
            wrong.append(f"na de storingen bleven er {count} mails hangen")
        print(f"daarna wacht er na {seconds or HALF_OF_FIVE_MINUTES:.0f} s {waiting(portal)}")

        server.stop()
        journal.ask_many(mails // 5, [ANSWERS])
        time.sleep(away)
        back = waiting(portal)
        server.start()
        seconds = wait_until_all_left(portal, HALF_OF_TEN_MINUTES)
        print(f"{back} mails na {away:.0f} s zonder mailserver: weg in {seconds or HALF_OF_TEN_MINUTES:.0f} s")
        if count := waiting(portal):
            wrong.append(f"{count} mails wachten nog")
        if count := stuck_jobs(portal):
            wrong.append(f"{count} taken heten nog bezig")
        found, totals = verdict(portal, server, journal)
    print(", ".join(f"{name} {count}" for name, count in totals.items()), f"({time.monotonic() - began:.0f} s)")
    for sentence in (wrong := wrong + found)[:40]:
        print(f"fout: {sentence}")
    if wrong:
        sys.exit(f"Mislukt: {len(wrong)} fouten.")
    print("Niets verloren, niets blijft hangen, en dubbel alleen wat onzeker heet.")


if __name__ == "__main__":
    main()
