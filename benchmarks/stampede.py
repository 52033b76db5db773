"""A mail to 1,300 members, who all come within a minute: open the consultation, sign in and save a reaction.

Run from the folder of the project:

    .venv/bin/python -m benchmarks.stampede              # some minutes
    .venv/bin/python -m benchmarks.stampede --short      # 60 members in three seconds

It starts the portal as docs/hosting.md puts it into production, on the loopback of this machine, with a PostgreSQL
and a mail server of its own, as benchmarks/faults does. The portal itself writes the mail; each member opens the link
in it at a moment of that minute, asks for a code, waits for the mail with it, and saves a point. Then it counts in the
database. It exits with 1 when a reaction was lost or doubled, when a page answered with an error, or when somebody was
not done WITHIN seconds after the first began.

How long somebody waits depends on what else this machine does, and those who play the members work on it too; the
seconds that the processor spent on the portal do not. Both are printed.
"""

import argparse
import os
import random
import re
import signal
import sys
import threading
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from email import message_from_bytes, policy
from http.client import HTTPException
from pathlib import Path
from statistics import median

from benchmarks.deadline_evening import NAMES, Browser, p95
from benchmarks.faults.between import Conversation, MailServer
from benchmarks.faults.evening import fields
from benchmarks.faults.production import HOST, Portal

MEMBERS, COUNCILS, MINUTE, WITHIN = 1_300, 26, 60, 600
SHORT = 60  # members
CODE = "DA-1"
FORM = f"/consultaties/sluitavond/reageren/{CODE}/"
SIGN_IN = "/inloggen/"
DIGITS = re.compile(r"\?code=(\d{4}-\d{4})\b")
LINK = re.compile(rf"https://{re.escape(HOST)}(/consultaties/\S*)")
TICK = os.sysconf("SC_CLK_TCK")


class Postbus(MailServer):
    """Takes all mail, and gives it to whom it is for."""

    def __init__(self):
        super().__init__()
        self.RequestHandlerClass = Delivery
        self.letters, self.came = defaultdict(list), threading.Condition()

    def deliver(self, lines):
        letter = message_from_bytes(b"".join(lines), policy=policy.SMTP)
        with self.came:
            self.letters[letter["To"]].append(letter.get_body(("plain",)).get_content())
            self.came.notify_all()

    def find(self, address, pattern, patience):
        """What `pattern` finds first in a mail to `address`, once it is there. Raises TimeoutError."""

        def found():
            return next((match[1] for letter in self.letters[address] if (match := pattern.search(letter))), None)

        with self.came:
            if self.came.wait_for(found, patience):
                return found()
        raise TimeoutError(f"geen mail na {patience} s")


class Delivery(Conversation):
    def judged(self, line):
        return "250 goed"

    def take(self):
        self.say("354 ga uw gang")
        lines = list(iter(self.rfile.readline, b".\r\n"))
        self.server.deliver(lines)
        self.say("250 aangenomen")
        return True


class Member(Browser):
    """Somebody at home, behind the proxy, who expects no error."""

    def __init__(self, port, number, times):
        super().__init__(port, "", times)
        self.cookies, self.address = {}, f"lid{number}@proef.example"
        # Each an address of its own, from those that are only for examples: what limits visitors counts them apart.
        self.headers = {
            "Host": HOST,
            "Origin": f"https://{HOST}",
            "X-Forwarded-For": f"198.18.{number // 250}.{number % 250 + 1}",
            "X-Forwarded-Proto": "https",
        }

    def ask(self, kind, path, data=None):
        status, page, leads = super().ask(kind, path, data)
        if status >= 400:
            raise HTTPException(f"{kind}: {status}")
        return page, leads.removeprefix(f"https://{HOST}")

    def react(self, box, text):
        """All of it, from the link in the mail to the reaction that is saved."""
        self.ask("openen", box.find(self.address, LINK, 0))
        _, leads = self.ask("willen reageren", FORM)
        page, _ = self.ask("inlogpagina", leads)
        form = fields(page) | {"login": self.address}
        _, leads = self.ask("code vragen", SIGN_IN, form)
        asked = time.perf_counter()
        page, _ = self.ask("codepagina", leads)
        code = box.find(self.address, DIGITS, WITHIN)
        self.times["wachten op de code"].append(time.perf_counter() - asked)
        token = fields(page)["csrfmiddlewaretoken"]  # the form for a new code has more
        self.ask("inloggen", leads, {"csrfmiddlewaretoken": token, "code": code})
        page, _ = self.ask("formulier", FORM)
        form = fields(page)
        if "sender" not in form:
            form["sender"] = NAMES.search(page)[1]
        _, leads = self.ask("opslaan", FORM, form | {"kind": "wens", "text": text, "proposal": ""})
        if not leads:
            raise HTTPException("opslaan: niet bewaard")


def spent(service):
    """Seconds that the processor worked for a service until now, its children included."""
    seconds = 0
    for pid in (service.process.pid, *service.children()):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        seconds += sum(map(int, fields[11:15])) / TICK
    return seconds


def play(portal, box, members, minute):
    """Everybody comes; (the times by what was done, what went wrong, seconds until the last was done)."""
    times, faults, chance = defaultdict(list), [], random.Random(1)
    moments = sorted(chance.uniform(0, minute) for _ in range(members))
    began = time.perf_counter()

    def come(number):
        time.sleep(max(0, began + moments[number] - time.perf_counter()))
        came = time.perf_counter()
        try:
            Member(portal.port, number, times).react(box, f"reactie van {number}")
        except (OSError, HTTPException, TypeError) as error:
            faults.append(f"{type(error).__name__} {error}")
        times["alles bij elkaar"].append(time.perf_counter() - came)

    with ThreadPoolExecutor(members) as pool:
        list(pool.map(come, range(members)))
    return times, faults, time.perf_counter() - began


def missing(database, members):
    """What is wrong in the database, in which every member has one letter with one point."""
    asked = {
        "concepten": "select count(*) from consultation_letter where state = 'concept'",
        "punten": "select count(*) from consultation_point",
        "verschillende teksten": "select count(distinct text) from consultation_point",
        "schrijvers": "select count(distinct author_id) from consultation_letter",
    }
    for what, query in asked.items():
        ((there,),) = database.ask(query)
        if there != members:
            yield f"{what}: {there} in plaats van {members}"


def tell(times, took, work, members):
    for kind, values in times.items():
        worst = max(values)
        print(f"{kind:20}{len(values):6} keer, p50 {median(values):6.2f} s, p95 {p95(values):6.2f} s, {worst:6.2f} s")
    print(f"iedereen klaar na {took:.0f} s")
    for name, seconds in work.items():
        print(f"{name:12}{seconds:7.1f} s van de processor, {seconds / members * 1000:4.0f} ms per lid")
    print(f"samen {sum(work.values()) / took:.2f} kernen bezig")


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--members", type=int, default=MEMBERS)
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    members, minute = (SHORT, 3) if options.short else (options.members, MINUTE)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Afgebroken."))
    box = Postbus()
    try:
        with Portal(box.port) as portal:
            portal.run("-m", "benchmarks.deadline_cast", str(members), CODE, str(COUNCILS), user="portal")
            portal.database.give_rights()
            portal.web.start()
            portal.worker.start()
            began = time.perf_counter()
            portal.run("manage.py", "remind", "-v", "0")
            for number in range(members):
                box.find(f"lid{number}@proef.example", LINK, WITHIN)
            print(f"{members} mails geschreven en aangenomen in {time.perf_counter() - began:.0f} s", flush=True)
            services = {"granian": portal.web, "PostgreSQL": portal.database, "worker": portal.worker}
            before = {name: spent(service) for name, service in services.items()}
            times, faults, took = play(portal, box, members, minute)
            work = {name: spent(service) - before[name] for name, service in services.items()}
            wrong = [*missing(portal.database, members)]
    finally:
        box.close()
    tell(times, took, work, members)
    wrong += [f"{fault} ({faults.count(fault)} keer)" for fault in sorted(set(faults))]
    if took > WITHIN:
        wrong.append(f"het duurde {took:.0f} s")
    for line in wrong:
        print(f"FOUT: {line}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
