"""How a test reads markup whatever the lines on which its template lays it out."""

import re


def tight(html):
    """`html` with one space for each run of white space, and none before or after a tag."""
    return re.sub(r"(?<=>) | (?=<)", "", re.sub(r"[ \n]+", " ", html))
