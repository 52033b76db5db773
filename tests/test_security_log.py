"""The security log: what goes in it, what never does, and that nobody rewrites it."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import signing
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from consultation.actions.inviting import INVITATION_SALT
from consultation.models import Invitation
from partners.ground import security
from partners.ground.limits import MINUTE
from partners.ground.models import EventKind, SecurityEvent
from partners.ground.security.pages import in_words
from tests.roles import web_role as web_role
from tests.test_accounts import code_in
from tests.test_permissions import PRIVATE, address_of
from tests.test_permissions import people as people
from tests.test_permissions import things as things
from tests.test_second_step import STEP, codes_of
from tests.test_trouble import log as log

REWRITING = [
    "UPDATE ground_securityevent SET about = ''",
    "UPDATE ground_securityevent SET origin = ''",
    "UPDATE ground_securityevent SET made_at = now() - interval '1 year'",
    "DELETE FROM ground_securityevent",
]


def lines():
    """(kind, result, about, actor) of every line, the oldest first."""
    return list(SecurityEvent.objects.order_by("pk").values_list("kind", "result", "about", "actor_id"))


def test_signing_in_and_out_and_a_wrong_code_are_lines(client, councillor, mailoutbox):
    client.post("/inloggen/", {"login": councillor.email})
    code = code_in(mailoutbox[0])
    client.post("/inloggen/code/", {"code": "00000000"})
    client.post("/inloggen/code/", {"code": code})
    client.post("/uitloggen/")
    assert lines() == [
        ("foute code", "geweigerd", "account_confirm_login_code", None),
        ("ingelogd", "gelukt", "account_confirm_login_code", councillor.pk),
        ("uitgelogd", "gelukt", "account_logout", councillor.pk),
    ]
    assert set(SecurityEvent.objects.values_list("origin", flat=True)) == {"127.0.0.1"}
    event = SecurityEvent.objects.first()
    assert re.fullmatch(r"\w{4}-\w{4}", event.number)
    assert timezone.now() - event.made_at < timedelta(minutes=5)
    assert code not in str(list(SecurityEvent.objects.values()))


def test_signing_in_with_two_steps_is_one_line_and_a_wrong_second_step_another(client, secretary, mailoutbox):
    key = generate_totp_secret()
    TOTP.activate(secretary, key)
    client.post("/inloggen/", {"login": secretary.email})
    assert client.post("/inloggen/code/", {"code": code_in(mailoutbox[0])}).headers["Location"] == STEP
    client.post(STEP, {"code": "nietgoed"})
    client.post(STEP, {"code": codes_of(key)[1]})
    assert lines() == [
        ("foute code", "geweigerd", "mfa_authenticate", secretary.pk),
        ("ingelogd", "gelukt", "mfa_authenticate", secretary.pk),
    ]


def test_what_is_refused_taken_or_done_at_the_desk_is_a_line_with_what_it_was_about(
    client, councillor, secretary, zwolle
):
    client.force_login(councillor)
    assert client.get("/beheer/partners/user/", follow=True).status_code == 403
    client.force_login(secretary)
    client.get("/beheer/partners/user/")
    client.get("/beheer/partners/population/exporteren/csv/")
    client.post(f"/beheer/partners/partner/{zwolle.pk}/change/", {})
    assert lines() == [
        ("geweigerd", "geweigerd", "admin:login", councillor.pk),
        ("meegenomen", "gelukt", "admin:partners_population_export", secretary.pk),
        ("gedaan", "gelukt", f"admin:partners_partner_change {zwolle.pk}", secretary.pk),
    ]


def test_a_link_that_is_used_is_a_line_that_does_not_hold_the_link(client, open_consultation, council):
    invitation = Invitation.objects.create(consultation=open_consultation, body=council)
    token = signing.dumps(invitation.pk, salt=INVITATION_SALT)
    for _ in range(2):
        client.get(f"/uitnodiging/{token}/")
    (first, second) = lines()
    assert first == second
    assert re.fullmatch(r"consultation:invitation [0-9a-f]{8}", first[2])
    assert token[:6] not in str(list(SecurityEvent.objects.values()))


def test_who_is_held_up_is_a_line_and_nobody_fills_the_log(client, db, monkeypatch):
    monkeypatch.setitem(security.UNKNOWN, MINUTE, 3)
    strict = Client(enforce_csrf_checks=True)
    for _ in range(5):
        assert strict.post("/inloggen/", {"login": "x@example.org"}).status_code == 403
    assert lines() == [("geweigerd", "geweigerd", "account_login", None)] * 3


def aged(days, origin="192.0.2.77"):
    return SecurityEvent.objects.create(
        kind=EventKind.SIGNED_IN, result="gelukt", origin=origin, made_at=timezone.now() - timedelta(days=days)
    )


@pytest.mark.parametrize("statement", REWRITING)
def test_nobody_rewrites_the_log_not_even_the_owner_of_the_table(db, statement):
    aged(40)
    with pytest.raises(DatabaseError, match="kan alleen groeien"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_role_of_the_portal_may_add_read_and_forget_and_nothing_else(web_role):
    SecurityEvent.objects.create(
        kind=EventKind.SIGNED_IN, result="gelukt", made_at=timezone.now() - timedelta(days=200)
    )
    for statement in [*REWRITING, "TRUNCATE ground_securityevent"]:
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            web_role.execute(statement)
    SecurityEvent.objects.create(kind=EventKind.ACTED, result="gelukt")
    assert security.forget() == (0, 1)
    assert [kind for kind, *_ in lines()] == ["gedaan"]


def test_an_address_becomes_that_of_its_network_and_a_line_goes_after_its_term(db, settings):
    kept = [aged(13), aged(15), aged(15, origin="2001:db8:1:2:3::4"), aged(15, origin="")]
    aged(181)
    assert security.forget() == (2, 1)
    assert list(SecurityEvent.objects.order_by("pk").values_list("pk", "origin")) == [
        (kept[0].pk, "192.0.2.77"),
        (kept[1].pk, "192.0.2.0"),
        (kept[2].pk, "2001:db8:1::"),
        (kept[3].pk, ""),
    ]
    assert security.forget() == (0, 0)
    settings.KEEP_DAYS = settings.KEEP_DAYS | {"security": 10}
    assert security.forget() == (0, 0), "no setting makes a term of less than ninety days"


def test_the_log_is_read_at_the_desk_and_changed_by_nobody(client, secretary, councillor):
    event = aged(1)
    SecurityEvent.objects.create(kind=EventKind.SIGNED_IN, result="gelukt", actor_id=councillor.pk)
    SecurityEvent.objects.create(kind=EventKind.SIGNED_IN, result="gelukt", actor_id=10**9)
    client.force_login(secretary)
    page = client.get("/beheer/ground/securityevent/")
    assert page.status_code == 200
    for told in ("192.0.2.77", councillor.email, "een gewiste gebruiker"):
        assert told in page.text
    found = client.get("/beheer/ground/securityevent/", {"q": councillor.email}).text
    assert "192.0.2.77" not in found
    addresses = [f"/beheer/ground/securityevent/{event.pk}/{act}/" for act in ("change", "delete")]
    assert [client.post(address).status_code for address in addresses] == [403, 403]
    assert client.get("/beheer/ground/securityevent/add/").status_code == 403


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("admin:partners_user_change 12", "Gebruikers: bekijken of wijzigen, nummer 12"),
        ("admin:consultation_consultation_invite 3", "/beheer/consultation/consultation/3/uitnodigen/"),
        ("consultation:respond", "/consultaties/…/reageren/…/"),
        ("partners:people 7", "/partners/orgaan/7/mensen/"),
        ("account 12", "account 12"),
        ("weg:weg", "weg:weg"),
        ("", ""),
    ],
)
def test_a_page_in_the_log_is_named_in_dutch(about, said):
    assert in_words(about) == said


def test_no_key_stands_in_the_log_whatever_goes_wrong(client, things, goal, log):
    """Each address that is a key, with a form whose token lacks, a method that is not, and a key of which a bit is."""
    names = sorted({name for name, thing in PRIVATE if thing == "key"})
    keys, strict = {}, Client(enforce_csrf_checks=True)
    for name in names:
        arguments = things["key"](name)
        address = address_of(name, arguments)
        keys[name] = arguments["token"]
        answers = [strict.post(address), client.put(address), client.get(address.replace(keys[name], keys[name][:-1]))]
        assert [answer.status_code // 100 for answer in answers][1:] == [4, 4], name
    written = log()
    assert "Forbidden" in written
    assert "Method Not Allowed" in written
    assert [name for name, key in keys.items() if key[:12] in written] == []
