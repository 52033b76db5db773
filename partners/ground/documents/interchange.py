"""A table as csv, and the tables of a document as json.

Csv is UTF-8 with a byte order mark, so that Excel reads its accents, and semicolons. Dates are ISO 8601 and decimals
have a point, as in the open data. A text that a spreadsheet would run as a formula gets an apostrophe in front.
"""

from csv import writer
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from json import dumps
from typing import TypedDict

from django.utils import timezone

from partners.ground.documents.blocks import plain, runs
from partners.ground.documents.text import fit

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


class TableContent(TypedDict):
    """One table in a json. A row has a value by the name of each column: a number, a text, or null for unknown.

    Amounts are in euros, days are ISO 8601 and moments have their offset.
    """

    titel: str
    rijen: list[dict[str, str | int | float | None]]


class DocumentContent(TypedDict):
    """A document as json; what it does not have is empty, and `datum` null."""

    titel: str
    ondertitel: str
    voorbeeld: bool
    alleen_voor: str  # whom it is for, when not everyone may read it
    versie: str
    datum: str | None
    adres: str
    taal: str
    tabellen: list[TableContent]


def csv(table):
    """The bytes of `table` as csv."""
    stream = StringIO()
    rows = writer(stream, delimiter=";")
    rows.writerow([harmless(fit(column.title)) for column in table.columns])
    rows.writerows([csv_cell(cell) for cell in row] for row in table.rows)
    return stream.getvalue().encode("utf-8-sig")


def json(document):
    """The bytes of `document` as json: what it is, and its tables with each row as an object."""
    content = DocumentContent(
        titel=document.name,
        ondertitel=fit(document.subtitle),
        voorbeeld=document.example,
        alleen_voor=fit(document.restricted),
        versie=fit(document.version),
        datum=value_of(document.dated),
        adres=document.address,
        taal=document.language,
        tabellen=[
            TableContent(
                titel=fit(table.caption),
                rijen=[dict(zip(names(table), map(value_of, row), strict=True)) for row in table.rows],
            )
            for table in document.tables
        ],
    )
    return dumps(content, ensure_ascii=False).encode()


def names(table):
    return [column.name for column in table.columns]


def csv_cell(cell):
    value = value_of(cell)
    if value is None:
        return ""
    return harmless(value) if isinstance(value, str) else value


def harmless(text):
    """`text` with an apostrophe before it when a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def value_of(cell):
    """A cell as json knows it: a number, an ISO date or moment, a text, or None for what nobody knows."""
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
    return fit(plain(runs(cell)))
