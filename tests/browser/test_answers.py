"""Each kind of page answers its one question in the first screen; the template marks the element that does.

`-s` prints the table of where each answer stands, as one line of Markdown per kind of page.
"""

import pytest

from tests.browser.test_every_page import crawl, one_of_each

SCREENS = [(1280, 800), (390, 844)]
# So much of it is seen at least, of an answer that begins at the foot of the first screen.
IN_SIGHT = 100
# An answer that is no higher than this is seen whole.
SHORT = 200
# What is no page of the portal: what the demo adds for developers, and what an account alone makes sense of.
NOT_OURS = {"stijlgids/", "demo/post/"}
MEASURED = """() => [...document.querySelectorAll("[data-answer]")].map(element => {
    const box = element.getBoundingClientRect();
    return {top: Math.round(box.top + scrollY), height: Math.round(box.height), words: element.innerText.trim()};
})"""


@pytest.fixture(scope="module")
def answers(chromium, demo):
    """By the pattern of its address: the path of one page of each kind, and what is marked there at each screen."""
    context = chromium.new_context()
    pages = crawl(context, demo, ["/"], per_pattern=1)
    page = context.new_page()
    found = {}
    for path in one_of_each(pages.values()):
        if pages[path].pattern in NOT_OURS:
            continue
        page.goto(demo + path)
        seen = []
        for width, height in SCREENS:
            page.set_viewport_size({"width": width, "height": height})
            seen.append(page.evaluate(MEASURED))
        found[pages[path].pattern] = (path, seen)
    context.close()
    return found


def fault_of(seen):
    """What is wrong with what is marked at the screens, "" when each shows one answer in sight."""
    for (width, height), marked in zip(SCREENS, seen, strict=True):
        if len(marked) != 1:
            return f"{len(marked)} antwoorden"
        (answer,) = marked
        foot = answer["top"] + answer["height"]
        if not answer["height"]:
            return f"onzichtbaar bij {width}"
        if answer["top"] > height - IN_SIGHT or (answer["height"] <= SHORT and foot > height):
            return f"op {answer['top']} tot {foot} px bij {width}"
    return ""


def test_every_kind_of_page_answers_in_the_first_screen(answers):
    print("\n| pagina | bij 1280 | bij 390 | antwoord |\n| --- | --- | --- | --- |")
    for path, seen in answers.values():
        tops = [", ".join(str(one["top"]) for one in marked) or "–" for marked in seen]
        words = seen[0][0]["words"][:60].replace("\n", " ") if seen[0] else ""
        print(f"| {path} | {tops[0]} | {tops[1]} | {words} |")
    faults = {path: fault for path, seen in answers.values() if (fault := fault_of(seen))}
    assert faults == {}


def test_an_answer_below_the_first_screen_is_seen():
    high, low, long = ({"top": top, "height": height} for top, height in [(300, 100), (690, 120), (690, 900)])
    assert fault_of([[high], [high]]) == ""
    assert fault_of([[high, high], [high]]) == "2 antwoorden"
    assert fault_of([[low], [low]]) == "op 690 tot 810 px bij 1280"
    assert fault_of([[long], [long]]) == ""
    assert fault_of([[{"top": 701, "height": 900}], [high]]) == "op 701 tot 1601 px bij 1280"
    assert fault_of([[{"top": 10, "height": 0}], [high]]) == "onzichtbaar bij 1280"
