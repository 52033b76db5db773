"""What a page costs that is kept, that the browser has already, and that is made anew, beside an empty view.

`python -m benchmarks.pages` puts the portal into production five times beside one PostgreSQL of its own, each with one
worker: with the state read at each request, with the state known for 50 ms (KEPT_UNREAD_FOR), with no whole page kept
but what is the same for many (`anders`, as after a change of something else), with each page forgotten at once but not
the pieces of which it is made (`nieuw`), and with nothing kept (`niets`). Two ways have the state of every part of the
data raised before each request: `eigen` is as `anders`, but after a change in all parts that the page reads, of rows
which it does not tell; and `nieuw` as after a change of what it tells itself, where the pieces must ask all again too.

Every kind of page is asked in rounds, with in between the empty view of the same process, asked in the same way: over
four connections, or one at a time with the state raised before each. Of each is measured how much processor time the
process took, to the nanosecond, and how many answers came in a second; both are told as a part of what the empty view
does. One that comes alone takes a process two to three times as long as one of a row; `nieuw` and `eigen` are told as a
part of that of a row too. What PostgreSQL takes is not counted.
`--short` asks six kinds.

It judges by processor time: at least 60 % of the empty view with the state read and 150 % with the state known; 304 in
at most 300 bytes; a page after a change of something else (`anders`) or in its own part (`eigen`), one made anew
(`nieuw`), or a member's with what is their own, at most 20 times the empty view in the middle and 40 times each, and
the agenda of a member 15 times.
It prints a table of what fails, and exits with 1.
"""

import argparse
import socket
import statistics
import sys
import time
from collections import defaultdict
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from benchmarks.faults.production import HOST, Portal, Service, free_port

CONNECTIONS = 4
GOALS = {"gelezen": 0.6, "bekend": 1.5}
MOST_BYTES = 300
# How many times the processor time of the empty view a page costs at most: in the middle, and each.
MOST = {way: (20, 40) for way in ("lid", "anders", "eigen", "nieuw")}
MOST_OF = {("lid", "agenda:agenda"): 15}
SHORT = ("home", "agenda:agenda", "results:dashboard", "consultation:nota", "dossier", "track")
UNREAD = "50"  # milliseconds
NO_PAGES = {"KEPT_MEGABYTES": "0"}
NOTHING = NO_PAGES | {"KEPT_PIECES_MEGABYTES": "0"}
# How the portal is put into production: what differs in its environment.
WAYS = {
    "gelezen": {},
    "bekend": {"KEPT_UNREAD_FOR": UNREAD},
    "anders": NO_PAGES,
    "nieuw": NO_PAGES | {"FORGETS_PAGES": "1"},
    "niets": NOTHING,
}
# Which of them a way of asking is asked of, when that has another name.
ASKED_OF = {"304": "gelezen", "lid": "gelezen", "eigen": "anders"}
TIMES = {"gelezen": 200, "bekend": 200, "304": 200, "lid": 40, "anders": 40, "eigen": 12, "nieuw": 8, "niets": 4}
# Before each request of these ways every part of the data has another state.
RAISING = ("eigen", "nieuw")
EMPTY = "/leeg/"
RAISED = """
WITH parts AS (
    UPDATE ground_state_part SET raised = raised + 1
    WHERE (part, slot) IN (SELECT part, min(slot) FROM ground_state_part GROUP BY part)
)
UPDATE ground_state SET raised = raised + 1 WHERE slot = (SELECT min(slot) FROM ground_state)
"""
ENCODING, COOKIE = "br, gzip", "__Host-sessionid"


class Web:
    """One web server with one worker, that `command` starts on `port`; its log is in `log`."""

    def __init__(self, command, port, log, environment):
        self.port, self.service = port, Service(command, log, environment=environment)
        self.service.start()

    def wait(self):
        """Waits until it answers."""
        until = time.monotonic() + 120
        while time.monotonic() < until:
            try:
                return self.ask(EMPTY, CONNECTIONS)
            except OSError:
                time.sleep(0.5)
        raise TimeoutError("De webserver antwoordt niet.")

    def ask(self, path, times, more="", connections=CONNECTIONS):
        """The last answer to `times` requests with `more` in their head, over all `connections` at once."""
        request = (
            f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nX-Forwarded-Proto: https\r\nAccept-Encoding: {ENCODING}\r\n"
            f"{more or 'X-No: 1'}\r\n\r\n"
        ).encode()
        answer = b""
        with ExitStack() as opened:
            place = ("127.0.0.1", self.port)
            sockets = [opened.enter_context(socket.create_connection(place)) for _ in range(connections)]
            for _ in range(max(1, times // connections)):
                for one in sockets:
                    one.sendall(request)
                for one in sockets:
                    answer = whole(one)
        return answer

    def processor(self):
        """The seconds of processor time that its worker took until now."""
        [pid] = self.service.children()
        threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
        return sum(int(one.read_text().split()[0]) for one in threads) / 1e9

    def measured(self, path, times, more=""):
        """(Processor time, time) of one answer of `times`."""
        began, took = time.perf_counter(), self.processor()
        self.ask(path, times, more)
        count = max(1, times // CONNECTIONS) * CONNECTIONS
        return (self.processor() - took) / count, (time.perf_counter() - began) / count

    def measured_after(self, change, path, times):
        """The same of `times` answers in turn, with `change` before each."""
        took, passed = self.processor(), 0
        for _ in range(times):
            change()
            began = time.perf_counter()
            self.ask(path, 1, connections=1)
            passed += time.perf_counter() - began
        return (self.processor() - took) / times, passed / times


def web_of(portal, name, environment):
    """The Web of the portal with `environment` besides its own."""
    command, port = portal.documented_command(), free_port()
    for option, value in (("--port", port), ("--workers", 1), ("--blocking-threads", 1)):
        command[command.index(option) + 1] = str(value)
    return Web(command, port, portal.folder / f"{name}.log", portal.environment | environment)


def whole(connection):
    """The bytes of one answer."""
    got = b""
    while b"\r\n\r\n" not in got:
        if not (more := connection.recv(1 << 18)):
            raise ConnectionError("De webserver sloot de verbinding.")
        got += more
    head, _, body = got.partition(b"\r\n\r\n")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    left = int(lengths[0].split(b":")[1]) - len(body) if lengths else 0
    while left > 0:
        more = connection.recv(1 << 18)
        got, left = got + more, left - len(more)
    return got


def header(answer, name):
    for line in answer.partition(b"\r\n\r\n")[0].decode().split("\r\n"):
        if line.lower().startswith(f"{name}: "):
            return line.partition(": ")[2]
    return ""


@contextmanager
def servers():
    """The addresses of each kind, a Web for each of WAYS, and what raises the state of every part."""
    with Portal(mail_port=1) as portal:
        portal.environment["DJANGO_SETTINGS_MODULE"] = "benchmarks.pages_settings"
        portal.run("manage.py", "migrate", "--verbosity=0", user="portal")
        portal.database.give_rights()
        said = portal.run("-m", "benchmarks.pages_cast", user="portal").split("\n")
        webs = {name: web_of(portal, name, given) for name, given in WAYS.items()}
        try:
            for web in webs.values():
                web.wait()
            yield dict(line.split(" ", 1) for line in said if line), webs, partial(portal.database.ask, RAISED)
        finally:
            for web in webs.values():
                web.service.stop()


def play(pages, session, webs, change, rounds):
    """The parts of the empty view of each (way, kind), the faults, and what the empty view took in each way.

    The parts are of its processor time, of its answers a second, and of its processor time in a row.
    """
    found, faults, empty = defaultdict(list), [], defaultdict(list)
    for _ in range(rounds):
        for kind, path in pages.items():
            known = header(webs["gelezen"].ask(path, CONNECTIONS), "etag")
            heads = {"304": f"If-None-Match: {known}", "lid": f"Cookie: {COOKIE}={session}"}
            for way, times in TIMES.items():
                web, head = webs[ASKED_OF.get(way, way)], heads.get(way, "")
                last = web.ask(path, CONNECTIONS, head)
                if not last.startswith(b"HTTP/1.1 304" if way == "304" else b"HTTP/1.1 200"):
                    faults.append(f"{kind}: {last[:20]}")
                if way == "304" and len(last) > MOST_BYTES:
                    faults.append(f"{kind}: 304 in {len(last)} bytes")
                in_a_row = bare = web.measured(EMPTY, TIMES["gelezen"])
                if way in RAISING:
                    bare, taken = web.measured_after(change, EMPTY, times), web.measured_after(change, path, times)
                else:
                    taken = web.measured(path, times, head)
                empty[way].append(bare[0])
                found[way, kind].append((bare[0] / taken[0], bare[1] / taken[1], in_a_row[0] / taken[0]))
    return found, faults, empty


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with servers() as (pages, webs, change):
        session = pages.pop("session")
        if options.short:
            pages = {kind: pages[kind] for kind in SHORT}
        found, faults, empty = play(pages, session, webs, change, options.rounds)
    middle = {key: [statistics.median(part) for part in zip(*parts, strict=True)] for key, parts in found.items()}
    tell(middle, pages, empty)
    failing = failures(middle, pages)
    tell_failing(failing)
    if faults or failing:
        sys.exit("Mislukt: " + "; ".join([*faults, f"{len(failing)} grenzen niet gehaald"]))


def tell(middle, kinds, empty):
    """Prints the parts of each kind of page, and of each way those in the middle and the least."""
    print("soort pagina: processortijd, in delen van die van een lege pagina (antwoorden per seconde evenzo)")
    for kind in kinds:
        told = "; ".join(f"{way} {middle[way, kind][0]:.1%} ({middle[way, kind][1]:.0%})" for way in TIMES)
        print(f"{kind}: {told}")
    for way in TIMES:
        parts = [middle[way, kind] for kind in kinds]
        cpu, speed, of_row = (statistics.median(column) for column in zip(*parts, strict=True))
        least, bare = min(part[0] for part in parts), statistics.median(empty[way]) * 1000
        row = f"; midden van een rij {of_row:.1%}" if way in RAISING else ""
        print(f"{way}: midden {cpu:.1%} ({speed:.0%}), minst {least:.1%}; leeg {bare:.2f} ms{row}")


def tell_failing(failing):
    """Prints what fails as a table; nothing when nothing does."""
    rows = [("niet gehaald", "gemeten", "gevraagd"), *failing] if failing else []
    for what, measured, asked in rows:
        print(f"{what:34}{measured:>12}{asked:>20}")


def failures(middle, kinds):
    """(What, measured, asked) of each limit that is not kept, of the parts of the empty view by (way, kind)."""
    failing = [
        (f"{way}, {kind}", f"{middle[way, kind][0]:.0%}", f"minstens {least:.0%}")
        for way, least in GOALS.items()
        for kind in kinds
        if middle[way, kind][0] < least
    ]
    for way, (most_in_the_middle, most) in MOST.items():
        costs = {kind: 1 / middle[way, kind][0] for kind in kinds}
        asked = [("midden", statistics.median(costs.values()), most_in_the_middle)]
        asked += [(kind, cost, MOST_OF.get((way, kind), most)) for kind, cost in costs.items()]
        failing += [
            (f"{way}, {what}", f"{cost:.1f} ×", f"hooguit {limit} ×") for what, cost, limit in asked if cost > limit
        ]
    return failing


if __name__ == "__main__":
    main()
