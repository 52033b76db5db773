"""A real Chromium, and the real demo for it to visit.

PORTAL_BROWSER names a browser to use. Where there is none and none can be fetched (tests/chromium.py) these tests are
skipped with a word that says what to do, and in CI (CI=true) that is an error.
"""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.db import connection, connections
from playwright.sync_api import expect

from regiozwolle import settings as project
from tests.chromium import running
from tests.databases import copy, drop, url_of


def pytest_collection_modifyitems(items):
    """Everything in this folder needs the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            # A script that never answers is waited for without end. The first test waits for the demo as well.
            item.add_marker(pytest.mark.timeout(900))


@pytest.fixture(scope="session")
def only_with_a_browser(no_browser):
    """Skips what needs the browser where there is none."""
    if no_browser:
        pytest.skip(no_browser)


@pytest.fixture(scope="session")
def chromium(only_with_a_browser, demo):
    """The browser; it comes after the demo, which needs the connections that Django has before playwright runs."""
    # The sync API of playwright runs an event loop in this thread, which Django would take for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # In milliseconds: where others work too a page may take longer than playwright's five seconds.
    expect.set_options(timeout=30_000)
    with running() as browser:
        yield browser
        # Under playwright's loop Django keeps connections of its own, which nobody could close after it.
        connections.close_all()


@pytest.fixture(scope="session")
def demo(filled, django_db_blocker, tmp_path_factory):
    """The address of a demo that runs like any other, with its own database beside that of the tests.

    It is a copy of one that was filled as the demo does; test_commands starts a demo from nothing.
    """
    name = f"{connection.settings_dict['NAME']}_browser"
    with django_db_blocker.unblock():
        copy(filled, to=name)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    said = tmp_path_factory.mktemp("demo") / "said.txt"
    with said.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "demo"],
            cwd=project.BASE_DIR,
            env={**os.environ, "DATABASE_URL": url_of(name), "PORT": str(port), "PYTHONWARNINGS": "default"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, server, said)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)
        with django_db_blocker.unblock():
            drop(name)


def wait_for(address, server, said):
    """Returns when the demo answers. Fails with what it wrote to `said` if it ends or takes over three minutes."""
    for _ in range(1800):
        if server.poll() is not None:
            pytest.fail(f"De demo stopte:\n{said.read_text()}")
        try:
            urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("De demo antwoordt na drie minuten nog niet.")
