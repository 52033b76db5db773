"""Looks at HTML as a browser shows it: a process of its own, that is handed pages and says what is wrong with them.

`python -m tests.looking` reads one page per line from its standard input, as JSON with the fields of
`tests.states.Page`, and answers with one line of JSON: a list of faults, empty when there are none. It is a process
because playwright's event loop would change how Django keeps its connections in the tests. Nothing leaves the
machine: the browser knows no other host than the server below, which answers with the page itself or a static file.
"""

import json
import mimetypes
import re
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

import django
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from playwright.sync_api import Error

from tests import chromium

ONLY_THIS_MACHINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
# WCAG 2.2 AA, the European norm and axe's best practices; target-size must be switched on by name.
# What axe would tell beside its violations takes as long again, and so does loading our one stylesheet anew.
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,
}
# What in a page depends on the colours, and what does not.
CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"], "preload": False}
STRUCTURE = {**RULES, "rules": {**RULES["rules"], "color-contrast": {"enabled": False}}}
# A page with something new is looked at four times: all of it at each width, and what is new in all its colours.
# Of a page whose parts are known the colours are known too; what is left is how they stand together.
VIEWS = [
    (1280, "light", RULES, None),
    (1280, "dark", None, CONTRAST),
    (320, "dark", STRUCTURE, CONTRAST),
    (320, "light", None, CONTRAST),
]
VIEWS_OF_KNOWN_PARTS = [(1280, "light", None, None), (320, "dark", STRUCTURE, None)]
# Runs axe on the elements of these kinds alone, each as tests.states.Shape says it, with all that they hold.
ON_PARTS = """([parts, rules]) => {
    const kinds = new Set(parts.map(part => JSON.stringify(part)));
    const kind = ["class", "type"];
    const include = [...document.querySelectorAll("*")].filter(element => kinds.has(JSON.stringify([
        element.localName, ...kind.map(name => element.getAttribute(name)), element.hasAttribute("aria-invalid")
    ])));
    return include.length ? axe.run({ include }, rules) : { violations: [] };
}"""
AXE = Axe().axe_script


def violations(page, rules, rules_of_parts, parts):
    """What axe, already loaded into `page`, finds by `rules` and, on `parts`, by theirs, each as rule and elements."""
    results = page.evaluate("rules => axe.run(document, rules)", rules)["violations"] if rules else []
    if rules_of_parts and parts:
        results += page.evaluate(ON_PARTS, [parts, rules_of_parts])["violations"]
    return [[result["id"], [node["target"] for node in result["nodes"]]] for result in results]


def faults_at(views, page, parts=()):
    """What is wrong with the page that is open, at each of `views`, as (width, scheme, faults).

    A view has the rules for all of the page and those for `parts` of it, and may lack either.
    """
    page.evaluate(AXE)
    found = []
    for width, scheme, rules, rules_of_parts in views:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        faults = violations(page, rules, rules_of_parts, parts)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            faults.append("schuift opzij")
        if faults:
            found.append([width, scheme, faults])
    return found


def static_file(address):
    """The bytes and type of the static file at `address`, or (None, None)."""
    name = unquote(urlsplit(address).path).removeprefix("/static/")
    found = finders.find(re.sub(r"\.[0-9a-f]{12}\.", ".", name))  # the demo's names carry a mark of the content
    if not found:
        return None, None
    return Path(found).read_bytes(), mimetypes.guess_type(found)[0]


class Site(BaseHTTPRequestHandler):
    """Answers with the one page that is looked at, or with a static file, which the browser may keep."""

    protocol_version = "HTTP/1.1"
    page = {}

    def do_GET(self):
        if not self.path.startswith("/static/"):
            headers = {"Content-Security-Policy": self.page["policy"], "Cache-Control": "no-store"}
            self.answer(HTTPStatus.OK, self.page["html"].encode(), "text/html; charset=utf-8", headers)
            return
        body, kind = static_file(self.path)
        if body is None:
            self.answer(HTTPStatus.NOT_FOUND, b"", "text/plain", {})
        else:
            self.answer(HTTPStatus.OK, body, kind, {"Cache-Control": "max-age=3600"})

    def answer(self, status, body, kind, headers):
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": len(body), **headers}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Nothing: what goes wrong stands in the browser's console."""


def main():
    django.setup()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    with chromium.running(ONLY_THIS_MACHINE) as browser:
        page = browser.new_page()
        console = []

        def listen(message):
            if message.type == "error":
                console.append(f"{message.text} {message.location['url']}")

        page.on("console", listen)
        page.on("pageerror", lambda error: console.append(str(error)))
        for line in sys.stdin:
            Site.page = json.loads(line)
            console.clear()
            try:
                page.goto(f"http://127.0.0.1:{server.server_port}{Site.page['path']}")
                parts = Site.page["new_parts"]
                faults = faults_at(VIEWS if parts else VIEWS_OF_KNOWN_PARTS, page, parts)
            except Error as error:
                faults = [["browser", str(error)]]
            print(json.dumps([*faults, *(["console", text] for text in console)]), flush=True)
    server.shutdown()


if __name__ == "__main__":
    main()
