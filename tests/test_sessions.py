"""How long one stays signed in, where one is, and signing out elsewhere."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from regiozwolle.identity import sessions
from regiozwolle.identity.models import OpenSession
from tests.roles import pass_second_step
from tests.test_accounts import CODE, ask_for_code, code_in, is_signed_in

ACCOUNT = "/mijn-account/"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile Safari/604.1"


@pytest.fixture
def clock(monkeypatch):
    """Moves the clock of sessions on by so much."""
    real = timezone.now

    def move(time):
        now = real() + time
        monkeypatch.setattr(sessions.timezone, "now", lambda: now)

    return move


def sign_in(person, mailoutbox, said=""):
    """A browser in which `person` signed in with the mailed code."""
    client = Client(headers={"user-agent": said})
    ask_for_code(client, person.email)
    client.post(CODE, {"code": code_in(mailoutbox[-1])})
    return client


def test_a_member_is_signed_out_after_a_day_of_nothing_and_after_a_week_in_any_case(councillor, mailoutbox, clock):
    client = sign_in(councillor, mailoutbox)
    assert client.cookies["sessionid"]["max-age"] == 7 * 24 * 3600
    for hours in range(23, 7 * 24, 23):
        clock(timedelta(hours=hours))
        assert client.get("/mijn-reacties/").status_code == 200, hours
    clock(timedelta(days=7, minutes=1))  # an hour after it was used last
    assert client.get("/mijn-reacties/").status_code == 302
    again = sign_in(councillor, mailoutbox)
    clock(timedelta(days=7, minutes=1) + timedelta(hours=24, minutes=1))
    assert again.get("/mijn-reacties/").status_code == 302


def test_the_secretariat_is_signed_out_after_half_an_hour_of_nothing_and_after_twelve_in_any_case(
    client, secretary, mailoutbox, clock
):
    desk = sign_in(secretary, mailoutbox)
    pass_second_step(desk, secretary)
    for minutes in range(25, 12 * 60, 25):
        clock(timedelta(minutes=minutes))
        assert desk.get("/beheer/verwijderd/").status_code == 200, minutes
    clock(timedelta(hours=12, minutes=1))
    assert desk.get("/beheer/verwijderd/").headers["Location"].startswith("/beheer/login/")


def test_use_is_written_down_now_and_then_and_costs_a_page_nothing_else(member, clock):
    def writes():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            member.get("/contact/")
        return [query["sql"] for query in asked if query["sql"].startswith("UPDATE")]

    assert writes() == []
    clock(timedelta(hours=3))
    assert len(writes()) == 1
    assert writes() == []


def test_one_sees_where_one_is_signed_in_and_signs_out_there(councillor, outsider, mailoutbox):
    here, there = sign_in(councillor, mailoutbox, WINDOWS), sign_in(councillor, mailoutbox, IPHONE)
    stranger = sign_in(outsider, mailoutbox)
    page = here.get(ACCOUNT).text
    assert sorted(re.findall(r"<h3>(.* op .*)</h3>", page)) == ["Firefox op Windows", "Safari op iPhone"]
    assert page.count("Dit is waar u nu bent.") == 1
    assert "Doet u 24 uur niets, of bent u 7 dagen ingelogd?" in page
    (name,) = re.findall(r'name="session" value="(\w+)"', page)
    assert OpenSession.objects.get(session_key=there.session.session_key).name == name
    stranger.post(f"{ACCOUNT}sessies/", {"session": name})
    assert is_signed_in(there)
    said = here.post(f"{ACCOUNT}sessies/", {"session": name}, follow=True)
    assert "1\u00a0plek is uitgelogd." in said.text
    assert there.get("/mijn-reacties/").status_code == 302
    assert here.get("/mijn-reacties/").status_code == 200
    third = sign_in(councillor, mailoutbox)
    here.post(f"{ACCOUNT}sessies/")
    assert third.get("/mijn-reacties/").status_code == 302
    assert OpenSession.objects.of(councillor).count() == 1


def test_a_text_that_was_typed_in_a_session_that_ended_stands_there_again(member, draft, mailoutbox):
    """tests/test_typed.py and tests/test_kept_at_the_desk.py have how; here it is ended by the term."""
    address = f"/mijn-reacties/{draft.pk}/punten/{draft.points.get().pk}/"
    page = member.get(address)
    assert page.status_code == 200
    seal = re.search(r'name="seal" value="([^"]+)"', page.text).group(1)
    OpenSession.objects.all().end()
    answer = member.post(
        address, {"seal": seal, "text": "Een lange tekst.", "kind": "wens", "proposal": ""}, follow=True
    )
    assert answer.redirect_chain[-1][0].startswith("/inloggen/")
    ask_for_code(member, "raadslid@example.org")
    member.post(CODE, {"code": code_in(mailoutbox[-1])})
    assert "Een lange tekst." in member.get(address).text
