"""A station in the life of a sentence, and how what somebody wrote is told there in short."""

import re
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html

NOT_YET, UNKNOWN = "nog niet", "nog niet bekend"
# Of what somebody wrote, as many whole sentences as fit in so many characters.
MOST = 90
SENTENCE = re.compile(r"\S.*?(?:[.?!]+[’”)]*(?=\s|$)|$)")
# The templates of what each station draws: in the band, and in the strip, where the text has none.
DRAWINGS = {
    1: ("life/parts/text.html", ""),
    2: ("life/parts/voices.html", "life/parts/voices_small.html"),
    3: ("life/parts/verdict.html", "life/parts/verdict_small.html"),
    4: ("life/parts/added.html", "life/parts/added_small.html"),
    5: ("life/parts/bodies.html", "life/parts/bodies_small.html"),
    6: ("life/parts/figure.html", "life/parts/figure_small.html"),
}


@dataclass(frozen=True)
class Station:
    """One station: what is drawn, the outcome in words, and where that comes from.

    `hollow` says what is not there: 'nog niet' has not happened, of 'nog niet bekend' no source says it; "" when there
    is something, and only then `url` leads to it. `in_short` goes in a sentence with that of the other stations.
    """

    number: int
    name: str
    hollow: str = ""
    url: str = ""
    outcome: str = ""
    source: str = ""
    drawn: Any = None
    in_short: str = ""

    @property
    def heard(self):
        """What is said after its name where nobody sees the drawing."""
        told = self.hollow or self.in_short
        return f": {told}" if told else ""

    @property
    def href(self):
        """Its address as an attribute; "" for a place that leads nowhere yet."""
        return format_html(' href="{}"', self.url) if self.url else ""

    @property
    def drawing(self):
        """The template of its drawing in the band, "" without one."""
        return DRAWINGS[self.number][0] if self.drawn else ""

    @property
    def small_drawing(self):
        """The template of its drawing in the strip, "" without one."""
        return DRAWINGS[self.number][1] if self.drawn else ""


def first_sentence(text):
    """Its first sentence, however long, without the full stop."""
    return next(iter(SENTENCE.findall(" ".join(text.split()))), "").removesuffix(".")


def whole_sentences(text, most=MOST):
    """As many sentences from the beginning of `text` as fit in `most` characters; "" when the first is longer."""
    fits = ""
    for sentence in SENTENCE.findall(" ".join(text.split())):
        longer = f"{fits} {sentence}".strip()
        if len(longer) > most:
            break
        fits = longer
    return fits
