"""What the secretariat sees of the kinds of mail before any of it is sent."""

import base64
import hashlib
import re

import pytest
from django.conf import settings

from partners.ground.mail.kinds import KINDS
from partners.ground.models import Mail

LIST = "/beheer/ground/mail/soorten/"
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def test_the_list_names_every_kind_and_who_gets_it_and_why_one_cannot_leave_it(desk):
    assert f'href="{LIST}"' in desk.get("/beheer/ground/mail/").text
    page = desk.get(LIST).text
    kind = r'<th scope="row"><a href="([^"]+)">([^<]+)</a></th>'
    goes_to = r'\s*<td data-label="Gaat naar">([^<]+)</td>'
    leaving = r'\s*<td data-label="Kan de ontvanger zich afmelden\?">([^<]+)</td>'
    rows = re.findall(kind + goes_to + leaving, page)
    assert {address for address, *_ in rows} == {f"{LIST}{kind.slug}/" for kind in KINDS.values()}
    assert [name for _, name, _, _ in rows] == sorted(kind.name for kind in KINDS.values())
    told = {name: (goes_to, leaving) for _, name, goes_to, leaving in rows}
    assert told["herinnering"][1] == "Ja, met één klik."
    assert told["te bevestigen reactie"][1].startswith("Nee: zonder bevestiging")


@every_kind
def test_a_kind_is_shown_as_text_and_in_a_frame_that_only_we_may_make(desk, kind):
    page = desk.get(f"{LIST}{kind.slug}/")
    assert "Waarom krijgt u deze e-mail?" in page.text
    assert settings.CONTACT_EMAIL in page.text
    assert f'src="{LIST}{kind.slug}/opmaak/"' in page.text
    assert "frame-src 'self'" in page.headers["Content-Security-Policy"]
    assert Mail.objects.count() == 0
    frame = desk.get(f"{LIST}{kind.slug}/opmaak/")
    style = re.search(r"<style>(.*?)</style>", frame.text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = frame.headers["Content-Security-Policy"]
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert "unsafe" not in policy
    assert frame.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_a_kind_that_is_not_there_is_not_found(desk):
    assert desk.get(f"{LIST}niets/").status_code == 404
    assert desk.post(LIST).status_code == 405
