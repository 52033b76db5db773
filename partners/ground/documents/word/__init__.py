"""The Word file of a document, with real headings, lists, header rows, bookmarks and a language.

The body is written as XML: python-docx looks through all of it for every paragraph that it adds.
"""

from io import BytesIO
from itertools import count

from docx import Document as new_file
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt

from partners.ground.documents.blocks import (
    Run,
    runs,
    write_block,
)
from partners.ground.documents.drawings import WIDTH_CM, png
from partners.ground.documents.fitting import APART, LINE, after_number
from partners.ground.documents.fitting import fit as fit_of
from partners.ground.documents.text import fit
from partners.ground.documents.word.elements import begun, field, kept, make
from partners.ground.documents.word.styles import ACCENT, HAIR, INK, prepare
from partners.ground.documents.word.styles import text as words_as_text

LOOKS = {"": "Normal", "lead": "Lead", "hint": "Hint", "answer": "Answer", "unknown": "Unknown"}
GAP = 340  # twentieths of a point between columns
CELL = 9  # points, of the type in a table that has room for it
TEXT_WIDTH = round(WIDTH_CM / 2.54 * 1440)  # twentieths of a point


def docx(document):
    """The bytes of `document` as docx."""
    file = new_file()
    prepare(file, document)
    body = file.element.body
    body[-1].addprevious(make("p"))
    writer = DocxWriter(file, document)
    parts = [*(writer.paragraph(*one) for one in document.opening), *contents(document, writer)]
    for block, keep in document.flow:
        written = write_block(writer, block)
        parts += kept(written) if keep else written
    end = body[-1]
    body.remove(body[0])
    body.remove(end)
    body.extend([*parts, end])
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def contents(document, writer):
    """The contents as the field that Word itself makes, with the page of each heading."""
    if not document.contents:
        return
    yield writer.paragraph([Run("Inhoud", bold=True)], "Caption", make("keepNext"))
    depth = max(level for level, *_ in document.contents)
    entries = [writer.entry(*one) for one in document.contents]
    for place, run in enumerate(begun(f'TOC \\o "1-{depth}" \\h \\z \\u', is_dirty=True), 1):
        entries[0].insert(place, run)
    entries[-1].append(make("r", make("fldChar", fldCharType="end")))
    yield from [*entries, writer.paragraph([], "Small")]


class DocxWriter:
    """Turns blocks into paragraphs and tables of one file: each `write_…` gives the elements of one kind of block."""

    def __init__(self, file, document):
        self.file = file
        self.document = document
        self.outline = iter(document.outline)
        self.style_ids = {style.name: style.style_id for style in file.styles}
        self.bookmarks = count(1)
        # The names under which Word knows the anchors.
        self.anchors = {anchor: f"a{place}" for place, anchor in enumerate(document.anchors)}
        self.addresses = {}
        self.line = WIDTH_CM  # of the column that is written

    def entry(self, level, heading, anchor):
        """A line of the contents, with the page on which the heading stands.

        Until Word fills that in, no dots lead to it; the contents that Word makes then have them.
        """
        name = self.anchors[anchor]
        words = [self.run(Run(f"{heading.full}\t")), *field(f"PAGEREF {name} \\h", is_dirty=True)]
        link = OxmlElement("w:hyperlink", {qn("w:anchor"): name})
        link.extend(words)
        stop = make("tabs", make("tab", val="right", leader="none", pos=TEXT_WIDTH))
        return make("p", make("pPr", make("pStyle", val=self.style_ids[f"toc {min(level, 3)}"]), stop), link)

    def write_paragraph(self, block):
        return [self.paragraph(runs(block.text), "Small" if block.small else LOOKS[block.look])]

    def write_lines(self, block):
        return [self.paragraph(runs(item), "Row") for item in block.items]

    def write_register(self, block):
        return [self.register_entry(name, places) for name, places in block.entries]

    def register_entry(self, name, places):
        paragraph = self.paragraph([Run(f"{name}: ", bold=True)], "Normal")
        for number, (label, anchor) in enumerate(places):
            paragraph.append(self.run(Run(", " if number else "")))
            paragraph.extend(self.elements([Run(label, link=f"#{anchor}")]))
            if anchor in self.anchors:
                page = field(f"PAGEREF {self.anchors[anchor]} \\h", is_dirty=True)
                paragraph.extend([self.run(Run(" (blz. ")), *page, self.run(Run(")"))])
        return paragraph

    def write_side_by_side(self, block):
        """A table without lines: what stands in it is read from left to right."""
        total, whole = sum(block.widths), self.line
        widths = [round(TEXT_WIDTH * width / total) for width in block.widths]
        cells = []
        for cell, width in zip(block.cells, widths, strict=True):
            self.line = width / TEXT_WIDTH * whole - GAP / 567
            inside = [element for inner in cell for element in write_block(self, inner)]
            edge = make("tcBorders", make("top", val="single", sz=12, color=INK)) if block.ruled else None
            properties = make("tcPr", make("tcW", w=width, type="dxa"))
            properties.extend([] if edge is None else [edge])
            cells.append(make("tc", properties, *(inside or [make("p")])))
        self.line = whole
        margins = make("tblCellMar", make("left", w=0, type="dxa"), make("right", w=GAP, type="dxa"))
        properties = make(
            "tblPr", make("tblW", w=TEXT_WIDTH, type="dxa"), make("tblLayout", type="fixed"), margins,
            make("tblLook", firstRow=0, firstColumn=0, noHBand=1, noVBand=1),
        )  # fmt: skip
        grid = make("tblGrid", *(make("gridCol", w=width) for width in widths))
        return [make("tbl", properties, grid, make("tr", *cells)), self.paragraph([], "Small")]

    def write_terms(self, block):
        return [
            self.paragraph([Run(fit(term), bold=True), Run("\n"), *runs(text)], "Normal") for term, text in block.items
        ]

    def write_notice(self, block):
        return [self.paragraph(runs(block.text), "Notice")]

    def write_quote(self, block):
        return [self.paragraph(runs(block.text), "Quote")]

    def write_changed_text(self, block):
        before, after = (
            self.paragraph([Run(f"{label}: ", bold=True), *words], "Notice" if label == "Was" else "Quote")
            for label, words in block.sides
        )
        return [*kept([before]), after]

    def write_page_break(self, block):
        return [make("p", make("r", make("br", type="page")))]

    def write_table(self, block):
        return [
            self.paragraph(runs(block.caption), "Caption", make("keepNext")),
            self.table(block),
            self.paragraph([], "Small"),
        ]

    def paragraph(self, words, style, *properties):
        """A w:p of the runs `words` in a style; `properties` are elements for its w:pPr."""
        name = make("pStyle", val=self.style_ids[style])
        # Word wants the properties in the order of its schema.
        first = [one for one in properties if one.tag == qn("w:keepNext")]
        rest = [one for one in properties if one not in first]
        return make("p", make("pPr", name, *first, *rest), *self.elements(words))

    def write_heading(self, block):
        level, heading, anchor = next(self.outline)
        number = next(self.bookmarks)
        paragraph = self.paragraph([Run(heading.full)], f"Heading {level}")
        paragraph.insert(1, make("bookmarkStart", id=number, name=self.anchors[anchor]))
        paragraph.append(make("bookmarkEnd", id=number))
        return [paragraph]

    def write_bullets(self, block):
        style = "List Number" if block.numbered else "List Bullet"
        properties = []
        if block.numbered:
            numbering = self.file.part.numbering_part.element
            own = self.file.styles[style].element.pPr.numPr.numId.val
            again = numbering.add_num(numbering.num_having_numId(own).abstractNumId.val)
            again.add_lvlOverride(ilvl=0).add_startOverride(1)
            properties = [again.numId]
        return [
            self.paragraph(
                runs(item),
                style,
                *(make("numPr", make("ilvl", val=0), make("numId", val=number)) for number in properties),
            )
            for item in block.items
        ]

    def write_drawing(self, block):
        caption = [self.paragraph(runs(block.caption), "Caption")] if block.caption else []
        return [self.picture(block.svg, block.alt, self.line * block.width, "Normal"), *caption]

    def picture(self, svg, alt, width, style):
        """A w:p with a drawing `width` cm wide."""
        picture, _, _ = png(svg)
        paragraph = self.file.add_paragraph(style=style)
        shape = paragraph.add_run().add_picture(BytesIO(picture), width=Cm(width))
        shape._inline.docPr.set("descr", fit(alt))
        paragraph._p.getparent().remove(paragraph._p)
        return paragraph._p

    def table(self, block):
        found = fit_of(block)
        widths = [round(TEXT_WIDTH * width / LINE) for width in found.widths]
        hair = {"val": "single", "sz": 4, "color": HAIR}
        properties = make(
            "tblPr",
            make("tblW", w=TEXT_WIDTH, type="dxa"),
            make("tblBorders", make("bottom", **hair), make("insideH", **hair)),
            make("tblLayout", type="fixed"),
            make("tblCellMar", make("left", w=80, type="dxa"), make("right", w=80, type="dxa")),
            make("tblLook", firstRow=1, firstColumn=1, noHBand=1, noVBand=1),
            make("tblCaption", val=fit(block.caption)),
        )
        grid = make("tblGrid", *(make("gridCol", w=width) for width in widths))
        head, cell = (self.sized(style, found.size) for style in ("Head", "Cell"))
        top = self.row([runs(column.title) for column in block.columns], block, widths, head, "bottom")
        top.find(qn("w:trPr")).append(make("tblHeader"))
        rows = [
            self.row(cells, block, widths, cell, "top" if place in block.records else "")
            for place, cells in enumerate(block.written_rows())
        ]
        if block.total:
            bold = [[run._replace(bold=True) for run in words] for words in block.written_total()]
            rows.append(self.row(bold, block, widths, cell, "top"))
        return make("tbl", properties, grid, top, *rows)

    def sized(self, style, size):
        """The name of `style`, or of one like it in a smaller `size`."""
        name = style if size == CELL else f"{style} {size:g}"
        if name not in self.style_ids:
            own = self.file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            own.base_style, own.font.size = self.file.styles[style], Pt(size)
            self.style_ids[name] = own.style_id
        return name

    def row(self, cells, block, widths, style, edge=""):
        """A w:tr with the runs of each cell; `edge` is the side that gets a line of its own."""
        aligned = []
        for words, column, width, apart in zip(cells, block.columns, widths, after_number(block), strict=True):
            properties = make("tcPr", make("tcW", w=width, type="dxa"))
            if edge:
                properties.append(make("tcBorders", make(edge, sz=12, val="single", color=INK)))
            shape = [make("ind", left=APART * 20)] if apart else []
            shape += [make("jc", val="right")] if column.is_numeric else []
            aligned.append(make("tc", properties, self.paragraph(words, style, *shape)))
        return make("tr", make("trPr", make("cantSplit")), *aligned)

    def elements(self, words):
        """Each run that says something, as a link or as a stretch of text."""
        return [self.link(run) if self.target(run) else self.run(run) for run in words if run.text]

    def target(self, run):
        """Where the link of `run` leads, as the attributes of a w:hyperlink; None for no link, or one to nowhere."""
        if run.link.startswith(("http://", "https://", "mailto:")):
            if run.link not in self.addresses:
                name = f"link{len(self.addresses)}"
                self.file.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, run.link, name, is_external=True)
                self.addresses[run.link] = {qn("r:id"): name}
            return self.addresses[run.link]
        name = self.anchors.get(run.link.removeprefix("#")) if run.link else None
        return {qn("w:anchor"): name} if name else None

    def link(self, run):
        hyperlink = OxmlElement("w:hyperlink", self.target(run))
        hyperlink.append(self.run(run, make("color", val=str(ACCENT)), make("u", val="single")))
        return hyperlink

    def run(self, run, *looks):
        properties = [
            *([make("b")] if run.bold else []),
            *([make("i")] if run.italic else []),
            *([make("strike")] if run.removed else []),
            *looks,
            *([make("u", val="single")] if run.added and not looks else []),
        ]
        element = make("r", make("rPr", *properties)) if properties else make("r")
        for place, part in enumerate(run.text.split("\n")):
            if place:
                element.append(make("br"))
            for tab, words in enumerate(part.split("\t")):
                if tab:
                    element.append(make("tab"))
                element.append(words_as_text(words))
        return element
