"""The tables of a document as a spreadsheet: a cover sheet, then each table on a sheet of its own, with typed cells.

Text is always written as text, so =1+1 stays those four signs: a formula is never made, and none is read.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from math import ceil

from django.utils import timezone
from odf import dc
from odf.number import CurrencyStyle, CurrencySymbol, DateStyle, Day, Month, Number, NumberStyle, Year
from odf.number import Text as NumberText
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableColumnProperties, TextProperties
from odf.table import Table as Sheet
from odf.table import TableCell, TableColumn, TableHeaderRows, TableRow
from odf.text import P
from xlsxwriter import Workbook

from partners.ground.documents.blocks import plain, runs
from partners.ground.documents.text import as_data, fit

MOST_CHARACTERS = 32_767  # in a cell of a spreadsheet
CUT = " … [de rest past niet in deze cel en staat in de csv en de json]"
LINE, HIGHEST = 15, 409  # points: one line of a row, and the most that a spreadsheet takes
FULL = 0.85  # of the width of a column, how much a line of words fills before it breaks
PAGE = 180  # characters that can still be read when a sheet is printed one page wide
WIDTHS = {"text": 40, "number": 14, "euro": 18, "date": 18, "year": 8}  # characters
MOST_DECIMALS = 4  # of an amount, such as a tariff per inhabitant


def xlsx(document):
    """The bytes of `document` as xlsx."""
    stream = BytesIO()
    settings = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(stream, settings) as book:
        book.set_properties({"title": document.name[:255], "author": document.author})
        formats = {
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "whole": book.add_format({"num_format": "#,##0", "valign": "top"}),
            "number": book.add_format({"num_format": "#,##0.00", "valign": "top"}),
            "euro": book.add_format({"num_format": '"€" #,##0.00', "valign": "top"}),
            "exact": book.add_format({"num_format": '"€" #,##0.00##', "valign": "top"}),
            "year": book.add_format({"num_format": "0", "valign": "top"}),
            "date": book.add_format({"num_format": "d-m-yyyy", "valign": "top"}),
            "moment": book.add_format({"num_format": "d-m-yyyy hh:mm", "valign": "top"}),
            "head": book.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "top"}),
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
    cover.set_column(0, 0, 16)
    cover.set_column(1, 1, 80)
    cover.fit_to_pages(1, 0)
    for place, (term, text) in enumerate(rows):
        cover.write_string(place, 0, fitting(term), formats["head"])
        cover.write_string(place, 1, fitting(text), formats["text"])
    return cover


def write_table(sheet, formats, table):
    """A table on a sheet of an xlsx of its own, ready to print."""
    widths = [WIDTHS[column.kind] for column in table.columns]
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    if sum(widths) <= PAGE:
        sheet.fit_to_pages(1, 0)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, widths[place])
        sheet.write_string(0, place, fitting(column.title), formats["head"])
    for line, row in enumerate(typed_rows(table), 1):
        sheet.set_row(line, height(row, widths))
        for place, (kind, value) in enumerate(row):
            write_cell(sheet, line, place, kind, value, formats)


def write_cell(sheet, line, place, kind, value, formats):
    """One typed cell of an xlsx; an empty `kind` writes nothing."""
    if kind == "text":
        sheet.write_string(line, place, value, formats["text"])
    elif kind in ("date", "moment"):
        sheet.write_datetime(line, place, value, formats[kind])
    elif kind:
        sheet.write_number(line, place, value, formats[kind])


def height(row, widths):
    """How high a row must be to show its longest text, in points: not every program works that out for itself."""
    texts = [(value, width * FULL) for (kind, value), width in zip(row, widths, strict=True) if kind == "text"]
    lines = [sum(ceil(len(part) / width) or 1 for part in value.split("\n")) for value, width in texts]
    return min(LINE * max(lines, default=1), HIGHEST)


def ods(document):
    """The bytes of `document` as ods."""
    file = OpenDocumentSpreadsheet()
    file.meta.addElement(dc.Title(text=document.name))
    file.meta.addElement(dc.Creator(text=document.author))
    file.meta.addElement(dc.Language(text=document.language))
    style_sheet(file)
    names = sheet_names(document.tables)
    cover = Sheet(name="Over dit bestand")
    for term, text in cover_rows(document, names):
        row = TableRow()
        row.addElement(text_cell(term, "Head"))
        row.addElement(text_cell(text))
        cover.addElement(row)
    file.spreadsheet.addElement(cover)
    for name, table in zip(names, document.tables, strict=True):
        sheet = Sheet(name=name)
        for column in table.columns:
            sheet.addElement(TableColumn(stylename=f"column-{column.kind}"))
        head, titles = TableHeaderRows(), TableRow()
        for column in table.columns:
            titles.addElement(text_cell(column.title, "Head"))
        head.addElement(titles)
        sheet.addElement(head)
        for cells in typed_rows(table):
            row = TableRow()
            for kind, value in cells:
                row.addElement(ods_cell(kind, value))
            sheet.addElement(row)
        file.spreadsheet.addElement(sheet)
    stream = BytesIO()
    file.write(stream)
    return stream.getvalue()


def style_sheet(file):
    """The formats of cells and the widths of columns."""
    whole, number, year = NumberStyle(name="n0"), NumberStyle(name="n2"), NumberStyle(name="n5")
    whole.addElement(Number(decimalplaces=0, minintegerdigits=1, grouping="true"))
    number.addElement(Number(decimalplaces=2, minintegerdigits=1, grouping="true"))
    year.addElement(Number(decimalplaces=0, minintegerdigits=1))
    euro, exact = CurrencyStyle(name="n3"), CurrencyStyle(name="n6")
    for style, decimals in ((euro, 2), (exact, MOST_DECIMALS)):
        style.addElement(CurrencySymbol(language="nl", country="NL", text="€"))
        style.addElement(NumberText(text=" "))
        style.addElement(Number(decimalplaces=decimals, minintegerdigits=1, grouping="true"))
    day = DateStyle(name="n4")
    for part in (Day(), NumberText(text="-"), Month(), NumberText(text="-"), Year(style="long")):
        day.addElement(part)
    numbers = (("whole", whole), ("number", number), ("year", year), ("euro", euro), ("exact", exact))
    for kind, style in (*numbers, ("date", day), ("moment", day)):
        if kind != "moment":
            file.automaticstyles.addElement(style)
        file.automaticstyles.addElement(Style(name=kind, family="table-cell", datastylename=style))
    head = Style(name="Head", family="table-cell")
    head.addElement(TextProperties(fontweight="bold"))
    file.automaticstyles.addElement(head)
    for kind, width in WIDTHS.items():
        style = Style(name=f"column-{kind}", family="table-column")
        style.addElement(TableColumnProperties(columnwidth=f"{width * 0.2:.1f}cm"))
        file.automaticstyles.addElement(style)


def ods_cell(kind, value):
    match kind:
        case "":
            return TableCell()
        case "text":
            return text_cell(value)
        case "date" | "moment":
            return TableCell(valuetype="date", datevalue=value.isoformat(), stylename=kind)
        case "euro" | "exact":
            return TableCell(valuetype="currency", currency="EUR", value=str(value), stylename=kind)
    return TableCell(valuetype="float", value=str(value), stylename=kind)


def text_cell(text, style=None):
    cell = TableCell(valuetype="string", **({"stylename": style} if style else {}))
    for line in fitting(text).split("\n"):
        cell.addElement(P(text=line))
    return cell


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
