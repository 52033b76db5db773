"""Reads a spreadsheet that somebody filled in: xlsx, ods or csv, with one row of column names and rows below it.

Every cell becomes text as one would type it in Dutch: 1234,5 and 2024-01-31, and 3,5 for a cell that shows 3,5%. What
cannot be read with certainty is refused with the cell named: formulas, merged cells, hidden sheets. Size and rows are
counted before the whole is read.
"""

import csv
import re
import zlib
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from itertools import zip_longest
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from django.core.exceptions import ValidationError
from odf.opendocument import load
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

MOST_ROWS = 1_000
MOST_COLUMNS = 60
MOST_BYTES = 2_000_000
# Unpacked; a small file can hold a very large sheet.
MOST_UNPACKED = 20_000_000
MOST_DIGITS = 30
TABLE_CELL = TableCell().qname
# What the libraries raise over a file that is damaged, encrypted or written by a program of its own mind.
BROKEN = (
    ArithmeticError,
    AttributeError,
    BadZipFile,
    KeyError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    csv.Error,
    zlib.error,
)

KINDS = "Kies een bestand in xlsx, ods of csv."
TOO_BIG = "Het bestand is te groot. Een bestand mag hoogstens 2 MB zijn."
TOO_LONG = "Het blad ‘{}’ heeft meer dan 1.000 rijen. Verdeel het over meer bestanden."
TOO_WIDE = "Het blad ‘{}’ heeft meer dan 60 kolommen."
UNREADABLE = "Dit bestand kunnen wij niet lezen. Misschien is het beschadigd of heeft het een wachtwoord."
HIDDEN = "Het blad ‘{}’ is verborgen. Maak het zichtbaar of haal het weg."
MERGED = "Blad ‘{}’: cel {} is samengevoegd. Splits samengevoegde cellen."
FORMULA = "Blad ‘{}’: in cel {} staat een formule. Zet er de waarde neer."
NO_SHEET = "Geen blad heeft een eerste rij met deze kolommen: {}."
UNKNOWN_COLUMN = "De kolom ‘{}’ kennen wij niet."
TWICE = "De kolom ‘{}’ staat er twee keer."


@dataclass(frozen=True)
class Sheet:
    """`rows` are pairs of the row's number in the file and a dict of text by column name; empty rows are left out."""

    columns: list[str]
    rows: list[tuple[int, dict[str, str]]]


def read(upload, *, columns, required):
    """The Sheet in the uploaded file that has all `required` of the known `columns` in its first row.

    Raises ValidationError, in Dutch, for whatever is wrong with the file as a whole.
    """
    if upload.size > MOST_BYTES:
        raise ValidationError(TOO_BIG)
    name, content = upload.name.lower(), upload.read()
    reader = next((reader for ending, reader in READERS.items() if name.endswith(ending)), None)
    if reader is None:
        raise ValidationError(KINDS)
    for title, lines in tables(reader, content):
        head = [cell.strip() for cell in lines[0]] if lines else []
        if set(required) <= set(head):
            return sheet(title, head, lines[1:], columns)
    raise ValidationError(NO_SHEET.format(", ".join(required)))


def tables(reader, content):
    """Yields (title, lines) of each sheet. Raises ValidationError for a file that cannot be read to its end."""
    try:
        yield from reader(content)
    except BROKEN as error:
        raise ValidationError(UNREADABLE) from error


def sheet(title, head, lines, columns):
    """The Sheet of the `lines` below `head`. Raises ValidationError for a column that is unknown or stands twice."""
    while head and not head[-1]:
        head.pop()
    problems = column_problems(head, columns)
    if problems:
        raise ValidationError(problems)
    stripped = ([cell.strip() for cell in line] for line in lines)
    # A line may be shorter than the head, for empty cells at its end are left out.
    rows = [
        (number, dict(zip_longest(head, line[: len(head)], fillvalue="")))
        for number, line in enumerate(stripped, 2)
        if any(line)
    ]
    return Sheet(head, rows)


def column_problems(head, columns):
    """What is wrong with the names in `head`, each in a Dutch sentence."""
    unknown = [UNKNOWN_COLUMN.format(name or "zonder naam") for name in head if name not in columns]
    twice = [TWICE.format(name) for name in dict.fromkeys(head) if name in columns and head.count(name) > 1]
    return unknown + twice


def unpacked(content, *, of):
    """The zip file in `content`, of which the parts `of` (a pattern) unpack to no more than can be read at once."""
    archive = ZipFile(BytesIO(content))
    if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
        big = [part for part in archive.infolist() if re.search(of, part.filename)]
        raise ValidationError(TOO_LONG.format("1") if big else TOO_BIG)
    return archive


def read_xlsx(content):
    """Yields (title, lines) of each sheet of an xlsx."""
    archive = unpacked(content, of=r"worksheets/")
    merged = re.compile(rb'<mergeCell [^>]*ref="([A-Z]+[0-9]+)')
    book = load_workbook(BytesIO(content), read_only=True)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            raise ValidationError(HIDDEN.format(sheet.title))
    for sheet in book.worksheets:
        found = merged.search(archive.read(sheet._worksheet_path.lstrip("/")))
        if found:
            raise ValidationError(MERGED.format(sheet.title, found[1].decode()))
        yield sheet.title, list(xlsx_lines(sheet))


def xlsx_lines(sheet):
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(), 1):
        if number > MOST_ROWS + 1:
            raise ValidationError(TOO_LONG.format(sheet.title))
        if len(row) > MOST_COLUMNS:
            raise ValidationError(TOO_WIDE.format(sheet.title))
        for place, cell in enumerate(row, 1):
            if cell.data_type == "f":
                raise ValidationError(FORMULA.format(sheet.title, f"{get_column_letter(place)}{number}"))
        yield [written(shown(cell)) for cell in row]


def shown(cell):
    """What people read in a cell of an xlsx: a percentage is kept as a share, 0.035 for 3,5%."""
    if cell.data_type == "n" and isinstance(cell.value, int | float) and "%" in (cell.number_format or ""):
        return Decimal(str(cell.value)) * 100
    return cell.value


def read_ods(content):
    """Yields (title, lines) of each sheet of an ods."""
    text = unpacked(content, of=r"^content\.xml$").read("content.xml")
    if text.count(b"<table:table-row") > 3 * MOST_ROWS:
        raise ValidationError(TOO_LONG.format("1"))
    ElementTree.fromstring(text)  # odfpy keeps what it read of a file that is cut short, and says nothing
    book = load(BytesIO(content))
    hidden = {
        style.getAttribute("name")
        for style in book.automaticstyles.childNodes
        for properties in style.childNodes
        if properties.qname[1] == "table-properties" and properties.getAttribute("display") == "false"
    }
    sheets = book.spreadsheet.getElementsByType(Table)
    for table in sheets:
        if table.getAttribute("stylename") in hidden:
            raise ValidationError(HIDDEN.format(table.getAttribute("name")))
    for table in sheets:
        yield table.getAttribute("name"), list(ods_lines(table))


def ods_lines(table):
    title, number = table.getAttribute("name"), 0
    for row in table.getElementsByType(TableRow):
        line = ods_line(title, row, number + 1)
        times = int(row.getAttribute("numberrowsrepeated") or 1)
        # A sheet often ends in a million empty rows, written as one.
        times = times if line else min(times, MOST_ROWS)
        number += times
        if number > MOST_ROWS + 1 and line:
            raise ValidationError(TOO_LONG.format(title))
        yield from [line] * times


def ods_line(title, row, number):
    """The cells of one row as text, without the empty ones at its end."""
    line = []
    for cell in row.childNodes:
        place = f"{get_column_letter(min(len(line), 1_000) + 1)}{number}"
        if is_merged(cell):
            raise ValidationError(MERGED.format(title, place))
        if cell.getAttribute("formula"):
            raise ValidationError(FORMULA.format(title, place))
        text = ods_text(cell)
        times = int(cell.getAttribute("numbercolumnsrepeated") or 1)
        if text and len(line) + times > MOST_COLUMNS:
            raise ValidationError(TOO_WIDE.format(title))
        line += [text] * min(times, MOST_COLUMNS - len(line))
    while line and not line[-1]:
        line.pop()
    return line


def is_merged(cell):
    """Whether a cell covers more than its own place, or lies under another."""
    if cell.qname != TABLE_CELL:
        return True
    spans = (cell.getAttribute("numbercolumnsspanned"), cell.getAttribute("numberrowsspanned"))
    return any(span and int(span) > 1 for span in spans)


def ods_text(cell):
    kind = cell.getAttribute("valuetype")
    if kind in ("float", "currency"):
        return written(Decimal(cell.getAttribute("value")))
    if kind == "percentage":  # kept as a share: 0.035 for 3,5%
        return written(Decimal(cell.getAttribute("value")) * 100)
    if kind == "date":
        return cell.getAttribute("datevalue")[:10]
    return "\n".join(str(paragraph) for paragraph in cell.getElementsByType(P))


def read_csv(content):
    """Yields the one sheet of a csv, with semicolons, commas or tabs; UTF-8, or what a Dutch Excel writes."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    text = text.replace("\0", "")
    head = text.partition("\n")[0]
    delimiter = max(";\t,", key=head.count)
    lines = []
    for line in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
        if len(lines) > MOST_ROWS:
            raise ValidationError(TOO_LONG.format("csv"))
        if len(line) > MOST_COLUMNS:
            raise ValidationError(TOO_WIDE.format("csv"))
        for place, cell in enumerate(line, 1):
            if cell.startswith("="):
                raise ValidationError(FORMULA.format("csv", f"{get_column_letter(place)}{len(lines) + 1}"))
        # An apostrophe kept a spreadsheet from running the text.
        lines.append([re.sub(r"^'(?=[=+\-@\t\r])", "", cell) for cell in line])
    yield "csv", lines


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


READERS = {".xlsx": read_xlsx, ".ods": read_ods, ".csv": read_csv}
