"""What is lost of a text when the browser, the connection, the session or the server goes at a random moment.

Run from the folder of the project:

    .venv/bin/python -m benchmarks.unsaved_text --cases 200 --seed 1

It makes a database of its own on the server of DATABASE_URL, or on that of the tests, starts the demo on it, and has a
real Chromium type a text of up to 20,000 characters in the form of reacting. Then something goes wrong, and the form
is opened again. What the page called saved must all be there, and of the rest at most the last second may be gone. It
prints each case and exits with 1 when one lost more.
"""

import argparse
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from unittest.mock import patch
from urllib.request import urlopen

import psycopg
from playwright.sync_api import Error, sync_playwright
from psycopg import sql

from regiozwolle import localdb
from tests.chromium import ARGUMENTS, find

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 20_000  # characters
LAST = 1.0  # seconds of typing that may be lost
MEMBER = "raadslid2@voorbeeldstad.example"
FORM = "/consultaties/voorbeeldconsultatie/reageren/RZ24-L1.1/"
# Notes what the server said it has, a moment before the page calls it saved.
NOTE = """
const real = window.fetch;
window.held = "";
window.fetch = async (address, options) => {
  const text = options?.body?.get?.("text");
  const answer = await real(address, options);
  if (text && answer.ok && /data-state="held"/.test(await answer.clone().text())) window.held = text;
  return answer;
};
"""
SESSIONS = """
from importlib import import_module
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from partners.models import User
user = User.objects.get(email="{member}")
for _ in range({count}):
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.create()
    print(store.session_key)
"""


@contextmanager
def own_database():
    """The DATABASE_URL of a new database, which is dropped at the end."""
    url = os.environ.get("DATABASE_URL") or localdb.start(ROOT / "var" / "postgres-test", fast_unsafe=True)
    name = f"unsaved_text_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    try:
        yield f"{url.rpartition('/')[0]}/{name}"
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


class Site:
    """The demo, which can be stopped and started again on the same address."""

    def __init__(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def start(self):
        """Returns when it answers. Raises TimeoutError after five minutes."""
        environment = {**os.environ, "PORT": str(self.port)}
        command = [sys.executable, "manage.py", "demo"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        for _ in range(1500):
            try:
                return urlopen(self.address, timeout=5).close()
            except OSError:
                time.sleep(0.2)
        raise TimeoutError

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)


class Account:
    """Sessions in which the member is signed in, and what the database has of them."""

    def __init__(self, url, *, sessions):
        made = [sys.executable, "manage.py", "shell", "-v", "0", "-c", SESSIONS.format(member=MEMBER, count=sessions)]
        self.sessions = subprocess.run(made, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout.split()
        self.database = psycopg.connect(url, autocommit=True)
        (self.pk,) = self.database.execute("select id from partners_user where email = %s", [MEMBER]).fetchone()

    def clear(self):
        """Throws away what was not sent."""
        drafts = "(select id from consultation_letter where author_id = %s and state = 'concept')"
        self.database.execute(f"delete from consultation_point where letter_id in {drafts}", [self.pk])
        self.database.execute(f"delete from consultation_letter where id in {drafts}", [self.pk])
        self.database.execute("delete from consultation_kepttext where user_id = %s", [self.pk])

    def saved(self):
        """The texts in letters and with the account."""
        of_letters = "select id from consultation_letter where author_id = %s"
        points = f"select text from consultation_point where letter_id in ({of_letters})"
        kept = "select content from consultation_kepttext where user_id = %s"
        texts = [text for (text,) in self.database.execute(points, [self.pk])]
        return texts + [json.loads(content).get("text", "") for (content,) in self.database.execute(kept, [self.pk])]


class Typist:
    """Somebody with a browser of their own, who types; `typed` holds (moment, how many characters by then)."""

    def __init__(self, play, site, account):
        self.play, self.site, self.account = play, site, account
        self.profile = tempfile.mkdtemp(prefix="unsaved-text-")
        self.open()

    def open(self):
        """Starts the browser, with what lay in it before."""
        browser = find()
        with patch.dict(os.environ, browser.environment):
            self.context = self.play.chromium.launch_persistent_context(
                self.profile, executable_path=browser.path, args=ARGUMENTS
            )
        self.context.add_init_script(NOTE)
        self.sign_in()
        self.page = self.context.new_page()

    def sign_in(self):
        cookie = {"name": "sessionid", "value": self.account.sessions.pop(), "url": self.site.address}
        self.context.add_cookies([cookie])

    def begin(self, other=""):
        self.page.goto(self.site.address + FORM + other)
        self.page.get_by_label("Wens").check()
        self.field.focus()
        self.text, self.typed, self.held = "", [(0.0, 0)], ""

    @property
    def field(self):
        return self.page.get_by_label("Wat wilt u meegeven?")

    def type(self, text, seconds):
        """Types `text` on, in about so many seconds."""
        steps = max(int(seconds * 8), 1)
        for step in range(steps):
            part = text[step * len(text) // steps : (step + 1) * len(text) // steps]
            self.page.keyboard.insert_text(part)
            self.text += part
            self.typed.append((time.monotonic(), len(self.text)))
            self.held = self.page.evaluate("window.held")
            self.page.wait_for_timeout(seconds * 1000 / steps)

    def kill(self):
        """Ends every process of this browser at once, as a battery does that is empty."""
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if self.profile.encode() in (folder / "cmdline").read_bytes():
                    os.kill(int(folder.name), signal.SIGKILL)
            except (FileNotFoundError, ProcessLookupError):
                continue

    def end(self):
        self.kill()
        shutil.rmtree(self.profile, ignore_errors=True)

    def found(self):
        """What stands in the form that is opened again."""
        self.page = self.context.new_page()
        self.page.goto(self.site.address + FORM)
        self.page.wait_for_timeout(1500)  # what the browser kept is put back
        return self.field.input_value()

    def least(self, at):
        """How many characters must be there after a fault at the moment `at`."""
        return max(len(self.held), max(length for moment, length in self.typed if moment <= at - LAST))


def kill(typist, rng):
    typist.kill()
    at = time.monotonic()
    with suppress(Error):  # it is gone
        typist.context.close()
    typist.open()
    return at


def go_offline(typist, rng):
    typist.context.set_offline(True)
    typist.type(words(rng, 400), 2)
    at = time.monotonic()
    typist.page.close()
    typist.context.set_offline(False)
    return at


def close_tab(typist, rng):
    at = time.monotonic()
    typist.page.close()
    return at


def lose_cookie(typist, rng):
    typist.context.clear_cookies(name="sessionid")
    typist.type(words(rng, 400), 2)
    at = time.monotonic()
    typist.page.close()
    time.sleep(2)  # the answer to what was sent last brings a cookie too
    typist.sign_in()
    return at


def sign_out(typist, rng):
    at = time.monotonic()
    typist.page.goto(f"{typist.site.address}/uitloggen/")
    typist.page.get_by_role("button", name="Log uit").click()
    typist.page.wait_for_load_state()
    typist.sign_in()
    return at


def stop_server(typist, rng):
    typist.site.stop()
    typist.type(words(rng, 400), 2)
    typist.page.get_by_role("alert").wait_for()
    typist.site.start()
    typist.page.wait_for_function("text => window.held === text", arg=typist.text, timeout=60_000)
    typist.held = typist.text
    return time.monotonic()


FAULTS = [kill, go_offline, close_tab, lose_cookie, sign_out, stop_server]


def words(rng, length):
    return "".join(rng.choices("abcdefghij klmnopqrst uvwxyz é€ .", k=length)).strip()


def one_browser(typist, rng, fault):
    """(Characters that must be there, characters that are) after `fault`."""
    typist.begin()
    typist.type(words(rng, rng.randint(20, LONGEST - 500)), rng.uniform(1.5, 8))
    least = typist.least(fault(typist, rng))
    found = typist.found()
    return least, len(found) if typist.text.startswith(found) else -1


def two_tabs(typist, rng, play):
    """The same of two tabs with one form: each text must be in the form, in the browser or saved."""
    typist.begin()
    first, own = typist.page, words(rng, rng.randint(20, 5000))
    typist.type(own, rng.uniform(2, 4))
    typist.page = typist.context.new_page()
    typist.begin("?nieuw=1")
    typist.type(words(rng, rng.randint(20, 5000)), rng.uniform(2, 4))
    least = typist.least(time.monotonic())
    typist.page.close()
    first.close()
    texts = [typist.found(), *everything(typist)]
    # The second may have been given what the first had not sent yet, and have gone on after that.
    is_there = all(any(words in text for text in texts) for words in (own, typist.text[:least].strip()))
    return least, least if is_there else -1


def everything(typist):
    """The texts in the browser, in the drafts and with the account."""
    local = typist.page.evaluate("""() => new Promise((resolve) => {
        indexedDB.open("keep", 1).onsuccess = ({ target }) => {
            const request = target.result.transaction("texts").objectStore("texts").getAll();
            request.onsuccess = () => resolve(request.result.map((entry) => entry.texts.text));
        };
    })""")
    return [*local, *typist.account.saved()]


def second_device(typist, rng, play):
    """The same of another device, which has only what the server has."""
    typist.begin()
    typist.type(words(rng, rng.randint(20, LONGEST)), rng.uniform(3, 8))
    other = Typist(play, typist.site, typist.account)
    found = other.found()
    other.end()
    return len(typist.held), len(found) if typist.text.startswith(found) else -1


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--cases", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    with own_database() as url:
        os.environ |= {"DATABASE_URL": url, "PORTAL_DEMO": "1"}
        site = Site()
        site.start()
        try:
            account = Account(url, sessions=3 * options.cases)
            lost = play_cases(site, account, options.cases, random.Random(options.seed))
        finally:
            site.stop()
    print(f"{options.cases} gevallen, {lost} met verlies (seed {options.seed})")
    return 1 if lost else 0


def play_cases(site, account, cases, rng):
    """How many of so many cases lost more than they may."""
    kinds = [*FAULTS, two_tabs, second_device]
    lost = 0
    with sync_playwright() as play:
        for case in range(cases):
            account.clear()
            kind = kinds[case % len(kinds)] if cases >= len(kinds) else rng.choice(kinds)
            typist = Typist(play, site, account)
            try:
                least, found = one_browser(typist, rng, kind) if kind in FAULTS else kind(typist, rng, play)
            finally:
                typist.end()
            is_lost = found < least
            lost += is_lost
            said = "VERLIES" if is_lost else ""
            print(f"{case + 1:4} {kind.__name__:14} nodig {least:6} gevonden {found:6} {said}", flush=True)
    return lost


if __name__ == "__main__":
    sys.exit(main())
