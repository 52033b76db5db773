"""Reading a page as a visitor without an account does: its title, its lines, and where it leads."""

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from http import HTTPStatus
from io import BytesIO
from urllib.parse import urldefrag, urljoin, urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest

from regiozwolle.searching.subjects import PLACES
from regiozwolle.searching.words import clean

# What a word weighs by where it stands, as PostgreSQL names the weights: the title, a heading, text, ways to elsewhere.
TITLE, HEADING, TEXT, WAY = "ABCD"
HEADINGS = {"h1": TITLE, "h2": HEADING, "h3": HEADING, "h4": HEADING, "dt": HEADING, "caption": HEADING}
WAYS = {"nav", "form"}
UNREAD = {"script", "style", "template", "select"}
UNREAD_PART = "data-unread"  # marks what a page said before, by which it is not found any more
# What begins and ends a line; the cells of a row stand on one.
OF_LINES = """
    address article aside blockquote button caption dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header legend li main nav ol p section summary svg table tbody tfoot thead
    tr ul text title desc label
"""
LINES = frozenset(OF_LINES.split())
CELLS = {"td", "th"}
EMPTY = {"br", "hr", "img", "input", "link", "meta", "source", "wbr", "col", "area", "base", "embed", "track", "param"}
EXAMPLE = "Voorbeeld"  # the badge of what the demo invents
OF_ALL = {"notice", "kicker"}  # where it says so of the whole page; elsewhere in the opening of what that leads to
PLACE = re.compile(rf"({'|'.join(PLACES)})-(\d+)")


@dataclass(frozen=True)
class PageLine:
    """A paragraph, heading, row or item: its cleaned text, its weight, and the PLACE it stands in, "" for none."""

    text: str
    weight: str
    place: str


@dataclass
class Page:
    """What everyone may read at `address`, a path with perhaps a query; `links` are the addresses it leads to.

    `is_example` says that its opening marks all of it as invented for the demo.
    """

    address: str
    title: str = ""
    is_example: bool = False
    lines: list[PageLine] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


@cache
def handler():
    """The portal as its server calls it, with all that happens before and after a page."""
    made = BaseHandler()
    made.load_middleware()
    return made


class UnreadableError(Exception):
    """A page cannot be made now; it may be there again later."""


def asked(address, **more):
    """The request of a visitor without an account for `address`; `more` is known of it besides, in its `META`."""
    site = urlsplit(settings.SITE_URL)
    path, _, query = address.partition("?")
    return WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": site.hostname,
            "SERVER_PORT": str(site.port or {"https": 443}.get(site.scheme, 80)),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_X_FORWARDED_PROTO": site.scheme,
            "wsgi.url_scheme": site.scheme,
            "wsgi.input": BytesIO(),
            **more,
        }
    )


def read(address):
    """The Page at `address`; None when there is no page for everyone. Raises UnreadableError."""
    # It is not closed: that is for a server, and would end the connection that this is asked in.
    response = handler().get_response(asked(address))
    if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise UnreadableError(address)
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    if response.status_code != HTTPStatus.OK or not is_page:
        return None
    return parsed(address, response.text if hasattr(response, "text") else response.content.decode())


def parsed(address, html):
    reader = PageReader(address)
    reader.feed(html)
    reader.close()
    return reader.page


def weight_in(around, tag):
    """What words weigh in `tag`, when they weigh `around` outside it; "" is not read."""
    if tag == "main":
        return TEXT
    if tag in UNREAD or not around:
        return ""
    return WAY if around == WAY or tag in WAYS else HEADINGS.get(tag, around)


class PageReader(HTMLParser):
    """Makes a Page of its HTML. Of what stands outside the main part only the title and the links count."""

    def __init__(self, address):
        super().__init__()
        self.page = Page(address)
        self.open = []  # (tag, weight, place) of each element around here
        self.words = []
        self.in_badge = False  # of the opening
        self.is_of_all = False  # what the line around here says

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.note_link(tag, attributes)
        self.note_opening(tag, attributes)
        if tag in EMPTY:
            self.words.append(" ")
            return
        if tag in LINES:
            self.end_line()
        _, weight, place = self.open[-1] if self.open else ("", "", "")
        anchor = attributes.get("id") or ""
        read_as = "" if UNREAD_PART in attributes else weight_in(weight, tag)
        self.open.append((tag, read_as, anchor if PLACE.fullmatch(anchor) else place))

    def note_link(self, tag, attributes):
        if tag == "a" and attributes.get("href"):
            self.page.links.append(urldefrag(urljoin(self.page.address, attributes["href"])).url)

    def note_opening(self, tag, attributes):
        """Keeps whether what is read next may be the badge that says something of the whole page."""
        if tag in LINES:
            self.is_of_all = tag == "h1" or attributes.get("class") in OF_ALL
        self.in_badge = attributes.get("class") == "badge" and self.is_in("header") and self.is_of_all

    def handle_endtag(self, tag):
        self.in_badge = False
        if not self.is_in(tag):
            return
        if tag in LINES:
            self.end_line()
        if tag in CELLS:
            self.words.append("\t")
        while self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not self.open:
            return
        if self.in_badge and data.strip() == EXAMPLE:
            self.page.is_example = True
        tag, weight, _ = self.open[-1]
        if tag == "title" and not self.is_in("svg"):
            self.page.title += data
        elif weight:
            self.words.append(data)

    def is_in(self, tag):
        return any(opened == tag for opened, _, _ in self.open)

    def end_line(self):
        """Keeps the words since the last line as a line."""
        cells = [re.sub(r"[ \r\n]+", " ", cell).strip() for cell in "".join(self.words).split("\t")]
        text = clean(" · ".join(cell for cell in cells if cell))
        self.words = []
        if text and self.open:
            _, weight, place = self.open[-1]
            self.page.lines.append(PageLine(text, weight, place))
