"""A concept shows nowhere: every page and file says the same before and after one of each kind is made."""

import re
import zipfile
from collections import defaultdict
from html import unescape
from io import BytesIO
from urllib.parse import urldefrag, urljoin, urlsplit

from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

from regiozwolle.open_data.datasets import DATASETS
from regiozwolle.searching.freshness import address_of, catch_up
from regiozwolle.searching.indexing import kind_of, read_again
from tests.concepts import KINDS, SECRET, WORD, make_concepts, make_ordinary

# Where one begins: all else is found by following links.
START = ["/", "/agenda/", "/resultaten/", "/consultaties/", "/besluiten/", "/partners/", "/open-data/", "/contact/"]
# Of each kind of address so many are looked at; of those below, all.
FEW = 1
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
# What says how things are at this very moment.
OF_THE_MOMENT = {"/werkt-alles/"}
# What another request makes anew: a file says in its cells, and in words, at which minute it was made.
MINUTE = r"\d{5}\.\d{3,}|\d{4}-\d\d-\d\dT[\d:.]+|\d\d?-\d\d?-\d{4},? \d\d?[.:]\d\d|\d\d?[.:]\d\d\suur"
# Which names a file declares at its top hangs on the files that this process wrote before it.
VARIES = re.compile(rf'nonce-\w+|csrfmiddlewaretoken.*?>|\sxmlns:\w+="[^"]*"|{MINUTE}')


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
        if urlsplit(path).path.endswith(".pdf") or path in OF_THE_MOMENT:
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


def texts(client, paths, *, known):
    """What the answers at `paths` say, by path; what is `known` is not asked for again."""
    return {path: known[path] if path in known else said(client.get(path)) for path in paths}


def places_that_changed(client, before, enough):
    """Kinds of address of which one says something else than `before`, until there are `enough`."""
    places = set()
    for path, text in before.items():
        if len(places) < enough and pattern_of(path) not in places and said(client.get(path)) != text:
            places.add(pattern_of(path))
    return places


def search_reads(addresses):
    """Lets the search read these pages again, as far as they are searched."""
    for address in filter(kind_of, addresses):
        read_again(address)


def rows_of_open_data():
    """All rows of each data set, of which a collection of the API shows the first alone."""
    return {name: list(one.rows()) for name, one in DATASETS.items()}


def concepts():
    return [row for model in KINDS for row in model.objects.filter(public_from=None)]


def test_a_concept_of_any_kind_changes_no_page_or_file_of_the_site(content_of_demo, db):
    client, ordinary = Client(), make_ordinary()
    while not catch_up():
        pass
    before = {path: said(answer) for path, answer in crawl(client).items() if answer.status_code == 200}
    assert len({pattern_of(path) for path in before}) > 45
    rows = rows_of_open_data()
    make_concepts(*ordinary)
    own = [address for address in map(address_of, concepts()) if address]
    assert len(KINDS) == len({type(row) for row in concepts()}) == 9
    search_reads([*before, *own])
    shown = {path: said(answer) for path, answer in crawl(client).items()}
    assert [path for path, text in shown.items() if SECRET in text and SECRET not in path] == []
    after = texts(client, before, known=shown)
    assert [path for path in before if after[path] != before[path]] == []
    assert [name for name, found in rows_of_open_data().items() if found != rows[name]] == []
    # Once all of them are public, the same walk finds them: so it would have found a place that forgets to ask.
    with transaction.atomic():
        for row in concepts():
            type(row).objects.filter(pk=row.pk).update(public_from="2000-01-01T00:00Z")
    search_reads(own)
    assert SECRET in client.get(f"/zoeken/?q={SECRET}dorp").text
    assert len(places_that_changed(client, before, enough=26)) == 26
