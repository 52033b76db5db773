"""Reacting as a volunteer might at night: on a narrow screen, by keyboard alone, with scripts off."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import mails

COUNCILLOR = "raadslid@voorbeeldstad.example"
CLERK = "griffier@voorbeeldstad.example"
MOST_STOPS = 200


@pytest.fixture
def page(chromium):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}, locale="nl-NL")
    yield context.new_page()
    context.close()


def tab_to(page, target):
    """Presses Tab until `target` has the focus."""
    element = target.element_handle()
    for _ in range(MOST_STOPS):
        if element.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {target}")


def press(page, target, key="Enter"):
    tab_to(page, target)
    page.keyboard.press(key)


def write(page, label, text):
    tab_to(page, page.get_by_label(label))
    page.keyboard.type(text)


def expect_page(page, heading):
    """The page has this h1, and nothing of it sticks out at the side."""
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    page.wait_for_load_state()  # without its style a page is wider
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, (page.url, wider)


def sign_in(page, demo, email):
    """From the page that asks for the address, with the code from the newest mail."""
    expect_page(page, "Log in met uw e-mailadres")
    post = page.context.new_page()
    asked = mails.with_code(email)
    earlier = mails.newest(post, demo, holding=asked)
    write(page, "Uw e-mailadres", email)
    page.keyboard.press("Enter")
    expect_page(page, "Vul de code in")
    mail = mails.wait_for(post, demo, holding=asked, after=earlier)
    code = re.search(r"^\s*(\d{4}-\d{4})\s*$", mail, re.MULTILINE).group(1)
    post.close()
    write(page, "De code uit de e-mail", code)
    page.keyboard.press("Enter")


def test_a_council_member_reacts_by_keyboard_without_scripts_on_a_narrow_screen(page, demo):
    page.goto(f"{demo}/agenda/")
    press(page, page.get_by_role("link", name="Reageer op opgave 1.2"))
    sign_in(page, demo, COUNCILLOR)
    expect_page(page, "Reageer op opgave 1.2")
    assert page.get_by_label("Wat wilt u meegeven?").bounding_box()["y"] < 1000

    # Something is forgotten: the summary has the focus and leads to the field.
    write(page, "Wat wilt u meegeven?", "Noem ook het mkb.")
    press(page, page.get_by_role("button", name="Controleer uw reactie"))
    expect_page(page, "Reageer op opgave 1.2")
    expect(page).to_have_title(re.compile("^Fout: "))
    expect(page.get_by_role("heading", name="Uw reactie is nog niet opgeslagen")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Kies wat voor reactie het is")).to_be_focused()
    press(page, page.get_by_role("link", name="Kies wat voor reactie het is"))
    expect(page.get_by_label("Wat wilt u meegeven?")).to_have_value("Noem ook het mkb.")

    tab_to(page, page.get_by_label("Steun"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Wens")).to_be_checked()
    press(page, page.get_by_label("Voor mijzelf, als raadslid"), "Space")
    press(page, page.get_by_role("button", name="Opslaan als concept"))

    expect_page(page, "Mijn reacties")
    expect(page.get_by_role("status")).to_contain_text("Uw concept is opgeslagen op")
    drafts = page.get_by_role("region", name="Nog niet verstuurd")
    press(page, drafts.get_by_role("link", name="Voorbeeldconsultatie over de agenda"))
    expect_page(page, "Controleer uw reactie")
    expect(page.get_by_text("Noem ook het mkb.")).to_be_visible()
    post = page.context.new_page()
    earlier = mails.newest(post, demo, holding="uw reactie is ontvangen")  # of a run before this one
    page.bring_to_front()
    press(page, page.get_by_label("Iedereen: eerst raden"), "Space")
    press(page, page.get_by_role("button", name="Versturen"))

    expect_page(page, "Uw reactie is ontvangen")
    number = page.get_by_text(re.compile(r"^RZ-\d{4}-\d{4,}$")).last.inner_text()
    mails.wait_for(post, demo, holding="uw reactie is ontvangen", after=earlier)
    expect_page(post, "Postbus van de demo")
    newest = post.get_by_role("article").first
    expect(newest).to_contain_text(f"Ontvangstbewijs {number}: uw reactie is ontvangen")
    expect(newest).to_contain_text(f"Aan {COUNCILLOR}")


def test_where_one_reacts_is_in_sight_on_a_phone(page, demo):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{demo}/agenda/")
    box = page.get_by_role("link", name="Reageer: kies een onderdeel").bounding_box()
    assert box["y"] + box["height"] < 844


def test_nothing_typed_is_lost_when_the_session_expires(page, demo):
    page.goto(f"{demo}/consultaties/voorbeeldconsultatie/reageren/RZ24-L2.3/")
    sign_in(page, demo, CLERK)
    expect_page(page, "Reageer op opgave 2.3")
    write(page, "Wat wilt u meegeven?", "Een hele avond werk.")
    press(page, page.get_by_label("Steun"), "Space")
    page.context.clear_cookies(name=re.compile("sessionid"))
    press(page, page.get_by_role("button", name="Controleer uw reactie"))
    expect(page.get_by_role("status")).to_contain_text("Wat u schreef, is bewaard")
    sign_in(page, demo, CLERK)
    expect_page(page, "Reageer op opgave 2.3")
    expect(page.get_by_text("Wat u schreef, staat hieronder. Het is nog niet opgeslagen.")).to_be_visible()
    expect(page.get_by_label("Wat wilt u meegeven?")).to_have_value("Een hele avond werk.")
    expect(page.get_by_label("Steun")).to_be_checked()
    press(page, page.get_by_role("button", name="Controleer uw reactie"))
    expect_page(page, "Controleer uw reactie")
    expect(page.get_by_label("Op welke dag is dit besloten?")).to_be_visible()


@pytest.fixture
def scripted(chromium):
    """A page with scripts on, which must say nothing to the console."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    yield page
    context.close()
    assert said == []


def test_with_scripts_the_form_opens_in_the_agenda_and_saves_while_one_types(scripted, demo):
    page = scripted
    link = page.get_by_role("link", name="Reageer op opgave 2.1")
    page.goto(f"{demo}/agenda/")
    link.click()
    sign_in(page, demo, COUNCILLOR)
    expect_page(page, "Reageer op opgave 2.1")

    page.goto(f"{demo}/agenda/")
    link.focus()
    page.keyboard.press("Enter")
    form = page.get_by_role("form", name="Reageer op opgave 2.1")
    expect(form.locator(":focus")).to_have_text("Reageer op opgave 2.1")
    text = form.get_by_label("Wat wilt u meegeven?")
    text.press_sequentially("Een gedachte")
    expect(form.get_by_text("Bewaard. Kies nog namens wie u reageert.")).to_be_visible()
    form.get_by_label("Voor mijzelf, als raadslid").check()
    expect(form.get_by_text(re.compile(r"^Opgeslagen om \d{1,2}\.\d{2}\suur\."))).to_be_visible()
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        text.press_sequentially(" die nog niet af is")

    # The browser closes; the form goes on where it was.
    page.reload()
    link.click()
    again = page.get_by_role("form", name="Wijzig uw punt over opgave 2.1")
    expect(again.get_by_label("Wat wilt u meegeven?")).to_have_value("Een gedachte die nog niet af is")

    # Who closes it at once loses nothing either, and goes on at the links that come back.
    again.get_by_label("Wat wilt u meegeven?").fill("Toch iets anders")
    again.get_by_role("link", name="Sluit dit formulier").press("Enter")
    expect(again).to_have_count(0)
    expect(page.locator(":focus").get_by_role("link", name="Reageer op opgave 2.1")).to_be_visible()
    link.click()
    expect(again.get_by_label("Wat wilt u meegeven?")).to_have_value("Toch iets anders")


def test_two_windows_on_one_point_never_overwrite_each_other(scripted, demo):
    page = scripted
    page.goto(f"{demo}/consultaties/voorbeeldconsultatie/reageren/RZ24-L1.1/")
    sign_in(page, demo, COUNCILLOR)
    page.get_by_label("Voor mijzelf, als raadslid").check()
    page.get_by_label("Steun").check()
    page.get_by_label("Wat wilt u meegeven?").fill("Het begin.")
    page.get_by_role("button", name="Controleer uw reactie").click()
    expect_page(page, "Controleer uw reactie")
    point = page.get_by_role("listitem").filter(has_text="Opgave 1.1").get_by_role("link", name="Wijzig")
    address = point.get_attribute("href")
    other = page.context.new_page()
    page.goto(f"{demo}{address}")
    other.goto(f"{demo}{address}")

    page.get_by_label("Wat wilt u meegeven?").fill("In het ene venster.")
    expect(page.get_by_text("Opgeslagen om")).to_be_visible()
    other.get_by_label("Wat wilt u meegeven?").fill("In het andere venster.")
    expect(other.get_by_role("alert")).to_contain_text("Deze tekst is intussen gewijzigd")
    other.get_by_role("button", name="Controleer uw reactie").click()
    expect(other.get_by_role("heading", name="Kies welke tekst blijft")).to_be_focused()
    theirs = other.get_by_role("region", name="Kies welke tekst blijft")
    expect(theirs.get_by_role("definition")).to_contain_text("In het ene venster.")
    expect(other.get_by_label("Wat wilt u meegeven?")).to_have_value("In het andere venster.")
    other.get_by_role("button", name="Sla mijn tekst op").click()
    expect_page(other, "Controleer uw reactie")
    expect(other.get_by_text("In het andere venster.")).to_be_visible()
    other.close()
