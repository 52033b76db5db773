"""Web pages on paper: what leads elsewhere is left off, what is folded is there, and no drawing loses its number."""

import pypdfium2

PAGES = ["/", "/resultaten/", "/resultaten/cijfers/inwoners-naar-werk/", "/besluiten/voorbeelddossier/", "/agenda/"]
# What is drawn on paper of things that one can only do on a screen.
DEAD = """() => [...document.querySelectorAll("nav, form, button, input, select, .actions, .skip")]
    .filter(one => one.getClientRects().length && !one.closest(".life-strip")).map(one => one.outerHTML.slice(0, 80))"""
FOLDED = """() => [...document.querySelectorAll("details:not([open])")]
    .filter(one => one.getClientRects().length)
    .filter(one => one.lastElementChild.getBoundingClientRect().height === 0)
    .map(one => one.textContent.slice(0, 80))"""


def test_a_page_on_paper_has_no_way_on_leaves_nothing_out_and_begins_on_its_first_sheet(chromium, demo):
    page = chromium.new_page()
    for path in PAGES:
        page.goto(f"{demo}{path}")
        page.emulate_media(media="print")
        assert (path, page.evaluate(DEAD)) == (path, [])
        assert (path, page.evaluate(FOLDED)) == (path, [])
        assert (path, "kies een gemeente" in page.inner_text("main").lower()) == (path, False)
        document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        lines = [len(sheet.get_textpage().get_text_range().split("\r\n")) for sheet in document]
        assert (path, [number for number, count in enumerate(lines, 1) if count < 3]) == (path, [])
        assert (path, lines[0] > 8) == (path, True)
    page.close()
