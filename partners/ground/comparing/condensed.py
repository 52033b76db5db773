"""Only what changed between two long texts, to be kept and drawn later: a nota of 300 pages is read for its changes."""

from typing import NamedTuple

from django.utils.html import format_html_join

from partners.ground.comparing.marking import parts
from partners.ground.comparing.paragraphs import Piece, paragraphs

# A paragraph shorter than this, just above a change, is shown with it: most often it is its heading.
HEADING = 120  # characters
# Of texts that differ in more than this one reads the newest instead.
MOST = 300_000  # characters


class ChangedParagraph(NamedTuple):
    """A paragraph with a change: how many the same stood before it and were left out, what led up to it, its Pieces."""

    left_out: int
    heading: str
    pieces: list

    @property
    def html(self):
        """The paragraph as safe HTML, with what came and went marked."""
        return format_html_join("", "{}", [(part,) for part in parts([Piece(*piece) for piece in self.pieces])])


def condensed(before, after):
    """The ChangedParagraphs between two plain texts, as JSON takes them; None when that is more than MOST."""
    found, same, total = [], [], 0
    for line in paragraphs(before, after):
        if not any(piece.sign for piece in line):
            same.append("".join(piece.text for piece in line))
            continue
        total += sum(len(piece.text) for piece in line)
        heading = same[-1] if same and len(same[-1]) < HEADING else ""
        found.append(ChangedParagraph(len(same) - bool(heading), heading, [list(piece) for piece in line]))
        same = []
    return None if total > MOST else found
