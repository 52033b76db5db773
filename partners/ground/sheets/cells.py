"""A cell of a spreadsheet as the user sees it: which text it shows, what must be said of it, what cannot be read.

A cell with a number shows it as its format says. That may be less than the cell holds (12,35 of 12,3456), and then what
is seen is what is read, and that is said; or something else (4.500 for 4500000), and then it is refused.
"""

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

MOST_DIGITS = 30
# A spreadsheet counts in 15 digits; what it computes has noise behind them, as in 7.000000000000001.
PRECISION = 15
# "#VERW!" and its like, in Dutch and in English, and those of LibreOffice.
ERROR = re.compile(
    r"#(?:VERW|REF|DEEL/0|DIV/0|WAARDE|VALUE|GETAL|NUM|LEEG|NULL|OVERLOOP|SPILL|BEREKEN|CALC)!"
    r"|#(?:NAAM|NAME)\?|#N/[AB]|(?:Fout|Err):\d+",
    re.IGNORECASE,
)
# Words after a number that make it another number.
MULTIPLIES = re.compile(r"\b(?:miljoen|miljard|duizend|mln|mld|k)\b|[x×] ?1", re.IGNORECASE)

FORMULA = "In cel {} staat een formule. Zet er de waarde neer."
BROKEN_CELL = "In cel {} staat de fout {}. Zet er de waarde neer, of maak de cel leeg."
SCALED = "Cel {} toont iets anders dan erin staat: te zien is ‘{}’, erin staat {}. Laat het hele getal zien."
ODD_FORMAT = "De opmaak van cel {} laat het getal ({}) niet zien zoals het is. Kies een gewone getalopmaak."
ROUNDED = "Cel {} toont {}, erin staat {}. Wij lezen wat u ziet: {}."
WITH_MARKS = "Cel {} toont {}. Wij lezen het getal {}."
PART_OF_DAY = "Cel {} toont niet de hele datum. Wij lezen {}."


class Cell(NamedTuple):
    """What a cell says, as one would type it; `problem` says why it cannot be read, `note` what is not as it looks."""

    text: str = ""
    problem: str = ""
    note: str = ""


class Line(NamedTuple):
    """A row with its number in the sheet, and its Cells from the first column on."""

    number: int
    cells: list[Cell]
    is_hidden: bool = False


class Grid(NamedTuple):
    """One sheet: `lines` yields its Lines that have any content. Columns are counted from 0."""

    title: str
    lines: object
    is_hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    merged: str = ""


def text_cell(text, place):
    """The Cell of a text; an error that a spreadsheet wrote there is none."""
    if ERROR.fullmatch(text.strip()):
        return Cell(text, problem=BROKEN_CELL.format(place, text.strip()))
    return Cell(text)


def number_cell(value, seen, words, place):
    """The Cell of a number: `seen` is the Decimal that is shown of `value`, `words` the text that the cell shows."""
    if MULTIPLIES.search(words):
        return Cell(written(value), problem=SCALED.format(place, words, written(value)))
    if seen != value:
        return Cell(written(seen), note=ROUNDED.format(place, words, written(value), written(seen)))
    return Cell(written(value))


def date_cell(value, is_whole, place):
    """The Cell of a day; unless `is_whole` the user sees only a part of it, such as its month."""
    return Cell(written(value), note="" if is_whole else PART_OF_DAY.format(place, f"{value:%-d-%-m-%Y}"))


def without_noise(value):
    """A number as a Decimal of no more digits than a spreadsheet counts in: 7 for 7.000000000000001."""
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite() or not exact:
        return exact
    return rounded(exact, PRECISION - 1 - exact.adjusted())


def rounded(value, decimals):
    """`value` rounded as a spreadsheet does it: half away from zero."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP).normalize()


def written(value):
    """A cell as one would type it: 1234,5 for a number, 2024-01-31 for a day, ja or nee, empty for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float | Decimal):
        number = Decimal(str(value)).normalize()
        return f"{number:f}".replace(".", ",") if abs(number.adjusted()) < MOST_DIGITS else str(number)
    return str(value).replace("\0", "")
