"""A queryset of which the SQL is made once gives what it would give when it was made anew."""

import time
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import Prefetch
from django.http import Http404
from django.utils import timezone

from agenda.models import Element, Version, Wording
from consultation.models import Consultation
from partners.ground.publishing import AtAddress, NoLongerPublic
from partners.ground.state.prepared_rows import PreparedRows
from partners.models import Partner


def test_it_gives_the_rows_of_each_key_with_what_is_joined_and_added(goal, wording, line):
    words = PreparedRows(
        lambda code: Wording.objects.filter(element__code=code).with_newest().select_related("element__agenda")
    )
    for code in (goal.code, line.code, goal.code, "nergens"):
        asked = list(Wording.objects.filter(element__code=code))
        assert words.ask(code) == asked
        assert [one.element.agenda.title for one in words.ask(code)] == [one.element.agenda.title for one in asked]
    assert words.first(goal.code).newest_number == wording.version.number
    assert words.first("nergens") is None
    names = PreparedRows(lambda pk: Element.objects.filter(pk=pk).values_list("code", "kind"))
    assert names.ask(goal.pk) == [(goal.code, goal.kind)]


def test_it_reads_anew_and_now_is_now(open_consultation, django_assert_num_queries):
    still_open = PreparedRows(lambda: Consultation.objects.filter(closes_at__gt=timezone.now()))
    Consultation.objects.update(closes_at=timezone.now() + timedelta(milliseconds=200))
    assert still_open.ask() == [open_consultation]
    time.sleep(0.2)
    with django_assert_num_queries(1):
        assert still_open.ask() == []
    Consultation.objects.update(closes_at=timezone.now() + timedelta(hours=1))
    assert still_open.ask() == [open_consultation]


def test_it_is_made_anew_each_day(open_consultation, monkeypatch):
    closed = PreparedRows(lambda: Consultation.objects.filter(closes_at__date__lt=timezone.localdate()))
    assert closed.ask() == []
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2100, 1, 1))
    assert closed.ask() == [open_consultation]


@pytest.mark.django_db
def test_it_refuses_what_would_go_on_to_be_asked_of_another_moment_key_or_answer():
    passed = PreparedRows(lambda: Version.objects.filter(published_at__lt=timezone.now() - timedelta(hours=1)))
    without_key = PreparedRows(lambda key: Partner.objects.filter(pk=1))
    asking = PreparedRows(lambda: Partner.objects.filter(pk=Partner.objects.count()))
    ahead = PreparedRows(lambda: Version.objects.prefetch_related(Prefetch("wordings", Wording.objects.published())))
    for question, keys in ((passed, ()), (ahead, ()), (without_key, (1,)), (asking, ())):
        with pytest.raises(ValueError, match="prepared"):
            question.ask(*keys)


def test_its_sql_can_be_asked_about(open_consultation):
    of_slug = PreparedRows(lambda slug: Consultation.objects.public().filter(slug=slug).values("pk"))
    sql, given = of_slug.sql(open_consultation.slug)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({sql}) AS found", given)
        assert cursor.fetchall() == [(1,)]


def test_what_is_at_an_address_is_shown_to_whom_it_may_be(open_consultation, rf, django_assert_num_queries):
    consultations = AtAddress(lambda: Consultation.objects.all())
    asked, slug = rf.get("/"), open_consultation.slug
    asked.user = AnonymousUser()
    assert consultations.shown_to(asked, slug) == open_consultation
    with django_assert_num_queries(1):
        consultations.shown_to(asked, slug)
    Consultation.objects.update(public_until=timezone.now())
    with pytest.raises(NoLongerPublic):
        consultations.shown_to(asked, slug)
    with pytest.raises(Http404):
        consultations.shown_to(asked, "nergens")
