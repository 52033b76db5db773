"""Each of two compared texts by itself, for who reads one below the other: 'Was' and 'Wordt'."""

import unicodedata
from collections import deque

from partners.ground.comparing.paragraphs import Piece, joined, paragraphs
from partners.ground.comparing.words import key_of, lines_of, text_of


def sides(before, after):
    """Plain text `before` and `after`, each as the Pieces that together are that text, letter for letter.

    What stands between two of its paragraphs neither came nor went.
    """
    lines = paragraphs(before, after)
    return side(before, lines, "-"), side(after, lines, "+")


def side(text, lines, sign):
    """`text` as Pieces: its own words and spaces, each marked as that word is in `lines`, the paragraphs of both."""
    marks, found, end = deque(marks_of(lines, sign)), [], 0
    for words in lines_of(text):
        line = text_of(words)
        start = text.index(line, end)
        found.append(Piece("", text[end:start]))
        for word in words:
            mark, *_ = [marks.popleft() for _ in range(size_of(word.text))]
            found.append(mark._replace(text=word.text + word.space))
        end = start + len(line)
    found.append(Piece("", text[end:]))
    return joined([piece for piece in found if piece.text])


def marks_of(lines, sign):
    """For each letter of one of two compared texts the Piece in which it stands."""
    own = [piece for line in lines for piece in line if piece.sign in ("", sign)]
    return [piece for piece in own for _ in range(size_of(piece.text))]


def size_of(text):
    """Of how many letters and accents `text` is made: as many for two texts that look alike, spaces not counted."""
    return len(unicodedata.normalize("NFD", key_of(text)))
