"""The map on the front page as it is seen: its words are large enough, keep clear of each other, and tell on focus."""

import pytest

# Of the words on the map: how large they are in px, and which of two municipalities overlap.
WORDS = """() => {
    const scale = document.querySelector("#map svg").getScreenCTM().a;
    const seen = [...document.querySelectorAll("#map .names text")].filter(text => text.getBoundingClientRect().width);
    const lines = seen.flatMap(text => {
        const found = [];
        for (let index = 0; index < text.getNumberOfChars(); index++) {
            const box = text.getExtentOfChar(index), last = found.at(-1);
            if (box.width && last && Math.abs(last.y - box.y) < 3) last.end = box.x + box.width;
            else if (box.width) found.push({of: text.textContent, x: box.x, y: box.y, end: box.x + box.width});
        }
        return found;
    });
    const touch = (one, other) => one.of < other.of && one.x < other.end - 1 && other.x < one.end - 1
        && Math.abs(one.y - other.y) < 13;
    const touching = lines.flatMap(one => lines.filter(other => touch(one, other)).map(other => [one.of, other.of]));
    return {px: seen.length && parseFloat(getComputedStyle(seen[0]).fontSize) * scale, touching};
}"""


@pytest.fixture
def page(chromium):
    context = chromium.new_context(java_script_enabled=True)
    yield context.new_page()
    context.close()


def test_words_on_the_map_are_large_enough_and_keep_clear_of_each_other(page, demo):
    for layer in ("gemeenten", "inwoners", "groei", "projecten", "besluiten"):
        page.goto(f"{demo}/?kaart={layer}#kaart")
        for width in (1440, 1280, 1200, 1100, 1000, 900, 768, 700, 390):
            page.set_viewport_size({"width": width, "height": 900})
            words = page.evaluate(WORDS)
            assert words["touching"] == [], (layer, width)
            assert words["px"] >= 16 or words["px"] == 0, (layer, width)
        assert words["px"] == 0  # on a phone the list names them


def test_who_is_pointed_at_is_told_in_the_corner_without_scripts(chromium, demo):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{demo}/?kaart=groei")
    place = page.locator("#map a[href='/partners/steenwijkerland/']")
    corner = place.locator(".told")
    assert not corner.is_visible()
    place.focus()
    assert corner.text_content().strip().startswith("Steenwijkerland44.326 inwoners in 2021,")
    assert corner.is_visible()
    assert page.locator("#map .told:visible").count() == 1
    listed = page.locator(".index .told", has_text="44.326 inwoners in 2021, 45.926 in 2026.")
    assert listed.bounding_box()["width"] <= 1  # heard by all, seen where one cannot point
    page.set_viewport_size({"width": 390, "height": 844})
    assert not corner.is_visible()
    assert listed.bounding_box()["width"] > 200
    page.locator(".skip-map").focus()
    assert page.locator(".skip-map").bounding_box()["height"] > 20
    context.close()
