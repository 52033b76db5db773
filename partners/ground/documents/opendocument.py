"""The OpenDocument text of a document, with real headings, lists, header rows, bookmarks and a language."""

import re
from io import BytesIO
from itertools import count

from odf import dc, meta
from odf.draw import Frame, Image
from odf.opendocument import OpenDocumentText
from odf.style import (
    Footer,
    Header,
    ListLevelProperties,
    MasterPage,
    PageLayout,
    PageLayoutProperties,
    ParagraphProperties,
    Style,
    TableCellProperties,
    TableColumnProperties,
    TextProperties,
)
from odf.svg import Desc
from odf.table import Table as Grid
from odf.table import TableCell, TableColumn, TableHeaderRows, TableRow
from odf.teletype import addTextToElement
from odf.text import (
    A,
    BookmarkEnd,
    BookmarkStart,
    H,
    List,
    ListItem,
    ListLevelStyleBullet,
    ListLevelStyleNumber,
    ListStyle,
    P,
    PageNumber,
    Span,
)

from partners.ground.documents.blocks import (
    Run,
    runs,
    write_block,
)
from partners.ground.documents.drawings import WIDTH_CM, png
from partners.ground.documents.text import fit

INK, MUTED, ACCENT, HAIR = "#14171f", "#4a505e", "#1f3bc4", "#c8ccd4"
SPECIAL = re.compile(r"[\n\t]|  ")
FACE = "Arial"  # Our own typeface is on few machines; this one, or its double, is on all.
SIZES = {1: 16, 2: 12.5, 3: 11, 4: 10.5, 5: 10.5, 6: 10.5}  # points


def odt(document):
    """The bytes of `document` as odt."""
    file = OpenDocumentText()
    prepare(file, document)
    writer = OdtWriter(file, document)
    body = file.text
    for element in [*opening(document, writer), *contents(document, writer)]:
        body.addElement(element)
    for block in document.blocks:
        for element in write_block(writer, block):
            body.addElement(element)
    stream = BytesIO()
    file.write(stream)
    return stream.getvalue()


def prepare(file, document):
    """Metadata, page, header, footer and styles."""
    file.meta.addElement(dc.Title(text=document.name))
    file.meta.addElement(dc.Subject(text=fit(document.subtitle)))
    file.meta.addElement(dc.Language(text=document.language))
    file.meta.addElement(dc.Creator(text=document.author))
    file.meta.addElement(meta.InitialCreator(text=document.author))
    for name, parent, size, colour, bold, space in [
        ("Standard", None, 10.5, INK, False, 8),
        ("Title", "Standard", 24, INK, True, 10),
        ("Subtitle", "Standard", 13, INK, False, 10),
        ("Caption", "Standard", 10.5, INK, True, 6),
        ("Small", "Standard", 9, MUTED, False, 4),
        ("Cell", "Standard", 9, INK, False, 0),
        ("Figure", "Cell", 9, INK, False, 0),
        ("Head", "Cell", 9, MUTED, False, 0),
        ("Notice", "Standard", 10.5, INK, False, 8),
        ("Quotations", "Standard", 10.5, INK, False, 8),
        *((f"Heading {level}", "Standard", size, INK, True, 6) for level, size in SIZES.items()),
    ]:
        file.styles.addElement(paragraph_style(name, parent, size, colour, bold, space))
    for name, looks in [
        ("Bold", {"fontweight": "bold"}),
        ("Italic", {"fontstyle": "italic"}),
        ("Removed", {"textlinethroughstyle": "solid"}),
        ("Added", {"textunderlinestyle": "solid"}),
        ("Link", {"color": ACCENT, "textunderlinestyle": "solid"}),
    ]:
        style = Style(name=name, family="text")
        style.addElement(TextProperties(**looks))
        file.styles.addElement(style)
    file.styles.addElement(list_style("Bullets", ListLevelStyleBullet(level=1, bulletchar="•")))
    file.styles.addElement(list_style("Numbers", ListLevelStyleNumber(level=1, numformat="1", numsuffix=".")))
    line, hair = f"1.5pt solid {INK}", f"0.5pt solid {HAIR}"
    for name, borders in [
        ("Plain", {"borderbottom": hair}),
        ("Top", {"borderbottom": line}),
        ("Sum", {"bordertop": line}),
    ]:
        style = Style(name=name, family="table-cell")
        style.addElement(TableCellProperties(padding="0.1cm", **borders))
        file.automaticstyles.addElement(style)
    breaking = Style(name="Break", family="paragraph", parentstylename="Standard")
    breaking.addElement(ParagraphProperties(breakbefore="page"))
    file.automaticstyles.addElement(breaking)
    layout = PageLayout(name="A4")
    layout.addElement(
        PageLayoutProperties(
            pagewidth="21cm",
            pageheight="29.7cm",
            margintop="2cm",
            marginbottom="2cm",
            marginleft="2cm",
            marginright="2cm",
        )
    )
    file.automaticstyles.addElement(layout)
    page = MasterPage(name="Standard", pagelayoutname=layout)
    file.masterstyles.addElement(page)
    if document.marks:
        header = Header()
        header.addElement(P(stylename="Small", text=fit(document.marks)))
        page.addElement(header)
    footer = Footer()
    words = " · ".join(filter(None, [document.name, fit(document.version), document.dated_in_words]))
    last = P(stylename="Small", text=f"{words} · pagina ")
    last.addElement(PageNumber(selectpage="current"))
    footer.addElement(last)
    page.addElement(footer)


def paragraph_style(name, parent, size, colour, bold, space):
    """A paragraph style; `size` and the `space` below are in points."""
    # The names of styles take no space: OpenDocument writes its number instead.
    coded = name.replace(" ", "_20_")
    style = Style(name=coded, displayname=name, family="paragraph", **({"parentstylename": parent} if parent else {}))
    properties = {"marginbottom": f"{space}pt", "margintop": "0pt"}
    if name.startswith("Heading"):
        style.setAttribute("defaultoutlinelevel", name[-1])
        properties |= {"margintop": "18pt", "keepwithnext": "always"}
    if name == "Heading 1":
        properties |= {"bordertop": f"1.5pt solid {INK}", "paddingtop": "0.2cm"}
    if name == "Caption":
        properties["keepwithnext"] = "always"
    if name == "Figure":
        properties["textalign"] = "end"
    if name in ("Notice", "Quotations"):
        edge = INK if name == "Notice" else ACCENT
        properties |= {"borderleft": f"3pt solid {edge}", "paddingleft": "0.3cm"}
    style.addElement(ParagraphProperties(**properties))
    style.addElement(
        TextProperties(
            fontfamily=FACE,
            fontsize=f"{size}pt",
            color=colour,
            fontweight="bold" if bold else "normal",
            language="nl",
            country="NL",
        )
    )
    return style


def list_style(name, level):
    style = ListStyle(name=name)
    level.addElement(ListLevelProperties(spacebefore="0.2cm", minlabelwidth="0.6cm"))
    style.addElement(level)
    return style


def opening(document, writer):
    yield writer.paragraph([Run(document.name)], "Title")
    if document.subtitle:
        yield writer.paragraph([Run(fit(document.subtitle))], "Subtitle")
    for term, text in document.colophon:
        link = text if text.startswith(("http://", "https://")) else ""
        yield writer.paragraph([Run(f"{term}: "), Run(fit(text), link=link)], "Small")


def contents(document, writer):
    if document.contents:
        yield writer.paragraph([Run("Inhoud")], "Caption")
    for level, heading, anchor in document.contents:
        indent = "\N{EM SPACE}" * (level - 1)
        yield writer.paragraph([Run(indent), Run(heading.full, link=f"#{anchor}")], "Standard")


class OdtWriter:
    """Turns blocks into paragraphs, lists and tables of one file: each `write_…` gives the elements of one kind."""

    def __init__(self, file, document):
        self.file = file
        self.document = document
        self.outline = iter(document.outline)
        self.widths = {}
        self.tables = count(1)

    def write_paragraph(self, block):
        return [self.paragraph(runs(block.text), "Small" if block.small else "Standard")]

    def write_terms(self, block):
        return [
            self.paragraph([Run(fit(term), bold=True), Run("\n"), *runs(text)], "Standard")
            for term, text in block.items
        ]

    def write_notice(self, block):
        return [self.paragraph(runs(block.text), "Notice")]

    def write_quote(self, block):
        return [self.paragraph(runs(block.text), "Quotations")]

    def write_changed_text(self, block):
        return [
            self.paragraph([Run(f"{label}: ", bold=True), *words], "Notice" if label == "Was" else "Quotations")
            for label, words in block.sides
        ]

    def write_page_break(self, block):
        return [P(stylename="Break")]

    def write_table(self, block):
        return [self.paragraph(runs(block.caption), "Caption"), self.table(block), P(stylename="Standard")]

    def paragraph(self, words, style):
        return self.filled(P(stylename=style), words)

    def write_heading(self, block):
        level, heading, anchor = next(self.outline)
        element = H(outlinelevel=level, stylename=f"Heading_20_{level}")
        element.addElement(BookmarkStart(name=anchor))
        element.addText(heading.full)
        element.addElement(BookmarkEnd(name=anchor))
        return [element]

    def write_bullets(self, block):
        element = List(stylename="Numbers" if block.numbered else "Bullets")
        for words in block.items:
            item = ListItem()
            item.addElement(self.paragraph(runs(words), "Standard"))
            element.addElement(item)
        return [element]

    def write_drawing(self, block):
        picture, width, height = png(block.svg)
        name = self.file.addPicture(f"{len(self.file.Pictures)}.png", "image/png", picture)
        across = WIDTH_CM * block.width
        frame = Frame(width=f"{across:.2f}cm", height=f"{across * height / width:.2f}cm", anchortype="as-char")
        frame.addElement(Image(href=name, type="simple", show="embed", actuate="onLoad"))
        frame.addElement(Desc(text=fit(block.alt)))
        paragraph = P(stylename="Standard")
        paragraph.addElement(frame)
        caption = [self.paragraph(runs(block.caption), "Caption")] if block.caption else []
        return [paragraph, *caption]

    def table(self, block):
        # A name takes no spaces and is there once; what the table is called stands above it.
        grid = Grid(name=f"Tabel{next(self.tables)}")
        total = sum(column.share for column in block.columns)
        for column in block.columns:
            grid.addElement(TableColumn(stylename=self.column_style(WIDTH_CM * column.share / total)))
        head = TableHeaderRows()
        head.addElement(self.row([runs(column.title) for column in block.columns], block, "Top", "Head"))
        grid.addElement(head)
        for cells in block.written_rows():
            grid.addElement(self.row(cells, block))
        if block.total:
            bold = [[run._replace(bold=True) for run in cell] for cell in block.written_total()]
            grid.addElement(self.row(bold, block, "Sum"))
        return grid

    def row(self, cells, block, border="Plain", style="Cell"):
        element = TableRow()
        for words, column in zip(cells, block.columns, strict=True):
            cell = TableCell(stylename=border, valuetype="string")
            cell.addElement(self.paragraph(words, "Figure" if column.is_numeric else style))
            element.addElement(cell)
        return element

    def column_style(self, width):
        """The style of a column `width` cm wide, made once."""
        name = f"w{round(width * 100)}"
        if name not in self.widths:
            style = Style(name=name, family="table-column")
            style.addElement(TableColumnProperties(columnwidth=f"{width:.2f}cm"))
            self.file.automaticstyles.addElement(style)
            self.widths[name] = style
        return name

    def filled(self, element, words):
        """`element` with `words` in it, each look as a span and each link as a link."""
        for run in words:
            inner = element
            for look, wanted in (
                ("Bold", run.bold),
                ("Italic", run.italic),
                ("Removed", run.removed),
                ("Added", run.added),
            ):
                if wanted:
                    inner = inside(inner, Span(stylename=look))
            known = run.link.removeprefix("#") in self.document.anchors
            if known or run.link.startswith(("http://", "https://", "mailto:")):
                inner = inside(inner, A(href=f"#{run.link.removeprefix('#')}" if known else run.link, type="simple"))
                inner = inside(inner, Span(stylename="Link"))
            # The one that knows line ends and double spaces looks at every character.
            if SPECIAL.search(run.text):
                addTextToElement(inner, run.text)
            else:
                inner.addText(run.text)
        return element


def inside(element, child):
    element.addElement(child)
    return child
