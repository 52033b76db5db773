"""Atom feeds: valid, the same each time, with ids that stay, and only of what everyone may read."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from partners.models import Population
from regiozwolle.following.events import make_events
from regiozwolle.keeping.reading import KnownState
from regiozwolle.models import Event

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def read(answer):
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)  # noqa: S314


def ids_in(feed):
    """The id of the feed itself and those of its entries."""
    return [one.text for one in feed.iter(f"{{{ATOM['a']}}}id")]


@pytest.fixture
def counted(zwolle, deck):
    row = Population.objects.create(partner=zwolle, reference_on=date(2020, 1, 1), count=1234, source=deck)
    make_events()
    return row


def test_a_feed_has_all_that_the_standard_requires_and_its_ids_stay(client, counted, zwolle):
    first = client.get("/feeds/partner/zwolle.atom")
    feed = read(first)
    for of in [feed, *feed.findall("a:entry", ATOM)]:
        for name in ("id", "title", "updated"):
            assert len(of.findall(f"a:{name}", ATOM)) == 1, name
            assert of.find(f"a:{name}", ATOM).text
    assert feed.find("a:author/a:name", ATOM).text == "Regio Zwolle"
    assert {link.get("rel") for link in feed.findall("a:link", ATOM)} == {"self", "alternate"}
    entries = feed.findall("a:entry", ATOM)
    title = entries[0].find("a:title", ATOM).text.replace("\N{NO-BREAK SPACE}", " ")
    assert title == "Nieuw inwonertal van Zwolle: 1.234 op 1 januari 2020"
    ids = ids_in(feed)
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("tag:") for one in ids)
    assert client.get("/feeds/partner/zwolle.atom").content == first.content
    type(zwolle).objects.filter(pk=zwolle.pk).update(slug="zwolle-stad")
    for name in ("zwolle-stad", "zwolle"):
        assert ids == ids_in(read(client.get(f"/feeds/partner/{name}.atom")))


def test_what_is_withdrawn_leaves_the_feed_and_an_empty_one_is_valid(client, counted):
    before = len(read(client.get("/feeds/alles/regio-zwolle.atom")).findall("a:entry", ATOM))
    counted.delete()
    assert len(read(client.get("/feeds/alles/regio-zwolle.atom")).findall("a:entry", ATOM)) == before - 1
    Event.objects.all().delete()
    empty = client.get("/feeds/alles/regio-zwolle.atom")
    assert read(empty).find("a:updated", ATOM).text == "2026-11-30T00:00:00+00:00"


def test_the_page_of_a_thing_leads_to_its_feed_and_to_following_it(client, counted):
    page = client.get("/partners/zwolle/").text
    assert '<link rel="alternate" type="application/atom+xml"' in page
    assert 'href="/feeds/partner/zwolle.atom"' in page
    assert 'href="/volgen/partner/zwolle/"' in page


def test_of_a_search_there_is_a_feed_and_of_what_is_not_there_none(client, counted):
    assert read(client.get("/feeds/zoeken/zwolle inwoners.atom")).find("a:title", ATOM).text.startswith("Zoeken naar")
    for path in ("partner/nergens", "onzin/zwolle", "partner/%00", "zoeken/%00", f"zoeken/{'a' * 201}"):
        assert client.get(f"/feeds/{path}.atom").status_code == 404


def test_a_feed_asks_the_same_however_much_happened(client, zwolle, deck, django_assert_max_num_queries):
    for year in range(2000, 2030):
        Population.objects.create(partner=zwolle, reference_on=date(year, 1, 1), count=year, source=deck)
    make_events()
    with django_assert_max_num_queries(6):
        assert len(read(client.get("/feeds/partner/zwolle.atom")).findall("a:entry", ATOM)) >= 30


@pytest.mark.parametrize(
    "path",
    [
        "/feeds/partner/zwolle.atom",
        "/feeds/alles/regio-zwolle.atom",
        "/api/v1/partners",
        "/api/v1/openapi.json",
        "/open-data/catalogus.jsonld",
        "/kalender.ics",
    ],
)
def test_what_programs_ask_again_and_again_is_made_once_for_each_state_of_the_data(
    client, counted, path, settings, monkeypatch, django_assert_num_queries
):
    settings.KEPT_MEGABYTES = 4
    state = ["1"]
    monkeypatch.setattr(KnownState, "now", lambda known: state[0])
    monkeypatch.setattr(KnownState, "read", lambda known: state[0])
    monkeypatch.setattr(KnownState, "until", lambda known, of: timezone.now() + timedelta(hours=1))
    visitor = Client(headers={"host": "testserver"})
    first = visitor.get(path)
    with django_assert_num_queries(0):
        again = visitor.get(path)
        known = visitor.get(path, headers={"if-none-match": again.headers["ETag"]})
    assert (again.content, again.headers["ETag"]) == (first.content, first.headers["ETag"])
    assert (known.status_code, known.content) == (304, b"")
    state[0] = "2"
    with CaptureQueriesContext(connection) as queries:
        assert visitor.get(path).status_code == 200
    assert len(queries) > 0
