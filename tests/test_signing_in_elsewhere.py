"""Signing in with the account of a municipality: for whom it opens, and for whom it does not."""

import json

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from pytest_django.asserts import assertRedirects

from partners.ground.models import EventKind, SecurityEvent, Tally
from partners.models import User
from regiozwolle.identity import elsewhere
from regiozwolle.identity.models import OpenSession
from regiozwolle.safety import municipal
from tests.municipality import CLIENT, SECRET, running, signed_in_at
from tests.test_accounts import LOGIN, is_signed_in
from tests.test_second_step import STEP, codes_of

VIA = "/inloggen/via/zwolle/"
ZWOLLE = {
    "id": "zwolle",
    "name": "gemeente Zwolle",
    "server": "https://login.example.org",
    "client": CLIENT,
    "secret": SECRET,
    "domains": ["example.org"],
}


@pytest.fixture
def town(settings):
    """The server of the municipality, of which the site knows."""
    with running() as server:
        settings.SOCIALACCOUNT_PROVIDERS = municipal.providers(json.dumps([ZWOLLE | {"server": server.address}]))
        yield server


def led_by(browser, **sent):
    """The page that leads to the municipality."""
    Tally.objects.all().delete()
    page = browser.post(VIA, sent)
    return page, page.headers["Refresh"].removeprefix("0; url=")


def come_back(server, email, browser=None, *, verified=True, **sent):
    """(Its browser, the answer) of who signs in there with this address and comes back."""
    browser = browser or Client()
    server.person = {"email": email, "email_verified": verified}
    _, address = led_by(browser, **sent)
    return browser, browser.get(signed_in_at(server, address))


def why(browser, answer):
    """Why the answer leads back to signing in."""
    assert answer.headers["Location"] == LOGIN
    assert not is_signed_in(browser)
    (said,) = browser.get(LOGIN).context["messages"]
    return str(said)


def test_the_own_municipality_opens_the_own_account(town, councillor, outsider, client):
    page = client.get(f"{LOGIN}?next=/mijn-account/")
    assert "Log in via gemeente Zwolle" in page.text
    assert page.text.count('name="next" value="/mijn-account/"') == 3
    assert "dat uw gemeente noemt" in client.get("/privacy/").text
    page, address = led_by(client)
    assert address.startswith(f"{town.address}/authorize?client_id=portal&")
    assert address.replace("&", "&amp;") in page.text
    for in_token in (True, False):
        town.in_token = in_token
        browser, answer = come_back(town, "Raadslid@Example.org", next="/mijn-account/")
        assert answer.headers["Location"] == "/mijn-account/"
        assert "Robin Raadslid" in browser.get("/mijn-account/").text
    assert OpenSession.objects.of(councillor).count() == 2
    assertRedirects(browser.post(VIA), "/mijn-reacties/")
    assert SocialAccount.objects.count() == 0
    told = SecurityEvent.objects.filter(kind=EventKind.SIGNED_IN, result="gelukt", actor_id=councillor.pk)
    assert set(told.values_list("about", flat=True)) == {"openid_connect_callback"}


def test_nobody_comes_in_whose_address_is_not_sure_or_not_known(town, councillor):
    councillor.refresh_from_db()
    for verified in (False, None, "true", "false", 1):
        assert why(*come_back(town, councillor.email, verified=verified)).startswith("Gemeente Zwolle bevestigt niet")
    User.objects.create_user("ander@elders.example")
    assert why(*come_back(town, "ander@elders.example")).startswith("Gemeente Zwolle bevestigt niet")
    assert "Daarmee is hier geen account." in why(*come_back(town, "nieuw@example.org"))
    User.objects.filter(pk=councillor.pk).update(is_active=False)
    assert "het adres raadslid@example.org. Daarmee is hier geen account." in why(*come_back(town, councillor.email))
    assert User.objects.count() == 2
    assert SecurityEvent.objects.filter(kind=EventKind.SIGNED_IN, result="geweigerd").count() == 8


def test_what_the_municipality_did_not_say_to_this_browser_is_not_believed(town, councillor, client):
    failed = elsewhere.FAILED.format(name="gemeente Zwolle")
    _, address = led_by(Client())
    assert why(client, client.get(signed_in_at(town, address))) == failed  # asked in another browser
    browser, answer = come_back(town, councillor.email)
    assert is_signed_in(browser)
    again = Client()
    assert why(again, again.get(answer.request["PATH_INFO"], {"error": "access_denied"})) == failed
    town.in_token, town.subject_told = False, "18"
    assert why(*come_back(town, councillor.email)) == failed
    town.in_token, town.signs_with = True, ec.generate_private_key(ec.SECP256R1())
    assert why(*come_back(town, councillor.email)) == failed


def test_who_is_of_the_secretariat_passes_the_second_step_all_the_same(town, secretary):
    browser, answer = come_back(town, secretary.email)
    assert is_signed_in(browser)
    assert browser.get("/beheer/partners/user/").status_code == 302
    secret = generate_totp_secret()
    TOTP.activate(secretary, secret)
    browser, answer = come_back(town, secretary.email)
    assert answer.headers["Location"] == STEP
    assert not is_signed_in(browser)
    assert "Laat zien dat u het bent" in browser.get(STEP).text
    assertRedirects(browser.post(STEP, {"code": codes_of(secret)[1]}), "/beheer/")
    assert browser.get("/beheer/partners/user/").status_code == 200


def test_without_a_municipality_that_answers_one_signs_in_by_a_code(db, town, client, settings):
    assert client.get(VIA).status_code == 405
    assert client.post("/inloggen/via/elders/").status_code == 404
    assert client.get("/inloggen/via/elders/terug/").status_code == 404
    settings.SOCIALACCOUNT_PROVIDERS = municipal.providers(json.dumps([ZWOLLE | {"server": f"{town.address}/weg"}]))
    assert "is niet gelukt" in why(client, client.post(VIA))
    assert "is niet gelukt" in why(client, client.get(f"{VIA}terug/?code=1&state=1"))
    settings.SOCIALACCOUNT_PROVIDERS = municipal.providers("")
    assert "Of via uw gemeente" not in client.get(LOGIN).text
    assert "dat uw gemeente noemt" not in client.get("/privacy/").text


@pytest.mark.parametrize(
    "wrong",
    [
        "{",
        '{"zwolle": 1}',
        json.dumps([{"id": "zwolle"}]),
        json.dumps([ZWOLLE | {"domains": []}]),
        json.dumps([ZWOLLE | {"secret": ""}]),
        json.dumps([ZWOLLE, ZWOLLE]),
        json.dumps([ZWOLLE | {"server": "http://login.example.org"}]),
    ],
)
def test_a_municipality_that_is_set_up_wrong_ends_the_program(wrong):
    with pytest.raises(SystemExit, match="^MUNICIPAL_SIGN_IN (is|heeft) .* docs/hosting.md"):
        municipal.providers(wrong)
