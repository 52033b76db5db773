"""Whichever way a mandate changes, its holder hears what it was and is, and who may do less is signed out."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partners.ground.models import EventKind, SecurityEvent
from partners.models import AccountInvitation, Capacity, User
from partners.people import acts
from regiozwolle.identity.models import OpenSession
from regiozwolle.retention.acts import retain
from tests.filling import form_on, press, send
from tests.reading import words
from tests.test_accounts import is_signed_in

YESTERDAY, SOON = timezone.localdate() - timedelta(days=1), timezone.localdate() + timedelta(days=40)
WAS = "Eerst was u op deze site: raadslid, gemeenteraad van Zwolle."
IS_NOTHING = "Nu bent u: zonder hoedanigheid."


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def on_account(desk, mandate, **_):
    address = reverse("admin:partners_user_change", args=[mandate.user_id])
    send(desk, address, form_on(desk.get(f"{address}?hoedanigheid={mandate.pk}")), mandates__0__ends_on=str(YESTERDAY))


def change(desk, mandate, **changes):
    address = reverse("admin:partners_mandate_change", args=[mandate.pk])
    send(desk, address, form_on(desk.get(address)), **changes)


def on_its_own_page(desk, mandate, **_):
    change(desk, mandate, ends_on=str(YESTERDAY))


def given_to_another(desk, mandate, other, **_):
    change(desk, mandate, user=str(other.pk))


def deleted(desk, mandate, **_):
    press(desk, reverse("admin:partners_mandate_delete", args=[mandate.pk]))


def deleted_in_the_list(desk, mandate, **_):
    chosen = {"action": "delete_selected", "_selected_action": [mandate.pk]}
    page = desk.post(reverse("admin:partners_mandate_changelist"), chosen)
    desk.post(reverse("admin:partners_mandate_changelist"), form_on(page, "post"))


def by_the_griffier(desk, mandate, clerk, **_):
    desk.force_login(clerk)
    desk.post(f"/partners/orgaan/{mandate.body_id}/mensen/{mandate.pk}/eindigen/", {"last_day": str(YESTERDAY)})


def with_all(desk, mandate, **_):
    address = f"/partners/orgaan/{mandate.body_id}/mensen/eindigen/"
    desk.post(address, form_on(desk.post(address, {"last_day": str(YESTERDAY)}), "read"))


def by_itself(desk, mandate, source, **_):
    year = timezone.localdate().year
    mandate.body.terms.create(
        first_year=year, last_year=year + 4, seats=39, starts_on=timezone.localdate(), source=source
    )
    acts.end_with_term()


PATHS = [
    on_account,
    on_its_own_page,
    given_to_another,
    deleted,
    deleted_in_the_list,
    by_the_griffier,
    with_all,
    by_itself,
]


@pytest.mark.parametrize("path", PATHS)
def test_every_way_in_which_a_mandate_ends_is_told_and_signs_out(
    path, desk, councillor, outsider, clerk, deck, mailoutbox
):
    browser = Client()
    browser.force_login(councillor)
    mandate = councillor.mandates.get()
    path(desk, mandate=mandate, other=outsider, clerk=clerk, source=deck)
    told = [words(mail.body) for mail in mailoutbox if mail.to == [councillor.email]]
    assert len(told) == 1, mailoutbox
    assert WAS in told[0]
    assert IS_NOTHING in told[0]
    by = {by_the_griffier: "Gerrie Griffier deed dit.", by_itself: "Dit ging vanzelf"}
    assert by.get(path, "Sam Secretariaat van het secretariaat deed dit.") in told[0]
    assert not is_signed_in(browser)
    lines = SecurityEvent.objects.filter(kind=EventKind.CHANGED_WHO, about=f"account {councillor.pk}")
    assert lines.count() == (path is not by_itself)


def test_a_last_day_that_is_to_come_is_told_and_signs_out_when_it_is_over(desk, councillor, mailoutbox):
    browser = Client()
    browser.force_login(councillor)
    change(desk, councillor.mandates.get(), ends_on=str(SOON))
    assert "Nu bent u: raadslid, gemeenteraad van Zwolle, tot en met" in words(mailoutbox[-1].body)
    assert (is_signed_in(browser), retain().sessions) == (True, 0)
    OpenSession.objects.of(councillor).update(began_at=timezone.now() - timedelta(days=2))
    councillor.mandates.update(ends_on=YESTERDAY)
    assert (retain().sessions, is_signed_in(browser)) == (1, False)
    browser.force_login(councillor)
    assert (retain().sessions, is_signed_in(browser)) == (0, True)


def test_a_mandate_more_is_told_with_what_was_there_before(council, outsider, mailoutbox):
    asked = AccountInvitation.objects.create(body=council, email=outsider.email, capacity=Capacity.COUNCILLOR)
    acts.accept(invitation=asked)
    told = words(mailoutbox[-1].body)
    assert "Eerst was u op deze site: raadslid, gemeenteraad van Dalfsen." in told
    assert "Nu bent u: raadslid, gemeenteraad van Dalfsen; raadslid, gemeenteraad van Zwolle." in told


def test_an_account_that_is_switched_off_hears_so_and_an_earlier_mandate_is_not_put_back(desk, councillor, mailoutbox):
    mandate = councillor.mandates.get()
    change(desk, mandate, starts_on=str(date(2023, 1, 1)))
    assert "Zet terug" not in desk.get(reverse("admin:partners_mandate_history", args=[mandate.pk])).text
    browser = Client()
    browser.force_login(councillor)
    address = reverse("admin:partners_user_change", args=[councillor.pk])
    form = form_on(desk.get(address))
    del form["is_active"]
    desk.post(address, form)
    assert not User.objects.get(pk=councillor.pk).is_active
    assert (mailoutbox[-1].to, is_signed_in(browser)) == ([councillor.email], False)
    assert "Uw account staat uit." in words(mailoutbox[-1].body)
