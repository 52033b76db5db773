"""What somebody types is kept: in the browser at once, on the server a moment later, and never called so before."""

import re
import time

import psycopg
import pytest
from django.db import connection
from playwright.sync_api import expect

from tests.browser.test_respond_browser import sign_in
from tests.databases import url_of

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
    page.get_by_label("Wens").check()
    return page.get_by_label("Wat wilt u meegeven?")


def local(page):
    """The texts of points that this browser keeps."""
    return [texts["text"] for texts in entries(page)]


def entries(page):
    """What this browser keeps: per form the texts by name of the field. Fails when the browser does not say it."""
    return page.evaluate("""() => new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error("what is kept was not told")), 20_000);
        const opening = indexedDB.open("keep", 1);
        opening.onerror = () => reject(opening.error);
        // Made here it would have no room for texts, and the page could not make that any more.
        opening.onupgradeneeded = ({ target }) => { target.transaction.abort(); resolve([]); };
        opening.onsuccess = ({ target }) => {
            const request = target.result.transaction("texts").objectStore("texts").getAll();
            request.onsuccess = () => {
                target.result.close();
                resolve(request.result.map((entry) => entry.texts));
            };
        };
    })""")


def until(holds):
    """Waits until `holds()`, at most ten seconds."""
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.1)


def cut_off(page):
    """From here on nothing that is typed in `page` leaves it, not even when it closes."""
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('cut off')); }")


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
    cut_off(page)
    page.get_by_label("Wat wilt u meegeven?").press_sequentially(" En wat niet.")
    expect(page.get_by_role("alert")).to_be_visible()
    again = page.context.new_page()
    page.close()
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


@pytest.mark.parametrize("size", [(1280, 800), (1366, 768), (390, 844), (320, 640)], ids=str)
def test_what_became_of_the_text_stands_where_one_writes_and_trouble_looks_like_it(chromium, signed_in, demo, size):
    width, height = size
    context = chromium.new_context(storage_state=signed_in, viewport={"width": width, "height": height}, locale="nl-NL")
    page = context.new_page()
    text = begin(page, demo, "2.b")
    text.fill("Een zin.\n" * 40)
    text.press_sequentially("En nog een.")
    good = page.get_by_text(SAVED)
    expect(good).to_be_in_viewport(ratio=1)
    expect(good).to_have_css("font-weight", "400")
    cut_off(page)
    page.get_by_label("Uw voorstel voor een andere tekst").press_sequentially("Anders. ")
    trouble = page.get_by_role("alert")
    expect(trouble).to_be_in_viewport(ratio=1)
    expect(trouble).to_have_css("font-weight", "700")
    expect(page.locator(".saving")).to_have_css("border-top-style", "solid")
    expect(page.locator(".saving")).to_be_in_viewport(ratio=1)
    context.close()


@pytest.fixture
def table_address(demo):
    """The page of a table at which people talk now, put in the database of the demo."""
    now = "now() - interval '1 hour', now() + interval '1 hour'"
    with psycopg.connect(url_of(f"{connection.settings_dict['NAME']}_browser"), autocommit=True) as database:
        session = database.execute(
            "insert into consultation_tablesession (consultation_id, title, place, opens_at, closes_at) "
            f"select id, 'Avond', '', {now} from consultation_consultation where slug = 'voorbeeldconsultatie' "
            "returning id"
        ).fetchone()
        database.execute(
            "insert into consultation_discussiontable (session_id, number, token) values (%s, 1, 'kkkkpppp2222')",
            session,
        )
    return f"{demo}/tafel/kkkkpppp2222/"


@pytest.fixture
def phones(chromium):
    """Two phones, as pages."""
    contexts = [chromium.new_context(viewport={"width": 320, "height": 640}, locale="nl-NL") for _ in range(2)]
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


def test_a_table_is_saved_while_typing_and_two_phones_choose(phones, table_address):
    one, other = phones
    for phone in phones:
        phone.goto(table_address)
    one.locator("textarea").first.press_sequentially("Van de ene.")
    expect(one.get_by_text(SAVED)).to_be_in_viewport()
    until(lambda: entries(one) == [])
    one.reload()  # a phone drops the tab
    expect(one.locator("textarea").first).to_have_value("Van de ene.")
    other.locator("textarea").first.press_sequentially("Van de andere.")
    expect(other.get_by_role("alert")).to_contain_text("Iemand anders van uw tafel heeft intussen opgeslagen.")
    expect(other.get_by_role("alert")).to_be_in_viewport()
    other.goto(table_address)  # that phone too, before choosing
    expect(other.get_by_text("Wij vonden tekst die nog niet was bewaard.")).to_be_visible()
    expect(other.locator("textarea").first).to_have_value("Van de andere.")
    expect(other.get_by_role("alert")).to_contain_text("Iemand anders van uw tafel heeft intussen opgeslagen.")
    other.get_by_role("button", name="Sla op").click()
    expect(other.get_by_role("region", name="Wat een ander opsloeg")).to_contain_text("Van de ene.")
    until(lambda: len(entries(other)) == 1)
    other.get_by_role("button", name="Houd de tekst die er nu staat").click()
    expect(other.get_by_text("De tekst die er stond, is gebleven.")).to_be_visible()
    expect(other.locator("textarea").first).to_have_value("Van de ene.")
    expect(other.get_by_text("Wij vonden tekst")).to_have_count(0)
    until(lambda: entries(other) == [])


def test_two_windows_on_one_new_form_are_two_texts(page, demo):
    """What one window types stays with it for as long as it is open, also when the server never got it."""
    text = begin(page, demo, "2.a")
    cut_off(page)
    text.press_sequentially("In het ene venster.")
    expect(page.get_by_role("alert")).to_be_visible()
    other = page.context.new_page()
    text = begin(other, demo, "2.a")
    expect(text).to_have_value("")
    text.press_sequentially("In het andere venster.")
    expect(other.get_by_text(SAVED)).to_be_visible()
    assert local(page) == ["In het ene venster."]
    expect(page.get_by_label("Wat wilt u meegeven?")).to_have_value("In het ene venster.")
    page.close()
    again = other.context.new_page()
    again.goto(form_of("2.a", demo))
    expect(again.get_by_label("Wat wilt u meegeven?")).to_have_value("In het andere venster.")
    again.get_by_role("link", name="Ga daarmee verder").click()
    expect(again.get_by_label("Wat wilt u meegeven?")).to_have_value("In het ene venster.")
    expect(again.get_by_text(SAVED)).to_be_visible()
    again.get_by_role("button", name="Controleer uw reactie").click()
    expect(again.get_by_text("In het ene venster.")).to_be_visible()
    expect(again.get_by_text("In het andere venster.")).to_be_visible()


def test_signing_out_leaves_nothing_in_the_browser(page, demo):
    begin(page, demo, "1.b").press_sequentially("Niet voor de volgende.")
    cut_off(page)
    page.get_by_label("Wat wilt u meegeven?").press_sequentially(" Zeker niet.")
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("link", name="Uitloggen").click()
    page.get_by_role("button", name="Log uit").click()
    until(lambda: local(page) == [])
