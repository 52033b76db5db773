"""Everybody who is there on the evening, and the journal of what the portal told them."""

import contextlib
import re
import threading
import time
from collections import Counter, defaultdict
from html import unescape
from http.client import HTTPException

from benchmarks.deadline_evening import HIDDEN, NAMES, Browser
from benchmarks.faults.production import HOST

CODES = ["DA-1", "DA-2", "DA-3"]
CLIENTS = 6
GOOD_WITHIN = 10  # seconds after a fault
SECRET = "Vertrouwelijk"  # in every text, to be found nowhere else
EXPLAINED = ('lang="nl"', "<h1", "mailto:regiozwolle@zwolle.nl")
ERRORS = (OSError, HTTPException)


class Journal:
    """What was acknowledged, and what was tried since, by what it is about; and every page that was an error."""

    def __init__(self):
        self.acknowledged, self.tried = {}, defaultdict(set)
        self.sent, self.pages, self.unexplained, self.broken = set(), Counter(), [], 0
        self.longest = 0

    def note(self, key, text):
        self.acknowledged[key] = text
        self.tried[key].clear()

    def holds(self, key, found):
        """Whether the texts `found` are what they may be: the last one acknowledged, or one that was tried after it."""
        allowed = self.tried[key] | {self.acknowledged.get(key)}
        return (len(found) == 1 and found[0] in allowed) or (not found and key not in self.acknowledged)


class Visitor(Browser):
    """A browser behind the proxy. What the page says is noted; a line that breaks is an error that it tries again."""

    def __init__(self, port, session, journal):
        super().__init__(port, session, defaultdict(list))
        self.cookies = {"__Host-sessionid": session} if session else {}
        self.journal = journal

    def ask(self, kind, path, data=None, headers=()):
        self.headers = {"Origin": f"https://{HOST}", **dict(headers)}
        self.connection.close()
        began = time.monotonic()
        try:
            status, page, leads = super().ask(kind, path, data)
        except ERRORS:
            self.journal.broken += 1
            raise
        self.journal.longest = max(self.journal.longest, time.monotonic() - began)
        if status >= 400:
            self.journal.pages[status] += 1
            if not all(words in page for words in EXPLAINED[: 3 if status >= 500 else 2]):
                self.journal.unexplained.append((status, path, page[:80]))
        return status, page, leads.removeprefix(f"https://{HOST}")

    def open(self, path):
        """The status and the page at `path`, after it led on."""
        status, page, leads = self.ask("formulier", path)
        return self.ask("formulier", leads)[:2] if status == 302 else (status, page)

    def save(self, code, key, text, *, while_typing):
        """Writes a point, first half of it as the page does while one types. The address of its letter, or nothing."""
        status, page = self.open(f"/consultaties/sluitavond/reageren/{code}/")
        form = fields(page)
        if status != 200 or "seal" not in form:
            return ""
        if "sender" not in form and (sender := NAMES.search(page)):
            form["sender"] = sender[1]
        form |= {"kind": "wens", "proposal": ""}
        path = re.search(r'<form class="form" id="point-form[^>]*action="([^"]*)"', page)[1]
        if while_typing:
            part = text[: len(text) // 2]
            self.journal.tried[key].add(part)
            asked_by_page = {"HX-Request": "true", "HX-Target": "saved"}
            status, line, _ = self.ask("autosave", path, form | {"text": part}, asked_by_page)
            if status != 200 or 'data-state="held"' not in line:
                return ""
            self.journal.note(key, part)
            form |= fields(line)
        self.journal.tried[key].add(text)
        status, _, leads = self.ask("opslaan", path, form | {"text": text})
        if status != 302:
            return ""
        self.journal.note(key, text)
        return leads

    def sign_off(self, review, member):
        """Sends the letter; whether that is done."""
        status, page, leads = self.ask("nakijken", review)
        if status == 302 and leads == review.removesuffix("controleren/"):
            return True  # it was sent, but the answer got lost
        if status != 200:
            return False
        form = {"csrfmiddlewaretoken": fields(page)["csrfmiddlewaretoken"], "sharing": "openbaar"}
        status, _, leads = self.ask("versturen", review, form)
        if status == 302 and leads == review.removesuffix("controleren/"):
            self.journal.sent.add(member)
        return member in self.journal.sent

    def report(self, token, text):
        """Saves what a table says; whether that is done."""
        path, key = f"/tafel/{token}/", ("tafel", token)
        status, page = self.open(path)
        if status != 200:
            return False
        self.journal.tried[key].add(text)
        status, _, _ = self.ask("tafel", path, fields(page) | {"whole": text})
        if status == 302:
            self.journal.note(key, text)
        return status == 302


def fields(page):
    return {name: unescape(value) for name, value in HIDDEN.findall(page)}


class Evening:
    """Everybody who is there: members who write and send, tables, and one who looks whether the portal is well."""

    def __init__(self, portal, proxy, mail):
        self.portal, self.proxy, self.mail = portal, proxy, mail
        self.journal, self.over, self.good = Journal(), threading.Event(), []
        self.lock = threading.Lock()

    def begin(self, sessions, tokens):
        self.waiting = iter(enumerate(sessions))
        jobs = [self.write] * CLIENTS + [self.look] + [lambda token=token: self.sit(token) for token in tokens]
        self.threads = [threading.Thread(target=job, daemon=True) for job in jobs]
        for thread in self.threads:
            thread.start()

    def end(self):
        self.over.set()
        for thread in self.threads:
            thread.join(90)

    def until_done(self, act, *arguments, **words):
        """Tries as long as the evening lasts, as people do: what `act` gave, once that is something."""
        while not self.over.is_set():
            with contextlib.suppress(*ERRORS):
                if done := act(*arguments, **words):
                    return done
            time.sleep(0.5)
        return None

    def write(self):
        while not self.over.is_set():
            with self.lock:
                number, session = next(self.waiting, (None, None))
            if session is None:
                return
            visitor, review = Visitor(self.proxy.port, session, self.journal), None
            for place, code in enumerate(CODES):
                text = f"{SECRET} {number} {code} " + "wij willen graag meer woningen bij het station " * 4
                typing = (number + place) % 2 == 0
                key = ("punt", f"lid{number}@proef.example", code)
                review = self.until_done(visitor.save, code, key, text.strip(), while_typing=typing)
            if review:
                self.until_done(visitor.sign_off, review, f"lid{number}@proef.example")

    def sit(self, token):
        visitor, count = Visitor(self.proxy.port, "", self.journal), 0
        while not self.over.is_set():
            count += 1
            self.until_done(visitor.report, token, f"{SECRET} tafel {token}, keer {count}")
            time.sleep(1)

    def look(self):
        visitor = Visitor(self.proxy.port, "", self.journal)
        while not self.over.is_set():
            with contextlib.suppress(*ERRORS):
                began = time.monotonic()
                if visitor.ask("kijken", "/contact/")[0] == 200:
                    self.good.append((began, time.monotonic()))
            time.sleep(0.2)

    def good_after(self, moment, *, patience=3 * GOOD_WITHIN):
        """Seconds until the first good page that was asked for after `moment`; more than `patience` without one."""
        while time.monotonic() < moment + patience:
            for began, came in self.good[-50:]:
                if began >= moment:
                    return came - moment
            time.sleep(0.1)
        return patience + 1
