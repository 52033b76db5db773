"""A server on this machine that answers in the documented form of OpenBesluitvorming, and fails when it is told to.

`server.records` is what it exports of each source; `fault` is what goes wrong, `asked` keeps every path.
"""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

STATUS = {
    "sourceKey": "zwolle",
    "label": "Zwolle",
    "state": "ok",
    "lastSuccessAt": "2026-11-28T22:41:09.883Z",
    "latestContentDate": "2026-12-20T13:30:00.000Z",
}


def meeting(number, starts, name="Raadsvergadering", agenda=(), **more):
    """A record of a meeting as the export has it."""
    key = f"meeting:notubiz:gemeente:zwolle:{number}"
    payload = {"id": key, "type": "Meeting", "name": name, "start_date": starts, "agenda": list(agenda), **more}
    return {"seq": number, "op": "upsert", "entity_id": key, "entity_type": "Meeting", "payload": payload}


def item(number, title, documents=(), **more):
    """An item on an agenda, with (name, address) of its documents."""
    links = [{"id": f"document:{number}:{name}", "name": name, "original_url": url} for name, url in documents]
    return {"id": f"agenda_item:{number}", "number": str(number), "title": title, "documents": links, **more}


def gone(number):
    key = f"meeting:notubiz:gemeente:zwolle:{number}"
    return {"seq": 99, "op": "delete", "entity_id": key, "entity_type": "Meeting"}


class Councils(BaseHTTPRequestHandler):
    def do_GET(self):
        address = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(address.query).items()}
        self.server.asked.append(self.path)
        if fault := self.server.faults.get(address.path, self.server.fault):
            return FAULTS[fault](self)
        if address.path == "/api/status":
            return self.answer(json.dumps({"sources": self.server.statuses}).encode())
        if address.path.startswith("/api/entities/"):
            key = unquote(address.path.removeprefix("/api/entities/"))
            return self.answer(json.dumps(self.server.entities.get(key, {"entityId": key})).encode())
        return self.export(asked, is_first=address.path.endswith("snapshot"))

    def export(self, asked, *, is_first):
        if asked["source"] != "zwolle":
            return self.answer(b'{"error": "Onbekende bron."}', status=400)
        feed = self.server.records if is_first else self.server.changes
        begin = 0 if asked.get("cursor", "").startswith("meeting") else int(asked.get("cursor", "0").rpartition("-")[2])
        page = feed[begin : begin + self.server.per_page]
        end = begin + len(page)
        heads = {"X-Next-Cursor": f"{'s' if is_first else 'c'}-{end}", "X-Has-More": str(end < len(feed)).lower()}
        heads |= {"X-Changes-Cursor": "c-0"} if is_first else {}
        body = "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in page)
        return self.answer(body.encode(self.server.encoding), "application/x-ndjson", heads=heads)

    def answer(self, body, kind="application/json", *, status=200, heads=None):
        self.send_response(status)
        self.send_header("Content-Type", self.server.kind or kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (heads or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def trickle(self):
        """A byte now and then, for longer than anybody waits."""
        self.send_response(200)
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.1)

    def silence(self):
        time.sleep(2)

    def log_message(self, *args):
        """Keeps the output of the tests clean."""


FAULTS = {
    "500": lambda one: one.answer(b'{"error": "Zoeken mislukt.", "request_id": "3f9c1a2b"}', status=500),
    "429": lambda one: one.answer(b'{"error": "Te veel verzoeken."}', status=429, heads={"Retry-After": "3"}),
    "redirect": lambda one: one.answer(b"", status=302, heads={"Location": "http://127.0.0.2/elsewhere"}),
    "html": lambda one: one.answer(b"<html>onderhoud</html>"),
    "list": lambda one: one.answer(b"[1, 2]"),
    "deep": lambda one: one.answer(b"[" * 100_000),
    "latin": lambda one: one.answer('{"entity_type": "Meeting", "x": "é"}\n'.encode("latin-1")),
    "charset": lambda one: one.answer(b"{}", "application/json; charset=klingon"),
    "huge": lambda one: one.answer(b" " * 8_100_000),
    "slow": Councils.silence,
    "trickle": Councils.trickle,
    "cut": lambda one: one.answer(b'{"entity_type": "Meeting", "entity_id": "meeting:1", "payl'),
    "stuck": lambda one: one.answer(b"", heads={"X-Has-More": "true"}),
}


class QuietServer(ThreadingHTTPServer):
    """Who hangs up early is no error of the server."""

    def handle_error(self, request, client_address):
        pass


@pytest.fixture
def server(settings, monkeypatch):
    found = QuietServer(("127.0.0.1", 0), Councils)
    found.fault, found.faults, found.asked, found.kind, found.encoding = None, {}, [], "", "utf-8"
    found.records, found.changes, found.entities, found.per_page = [], [], {}, 250
    found.statuses = [STATUS]
    threading.Thread(target=found.serve_forever, args=[0.01], daemon=True).start()
    settings.COUNCILS_URL = f"http://127.0.0.1:{found.server_port}"
    settings.COUNCILS_SECONDS = 1
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    yield found
    found.shutdown()
    found.server_close()
