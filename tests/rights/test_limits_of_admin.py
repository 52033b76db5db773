"""Who gets in at the desk of the secretariat, and what it takes for the number of a row."""

import pytest
from django.urls import reverse

from partners.models import User


def test_the_secretariat_may_do_everything_and_an_account_that_is_off_nothing(db):
    def rights(**fields):
        user = User.objects.create_user(f"iemand{User.objects.count()}@example.org", **fields)
        return user.has_perm("partners.change_partner"), user.has_module_perms("partners")

    assert rights(is_staff=True) == (True, True)
    assert rights() == (False, False)
    assert rights(is_staff=True, is_active=False) == (False, False)
    assert rights(is_superuser=True) == (True, True)
    assert rights(is_superuser=True, is_active=False) == (False, False)


def test_who_is_not_of_the_secretariat_is_refused_at_the_desk_or_asked_to_sign_in(client, councillor):
    address = reverse("admin:index")
    login = reverse("admin:login")
    assert client.get(login).url == f"{reverse('account_login')}?next={address}"
    assert client.get(f"{login}?next=/beheer/partners/").url == f"{reverse('account_login')}?next=/beheer/partners/"
    client.force_login(councillor)
    assert client.get(address, follow=True).status_code == 403


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("q=zwolle", 200),
        ("q=%00", 400),
        ("%00=q", 400),
        ("province__id__exact=1", 200),
        ("_to_field=id", 200),
        ("_to_field=hash", 400),
    ],
)
def test_the_desk_refuses_what_no_page_of_ours_sends(client, secretary, zwolle, query, status):
    client.force_login(secretary)
    found = client.get(f"/beheer/partners/partner/?{query}")
    assert (found.status_code == 400) is (status == 400)


@pytest.mark.parametrize(
    ("key", "is_refused"),
    [
        ("1", False),
        ("0", False),
        ("", False),
        ("9" * 18, False),
        ("9" * 19, True),
        ("-1", True),
        ("x", True),
        ("1,2", True),
    ],
)
def test_what_names_a_row_is_a_number_that_could_be_one(client, secretary, zwolle, key, is_refused):
    client.force_login(secretary)
    for address in (f"/beheer/partners/partner/add/?province={key}", f"/beheer/partners/partner/add/?id={key}"):
        assert (client.get(address).status_code == 400) is is_refused
    for name in ("province", "bodies-0-id", "_selected_action"):
        found = client.post("/beheer/partners/partner/add/", {name: key})
        assert (found.status_code == 400) is is_refused, name


def test_several_rows_are_named_with_commas_where_several_may_be(client, secretary, wording, open_consultation):
    client.force_login(secretary)
    for keys, is_refused in [("1,2", False), ("1", False), ("1,x", True), ("1,,2", False)]:
        found = client.get(f"/beheer/consultation/answer/add/?wordings={keys}")
        assert (found.status_code == 400) is is_refused, keys


def test_no_page_of_the_desk_is_kept_by_a_browser(client, secretary):
    client.force_login(secretary)
    for address in ("/beheer/", "/beheer/partners/partner/"):
        assert "no-store" in client.get(address).headers["Cache-Control"]


def test_the_desk_lists_what_comes_in_first(client, secretary):
    client.force_login(secretary)
    apps = client.get("/beheer/").context["app_list"]
    assert [app["app_label"] for app in apps] == ["consultation", "deciding", "agenda", "results", "partners", "ground"]
    assert [model["object_name"] for model in apps[0]["models"]][:4] == ["Point", "Answer", "EnteredLetter", "Letter"]
    assert [model["object_name"] for model in apps[1]["models"]][:2] == ["Dossier", "Track"]
    only = client.get("/beheer/deciding/").context["app_list"]
    assert [app["app_label"] for app in only] == ["deciding"]
