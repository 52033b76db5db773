"""What a first visit costs on a telephone: Lighthouse, three times on each of ten kinds of page.

Run from the folder of the project while the demo runs, with a Lighthouse that is no part of the project:

    npm install --prefix /var/tmp/lighthouse lighthouse@12.8.2
    .venv/bin/python -m benchmarks.lighthouse /var/tmp/lighthouse http://127.0.0.1:8000

It needs Node 18 or newer, and the Chromium that the tests look with. Lighthouse plays its own telephone: a slow
connection (1.6 Mbit/s, 150 ms) and a processor four times slower than this one, reckoned and not waited for. What it
reckons with is how long Chromium worked here, so a machine that does other work too makes it worse.

It prints of each page the score, the largest paint, the bytes over the wire and the files that hold up the first
paint, each the median of three, and exits with 1 when a page scores less than SCORE or paints later than PAINT, or
when home asks more than HOME_BYTES or HOME_BLOCKING.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from tests import chromium

PAGES = {
    "home": "/",
    "agenda": "/agenda/",
    "passage": "/agenda/tekst/RZ24-L1/",
    "consultatie": "/consultaties/voorbeeldconsultatie/",
    "nota": "/consultaties/voorbeeldconsultatie-afgerond/nota/",
    "besluiten": "/besluiten/",
    "dossier": "/besluiten/voorbeelddossier/",
    "resultaten": "/resultaten/",
    "cijfer": "/resultaten/cijfers/inwoners/",
    "partner": "/partners/zwolle/",
}
TIMES = 3
SCORE, PAINT = 98, 1.3  # of 100, and seconds
HOME_BYTES, HOME_BLOCKING = 70_000, 2
AUDITS = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"]
AUDITS += ["speed-index", "network-requests"]


class Blocking(HTMLParser):
    """Counts what must have come before a page is painted: style sheets, and scripts that do not wait."""

    def __init__(self, page):
        super().__init__()
        self.names = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "link" and found.get("rel") == "stylesheet" and found.get("media", "all") != "print":
            self.names.append(found["href"])
        if tag == "script" and "src" in found and not {"defer", "async"} & found.keys():
            self.names.append(found["src"])


def visit(program, browser, address):
    """(score, seconds to the largest paint, bytes) of one first visit."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [program, address, "--quiet", "--output=json", f"--output-path={report}"]
        command += ["--only-categories=performance", "--chrome-flags=--headless --no-sandbox --disable-dev-shm-usage"]
        environment = os.environ | browser.environment | {"CHROME_PATH": browser.path}
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"Lighthouse kon {address} niet bezoeken:\n{done.stderr[-2000:]}")
        found = json.loads(report.read_text())
    requests = found["audits"]["network-requests"]["details"]["items"]
    paint = found["audits"]["largest-contentful-paint"]["numericValue"] / 1000
    return found["categories"]["performance"]["score"] * 100, paint, sum(one["transferSize"] for one in requests)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="the folder in which npm installed lighthouse")
    parser.add_argument("address", nargs="?", default="http://127.0.0.1:8000", help="of a demo that runs")
    options = parser.parse_args()
    program = options.folder / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        sys.exit(f"Lighthouse ontbreekt: npm install --prefix {options.folder} lighthouse@12.8.2")
    browser, failed = chromium.find(), []
    for name, path in PAGES.items():
        address = options.address.rstrip("/") + path
        with urlopen(address) as answer:
            blocking = len(Blocking(answer.read().decode()).names)
        scores, paints, sizes = zip(*(visit(program, browser, address) for _ in range(TIMES)), strict=True)
        score, paint, size = median(scores), median(paints), median(sizes)
        weight = f"{size / 1000:4.0f} kB, {blocking} before it"
        print(f"{name:12} {score:4.0f} of 100, largest paint {paint:4.2f} s, {weight}", flush=True)
        is_heavy = name == "home" and (size > HOME_BYTES or blocking > HOME_BLOCKING)
        if score < SCORE or paint > PAINT or is_heavy:
            failed.append(name)
    if failed:
        sys.exit(f"Te langzaam of te zwaar: {', '.join(failed)}.")


if __name__ == "__main__":
    main()
