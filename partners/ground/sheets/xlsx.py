"""Reads the sheets of an xlsx as they look in Excel."""

import re
from datetime import date
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from django.core.exceptions import ValidationError
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from partners.ground.sheets.cells import (
    FORMULA,
    ODD_FORMAT,
    SCALED,
    WITH_MARKS,
    Cell,
    Grid,
    Line,
    date_cell,
    number_cell,
    rounded,
    text_cell,
    without_noise,
    written,
)
from partners.ground.sheets.unpacking import MOST_CELLS, TOO_MANY_CELLS, TOO_ORNATE, counted, unpacked

# The parts of the format of a number: text in quotes or after a backslash, what stands in brackets, a space as wide as
# the next sign, a sign that fills the cell, and all else.
PARTS = re.compile(r'"([^"]*)"|\\(.)|\[([^\]]*)\]|_(.)|\*(.)|([^"\\\[_*]+)', re.DOTALL)
DIGITS = re.compile(r"[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+")
MOST_DECIMALS = 12
MOST_COLUMNS, MOST_ROWS = 1_000, 1_048_576
# What Excel itself refuses to make: a format of more characters, and more formats of numbers or sheets than these.
LONGEST_FORMAT = 255
MOST_FORMATS, MOST_SHEETS = 1_000, 255

# An empty row costs as much as a cell.
CELL = re.compile(rb"<(?:\w+:)?(?:c|row)[ />]")
PLAIN = re.compile(rb"</?(?:\w+:)?(?:c|v|row|si|is|t)[ />]")
ROW = re.compile(rb"<(?:\w+:)?row\b([^<>]*)>")
COLUMN = re.compile(rb"<(?:\w+:)?col\b([^<>]*)>")
MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^<>]*?ref="([A-Z]+[0-9]+)')
ATTRIBUTE = re.compile(rb'\b(\w+)="([^"]*)"')


class NumberFormat(NamedTuple):
    """How a number looks: so many `decimals`, times `scale` (100 for a percentage), in `thousands` of so many times.

    `before` and `after` are the signs around it. `decimals` is None for all that there are.
    """

    decimals: int | None
    scale: int
    thousands: int
    before: str
    after: str


def read_xlsx(content):
    """Yields a Grid for each sheet of an xlsx."""
    archive = unpacked(content, of=r"worksheets/", cell=CELL, plain=PLAIN)
    if sum(archive.read(part).count(b"formatCode") for part in archive.namelist()) > MOST_FORMATS:
        raise ValidationError(TOO_ORNATE)
    book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
    left = MOST_CELLS
    for sheet in book.worksheets[:MOST_SHEETS]:
        drawn = archive.read(sheet._worksheet_path.lstrip("/"))
        left -= counted(CELL, drawn)  # sheets of a file may name one part of it, each for itself
        if left < 0:
            raise ValidationError(TOO_MANY_CELLS)
        merged = MERGED.search(drawn)
        yield Grid(
            sheet.title,
            lines_of(sheet, hidden_rows(drawn)),
            is_hidden=sheet.sheet_state != "visible",
            hidden_columns=frozenset(hidden_columns(drawn)),
            merged=merged[1].decode() if merged else "",
        )


def hidden_rows(drawn):
    """The numbers of the rows that the user does not see, such as those that a filter leaves out."""
    found, number = set(), 0
    for row in ROW.finditer(drawn):
        attributes = dict(ATTRIBUTE.findall(row[1]))
        number = int(attributes.get(b"r", number + 1))
        if number > MOST_ROWS:
            raise ValueError(f"There is no row {number}.")
        if attributes.get(b"hidden") in (b"1", b"true") or float(attributes.get(b"ht", 1)) == 0:
            found.add(number)
    return found


def hidden_columns(drawn):
    """The places, from 0, of the columns that the user does not see, each once."""
    place = 0
    for column in COLUMN.finditer(drawn):
        attributes = dict(ATTRIBUTE.findall(column[1]))
        first, place = max(place, int(attributes[b"min"]) - 1), min(int(attributes[b"max"]), MOST_COLUMNS)
        if attributes.get(b"hidden") in (b"1", b"true") or float(attributes.get(b"width", 1)) == 0:
            yield from range(first, place)


def lines_of(sheet, hidden):
    """The Lines of a sheet that hold anything: an empty cell with a colour holds nothing."""
    sheet.reset_dimensions()
    room = MOST_CELLS
    for number, row in enumerate(sheet.iter_rows(), 1):
        room -= len(row)  # up to its last cell, however far to the right that is
        if room < 0:
            raise ValidationError(TOO_MANY_CELLS)
        if any(cell.value is not None for cell in row):
            cells = [read_cell(cell, f"{get_column_letter(place)}{number}") for place, cell in enumerate(row, 1)]
            yield Line(number, cells, is_hidden=number in hidden)


def read_cell(cell, place):
    """The Cell of a cell of openpyxl."""
    if cell.data_type == "f":
        return Cell(str(cell.value), problem=FORMULA.format(place))
    if isinstance(cell.value, bool) or cell.value is None:
        return Cell(written(cell.value))
    if isinstance(cell.value, int | float):
        return shown_number(cell.value, cell.number_format or "General", place)
    if isinstance(cell.value, date):
        return date_cell(cell.value, shows_whole_day(cell.number_format or ""), place)
    return text_cell(written(cell.value), place)


def shown_number(value, code, place):
    """The Cell of a number with the format `code`."""
    exact = without_noise(value)
    form = format_of(code, exact)
    if form is None:
        return Cell(written(exact), problem=ODD_FORMAT.format(place, written(exact)))
    exact = (exact * form.scale).normalize()
    seen = exact if form.decimals is None else rounded(exact / 1000**form.thousands, form.decimals)
    signed = abs(seen) if "-" in form.before else seen
    words = f"{form.before}{in_dutch(signed, form.decimals)}{form.after}".strip()
    if form.thousands:
        return Cell(written(exact), problem=SCALED.format(place, words, written(exact)))
    cell = number_cell(exact, seen, words, place)
    is_marked = "%" in f"{form.before}{form.after}" and form.scale == 1
    return cell._replace(note=WITH_MARKS.format(place, words, written(seen))) if is_marked and not cell.note else cell


def in_dutch(value, decimals):
    if decimals is None:
        return written(value)
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def format_of(code, value):
    """The NumberFormat that `code` gives `value`, or None when it shows something else than its digits."""
    return format_for(code, 0 if value > 0 else 1 if value < 0 else 2)


@lru_cache(maxsize=256)
def format_for(code, place):
    """The same, for the values of the section at that `place`."""
    if len(code) > LONGEST_FORMAT or re.search(r"\[[<>=]", code):
        return None
    parts = [found.groups() for found in PARTS.finditer(section_of(code, place))]
    plain = "".join(part[5] or "" for part in parts)
    if re.search(r"general|@", plain, re.IGNORECASE):
        return NumberFormat(None, 1, 0, "", "")
    if not DIGITS.search(plain) or re.search(r"[eE][+-]|\?/|#/", plain):
        return None
    before, digits, after = around(parts)
    whole, _, decimals = digits.partition(".")
    thousands = trailing_commas(decimals or whole) + len(after) - len(after.lstrip(","))
    return NumberFormat(
        min(len(decimals.strip(",")), MOST_DECIMALS), 100 ** plain.count("%"), thousands, before, after.lstrip(",")
    )


def around(parts):
    """The signs before the digits in the `parts` of a format, the places of the digits, and the signs after them."""
    before, digits, after = "", "", ""
    for quoted, escaped, bracketed, _, _, rest in parts:
        literal, rest = quoted or escaped or currency(bracketed or ""), rest or ""
        found = None if digits else DIGITS.search(rest)
        if found:
            before, digits, after = before + literal + rest[: found.start()], found[0], rest[found.end() :]
        elif digits:
            after += literal + rest
        else:
            before += literal + rest
    return before, digits, after


def trailing_commas(text):
    return len(text) - len(text.rstrip(","))


def section_of(code, place):
    """The part of a format at that `place`: 'above 0;below 0;0'."""
    sections = re.findall(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*)(?:;|$)', code)
    if len(sections) > 1 and sections[-1] == "":
        sections.pop()
    if place < len(sections):
        return sections[place]
    return sections[0] if sections else "General"


def currency(bracketed):
    """The sign in [$€-413]; nothing for a colour."""
    return bracketed[1:].partition("-")[0] if bracketed.startswith("$") else ""


def shows_whole_day(code):
    """Whether a format of a date shows day, month and year."""
    plain = "".join(found[6] or "" for found in PARTS.finditer(code)).lower()
    return {"d", "m", "y"} <= set(plain)
