"""Reads a csv, or the "Unicode-tekst" of Excel: one sheet, with semicolons, commas or tabs."""

import codecs
import csv
import re
from io import StringIO

from django.core.exceptions import ValidationError
from openpyxl.utils import get_column_letter

from partners.ground.sheets.cells import FORMULA, Cell, Grid, Line, text_cell
from partners.ground.sheets.unpacking import MOST_CELLS, TOO_MANY_CELLS

MARKS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
# Ends of cells and lines. A text may hold them too: between quotes, a comma ends nothing.
MOST_SIGNS = 4 * MOST_CELLS
SIGNS = "Sommige tekens in dit bestand kunnen wij niet lezen. Sla het op als xlsx, of als csv in UTF-8."


def read_csv(content):
    """Yields the one Grid of a csv in UTF-8, in UTF-16, or as an older Dutch Excel writes it."""
    text = decoded(content)
    named = re.match(r"sep=(.)\r?\n", text)  # with which Excel says what parts the cells
    head = text[named.end() :] if named else text
    delimiter = named[1] if named else max(";\t,", key=head.partition("\n")[0].count)
    if head.count(delimiter) + head.count("\n") > MOST_SIGNS:
        raise ValidationError(TOO_MANY_CELLS)
    yield Grid("csv", lines_of(head, delimiter, first=2 if named else 1))


def decoded(content):
    """`content` as text. Raises ValidationError for signs that cannot be told."""
    encoding = next((name for mark, name in MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError as error:
            raise ValidationError(SIGNS) from error
    return text.replace("\0", "")


def lines_of(text, delimiter, *, first):
    for number, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter), first):
        cells = [read_cell(text, number, place) for place, text in enumerate(row, 1)]
        if any(cell.text.strip() for cell in cells):
            yield Line(number, cells)


def read_cell(text, number, column):
    place = f"{get_column_letter(min(column, 1_000))}{number}"
    if text.startswith("="):
        return Cell(text, problem=FORMULA.format(place))
    # An apostrophe kept a spreadsheet from running the text.
    return text_cell(re.sub(r"^'(?=[=+\-@\t\r])", "", text), place)
