"""Registering for a meeting: by account or by a confirmed address, with a limit, a waiting list and a reminder."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from partners.ground import limits
from partners.ground.refusal import Refused
from regiozwolle.erasing import erase
from regiozwolle.meetings import registering
from regiozwolle.meetings.models import Meeting, Registration
from regiozwolle.retention.acts import retain
from tests import filling as at_desk
from tests.filling import form_on, send

ADDRESS = "/bijeenkomsten/regiodag/aanmelden/"
OWN = "/bijeenkomsten/aanmelding/"


@pytest.fixture
def meeting(deck):
    """One with two seats, for which one can register."""
    return Meeting.objects.create(
        slug="regiodag",
        title="Regiodag",
        kind="regiodag",
        held_on=timezone.localdate() + timedelta(days=20),
        seats=2,
        register_until=timezone.now() + timedelta(days=10),
        source=deck,
    )


def sent(client, **filled):
    return send(client, ADDRESS, form_on(client.get(ADDRESS), "csrfmiddlewaretoken"), **filled)


def press(client, row, act):
    return send(client, row.own_path, form_on(client.get(row.own_path), "csrfmiddlewaretoken"), act=act)


def register(meeting, number, people=1):
    """Somebody without an account, who confirmed it."""
    row = registering.register(
        meeting=meeting, people=people, organisation=f"Bureau {number}", email=f"a{number}@example.org"
    )
    registering.confirm(registration=row)
    return Registration.objects.get(pk=row.pk)


def assert_leads_to_own(answer):
    """To the page of a registration; the link to it has the second in it."""
    assert (answer.status_code, answer.url[: len(OWN)]) == (302, OWN)


def subjects(mailoutbox):
    return [(mail.subject.partition(":")[0], mail.to[0]) for mail in mailoutbox]


def test_who_signed_in_has_a_place_at_once_and_cancels_by_the_link(client, clerk, meeting, council, mailoutbox):
    client.force_login(clerk)
    assertContains(client.get("/bijeenkomsten/regiodag/"), ADDRESS)
    page = client.get(ADDRESS)
    assertNotContains(page, "Uw e-mailadres")
    answer = send(client, ADDRESS, form_on(page, "csrfmiddlewaretoken"), people="2")
    row = Registration.objects.get()
    assert_leads_to_own(answer)
    assert (row.partner, row.people, row.state, row.email) == (council.partner, 2, "aangemeld", "")
    assert_leads_to_own(client.get(ADDRESS))
    assertContains(client.get("/bijeenkomsten/regiodag/"), "Zwolle: 2\N{NO-BREAK SPACE}personen")
    assert subjects(mailoutbox) == [("U bent aangemeld", clerk.email)]
    assert OWN in mailoutbox[0].body
    press(client, row, "afmelden")
    assert meeting.free_seats == 2
    assert client.get(ADDRESS).status_code == 200


def test_who_has_no_account_confirms_it_by_mail_and_only_a_button_does_so(client, meeting, mailoutbox):
    filled = {"organisation": "Bureau", "people": "1", "email": "a@example.org"}
    assertRedirects(sent(client, **filled), f"{ADDRESS}?verstuurd=ja")
    assertContains(client.get(f"{ADDRESS}?verstuurd=ja"), "Kijk in uw mail")
    row = Registration.objects.get()
    assert (row.state, meeting.free_seats) == ("gevraagd", 2)
    assert client.get(row.own_path).status_code == 200
    assert Registration.objects.get().is_asked
    sent(client, **filled | {"email": "a@EXAMPLE.org"})
    assert subjects(mailoutbox) == [("Bevestig uw aanmelding", "a@example.org")] * 2
    for _ in range(2):
        press(client, row, "bevestig") if Registration.objects.get().is_asked else None
    assert (Registration.objects.get().state, meeting.free_seats) == ("aangemeld", 1)
    assertContains(client.get("/bijeenkomsten/regiodag/"), "Andere organisaties: 1")


def test_what_is_filled_in_wrongly_is_told_at_the_field_and_stays(client, meeting, zwolle):
    for filled, told in [
        ({"organisation": "Bureau", "people": "11", "email": "a@b.nl"}, "vul hooguit 10 in"),
        ({"people": "1", "email": "a@b.nl"}, "kies een partner, of vul uw organisatie in"),
        ({"partner": str(zwolle.pk), "organisation": "Bureau", "email": "a@b.nl"}, "u koos al een partner"),
        ({"organisation": "Bureau", "email": "geen adres"}, "geen adres"),
        ({"partner": "x", "email": "a@b.nl"}, "Fout"),
    ]:
        answer = sent(client, **filled)
        assert answer.status_code == 422
        assertContains(answer, told, status_code=422)
    assert not Registration.objects.exists()


def test_when_all_is_taken_one_waits_and_moves_up_when_another_cancels(client, meeting, mailoutbox):
    first, large, small = (register(meeting, 1, people=2), register(meeting, 2, people=2), register(meeting, 3))
    assert [first.state, large.state, small.state] == ["aangemeld", "wachtlijst", "wachtlijst"]
    assertContains(client.get("/bijeenkomsten/regiodag/"), "vrij: 0")
    mailoutbox.clear()
    registering.cancel(registration=first)
    assert [row.state for row in meeting.registrations.order_by("pk")] == ["afgemeld", "aangemeld", "wachtlijst"]
    assert subjects(mailoutbox) == [("U bent aangemeld", "a2@example.org")]
    Meeting.objects.update(seats=3)
    registering.keep_up()
    assert Registration.objects.get(pk=small.pk).is_placed


def test_the_secretariat_registers_and_cancels_for_who_asks_it(client, secretary, meeting, mailoutbox):
    client.force_login(secretary)
    desk = f"/beheer/meetings/meeting/{meeting.pk}/aanmelden/"
    back = f"/beheer/meetings/meeting/{meeting.pk}/change/"
    assertContains(client.get(back), desk)
    Meeting.objects.update(register_until=timezone.now() - timedelta(minutes=1))
    assertContains(client.get(desk), "Vrij: 2 van 2.")
    filled = {"organisation": "Bureau", "people": "2", "email": "a@example.org"}
    assertRedirects(at_desk.press(client, desk, filled), back)
    waits = filled | {"people": "1", "email": "b@example.org"}
    assertRedirects(at_desk.press(client, desk, waits), back)
    assertContains(at_desk.press(client, desk, waits | {"email": "B@example.org"}), registering.ALREADY_THERE)
    assertContains(at_desk.press(client, desk, {"people": "1"}), "Vul het e-mailadres in")
    first, second = Registration.objects.order_by("pk")
    assert (first.state, second.state) == ("aangemeld", "wachtlijst")
    cancelling = f"/beheer/meetings/registration/{first.pk}/afmelden/"
    assertContains(client.get(f"/beheer/meetings/registration/{first.pk}/change/"), cancelling)
    at_desk.press(client, cancelling)
    assertContains(client.get(cancelling), registering.NOT_THERE)
    assert [row.state for row in Registration.objects.order_by("pk")] == ["afgemeld", "aangemeld"]
    assert subjects(mailoutbox) == [
        ("U bent aangemeld", "a@example.org"),
        ("U staat op de wachtlijst", "b@example.org"),
        ("U bent aangemeld", "b@example.org"),
        ("U bent afgemeld", "a@example.org"),
    ]
    assert "Het secretariaat deed dit voor u." in mailoutbox[0].body
    Meeting.objects.update(is_cancelled=True)
    assertContains(client.get(desk), registering.HAS_BEEN)


def test_what_was_asked_for_and_not_confirmed_is_confirmed_at_the_desk(meeting, clerk):
    asked = registering.register(meeting=meeting, people=1, organisation="Bureau", email="a@example.org")
    registering.register(meeting=meeting, people=1, organisation="Bureau", user=clerk)
    at_once = {"meeting": meeting, "people": 1, "organisation": "Bureau"}
    assert registering.register_for(**at_once, email="A@example.org") == asked
    assert meeting.free_seats == 0
    with pytest.raises(Refused, match="al aangemeld"):
        registering.register_for(**at_once, email=clerk.email.upper())


def test_one_registers_in_time_for_what_goes_on(client, meeting):
    row = registering.register(meeting=meeting, people=1, organisation="Bureau", email="a@example.org")
    Meeting.objects.update(register_until=timezone.now())
    assertContains(client.get(ADDRESS), registering.CLOSED)
    assert client.post(ADDRESS, {"people": 1}).status_code == 409
    with pytest.raises(Refused, match="kan niet meer"):
        registering.confirm(registration=row)
    assertContains(client.get(row.own_path), "Bevestig")
    for wrong in ({"held_on": None, "date_text": "ooit"}, {"register_until": timezone.now() + timedelta(days=30)}):
        for name, value in wrong.items():
            setattr(meeting, name, value)
        with pytest.raises(ValidationError) as error:
            meeting.clean()
        assert list(error.value.message_dict) == ["register_until"]


def test_everyone_is_reminded_once_and_hears_that_it_does_not_go_on_once(meeting, mailoutbox):
    register(meeting, 1)
    register(meeting, 2, people=2)
    mailoutbox.clear()
    for days in (10, 18, 18, 19):
        registering.keep_up(on=timezone.localdate() + timedelta(days=days))
    assert subjects(mailoutbox) == [("Herinnering", "a1@example.org")]
    mailoutbox.clear()
    Meeting.objects.update(is_cancelled=True)
    for _ in range(2):
        registering.keep_up()
    assert subjects(mailoutbox) == [
        ("Gaat niet door", "a1@example.org"),
        ("Gaat niet door", "a2@example.org"),
    ]


def test_who_comes_hears_once_of_another_day_or_place_and_not_of_another_text(client, meeting, mailoutbox):
    register(meeting, 1)
    register(meeting, 2, people=2)
    registering.register(meeting=meeting, people=1, organisation="Bureau", email="unconfirmed@example.org")
    mailoutbox.clear()
    both = ["a1@example.org", "a2@example.org"]
    for change, told in [
        ({"summary": "Een andere tekst.", "title": "Regio dag"}, []),
        ({"place": "Stadhuis Zwolle"}, [("Verplaatst", to) for to in both]),
        ({"held_on": timezone.localdate() + timedelta(days=21)}, [("Verplaatst", to) for to in both]),
        ({"is_cancelled": True}, [("Gaat niet door", to) for to in both]),
        ({"is_cancelled": False}, [("Gaat toch door", to) for to in both]),
        ({"held_on": None, "date_text": "in het najaar", "register_until": None}, [("Verplaatst", to) for to in both]),
        ({"held_on": timezone.localdate() + timedelta(days=1), "date_text": ""}, [("Verplaatst", to) for to in both]),
    ]:
        Meeting.objects.update(**change)
        for _ in range(2):
            registering.keep_up()
        assert subjects(mailoutbox) == told, change
        mailoutbox.clear()


def test_the_mail_says_what_was_told_before_and_has_the_calendar_of_the_new_day(client, meeting, mailoutbox):
    row = register(meeting, 1)
    before = meeting.told
    Meeting.objects.update(place="Stadhuis Zwolle", held_on=timezone.localdate() + timedelta(days=21))
    registering.keep_up()
    told = mailoutbox[-1].body
    assert f"Eerder schreven wij u: {before}" in told
    assert "Stadhuis Zwolle" in told
    # Behind the first colon stands the second in which the link was made.
    assert row.own_path.partition(":")[0] in told
    assert "/bijeenkomsten/regiodag/kalender.ics" in told


def test_the_desk_says_how_many_hear_of_a_meeting_that_moves(client, secretary, meeting):
    client.force_login(secretary)
    address = f"/beheer/meetings/meeting/{meeting.pk}/change/"
    register(meeting, 1)
    assertContains(client.get(address), "een mail naar 1\N{NO-BREAK SPACE}adres van wie zich aanmeldde")
    page = send(client, address, form_on(client.get(address)), place="Stadhuis")
    page = client.get(page.url)
    assertContains(page, "Binnen tien minuten gaat er een mail naar 1\N{NO-BREAK SPACE}adres")
    page = send(client, address, form_on(client.get(address)), note="Iets.")
    assertNotContains(client.get(page.url), "Binnen tien minuten")


def test_who_was_not_reminded_in_time_is_when_the_worker_is_back_until_it_begins(meeting, mailoutbox):
    Meeting.objects.update(held_on=timezone.localdate() + timedelta(days=1))
    register(meeting, 1)
    mailoutbox.clear()
    registering.keep_up()
    registering.keep_up(on=timezone.localdate() + timedelta(days=1))
    assert subjects(mailoutbox) == [("Herinnering", "a1@example.org")]
    register(meeting, 2)
    mailoutbox.clear()
    an_hour_ago = timezone.localtime() - timedelta(hours=1)
    Meeting.objects.update(held_on=an_hour_ago.date(), starts_at=an_hour_ago.time(), register_until=None)
    registering.keep_up(on=an_hour_ago.date())
    assert subjects(mailoutbox) == []


def test_who_came_is_forgotten_and_how_many_came_for_whom_stays(client, meeting, zwolle, clerk):
    row = registering.register(meeting=meeting, people=2, partner=zwolle, user=clerk)
    register(meeting, 1)
    Meeting.objects.update(held_on=timezone.localdate() - timedelta(days=89))
    assert retain().registrations == 0
    Meeting.objects.update(held_on=timezone.localdate() - timedelta(days=91))
    assert retain().registrations == 2
    row.refresh_from_db()
    assert (row.user, row.email, row.partner, row.address) == (None, "", zwolle, "")
    assertContains(client.get("/bijeenkomsten/regiodag/"), "Zwolle: 2")


def test_who_is_erased_does_not_come_any_more(meeting, clerk):
    registering.register(meeting=meeting, people=1, organisation="Bureau", user=clerk)
    registering.register(meeting=meeting, people=1, organisation="Bureau", email=clerk.email.upper())
    erase(user=clerk)
    assert not Registration.objects.exists()


def test_a_program_that_registers_strangers_is_stopped(client, meeting, monkeypatch):
    monkeypatch.setitem(limits.REGISTERING.network, limits.HOUR, 2)
    told = [sent(client, organisation="B", people="1", email=f"{n}@example.org").status_code for n in range(3)]
    assert told == [302, 302, 429]
