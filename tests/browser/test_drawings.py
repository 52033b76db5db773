"""No drawing has words that meet words or lines, none leaves out a value, and none changes unseen.

`ACCEPT_DRAWINGS=1 pytest tests/browser/test_drawings.py` accepts what is drawn now, after somebody looked at it in
`var/drawings.html`.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.drawings import ACCEPTED, all_drawn, page

WIDTHS = (288, 448, 560, 800)
PAGE = Path("var/drawings.html")
# A mark of a value: not what lies under it, nor what says that a value is not known.
MARK = re.compile(r'<(?:circle|rect)\s[^>]*class="(?!ground|hollow)|<(?:circle|rect) class="(?!ground|hollow)')


@pytest.fixture(scope="module")
def drawn():
    found = all_drawn()
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(found, WIDTHS))
    return found


def test_no_words_in_a_drawing_meet_words_marks_or_lines(drawn, only_with_a_browser):
    told = subprocess.run(
        [sys.executable, "-m", "tests.measuring", str(PAGE)], capture_output=True, text=True, check=True
    )
    assert json.loads(told.stdout) == []


def test_a_drawing_has_a_mark_for_each_value_that_is_known(drawn):
    for one in drawn:
        drawings = re.findall(r"<svg.*?</svg>", one.html, re.DOTALL)
        assert drawings
        if one.name != "per-partner":
            assert [len(MARK.findall(drawing)) for drawing in drawings] == [one.known] * len(drawings), one.name


def test_a_drawing_is_as_it_was_accepted(drawn):
    now = [f"{one.name} {one.accepted}" for one in drawn]
    if os.environ.get("ACCEPT_DRAWINGS"):
        ACCEPTED.write_text("\n".join(now) + "\n")
    before = ACCEPTED.read_text().splitlines()
    changed = [line.split(" ", 1)[0] for line in now if line not in before]
    assert changed == [], f"Kijk in {PAGE} en zet ACCEPT_DRAWINGS=1 als dit zo hoort."
    assert len(before) == len(now)
