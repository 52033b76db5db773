"""A concept shows nowhere: every page and file says the same before and after one of each kind is made."""

import re
import zipfile
from collections import defaultdict
from html import unescape
from io import BytesIO
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

from regiozwolle.searching.freshness import catch_up, read_everything
from tests.concepts import KINDS, SECRET, WORD, make_concepts, make_ordinary

# Where one begins: all else is found by following links.
START = ["/", "/agenda/", "/resultaten/", "/consultaties/", "/besluiten/", "/partners/", "/open-data/", "/contact/"]
# Of each kind of address so many are looked at; of those below, all.
FEW = 2
# What is asked for besides, as nobody links to it without typing.
TYPED = [
    f"/zoeken/?q={WORD}",
    f"/zoeken/?q={SECRET}",
    "/zoeken/?q=gemeente",
    "/partners/?provincie=overijssel",
    "/resultaten/projecten/?weergave=tabel",
    "/resultaten/projecten/?weergave=kaart",
    "/resultaten/rechtgezet/",
    "/resultaten/correcties/",
]
# What another request makes anew: a file says in its cells, and in words, at which minute it was made.
MINUTE = r"\d{5}\.\d{3,}|\d{4}-\d\d-\d\dT[\d:.]+|\d\d?-\d\d?-\d{4},? \d\d?[.:]\d\d|\d\d?[.:]\d\d\suur"
VARIES = re.compile(rf"nonce-\w+|csrfmiddlewaretoken.*?>|{MINUTE}")


@pytest.fixture
def portal(db):
    """The portal with all its content."""
    call_command("seed", verbosity=0)
    call_command("seed_example", verbosity=0)


def pattern_of(path):
    try:
        return resolve(urlsplit(path).path).route
    except Resolver404:
        return None


def links_on(path, text):
    for link in re.findall(r'href="([^"#]+)"', text):
        address = urldefrag(urljoin(path, unescape(link))).url
        if address.startswith("/") and not address.startswith(("/static/", "/beheer/", "/inloggen", "/demo/")):
            yield address


def crawl(client):
    """The answers to all that links lead to, `FEW` of each kind of address, by path.

    A PDF is not asked for: it is made of what its other forms are made of, in the time of ten pages.
    """
    found, waiting, seen, counts = {}, [*START, *TYPED], {*START, *TYPED}, defaultdict(int)
    while waiting:
        path = waiting.pop(0)
        pattern = pattern_of(path)
        if pattern is None or (path not in TYPED and counts[pattern] >= FEW):
            continue
        counts[pattern] += 1
        if urlsplit(path).path.endswith(".pdf"):
            continue
        found[path] = client.get(path)
        if found[path].headers.get("Content-Type", "").startswith("text/html"):
            new = [link for link in links_on(path, found[path].text) if link not in seen]
            seen.update(new)
            waiting += new
    return found


def said(response):
    """What an answer says, as text: also of what a file holds that is a zip; "" of a PDF, should one be linked so.

    And "" of a PNG: the same drawing as an SVG is linked beside it.
    """
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if body.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(body)) as packed:
            names = [name for name in packed.namelist() if name.endswith(".xml")]
            read = [name for name in sorted(names) if "meta" not in name and "docProps" not in name]
            return VARIES.sub("", "".join(packed.read(name).decode() for name in read))
    if body.startswith((b"%PDF", b"\x89PNG")):
        return ""
    return VARIES.sub("", body.decode())


def texts(client, paths, *, known=()):
    """What the answers at `paths` say, by path; what is `known` is not asked for again."""
    return {path: known[path] if path in known else said(client.get(path)) for path in paths}


def search_again():
    """Lets the search read the pages about what changed, and those that they lead to."""
    while not catch_up():
        pass


def test_a_concept_of_any_kind_changes_no_page_or_file_of_the_site(portal):
    client, ordinary = Client(), make_ordinary()
    read_everything()
    before = {path: said(answer) for path, answer in crawl(client).items() if answer.status_code == 200}
    assert len({pattern_of(path) for path in before}) > 45
    make_concepts(*ordinary)
    search_again()
    assert len(KINDS) == 8
    shown = {path: said(answer) for path, answer in crawl(client).items()}
    assert [path for path, text in shown.items() if SECRET in text and SECRET not in path] == []
    after = texts(client, before, known=shown)
    assert [path for path in before if after[path] != before[path]] == []
    # Once all of them are public, the same walk finds them: so it would have found a place that forgets to ask.
    with transaction.atomic():
        for model in KINDS:
            model.objects.filter(public_from=None).update(public_from="2000-01-01T00:00Z")
    search_again()
    places = {pattern_of(path) for path, text in texts(client, before).items() if text != before[path]}
    assert len(places) > 25
