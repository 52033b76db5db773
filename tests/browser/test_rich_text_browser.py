"""The secretariat edits a draft of the agenda: with the editor, by keyboard, pasting from Word, and without scripts."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Error, expect

from agenda import rich_text
from partners.ground.desk.texts import merge_texts
from tests.browser.test_every_page import signed_in
from tests.looking import AXE, RULES, violations
from tests.test_rich_text import HOSTILE, KEPT

SECRETARIAT = "secretariaat@voorbeeldstad.example"
PASTED = Path(__file__).parent / "pasted"
SENTENCE = "Innovatieve ondernemers in de regio."
PASTE = """(box, [html, text]) => {
  const clipboardData = new DataTransfer();
  if (html) clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", text);
  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(scope="module")
def state(chromium, demo):
    """What a browser keeps of having signed in as the secretariat."""
    context = signed_in(chromium, demo, SECRETARIAT)
    yield context.storage_state()
    context.close()


def opened(context):
    """A new page whose `faults` are what the console says."""
    page = context.new_page()
    page.faults = []
    page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    return page


def make_draft(page, demo):
    page.goto(f"{demo}/beheer/agenda/version/?q=Voorbeeldagenda")
    page.get_by_role("link", name=re.compile("versie 2")).first.click()
    page.get_by_role("link", name="Maak een nieuwe versie van deze").click()
    page.get_by_role("button", name="Maak het concept").click()
    expect(page.get_by_text("is gemaakt.")).to_be_visible()
    page.number = re.search(r"versie (\d+)", page.get_by_text("is gemaakt.").inner_text())[1]
    return page.url


def throw_away(page, draft):
    page.goto(draft.replace("change/", "weggooien/"))
    page.get_by_role("button", name="Gooi dit concept weg").click()
    expect(page.get_by_text("is weggegooid")).to_be_visible()


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(request, chromium, demo, state):
    """A page of the secretariat on a fresh draft of the example agenda, which is thrown away again."""
    context = chromium.new_context(storage_state=state, java_script_enabled=request.param)
    page = opened(context)
    page.has_scripts = request.param
    page.draft = make_draft(page, demo)
    yield page
    throw_away(page, page.draft)
    context.close()


@pytest.fixture(scope="module")
def draft(chromium, demo, state):
    """The address of a draft in which nothing is saved."""
    context = chromium.new_context(storage_state=state)
    page = opened(context)
    address = make_draft(page, demo)
    yield address
    throw_away(page, address)
    context.close()


@pytest.fixture
def desk(chromium, draft, state):
    """A page on that draft, in a browser of its own; nothing may go wrong there."""
    context = chromium.new_context(storage_state=state)
    page = opened(context)
    page.goto(draft)
    yield page
    assert page.faults == []
    context.close()


@pytest.fixture
def box(desk):
    """The first editor of that page, empty."""
    box = editor(desk, 0)
    box.press("Control+a")
    box.press("Delete")
    return box


def editor(page, place):
    return page.get_by_role("textbox", name="Tekst", exact=True).nth(place)


def bar_of(page, place):
    return page.get_by_role("toolbar", name="Opmaak").nth(place)


def go_back(page, box, *, to):
    """Goes from `box` one stop back by the keyboard; again when the page, still coming in, took the focus away."""
    for _ in range(3):
        box.press("Shift+Tab")
        if to.evaluate("button => button === document.activeElement"):
            return
    expect(to).to_be_focused()


def sent(page, place=0):
    """What the field under an editor would send."""
    return page.locator("textarea[data-rich-text]").nth(place).evaluate("field => field.value")


def is_sent(page, markup, place=0):
    """Waits until the field under an editor would send `markup`."""
    field = page.locator("textarea[data-rich-text]").nth(place).element_handle()
    try:
        page.wait_for_function("([field, markup]) => field.value === markup", arg=[field, markup])
    except Error:
        assert sent(page, place) == markup


def paste(box, name, text="tekst"):
    box.evaluate(PASTE, [(PASTED / f"{name}.html").read_text(), text])


def write_sentence(page, box, *, caret):
    """Types the sentence, and puts the caret after its first `caret` letters."""
    box.press_sequentially(SENTENCE)
    page.keyboard.press("Home")
    for _ in range(caret):
        page.keyboard.press("ArrowRight")


def test_a_text_is_made_bold_pasted_into_saved_and_compared(page, demo):
    if page.has_scripts:
        first, second = editor(page, 0), editor(page, 1)
        page.wait_for_load_state("networkidle")
        first.press("Control+a")
        go_back(page, first, to=bar_of(page, 0).get_by_role("button", name="Vet"))
        page.keyboard.press("Enter")
        second.focus()
        page.keyboard.press("Control+a")
        second.evaluate(
            PASTE, ["<p class=MsoNormal style='color:red'>Uit <b>Word</b><o:p></o:p></p><style>p{}</style>", ""]
        )
        is_sent(page, "<p>Uit <strong>Word</strong></p>", 1)
    else:
        first, second = (page.get_by_label("Tekst", exact=True).nth(place) for place in (0, 1))
        first.fill("<p><b>Iedereen in Voorbeeldland woont en werkt prettig.</b></p>")
        second.fill("<p style='color:red'>Uit <b>Word</b></p>")
    page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(page).to_have_url(re.compile(r"/beheer/agenda/version/(\?.*)?$"))
    page.goto(f"{demo}/agenda/voorbeeldagenda/vergelijken/?van=2&naar={page.number}")
    rows = page.locator("#comparison li[id]")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("Gewijzigd, alleen de opmaak")
    expect(rows.nth(0).locator("strong", has_text="Iedereen in Voorbeeldland")).to_have_count(1)
    expect(rows.nth(1).locator("ins")).to_contain_text("Uit Word")
    assert page.faults == []


def test_what_is_too_much_is_told_at_the_field_and_stays(page):
    typed = "<b>" * 2_001 + "tekst"
    if page.has_scripts:
        field = page.locator("textarea[data-rich-text]").first
        field.evaluate("(field, typed) => { field.value = typed; }", typed)
    else:
        field = page.get_by_label("Tekst", exact=True).first
        field.fill(typed)
    page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(page.get_by_text("Hier staat te veel opmaak in: 2.001 tags. Hooguit 2.000 kan.", exact=True)).to_be_visible()
    assert page.locator("textarea[data-rich-text]").first.evaluate("field => field.value") == typed
    if page.has_scripts:
        expect(editor(page, 0)).to_have_text("tekst")
        expect(editor(page, 0)).to_have_attribute("aria-invalid", "true")


def test_the_caret_stays_where_one_types(desk, box):
    box.press_sequentially("eerste")
    bar_of(desk, 0).get_by_role("button", name="Lijst", exact=True).click()
    desk.keyboard.type("X")
    desk.keyboard.press("Enter")
    desk.keyboard.type("tweede")
    is_sent(desk, "<ul><li>eersteX</li><li>tweede</li></ul>")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    desk.keyboard.type("Daarna ")
    desk.keyboard.press("Control+b")
    desk.keyboard.type("vet")
    desk.keyboard.press("Control+b")
    desk.keyboard.type(" en gewoon.")
    is_sent(desk, "<ul><li>eersteX</li><li>tweede</li></ul><p>Daarna <strong>vet</strong> en gewoon.</p>")


def test_a_list_is_deepened_numbered_and_undone_by_keyboard(desk, box):
    box.press_sequentially("een")
    desk.keyboard.press("Control+Shift+9")
    desk.keyboard.press("Enter")
    desk.keyboard.type("twee")
    desk.keyboard.press("Control+]")
    is_sent(desk, "<ol><li>een<ol><li>twee</li></ol></li></ol>")
    desk.keyboard.press("Control+[")
    is_sent(desk, "<ol><li>een</li><li>twee</li></ol>")
    desk.keyboard.press("Control+Shift+9")
    is_sent(desk, "<ol><li>een</li></ol><p>twee</p>")
    desk.keyboard.press("Control+z")
    is_sent(desk, "<ol><li>een</li><li>twee</li></ol>")


@pytest.mark.parametrize("name", ["word_word", ""])
def test_a_word_pasted_in_a_sentence_stays_in_it(desk, box, name):
    write_sentence(desk, box, caret=12)
    if name:
        paste(box, name)
    else:
        box.evaluate(PASTE, ["", "duurzame "])
    is_sent(desk, "<p>Innovatieve duurzame ondernemers in de regio.</p>")
    desk.keyboard.type("en jonge ")
    is_sent(desk, "<p>Innovatieve duurzame en jonge ondernemers in de regio.</p>")


def test_a_word_pasted_in_an_item_of_a_list_stays_in_it(desk, box):
    write_sentence(desk, box, caret=12)
    desk.keyboard.press("Control+Shift+8")
    paste(box, "word_word")
    is_sent(desk, "<ul><li>Innovatieve duurzame ondernemers in de regio.</li></ul>")


def test_paragraphs_pasted_in_a_sentence_part_it_where_the_caret_is(desk, box):
    write_sentence(desk, box, caret=12)
    box.evaluate(PASTE, ["<p>een</p><p>twee</p>", ""])
    is_sent(desk, "<p>Innovatieve een</p><p>twee</p><p>ondernemers in de regio.</p>")


def test_a_paste_can_be_undone_and_done_again(desk, box):
    box.press_sequentially(SENTENCE)
    paste(box, "word_list")
    expect(box.get_by_role("listitem")).to_have_count(6)
    pasted = sent(desk)
    desk.keyboard.press("Control+z")
    is_sent(desk, f"<p>{SENTENCE}</p>")
    desk.keyboard.press("Control+y")
    is_sent(desk, pasted)
    bar_of(desk, 0).get_by_role("button", name="Ongedaan maken").click()
    is_sent(desk, f"<p>{SENTENCE}</p>")
    desk.keyboard.type(" Verder.")
    is_sent(desk, f"<p>{SENTENCE} Verder.</p>")


def test_all_that_is_undone_is_no_change(desk):
    box, before = editor(desk, 1), sent(desk, 1)
    box.press("Control+End")
    desk.keyboard.type(" Nog een zin.")
    desk.keyboard.press("Control+b")
    is_sent(desk, f"{before.removesuffix('</p>')} Nog een zin.</p>", 1)
    for _ in range(12):
        desk.keyboard.press("Control+z")
    is_sent(desk, before, 1)


def test_a_list_pasted_in_a_sentence_is_a_list_between_its_halves(desk, box):
    write_sentence(desk, box, caret=12)
    paste(box, "word_list_bare")
    is_sent(
        desk,
        "<p>Innovatieve</p><ul><li>Zonder stijl</li><li>Uit een mail</li></ul><p>ondernemers in de regio.</p>",
    )


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        (
            "word_list",
            "<p>Wij doen <strong>drie dingen</strong>:</p><ul><li>Eerste punt</li><li>Tweede punt<ul>"
            "<li>Onder het tweede</li></ul></li><li>Derde punt<br>Nog een alinea daarbij</li></ul>"
            "<ol><li>Eerst <em>kiezen</em></li><li>Dan doen</li></ol>",
        ),
        ("word_list_bare", "<ul><li>Zonder stijl</li><li>Uit een mail</li></ul>"),
        (
            "word_table",
            "<p><strong>Gemeente</strong>; <strong>Woningen</strong></p><p>Voorbeeldstad en omgeving; 1.200</p>"
            "<p>Bron: eigen telling</p>",
        ),
        ("google_docs", "<p>Samen <strong>sterker</strong></p><ul><li><em>wonen</em></li><li>werken</li></ul>"),
    ],
)
def test_lists_stay_lists_and_rows_of_a_table_are_lines(desk, box, name, kept):
    paste(box, name)
    is_sent(desk, kept)
    assert rich_text.clean(kept) == kept


def test_what_is_copied_in_the_editor_is_pasted_as_it_was(desk, box):
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    paste(box, "word_list")
    expect(box.get_by_role("listitem")).to_have_count(6)
    copied = sent(desk)
    desk.keyboard.press("Control+a")
    desk.keyboard.press("Control+x")
    is_sent(desk, "")
    desk.keyboard.press("Control+v")
    is_sent(desk, copied)


def test_the_editor_writes_what_the_server_keeps(desk):
    """Else a text that nobody changed would differ, and what two people typed would not merge."""
    written = desk.evaluate(
        """(all) => all.map((html) => {
          const box = document.createElement("div");
          box.append(markup.fragment(html));
          return markup.html(box);
        })""",
        [typed for typed, _ in KEPT],
    )
    assert written == [rich_text.clean(typed) for typed, _ in KEPT]


def test_what_is_hostile_does_no_harm_in_the_editor(desk, box):
    for kind in ("nested", "unclosed", "unlike each other"):
        box.evaluate(PASTE, [HOSTILE[kind][:20_000] + "<img src=x onerror=fout()>", ""])
    box.evaluate(
        PASTE, ["<p onclick=x>a<a href='javascript:alert(1)'>b</a><iframe src='https://x.nl'></iframe></p>", ""]
    )
    desk.wait_for_function("document.querySelector('[data-rich-text-box]').textContent.includes('ab')")
    assert box.locator("img, iframe, a, [onclick], [style]").count() == 0


def test_a_no_break_space_that_was_meant_stays_and_no_other_is_made(desk, box):
    box.press_sequentially("een twee")
    for _ in "twee":
        desk.keyboard.press("Backspace")
    desk.keyboard.type("drie  vier ")
    is_sent(desk, "<p>een drie vier</p>")
    box.evaluate(PASTE, ["<p>voor €&nbsp;5</p>", ""])
    is_sent(desk, "<p>een drie vier voor €&nbsp;5</p>")


def test_one_changed_word_is_the_only_change_that_is_sent(desk):
    box, base = editor(desk, 0), sent(desk)
    box.press("Control+Home")
    desk.keyboard.type("Nieuw: ")
    is_sent(desk, base.replace("<p>", "<p>Nieuw: ", 1))
    theirs = base[:-4] + " En dit.</p>"
    pieces = merge_texts(base, sent(desk), theirs)
    assert "".join(piece.mine for piece in pieces) == base[:-4].replace("<p>", "<p>Nieuw: ", 1) + " En dit.</p>"


def test_with_the_keyboard_alone_one_makes_up_and_links_a_text_and_goes_on(desk, box):
    bar = bar_of(desk, 0)
    desk.keyboard.press("Shift+Tab")
    expect(bar.get_by_role("button", name="Vet")).to_be_focused()
    desk.keyboard.press("ArrowRight")
    expect(bar.get_by_role("button", name="Cursief")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(box).to_be_focused()
    expect(bar.get_by_role("button", name="Cursief")).to_have_attribute("aria-pressed", "true")
    desk.keyboard.type("schuin")
    desk.keyboard.press("Control+i")
    desk.keyboard.type(" en een ")
    is_sent(desk, "<p><em>schuin</em> en een</p>")
    desk.keyboard.type("link")
    for _ in "link":
        desk.keyboard.press("Shift+ArrowLeft")
    desk.keyboard.press("Control+k")
    address = desk.get_by_role("textbox", name="Adres van de link")
    expect(address).to_be_focused()
    desk.keyboard.type("zwolle")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("alert").filter(has_text="Dit is geen adres.")).to_be_visible()
    expect(address).to_have_value("zwolle")
    address.fill("www.zwolle.nl")
    desk.keyboard.press("Enter")
    expect(box).to_be_focused()
    is_sent(desk, '<p><em>schuin</em> en een <a href="https://www.zwolle.nl">link</a></p>')
    desk.keyboard.press("Control+k")
    expect(address).to_have_value("https://www.zwolle.nl")
    address.fill("")
    desk.keyboard.press("Enter")
    is_sent(desk, "<p><em>schuin</em> en een link</p>")
    desk.keyboard.press("Control+u")
    desk.keyboard.press("Tab")
    expect(box).not_to_be_focused()
    is_sent(desk, "<p><em>schuin</em> en een link</p>")


def test_everyone_can_use_the_editor(desk, box):
    desk.evaluate(AXE)
    box.press_sequentially("vet")
    desk.keyboard.press("Control+a")
    desk.keyboard.press("Control+b")
    expect(box).to_have_attribute("aria-multiline", "true")
    assert violations(desk, RULES, None, ()) == []
    desk.keyboard.press("Control+k")
    expect(desk.get_by_role("dialog", name="Link")).to_be_visible()
    desk.keyboard.type("fout")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Dit is geen adres.")).to_be_visible()
    assert violations(desk, RULES, None, ()) == []


def test_who_chose_their_own_colours_sees_which_buttons_are_on(desk, box):
    desk.emulate_media(forced_colors="active")
    box.press_sequentially("vet")
    desk.keyboard.press("Control+a")
    desk.keyboard.press("Control+b")
    bold, italic = (bar_of(desk, 0).get_by_role("button", name=name) for name in ("Vet", "Cursief"))
    expect(bold).to_have_attribute("aria-pressed", "true")
    looks = [button.evaluate("button => getComputedStyle(button).backgroundColor") for button in (bold, italic)]
    assert looks[0] != looks[1]
    assert box.evaluate("box => parseFloat(getComputedStyle(box).borderTopWidth)") >= 1
