"""Two texts compared as a reader does: by words, whole numbers and paragraphs, for the pages and for the documents."""

from partners.ground.comparing.alignment import MOST_PAIRS, aligned, is_too_long
from partners.ground.comparing.condensed import ChangedParagraph, condensed
from partners.ground.comparing.marking import html, marked
from partners.ground.comparing.paragraphs import Piece, paragraphs
from partners.ground.comparing.sides import sides
from partners.ground.comparing.words import WORD, alike, same_words

__all__ = [
    "MOST_PAIRS",
    "WORD",
    "ChangedParagraph",
    "Piece",
    "aligned",
    "alike",
    "condensed",
    "html",
    "is_too_long",
    "marked",
    "paragraphs",
    "same_words",
    "sides",
]
