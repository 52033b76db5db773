"""What changes who somebody is: told at both addresses, signed out, kept, and for some by two people."""

import re
from importlib import import_module

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from partners.ground.desk.acts import NAME
from partners.ground.refusal import Refused
from partners.models import Capacity, Mandate, Role, User
from regiozwolle.identity import changing
from regiozwolle.identity.desk import ASK_FIRST
from regiozwolle.identity.factors import Authenticator
from regiozwolle.identity.models import AccountChange, ChangeOf, OpenSession
from tests.test_accounts import is_signed_in


@pytest.fixture
def second(db):
    """Another of the secretariat, with every right."""
    return User.objects.create_superuser("tweede@example.org", name="Tine Tweede")


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def save(desk, user, **changes):
    """Saves the form of an account with these changes; gives the page after it."""
    said = {
        "email": user.email,
        "name": user.name,
        "is_active": "on",
        "role": user.role,
        "is_superuser": "on" if user.is_superuser else "",
        "mandates-TOTAL_FORMS": "0",
        "mandates-INITIAL_FORMS": "0",
    } | changes
    address = reverse("admin:partners_user_change", args=[user.pk])
    return desk.post(address, {name: value for name, value in said.items() if value or name == "role"}, follow=True)


def press(browser, address, **sent):
    """Reads the page of an act and presses its button."""
    key = re.search(rf'name="{NAME}" value="([^"]+)"', browser.get(address).text)
    return browser.post(address, {NAME: key.group(1)} | sent, follow=True)


def test_the_address_of_a_member_changes_at_once_and_both_addresses_hear_it(desk, councillor, mailoutbox):
    browser = Client()
    browser.force_login(councillor)
    save(desk, councillor, email="nieuw@example.org")
    councillor.refresh_from_db()
    assert councillor.email == "nieuw@example.org"
    assert [mail.to for mail in mailoutbox] == [["nieuw@example.org"], ["raadslid@example.org"]]
    assert "Het e-mailadres was raadslid@example.org en is nu nieuw@example.org." in mailoutbox[1].body
    assert "Sam Secretariaat van het secretariaat deed dit." in mailoutbox[1].body
    assert not is_signed_in(browser)
    assert is_signed_in(desk)
    kept = AccountChange.objects.get()
    assert (kept.before, kept.after, kept.is_done) == ("raadslid@example.org", "nieuw@example.org", True)


@pytest.mark.parametrize("whose", ["clerk", "second"])
def test_the_address_of_who_speaks_for_others_changes_by_two_people(desk, request, second, whose, mailoutbox):
    account = request.getfixturevalue(whose)
    third = User.objects.create_superuser("derde@example.org", name="Dirk Derde")
    was = account.email
    page = save(desk, account, email="nieuw@example.org")
    assert "Dit wacht op een tweede persoon: e-mailadres van" in page.text
    account.refresh_from_db()
    assert account.email == was
    change = AccountChange.objects.get()
    asked = {mail.to[0] for mail in mailoutbox}
    assert asked == {"derde@example.org"} | ({second.email} - {account.email})
    assert "al zo’n wijziging" in save(desk, account, email="ander@example.org").text
    alone = desk.get(change.get_absolute_url())
    assert "Een ander moet dit bevestigen" in alone.text
    assert 'value="Bevestig"' not in alone.text
    browser = Client()
    browser.force_login(account)
    other = Client()
    other.force_login(third)
    mailoutbox.clear()
    assert "Bevestigd en gedaan." in press(other, change.get_absolute_url()).text
    account.refresh_from_db()
    assert account.email == "nieuw@example.org"
    assert {mail.to[0] for mail in mailoutbox} == {was, "nieuw@example.org"}
    assert "Sam Secretariaat vroeg dit en Dirk Derde bevestigde het." in mailoutbox[0].body
    assert not is_signed_in(browser)
    with pytest.raises(Refused, match="al besloten"):
        changing.confirm(change=change, by=third)


def test_rights_are_given_by_two_with_every_right_and_taken_by_one(desk, councillor, second, mailoutbox):
    page = save(desk, councillor, role="redacteur")
    assert "Dit wacht op een tweede persoon: rechten in het beheer van" in page.text
    councillor.refresh_from_db()
    assert not councillor.is_staff
    change = AccountChange.objects.get()
    plain = User.objects.create_user("gewoon@example.org", role="auditor")
    for person in (User.objects.get(email="secretariaat@example.org"), plain, councillor):
        with pytest.raises(Refused, match="Een ander"):
            changing.confirm(change=change, by=person)
    browser = Client()
    browser.force_login(councillor)
    changing.confirm(change=change, by=second)
    councillor.refresh_from_db()
    assert (councillor.role, councillor.is_superuser) == ("redacteur", False)
    assert "De rechten waren geen rechten in het beheer en zijn nu redacteur." in mailoutbox[-1].body
    assert not is_signed_in(browser)
    save(desk, councillor, role="")
    councillor.refresh_from_db()
    assert not councillor.is_staff
    assert "De rechten waren redacteur en zijn nu geen rechten in het beheer." in mailoutbox[-1].body


def test_who_lost_every_step_gets_it_taken_away_by_two_people(desk, second, mailoutbox):
    address = reverse("take_step_away", args=[second.pk])
    assert "Dit account heeft geen tweede stap." in press(desk, address).text
    Authenticator.objects.create(user=second, type="totp", data={})
    assert "Dit wacht op een tweede persoon." in press(desk, address).text
    change = AccountChange.objects.get()
    assert Authenticator.objects.count() == 1
    third = Client()
    third.force_login(User.objects.create_superuser("derde@example.org"))
    press(third, change.get_absolute_url(), more="Wijs af")
    change.refresh_from_db()
    assert (change.is_done, change.decided_by.email) == (False, "derde@example.org")
    assert Authenticator.objects.count() == 1
    again = changing.ask_to_take_step_away(user=second, by=User.objects.get(email="secretariaat@example.org"))
    assert "Bevestigd en gedaan." in press(third, again.get_absolute_url()).text
    assert Authenticator.objects.count() == 0
    assert "De passkeys, de app en de herstelcodes zijn weggehaald." in mailoutbox[-1].body
    assert mailoutbox[-1].to == [second.email]


def test_nobody_gives_a_mandate_to_themselves_and_others_hear_of_theirs(
    desk, secretary, councillor, council, mailoutbox
):
    add = reverse("admin:partners_mandate_add")
    said = {"body": council.pk, "capacity": Capacity.CLERK, "starts_on_0": "2026-01-01", "starts_on": "2026-01-01"}
    assert desk.post(add, said | {"user": secretary.pk}).status_code == 200
    assert not secretary.mandates.exists()
    own = Mandate.objects.create(user=secretary, body=council, capacity=Capacity.OFFICER, starts_on="2026-01-01")
    page = desk.get(reverse("admin:partners_mandate_change", args=[own.pk]))
    assert 'name="_save"' not in page.text
    assert 'name="mandates-0-capacity"' not in desk.get(reverse("admin:partners_user_change", args=[secretary.pk])).text
    browser = Client()
    browser.force_login(councillor)
    desk.post(add, said | {"user": councillor.pk})
    assert "griffier, gemeenteraad van Zwolle" in mailoutbox[-1].body
    assert not is_signed_in(browser)


def test_the_database_knows_nobody_who_confirms_what_they_asked(secretary, councillor):
    with pytest.raises(IntegrityError, match="nobody_confirms_what_they_asked"):
        AccountChange.objects.create(
            user=councillor, what=ChangeOf.RIGHTS, asked_by=secretary, decided_by=secretary, is_done=True
        )


def test_one_who_lost_a_laptop_is_signed_out_everywhere(desk, councillor, mailoutbox):
    browser = Client()
    browser.force_login(councillor)
    press(desk, reverse("sign_out", args=[councillor.pk]))
    assert not is_signed_in(browser)
    assert OpenSession.objects.of(councillor).count() == 0
    assert "U bent overal uitgelogd." in mailoutbox[-1].body


def test_rights_that_are_others_by_now_are_not_given(desk, councillor, second):
    save(desk, councillor, role="redacteur")
    User.objects.filter(pk=councillor.pk).update(role="auditor")
    change = AccountChange.objects.get()
    with pytest.raises(Refused, match="intussen andere rechten"):
        changing.confirm(change=change, by=second)
    assert User.objects.get(pk=councillor.pk).role == "auditor"
    change.refresh_from_db()
    assert change.decided_at is None


def test_what_was_asked_in_words_before_is_taken_over(desk, councillor, second):
    """Of each right that can be asked; and one that was asked in words alone is asked anew."""
    taken = import_module("regiozwolle.migrations.0018_changes_of_rights_say_which").read
    for role in Role:
        for every in (False, True):
            account = User(role=role, is_superuser=every)
            assert taken(changing.rights_of(account)) == (role, every)
    change = AccountChange.objects.create(user=councillor, what=ChangeOf.RIGHTS, before="", after="beheerder")
    with pytest.raises(Refused, match="vraag het zo nodig opnieuw"):
        changing.confirm(change=change, by=second)


def test_who_may_confirm_a_change_finds_it_where_the_day_begins_and_who_asked_does_not(desk, clerk, second):
    save(desk, clerk, email="nieuw@example.org")
    listed = reverse("admin:regiozwolle_accountchange_changelist")
    other = Client()
    other.force_login(second)
    assert "wijziging van een account wacht op uw bevestiging" in other.get(reverse("admin:index")).text
    assert "wacht op uw bevestiging" not in desk.get(reverse("admin:index")).text
    address = reverse("decide_account_change", args=[AccountChange.objects.get().pk])
    assert address in other.get(f"{listed}?decided_at__isempty=1").text
    assert "Bevestig of wijs af" not in (page := desk.get(listed).text)
    assert f'wacht op een ander. <a href="{address}">Trek het in</a>' in page
    press(other, address, apply="1")
    assert ASK_FIRST not in other.get(address).text


def test_who_asked_a_change_takes_it_back_and_those_asked_to_confirm_it_hear_it(desk, clerk, second, mailoutbox):
    save(desk, clerk, email="nieuw@example.org")
    change = AccountChange.objects.get()
    with pytest.raises(Refused, match="Alleen wie het vroeg"):
        changing.withdraw(change=change, by=second)
    other = Client()
    other.force_login(second)
    read = other.get(address := change.get_absolute_url()).text
    mailoutbox.clear()
    page = press(desk, address).text
    assert "Ingetrokken. Er is niets gewijzigd." in page
    assert '<td class="field-state">ingetrokken</td>' in page
    assert "Hierover is al besloten: ingetrokken" in desk.get(address).text
    assert [(mail.to, mail.subject) for mail in mailoutbox] == [
        ([second.email], f"Ingetrokken: een wijziging van het account van {clerk}")
    ]
    assert "Er is niets gewijzigd." in mailoutbox[0].body
    late = re.search(rf'name="{NAME}" value="([^"]+)"', read).group(1)
    assert "Hierover is al besloten: ingetrokken" in other.post(address, {NAME: late}).text
    clerk.refresh_from_db()
    assert clerk.email == "griffier@example.org"
    save(desk, clerk, email="ander@example.org")
    assert [waiting.after for waiting in clerk.account_changes.waiting()] == ["ander@example.org"]


def test_of_who_decided_and_is_erased_it_is_not_said_what_they_decided(councillor, secretary, second):
    change = changing.ask(user=councillor, what=ChangeOf.STEP, by=secretary)
    changing.refuse(change=change, by=second)
    change.refresh_from_db()
    assert change.outcome == "afgewezen"
    second.delete()
    change.refresh_from_db()
    assert change.outcome == "niet gedaan"
