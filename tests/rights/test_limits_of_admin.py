"""Who gets in at the desk of the secretariat, and what it takes for the number of a row."""

import pytest
from django.urls import reverse

from partners.models import Role, User


def test_a_role_gives_its_rights_and_an_account_that_is_off_has_none(db):
    """What no row names is refused: a new app, a right that is no right, an account without a role."""

    def rights(**fields):
        user = User.objects.create_user(f"iemand{User.objects.count()}@example.org", **fields)
        asked = ["view_partner", "change_partner", "change_user", "delete_mandate", "view_mandate", "rule_user"]
        allowed = [right for right in asked if user.has_perm(f"partners.{right}")]
        return allowed, [app for app in ("partners", "ground", "auth", "nieuw") if user.has_module_perms(app)]

    entered = ["partners", "ground"]
    everything = ["view_partner", "change_partner", "change_user", "delete_mandate", "view_mandate", "rule_user"]
    assert rights(role=Role.ADMINISTRATOR) == (everything[:-1], entered)
    assert rights(role=Role.EDITOR) == (["view_partner", "change_partner", "view_mandate"], entered)
    assert rights(role=Role.AUDITOR) == (["view_partner", "view_mandate"], entered)
    assert rights() == ([], [])
    assert rights(role=Role.ADMINISTRATOR, is_active=False) == ([], [])
    assert rights(is_superuser=True) == (everything, [*entered, "auth", "nieuw"])
    assert rights(is_superuser=True, is_active=False) == ([], [])
    assert not any(Role.ADMINISTRATOR.allows(f"ground.{act}_mail") for act in ("add", "change", "delete"))
    assert not any(Role.ADMINISTRATOR.allows(f"nieuw.{act}_ding") for act in ("view", "add", "change", "delete"))


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
    first = ["consultation", "deciding", "meetings", "agenda", "results", "partners", "ground"]
    assert [app["app_label"] for app in apps] == [*first, "regiozwolle"]
    assert [model["object_name"] for model in apps[0]["models"]][:4] == ["Point", "Answer", "EnteredLetter", "Letter"]
    assert [model["object_name"] for model in apps[1]["models"]][:2] == ["Dossier", "Track"]
    only = client.get("/beheer/deciding/").context["app_list"]
    assert [app["app_label"] for app in only] == ["deciding"]
