"""Once a year an administrator looks through who may do what; that it was done is kept."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from partners.models import Role, User
from regiozwolle.identity.models import RightsReview
from regiozwolle.identity.reviewing import WAITS, review_waiting
from tests.filling import press

ADDRESS = "/beheer/accounts/rechten/"


@pytest.fixture
def administrator(db):
    return User.objects.create_user("beheerder@example.org", name="Bea Beheerder", role=Role.ADMINISTRATOR)


def test_an_administrator_reads_who_may_what_and_says_that_it_is_right(client, administrator, councillor, clerk):
    User.objects.filter(pk=councillor.pk).update(last_login=timezone.now() - timedelta(days=400))
    client.force_login(administrator)
    assert [words for words, _ in review_waiting(administrator)] == [WAITS]
    page = client.get(ADDRESS)
    assert reverse("admin:partners_user_change", args=[administrator.pk]) in page.text
    body = councillor.mandates.get().body
    address = reverse("admin:partners_body_change", args=[body.pk])
    (row,) = [one for one in page.context["bodies"] if one[0] == address]
    assert row[2:5] == (2, 1, 1)
    page = press(client, ADDRESS, {"apply": "1"}, follow=True)
    assert "Vastgelegd dat de rechten op" in page.text
    made = RightsReview.objects.get()
    assert (made.made_by, made.staff_count, made.mandate_count) == (administrator, 1, 2)
    assert review_waiting(administrator) == []
    assert "De rechten zijn vandaag al nagelopen." in press(client, ADDRESS, {"apply": "1"}, follow=True).text
    RightsReview.objects.update(made_at=timezone.now() - timedelta(days=366))
    assert len(review_waiting(administrator)) == 1


def test_who_changed_meanwhile_is_read_first(client, administrator):
    client.force_login(administrator)
    page = client.get(ADDRESS)
    User.objects.create_user("nieuw@example.org", role=Role.EDITOR)
    form = page.text.partition('name="_read" value="')[2].partition('"')[0]
    answer = client.post(ADDRESS, {"_read": form, "apply": "1"})
    assert answer.status_code == 409
    assert not RightsReview.objects.exists()


def test_an_auditor_and_an_editor_read_it_and_do_not_say_so(client, administrator, django_assert_max_num_queries):
    for role in (Role.AUDITOR, Role.EDITOR):
        reader = User.objects.create_user(f"{role}@example.org", role=role)
        client.force_login(reader)
        page = client.get(ADDRESS)
        assert "Bea Beheerder" in page.text
        assert "Alles is nagelopen" not in page.text
        assert client.post(ADDRESS, {"apply": "1"}).status_code == 403
        assert review_waiting(reader) == []
    for count in range(30):
        User.objects.create_user(f"r{count}@example.org", role=Role.EDITOR)
    with django_assert_max_num_queries(12):
        client.get(ADDRESS)
