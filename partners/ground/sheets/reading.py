"""Reads a spreadsheet that somebody filled in: xlsx, ods or csv, with one row of column names and rows below it.

The sheet as the user sees it is the sheet that is read. Every cell becomes text as one would type it in Dutch: 1234,5
and 2024-01-31, and 3,5 for a cell that shows 3,5%. What the user does not see, or what cannot be read with certainty,
is told by row and column before anything counts.
"""

import csv
import zlib
from dataclasses import dataclass, replace
from itertools import islice
from operator import attrgetter
from zipfile import BadZipFile

from django.core.exceptions import ValidationError
from openpyxl.utils import get_column_letter

from partners.ground.comparing.words import key_of
from partners.ground.sheets.cells import Cell
from partners.ground.sheets.ods import read_ods
from partners.ground.sheets.separated import read_csv
from partners.ground.sheets.unpacking import TOO_BIG, TOO_LONG
from partners.ground.sheets.xlsx import read_xlsx

MOST_ROWS = 1_000
MOST_COLUMNS = 60
MOST_BYTES = 2_000_000
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
READERS = {".xlsx": read_xlsx, ".ods": read_ods, ".csv": read_csv, ".txt": read_csv}

KINDS = "Kies een bestand in xlsx, ods of csv."
TOO_WIDE = "Het blad ‘{}’ heeft meer dan 60 kolommen."
UNREADABLE = "Dit bestand kunnen wij niet lezen. Misschien is het beschadigd of heeft het een wachtwoord."
HIDDEN = "Het blad ‘{}’ is verborgen. Maak het zichtbaar of haal het weg."
MERGED = "Blad ‘{}’: cel {} is samengevoegd. Splits samengevoegde cellen."
NO_SHEET = "Geen blad heeft een eerste rij met deze kolommen: {}."
UNKNOWN_COLUMN = "De kolom ‘{}’ kennen wij niet."
TWICE = "De kolom ‘{}’ staat er twee keer."
NOT_READ = "Dit blad is verborgen. Wij lezen het niet."
HIDDEN_ROW = "Deze rij is verborgen, bijvoorbeeld door een filter. Maak die zichtbaar of haal die weg."
HIDDEN_COLUMN = "Deze kolom is verborgen. Maak die zichtbaar of haal die weg."
LOOSE = "Hier staat ‘{}’, maar deze kolom heeft geen naam in de eerste rij.{}"
SEPARATED = " Hoort dit bij de tekst ervoor? Zet die dan tussen aanhalingstekens."


@dataclass(frozen=True)
class Remark:
    """What is to be said of one row; `column` is empty when it is about the row as a whole."""

    row: int
    column: str
    message: str


def by_row(remarks):
    """The Remarks in the order of their rows, whoever made them; on one row they stay as they were."""
    return sorted(remarks, key=attrgetter("row"))


@dataclass(frozen=True)
class Sheet:
    """`rows` are pairs of the row's number in the file and a dict of text by column name; empty rows are left out.

    With any `problems` it cannot be imported; `notes` say what was read otherwise than it may look. Both are Remarks.
    """

    columns: list[str]
    rows: list[tuple[int, dict[str, str]]]
    problems: list[Remark]
    notes: list[Remark]


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
    seen, hidden = fitting(grids(reader, content), columns, set(required))
    if not seen:
        raise ValidationError(HIDDEN.format(hidden[0]) if hidden else NO_SHEET.format(", ".join(required)))
    grid, head, lines = seen
    found = sheet(grid, head, lines[1:], columns)
    return replace(found, notes=found.notes + [Remark(1, f"blad ‘{title}’", NOT_READ) for title in hidden])


def fitting(grids, columns, required):
    """(Grid, head, lines) of the first visible sheet with the required columns, or None; the titles of hidden ones."""
    by_key = {key(column): column for column in columns}
    seen, hidden = None, []
    for grid in grids:
        lines = list(read_lines(grid))
        head = head_of(lines, by_key)
        if required <= set(head):
            hidden += [grid.title] if grid.is_hidden else []
            seen = seen or (None if grid.is_hidden else (grid, head, lines))
    return seen, hidden


def grids(reader, content):
    """Yields the Grid of each sheet. Raises ValidationError for a file that cannot be read to its end."""
    try:
        yield from reader(content)
    except BROKEN as error:
        raise ValidationError(UNREADABLE) from error


def read_lines(grid):
    """The Lines of a Grid, up to one too many. Raises ValidationError for what cannot be read to its end."""
    try:
        yield from islice(grid.lines, MOST_ROWS + 2)
    except BROKEN as error:
        raise ValidationError(UNREADABLE) from error


def head_of(lines, by_key):
    """The names of the columns in the first of `lines`, as they are known: capitals and spaces are no difference."""
    head = [cell.text.strip() for cell in lines[0].cells] if lines else []
    while head and not head[-1]:
        head.pop()
    return [by_key.get(key(name), name) for name in head]


def key(name):
    """A name without what people do not mind: capitals, spaces, and signs that look alike."""
    return key_of(name).casefold()


def sheet(grid, head, lines, columns):
    """The Sheet of the `lines` below `head`. Raises ValidationError for what is wrong with the sheet as a whole."""
    if grid.merged:
        raise ValidationError(MERGED.format(grid.title, grid.merged))
    if len(lines) > MOST_ROWS:
        raise ValidationError(TOO_LONG.format(grid.title))
    if any(cell.text.strip() for line in lines for cell in line.cells[MOST_COLUMNS:]):
        raise ValidationError(TOO_WIDE.format(grid.title))
    problems = column_problems(head, columns)
    if problems:
        raise ValidationError(problems)
    rows, problems, notes = [], hidden_column_problems(grid, head), []
    for line in lines:
        problems += line_problems(line, head, is_separated=grid.title == "csv")
        notes += [Remark(line.number, name, cell.note) for name, cell in named_cells(line, head) if cell.note]
        rows.append((line.number, {name: cell.text.strip() for name, cell in named_cells(line, head)}))
    return Sheet(head, rows, problems, notes)


def column_problems(head, columns):
    """What is wrong with the names in `head`, each in a Dutch sentence."""
    unknown = [UNKNOWN_COLUMN.format(name or "zonder naam") for name in head if name not in columns]
    twice = [TWICE.format(name) for name in dict.fromkeys(head) if name in columns and head.count(name) > 1]
    return unknown + twice


def named_cells(line, head):
    """(Name of the column, Cell) of a Line, which may be shorter than the head: empty cells at its end are left out."""
    empty = [Cell()] * (len(head) - len(line.cells))
    return zip(head, [*line.cells, *empty], strict=False)


def hidden_column_problems(grid, head):
    return [Remark(1, head[place], HIDDEN_COLUMN) for place in sorted(grid.hidden_columns) if place < len(head)]


def line_problems(line, head, *, is_separated):
    """Why a Line cannot be read, as Remarks."""
    if line.is_hidden:
        return [Remark(line.number, "", HIDDEN_ROW)]
    hint = SEPARATED if is_separated else ""
    loose = [
        Remark(line.number, get_column_letter(place), LOOSE.format(cell.text.strip(), hint))
        for place, cell in enumerate(line.cells[len(head) :], len(head) + 1)
        if cell.text.strip()
    ]
    return loose + [Remark(line.number, name, cell.problem) for name, cell in named_cells(line, head) if cell.problem]
