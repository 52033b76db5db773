"""Signing in by a mailed code: the way in, every way in which it goes wrong, and the way out."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django.asserts import assertRedirects

from partners.ground.models import Mail, MailPriority, Tally
from partners.models import User
from tests import working

LOGIN, CODE, LOGOUT = "/inloggen/", "/inloggen/code/", "/uitloggen/"


def code_in(message):
    return re.search(r"^(\d{4}-\d{4})$", message.body, re.MULTILINE).group(1)


def ask_for_code(client, email, next_page=""):
    return client.post(f"{LOGIN}?next={next_page}" if next_page else LOGIN, {"login": email}, follow=True)


def is_signed_in(client):
    return "_auth_user_id" in client.session


def with_session(key):
    """A browser that holds the key of a session, as of who copied it."""
    browser = Client()
    browser.cookies["sessionid"] = key
    return browser


def test_the_mailed_code_signs_in(client, councillor, mailoutbox):
    page = ask_for_code(client, councillor.email)
    assert page.redirect_chain == [(CODE, 302)]
    assert "Wij sturen een e-mail naar <strong>raadslid@example.org</strong>" in page.text
    client.post(CODE, {"code": "00000000"})
    assert not is_signed_in(client)
    page = client.post(CODE, {"code": code_in(mailoutbox[0])}, follow=True)
    assert page.redirect_chain == [("/mijn-reacties/", 302)]
    assert "U bent ingelogd als Robin Raadslid." in page.text
    assert is_signed_in(client)


def test_the_code_may_be_typed_without_its_dash_and_with_spaces(client, councillor, mailoutbox):
    ask_for_code(client, councillor.email)
    client.post(CODE, {"code": f" {code_in(mailoutbox[0]).replace('-', ' ')} "})
    assert is_signed_in(client)


def test_the_address_may_be_typed_in_capitals(client, councillor, mailoutbox):
    ask_for_code(client, "Raadslid@Example.ORG")
    client.post(CODE, {"code": code_in(mailoutbox[0])})
    assert is_signed_in(client)


@pytest.mark.parametrize(
    "typed", ["raadslid@example.org\u200b", "\ufeffraadslid@example.org", "raads\u00adlid@example.org"]
)
def test_what_cannot_be_seen_is_no_part_of_an_address(client, councillor, mailoutbox, typed):
    ask_for_code(client, typed)
    client.post(CODE, {"code": code_in(mailoutbox[0])})
    assert is_signed_in(client)


def test_both_spellings_of_a_domain_are_one_person(client, db, mailoutbox):
    person = User.objects.create_user("wim@bücher.example")
    assert person.email == "wim@xn--bcher-kva.example"
    ask_for_code(client, "Wim@Bücher.example")
    client.post(CODE, {"code": code_in(mailoutbox[0])})
    assert is_signed_in(client)
    with pytest.raises(ValidationError, match="bestaat al"):
        User(email="wim@bücher.example").full_clean(exclude=["password"])


def test_the_mail_says_what_it_is_and_links_to_us_only(client, councillor, mailoutbox, settings):
    ask_for_code(client, councillor.email)
    (message,) = mailoutbox
    code = code_in(message)
    assert message.to == ["raadslid@example.org"]
    assert message.subject == f"Uw code om in te loggen bij Regio Zwolle: {code}"
    assert message.reply_to == ["regiozwolle@zwolle.nl"]
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    assert message.extra_headers["Content-Language"] == "nl"
    assert message.extra_headers["Message-ID"].endswith(f"@{urlsplit(settings.SITE_URL).hostname}>")
    assert message.message().get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.message().get_payload()] == ["text/plain", "text/html"]
    html = message.alternatives[0].content
    assert '<html lang="nl">' in html
    for text in (message.body, html):
        assert "10 minuten geldig" in text
        assert "nooit om een wachtwoord" in text
        assert f"{settings.SITE_URL}{CODE}?code={code}" in text
        assert {urlsplit(link).netloc for link in re.findall(r"https?://[^\s\"<]+", text)} == {
            urlsplit(settings.SITE_URL).netloc
        }


def test_the_link_in_the_mail_fills_in_the_code_but_signs_in_nobody(client, councillor, mailoutbox):
    ask_for_code(client, councillor.email)
    code = code_in(mailoutbox[0])
    page = client.get(CODE, {"code": code})
    assert f'value="{code}"' in page.text
    assert not is_signed_in(client)


def test_the_link_in_the_mail_is_of_no_use_in_another_browser(client, councillor, mailoutbox):
    ask_for_code(client, councillor.email)
    elsewhere = Client()
    page = elsewhere.get(CODE, {"code": code_in(mailoutbox[0])}, follow=True)
    assert page.redirect_chain == [(LOGIN, 302)]
    assert "Deze code werkt niet meer." not in page.text
    assert "Vroeg u de code op een ander apparaat of in een andere browser? Open de link dan daar" in page.text
    client.post(CODE, {"code": code_in(mailoutbox[0])})
    assert is_signed_in(client)


def test_the_code_field_helps_whoever_pastes_or_has_a_phone(client, councillor):
    page = ask_for_code(client, councillor.email)
    field = re.search(r"<input[^>]*name=\"code\"[^>]*>", page.text).group()
    assert 'autocomplete="one-time-code"' in field
    assert 'inputmode="numeric"' in field
    assert "maxlength" not in field


def test_an_unknown_address_sees_the_same_page_and_gets_another_mail(client, councillor, mailoutbox):
    known = ask_for_code(client, councillor.email)
    unknown = ask_for_code(Client(), "niemand@example.org")
    strip = re.compile(r'value="[^"]{40,}"|raadslid@example.org|niemand@example.org')
    assert strip.sub("", known.text) == strip.sub("", unknown.text)
    assert mailoutbox[1].to == ["niemand@example.org"]
    assert mailoutbox[1].subject == "U hebt nog geen account bij Regio Zwolle"
    assert "/inloggen/geen-account/" in mailoutbox[1].body
    assert not re.search(r"\d{4}-\d{4}", mailoutbox[1].body)
    assert User.objects.count() == 1


def test_a_closed_account_is_as_unknown(client, councillor, mailoutbox):
    User.objects.update(is_active=False)
    ask_for_code(client, councillor.email)
    assert mailoutbox[0].subject == "U hebt nog geen account bij Regio Zwolle"


def test_an_old_address_no_longer_signs_in(client, councillor, mailoutbox):
    """allauth keeps a list of addresses of its own; ours is the only one that counts."""
    ask_for_code(client, councillor.email)
    client.post(CODE, {"code": code_in(mailoutbox[0])})
    assert EmailAddress.objects.count() == 0
    User.objects.update(email="nieuw@example.org")
    ask_for_code(Client(), "raadslid@example.org")
    assert mailoutbox[1].subject == "U hebt nog geen account bij Regio Zwolle"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "vul uw e-mailadres in"),
        ("raadslid", "vul een heel e-mailadres in, zoals naam@gemeente.nl"),
        ("a\x00b@example.org", "vul een heel e-mailadres in, zoals naam@gemeente.nl"),
    ],
)
def test_a_wrong_address_is_explained_at_the_field(client, db, mailoutbox, typed, says):
    page = client.post(LOGIN, {"login": typed})
    assert page.status_code == 200
    assert f"Fout: {says}" in page.text
    assert f'<a href="#id_login">{says.capitalize()}</a>' in page.text
    assert "<title>Fout: Inloggen – Regio Zwolle</title>" in page.text
    assert mailoutbox == []


def test_a_wrong_code_is_explained_and_the_right_one_still_works(client, councillor, mailoutbox):
    ask_for_code(client, councillor.email)
    page = client.post(CODE, {"code": "0000-000x"})
    assert "Fout: deze code klopt niet. Gebruik de code uit de nieuwste e-mail." in page.text
    assert 'value="0000-000x"' in page.text
    client.post(CODE, {"code": code_in(mailoutbox[0])})
    assert is_signed_in(client)


def test_an_empty_code_is_explained(client, councillor):
    ask_for_code(client, councillor.email)
    assert "Fout: vul de code in" in client.post(CODE, {"code": ""}).text


def test_after_three_wrong_codes_a_new_one_is_needed(client, councillor, mailoutbox):
    ask_for_code(client, councillor.email)
    for _ in range(2):
        assert client.post(CODE, {"code": "1"}).status_code == 200
    page = client.post(CODE, {"code": "1"}, follow=True)
    assert page.redirect_chain == [(LOGIN, 302)]
    assert page.text.count("Deze code werkt niet meer. Vraag hieronder een nieuwe code aan.") == 1
    client.post(CODE, {"code": code_in(mailoutbox[0])})
    assert not is_signed_in(client)


def test_a_code_is_no_good_after_its_time(client, councillor, mailoutbox):
    ask_for_code(client, councillor.email)
    assert client.get(CODE).status_code == 200
    make_older(client, seconds=590)
    assert client.get(CODE).status_code == 200
    make_older(client, seconds=20)
    page = client.post(CODE, {"code": code_in(mailoutbox[0])}, follow=True)
    assert page.redirect_chain == [(LOGIN, 302)]
    assert "Deze code werkt niet meer." in page.text
    assert not is_signed_in(client)


def make_older(client, *, seconds):
    """Lets the code that this browser asked for have been sent so much earlier."""
    session = client.session
    session[LOGIN_SESSION_KEY]["state"]["stages"]["login_by_code"]["data"]["at"] -= seconds
    session.save()


def test_a_code_works_once(client, councillor, mailoutbox):
    """Nor does it in the session in which it was asked, which is another one from then on."""
    ask_for_code(client, councillor.email)
    code, asked_in = code_in(mailoutbox[0]), client.session.session_key
    client.post(CODE, {"code": code})
    assert is_signed_in(client)
    copied = with_session(asked_in)
    copied.post(CODE, {"code": code})
    assert not is_signed_in(copied)
    client.post(LOGOUT)
    client.post(CODE, {"code": code})
    assert not is_signed_in(client)


def test_one_goes_on_to_where_one_was_going(client, councillor, mailoutbox):
    ask_for_code(client, councillor.email, "/contact/")
    page = client.post(f"{CODE}?next=/contact/", {"code": code_in(mailoutbox[0])}, follow=True)
    assert page.redirect_chain == [("/contact/", 302)]


def test_an_expired_code_does_not_lose_where_one_was_going(client, councillor, mailoutbox, settings):
    ask_for_code(client, councillor.email, "/contact/")
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = -1
    client.post(f"{CODE}?next=/contact/", {"code": "1"})
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
    ask_for_code(client, councillor.email)
    page = client.post(CODE, {"code": code_in(mailoutbox[1])}, follow=True)
    assert page.redirect_chain == [("/contact/", 302)]


@pytest.mark.parametrize(("role", "home"), [("councillor", "/mijn-reacties/"), ("secretary", "/beheer/")])
def test_one_who_is_signed_in_already_is_not_led_to_an_old_page(client, request, role, home):
    client.force_login(request.getfixturevalue(role))
    assertRedirects(client.get(f"{LOGIN}?next=/contact/"), "/contact/")
    assertRedirects(client.post(f"{LOGIN}?next=/contact/", {"login": "x"}), "/contact/")
    assertRedirects(client.get(LOGIN), home)


def test_a_destination_from_before_signing_in_elsewhere_is_forgotten(client, councillor):
    ask_for_code(client, councillor.email, "/contact/")
    client.force_login(councillor)
    assert client.get(LOGIN).headers["Location"] == "/mijn-reacties/"


def test_asking_for_another_code_does_not_lose_where_one_was_going(client, councillor, mailoutbox):
    goes_on = "Daarna gaat u door naar de pagina waar u naartoe wilde."
    ask_for_code(client, councillor.email, "/mijn-reacties/?a=1%26b=2")
    page = client.get(LOGIN, follow=True)
    assert page.redirect_chain == [(CODE, 302)]
    again = re.search(r'name="next" value="(/inloggen/[^"]*)"', page.text).group(1)
    assert again == "/inloggen/?next=%2Fmijn-reacties%2F%3Fa%3D1%26b%3D2"
    page = client.post(LOGOUT, {"next": again}, follow=True)
    assert page.redirect_chain == [(again, 302)]
    assert goes_on in page.text
    client.post(again, {"login": councillor.email})
    page = client.post(CODE, {"code": code_in(mailoutbox[1])})
    assertRedirects(page, "/mijn-reacties/?a=1&b=2")


@pytest.mark.parametrize(
    ("going", "wanted"),
    [
        ("/consultaties/conceptagenda/reageren/RZ24-L1.2/", "U wilt reageren op opgave 1.2. Log eerst in."),
        ("/consultaties/conceptagenda/vragen/", "U wilt de vragen beantwoorden. Log eerst in."),
        ("/consultaties/conceptagenda/reageren/RZ24-X/", ""),
        ("/bestaat-niet/", ""),
    ],
)
def test_who_must_sign_in_first_reads_what_they_were_about_to_do(client, open_consultation, wording, going, wanted):
    page = client.get(f"{LOGIN}?next={going}").text
    assert ("U wilt" in page) == bool(wanted)
    assert wanted in page


def test_one_who_needs_a_new_code_reads_that_the_way_is_not_lost(client, councillor, settings):
    ask_for_code(client, councillor.email, "/contact/")
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = -1
    page = client.post(CODE, {"code": "1"}, follow=True)
    assert page.redirect_chain == [(LOGIN, 302)]
    assert "Daarna gaat u door naar de pagina waar u naartoe wilde." in page.text


@pytest.mark.parametrize(
    "elsewhere", ["https://example.com/", "//example.com", "/\\example.com", "javascript:alert(1)"]
)
def test_nobody_is_led_to_another_site(client, councillor, mailoutbox, elsewhere):
    ask_for_code(client, councillor.email, elsewhere)
    page = client.post(f"{CODE}?next={elsewhere}", {"code": code_in(mailoutbox[0])})
    assertRedirects(page, "/mijn-reacties/")


def test_another_address_can_be_used_while_a_code_is_under_way(client, councillor, clerk, mailoutbox):
    ask_for_code(client, councillor.email)
    assert client.get(LOGIN).headers["Location"] == CODE
    page = client.post(LOGOUT, {"next": LOGIN}, follow=True)
    assert page.redirect_chain == [(LOGIN, 302)]
    ask_for_code(client, clerk.email)
    client.post(CODE, {"code": code_in(mailoutbox[1])})
    assert client.session["_auth_user_id"] == str(clerk.pk)


def test_codes_for_one_address_are_limited(client, councillor, mailoutbox):
    for _ in range(3):
        ask_for_code(Client(), councillor.email)
    page = ask_for_code(Client(), councillor.email)
    assert page.status_code == 200
    assert "Fout: u vroeg te vaak een code aan. Wacht een minuut" in page.text
    assert len(mailoutbox) == 3


def test_too_many_requests_from_one_connection_get_a_page_that_says_so(client, db):
    client.post(LOGIN, {"login": ""})
    Tally.objects.filter(act="inloggen", seconds=60).update(count=100)
    page = client.post(LOGIN, {"login": ""})
    assert page.status_code == 429
    assert "<h1>Wacht een minuut en probeer het opnieuw</h1>" in page.text


def test_a_code_waits_for_no_mail_server_and_is_in_no_log(client, councillor, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    page = client.post(LOGIN, {"login": councillor.email})
    assert (page.status_code, page.url) == (302, "/inloggen/code/")
    code = Mail.objects.get()
    assert (code.about, code.priority, code.to) == ("Inloggen", MailPriority.CODE, councillor.email)
    assert code.expires_at - code.created_at == timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)


def test_the_desk_asks_to_sign_in_and_refuses_one_who_is_not_of_the_secretariat(client, councillor):
    assert client.get("/beheer/", follow=True).redirect_chain[-1] == ("/inloggen/?next=/beheer/", 302)
    client.force_login(councillor)
    page = client.get("/beheer/", follow=True)
    assert page.status_code == 403
    assert "U hebt geen toegang tot deze pagina" in page.text


def test_signing_out_is_asked_first_and_forgets_the_session(client, councillor):
    client.force_login(councillor)
    page = client.get(LOGOUT)
    assert "<h1>Wilt u uitloggen?</h1>" in page.text
    assert is_signed_in(client)
    page = client.post(LOGOUT, follow=True)
    assert page.redirect_chain == [("/", 302)]
    assert "U bent uitgelogd." in page.text
    assert not is_signed_in(client)
    client.force_login(councillor)
    copied = with_session(client.session.session_key)
    assert is_signed_in(copied)
    assert client.post(LOGOUT).headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_signed_in(copied)


def test_one_who_has_no_account_reads_whom_to_ask(client, db):
    page = client.get("/inloggen/geen-account/")
    assert "<h1>Hoe krijgt u een account?</h1>" in page.text
    assert "mailto:regiozwolle@zwolle.nl" in page.text
    assert "set-cookie" not in page.headers


def test_nobody_can_sign_up(client, db):
    assert client.post("/inloggen/geen-account/", {"email": "nieuw@example.org"}).status_code == 405
    assert User.objects.count() == 0


@pytest.mark.parametrize(
    "name", ["account_email", "account_change_password", "account_reset_password", "account_reauthenticate"]
)
def test_what_we_do_not_use_of_allauth_has_no_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_looking_around_sets_no_cookie(client, db):
    for address in ("/", "/inloggen/geen-account/", "/inloggen/geen-toegang/", "/uitloggen/", "/mijn-reacties/"):
        assert client.get(address).cookies == {}, address


def test_a_lapsed_form_of_signing_in_says_so(db):
    client = Client(enforce_csrf_checks=True)
    page = client.post(LOGIN, {"login": "raadslid@example.org"})
    assert page.status_code == 403
    assert "<h1>Het formulier is niet verwerkt</h1>" in page.text
    assert 'href="/inloggen/">Open de pagina opnieuw</a>' in page.text


def test_the_demo_shows_its_mails(client, councillor, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    assert "Er is nog geen e-mail." in client.get("/demo/post/").text
    mail.send_mail("Een oud bericht", "Eerste <b>regel</b>", None, ["ander@example.org"])
    ask_for_code(client, councillor.email)
    working.do_all()
    page = client.get("/demo/post/")
    assert page.text.count("<article") == 2
    assert "Aan raadslid@example.org" in page.text
    assert re.search(r'<a href="[^"]*/inloggen/code/\?code=\d{4}-\d{4}"', page.text)
    assert "Eerste &lt;b&gt;regel&lt;/b&gt;" in page.text
