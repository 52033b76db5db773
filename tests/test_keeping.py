"""Pages are kept whole, and are never old: neither after a change nor after a moment."""

import gzip
import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from random import Random

import brotli
import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from agenda.models import Agenda, Milestone
from consultation.models import Consultation
from regiozwolle.downloads import keeping
from regiozwolle.downloads import middleware as downloads
from regiozwolle.history.tables import TABLES
from regiozwolle.keeping import reading
from regiozwolle.keeping.middleware import Keeper, word_of
from regiozwolle.keeping.shared import Shared
from regiozwolle.keeping.words import ANEW, KEPT, KEPT_FILES
from regiozwolle.trouble import replica
from tests.everything import everything as everything
from tests.test_permissions import ACCOUNT, PATTERNS, PRIVATE, SITE
from tests.working import do_all

# The database writes these in the transaction of a change of what they tell about; a file never changes.
WRITTEN_WITH = {"ground_act", "ground_change", "ground_storedfile"}
# How often a visitor asked for something costly, which no page says.
COUNTED = {"ground_tally"}


def test_every_address_says_in_one_word_whether_its_page_is_kept():
    said = KEPT.keys() | KEPT_FILES.keys() | ANEW
    assert set(SITE) - ACCOUNT - {name for name, _ in PRIVATE} == said, "Say it in regiozwolle/keeping/words.py."
    assert len(said) == len(KEPT) + len(KEPT_FILES) + len(ANEW)
    assert {name for name, _, route in PATTERNS if route.startswith("beheer/")} & said == set()


class Anybody(Client):
    """A browser without a cookie, that reads brotli."""

    def get(self, path, **headers):
        return super().get(path, headers={"host": "testserver", "accept-encoding": "gzip, br", **headers})


class Remembering(QueryDict):
    """What an address asks, that remembers which names were looked at."""

    seen = set()

    def __getitem__(self, name):
        self.seen.add(name)
        return super().__getitem__(name)

    def getlist(self, name, default=None):
        self.seen.add(name)
        return super().getlist(name, default)

    def __contains__(self, name):
        self.seen.add(name)
        return super().__contains__(name)


def looked_at(get_response):
    """Middleware that lets a page ask its address through Remembering."""

    def middleware(request):
        request.GET = Remembering(request.META.get("QUERY_STRING", ""))
        return get_response(request)

    return middleware


def links_in(html):
    """Where a page leads to, and its picture."""
    found = re.findall(r'href="(/[^"#]*)', html) + re.findall(r'"og:image" content="\w+://[^/]+(/[^"]*)', html)
    return [link.replace("&amp;", "&") for link in found]


def functions_that_may_ask():
    """Functions of our own database that a page could ask without naming the tables that they ask."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace")
        return {name for (name,) in cursor.fetchall()} - {"sort_key"}  # which asks nothing


def test_what_is_kept_follows_from_what_raises_the_state_and_from_the_address_it_names(everything, settings):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.test_keeping.looked_at"]
    in_time = "/resultaten/projecten/in-de-tijd/"  # only one way to show projects is followed, and not this one
    browser, read, faults = Client(), {}, []
    waiting = ["/", f"{in_time}grafiek/svg/", f"{in_time}insluiten/"]
    words = set()

    def noting(execute, sql, params, many, context):
        words.update(re.findall(r"\w+", str(sql)))
        return execute(sql, params, many, context)

    raising = {table for table, kept in TABLES.items() if kept.raises_when} | WRITTEN_WITH | COUNTED
    asking = functions_that_may_ask()
    while waiting:
        address = waiting.pop(0)
        path, _, query = address.partition("?")
        word = word_of(path)
        name = next((name for name, kept in KEPT.items() if kept is word), None)
        if name is None or address in read or list(read.values()).count((name, bool(query))) > (not query):
            continue
        Remembering.seen.clear()
        words.clear()
        with connection.execute_wrapper(noting):
            response = browser.get(address)
        read[address] = (name, bool(query))
        if response.status_code != 200:
            continue
        faults += [(address, table) for table in words & TABLES.keys() - raising]
        faults += [(address, f"asks {function}()") for function in words & asking]
        faults += [(address, parameter) for parameter in Remembering.seen - word.parameters]
        faults += [(address, "sets a cookie")] if response.cookies else []
        if response["Content-Type"].startswith("text/html"):
            waiting += links_in(response.content.decode())
    told = sorted({f"{fault}: {address}" for address, fault in faults})
    assert not told, "\n".join(told)
    assert KEPT.keys() - {name for name, _ in read.values()} == set()


# At these no page is another one: they are written when they come, or no page for everyone looks at them.
COME = {
    ("agenda_priority", "replaced_at"),
    ("agenda_priority", "said_at"),
    ("ground_filewords", "read_at"),
    ("meetings_meeting", "updated_at"),
    ("meetings_meetingdocument", "put_at"),
    ("meetings_meetingdocument", "read_at"),
    ("meetings_registration", "asked_at"),
    ("meetings_registration", "called_off_at"),
    ("meetings_registration", "reminded_at"),
    ("consultation_answer", "reviewed_at"),
    ("consultation_consultation", "finished_at"),
    ("consultation_consultation", "updated_at"),
    ("consultation_endorsement", "asked_at"),
    ("consultation_endorsement", "made_at"),
    ("consultation_endorsement", "overtaken_at"),
    ("consultation_extension", "closed_at"),
    ("consultation_extension", "closes_at"),  # which is that of its consultation
    ("consultation_extension", "made_at"),
    ("consultation_invitation", "updated_at"),
    ("consultation_letter", "checked_at"),
    ("consultation_letter", "confirmed_at"),
    ("consultation_letter", "created_at"),
    ("consultation_letter", "returned_at"),
    ("consultation_letter", "sent_at"),
    ("consultation_letter", "set_aside_at"),
    ("consultation_letter", "updated_at"),
    ("consultation_letter", "withdrawn_at"),
    ("consultation_point", "changed_at"),
    ("consultation_point", "created_at"),
    ("consultation_point", "updated_at"),
    ("consultation_point", "written_at"),
    ("consultation_step", "updated_at"),
    ("deciding_commitment", "reminded_at"),
    ("deciding_delivery", "confirmed_at"),
    ("deciding_delivery", "delivered_at"),
    ("deciding_delivery", "opened_at"),
    ("deciding_exclusion", "marked_at"),
    ("deciding_likenessjudgement", "judged_at"),
    ("deciding_package", "asked_at"),
    ("deciding_package", "made_at"),
    ("deciding_paperversion", "put_at"),
    ("ground_mail", "created_at"),
    ("ground_mail", "due_at"),
    ("ground_mail", "expires_at"),
    ("ground_mail", "sent_at"),
    ("ground_mail", "tried_at"),
    ("partners_recess", "updated_at"),
    ("partners_sitting", "updated_at"),
    ("regiozwolle_formeraddress", "left_at"),
    ("regiozwolle_event", "public_at"),  # an event that everyone reads has come already
    ("results_owner", "declined_at"),
    ("results_report", "frozen_at"),
}


def test_each_moment_that_may_lie_ahead_ends_what_was_kept_before():
    raising = {table for table, kept in TABLES.items() if kept.raises_when}
    moments = {
        (model._meta.db_table, field.column)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if isinstance(field, models.DateTimeField) and model._meta.db_table in raising
    }
    ahead = {(table, column) for table, column, _ in reading.MOMENTS}
    assert ahead & COME == set()
    assert moments == ahead | COME, "Say in MOMENTS or COME what these are."


@pytest.fixture
def made():
    """The addresses of the pages that were made, in order."""
    counted.made.clear()
    return counted.made


def counted(get_response):
    """Middleware that notes which pages are made."""

    def middleware(request):
        counted.made.append(request.get_full_path())
        return get_response(request)

    return middleware


counted.made = []


@pytest.fixture
def anybody(settings, db, made):
    """A browser without a session, of a portal that keeps its pages; each browser has a portal of its own."""
    settings.KEPT_MEGABYTES, settings.KEPT_PIECES_MEGABYTES = 4, 2
    place = settings.MIDDLEWARE.index("regiozwolle.keeping.middleware.Keeper")
    settings.MIDDLEWARE = [
        *settings.MIDDLEWARE[: place + 1],
        "tests.test_keeping.counted",
        *settings.MIDDLEWARE[place + 1 :],
    ]
    browser = Anybody()
    browser.handler.load_middleware()
    yield browser
    Keeper.in_use.known.close()


def test_a_page_is_made_once_and_given_again_whole_or_as_known_already(anybody, made, zwolle):
    first = anybody.get("/partners/")
    assert first.status_code == 200
    again = anybody.get("/partners/?utm_source=mail&x=1")
    assert (again.content, again["ETag"]) == (first.content, first["ETag"])
    assert made == ["/partners/"]
    assert brotli.decompress(first.content).decode().count("Zwolle") > 3
    assert (first["Cache-Control"], first["Vary"]) == ("no-cache", "HX-Target, Accept-Encoding")
    known = anybody.get("/partners/", **{"if-none-match": f'"x", {first["ETag"]}'})
    told = "".join(f"{name}: {value}\r\n" for name, value in known.items())
    assert (known.status_code, known.content) == (304, b"")
    assert (
        len("HTTP/1.1 304 Not Modified\r\nserver: granian\r\ndate: Sun, 29 Nov 2026 13:22:28 GMT\r\n\r\n" + told) < 300
    )
    plain, zipped = (anybody.get("/partners/", **{"accept-encoding": accepted}) for accepted in ("", "gzip, br;q=0"))
    assert plain.content == brotli.decompress(first.content) == gzip.decompress(zipped.content)
    assert len({first["ETag"], plain["ETag"], zipped["ETag"]}) == 3
    piece = anybody.get("/partners/", **{"hx-target": "partners"})
    assert len(piece.content) < len(first.content)
    assert anybody.get("/partners/", **{"hx-target": "elsewhere"}).content == first.content
    assert anybody.head("/partners/", headers={"host": "testserver"})["Content-Length"] == str(len(plain.content))
    assert made == ["/partners/", "/partners/"]


@pytest.mark.django_db(transaction=True)
def test_a_file_for_everyone_is_kept_as_a_page_is_and_a_large_one_is_sent_anew(anybody, made, goal, monkeypatch):
    document, sheet, before = "/agenda/afdrukken/agenda.docx", "/open-data/partners.csv", {}
    for path, encoding in ((document, None), (sheet, "br")):
        first, again = anybody.get(path), anybody.get(f"{path}?utm_source=mail")
        before = {**before, path: first.content}
        assert (again.status_code, again.content, again.get("Content-Encoding")) == (200, first.content, encoding)
        assert anybody.get(path, **{"if-none-match": first["ETag"]}).status_code == 304
        assert again["Content-Disposition"].startswith("attachment")
    assert made == [document, sheet]
    assert [asked.path for asked in Keeper.in_use.files.pages] == [document, sheet]
    assert anybody.get(document, **{"hx-target": "being-made"}).status_code == 200, "how far it is, asked now"
    assert made.pop() == document
    with Keeper.in_use.files_in_turn:
        assert anybody.get("/partners/").status_code == 200, "a page waits for no file"
    assert made.pop() == "/partners/"
    Agenda.objects.update(title="De agenda van alle dorpen")
    assert anybody.get(document).content != before[document]
    assert anybody.get(sheet).content == before[sheet]
    monkeypatch.setattr(downloads, "AT_ONCE", 10)
    Keeper.in_use.files.clear()
    large = anybody.get(document)
    assert b"".join(large).startswith(b"PK")
    assert anybody.get(document, **{"if-none-match": large["ETag"]}).status_code == 304
    assert not Keeper.in_use.files.pages


@pytest.mark.django_db(transaction=True)
def test_that_a_file_is_being_made_is_kept_for_as_long_as_it_is_so(
    anybody, made, goal, monkeypatch, settings, django_assert_num_queries
):
    document = "/agenda/afdrukken/agenda.docx"
    monkeypatch.setattr(downloads.turn, "left", -1)
    first = anybody.get(document)
    assert (first.status_code, first["Retry-After"], first["Cache-Control"]) == (503, "3", "no-store")
    assert "ETag" not in first
    with django_assert_num_queries(0):
        assert anybody.get(document, **{"if-none-match": "*"}).content == first.content
    [kept] = Keeper.in_use.files.pages.values()
    kept.until = timezone.now()
    assert anybody.head(document).status_code == 503
    assert anybody.get(document).content == first.content
    assert made == [document, document], "only HEAD makes none to keep"
    settings.KEPT_MEGABYTES, settings.KEPT_PIECES_MEGABYTES = 0, 0  # of the worker
    do_all()
    kept.until, keeping.wanted_now.read_at = timezone.now(), float("-inf")
    assert anybody.get(document)["Content-Disposition"].startswith("attachment")


@pytest.mark.django_db(transaction=True)
def test_a_document_is_made_of_what_stands_in_the_server_that_writes_while_pages_are_read_elsewhere(anybody, goal):
    replica.tell(is_following=True)
    try:
        assert anybody.get("/agenda/afdrukken/agenda.docx")["Content-Disposition"].startswith("attachment")
        with pytest.raises(KeyError, match=replica.REPLICA):  # the tests have none
            anybody.get("/agenda/")
    finally:
        replica.tell(is_following=False)


def test_what_says_something_to_one_visitor_or_changes_is_made_anew(anybody, made, zwolle, join):
    for _ in range(2):
        assert anybody.get("/robots.txt").status_code == 200
        assert anybody.get("/bestaat-niet/").status_code == 404
        assert anybody.get("/partners/").status_code == 200
        assert anybody.get("/partners/", host="127.0.0.1:99").status_code == 200
    assert [made.count(path) for path in ("/robots.txt", "/bestaat-niet/", "/partners/")] == [2, 2, 3]
    anybody.force_login(join("lid", party_group="Stadsbelang"))
    signed_in = anybody.get("/partners/")
    assert "Mijn reacties" in gzip.decompress(signed_in.content).decode()
    assert (signed_in["Cache-Control"], "ETag" in signed_in) == ("private, no-store", False)


def test_fifty_who_ask_at_once_for_a_page_that_is_not_there_have_it_made_once(anybody, made, zwolle):
    start = threading.Barrier(50)

    def ask(_):
        start.wait()
        try:
            return anybody.get("/partners/").content
        finally:
            connection.close()

    with ThreadPoolExecutor(50) as threads:
        assert len(set(threads.map(ask, range(50)))) == 1
    assert made == ["/partners/"]


def test_what_a_stranger_asks_for_takes_bounded_room_and_drives_out_no_page(anybody, zwolle):
    anybody.get("/")
    keeper = Keeper.in_use
    keeper.queries.most = 200_000
    for word in range(40):
        anybody.get(f"/partners/?q={word}")
    assert 1 < len(keeper.queries.pages) < 40
    assert keeper.queries.size == sum(page.size for page in keeper.queries.pages.values()) <= 200_000
    assert [asked.path for asked in keeper.pages.pages] == ["/"]
    assert anybody.get(f"/partners/?q={'x' * 400}").status_code == 200
    assert (keeper.queries.waiting, keeper.queries.made_now) == ({}, {})


@pytest.mark.django_db(transaction=True)
def test_a_consultation_is_closed_everywhere_the_moment_it_closes(anybody, monkeypatch, open_consultation):
    closes_at = datetime(2027, 3, 1, 22, 59, tzinfo=UTC)
    Consultation.objects.update(closes_at=closes_at)
    pages = ["/", "/consultaties/", "/consultaties/conceptagenda/", "/consultaties/conceptagenda/wie-reageert/"]

    def read_at(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return [brotli.decompress(anybody.get(page).content) for page in pages]

    before = read_at(closes_at - timedelta(milliseconds=1))
    assert read_at(closes_at - timedelta(milliseconds=1)) == before
    at_once = read_at(closes_at)
    for moment, shown in ((closes_at - timedelta(milliseconds=1), before), (closes_at, at_once)):
        for kept in (Keeper.in_use.pages, Shared.in_use.pages, Shared.in_use.pieces):
            kept.clear()
        assert read_at(moment) == shown
    assert all(old != new for old, new in zip(before, at_once, strict=True))


def by_another(statement, values):
    """What another process does, in a transaction of its own."""
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute(statement, values)
    other.close()


def by_hand(statement, values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def rolled_back(statement, values):
    with transaction.atomic():
        by_hand(statement, values)
        transaction.set_rollback(True)


def one_by_one(row, column, value):
    setattr(row, column, value)
    row.save()


def in_bulk(row, column, value):
    setattr(row, column, value)
    type(row).objects.bulk_update([row], [column])


@pytest.mark.django_db(transaction=True)
def test_no_page_is_old_after_any_of_two_hundred_changes(anybody, settings, zwolle, deck, open_consultation):
    """Of a random thing by a random route; benchmarks/stale.py makes 10,000, on a real server."""
    milestone = Milestone.objects.create(starts_on=date(2020, 1, 1), title="Begin", source=deck)
    things = [(zwolle, "name"), (open_consultation, "title"), (milestone, "title")]
    shown = {row: getattr(row, column) for row, column in things}
    pages = [
        ("/partners/", zwolle),
        ("/partners/zwolle/", zwolle),
        ("/consultaties/", open_consultation),
        ("/consultaties/conceptagenda/kalender.ics", open_consultation),
        ("/geschiedenis/", milestone),
    ]
    random = Random(41)
    anybody.get("/partners/")
    for number in range(200):
        row, column = random.choice(things)
        value = f"Naam {number}."
        sql = f"UPDATE {row._meta.db_table} SET {column} = %s WHERE id = %s"
        way = random.choice([one_by_one, in_bulk, by_hand, by_another, rolled_back])
        way(*((row, column, value) if way in (one_by_one, in_bulk) else (sql, [value, row.pk])))
        shown[row] = shown[row] if way == rolled_back else value
        if number % 50 == 0:  # the connection by which the state is read
            by_another("SELECT pg_terminate_backend(%s)", [Keeper.in_use.known.reading.connection.info.backend_pid])
        page, told = random.choice(pages)
        read = anybody.get(page, **{"hx-target": "partners"})
        assert shown[told] in brotli.decompress(read.content).decode(), (number, way, page)
    # What is not read at each request is read again in time.
    settings.KEPT_UNREAD_FOR = 50  # milliseconds
    for value in ("Eerst", "Daarna"):
        one_by_one(zwolle, "name", value)
        time.sleep(settings.KEPT_UNREAD_FOR / 1000)
        assert all(value in brotli.decompress(anybody.get("/partners/").content).decode() for _ in range(3))
