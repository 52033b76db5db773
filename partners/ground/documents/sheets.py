"""The tables of a document as an xlsx: a cover sheet, then each table on a sheet of its own, with typed cells.

Text is always written as text, so =1+1 stays those four signs: a formula is never made, and none is read.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import chain, islice
from math import ceil

from django.conf import settings
from django.utils import timezone
from xlsxwriter import Workbook

from partners.ground.documents.blocks import plain, runs
from partners.ground.documents.text import as_data, fit

MOST_CHARACTERS = 32_767  # in a cell of a spreadsheet
CUT = " … [de rest past niet in deze cel en staat in de csv en de json]"
A4 = 9  # in the list of papers of Excel
LINE, HIGHEST = 15, 409  # points: one line of a row, and the most that a spreadsheet takes
FULL = 0.85  # of the width of a column, how much a line of words fills before it breaks
PAGE = 180  # characters that can still be read beside one another on a printed page
WIDTHS = {"number": 14, "euro": 18, "date": 18, "year": 8}  # characters
NARROWEST, WIDEST = 10, 40  # characters, of a column of text
COVER = (16, 80)  # characters
LOOKED_AT = 500  # rows, for the longest text of a column


def xlsx(document):
    """The bytes of `document` as xlsx."""
    stream = BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(stream, options) as book:
        keywords = "; ".join(document.keywords)[:255]
        book.set_properties({"title": document.name[:255], "author": document.author, "keywords": keywords})
        formats = {
            "text": book.add_format({"text_wrap": True, "valign": "top", "align": "left", "indent": 1}),
            "link": book.add_format({"text_wrap": True, "valign": "top", "align": "left", "indent": 1, "underline": 1}),
            "whole": book.add_format({"num_format": "#,##0", "valign": "top"}),
            "number": book.add_format({"num_format": "#,##0.00", "valign": "top"}),
            "euro": book.add_format({"num_format": '"€" #,##0.00', "valign": "top"}),
            "exact": book.add_format({"num_format": '"€" #,##0.00##', "valign": "top"}),
            "year": book.add_format({"num_format": "0", "valign": "top"}),
            "date": book.add_format({"num_format": "d-m-yyyy", "valign": "top"}),
            "moment": book.add_format({"num_format": "d-m-yyyy hh:mm", "valign": "top"}),
            "head": book.add_format(
                {"bold": True, "bottom": 2, "text_wrap": True, "valign": "top", "align": "left", "indent": 1}
            ),
        }
        names = sheet_names(document.tables)
        write_cover(book, formats, cover_rows(document, names)).set_header(page_header(document))
        for name, table in zip(names, document.tables, strict=True):
            sheet = book.add_worksheet(name)
            sheet.set_header(page_header(document))
            write_table(sheet, formats, table)
    return stream.getvalue()


def page_header(document):
    """What every printed page says at its head, in the language of Excel, which holds 255 characters of it."""
    return f"&R{fit(document.marks).replace('&', '&&')}"[:255] if document.marks else ""


def write_cover(book, formats, rows):
    """The first sheet of an xlsx, which it returns: `rows` are (term, text)."""
    cover = book.add_worksheet("Over dit bestand")
    for place, width in enumerate(COVER):
        cover.set_column(place, place, width)
    cover.set_paper(A4)
    cover.fit_to_pages(1, 0)
    for place, (term, text) in enumerate(rows):
        cover.write_string(place, 0, fitting(term), formats["head"])
        cover.write_string(place, 1, fitting(text), formats["text"])
    return cover


def write_table(sheet, formats, table):
    """A table on a sheet of an xlsx of its own, ready to print."""
    widths = widths_of(table)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(widths) - 1)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.set_footer("&C&P van &N")
    sheet.fit_to_pages(pages_wide(widths), 0)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, widths[place])
        sheet.write_string(0, place, fitting(column.title), formats["head"])
    for line, row in enumerate(typed_rows(table), 1):
        sheet.set_row(line, height(row, widths))
        for place, (kind, value) in enumerate(row):
            write_cell(sheet, line, place, kind, value, formats)


def write_cell(sheet, line, place, kind, value, formats):
    """One typed cell of an xlsx; an empty `kind` writes nothing. A sheet holds so many links; the rest is text."""
    if is_own_address(value) and sheet.write_url(line, place, value, formats["link"]) == 0:
        return
    if kind == "text":
        sheet.write_string(line, place, value, formats["text"])
    elif kind in ("date", "moment"):
        sheet.write_datetime(line, place, value, formats[kind])
    elif kind:
        sheet.write_number(line, place, value, formats[kind])


def is_own_address(value):
    """Whether a cell holds the address of a page of this site and nothing else. No other address can be clicked."""
    return isinstance(value, str) and value.startswith(f"{settings.SITE_URL}/") and not re.search(r"\s", value)


def widths_of(table):
    """How wide each column is, in characters: a text no wider than its longest line."""
    return [WIDTHS.get(column.kind) or width_of(table, place) for place, column in enumerate(table.columns)]


def width_of(table, place):
    column = table.columns[place]
    cells = (str(typed(row[place], column)[1]) for row in islice(table.rows, LOOKED_AT))
    lines = chain(column.title.split(), chain.from_iterable(cell.split("\n") for cell in cells))
    return min(max(ceil(max(map(len, lines), default=0) / FULL), NARROWEST), WIDEST)


def pages_wide(widths):
    """On how many pages beside one another columns of those `widths` are printed."""
    return max(1, ceil(sum(widths) / PAGE))


def height(row, widths):
    """How high a row must be to show its longest text, in points: not every program works that out for itself."""
    texts = [(value, width * FULL) for (kind, value), width in zip(row, widths, strict=True) if kind == "text"]
    lines = [sum(ceil(len(part) / width) or 1 for part in value.split("\n")) for value, width in texts]
    return min(LINE * max(lines, default=1), HIGHEST)


def typed_rows(table):
    """Each row as (kind, value): the kind of its format, empty for a cell that nobody knows."""
    for row in [*table.rows, *([table.total] if table.total else [])]:
        yield [typed(cell, column) for cell, column in zip(row, table.columns, strict=True)]


def typed(cell, column):
    if cell is None:
        return "", None
    if isinstance(cell, datetime):
        # A spreadsheet knows no time zones: it gets the time on the clock here.
        return "moment", timezone.localtime(cell).replace(tzinfo=None, microsecond=0)
    if isinstance(cell, date):
        return "date", cell
    if isinstance(cell, bool):
        return "text", "ja" if cell else "nee"
    if isinstance(cell, int | float | Decimal):
        if column.kind == "euro":
            return "euro" if cell == round(cell, 2) else "exact", cell
        if column.kind == "year":
            return "year", cell
        return ("whole" if cell == int(cell) else "number"), cell
    return "text", fitting(plain(runs(cell)))


def fitting(text):
    """`text` as a cell can hold it; of a text that is too long the cell says where the rest is."""
    text = as_data(text)
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - len(CUT)] + CUT


def cover_rows(document, names):
    """What stands on the cover, as (term, text)."""
    yield "Titel", document.name
    if document.subtitle:
        yield "Ondertitel", document.subtitle
    yield from document.colophon
    yield from (("Let op", remark) for remark in document.remarks)
    yield "Uitgever", document.author
    yield "Gebruik", document.licence
    for name, table in zip(names, document.tables, strict=True):
        yield "Blad", name if name == table.caption else f"{name}: {table.caption}"


def sheet_names(tables):
    """A name per table that Excel takes: at most 31 characters, none of []:*?/\\, no quote around it, none twice."""
    names = []
    for table in tables:
        # Excel counts an emoji twice, so those go too.
        whole = (
            re.sub(r"[\[\]:*?/\\\s\U00010000-\U0010ffff]+", " ", fit(table.caption)).strip(" '")[:31].strip(" '")
            or "Tabel"
        )
        name, again = whole, 2
        while name.casefold() in {"over dit bestand", "history", *map(str.casefold, names)}:
            name, again = f"{whole[:27]} {again}", again + 1
        names.append(name)
    return names
