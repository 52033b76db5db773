"""What the secretariat types at the desk is kept while it types, and given back when the form is opened again."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_every_page import signed_in
from tests.browser.test_keep_browser import cut_off, entries, until
from tests.browser.test_rich_text_browser import SECRETARIAT

NOTICE = "Wij bewaarden wat u hier typte op"
SAVED = re.compile(r"Uw tekst is bewaard om \d{1,2}\.\d{2}\suur\.")


@pytest.fixture(scope="module")
def desk(chromium, demo):
    """A browser in which the secretariat has signed in; codes are limited per address."""
    without_scripts = signed_in(chromium, demo, SECRETARIAT)
    context = chromium.new_context(storage_state=without_scripts.storage_state(), locale="nl-NL")
    without_scripts.close()
    yield context
    context.close()


@pytest.fixture
def page(desk):
    page = desk.new_page()
    yield page
    page.close()


def first_of(page, demo, what):
    """Opens the first form of a list of the desk."""
    page.goto(f"{demo}/beheer/{what}/")
    page.locator("#result_list tbody th a").first.click()
    page.wait_for_url("**/change/")  # with its scripts: what is typed before them is kept by none


def test_a_long_text_of_the_desk_is_kept_and_put_back(page, desk, demo):
    first_of(page, demo, "consultation/consultation")
    address, summary = page.url, page.get_by_label("In het kort")
    was = summary.input_value()
    summary.press("Control+End")
    summary.press_sequentially(" Erbij.")
    expect(page.get_by_text(SAVED)).to_be_in_viewport()
    cut_off(page)
    summary.press_sequentially(" In de tunnel.")
    trouble = page.get_by_role("alert")
    expect(trouble).to_contain_text("Nog niet opgeslagen. Geen verbinding.")
    expect(trouble).to_be_in_viewport()
    until(lambda: len(entries(page)) == 1)
    page.close()
    again = desk.new_page()
    again.goto(address)
    expect(again.get_by_text(NOTICE)).to_be_visible()
    expect(again.locator("#kept-texts")).to_contain_text("In de tunnel.")
    until(lambda: entries(again) == [])
    again.get_by_role("link", name="Zet terug in het formulier").click()
    expect(again.get_by_label("In het kort")).to_have_value(f"{was} Erbij. In de tunnel.")
    again.get_by_role("button", name="Opslaan op de site", exact=True).click()
    expect(again.get_by_text("Gewijzigd: consultatie")).to_be_visible()
    again.goto(address)
    expect(again.get_by_label("In het kort")).to_have_value(f"{was} Erbij. In de tunnel.")
    expect(again.get_by_text(NOTICE)).to_have_count(0)
    again.close()


def test_a_text_with_markup_is_kept_too(page, demo):
    page.goto(f"{demo}/beheer/agenda/version/?q=Voorbeeldagenda")
    page.get_by_role("link", name=re.compile("versie 2")).first.click()
    page.get_by_role("link", name="Maak een nieuwe versie van deze").click()
    page.get_by_role("button", name="Maak het concept").click()
    page.wait_for_url("**/change/**")
    box = page.locator("[data-rich-text-box]").first
    box.press_sequentially("Opgemaakt. ")
    expect(page.get_by_text(SAVED)).to_be_in_viewport()
    page.reload()
    expect(page.locator("#kept-texts")).to_contain_text("Opgemaakt.")
    page.get_by_role("button", name="Gooi weg").click()
    expect(page.get_by_text("Wat u typte, is weggegooid.")).to_be_visible()
    expect(page.locator("#kept-texts")).not_to_contain_text("Opgemaakt.")
