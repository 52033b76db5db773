"""A link to a place on a page leads to a place that is on that page."""

from collections import defaultdict
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import Resolver404, resolve

# Where one begins: all else is found by following links.
START = ["/", "/agenda/", "/resultaten/", "/consultaties/", "/besluiten/", "/partners/", "/open-data/", "/contact/"]
# Where a choice leaves out what there is to jump to, or what is jumped to is not there yet.
TYPED = [
    "/agenda/?doel=sdg-11",
    "/agenda/tekst/VB24-L1/",
    "/besluiten/voorbeelddossier/?wie=colleges",
    "/besluiten/voorbeelddossier/?wie=raden&stand=besloten",
    "/besluiten/voorbeelddossier/?beeld=weken&wie=colleges",
    "/resultaten/cijfers/extra-woningen/",
]
# Of each kind of address so many are looked at, and of those below all; of each kind of jump to another page, so many.
FEW = 1
LEFT_OUT = ("/static/", "/beheer/", "/inloggen", "/demo/")


class Seen(HTMLParser):
    """What one can jump to on a page, and where its links lead."""

    def __init__(self, html):
        super().__init__()
        self.names, self.links = set(), []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.names.add(found.get("id"))
        if tag == "a" and found.get("href"):
            self.links.append(found["href"])


class Walk:
    """Pages as they were seen, by their address; each is asked for once."""

    def __init__(self):
        self.client, self.pages = Client(), {}

    def seen(self, address):
        """What is Seen at an address; None of a file, and of what is not there."""
        if address not in self.pages:
            response = self.client.get(address, follow=True)
            is_page = response.headers.get("Content-Type", "").startswith("text/html")
            self.pages[address] = Seen(response.text) if is_page else None
        return self.pages[address]

    def places(self):
        """(Page, address, name) of each link to a place on a page of the site, from `FEW` of each kind of address."""
        waiting, known, counts = [*TYPED, *START], {*TYPED, *START}, defaultdict(int)
        while waiting:
            page = waiting.pop(0)
            kind = kind_of(page)
            counts[kind] += page not in TYPED
            if not kind or counts[kind] > FEW or self.seen(page) is None:
                continue
            for link in self.seen(page).links:
                address, name = urldefrag(urljoin(page, link))
                if not is_page(address):
                    continue
                if name:
                    yield page, address, unquote(name)
                if address not in known:
                    known.add(address)
                    waiting.append(address)


def is_page(address):
    """Whether an address is of a page of the site, and not of a file or the desk."""
    return address.startswith("/") and not address.startswith(LEFT_OUT) and urlsplit(address).path.endswith("/")


def kind_of(address):
    """The pattern that serves an address, or None."""
    try:
        return resolve(urlsplit(address).path).route
    except Resolver404:
        return None


@pytest.fixture(scope="module")
def jumps(content_of_demo, django_db_blocker):
    """(Page, address, name, whether it is there): of each on its page, and of a few of each kind to another page."""
    walk, found, counts = Walk(), [], defaultdict(int)
    with django_db_blocker.unblock():
        for page, address, name in walk.places():
            kind = (kind_of(page), kind_of(address), name.rstrip("0123456789"))
            counts[kind] += 1
            if address == page or counts[kind] <= FEW or page in TYPED:
                target = walk.seen(address)
                found.append((page, address, name, bool(target) and name in target.names))
    return found


def test_a_link_to_a_place_on_a_page_leads_to_a_place_that_is_there(jumps):
    assert sorted({jump[:3] for jump in jumps if not jump[3]}) == []
    assert len({(kind_of(page), kind_of(address)) for page, address, _, _ in jumps}) > 40
