"""Whether visitors who download everything hold up those who read: pages alone, and while ten others download.

Start the demo as a portal behind a proxy, and this beside it:

    TRUSTED_PROXIES=1 PORT=8079 .venv/bin/python manage.py demo
    .venv/bin/python -m benchmarks.downloads http://127.0.0.1:8079

Quiet and busy rounds take turns, so that what else the machine does weighs on both. In the busy ones ten visitors,
each with an address of their own, ask for every file that the site offers, again and again. It exits with 1 when the
95th percentile of a page is more than three times what it is in the quiet rounds, when a file is refused otherwise
than by what the portal says of itself (503 or 429, with when to come back), or when none was given at all. Those who
download are a process of their own of low priority, so that the reader waits for the portal and not for them. With
--blocked N as many requests more are held open in all rounds, each half sent, as somebody with a slow line does where
no proxy waits for the whole of it.
"""

import argparse
import gzip
import multiprocessing
import os
import re
import socket
import statistics
import sys
import threading
import time
from collections import Counter
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import brotli

READ = (
    "/",
    "/over/",
    "/agenda/",
    "/resultaten/",
    "/resultaten/cijfers/",
    "/consultaties/",
    "/besluiten/",
    "/partners/",
)
LINK = re.compile(r'href="(/[^"#]+)"')
FILE = re.compile(r"\.(?:pdf|docx|odt|xlsx|ods|csv|json)(?:\?|$)|/download/[a-z]+/$")
VISITORS, ROUNDS, SECONDS, PAUSE, MOST = 10, 4, 10, 0.1, 3
EXPECTED = {200, 429, 503}
NAMED = 2  # pages deep
ENCODING = "br, gzip"  # as browsers ask
UNPACKED = {"br": brotli.decompress, "gzip": gzip.decompress}
WAIT = 20  # seconds, after which nobody waits any longer


class Site:
    def __init__(self, address):
        self.address = address
        self.statuses = Counter()

    def get(self, path, *, visitor=0):
        """(Status, seconds, body) of a request by the `visitor` of that number."""
        headers = {"X-Forwarded-For": f"192.0.2.{visitor}", "Accept-Encoding": ENCODING}
        request = Request(self.address + path, headers=headers)
        began = time.perf_counter()
        try:
            with urlopen(request, timeout=WAIT) as answer:
                body = answer.read()
                return answer.status, time.perf_counter() - began, plain(answer, body)
        except HTTPError as error:
            return error.code, time.perf_counter() - began, b""
        except TimeoutError:
            return None, time.perf_counter() - began, b""

    def files(self):
        """The address of every file that is named on the pages of READ, and on those that they lead to."""
        found, seen, pages = set(), set(), set(READ)
        for _ in range(NAMED):
            for page in sorted(pages - seen):
                status, _, body = self.get(page)
                links = set(LINK.findall(body.decode(errors="replace"))) if status == 200 else set()
                found |= {link for link in links if FILE.search(link)}
                seen.add(page)
                pages |= {link for link in links if not FILE.search(link) and link.count("/") < 5 and "?" not in link}
        return sorted(found)

    def download(self, files, visitor, until):
        """Asks for all `files`, each visitor from another one on, until that moment."""
        place = visitor * len(files) // VISITORS
        while time.perf_counter() < until:
            self.statuses[self.get(files[place % len(files)], visitor=visitor)[0]] += 1
            place += 1

    def read(self, until):
        """The seconds that each page took, read one after another with a pause, until that moment."""
        took = []
        while time.perf_counter() < until:
            for path in READ:
                status, seconds, _ = self.get(path, visitor=100)
                assert status in (200, None), (path, status)
                took.append(seconds)
                time.sleep(PAUSE)
        return took

    def block(self, count):
        """So many requests of which the body never comes, as sockets that are to stay open."""
        host, port = urlsplit(self.address).hostname, urlsplit(self.address).port
        opened = []
        for _ in range(count):
            one = socket.create_connection((host, port))
            head = f"POST /inloggen/ HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: 100000\r\n"
            one.sendall(f"{head}Content-Type: application/x-www-form-urlencoded\r\n\r\nlogin=".encode())
            opened.append(one)
        return opened


def plain(answer, body):
    """What a browser makes of the `body` of an answer."""
    return UNPACKED.get(answer.headers["Content-Encoding"], bytes)(body)


def download_all(address, files, told):
    """What the process of those who download does in one round; the statuses that they got go to `told`."""
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    site, until = Site(address), time.perf_counter() + SECONDS
    downloaders = [
        threading.Thread(target=site.download, args=[files, visitor, until]) for visitor in range(1, VISITORS + 1)
    ]
    for one in downloaders:
        one.start()
    for one in downloaders:
        one.join()
    told.put(site.statuses)


def busy_round(site, files):
    told = multiprocessing.Queue()
    others = multiprocessing.Process(target=download_all, args=[site.address, files, told])
    others.start()
    took = site.read(time.perf_counter() + SECONDS)
    site.statuses += told.get()
    others.join()
    return took


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("--blocked", type=int, default=0)
    asked = parser.parse_args()
    site = Site(asked.address.rstrip("/"))
    files = site.files()
    print(f"{len(files)} files, {VISITORS} visitors, {asked.blocked} requests that are half sent")
    blocked = site.block(asked.blocked)
    quiet, busy = [], []
    for _ in range(ROUNDS):
        quiet += site.read(time.perf_counter() + SECONDS)
        busy += busy_round(site, files)
    for one in blocked:
        one.close()
    rows = {name: statistics.quantiles(took, n=20) for name, took in (("quiet", quiet), ("busy", busy))}
    for name, parts in rows.items():
        print(f"{name:6} median {parts[9] * 1000:6.0f} ms, 95th percentile {parts[18] * 1000:6.0f} ms")
    ratio = rows["busy"][18] / rows["quiet"][18]
    print(f"ratio of the 95th percentiles: {ratio:.1f}; downloads by status: {dict(site.statuses)}")
    wrong = [
        *([f"a page takes {ratio:.1f} times as long"] if ratio > MOST else []),
        *(f"{count} files with {status}" for status, count in site.statuses.items() if status not in EXPECTED),
        *([] if site.statuses[200] else ["no file was given"]),
    ]
    for line in wrong:
        print(f"FAULT: {line}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
