"""Opens a page of drawings in Chromium and says what is wrong with them: `python -m tests.measuring PAGE`, as JSON.

A process of its own, as `tests/looking.py` says why.
"""

import json
import sys
from pathlib import Path

from tests.chromium import running

SCRIPT = Path(__file__).with_name("drawings.js")


def main(address):
    with running() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address)
        page.evaluate("document.fonts.ready")
        print(json.dumps(page.evaluate(SCRIPT.read_text())))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve().as_uri())
