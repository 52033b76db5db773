"""A form that is sent twice does its work once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agenda.models import Version
from partners.ground import posting
from partners.ground.models import PostedForm
from partners.models import Source
from tests.filling import read

FORM = {"csrfmiddlewaretoken": "van deze pagina"}


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


def test_the_page_opened_anew_is_another_form(desk, path):
    desk.post(path, FORM | read(desk.get(path)))
    desk.post(path, {"csrfmiddlewaretoken": "van een nieuwe pagina"} | read(desk.get(path)))
    assert Version.objects.count() == 3


def test_what_a_desk_adds_is_added_once(desk):
    source = FORM | {"slug": "brief", "title": "Brief", "_addanother": "1"}
    answers = [desk.post("/beheer/partners/source/add/", source) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 302]
    assert Source.objects.filter(slug="brief").count() == 1


def test_a_form_with_a_fault_is_answered_each_time(desk):
    answers = [desk.post("/beheer/partners/source/add/", FORM | {"title": ""}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert not PostedForm.objects.exists()


def test_one_that_is_still_being_answered_is_waited_for(desk, path, monkeypatch, rf, secretary):
    request = rf.post(path, FORM)
    request.user = secretary
    PostedForm.objects.create(digest=posting.digest_of(request))
    monkeypatch.setattr(posting.time, "sleep", lambda _: PostedForm.objects.update(leads_to="/waar/het/eerst/"))
    assert desk.post(path, FORM).headers["Location"] == "/waar/het/eerst/"
    assert Version.objects.count() == 1


def test_one_whose_process_died_is_done_by_the_next(desk, path, rf, secretary):
    form = FORM | read(desk.get(path))
    request = rf.post(path, form)
    request.user = secretary
    long_ago = timezone.now() - posting.PATIENCE - timedelta(seconds=1)
    PostedForm.objects.create(digest=posting.digest_of(request), posted_at=long_ago)
    assert desk.post(path, form).status_code == 302
    assert Version.objects.count() == 2


def test_another_person_with_the_same_form_is_another(rf, secretary, councillor):
    request, other = rf.post("/x/", FORM), rf.post("/x/", FORM)
    request.user, other.user = secretary, councillor
    assert posting.digest_of(request) != posting.digest_of(other)


def test_a_form_that_saves_while_somebody_types_is_answered_each_time(rf, secretary):
    request = rf.post("/x/", FORM, headers={"HX-Request": "true"})
    request.user = secretary
    assert posting.digest_of(request) is None


def test_what_was_posted_is_forgotten_after_some_minutes(desk, path):
    PostedForm.objects.create(
        digest="oud", leads_to="/", posted_at=timezone.now() - posting.KEPT - timedelta(minutes=1)
    )
    desk.post(path, FORM)
    assert not PostedForm.objects.filter(digest="oud").exists()


def test_a_failed_act_may_be_tried_again(desk, path, monkeypatch):
    desk.raise_request_exception = False
    monkeypatch.setattr("agenda.admin.publishing.actions.draft_next", fail)
    assert desk.post(path, FORM | read(desk.get(path))).status_code == 500
    assert not PostedForm.objects.exists()


def fail(**arguments):
    raise ValueError
