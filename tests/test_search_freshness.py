"""What just changed is found at once, and what goes wrong with reading it is no visitor's trouble."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.urls import path
from django.utils import timezone

from agenda.models import Milestone
from partners.models import Partner, PartnerKind
from regiozwolle.searching import freshness, tasks
from regiozwolle.searching.models import SearchEntry, SearchReading, SearchWord
from regiozwolle.urls import handler400, handler500  # noqa: F401 - Django looks for them here
from regiozwolle.urls import urlpatterns as pages

REFUSE = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'vol'; END $$;
CREATE TRIGGER refuse BEFORE UPDATE ON regiozwolle_searchreading FOR EACH ROW EXECUTE FUNCTION refuse();
"""
FOUND = '<a href="/partners/zwolle/">Zwolle</a>'


def fail(request, slug):
    return HttpResponse(status=503)


urlpatterns = [path("partners/<slug:slug>/", fail, name="partner"), *pages]


@pytest.fixture
def read(zwolle):
    """All pages are read; then a partner gets other words."""
    freshness.read_everything()
    zwolle.summary = "Hier woont de zeehond"
    zwolle.save()


def read_what_waits():
    """All of it, however slow the machine is."""
    while not freshness.catch_up():
        assert SearchReading.objects.get().waiting


def is_found(client):
    """Whether a visitor finds the new words; the page is there in any case."""
    page = client.get("/zoeken/?q=zeehond")
    assert page.status_code == 200
    return FOUND in page.text


def test_what_was_just_saved_is_found(client, zwolle, read):
    assert is_found(client)
    zwolle.summary = "Hier woont niemand"
    zwolle.save()
    assert not is_found(client)


def test_a_change_by_sql_is_found_too(client, zwolle, read):
    Partner.objects.filter(pk=zwolle.pk).update(summary="Hier woont de walrus")
    assert FOUND in client.get("/zoeken/?q=walrus").text


def test_what_was_deleted_is_not_found(client, deck):
    milestone = Milestone.objects.create(starts_on="2010-01-01", date_text="2010", title="Zeehond", source=deck)
    assert "Zeehond" in client.get("/zoeken/?q=zeehond").text
    milestone.delete()
    assert "Niets gevonden voor ‘zeehond’" in client.get("/zoeken/?q=zeehond").text


def test_the_worker_reads_what_changed_and_forgets_words_that_are_gone(read):
    tasks.read_what_changed(0)
    assert SearchEntry.objects.filter(page="/partners/zwolle/", text__contains="zeehond").exists()
    Partner.objects.update(summary="")
    tasks.read_all_pages(0)
    assert not SearchWord.objects.filter(word="zeehond").exists()


def test_a_worker_that_starts_reads_all_pages_once_per_version_of_the_portal(read):
    assert not freshness.was_read_by_another_version()
    SearchReading.objects.update(version="0" * 64)
    assert freshness.was_read_by_another_version()
    tasks.read_all_pages(anew=True)
    assert not freshness.was_read_by_another_version()
    SearchReading.objects.update(read_at=timezone.now() - timedelta(minutes=61))
    assert freshness.was_read_by_another_version()


def test_once_read_a_search_writes_nothing_but_that_it_was_done(client, read, django_assert_num_queries):
    read_what_waits()
    with django_assert_num_queries(6):
        assert is_found(client)


def test_what_no_time_is_left_for_is_read_by_those_who_come_next(client, read, dalfsen):
    """Each reads at least a page, and the worker what is left."""
    times = 0
    while not freshness.catch_up(seconds=0):
        times += 1
        assert SearchReading.objects.get().waiting
    assert times > 1
    assert not freshness.is_behind()
    assert is_found(client)
    assert SearchEntry.objects.filter(page=dalfsen.get_absolute_url()).exists()


def test_after_an_import_all_pages_are_read_again_and_the_new_ones_among_them(client, read, monkeypatch):
    monkeypatch.setattr(freshness, "MOST_CHANGES", 2)
    Partner.objects.bulk_create(Partner(slug=f"bond-{n}", name=f"Bond {n}", kind=PartnerKind.BOARD) for n in range(5))
    read_what_waits()
    assert is_found(client)
    new = [f"/partners/bond-{n}/" for n in range(5)]
    assert SearchEntry.objects.filter(page__in=new).count() == 5


def test_without_a_worker_those_who_search_read_all_pages_once_an_hour(client, read):
    read_what_waits()
    SearchEntry.objects.filter(page="/partners/zwolle/").delete()  # as a page that nobody knew to have changed
    SearchReading.objects.update(read_at=timezone.now() - timedelta(minutes=59))
    assert not is_found(client)
    SearchReading.objects.update(read_at=timezone.now() - timedelta(minutes=61))
    client.get("/zoeken/?q=zeehond")
    read_what_waits()
    assert is_found(client)


def test_of_a_page_that_cannot_be_made_now_stays_what_it_said(client, read, zwolle, settings):
    assert is_found(client)
    zwolle.summary = "Hier woont de walrus"
    zwolle.save()
    settings.ROOT_URLCONF = "tests.test_search_freshness"
    read_what_waits()
    freshness.read_everything()
    assert is_found(client)


def test_where_nothing_can_be_written_one_finds_what_was_read_before(client, read, caplog):
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL transaction_read_only = on")
        assert not is_found(client)
        transaction.set_rollback(True)
    assert [record for record in caplog.records if record.name == freshness.__name__] == []
    assert is_found(client)


def test_what_goes_wrong_with_reading_is_told_to_the_log_alone(client, read, caplog):
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(REFUSE)
        assert not is_found(client)
        transaction.set_rollback(True)
    told = [record.getMessage() for record in caplog.records if record.name == freshness.__name__]
    assert told == ["Wat veranderde is niet gelezen om te worden gevonden."]
    assert is_found(client)


@pytest.mark.django_db(transaction=True)
def test_while_one_reads_nobody_waits_for_it(client, read):
    """Another connection holds the reading; who searches then finds what was read before."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT * FROM regiozwolle_searchreading FOR UPDATE")
        assert not is_found(client)
    finally:
        other.close()
    assert is_found(client)
