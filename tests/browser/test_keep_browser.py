"""What somebody types is kept: in the browser at once, on the server a moment later, and never called so before."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.test_respond_browser import sign_in

MEMBER = "raadslid2@voorbeeldstad.example"
SAVED = re.compile(r"Opgeslagen om \d{1,2}\.\d{2}\suur\.")


def form_of(code, demo):
    return f"{demo}/consultaties/voorbeeldconsultatie/reageren/RZ24-L{code}/"


@pytest.fixture(scope="module")
def signed_in(chromium, demo):
    """The cookies of the member, who signs in once: codes are limited per address."""
    context = chromium.new_context(locale="nl-NL")
    page = context.new_page()
    page.goto(f"{demo}/inloggen/")
    sign_in(page, demo, MEMBER)
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn reacties")
    yield context.storage_state()
    context.close()


@pytest.fixture
def page(chromium, signed_in):
    context = chromium.new_context(storage_state=signed_in, viewport={"width": 390, "height": 844}, locale="nl-NL")
    yield context.new_page()
    context.close()


def begin(page, demo, code):
    """Opens the form for a passage and chooses all that must be chosen; returns the field to type in."""
    page.goto(form_of(code, demo))
    if (own := page.get_by_label("Voor mijzelf, als raadslid")).count():
        own.check()
    page.get_by_label("Wens:").check()
    return page.get_by_label("Wat wilt u meegeven?")


def local(page):
    """The texts that this browser keeps."""
    return page.evaluate("""() => new Promise((resolve) => {
        indexedDB.open("keep", 1).onsuccess = ({ target }) => {
            if (!target.result.objectStoreNames.contains("texts")) return resolve([]);
            const request = target.result.transaction("texts").objectStore("texts").getAll();
            request.onsuccess = () => {
                target.result.close();
                resolve(request.result.map((entry) => entry.texts.text));
            };
        };
    })""")


def until(holds):
    """Waits until `holds()`, at most ten seconds."""
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.1)


def is_no_post(route):
    """Lets everything through but what is sent."""
    if route.request.method == "POST":
        route.abort()
    else:
        route.continue_()


def test_without_a_connection_it_is_said_at_the_field_and_saved_when_there_is_one(page, demo):
    text = begin(page, demo, "1.c")
    text.press_sequentially("In de trein.")
    expect(page.get_by_text(SAVED)).to_be_visible()
    page.context.set_offline(True)
    text.press_sequentially(" In de tunnel getikt.")
    trouble = page.get_by_role("alert")
    expect(trouble).to_contain_text("Nog niet opgeslagen. Geen verbinding.")
    expect(trouble).to_be_in_viewport()
    assert local(page) == ["In de trein. In de tunnel getikt."]
    page.get_by_role("button", name="Controleer uw reactie").click()
    expect(text).to_have_value("In de trein. In de tunnel getikt.")
    page.context.set_offline(False)
    expect(page.get_by_text(SAVED)).to_be_visible()
    expect(trouble).to_have_count(0)
    until(lambda: local(page) == [])


def test_what_only_the_browser_had_is_put_back_and_what_was_saved_can_be_chosen(page, demo):
    begin(page, demo, "1.a").press_sequentially("Wat is opgeslagen.")
    expect(page.get_by_text(SAVED)).to_be_visible()
    page.route("**/*", is_no_post)
    page.get_by_label("Wat wilt u meegeven?").press_sequentially(" En wat niet.")
    expect(page.get_by_role("alert")).to_be_visible()
    # The form is opened again where the point now stands, while the first tab still has no connection.
    again = page.context.new_page()
    again.goto(form_of("1.a", demo))
    text = again.get_by_label("Wat wilt u meegeven?")
    expect(again.get_by_text("Wij vonden tekst die nog niet was bewaard.")).to_be_visible()
    expect(text).to_have_value("Wat is opgeslagen. En wat niet.")
    again.get_by_role("button", name="Zet terug wat hier stond").click()
    expect(text).to_have_value("Wat is opgeslagen.")
    again.get_by_role("button", name=re.compile("^Neem wat u om")).click()
    expect(text).to_have_value("Wat is opgeslagen. En wat niet.")
    expect(again.get_by_text(SAVED)).to_be_visible()
    until(lambda: local(again) == [])
    again.reload()
    expect(text).to_have_value("Wat is opgeslagen. En wat niet.")
    expect(again.get_by_text("Wij vonden tekst")).to_have_count(0)


def test_signing_out_leaves_nothing_in_the_browser(page, demo):
    begin(page, demo, "1.b").press_sequentially("Niet voor de volgende.")
    page.route("**/reageren/**", is_no_post)
    page.get_by_label("Wat wilt u meegeven?").press_sequentially(" Zeker niet.")
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("link", name="Uitloggen").click()
    page.get_by_role("button", name="Log uit").click()
    until(lambda: local(page) == [])
