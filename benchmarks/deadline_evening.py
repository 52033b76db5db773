"""The evening on which a consultation closes: 26 councils, 1,000 members, 5,000 points, saved and sent.

Run from the folder of the project:

    .venv/bin/python -m benchmarks.deadline_evening

It makes a database of its own on the server of DATABASE_URL and drops it at the end, starts the real server with 2
workers on this machine only, and plays what browsers send. Every tenth letter is sent by two clicks at once. A last
group has its drafts ready at closing: half of it sends in the time that is left to those who were in time, half after
that. Then it counts in the database. It exits with 1 when anything was lost, doubled or taken too late, when it took
more than the ten minutes, or when a page answered with an error.

Times are given as they are and as a ratio to an empty view of Django, asked in between in the same run.
"""

import argparse
import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

import psycopg
from psycopg import sql

POINTS = 5  # per member
CODES = [f"DA-{number}" for number in range(1, POINTS + 1)]
COUNCILS = 26
TEN_MINUTES = 600  # seconds
GRACE = 20  # seconds: the quarter of an hour, made shorter
LATE = 40  # members who send around the moment of closing
CLIENTS = 4  # at once, so that two wait while two are served
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
NAMES = re.compile(r'name="sender" value="([^"]+)"')


class Browser:
    """What one member sends, over one connection, with the cookies of a session that is signed in.

    `headers` go with everything it asks.
    """

    headers = {}

    def __init__(self, port, session, times):
        self.port, self.times = port, times
        self.cookies = {"sessionid": session}
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def ask(self, kind, path, data=None):
        """The status, the text and where it leads; the time it took is noted under `kind`."""
        headers = self.headers | {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if data is not None:
            body = urlencode(data)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        self.connection.request("POST" if body is not None else "GET", path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        self.times[kind].append(time.perf_counter() - began)
        for header in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = header.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, text, answer.headers.get("Location", "")

    def write(self, code, said):
        """Opens the form for a passage and saves a point; returns the address of the letter that it is in."""
        path = f"/consultaties/sluitavond/reageren/{code}/"
        status, page, _ = self.ask("formulier", path)
        form = {name: unescape(value) for name, value in HIDDEN.findall(page)}
        if "seal" not in form:  # the page that says why there is no form
            return status, ""
        if "sender" not in form:
            form["sender"] = NAMES.search(page).group(1)
        form |= {"kind": "wens", "text": said, "proposal": ""}
        status, _, leads = self.ask("opslaan", path, form)
        return status, leads

    def send(self, review, *, clicks=1):
        """Reads the letter over and sends it, with that many clicks at once. Returns the answers."""
        status, page, _ = self.ask("nakijken", review)
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        if status != 200 or token is None:
            return [(status, "")]
        form = {"csrfmiddlewaretoken": token.group(1), "sharing": "openbaar"}
        others = [Browser(self.port, "", self.times) for _ in range(clicks - 1)]
        for other in others:
            other.cookies = dict(self.cookies)
        with ThreadPoolExecutor(clicks) as pool:
            answers = list(pool.map(lambda browser: browser.ask("versturen", review, form), [self, *others]))
        for other in others:
            other.connection.close()
        return [(status, leads) for status, _, leads in answers]


@contextlib.contextmanager
def own_database():
    """The DATABASE_URL of a new database, which is dropped at the end."""
    server, _, _ = os.environ["DATABASE_URL"].rpartition("/")
    name = f"sluitavond_{os.getpid()}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    try:
        yield f"{server}/{name}"
    finally:
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
            connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


@contextlib.contextmanager
def server(environment, workers, threads):
    """The port on which the real server answers; it ends with this."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--host", "127.0.0.1"]
    command += [
        "--port",
        str(port),
        "--workers",
        str(workers),
        "--blocking-threads",
        str(threads),
        "--log-level",
        "warning",
    ]
    process = subprocess.Popen([*command, "regiozwolle.wsgi:application"], env=environment)
    try:
        for _ in range(300):
            with contextlib.suppress(OSError, HTTPException):
                if Browser(port, "", defaultdict(list)).ask("start", "/leeg/")[0] == 200:
                    break
            time.sleep(0.2)
        else:
            sys.exit("De server antwoordt na een minuut nog niet.")
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


def keep_waiting(port, stopped):
    """Keeps one request under way that waits, each time over a new connection, so that any worker may get it."""
    while not stopped.is_set():
        with contextlib.suppress(OSError, HTTPException):
            Browser(port, "", defaultdict(list)).ask("traag", "/traag/")


def play(number, browser, faults):
    """One member writes all points and sends them; every tenth with two clicks at once."""
    review = ""
    for place, code in enumerate(CODES):
        browser.ask("leeg", "/leeg/")
        status, review = browser.write(code, f"{number}:{place}")
        if status != 302:
            faults.append(f"opslaan: {status}")
            return
    browser.ask("leeg", "/leeg/")
    answers = browser.send(review, clicks=2 if number % 10 == 0 else 1)
    faults.extend(f"versturen: {status}" for status, _ in answers if status != 302)
    leads = {leads for _, leads in answers}
    if leads != {review.removesuffix("controleren/")}:
        faults.append(f"versturen leidt naar {leads}")


def play_closing(late, port, times, database, faults):
    """The last group has written before closing; half of it sends just after, the other half after the grace."""
    browsers = [(number, Browser(port, session, times)) for number, session in late]
    reviews = {}
    with ThreadPoolExecutor(CLIENTS) as pool:

        def write(one):
            number, browser = one
            for place, code in enumerate(CODES):
                status, reviews[number] = browser.write(code, f"{number}:{place}")
                if status != 302:
                    faults.append(f"opslaan: {status}")

        list(pool.map(write, browsers))
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("update consultation_consultation set closes_at = now()")
    half = len(browsers) // 2
    closed = time.monotonic()

    def send_in_time(one):
        number, browser = one
        browser.connection.close()  # the server may have closed it since; the next question opens it again
        (answer,) = browser.send(reviews[number])
        if answer[0] != 302 or answer[1].endswith("controleren/"):
            after = time.monotonic() - closed
            faults.append(f"{after:.0f} s na sluiten, en niet aangenomen: {answer}")

    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(send_in_time, browsers[:half]))
    time.sleep(max(0, closed + GRACE + 1 - time.monotonic()))
    for number, browser in browsers[half:]:
        browser.connection.close()
        for _, leads in browser.send(reviews[number]):
            if leads and not leads.endswith("controleren/"):
                faults.append(f"te laat, en toch aangenomen: {leads}")
        status, _ = browser.write(CODES[0], "te laat")
        if status == 302:
            faults.append("te laat geschreven, en toch bewaard")
    return half


def count(database, sent, kept):
    """What is wrong in the database, in which `sent` letters should be sent and `kept` still be drafts."""
    letters = "select count(*) from consultation_letter where state = %s"
    with psycopg.connect(database) as connection:

        def number(query, *values):
            return connection.execute(query, values).fetchone()[0]

        found = {
            "verstuurde reacties": (number(letters, "verstuurd"), sent),
            "bewaarde concepten": (number(letters, "concept"), kept),
            "punten": (number("select count(*) from consultation_point"), (sent + kept) * POINTS),
            "verschillende punten": (
                number("select count(distinct text) from consultation_point"),
                (sent + kept) * POINTS,
            ),
            "verschillende nummers": (number("select count(distinct number) from consultation_letter"), sent),
            "keren verstuurd": (number("select count(*) from consultation_submission"), sent),
            "te laat aangenomen": (
                number(
                    "select count(*) from consultation_letter r join consultation_consultation c "
                    "on c.id = r.consultation_id where r.sent_at >= c.closes_at + %s * interval '1 second'",
                    GRACE,
                ),
                0,
            ),
        }
    for what, (there, expected) in found.items():
        print(f"{what}: {there} (verwacht {expected})")
    return [what for what, (there, expected) in found.items() if there != expected]


def p95(values):
    return sorted(values)[int(len(values) * 0.95)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--members", type=int, default=1_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--blocked", action="store_true", help="All the while one request waits, as for a document.")
    options = parser.parse_args()
    if "DATABASE_URL" not in os.environ:
        sys.exit("Noem in DATABASE_URL een PostgreSQL waarop deze proef een eigen database mag maken.")
    # Whoever stops it, the server ends and the database goes.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Afgebroken."))
    times, faults = defaultdict(list), []
    with own_database() as database:
        environment = os.environ | {
            "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "benchmarks.deadline_settings",
            "PORTAL_DEMO": "1",
            "GRACE_SECONDS": str(GRACE),
        }
        cast = [sys.executable, "-m", "benchmarks.deadline_cast", str(options.members), ",".join(CODES), str(COUNCILS)]
        sessions = subprocess.run(cast, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout.split()
        numbered = list(enumerate(sessions))
        late, others = numbered[:LATE], numbered[LATE:]
        with server(environment, options.workers, options.threads) as port:
            queue, lock, stopped = iter(others), threading.Lock(), threading.Event()

            def work(_):
                while not stopped.is_set():
                    with lock:
                        number, session = next(queue, (None, None))
                    if session is None:
                        return
                    try:
                        play(number, Browser(port, session, times), faults)
                    except (OSError, HTTPException) as error:
                        faults.append(repr(error))

            if options.blocked:
                threading.Thread(target=keep_waiting, args=[port, stopped], daemon=True).start()
            began = time.monotonic()
            with ThreadPoolExecutor(CLIENTS) as pool:
                try:
                    list(pool.map(work, range(CLIENTS)))
                finally:
                    stopped.set()
            took = time.monotonic() - began
            in_time = play_closing(late, port, times, database, faults)
        print(f"{len(sessions)} leden van {COUNCILS} raden, {len(sessions) * POINTS} punten, in {took:.0f} s")
        for kind in ("leeg", "formulier", "opslaan", "nakijken", "versturen"):
            values = times[kind]
            ratio = p95(values) / p95(times["leeg"])
            print(f"{kind}: {len(values)} keer, p95 {p95(values) * 1000:.0f} ms, {ratio:.1f} x een lege pagina")
        wrong = count(database, len(others) + in_time, len(late) - in_time)
    if took > TEN_MINUTES:
        wrong.append("het duurde langer dan tien minuten")
    for fault in sorted(set(faults)):
        print(f"fout: {fault} ({faults.count(fault)} keer)")
    if wrong or faults:
        sys.exit(f"Mislukt: {', '.join(wrong) or 'zie de fouten'}.")
    print("Niets verloren, niets dubbel, niets te laat aangenomen.")


if __name__ == "__main__":
    main()
