"""The deadline evening under faults: what was acknowledged must be there, once, and nobody may be left without a word.

Run from the folder of the project:

    .venv/bin/python -m benchmarks.faults                # twenty minutes
    .venv/bin/python -m benchmarks.faults --short        # within three, in .ci/run

It starts the portal as docs/hosting.md puts it into production, on the loopback of this machine, with a PostgreSQL of
its own, and plays members who write, send and sit at tables. Meanwhile faults come, drawn by the seed (made.py). Every
answer that said "saved" or "sent" is noted (evening.py). At the end the database is held beside those notes, and what
the mail server took beside the mails (found.py). It exits with 1 when something was lost or doubled, when the first
good page after a fault took more than ten seconds, when a page had no explanation in Dutch, when a mail did not leave,
or when a log held an address or a text.
"""

import argparse
import random
import re
import signal
import sys
import time
from collections import Counter

from benchmarks.faults import found, made, stopping
from benchmarks.faults.between import MailServer, Proxy
from benchmarks.faults.evening import CODES, GOOD_WITHIN, Evening
from benchmarks.faults.production import Portal
from regiozwolle.trouble import logs

COUNCILS, TABLES = 26, 4
SHORT = 70  # seconds of faults
PER_SECOND = 1.5  # members, about what a machine with two cores gets through
DRAINED = 100  # seconds in which all mail must have left after the last fault: the worker looks once a minute


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    # Whoever stops it, all that it started ends too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Afgebroken."))
    seconds = SHORT if options.short else options.minutes * 60
    mail = MailServer()
    try:
        with Portal(mail.port) as portal:
            wrong = play(portal, mail, seconds, seed=options.seed, is_short=options.short)
    finally:
        mail.close()
    for violation in wrong[:20]:
        print(f"SCHENDING: {violation}")
    if wrong:
        sys.exit(f"Mislukt: {len(wrong)} schendingen (seed {options.seed}).")
    print("Niets verloren, niets dubbel, niemand zonder uitleg.")


def play(portal, mail, seconds, *, seed, is_short):
    """The whole evening; returns what was wrong."""
    members, began = int(seconds * PER_SECOND), time.monotonic()
    cast = ["-m", "benchmarks.faults.cast", str(members), ",".join(CODES), str(COUNCILS), str(TABLES)]
    printed = portal.run(*cast, user="portal")
    portal.database.give_rights()
    sessions, _, tokens = printed.partition("tafels\n")
    kinds = made.possible(portal.database)
    proxy = Proxy([portal.port], seed)
    try:
        portal.web.start()
        portal.worker.start()
        evening = Evening(portal, proxy, mail)
        evening.begin(sessions.split(), tokens.split())
        if evening.good_after(time.monotonic(), patience=60) > 60:
            return ["De portal antwoordt na een minuut nog niet.\n" + portal.log()[-2000:]]
        print(f"opgezet met {members} leden in {time.monotonic() - began:.0f} s", flush=True)
        portal.run("manage.py", "remind", "-v", "0")
        stopped = stopping.violations(portal, rounds=1 if is_short else 5)
        wrong = faults(evening, random.Random(seed), seconds, is_short=is_short, kinds=kinds)
        evening.end()
        print(f"avond voorbij na {time.monotonic() - began:.0f} s", flush=True)
        drained = found.wait_for_mail(portal.database, DRAINED)
        wrong += [*stopped, *found.violations(evening, members)]
        tell(evening, drained)
        return wrong
    finally:
        proxy.close()


def faults(evening, rng, seconds, *, is_short, kinds):
    """Lets the faults come; returns those after which it took too long until somebody got a good page."""
    wrong, began = [], time.monotonic()
    for fault, lasts, pause in made.schedule(rng, seconds, is_short=is_short, kinds=kinds):
        at = time.monotonic() - began
        with fault(evening, rng):
            time.sleep(lasts)
        took = evening.good_after(time.monotonic())
        print(f"{at:6.0f} s {fault.__name__:24} {lasts:4.1f} s, goede pagina na {took:.1f} s", flush=True)
        if took > GOOD_WITHIN:
            wrong.append(f"na {fault.__name__} duurde het {took:.1f} s tot een goede pagina")
        time.sleep(pause)
    return wrong


def tell(evening, drained):
    """Prints what happened, as counts."""
    journal, mails = evening.journal, evening.mail.taken
    print(f"bevestigd: {len(journal.acknowledged)} teksten, {len(journal.sent)} brieven verstuurd")
    print(f"fouten die iemand zag: {dict(sorted(journal.pages.items()))}, {journal.broken} verbroken verbindingen")
    print(f"pagina van de proxy: {evening.proxy.pages_of_ours} keer; langste wachttijd {journal.longest:.1f} s")
    print(f"mails aangenomen: {len(mails)}, waarvan {len(mails) - len(set(mails))} dubbel; klaar na {drained:.0f} s")
    errors = Counter(re.findall(r"^([\w.]+(?:Error|Timeout|Full)\w*: .{0,60})", faults_in(evening.portal.log()), re.M))
    for error, times in errors.most_common(12):
        print(f"in het logboek {times:4} keer {error}")
    web, worker = evening.portal.web.starts, evening.portal.worker.starts
    print(f"granian {web} keer gestart, de worker {worker} keer")


def faults_in(log):
    """`log` without the errors that were being handled when another happened, which need be no faults."""
    return re.sub(rf"^{logs.OCCASION}\n(?: .*\n)*.*", "", log, flags=re.MULTILINE)


if __name__ == "__main__":
    main()
