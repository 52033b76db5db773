"""Text that somebody typed, made fit for a file: nothing readable is lost."""

import re

from partners.ground.texts import TURNS

# What XML forbids; a surrogate alone, which no file can hold; and what turns direction, of which text of before forms
# took it out may hold some.
UNFIT = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff{TURNS}]")
LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")


# Keeps words together on a page; in a table a program would search for a space and not find it.
KEEPS_TOGETHER = str.maketrans(
    {
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{WORD JOINER}": None,
        "\N{SOFT HYPHEN}": None,
        "\N{ZERO WIDTH SPACE}": None,
    }
)


def as_data(text):
    """`text` as it stands in a table for programs and spreadsheets: without what only a page is set with."""
    return fit(text).translate(KEEPS_TOGETHER)


def fit(text):
    """`text` without the characters that no XML may hold, and with one kind of line end."""
    text = str(text)
    # Nearly all text is; that has none of those characters, nor another space than the common one.
    if text.isprintable():
        return text
    return UNFIT.sub("", LINE_ENDS.sub("\n", text))
