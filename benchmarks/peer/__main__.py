"""What a page of a Wagtail site costs beside an empty view of the same process, as benchmarks.pages has it for ours.

Run from the folder of the project, on Linux, where Python's packages can be fetched:

    .venv/bin/python -m benchmarks.peer

It makes an environment with Wagtail and the Django and the web server that the portal has, a database of its own on the
server of the tests, and a site of ninety pages in it: a front page, lists and texts, with the menu, the path and the
rich text that Wagtail's own templates show. Two ways are measured in rounds: as Wagtail comes, and with whole pages
kept by Django's middleware, which shows an old page for as long as it keeps one. Each page is told in times of the
processor time of the empty view; set that beside `anders`, `niets` and `gelezen` of benchmarks.pages. It judges
nothing, and throws all away.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import django
import granian
import psycopg

from benchmarks.faults.production import ROOT, free_port
from benchmarks.pages import CONNECTIONS, Web
from regiozwolle import localdb

NEEDS = ["wagtail>=7.0,<7.1", f"django=={django.__version__}", f"granian=={granian.__version__}", "psycopg[binary]"]
WAYS = {"zoals het komt": {}, "bewaard": {"PEER_KEPT": "1"}}
TIMES = {"zoals het komt": 40, "bewaard": 200}
EMPTY = 200
DATABASE = "portal_benchmark_peer"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    server = localdb.start(ROOT / "var" / "postgres-test", fast_unsafe=True)
    with tempfile.TemporaryDirectory() as folder, psycopg.connect(server, autocommit=True) as connection:
        python = installed(Path(folder))
        connection.execute(f"drop database if exists {DATABASE} with (force)")
        connection.execute(f"create database {DATABASE}")
        try:
            found = measured(Path(folder), python, connection.info, rounds)
        finally:
            connection.execute(f"drop database if exists {DATABASE} with (force)")
    tell(found)


def installed(folder):
    """The Python of a new environment in which NEEDS are. Ends the program when they cannot be fetched."""
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = folder / "venv" / "bin" / "python"
    if subprocess.run([python, "-m", "pip", "install", "-q", *NEEDS], check=False).returncode:
        sys.exit("Wagtail is hier niet op te halen; er is niets gemeten.")
    return python


def measured(folder, python, server, rounds):
    """The times of the processor time of the empty view, by (way, kind of page)."""
    site = {"PEER_DATABASE": DATABASE, "PEER_HOST": server.host, "PEER_USER": server.user}
    (folder / "made").mkdir()
    (folder / "made" / "__init__.py").touch()
    environment = os.environ | site | {"DJANGO_SETTINGS_MODULE": "benchmarks.peer.settings", "PYTHONPATH": str(folder)}
    fill = [python, "-m", "benchmarks.peer.fill"]
    said = subprocess.run(fill, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
    pages = dict(line.split(" ") for line in said.splitlines())
    webs = {name: web_of(folder, python, environment | given) for name, given in WAYS.items()}
    found = defaultdict(list)
    try:
        for web in webs.values():
            web.wait()
        for _ in range(rounds):
            for kind, path in pages.items():
                for way, web in webs.items():
                    answer = web.ask(path, CONNECTIONS)
                    if not answer.startswith(b"HTTP/1.1 200"):
                        sys.exit(f"{path} geeft geen pagina: {answer[:300]}")
                    bare, _ = web.measured("/leeg/", EMPTY)
                    taken, _ = web.measured(path, TIMES[way])
                    found[way, kind].append(taken / bare)
    finally:
        for web in webs.values():
            web.service.stop()
    return found


def web_of(folder, python, environment):
    """The Web of the Wagtail site, as the portal is served: one worker of the same web server, one thread."""
    port = free_port()
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--workers", "1", "--blocking-threads", "1"]
    command = [python, "-m", "granian", "benchmarks.peer.wsgi:application", *options, "--port", str(port)]
    return Web(command, port, folder / f"{port}.log", environment)


def tell(found):
    print("soort pagina van de Wagtail-site: processortijd, in keren die van een lege pagina")
    for (way, kind), times in sorted(found.items()):
        print(f"{way}, {kind}: {statistics.median(times):.1f} ×")


if __name__ == "__main__":
    main()
