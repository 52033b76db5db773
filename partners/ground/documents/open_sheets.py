"""The same as an OpenDocument spreadsheet: the cells, columns, links and pages that `sheets` gives an xlsx."""

from io import BytesIO
from itertools import chain

from odf import dc, meta
from odf.number import CurrencyStyle, CurrencySymbol, DateStyle, Day, Hours, Minutes, Month, Number, NumberStyle, Year
from odf.number import Text as NumberText
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import (
    Footer,
    FooterStyle,
    Header,
    HeaderFooterProperties,
    HeaderStyle,
    MasterPage,
    PageLayout,
    PageLayoutProperties,
    Style,
    TableCellProperties,
    TableColumnProperties,
    TableProperties,
    TableRowProperties,
    TextProperties,
)
from odf.table import DatabaseRange, DatabaseRanges, TableCell, TableColumn, TableHeaderRows, TableRow
from odf.table import Table as Sheet
from odf.text import A, P, PageCount, PageNumber
from xlsxwriter.utility import xl_rowcol_to_cell

from partners.ground.documents.sheets import (
    COVER,
    HIGHEST,
    LINE,
    cover_rows,
    fitting,
    height,
    is_own_address,
    pages_wide,
    sheet_names,
    typed_rows,
    widths_of,
)
from partners.ground.documents.text import fit

SMALLER = 0.8  # than in Excel is a line of text of the default size
MOST_DECIMALS = 4  # of an amount, such as a tariff per inhabitant


def ods(document):
    """The bytes of `document` as ods."""
    file = OpenDocumentSpreadsheet()
    describe(file, document)
    style_sheet(file)
    of_tables = [widths_of(table) for table in document.tables]
    for width in {*COVER, *chain.from_iterable(of_tables)}:
        column_style(file, width)
    for points in (*range(LINE, HIGHEST, LINE), HIGHEST):
        row_style(file, points)
    for pages in {1, *map(pages_wide, of_tables)}:
        printed(file, document, pages)
    names = sheet_names(document.tables)
    filters = DatabaseRanges()
    cover = Sheet(name="Over dit bestand", stylename="sheet-1")
    for width in COVER:
        cover.addElement(TableColumn(stylename=f"column-{width}"))
    for term, text in cover_rows(document, names):
        row = TableRow()
        row.addElement(text_cell(term, "Head"))
        row.addElement(text_cell(text))
        cover.addElement(row)
    file.spreadsheet.addElement(cover)
    for name, table, widths in zip(names, document.tables, of_tables, strict=True):
        sheet = Sheet(name=name, stylename=f"sheet-{pages_wide(widths)}")
        for width in widths:
            sheet.addElement(TableColumn(stylename=f"column-{width}"))
        head, titles = TableHeaderRows(), TableRow()
        for column in table.columns:
            titles.addElement(text_cell(column.title, "Head"))
        head.addElement(titles)
        sheet.addElement(head)
        for cells in typed_rows(table):
            row = TableRow(stylename=f"row-{height(cells, widths)}")
            for kind, value in cells:
                row.addElement(ods_cell(kind, value))
            sheet.addElement(row)
        file.spreadsheet.addElement(sheet)
        of_sheet = "'{}'".format(name.replace("'", "''"))
        cells = f"{of_sheet}.A1:{of_sheet}.{xl_rowcol_to_cell(len(table.rows), len(widths) - 1)}"
        filters.addElement(DatabaseRange(name=f"filter-{name}", targetrangeaddress=cells, displayfilterbuttons="true"))
    file.spreadsheet.addElement(filters)
    stream = BytesIO()
    file.write(stream)
    return stream.getvalue()


def describe(file, document):
    """What the file says of itself."""
    file.meta.addElement(dc.Title(text=document.name))
    file.meta.addElement(dc.Creator(text=document.author))
    file.meta.addElement(dc.Language(text=document.language))
    for word in document.keywords:
        file.meta.addElement(meta.Keyword(text=word))


def style_sheet(file):
    """The formats of cells. A text breaks into lines and stands at the top, as in an xlsx."""
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
    moment = DateStyle(name="n7")
    for style in (day, moment):
        for part in (Day(), NumberText(text="-"), Month(), NumberText(text="-"), Year(style="long")):
            style.addElement(part)
    for part in (NumberText(text=" "), Hours(style="long"), NumberText(text=":"), Minutes(style="long")):
        moment.addElement(part)
    numbers = (("whole", whole), ("number", number), ("year", year), ("euro", euro), ("exact", exact))
    for kind, style in (*numbers, ("date", day), ("moment", moment)):
        file.automaticstyles.addElement(style)
        cell_style(file, kind, datastylename=style)
    cell_style(file, "text")
    cell_style(file, "Head").addElement(TextProperties(fontweight="bold"))


def cell_style(file, name, **looks):
    style = Style(name=name, family="table-cell", **looks)
    style.addElement(TableCellProperties(wrapoption="wrap", verticalalign="top", padding="0.08cm"))
    file.automaticstyles.addElement(style)
    return style


def column_style(file, width):
    """The style of columns of that `width` in characters."""
    style = Style(name=f"column-{width}", family="table-column")
    style.addElement(TableColumnProperties(columnwidth=f"{width * 0.2:.1f}cm"))
    file.automaticstyles.addElement(style)


def row_style(file, points):
    """The style of rows that are so many `points` high in an xlsx."""
    style = Style(name=f"row-{points}", family="table-row")
    style.addElement(TableRowProperties(rowheight=f"{points * SMALLER:.0f}pt", useoptimalrowheight="false"))
    file.automaticstyles.addElement(style)


def printed(file, document, pages):
    """The style of sheets that are printed so many `pages` wide, lying."""
    layout = PageLayout(name=f"layout-{pages}")
    layout.addElement(
        PageLayoutProperties(
            pagewidth="29.7cm",
            pageheight="21cm",
            printorientation="landscape",
            margin="1.2cm",
            scaletox=str(pages),
            scaletoy="0",
        )
    )
    for part in (HeaderStyle(), FooterStyle()):
        part.addElement(HeaderFooterProperties(minheight="0.8cm"))
        layout.addElement(part)
    file.automaticstyles.addElement(layout)
    master = MasterPage(name=f"page-{pages}", pagelayoutname=layout)
    header, footer, number = Header(), Footer(), P()
    header.addElement(P(text=fit(document.marks)))
    number.addElement(PageNumber(selectpage="current"))
    number.addText(" van ")
    number.addElement(PageCount())
    footer.addElement(number)
    master.addElement(header)
    master.addElement(footer)
    file.masterstyles.addElement(master)
    style = Style(name=f"sheet-{pages}", family="table", masterpagename=master)
    style.addElement(TableProperties(display="true"))
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


def text_cell(text, style="text"):
    cell = TableCell(valuetype="string", stylename=style)
    for line in fitting(text).split("\n"):
        words = P() if is_own_address(line) else P(text=line)
        if is_own_address(line):
            words.addElement(A(href=line, text=line))
        cell.addElement(words)
    return cell
