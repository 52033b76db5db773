"""Making a passkey, and signing in by it in two acts, with a device that Chromium plays."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_every_page import signed_in

MEMBER = "griffier@voorbeeldstad.example"
# A device with a passkey of its own, which knows at once that its holder is there.
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def site(demo):
    """The demo by its name: a passkey belongs to no address of numbers."""
    return demo.replace("127.0.0.1", "localhost")


@pytest.fixture
def page(chromium, site):
    """A page of who signed in with a code, on such a device."""
    without_scripts = signed_in(chromium, site, MEMBER)
    context = chromium.new_context(storage_state=without_scripts.storage_state(), locale="nl-NL")
    without_scripts.close()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    yield page
    context.close()


def test_a_passkey_signs_in_with_one_press_and_nothing_to_type(page, site):
    page.goto(f"{site}/mijn-account/")
    page.get_by_role("link", name="Maak een passkey").click()
    page.get_by_role("button", name="Maak een passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Herstelcodes")
    page.goto(f"{site}/uitloggen/")
    page.locator("main").get_by_role("button", name="Log uit").click()
    page.goto(f"{site}/inloggen/?next=/mijn-account/")
    page.get_by_role("button", name="Log in met mijn passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")
    expect(page.get_by_role("main")).to_contain_text("U logt in met uw passkey.")
    # Others who sign in as this griffier are not asked for it.
    page.get_by_role("main").get_by_role("link", name=re.compile("^Verwijder")).click()
    page.get_by_role("button", name="Verwijder").click()
    expect(page.get_by_role("main")).to_contain_text("U hebt nog geen passkey.")
