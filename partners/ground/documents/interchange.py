"""A table as csv for a Dutch office, and the tables of a document as json for programs.

Csv is UTF-8 with a byte order mark, so that Excel reads its accents, with semicolons, and decimals have a comma: with a
point, a spreadsheet in Dutch reads 1.125 as 1125, and 22539.38 as text. Json has numbers. A text that a spreadsheet
would run as a formula gets an apostrophe in front.
"""

from codecs import BOM_UTF8
from csv import writer
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from itertools import chain
from json import dumps
from typing import TypedDict

from django.utils import timezone

from partners.ground.documents.blocks import plain
from partners.ground.documents.text import as_data

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


class ColumnContent(TypedDict):
    """A column of a table in a json: its name in each row, its title, and whether it holds `tekst`, `getal`, …"""

    naam: str
    titel: str
    soort: str


class TableContent(TypedDict):
    """One table in a json. A row has a value by the name of each column: a number, a text, or null for unknown.

    Amounts are in euros, days are ISO 8601 and moments have their offset.
    """

    titel: str
    kolommen: list[ColumnContent]
    rijen: list[dict[str, str | int | float | bool | None]]


class DocumentContent(TypedDict):
    """A document as json; what it does not have is empty, and `datum` null."""

    titel: str
    ondertitel: str
    voorbeeld: bool
    alleen_voor: str  # whom it is for, when not everyone may read it
    versie: str
    datum: str | None
    uitgever: str
    gebruik: str  # what may be done with it
    opmerkingen: list[str]
    adres: str
    taal: str
    tabellen: list[TableContent]


KINDS = {"text": "tekst", "number": "getal", "euro": "bedrag in euro", "date": "datum", "year": "jaar"}


def csv(table):
    """The bytes of `table` as csv."""
    return b"".join(csv_lines(table.columns, table.rows))


def csv_lines(columns, rows):
    """Yields the lines of a csv as bytes, so that one of any length takes no more memory than a row."""
    stream = StringIO()
    line = writer(stream, delimiter=";")
    yield BOM_UTF8
    for cells in chain([[harmless(as_data(column.title)) for column in columns]], map(csv_cells, rows)):
        line.writerow(cells)
        yield stream.getvalue().encode()
        stream.seek(0)
        stream.truncate()


def csv_cells(row):
    return [csv_cell(cell) for cell in row]


def json(document):
    """The bytes of `document` as json: what it is, and its tables with each row as an object."""
    content = DocumentContent(
        titel=document.name,
        ondertitel=as_data(document.subtitle),
        voorbeeld=document.example,
        alleen_voor=as_data(document.restricted),
        versie=as_data(document.version),
        datum=value_of(document.dated),
        uitgever=document.author,
        gebruik=document.licence,
        opmerkingen=[as_data(remark) for remark in document.remarks],
        adres=document.address,
        taal=document.language,
        tabellen=[
            TableContent(
                titel=as_data(table.caption),
                kolommen=[
                    ColumnContent(naam=column.name, titel=as_data(column.title), soort=KINDS[column.kind])
                    for column in table.columns
                ],
                rijen=[dict(zip(names(table), map(value_of, row), strict=True)) for row in table.rows],
            )
            for table in document.tables
        ],
    )
    return dumps(content, ensure_ascii=False).encode()


def names(table):
    return [column.name for column in table.columns]


def csv_cell(cell):
    """A cell as a Dutch spreadsheet reads it: 1,125 and 2024-01-31 20:41:00, ja or nee, nothing for unknown."""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, int | float | Decimal):
        return f"{Decimal(str(cell)).normalize():f}".replace(".", ",")
    if isinstance(cell, datetime):
        return f"{timezone.localtime(cell):%Y-%m-%d %H:%M:%S}"
    value = value_of(cell)
    return "" if value is None else harmless(value)


def harmless(text):
    """`text` with an apostrophe before it when a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def value_of(cell):
    """A cell as json knows it: a number, an ISO date or moment, a text, or None for what nobody knows or noted."""
    if cell is None:
        return None
    if isinstance(cell, datetime):
        return timezone.localtime(cell).isoformat(timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    if isinstance(cell, int | float):
        return cell
    return as_data(cell if isinstance(cell, str) else plain(cell)) or None
