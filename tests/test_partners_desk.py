"""The secretariat's desk for partners and people."""

import re
from datetime import date

import pytest
from django.contrib import admin
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from partners.models import (
    Body,
    BodyKind,
    Capacity,
    Mandate,
    Partner,
    PartnerKind,
    Population,
    Role,
    Source,
    Term,
    User,
)


@pytest.fixture
def desk(client, secretary):
    """The admin, with somebody of the secretariat signed in."""
    client.force_login(secretary)
    return client


def fill(count, overijssel, deck, first=0):
    """`count` of everything that the desk lists, numbered from `first`, besides `overijssel` and `deck`."""
    for number in range(first, first + count):
        source = Source.objects.create(slug=f"bron-{number}", title=f"Bron {number}")
        partner = Partner.objects.create(
            slug=f"g-{number}", name=f"G {number}", kind=PartnerKind.MUNICIPALITY, province=overijssel, source=source
        )
        Population.objects.create(partner=partner, reference_on=date(2024, 1, 1), count=1234, source=source)
        body = Body.objects.create(partner=partner, kind=BodyKind.COUNCIL, name=f"raad {number}")
        Term.objects.create(body=body, first_year=2022, last_year=2026, seats=17, source=source)
        user = User.objects.create_user(f"lid{number}@example.org")
        Mandate.objects.create(user=user, body=body, capacity=Capacity.COUNCILLOR, starts_on=date(2022, 3, 30))


@pytest.mark.parametrize("model", ["partner", "body", "population", "user", "mandate", "source"])
def test_the_lists_of_the_desk_cost_the_same_however_long(desk, overijssel, deck, model, django_assert_max_num_queries):
    address = reverse(f"admin:partners_{model}_changelist")
    costs = []
    for count, first in [(1, 0), (3, 1)]:  # the address of a partner that was deleted stays its own
        Mandate.objects.all().delete()
        User.objects.exclude(is_superuser=True).delete()
        Body.objects.all().delete()
        Partner.objects.exclude(pk=overijssel.pk).delete()
        Source.objects.exclude(pk=deck.pk).delete()
        fill(count, overijssel, deck, first)
        with django_assert_max_num_queries(15) as queries:
            page = desk.get(address)
        assertContains(page, 'id="changelist"')
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_the_desk_shows_what_the_secretariat_needs_at_a_glance(desk, overijssel, deck):
    fill(1, overijssel, deck)
    for model, shown in [
        ("partner", "1.234"),
        ("body", '<td class="field-latest_seats">17</td>'),
        ("population", "1.234"),
        ("user", "raadslid, raad 0"),
        ("mandate", "raad 0"),
        ("source", "Bron 0"),
    ]:
        assertContains(desk.get(reverse(f"admin:partners_{model}_changelist"), {"q": "0"}), shown)


@pytest.mark.parametrize("model", ["partner", "body", "population", "user", "mandate", "source"])
def test_every_form_of_the_desk_opens(desk, overijssel, deck, model):
    fill(1, overijssel, deck)
    newest = {"partner": Partner, "body": Body, "population": Population, "user": User}
    newest |= {"mandate": Mandate, "source": Source}
    pk = newest[model].objects.order_by("pk").last().pk
    assertContains(desk.get(reverse(f"admin:partners_{model}_add")), f'id="{model}_form"')
    assertContains(desk.get(reverse(f"admin:partners_{model}_change", args=[pk])), f'id="{model}_form"')


@pytest.mark.parametrize(
    ("model", "address"),
    [
        ("partner", "/partners/g-0/"),
        ("body", "/partners/g-0/#besluit"),
        ("population", "/partners/g-0/#bronnen"),
    ],
)
def test_the_desk_leads_to_the_site(desk, overijssel, deck, model, address):
    fill(1, overijssel, deck)
    one = {"partner": Partner, "body": Body, "population": Population}[model].objects.order_by("pk").last()
    page = desk.get(reverse(f"admin:partners_{model}_change", args=[one.pk]))
    link = re.search(r'href="([^"]+)" class="viewsitelink"', page.text)[1]
    if link.startswith("/beheer/"):
        link = re.sub(r"^https?://[^/]+", "", desk.get(link).headers["Location"])
    assert link == address


def test_a_person_is_added_without_a_password(desk, council):
    address = reverse("admin:partners_user_add")
    assertNotContains(desk.get(address), "password")
    inline = {
        "mandates-TOTAL_FORMS": "1",
        "mandates-INITIAL_FORMS": "0",
        "mandates-0-body": council.pk,
        "mandates-0-capacity": "raadslid",
        "mandates-0-starts_on": "30-03-2022",
    }
    answer = desk.post(address, {"email": "Kim@Example.org", "name": "Kim", "is_active": "on", **inline})
    assertRedirects(answer, reverse("admin:partners_user_changelist"))
    user = User.objects.get(email="kim@example.org")
    assert not user.has_usable_password()
    assert user.mandates.get().body == council
    again = desk.post(address, {"email": "KIM@example.org", **inline, "mandates-TOTAL_FORMS": "0"})
    assertContains(again, "bestaat al")


@pytest.fixture
def helper(db):
    """Somebody of the secretariat who may not give every right away."""
    return User.objects.create_user("hulp@example.org", role=Role.ADMINISTRATOR)


def test_the_secretariat_may_edit_everything_without_a_list_of_rights(client, helper):
    client.force_login(helper)
    statuses = {
        model: client.get(reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_changelist")).status_code
        for model in admin.site._registry
    }
    assert set(statuses.values()) == {200}


def test_a_member_has_no_right_at_the_desk(client, councillor):
    client.force_login(councillor)
    assert client.get(reverse("admin:index"), follow=True).status_code == 403


def test_only_a_person_with_every_right_gives_it_away_and_nobody_gives_themselves_a_role(client, helper, councillor):
    client.force_login(helper)
    form = {"is_active": "on", "is_superuser": "on", "role": "auditor"}
    form |= {"mandates-TOTAL_FORMS": "0", "mandates-INITIAL_FORMS": "0"}
    for user in (councillor, helper):
        client.post(reverse("admin:partners_user_change", args=[user.pk]), form | {"email": user.email})
        user.refresh_from_db()
    # Another person confirms it; tests/test_changing_accounts.py.
    assert (councillor.role, councillor.is_superuser) == ("", False)
    assert [change.after for change in councillor.account_changes.waiting()] == ["auditor"]
    assert (helper.role, helper.is_superuser) == ("beheerder", False)
    assert not helper.account_changes.exists()


def test_only_an_equal_changes_an_account_with_every_right(client, helper, secretary):
    client.force_login(helper)
    form = {"email": "hulp2@example.org", "mandates-TOTAL_FORMS": "0", "mandates-INITIAL_FORMS": "0"}
    assert client.post(reverse("admin:partners_user_change", args=[secretary.pk]), form).status_code == 403
    assert client.post(reverse("admin:partners_user_delete", args=[secretary.pk])).status_code == 403
    secretary.refresh_from_db()
    assert secretary.email == "secretariaat@example.org"


def test_the_desk_tells_which_mandates_are_in_force(desk, councillor, clerk):
    Mandate.objects.filter(user=clerk).update(ends_on=date(2023, 1, 1))
    address = reverse("admin:partners_mandate_changelist")
    found = {
        answer: [mandate.user.email for mandate in desk.get(address, {"loopt": answer}).context["cl"].result_list]
        for answer in ("ja", "nee")
    }
    assert found == {"ja": ["raadslid@example.org"], "nee": ["griffier@example.org"]}
