"""The OpenDocument text of a document, with real headings, lists, header rows, bookmarks and a language."""

import re
from io import BytesIO
from itertools import count

from odf.opendocument import OpenDocumentText
from odf.style import ParagraphProperties, Style, TableColumnProperties, TextProperties
from odf.table import Table as Grid
from odf.table import TableCell, TableColumn, TableHeaderColumns, TableHeaderRows, TableRow
from odf.teletype import addTextToElement
from odf.text import (
    A,
    BookmarkEnd,
    BookmarkRef,
    BookmarkStart,
    H,
    IndexBody,
    IndexEntryLinkEnd,
    IndexEntryLinkStart,
    IndexEntryPageNumber,
    IndexEntryTabStop,
    IndexEntryText,
    IndexTitle,
    List,
    ListItem,
    P,
    Span,
    Tab,
    TableOfContent,
    TableOfContentEntryTemplate,
    TableOfContentSource,
)

from partners.ground.documents.blocks import (
    Run,
    runs,
    write_block,
)
from partners.ground.documents.drawings import WIDTH_CM
from partners.ground.documents.fitting import APART, LINE, after_number
from partners.ground.documents.fitting import fit as fit_of
from partners.ground.documents.opendocument.styles import framed, prepare
from partners.ground.documents.text import fit

SPECIAL = re.compile(r"[\n\t]|  ")
LOOKS = {"": "Standard", "lead": "Lead", "hint": "Hint", "answer": "Answer", "unknown": "Unknown"}
CELL = 9  # points, of the type in a table that has room for it
GAP_CM = 0.6
KEPT = "_k"  # ends the name of a style that stays with what follows


def odt(document):
    """The bytes of `document` as odt."""
    file = OpenDocumentText()
    prepare(file, document)
    writer = OdtWriter(file, document)
    body = file.text
    for element in [*opening(document, writer), *contents(document, writer)]:
        body.addElement(element)
    for block, keep in document.flow:
        for element in write_block(writer, block):
            body.addElement(writer.kept(element) if keep else element)
    stream = BytesIO()
    file.write(stream)
    return stream.getvalue()


def opening(document, writer):
    """What it is; who sends it stands in the header of the first page, which this begins."""
    if document.is_sheet:
        yield P(stylename="Begin_sheet")
    for line, style in document.opening:
        yield writer.paragraph(line, "Begin" if style == "Title" else style)


def contents(document, writer):
    """The contents as the index that an office program itself makes, with the page of each heading."""
    if not document.contents:
        return
    depth = max(level for level, *_ in document.contents)
    index = TableOfContent(name="Inhoud", protected="true")
    source = TableOfContentSource(outlinelevel=depth)
    for level in range(1, depth + 1):
        template = TableOfContentEntryTemplate(outlinelevel=level, stylename=f"Contents_20_{level}")
        tab = IndexEntryTabStop(type="right", leaderchar=".")
        for part in (IndexEntryLinkStart(), IndexEntryText(), tab, IndexEntryPageNumber(), IndexEntryLinkEnd()):
            template.addElement(part)
        source.addElement(template)
    index.addElement(source)
    body = IndexBody()
    title = IndexTitle(name="Inhoud_Head")
    title.addElement(writer.paragraph([Run("Inhoud")], "Caption"))
    body.addElement(title)
    for level, heading, anchor in document.contents:
        line = writer.paragraph([Run(heading.full, link=f"#{anchor}")], f"Contents_20_{level}")
        line.addElement(Tab())
        line.addElement(page_of(anchor))
        body.addElement(line)
    index.addElement(body)
    yield index
    yield P(stylename="Small")


def page_of(anchor):
    """The page on which a heading stands, which an office program fills in."""
    return BookmarkRef(referenceformat="page", refname=anchor)


class OdtWriter:
    """Turns blocks into paragraphs, lists and tables of one file: each `write_…` gives the elements of one kind."""

    def __init__(self, file, document):
        self.file = file
        self.document = document
        self.outline = iter(document.outline)
        self.widths = {}
        self.tables = count(1)
        self.styles = set()
        self.line = WIDTH_CM  # of the column that is written

    def write_paragraph(self, block):
        return [self.paragraph(runs(block.text), "Small" if block.small else LOOKS[block.look])]

    def write_lines(self, block):
        return [self.paragraph(runs(item), "Row") for item in block.items]

    def write_register(self, block):
        return [self.register_entry(name, places) for name, places in block.entries]

    def register_entry(self, name, places):
        paragraph = self.paragraph([Run(f"{name}: ", bold=True)], "Standard")
        for number, (label, anchor) in enumerate(places):
            self.filled(paragraph, [Run(", " if number else ""), Run(label, link=f"#{anchor}")])
            if anchor in self.document.anchors:
                paragraph.addText(" (blz. ")
                paragraph.addElement(page_of(anchor))
                paragraph.addText(")")
        return paragraph

    def write_side_by_side(self, block):
        """A table without lines: what stands in it is read from left to right."""
        total, whole = sum(block.widths), self.line
        grid, row = Grid(name=f"Kolommen{next(self.tables)}"), TableRow()
        for cell, width in zip(block.cells, block.widths, strict=True):
            across = whole * width / total
            grid.addElement(TableColumn(stylename=self.column_style(across)))
            self.line = across - GAP_CM
            place = TableCell(stylename="Ruled" if block.ruled else "Bare", valuetype="string")
            for inner in cell:
                for element in write_block(self, inner):
                    place.addElement(element)
            row.addElement(place)
        self.line = whole
        grid.addElement(row)
        return [grid, P(stylename="Small")]

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
        before, after = (
            self.paragraph([Run(f"{label}: ", bold=True), *words], "Notice" if label == "Was" else "Quotations")
            for label, words in block.sides
        )
        return [self.kept(before), after]

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
        paragraph = P(stylename="Standard")
        paragraph.addElement(framed(self.file, block.svg, block.alt, self.line * block.width))
        caption = [self.paragraph(runs(block.caption), "Caption")] if block.caption else []
        return [paragraph, *caption]

    def table(self, block):
        # A name takes no spaces and is there once; what the table is called stands above it.
        grid = Grid(name=f"Tabel{next(self.tables)}")
        found = fit_of(block)
        columns = [TableColumn(stylename=self.column_style(WIDTH_CM * width / LINE)) for width in found.widths]
        heads = TableHeaderColumns()
        heads.addElement(columns[0])
        for element in (heads, *columns[1:]):
            grid.addElement(element)
        top = TableHeaderRows()
        top.addElement(self.row([runs(column.title) for column in block.columns], block, found.size, "Top", "Head"))
        grid.addElement(top)
        for place, cells in enumerate(block.written_rows()):
            grid.addElement(self.row(cells, block, found.size, "Sum" if place in block.records else "Plain"))
        if block.total:
            bold = [[run._replace(bold=True) for run in cell] for cell in block.written_total()]
            grid.addElement(self.row(bold, block, found.size, "Sum"))
        return grid

    def row(self, cells, block, size, border="Plain", style="Cell"):
        element = TableRow()
        for words, column, apart in zip(cells, block.columns, after_number(block), strict=True):
            cell = TableCell(stylename=border, valuetype="string")
            like = "Figure" if column.is_numeric else style
            cell.addElement(self.paragraph(words, self.variant(like, size=size, apart=apart)))
            element.addElement(cell)
        return element

    def kept(self, element):
        """`element`, which when it is a paragraph stays on one page, together with what follows it."""
        style = element.getAttribute("stylename") if element.qname == P().qname else ""
        if style and not style.endswith(KEPT):
            element.setAttribute("stylename", self.variant(style, keep=True))
        return element

    def variant(self, style, *, size=CELL, apart=False, keep=False):
        """The name of `style` in another `size`, `apart` from a number left of it, or kept with what follows."""
        name = f"{style}{'' if size == CELL else f'_{size:g}'.replace('.', '_')}{'_a' * apart}{KEPT * keep}"
        if name != style and name not in self.styles:
            own = Style(name=name, family="paragraph", parentstylename=style)
            looks = ({"marginleft": f"{APART}pt"} if apart else {}) | (
                {"keepwithnext": "always", "keeptogether": "always"} if keep else {}
            )
            own.addElement(ParagraphProperties(**looks))
            if size != CELL:
                own.addElement(TextProperties(fontsize=f"{size}pt"))
            self.file.automaticstyles.addElement(own)
            self.styles.add(name)
        return name

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
