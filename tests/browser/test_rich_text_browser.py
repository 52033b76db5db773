"""The secretariat edits a draft of the agenda: with the editor, by keyboard, and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_every_page import signed_in

SECRETARIAT = "secretariaat@voorbeeldstad.example"
PASTE = """(box) => {
  const data = new DataTransfer();
  data.setData("text/html", "<p class=MsoNormal style='color:red'>Uit <b>Word</b><o:p></o:p></p><style>p{}</style>");
  getSelection().selectAllChildren(box);
  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(scope="module")
def state(chromium, demo):
    """What a browser keeps of having signed in as the secretariat."""
    context = signed_in(chromium, demo, SECRETARIAT)
    yield context.storage_state()
    context.close()


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(request, chromium, demo, state):
    """A page of the secretariat on a fresh draft of the example agenda, which is thrown away again."""
    context = chromium.new_context(storage_state=state, java_script_enabled=request.param)
    page = context.new_page()
    page.has_scripts = request.param
    page.faults = []
    page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
    page.goto(f"{demo}/beheer/agenda/version/?q=Voorbeeldagenda")
    page.get_by_role("link", name=re.compile("versie 2")).first.click()
    page.get_by_role("link", name="Maak een nieuwe versie van deze").click()
    page.get_by_role("button", name="Maak het concept").click()
    expect(page.get_by_text("is gemaakt.")).to_be_visible()
    page.number = re.search(r"versie (\d+)", page.get_by_text("is gemaakt.").inner_text())[1]
    draft = page.url
    yield page
    page.goto(draft.replace("change/", "weggooien/"))
    page.get_by_role("button", name="Gooi dit concept weg").click()
    expect(page.get_by_text("is weggegooid")).to_be_visible()
    context.close()


def test_a_text_is_made_bold_pasted_into_saved_and_compared(page, demo):
    if page.has_scripts:
        first, second = (page.get_by_role("textbox", name="Tekst:").nth(place) for place in (0, 1))
        first.focus()
        page.keyboard.press("Control+A")
        page.keyboard.press("Shift+Tab")  # back to the last button of the bar, and on to the first
        for _ in range(4):
            page.keyboard.press("Shift+Tab")
        expect(page.get_by_role("button", name="Vet").first).to_be_focused()
        first.focus()
        page.keyboard.press("Control+A")
        page.get_by_role("button", name="Vet").first.click()
        second.focus()
        second.evaluate(PASTE)
    else:
        first, second = (page.get_by_label("Tekst:", exact=True).nth(place) for place in (0, 1))
        first.fill("<p><b>Iedereen in Voorbeeldland woont en werkt prettig.</b></p>")
        second.fill("<p style='color:red'>Uit <b>Word</b></p>")
    page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(page).to_have_url(re.compile(r"/beheer/agenda/version/(\?.*)?$"))
    page.goto(f"{demo}/agenda/voorbeeldagenda/vergelijken/?van=2&naar={page.number}&wijzigingen=on")
    rows = page.locator("#comparison li[id]")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("Gewijzigd, alleen de opmaak")
    expect(rows.nth(0).locator("strong", has_text="Iedereen in Voorbeeldland")).to_have_count(1)
    expect(rows.nth(1).locator("ins")).to_contain_text("Uit Word")
    assert page.faults == []
