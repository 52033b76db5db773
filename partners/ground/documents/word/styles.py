"""Page, styles, header and footer of a Word file, in place of those of the template that python-docx carries."""

from io import BytesIO

from django.utils import timezone
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor

from partners.ground.documents.drawings import MARK, WIDTH_CM, png
from partners.ground.documents.text import fit
from partners.ground.documents.word.elements import field, make

INK, MUTED, ACCENT = RGBColor(0x14, 0x17, 0x1F), RGBColor(0x4A, 0x50, 0x5E), RGBColor(0x1F, 0x3B, 0xC4)
HAIR = "C8CCD4"
FACE = "Arial"  # Our own typeface is on few machines; this one, or its double, is on all.
# Name, size in points, colour, whether bold, space before and after in points.
STYLES = [
    ("Normal", 10.5, INK, False, 0, 8),
    ("Title", 24, INK, True, 10, 8),
    ("Subtitle", 13, INK, False, 0, 8),
    ("Caption", 10.5, INK, True, 10, 4),
    ("Quote", 10.5, INK, False, 0, 8),
    *((f"Heading {level}", size, INK, True, 22 if level == 1 else 12, 5) for level, size in
      enumerate((16, 12.5, 11, 10.5, 10.5, 10.5), 1)),
]  # fmt: skip
OWN_STYLES = [
    ("Small", 9, MUTED, False, 0, 4),
    ("Notice", 10.5, INK, False, 0, 8),
    ("Cell", 9, INK, False, 2, 2),
    ("Head", 9, MUTED, False, 2, 2),
    ("Masthead", 14, INK, True, 0, 10),
    ("Lead", 13, INK, False, 0, 6),
    ("Hint", 9.5, MUTED, False, 0, 4),
    ("Answer", 16, INK, True, 0, 4),
    ("Unknown", 16, MUTED, False, 0, 4),
    ("Row", 10, INK, False, 4, 4),
    *((f"toc {level}", 10.5, INK, level == 1, 0, 4) for level in (1, 2, 3)),
]
# What the same are on a sheet, which holds more on its one page.
ON_A_SHEET = [
    ("Normal", 10, INK, False, 0, 2),
    ("Heading 1", 25, INK, True, 0, 4),
    ("Heading 2", 14, INK, True, 4, 0),
    ("Small", 8.5, MUTED, False, 0, 2),
]
WITHOUT_BORDERS = ("Title",)
# Parts of python-docx's template that are no part of a document of ours.
NOT_OURS = ("/thumbnail", "/stylesWithEffects")


def prepare(file, document):
    """Page, styles, metadata, header and footer."""
    describe(file, document)
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - WIDTH_CM) / 2)
    section.top_margin = section.bottom_margin = Cm(1.6 if document.is_sheet else 2.4)
    section.header_distance = section.footer_distance = Cm(0.7 if document.is_sheet else 1.1)
    set_styles(file, document)
    section.different_first_page_header_footer = True
    for footer in (section.footer, section.first_page_footer):
        write_footer(footer, document)
    for header in (section.header, section.first_page_header):
        header.paragraphs[0].text = fit(document.marks)
        header.paragraphs[0].alignment = 2
    write_masthead(section.first_page_header, document)
    if document.contents:
        running = section.header.add_paragraph(style="Small")
        running._p.extend(field('STYLEREF "Heading 1"'))


def describe(file, document):
    """What the file says of itself, and the mode and language in which Word opens it."""
    about = file.core_properties
    about.title, about.author, about.subject = document.name[:255], document.author, fit(document.subtitle)[:255]
    about.keywords = "; ".join(document.keywords)[:255]
    about.language, about.comments = "nl-NL" if document.language == "nl" else document.language, ""
    about.created = about.modified = document.made_at or timezone.now()
    for rels in (file.part.package.rels, file.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(NOT_OURS)]:
            del rels[key]
    settings = file.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "nl-NL")


def set_styles(file, document):
    styles = file.styles
    defaults = styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    defaults.set(qn("w:val"), "nl-NL")
    for name, *look in STYLES:
        dress(styles[name], *look)
    for name, *look in OWN_STYLES:
        own = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = styles["Normal"]
        dress(own, *look)
    for name, *look in ON_A_SHEET if document.is_sheet else []:
        dress(styles[name], *look)
    for name in WITHOUT_BORDERS:
        for border in list(styles[name].element.iter(qn("w:pBdr"))):
            border.getparent().remove(border)
    for name, colour in (("Notice", INK), ("Quote", ACCENT)):
        styles[name].paragraph_format.left_indent = Cm(0.6)
        bar(styles[name], make("left", val="single", sz=24, space=8, color=colour))
    if not document.is_sheet:
        bar(styles["Heading 1"], make("top", val="single", sz=12, space=8, color=INK))
    line = {"val": "single", "sz": 4, "space": 4, "color": HAIR}
    bar(styles["Row"], make("top", **line), make("between", **line))
    bar(styles["Masthead"], make("bottom", val="single", sz=12, space=6, color=INK))
    styles["Masthead"].paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT)
    for level in (1, 2, 3):
        shape = styles[f"toc {level}"].paragraph_format
        shape.left_indent = Cm(0.6 * (level - 1))
        shape.tab_stops.add_tab_stop(Cm(WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def write_masthead(header, document):
    """The mark and the name left, for whom and the day right."""
    line = header.add_paragraph(style="Masthead") if document.marks else header.paragraphs[0]
    line.style, line.alignment = "Masthead", None
    picture, _, _ = png(MARK)
    line.add_run().add_picture(BytesIO(picture), width=Cm(1.1))._inline.docPr.set("descr", "")
    line.add_run(f"  {document.author}\t")
    aside = line.add_run("\n\t".join(map(fit, document.addressed)))
    aside.font.size, aside.font.bold = Pt(10), False


def write_footer(footer, document):
    """The blue line, what this is, the page of how many, and how to reach who sends it."""
    first = footer.paragraphs[0]
    first.style = "Small"
    first.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT)
    if document.is_sheet:
        first.add_run(f"{document.contact}\tMet links: {document.short_address}")
    else:
        first.add_run(f"{document.foot}\t")
        first._p.extend([*field("PAGE"), *make("p", make("r", text(" van "))), *field("NUMPAGES")])
        footer.add_paragraph(document.contact, style="Small")
    edge = make("top", val="single", sz=36 if document.is_sheet else 18, space=4, color=ACCENT)
    borders = make("pBdr", edge)
    first._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def text(words):
    element = make("t")
    element.text = words
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def dress(style, size, colour, bold, before, after):
    font = style.font
    font.name, font.size, font.color.rgb, font.bold, font.italic = FACE, Pt(size), colour, bold, False
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.1
    for spacing in style.element.iter(qn("w:contextualSpacing")):
        spacing.getparent().remove(spacing)
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    fonts = style.element.rPr.rFonts
    for attribute in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[attribute]
    fonts.set(qn("w:hAnsi"), FACE)
    fonts.set(qn("w:cs"), FACE)


def bar(style, *edges):
    """A line along the `edges` of every paragraph in `style`."""
    borders = OxmlElement("w:pBdr")
    borders.extend(edges)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
