"""What one visitor may ask of the portal is counted in the database: for all processes, and over a new start."""

import time
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory
from django.urls import reverse

from partners.ground import limits
from partners.ground.limits import DAY, HOUR, MINUTE, Limit, TooMany
from partners.ground.models import Mail, Tally
from regiozwolle.trouble.too_many import in_words
from tests.test_accounts import LOGIN, ask_for_code
from tests.test_permissions import ON_THE_DESK, PATTERNS, address_of

pytestmark = pytest.mark.django_db
FEW = Limit("proef", "Er is te vaak iets geprobeerd.", most={MINUTE: 2, DAY: 3}, network={MINUTE: 3})


def asked_from(address, user=None):
    request = RequestFactory().post("/", REMOTE_ADDR=address)
    request.user = user or AnonymousUser()
    return request


def passed(*requests):
    """How many of `requests` are within the limit of FEW."""
    refused = []
    for request in requests:
        try:
            limits.hold(request, FEW)
        except TooMany as refusal:
            refused.append(refusal)
    assert all(0 < refusal.wait <= DAY for refusal in refused)
    return len(requests) - len(refused)


def test_a_network_counts_as_one_and_who_signed_in_alone(councillor, clerk):
    assert passed(*[asked_from("192.0.2.1")] * 5) == 3
    assert passed(*[asked_from("192.0.2.2")] * 5) == 3
    assert passed(*[asked_from(f"2001:db8:0:1::{number}") for number in range(5)]) == 3
    assert passed(*[asked_from(f"2001:db8:0:{number}::1") for number in range(2, 7)]) == 5
    assert passed(*[asked_from("192.0.2.1", councillor)] * 5) == 2
    assert passed(*[asked_from("192.0.2.1", clerk)] * 2) == 2


def test_a_window_that_is_over_counts_for_nothing_and_the_longer_one_goes_on():
    one = asked_from("192.0.2.1")
    day_of_three = replace(FEW, network={MINUTE: 2, DAY: 3})
    limits.hold(one, day_of_three)
    limits.hold(one, day_of_three)
    Tally.objects.filter(seconds=MINUTE).update(window=time.time() // MINUTE - 1)
    limits.hold(one, day_of_three)
    with pytest.raises(TooMany) as refused:
        limits.hold(one, day_of_three)
    assert refused.value.wait == pytest.approx(DAY - time.time() % DAY, abs=5)
    limits.forget()
    assert set(Tally.objects.values_list("seconds", "count")) == {(MINUTE, 2), (DAY, 4)}
    Tally.objects.update(window=0)
    limits.forget()
    assert not Tally.objects.exists()


def test_nobody_can_be_known_by_what_is_counted():
    passed(asked_from("192.0.2.1"))
    kept = str(list(Tally.objects.values()))
    assert "192.0.2" not in kept
    assert "network" not in kept


def test_every_address_holds_to_the_limit_on_what_is_sent(client):
    """Whatever takes a form says so, and does nothing: the rule stands before all views. The API takes none."""
    client.post("/contact/")
    Tally.objects.filter(act=limits.SENDING.act).update(count=10**6)
    rest = {"token": "x", "endorsement_pk": 1, "body": 1, "sequence": 1, "purpose": "uitkomst", "provider_id": "x"}
    named = [name for name, pattern, _ in PATTERNS if pattern.name is not None]
    asked = {name: address_of(name, ON_THE_DESK | rest) for name in named}
    said = {name: client.post(address) for name, address in asked.items()}
    of_api = {name: said.pop(name).status_code for name in named if name.startswith("api:")}
    assert set(of_api.values()) == {405}
    assert {name: answer.status_code for name, answer in said.items() if answer.status_code != 429} == {}
    assert all(0 < int(answer.headers["Retry-After"]) <= DAY for answer in said.values())
    assert len(said) > 150


def test_who_is_held_up_reads_when_it_may_be_again_and_keeps_the_text(client, councillor, open_consultation, goal):
    form = f"/consultaties/{open_consultation.slug}/reageren/{goal.code}/"
    client.force_login(councillor)
    client.post("/contact/")
    Tally.objects.filter(seconds=MINUTE).update(count=10**6)
    page = client.post(form, {"text": "Meer woningen."})
    assert page.status_code == 429
    assert "<h1>Wacht een minuut en probeer het opnieuw</h1>" in page.text
    assert "Er is in korte tijd heel vaak iets verstuurd of opgeslagen." in page.text
    assert "Meer woningen.</textarea>" in page.text
    line = client.post(form, {"text": "Meer."}, headers={"HX-Request": "true", "HX-Target": "saved"})
    assert line.status_code == 200  # so that it is shown
    assert 0 < int(line.headers["Retry-After"]) <= MINUTE
    assert "Probeer het over een minuut opnieuw." in line.text
    assert "<html" not in line.text


def test_a_hall_of_sixty_gets_its_codes_within_a_minute_and_who_asks_on_is_stopped(client, join, mailoutbox):
    members = [join(f"lid{number}") for number in range(6)]
    for member in members * 2:
        ask_for_code(Client(), member.email)
    assert len(mailoutbox) == 12
    Tally.objects.filter(act="inloggen", seconds=MINUTE).update(count=limits.SIGNING_IN.network[MINUTE] - 1)
    assert client.post(LOGIN, {"login": ""}).status_code == 200
    page = client.post(LOGIN, {"login": members[0].email})
    assert page.status_code == 429
    assert "Er is in korte tijd heel vaak een code aangevraagd." in page.text
    assert "session" not in " ".join(client.cookies)
    assert len(mailoutbox) == 12
    assert limits.SIGNING_IN.network[MINUTE] >= 60


def test_who_searches_or_compares_on_and_on_waits_and_what_was_asked_stays(client, wording):
    compare = reverse("agenda:compare", args=[wording.version.agenda.slug])
    for act, address, asked, piece, kept in [
        ("zoeken", "/zoeken/", {"q": "woningen"}, "found", "U zocht naar ‘woningen’."),
        ("vergelijken", compare, {"van": 1, "naar": 1}, "comparison", "Wat u koos, staat er weer"),
    ]:
        assert client.get(address, asked).status_code == 200
        Tally.objects.filter(act=act).update(count=10**6)
        page = client.get(address, asked)
        assert (page.status_code, page.headers["Cache-Control"]) == (429, "no-store")
        assert kept in page.text
        assert f'href="{address}?{urlencode(asked)}"' in page.text.replace("&amp;", "&")
        line = client.get(address, asked, headers={"HX-Request": "true", "HX-Target": piece})
        assert (line.status_code, line.headers["Cache-Control"]) == (
            200,
            "no-store",
        )  # so that it is shown, and not kept
        assert f'<div id="{piece}"' in line.text
        assert "<html" not in line.text
    assert client.get("/zoeken/").status_code == 200
    assert limits.SEARCHING.network[MINUTE] >= 100 * 9  # a hall of a hundred, each a few words
    assert limits.COMPARING.network[MINUTE] >= 100 * 4


def test_strangers_get_few_mails_and_the_page_says_the_same(client):
    first = ask_for_code(Client(), "onbekend1@example.nl")
    Tally.objects.filter(act="onbekend adres", seconds=HOUR).update(count=limits.ALL_STRANGERS[HOUR])
    second = ask_for_code(Client(), "onbekend2@example.nl")
    assert [mail.to for mail in Mail.objects.all()] == ["onbekend1@example.nl"]
    assert first.redirect_chain == second.redirect_chain


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "een minuut"), (60, "een minuut"), (61, "2\u00a0minuten"), (3_600, "60\u00a0minuten"), (3_601, "2 uur")],
)
def test_the_wait_is_told_in_words(seconds, words):
    assert in_words(seconds) == words
