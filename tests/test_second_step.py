"""The second step of signing in: no desk without it, setting it up, a phone lost, and how its secrets are kept."""

import re

import pytest
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.core.management import call_command
from django.test import Client
from pytest_django.asserts import assertRedirects

from consultation.models import Theme
from partners.ground.models import Change, Tally
from partners.models import User
from regiozwolle import settings as project
from regiozwolle.identity import factors
from tests.roles import one_step
from tests.test_accounts import CODE, ask_for_code, code_in, is_signed_in
from tests.test_permissions import ON_THE_DESK, PATTERNS, address_of

STEP, ACCOUNT = "/inloggen/tweede-stap/", "/mijn-account/"


@pytest.fixture
def one_factor(client, secretary):
    """The browser of the secretary, signed in with a mailed code alone."""
    one_step(client, secretary)
    return client


def key_on(page):
    """The key of the app that the page shows, as one types it over."""
    return re.search(r"<strong>((?:[A-Z2-7]{4} ?){8})</strong>", page.text).group(1).replace(" ", "")


def codes_of(key):
    """The codes that an app with this key shows now, the oldest first."""
    return [
        code for _, code in factors.present_codes(Authenticator(data={"secret": factors.FactorAdapter().encrypt(key)}))
    ]


def set_up_app(client):
    """Links an app in the browser; gives its key and the codes to recover with."""
    key = key_on(client.get(f"{ACCOUNT}app/"))
    page = client.post(f"{ACCOUNT}app/", {"code": codes_of(key)[1]}, follow=True)
    assert page.redirect_chain == [(f"{ACCOUNT}herstelcodes/", 302)]
    return key, re.findall(r"<code>([\d ]+)</code>", client.post(f"{ACCOUNT}herstelcodes/").text)


def test_no_address_of_the_desk_answers_without_the_second_step(one_factor, secretary):
    names = {
        address_of(name, ON_THE_DESK) if pattern.name else "/beheer/is/er/niet/": name
        for name, pattern, route in PATTERNS
        if route.startswith("beheer/") and name not in ("admin:logout", "admin:keep_text")
    }
    found = {}
    for address, name in names.items():
        for method in ("get", "post"):
            answer = getattr(one_factor, method)(address)
            led = answer.headers.get("Location", "").partition("?")[0]
            found.setdefault((answer.status_code, led), []).append(name)
        Tally.objects.all().delete()
    assert found.keys() == {(302, "/beheer/login/"), (302, f"{ACCOUNT}bevestigen/")}
    assert set(found[302, f"{ACCOUNT}bevestigen/"]) == {"admin:login"}
    assert len(found[302, "/beheer/login/"]) == 2 * len(names) - 2
    # What is typed is kept for who has the seal of the form, as for who is signed out.
    assert one_factor.post("/beheer/bewaard/").status_code == 403
    page = one_factor.get("/beheer/partners/user/", follow=True)
    assert page.redirect_chain[-1][0] == f"{ACCOUNT}?next=/beheer/partners/user/"
    assert "<strong>Het beheer is nog dicht.</strong>" in page.text
    assert 'href="/beheer/">Beheer</a>' not in page.text
    with pytest.raises(ValueError, match="second step"):
        page.wsgi_request.user.save()
    assert User.objects.get().is_superuser


def test_an_app_and_codes_to_recover_with_open_the_desk(one_factor, secretary, mailoutbox):
    other = Client()
    one_step(other, secretary)
    one_factor.get("/beheer/partners/user/", follow=True)
    wrong = one_factor.post(f"{ACCOUNT}app/", {"code": "12345"})
    assert "Fout: deze code klopt niet. Kijk of uw telefoon de juiste tijd heeft." in wrong.text
    assert '<path stroke="#000"' in wrong.text
    key, codes = set_up_app(one_factor)
    assert len(codes) == 10
    assert "Uw codes zijn al getoond." in one_factor.get(f"{ACCOUNT}herstelcodes/").text
    assert one_factor.get("/beheer/partners/user/").status_code == 200
    assert "U logt in met een code per e-mail en daarna de code uit uw app." in one_factor.get(ACCOUNT).text
    (told,) = mailoutbox
    assert (told.to, told.subject) == ([secretary.email], "Er is iets gewijzigd aan uw account bij Regio Zwolle")
    assert "Er is een app met codes gekoppeld." in told.body
    assert "Op uw andere apparaten bent u uitgelogd." in told.body
    assert (is_signed_in(one_factor), is_signed_in(other)) == (True, False)
    words = set(Change.objects.filter(table_name="mfa_authenticator").values_list("act__words", flat=True))
    assert words == {"app met codes gekoppeld", "herstelcodes getoond"}

    elsewhere = Client()
    ask_for_code(elsewhere, secretary.email)
    asked = elsewhere.post(CODE, {"code": code_in(mailoutbox[1])}, follow=True)
    assert asked.redirect_chain == [(STEP, 302)]
    assert "Nog één stap" in asked.text
    assert "Fout: deze code klopt niet, of is al gebruikt." in elsewhere.post(STEP, {"code": "000 000"}).text
    assertRedirects(elsewhere.post(STEP, {"code": codes_of(key)[1]}), "/beheer/")
    assert factors.factor_of(secretary, codes_of(key)[1]) is None  # whichever process is asked
    mailoutbox.clear()
    again = f"{ACCOUNT}bevestigen/"
    assertRedirects(elsewhere.post(again, {"code": codes[3].replace(" ", "-")}), ACCOUNT)
    # Who finds the paper is in by it, so its owner hears of it.
    assert mailoutbox[-1].to == [secretary.email]
    assert "Er is een herstelcode gebruikt." in mailoutbox[-1].body.replace("\n", " ")
    assert factors.factor_of(secretary, codes[3]) is None
    assert "U hebt nog 9\u00a0herstelcodes" in one_factor.get(ACCOUNT).text


def test_who_guesses_codes_of_an_app_is_stopped(one_factor, secretary):
    key, _ = set_up_app(one_factor)
    Tally.objects.all().delete()
    for _ in range(10):
        one_factor.post(f"{ACCOUNT}bevestigen/", {"code": "1"})
    refused = one_factor.post(f"{ACCOUNT}bevestigen/", {"code": codes_of(key)[-1]})
    assert "Fout: u probeerde het te vaak. Wacht tien minuten" in refused.text


def test_what_is_changed_asks_a_step_of_shortly_ago_and_the_last_step_takes_the_codes_along(
    one_factor, secretary, mailoutbox, monkeypatch
):
    set_up_app(one_factor)
    app = Authenticator.objects.get(type="totp")
    monkeypatch.setattr(factors, "RECENTLY", 0)
    away = one_factor.get(f"{ACCOUNT}{app.pk}/verwijderen/")
    assertRedirects(away, f"{ACCOUNT}bevestigen/?next=%2Fmijn-account%2F{app.pk}%2Fverwijderen%2F")
    monkeypatch.setattr(factors, "RECENTLY", 600)
    assert "uw herstelcodes vervallen" in one_factor.get(f"{ACCOUNT}{app.pk}/verwijderen/").text
    other = Client()
    one_step(other, secretary)
    one_factor.post(f"{ACCOUNT}{app.pk}/verwijderen/")
    assert (is_signed_in(one_factor), is_signed_in(other)) == (True, False)
    assert Authenticator.objects.count() == 0
    assert "Weggehaald: de app met codes." in mailoutbox[1].body


def test_what_is_typed_at_the_desk_waits_for_the_second_step(client, secretary, open_consultation):
    """The rights may go while somebody types: the form is kept, and stands there again after the step."""
    theme = Theme.objects.create(consultation=open_consultation, name="Zorg", heard="Weinig.")
    address = f"/beheer/consultation/theme/{theme.pk}/change/"
    client.force_login(secretary)
    seal = re.search(r'name="seal" value="([^"]+)"', client.get(address).text).group(1)
    one_step(client, secretary)
    answer = client.post(address, {"seal": seal, "kept_at": address, "heard": "Een lange tekst."})
    assert answer.headers["Location"].startswith("/beheer/login/")
    assert "Een lange tekst." in secretary.kept_texts.get().content
    theme.refresh_from_db()
    assert theme.heard == "Weinig."


def test_a_secret_is_read_with_its_key_alone_and_outlives_another_key(one_factor, secretary, settings):
    key, codes = set_up_app(one_factor)
    kept = "".join(str(factor.data) for factor in Authenticator.objects.all())
    assert key not in kept
    settings.FACTOR_KEYS = [Fernet.generate_key().decode(), *settings.FACTOR_KEYS]
    call_command("rewrite_factors", verbosity=0)
    settings.FACTOR_KEYS = settings.FACTOR_KEYS[:1]
    assert factors.factor_of(secretary, codes[0]).type == "recovery_codes"


@pytest.mark.parametrize("weak", ["geheim", "A" * 43 + "=", ""])
def test_a_weak_key_for_secrets_is_refused(weak, monkeypatch, capsys):
    monkeypatch.setattr(project, "ENVIRONMENT", {"FACTOR_KEYS": f"{Fernet.generate_key().decode()},{weak}"})
    with pytest.raises(SystemExit, match="FACTOR_KEYS heeft een sleutel die te makkelijk te raden is"):
        project.keys("FACTOR_KEYS", otherwise="")
