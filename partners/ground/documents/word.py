"""The Word file of a document, with real headings, lists, header rows, bookmarks and a language.

The body is written as XML: python-docx looks through all of it for every paragraph that it adds.
"""

from io import BytesIO
from itertools import count

from django.utils import timezone
from docx import Document as new_file
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor

from partners.ground.documents.blocks import (
    Run,
    runs,
    write_block,
)
from partners.ground.documents.drawings import WIDTH_CM, png
from partners.ground.documents.text import fit

INK, MUTED, ACCENT = RGBColor(0x14, 0x17, 0x1F), RGBColor(0x4A, 0x50, 0x5E), RGBColor(0x1F, 0x3B, 0xC4)
FACE = "Arial"  # Our own typeface is on few machines; this one, or its double, is on all.
TEXT_WIDTH = round(WIDTH_CM / 2.54 * 1440)  # twentieths of a point


def docx(document):
    """The bytes of `document` as docx."""
    file = new_file()
    prepare(file, document)
    body = file.element.body
    body[-1].addprevious(OxmlElement("w:p"))
    writer = DocxWriter(file, document)
    parts = [*opening(document, writer), *contents(document, writer)]
    for block in document.blocks:
        parts += write_block(writer, block)
    end = body[-1]
    body.remove(body[0])
    body.remove(end)
    body.extend([*parts, end])
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def prepare(file, document):
    """Page, styles, metadata, header and footer."""
    about = file.core_properties
    about.title, about.author, about.subject = document.name[:255], document.author, fit(document.subtitle)[:255]
    about.language, about.comments = document.language, ""
    about.created = about.modified = document.made_at or timezone.now()
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2.4)
    styles = file.styles
    defaults = styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    defaults.set(qn("w:val"), "nl-NL")
    looks = [("Normal", 10.5, INK, False), ("Title", 24, INK, True), ("Subtitle", 13, INK, False)]
    looks += [("Caption", 10.5, INK, True), ("Quote", 10.5, INK, False)]
    looks += [(f"Heading {level}", size, INK, True) for level, size in enumerate((16, 12.5, 11, 10.5, 10.5, 10.5), 1)]
    for name, size, colour, bold in looks:
        dress(styles[name], size, colour, bold)
    for border in styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
    small = styles.add_style("Small", WD_STYLE_TYPE.PARAGRAPH)
    small.base_style = styles["Normal"]
    dress(small, 9, MUTED, False)
    notice = styles.add_style("Notice", WD_STYLE_TYPE.PARAGRAPH)
    notice.base_style = styles["Normal"]
    for style, colour in ((notice, INK), (styles["Quote"], ACCENT)):
        style.paragraph_format.left_indent = Cm(0.6)
        bar(style, colour)
    footer = section.footer.paragraphs[0]
    footer.style = small
    footer.add_run(" · ".join(filter(None, [document.name, fit(document.version), document.dated_in_words])))
    footer.add_run(" · pagina ")
    field = OxmlElement("w:fldSimple", {qn("w:instr"): "PAGE"})
    field.append(OxmlElement("w:r"))
    footer._p.append(field)
    if document.marks:
        section.header.paragraphs[0].text = fit(document.marks)


def dress(style, size, colour, bold):
    font = style.font
    font.name, font.size, font.color.rgb, font.bold, font.italic = FACE, Pt(size), colour, bold, False
    fonts = style.element.rPr.rFonts
    for attribute in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[attribute]
    fonts.set(qn("w:hAnsi"), FACE)
    fonts.set(qn("w:cs"), FACE)


def bar(style, colour):
    """A bar left of every paragraph in `style`."""
    edge = OxmlElement(
        "w:left", {qn("w:val"): "single", qn("w:sz"): "24", qn("w:space"): "8", qn("w:color"): str(colour)}
    )
    borders = OxmlElement("w:pBdr")
    borders.append(edge)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def opening(document, writer):
    yield writer.paragraph([Run(document.name)], "Title")
    if document.subtitle:
        yield writer.paragraph([Run(fit(document.subtitle))], "Subtitle")
    for term, text in document.colophon:
        link = text if text.startswith(("http://", "https://")) else ""
        yield writer.paragraph([Run(f"{term}: "), Run(fit(text), link=link)], "Small")


def contents(document, writer):
    if document.contents:
        yield writer.paragraph([Run("Inhoud", bold=True)], "Caption")
    for level, heading, anchor in document.contents:
        indent = OxmlElement("w:ind", {qn("w:left"): str(level * 300 - 300)})
        yield writer.paragraph([Run(heading.full, link=f"#{anchor}")], "Normal", indent)


def make(tag, *children, **attributes):
    """An element of WordprocessingML; an attribute without a namespace of its own gets that of Word."""
    element = OxmlElement(f"w:{tag}", {qn(f"w:{name}"): str(value) for name, value in attributes.items()})
    element.extend(children)
    return element


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

    def write_paragraph(self, block):
        return [self.paragraph(runs(block.text), "Small" if block.small else "Normal")]

    def write_terms(self, block):
        return [
            self.paragraph([Run(fit(term), bold=True), Run("\n"), *runs(text)], "Normal") for term, text in block.items
        ]

    def write_notice(self, block):
        return [self.paragraph(runs(block.text), "Notice")]

    def write_quote(self, block):
        return [self.paragraph(runs(block.text), "Quote")]

    def write_changed_text(self, block):
        return [
            self.paragraph([Run(f"{label}: ", bold=True), *words], "Notice" if label == "Was" else "Quote")
            for label, words in block.sides
        ]

    def write_page_break(self, block):
        return [make("p", make("r", make("br", type="page")))]

    def write_table(self, block):
        return [self.paragraph(runs(block.caption), "Caption", make("keepNext")), self.table(block), make("p")]

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
        picture, width, height = png(block.svg)
        paragraph = self.file.add_paragraph()
        shape = paragraph.add_run().add_picture(BytesIO(picture), width=Cm(WIDTH_CM * block.width))
        shape._inline.docPr.set("descr", fit(block.alt))
        paragraph._p.getparent().remove(paragraph._p)
        caption = [self.paragraph(runs(block.caption), "Caption")] if block.caption else []
        return [paragraph._p, *caption]

    def table(self, block):
        total = sum(column.share for column in block.columns)
        widths = [round(TEXT_WIDTH * column.share / total) for column in block.columns]
        hair = {"val": "single", "sz": 4, "color": "C8CCD4"}
        properties = make(
            "tblPr",
            make("tblW", w=TEXT_WIDTH, type="dxa"),
            make("tblBorders", make("bottom", **hair), make("insideH", **hair)),
            make("tblLayout", type="fixed"),
            make("tblLook", firstRow=1, firstColumn=0, noHBand=1, noVBand=1),
            make("tblCaption", val=fit(block.caption)),
        )
        grid = make("tblGrid", *(make("gridCol", w=width) for width in widths))
        head = self.row([runs(column.title) for column in block.columns], block, widths, "bottom", "Small")
        head.find(qn("w:trPr")).append(make("tblHeader"))
        rows = [self.row(cells, block, widths) for cells in block.written_rows()]
        if block.total:
            bold = [[run._replace(bold=True) for run in cell] for cell in block.written_total()]
            rows.append(self.row(bold, block, widths, "top"))
        return make("tbl", properties, grid, head, *rows)

    def row(self, cells, block, widths, edge="", style="Normal"):
        """A w:tr with the runs of each cell; `edge` is the side that gets a line of its own."""
        aligned = []
        for words, column, width in zip(cells, block.columns, widths, strict=True):
            properties = make("tcPr", make("tcW", w=width, type="dxa"))
            if edge:
                properties.append(make("tcBorders", make(edge, sz=12, val="single", color=str(INK))))
            right = [make("jc", val="right")] if column.is_numeric else []
            aligned.append(make("tc", properties, self.paragraph(words, style, *right)))
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
                text = make("t")
                text.text = words
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                element.append(text)
        return element
