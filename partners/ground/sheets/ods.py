"""Reads the sheets of an ods as they look in LibreOffice."""

import re
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

from django.core.exceptions import ValidationError
from odf.opendocument import load
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.teletype import extractText
from odf.text import P
from openpyxl.utils import get_column_letter

from partners.ground.sheets.cells import (
    FORMULA,
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
from partners.ground.sheets.unpacking import TOO_LONG, unpacked

# Rows in the file, of which a sheet that is coloured to its end has many; empty ones after each other are one.
MOST_WRITTEN = 60_000
# More than a sheet to import may have, so that it is told.
MOST_COLUMNS, MOST_LINES = 1_000, 1_002
MOST_DECIMALS = 12
WRITTEN_CELL = re.compile(rb"<(?:[\w.-]+:)?(?:covered-)?table-cell[ />]")
PLAIN = re.compile(rb"</?(?:[\w.-]+:)?(?:(?:covered-)?table-cell|table-row|p)[ />]")
PARAGRAPH, CELL = P().qname, TableCell().qname
UNSEEN = ("collapse", "filter")


def read_ods(content):
    """Yields a Grid for each sheet of an ods."""
    text = unpacked(content, of=r"^content\.xml$", cell=WRITTEN_CELL, plain=PLAIN).read("content.xml")
    if text.count(b"<table:table-row") > MOST_WRITTEN:
        raise ValidationError(TOO_LONG.format("1"))
    ElementTree.fromstring(text)  # odfpy keeps what it read of a file that is cut short, and says nothing
    book = load(BytesIO(content))
    hidden = {
        style.getAttribute("name")
        for style in book.automaticstyles.childNodes
        for properties in style.childNodes
        if properties.qname[1] == "table-properties" and properties.getAttribute("display") == "false"
    }
    for table in book.spreadsheet.getElementsByType(Table):
        lines, merged = lines_of(table)
        yield Grid(
            table.getAttribute("name"),
            lines,
            is_hidden=table.getAttribute("stylename") in hidden,
            hidden_columns=frozenset(hidden_columns(table)),
            merged=merged,
        )


def hidden_columns(table):
    """The places, from 0, of the columns that the user does not see."""
    place = 0
    for column in table.getElementsByType(TableColumn):
        times = min(int(column.getAttribute("numbercolumnsrepeated") or 1), MOST_COLUMNS)
        if column.getAttribute("visibility") in UNSEEN:
            yield from range(place, min(place + times, MOST_COLUMNS))
        place += times


def lines_of(table):
    """The Lines of a sheet that hold anything, and the first cell that is merged, or ""."""
    lines, merged, number = [], "", 0
    for row in table.getElementsByType(TableRow):
        times = int(row.getAttribute("numberrowsrepeated") or 1)
        cells, found = cells_of(row, number + 1)
        merged = merged or found
        if cells:
            is_hidden = row.getAttribute("visibility") in UNSEEN
            room = min(times, MOST_LINES - len(lines))
            lines += [Line(number + again, cells, is_hidden) for again in range(1, room + 1)]
        number += times
    return lines, merged


def cells_of(row, number):
    """The Cells of one row without the empty ones at its end, and the first that is merged, or ""."""
    cells, empty, merged = [], 0, ""
    for node in row.childNodes:
        place = f"{get_column_letter(min(len(cells) + empty, MOST_COLUMNS) + 1)}{number}"
        if is_merged(node):
            merged = merged or place
        times = int(node.getAttribute("numbercolumnsrepeated") or 1)
        cell = read_cell(node, place)
        if cell.text or cell.problem:
            cells += [Cell()] * min(empty, MOST_COLUMNS - len(cells))
            cells += [cell] * min(times, MOST_COLUMNS - len(cells))
            times = empty = 0
        empty += times
    return cells, merged


def is_merged(node):
    """Whether a cell covers more than its own place, or lies under another."""
    if node.qname != CELL:
        return True
    spans = (node.getAttribute("numbercolumnsspanned"), node.getAttribute("numberrowsspanned"))
    return any(span and int(span) > 1 for span in spans)


def read_cell(node, place):
    """The Cell of a cell of odfpy; what somebody remarked at it is no part of it."""
    # A cell under a merged one has no attributes of its own.
    kind = node.getAttribute("valuetype") if node.qname == CELL else None
    shown = "\n".join(extractText(each) for each in node.childNodes if each.qname == PARAGRAPH)
    if kind and node.getAttribute("formula"):
        return Cell(shown, problem=FORMULA.format(place))
    if kind in ("float", "currency", "percentage"):
        # A percentage is kept as a share: 0.035 for 3,5%.
        value = without_noise(float(node.getAttribute("value"))) * (100 if kind == "percentage" else 1)
        return shown_number(value.normalize(), shown, place, is_share=kind == "percentage")
    if kind == "date":
        value = date.fromisoformat(node.getAttribute("datevalue")[:10])
        return date_cell(value, not shown or shows_whole_day(value, shown), place)
    if kind == "boolean":
        return Cell(written(node.getAttribute("booleanvalue") == "true"))
    return text_cell(written(shown), place)


def shown_number(value, shown, place, *, is_share):
    """The Cell of a number of which the file says how it is shown."""
    seen = seen_in(value, shown)
    if seen is None:
        return Cell(written(value), problem=SCALED.format(place, shown, written(value)))
    cell = number_cell(value, seen, shown, place)
    is_marked = "%" in shown and not is_share and not cell.note
    return cell._replace(note=WITH_MARKS.format(place, shown, written(seen))) if is_marked else cell


def seen_in(value, shown):
    """`value` rounded to the decimals of which `shown` has the digits, or None when it shows another number."""
    digits = re.sub(r"\D", "", shown).lstrip("0")
    if not shown:
        return value
    for decimals in range(MOST_DECIMALS + 1):
        seen = rounded(value, decimals)
        if f"{abs(seen):.{decimals}f}".replace(".", "").lstrip("0") == digits:
            return seen
    return None


def shows_whole_day(value, shown):
    """Whether a date is shown with its day and its year."""
    numbers = {int(part) for part in re.findall(r"\d+", shown)}
    return value.day in numbers and bool(numbers & {value.year, value.year % 100})
