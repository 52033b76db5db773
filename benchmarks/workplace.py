"""Where benchmarks/mutants.py tries a fault: a copy of the project with a database of its own."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from importlib.util import cache_from_source
from pathlib import Path

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent


class Workplace:
    """A copy of the project with a database of its own, in which one mutant at a time is tried."""

    def __init__(self, folder, url, number):
        self.root = Path(folder) / f"copy-{number}"
        unwanted = shutil.ignore_patterns(".*", "var", "__pycache__", "media")
        shutil.copytree(ROOT, self.root, ignore=unwanted)
        self.name = f"mutants_{os.getpid()}_{number}"
        self.url = url
        # Other runs of pytest clear away the folders that they share, and a test that meets that seems to fail.
        self.environment = os.environ | {
            "DATABASE_URL": url.rpartition("/")[0] + f"/{self.name}",
            "PYTEST_DEBUG_TEMPROOT": str(folder),
        }

    def tried(self, tests, *, limit=None):
        """(How pytest ended, or None past the `limit` of seconds; which test failed; how many seconds it took).

        The first file goes alone, for pytest lets every test that needs the database go before those that do not.
        """
        began = time.monotonic()
        for some in filter(None, (tests[:1], tests[1:])):
            ended, failed = self.run(some, limit)
            if ended != 0:
                break
        return ended, failed, time.monotonic() - began

    def run(self, tests, limit):
        """How pytest ended, or None past the `limit`, and which test failed."""
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--reuse-db", *tests],
            cwd=self.root,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            said, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return None, ""
        failed = re.search(r"^(?:FAILED|ERROR) \S*?(\w+(?:\.py)?(?:::\w+)?)(?:\[.*)?(?: - .*)?$", said, re.MULTILINE)
        return process.returncode, failed[1] if failed else said[-300:]

    def tried_on(self, mutant, limit):
        """As `tried`, with the mutant in place of the module as long as it takes."""
        path = self.root / mutant.path
        code = path.read_text()
        try:
            self.put(path, mutant.made(code)[0])
            return self.tried(mutant.tests, limit=limit)
        finally:
            self.put(path, code)

    def put(self, path, code):
        path.write_text(code)
        # Python tells an old compilation by the size and the second of the file, and both may be the same.
        Path(cache_from_source(path)).unlink(missing_ok=True)

    def drop_database(self):
        with psycopg.connect(self.url, autocommit=True) as connection:
            name = sql.Identifier(f"test_{self.name}")
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
