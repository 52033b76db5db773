"""A griffier asks people for the own body and ends their time; the secretariat does so for all bodies."""

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from partners.ground.models import Act
from partners.models import AccountInvitation, Body, BodyKind, Capacity, Mandate, Role, User
from partners.people import acts
from tests.filling import form_on
from tests.reading import words
from tests.test_accounts import is_signed_in

SOON = timezone.localdate() + timedelta(days=40)


@pytest.fixture
def path(council):
    return f"/partners/orgaan/{council.pk}/mensen/"


@pytest.fixture
def griffier(client, clerk):
    client.force_login(clerk)
    return client


@pytest.fixture
def administrator(db):
    return User.objects.create_user("beheerder@example.org", name="Bea Beheer", role=Role.ADMINISTRATOR)


def asked(body, email="nieuw@example.org", **fields):
    return AccountInvitation.objects.create(
        body=body, email=email, name=email.partition("@")[0].capitalize(), capacity=Capacity.COUNCILLOR, **fields
    )


def confirm(client, path, page):
    assert page.status_code == 200, words(page.text)
    return client.post(path, form_on(page, "signed"), follow=True)


def test_who_is_invited_is_shown_first_then_mailed_and_has_an_account_after_saying_yes(
    griffier, path, clerk, council, mailoutbox
):
    lines = {"p1-name": "Nieuw Lid", "p1-email": " Nieuw@Example.org", "p1-capacity": "raadslid"}
    lines |= {"p2-name": "Ook Een", "p2-email": "ook@example.org", "p2-capacity": "ambtenaar", "p2-ends_on": str(SOON)}
    preview = griffier.post(path, lines)
    assert "U nodigt 2 mensen uit. Er is nog geen mail verstuurd." in words(preview.text)
    assert (AccountInvitation.objects.count(), len(mailoutbox)) == (0, 0)
    told = words(confirm(griffier, path, preview).text)
    assert "1 hoedanigheid loopt. 2 uitnodigingen staan open." in told
    assert [mail.to for mail in mailoutbox] == [["nieuw@example.org"], ["ook@example.org"]]
    assert not User.objects.filter(email="nieuw@example.org").exists()
    invitation = AccountInvitation.objects.get(email="nieuw@example.org")
    assert (invitation.sent_by, invitation.lasts_until.date()) == (clerk, (timezone.now() + timedelta(days=30)).date())
    link = acts.path_of(invitation)
    assert link.split(":")[0] in mailoutbox[0].body
    griffier.logout()
    assert "Gerrie Griffier vraagt u te handelen voor de gemeenteraad van Zwolle" in words(griffier.get(link).text)
    assert not User.objects.filter(email="nieuw@example.org").exists()
    assertRedirects(griffier.post(link), "/inloggen/")
    (mandate,) = User.objects.get(email="nieuw@example.org").mandates.all()
    today = timezone.localdate()
    assert (mandate.body, mandate.capacity, mandate.starts_on, mandate.ends_on) == (council, "raadslid", today, None)
    gone = griffier.get(link)
    assert (gone.status_code, "Deze is al aangenomen of ingetrokken." in words(gone.text)) == (410, True)
    assert Act.objects.filter(words="uitnodiging voor een account aangenomen").count() == 1


def test_what_is_wrong_with_a_line_is_said_at_its_field_and_what_was_typed_stays(griffier, path, clerk, councillor):
    councillor.mandates.update(capacity=Capacity.COUNCILLOR)
    lines = {"p1-name": "Nieuw Lid", "p1-email": "geen adres", "p1-capacity": "raadslid", "p1-ends_on": "31-31-2027"}
    lines |= {"p2-name": "Ik", "p2-email": clerk.email, "p2-capacity": "ambtenaar"}
    lines |= {"p3-name": "Raadslid", "p3-email": councillor.email, "p3-capacity": "raadslid"}
    lines |= {"p4-name": "Nog een", "p4-email": "g@example.org", "p4-capacity": "griffier"}
    page = griffier.post(path, lines)
    said = words(page.text)
    for told in (
        "Schrijf de datum als 31-1-2024.",
        "U kunt uzelf niet uitnodigen.",
        "is al raadslid van dit orgaan",
        "Dit nodigt alleen het regiobureau uit. U kunt hier kiezen uit: raadslid, ambtenaar.",
    ):
        assert told in said, told
    assert 'value="Nieuw Lid"' in page.text
    assert 'value="31-31-2027"' in page.text
    assert AccountInvitation.objects.count() == 0


def test_a_sheet_invites_many_and_a_griffier_only_for_the_own_body(
    griffier, path, council, other_council, administrator, mailoutbox
):
    def upload(*rows):
        text = "Naam;E-mailadres;Orgaan;Hoedanigheid;Fractie;Tot en met\n" + "\n".join(rows)
        sheet = SimpleUploadedFile("mensen.csv", BytesIO(text.encode()).read())
        return griffier.post(path, {"sheet_sent": "1", "sheet": sheet})

    mine = f"Een Lid;een@example.org;;raadslid;Stadsbelang;{SOON:%d-%m-%Y}"
    theirs = f"Twee Lid;twee@example.org;{other_council.name};raadslid;;"
    wrong = "Drie;drie@example.org;;Statenlid;;"
    refused = words(upload(mine, wrong, theirs, wrong.replace("drie@", "vier@")).text)
    assert re.findall(r"Regel (\d)", refused) == ["3", "4", "5"]
    assert "Regel 4, Orgaan: Dit is een ander orgaan." in refused
    assert "past deze hoedanigheid niet" in refused
    assert "over alle organen" not in refused
    confirm(griffier, path, upload(mine))
    assert AccountInvitation.objects.values_list("email", "body", "party_group", "ends_on").get() == (
        "een@example.org",
        council.pk,
        "Stadsbelang",
        SOON,
    )
    griffier.force_login(administrator)
    assert "Eén blad mag over alle organen gaan" in words(griffier.get(path).text)
    confirm(griffier, path, upload(mine, theirs))
    assert set(AccountInvitation.objects.values_list("email", "body")) == {
        ("een@example.org", council.pk),
        ("twee@example.org", other_council.pk),
    }
    assert [mail.to for mail in mailoutbox] == [["een@example.org"], ["twee@example.org"]]


def test_an_old_invitation_says_whom_to_ask_and_works_again_once_sent_again(griffier, path, clerk, council, mailoutbox):
    invitation = asked(council, sent_by=clerk, sent_at=timezone.now() - timedelta(days=31))
    link = acts.path_of(invitation)
    old = griffier.post(link)
    assert (old.status_code, User.objects.filter(email=invitation.email).exists()) == (410, False)
    assert "Vraag Gerrie Griffier om een nieuwe" in words(old.text)
    assert "Verlopen op" in words(griffier.get(path).text)
    griffier.post(f"{path}uitnodiging/{invitation.pk}/")
    assert ([mail.to for mail in mailoutbox], griffier.get(link).status_code) == ([[invitation.email]], 200)
    griffier.post(f"{path}uitnodiging/{invitation.pk}/", {"withdraw": ""})
    assert (griffier.get(link).status_code, AccountInvitation.objects.count()) == (410, 0)
    theirs = asked(Body.objects.create(partner=council.partner, kind=BodyKind.BOARD, name="bestuur"))
    griffier.post(f"{path}uitnodiging/{theirs.pk}/", {"withdraw": ""})
    assert AccountInvitation.objects.count() == 1


def test_one_invitation_adds_to_an_account_that_is_there_and_opens_none_that_is_off(
    council, outsider, client, mailoutbox
):
    link = acts.path_of(asked(council, outsider.email))
    elsewhere = Client()
    for browser in (client, elsewhere):
        browser.force_login(outsider)
    client.post(link)
    assert outsider.mandates.held().count() == 2
    (told,) = mailoutbox
    assert (told.to, told.subject) == ([outsider.email], "Er is iets gewijzigd aan uw account bij Regio Zwolle")
    assert "Nu bent u: raadslid, gemeenteraad van Dalfsen; raadslid, gemeenteraad van Zwolle." in words(told.body)
    assert (is_signed_in(client), is_signed_in(elsewhere)) == (True, False)
    asked(council, outsider.email)
    off = User.objects.create_user("uit@example.org", is_active=False)
    page = client.post(acts.path_of(asked(council, off.email)))
    assert ("Dit account staat uit." in words(page.text), off.mandates.count()) == (True, 0)


def test_after_elections_one_act_ends_all_members_and_the_handover_goes_along(
    griffier, path, clerk, join, council, mailoutbox
):
    members = [join("een"), join("twee")]
    join("later").mandates.update(starts_on=SOON)
    join("ambtenaar", capacity=Capacity.OFFICER)
    address = f"{path}eindigen/"
    page = griffier.post(address, {"last_day": str(timezone.localdate())})
    assert "Voor 2 mensen is" in words(page.text)
    assert (Mandate.objects.exclude(ends_on=None).count(), len(mailoutbox)) == (0, 0)
    late = form_on(page, "read")
    join("drie")
    again = griffier.post(address, late)
    assert "Intussen is er iets veranderd." in words(again.text)
    griffier.post(address, form_on(again, "read"))
    ended = Mandate.objects.filter(ends_on=timezone.localdate())
    assert set(ended.values_list("user__name", flat=True)) == {"Een", "Twee", "Drie"}
    assert {mail.to[0] for mail in mailoutbox} == {"een@example.org", "twee@example.org", "drie@example.org"}
    assert all("/partners/zwolle/raad/overdracht/" in mail.body for mail in mailoutbox)
    assert members[0].mandates.held(timezone.localdate() + timedelta(days=1)).count() == 0


def test_one_mandate_ends_on_a_day_but_that_of_a_griffier_by_the_secretariat(
    griffier, path, clerk, councillor, council
):
    mandate = councillor.mandates.get()
    address = f"{path}{mandate.pk}/eindigen/"
    assert "begint pas op 30 maart 2022" in words(griffier.post(address, {"last_day": "2020-01-01"}).text)
    assertRedirects(griffier.post(address, {"last_day": str(timezone.localdate())}), path)
    mandate.refresh_from_db()
    assert mandate.ends_on == timezone.localdate()
    assert griffier.get(f"{path}{clerk.mandates.get().pk}/eindigen/").status_code == 403
    assert "Alleen via het regiobureau" in words(griffier.get(path).text)


def test_what_elected_members_hold_ends_when_the_next_term_begins(join, council, deck, mailoutbox):
    began = timezone.localdate() - timedelta(days=2)
    stays = [join("gekozen"), join("ambtenaar", capacity=Capacity.OFFICER), join("herkozen")]
    stays[0].mandates.update(starts_on=began)
    stays[2].mandates.update(ends_on=SOON)
    goes = join("vertrokken")
    council.terms.create(first_year=2022, last_year=2026, seats=39, starts_on=date(2022, 3, 31), source=deck)
    assert acts.end_with_term() == 0
    council.terms.create(first_year=began.year, last_year=began.year + 4, seats=39, starts_on=began, source=deck)
    assert (acts.end_with_term(), acts.end_with_term()) == (1, 0)
    assert goes.mandates.get().ends_on == began - timedelta(days=1)
    assert [user.mandates.get().ends_on for user in stays] == [None, None, SOON]
    assert [mail.to for mail in mailoutbox] == [[goes.email]]


def test_the_page_costs_the_same_however_many_people(griffier, path, join, council):
    griffier.get(path)
    with CaptureQueriesContext(connection) as few:
        griffier.get(path)
    for number in range(4):
        join(f"lid{number}")
        asked(council, f"gevraagd{number}@example.org")
    with CaptureQueriesContext(connection) as many:
        griffier.get(path)
    assert len(many) == len(few)
