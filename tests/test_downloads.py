"""A document is made once for all who ask, one at a time; a large one by the worker, and a page says how far it is."""

import re
from contextlib import contextmanager
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from agenda.models import Agenda
from partners.ground import limits, state
from partners.ground.documents import making as documents
from partners.ground.documents.blocks import told
from partners.ground.models import KeptDocument, StoredFile, Tally
from partners.models import Partner
from regiozwolle.downloads import keeping, making, middleware, turn
from regiozwolle.keeping.reading import next_moment
from tests.test_trouble import log as log
from tests.working import do_all

PRINT = "/agenda/afdrukken/agenda.docx"


def words(answer):
    return re.sub("<[^>]+>", "", ZipFile(BytesIO(answer.content)).read("word/document.xml").decode())


@contextmanager
def another_in_turn():
    """While somebody else has a document made in this process."""
    assert middleware.turn.take()
    yield
    middleware.turn.give_back()


@pytest.fixture
def written(monkeypatch):
    """The names of all documents that are written from now on."""
    names, write = [], documents.FileToMake.write

    def noted(answer):
        names.append(answer.name)
        write(answer)

    monkeypatch.setattr(documents.FileToMake, "write", noted)
    return names


@pytest.fixture
def large(monkeypatch):
    """Every document is large."""
    monkeypatch.setattr(documents, "LARGE", 0)


def test_the_same_document_is_written_once_and_anew_when_something_in_it_is_different(client, goal, written):
    first = client.get(PRINT)
    again = client.get(PRINT, {"utm_source": "mail"})
    assert (len(written), again.content) == (1, first.content)
    assert again.headers["Content-Disposition"] == first.headers["Content-Disposition"]
    assert client.get(PRINT, headers={"If-None-Match": again.headers["ETag"]}).status_code == 304
    Agenda.objects.update(title="De agenda van alle dorpen")
    assert "De agenda van alle dorpen" in words(client.get(PRINT))
    assert len(written) == 2
    assert KeptDocument.objects.get().address == PRINT


def test_what_one_may_read_by_an_account_is_made_for_them_and_never_kept(client, secretary, goal, written):
    client.force_login(secretary)
    assert client.get(PRINT).status_code == 200
    assert (len(written), KeptDocument.objects.count()) == (1, 0)


def test_a_large_document_is_made_by_the_worker_and_the_page_says_how_far_it_is(client, goal, large, written, log):
    page = client.get(PRINT)
    assert (page.status_code, page.headers["Retry-After"]) == (503, "3")
    assert "Wij maken het bestand voor u" in page.text
    assert written == []
    kept = KeptDocument.objects.get()
    KeptDocument.objects.update(step=2)
    piece = client.get(PRINT, headers={"HX-Request": "true", "HX-Target": "being-made"})
    assert f"Wij schrijven hoofdstuk 2 van {kept.steps}." in piece.text
    assert f'<progress value="2" max="{kept.steps}"' in piece.text
    assert "<html" not in piece.text
    assert client.get(PRINT).status_code == 503
    assert log() == "", "that a file comes in a moment is no fault"
    do_all()
    assert written == ["agenda-2024-2028-versie-1.docx"]
    piece = client.get(PRINT, headers={"HX-Request": "true", "HX-Target": "being-made"})
    assert f'<a class="button" href="{PRINT}">Download het bestand</a>' in piece.text
    assert goal.name in words(client.get(PRINT))
    assert len(written) == 1


def test_a_large_document_that_changed_is_made_again_by_the_worker_in_its_own_row(client, goal, large):
    client.get(PRINT)
    do_all()
    before = KeptDocument.objects.get()
    Agenda.objects.update(title="De agenda van alle dorpen")
    assert client.get(PRINT).status_code == 503
    waits = KeptDocument.objects.get()
    assert (waits.pk, waits.file, waits.is_wanted, waits.name) == (before.pk, before.file, True, before.name)
    do_all()
    assert "De agenda van alle dorpen" in words(client.get(PRINT))
    assert KeptDocument.objects.get().pk == before.pk


def test_while_the_database_is_away_nobody_is_told_that_a_document_is_still_being_made(client, goal, large):
    client.get(PRINT)
    told, wanted = KeptDocument.objects.get(), keeping.WantedNow(seconds=0)
    assert wanted.has(told)
    with connection.execute_wrapper(away):
        assert not wanted.has(told)
    assert wanted.has(told)


def away(execute, sql, *_):
    raise OperationalError


def test_the_worker_notes_each_chapter_and_says_why_a_document_cannot_be_made(client, goal, large, monkeypatch):
    monkeypatch.setattr(making, "PAUSE", -1)
    client.get(PRINT)
    kept = KeptDocument.objects.get()
    with making.told_to(kept):
        for _ in range(3):
            told.get()()
    kept.refresh_from_db()
    assert (kept.step, told.get()) == (min(3, kept.steps), None)

    def refuse(answer):
        raise documents.CannotTypeset("x")

    monkeypatch.setattr(documents.FileToMake, "write", refuse)
    making.make_all()
    kept.refresh_from_db()
    assert (kept.trouble, kept.wanted_at, kept.file) == ("Wij kunnen dit bestand nu niet maken.", None, None)


def test_one_document_is_made_at_a_time_and_who_would_wait_reads_that_it_comes(client, goal, monkeypatch):
    monkeypatch.setattr("regiozwolle.downloads.middleware.TURN", 0)
    with documents.one_at_a_time():
        page = client.get(PRINT)
        assert page.status_code == 503
        assert client.get("/over/").status_code == 200
    do_all()
    assert client.get(PRINT).status_code == 200


def test_who_would_be_second_in_line_reads_that_it_comes_and_waits_for_nobody(client, goal, written):
    with another_in_turn():
        page = client.get(PRINT)
        assert (page.status_code, page.headers["Retry-After"], written) == (503, "3", [])
        assert "Wij maken het bestand voor u" in page.text
        assert client.get("/over/").status_code == 200
        Tally.objects.filter(act=limits.MAKING.act).update(count=10**6)
        assert client.get("/agenda/afdrukken/agenda.odt").status_code == 429
    Tally.objects.all().delete()
    assert client.get(PRINT).status_code == 503
    do_all()
    assert goal.name in words(client.get(PRINT))
    assert client.get("/agenda/afdrukken/agenda.odt").status_code == 200
    assert len(written) == 2


def test_documents_take_a_small_part_of_the_time_of_a_process_and_the_worker_makes_the_rest(client, goal, monkeypatch):
    monkeypatch.setattr(turn, "SAVED", 1)
    monkeypatch.setattr(middleware, "turn", turn.TurnToMake())
    assert client.get(PRINT).status_code == 200
    middleware.turn.left = -1
    assert client.get("/agenda/afdrukken/agenda.odt").status_code == 503
    middleware.turn.counted_at -= 9 / turn.SHARE
    assert client.get("/agenda/afdrukken/agenda.pdf").status_code == 200
    assert 0 < middleware.turn.left < 1, "of what was saved goes what it took, and no more is saved than that"


def test_every_document_for_everyone_is_kept_so_that_the_worker_is_asked_for_it_once(client, goal):
    """What is given without being kept would be wanted again and again."""
    asked = [f"/open-data/partners.{form}" for form in ("json", "csv", "ods", "pdf")]
    with another_in_turn():
        assert [client.get(path).status_code for path in asked] == [503] * 4
    do_all()
    kept = KeptDocument.objects.filter(wanted_at=None).exclude(file=None).values_list("address", flat=True)
    assert set(kept) == set(asked[:3])
    assert KeptDocument.objects.count() == 3, "there is no such PDF"
    assert client.get(asked[0]).json()["partners"] == []


def test_who_has_too_many_documents_made_waits_and_everyone_gets_what_is_made(client, goal):
    client.get(PRINT)
    Tally.objects.filter(act=limits.MAKING.act).update(count=10**6)
    assert client.get("/agenda/afdrukken/agenda.odt").status_code == 429
    assert client.get(PRINT).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_while_nothing_changes_the_file_is_sent_without_looking_what_is_in_it(
    client, goal, django_assert_max_num_queries
):
    first = client.get(PRINT)
    with django_assert_max_num_queries(4):
        again = client.get(PRINT)
    assert again.content == first.content
    kept = KeptDocument.objects.get()
    with connection.cursor() as cursor:
        assert (kept.state, kept.holds_until <= next_moment(cursor)) == (state.read(), True)
    KeptDocument.objects.update(holds_until=timezone.now())
    assert client.get(PRINT).content == first.content
    assert KeptDocument.objects.get().holds_until > timezone.now()
    Partner.objects.create(slug="nieuw", name="Nieuw", kind="onderwijs")
    assert KeptDocument.objects.get().state != state.read()


def test_what_nobody_asks_for_and_what_is_different_by_now_goes(client, goal):
    client.get(PRINT)
    client.get("/agenda/afdrukken/agenda.odt")
    KeptDocument.objects.filter(address=PRINT).update(asked_at=timezone.now() - keeping.OUTDATED, state="0")
    assert keeping.clear() == 1
    assert [kept.address for kept in KeptDocument.objects.all()] == ["/agenda/afdrukken/agenda.odt"]
    KeptDocument.objects.update(asked_at=timezone.now() - keeping.UNASKED)
    assert keeping.clear() == 1
    assert not StoredFile.objects.exists()


def test_the_page_that_waits_can_be_read(client, goal, large):
    """For --look: the page with and without how far it is."""
    client.get(PRINT)
    KeptDocument.objects.update(step=1)
    assert client.get(PRINT).status_code == 503
    KeptDocument.objects.update(trouble="Wij kunnen dit bestand nu niet maken.")
    assert client.get(PRINT).status_code == 503
