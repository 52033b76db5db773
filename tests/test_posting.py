"""A form that is sent twice does its work once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from agenda.models import Version
from partners.ground import posting
from partners.ground.models import SentForm
from partners.models import Source
from tests.filling import read

FORM = {"csrfmiddlewaretoken": "van deze pagina"}
ADD = "/beheer/partners/source/add/"
SOURCE = FORM | {"slug": "brief", "title": "Brief", "_addanother": "1"}


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


@pytest.fixture
def path(version, wording):
    return f"/beheer/agenda/version/{version.pk}/nieuwe-versie/"


def test_a_double_click_makes_one_draft_and_leads_to_it_twice(desk, path):
    form = FORM | read(desk.get(path))
    first, second = desk.post(path, form), desk.post(path, form)
    draft = Version.objects.get(number=2)
    assert Version.objects.count() == 2
    assert str(draft.pk) in first.headers["Location"]
    assert (first.status_code, second.status_code) == (302, 302)
    assert second.headers["Location"] == first.headers["Location"]
    assert SentForm.objects.count() == 1


def test_the_page_opened_anew_is_another_form(desk, path):
    desk.post(path, FORM | read(desk.get(path)))
    desk.post(path, FORM | read(desk.get(path)))
    assert Version.objects.count() == 3


def test_what_a_desk_adds_is_added_once(desk):
    answers = [desk.post(ADD, SOURCE) for _ in range(3)]
    assert [(answer.status_code, answer.url) for answer in answers] == [(302, ADD)] * 3
    assert Source.objects.filter(slug="brief").count() == 1


def test_the_same_from_a_page_that_was_drawn_anew_is_another_form(desk):
    desk.post(ADD, SOURCE)
    again = desk.post(ADD, SOURCE | {"csrfmiddlewaretoken": "van een nieuwe pagina"})
    assert again.status_code == 200
    assert again.context["errors"]


def test_a_form_with_a_fault_is_answered_each_time(desk):
    answers = [desk.post(ADD, FORM | {"title": ""}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert not SentForm.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("has_key", [True, False])
def test_a_form_that_is_sent_while_it_is_being_answered_waits_and_makes_one_thing(secretary, path, has_key):
    """Of a form of the desk with its own key, and of one that is known by what it sends."""
    desks = [Client(), Client(), Client()]
    for desk in desks:
        desk.force_login(secretary)
    address, form = (path, FORM | read(desks[0].get(path))) if has_key else (ADD, SOURCE)

    def press(desk):
        try:
            return desk.post(address, form)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(press, desks))
    assert [answer.status_code for answer in answers] == [302] * 3
    assert len({answer.url for answer in answers}) == 1
    made = Version.objects.filter(number=2) if has_key else Source.objects.filter(slug="brief")
    assert made.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_whose_process_died_is_done_by_the_next(desk, rf, secretary):
    request = rf.post(ADD, SOURCE)
    request.user = secretary
    with transaction.atomic():
        posting.claim(posting.UUID(posting.digest_of(request)[:32]))
        transaction.set_rollback(True)
    assert desk.post(ADD, SOURCE).status_code == 302
    assert Source.objects.filter(slug="brief").count() == 1


def test_another_person_with_the_same_form_is_another(rf, secretary, councillor):
    request, other = rf.post("/x/", FORM), rf.post("/x/", FORM)
    request.user, other.user = secretary, councillor
    assert posting.digest_of(request) != posting.digest_of(other)


def test_a_form_that_saves_while_somebody_types_is_answered_each_time(rf, secretary):
    request = rf.post("/x/", FORM, headers={"HX-Request": "true"})
    request.user = secretary
    assert posting.digest_of(request) is None


def test_what_was_sent_may_be_sent_again_after_some_minutes(desk):
    desk.post(ADD, SOURCE)
    SentForm.objects.update(sent_at=timezone.now() - posting.SOON - timedelta(seconds=1))
    Source.objects.all().delete()
    assert desk.post(ADD, SOURCE).status_code == 302
    assert Source.objects.filter(slug="brief").count() == 1


def test_a_failed_act_may_be_tried_again_and_left_nothing(desk, path, monkeypatch):
    desk.raise_request_exception = False
    monkeypatch.setattr("agenda.admin.publishing.actions.draft_next", fail)
    assert desk.post(path, FORM | read(desk.get(path))).status_code == 500
    assert not SentForm.objects.exists()


def test_a_form_that_failed_may_be_sent_again_and_left_nothing(desk, monkeypatch):
    desk.raise_request_exception = False
    monkeypatch.setattr("partners.ground.desk.shared.SharedDesk.response_add", fail)
    assert desk.post(ADD, SOURCE).status_code == 500
    assert not SentForm.objects.exists()
    assert not Source.objects.exists()


def fail(*given, **named):
    raise ValueError
