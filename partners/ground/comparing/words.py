"""What counts as one word, and which words say the same.

A number is one word with all that belongs to it: its marks, its euro or percent sign, "miljoen", the month of a day,
and the other end of a range. So a change never takes 500 out of 4.500.
"""

import re
import unicodedata
from typing import NamedTuple

# Shows nothing: a soft hyphen, joiners and spaces without width, marks of direction.
INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
ACCENT = "\u0300-\u036f"
# The signs that look alike, each with the one that stands for all of them.
ALIKE = {
    **dict.fromkeys("‘’‚‛ʼ′", "'"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"),
    "…": "...",
}
LOOKS = str.maketrans(ALIKE)
NOTHING = re.compile(rf"[\s{INVISIBLE}]+")

GAP = r"[^\S\n]?"
MINUS = "[-−]"
MONTH = "(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
# What a word holds besides letters and digits: an accent, an apostrophe between two letters, and between two digits the
# mark of a number, a date or a range.
INSIDE = rf"(?<=\d)[{INVISIBLE}]*[.,:/‐‑‒–−-][{INVISIBLE}]*(?=\d)|[{ACCENT}{INVISIBLE}]|(?<=\w)['’](?=\w)"
LETTERS = rf"\w(?:\w|{INSIDE})*"
DAY = rf"(?<![\w.,])\d\d?{GAP}{MONTH}(?:{GAP}\d{{4}})?(?![\w{ACCENT}])"
SIGN = rf"(?:(?<!\w){MINUS}(?=(?:€{GAP})?\d))?(?:€{GAP}(?={MINUS}?\d))?(?:(?<=[€\s]){MINUS}(?=\d))?"
UNIT = rf"(?:(?<=\d)(?:{GAP}%|{GAP}(?:miljoen|miljard|duizend)(?![\w{ACCENT}])))?"
# A word, a number or a mark.
WORD = rf"{DAY}|{SIGN}{LETTERS}{UNIT}|\.\.\.|[^\w\s{INVISIBLE}]"
# With the space after it, in which what shows nothing counts as space.
WITH_SPACE = re.compile(rf"({WORD})([\s{INVISIBLE}]*)")


class Word(NamedTuple):
    """A word as it stands in a text, with the space after it, and as it is compared."""

    text: str
    space: str
    key: str


def words_of(text):
    """The Words of a text in order. Together they are all of it but the space that it begins with."""
    return [Word(word, space, key_of(word)) for word, space in WITH_SPACE.findall(text)]


def key_of(word):
    """What is the same for two words that look alike on the screen."""
    return unicodedata.normalize("NFC", NOTHING.sub("", word)).translate(LOOKS)


def keys_of(words):
    return [word.key for word in words]


def text_of(words):
    return "".join(word.text + word.space for word in words)


def same_words(one, other):
    """Whether two texts have the same words in the same order, wherever their lines end."""
    return one == other or keys_of(words_of(one)) == keys_of(words_of(other))


def alike(one, other):
    """Whether two texts look alike to who reads them: the same words in the same paragraphs."""
    return one == other or [keys_of(words) for words in lines_of(one)] == [keys_of(words) for words in lines_of(other)]


def lines_of(text):
    """The paragraphs of a text, each as its Words; a line without words is none."""
    return [words for line in text.splitlines() if (words := words_of(line.strip()))]
