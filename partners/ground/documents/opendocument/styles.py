"""Page, styles, header and footer of an OpenDocument text."""

from odf import dc, meta
from odf.draw import Frame, Image
from odf.style import (
    Footer,
    FooterStyle,
    Header,
    HeaderFooterProperties,
    ListLevelProperties,
    MasterPage,
    PageLayout,
    PageLayoutProperties,
    ParagraphProperties,
    Style,
    TableCellProperties,
    TabStop,
    TabStops,
    TextProperties,
)
from odf.svg import Desc
from odf.teletype import addTextToElement
from odf.text import (
    Chapter,
    ListLevelStyleBullet,
    ListLevelStyleNumber,
    ListStyle,
    P,
    PageCount,
    PageNumber,
    Span,
    Tab,
)

from partners.ground.documents.drawings import MARK, WIDTH_CM, png
from partners.ground.documents.text import fit

INK, MUTED, ACCENT, HAIR = "#14171f", "#4a505e", "#1f3bc4", "#c8ccd4"
FACE = "Arial"  # Our own typeface is on few machines; this one, or its double, is on all.
# Name, the style it is like, size in points, colour, whether bold, space before and after in points.
STYLES = [
    ("Standard", None, 10.5, INK, False, 0, 8),
    ("Title", "Standard", 24, INK, True, 10, 10),
    ("Subtitle", "Standard", 13, INK, False, 0, 10),
    ("Caption", "Standard", 10.5, INK, True, 10, 4),
    ("Small", "Standard", 9, MUTED, False, 0, 4),
    ("Cell", "Standard", 9, INK, False, 0, 0),
    ("Figure", "Cell", 9, INK, False, 0, 0),
    ("Head", "Cell", 9, MUTED, False, 0, 0),
    ("Notice", "Standard", 10.5, INK, False, 0, 8),
    ("Quotations", "Standard", 10.5, INK, False, 0, 8),
    ("Masthead", "Standard", 14, INK, True, 0, 12),
    ("Lead", "Standard", 13, INK, False, 0, 6),
    ("Hint", "Standard", 9.5, MUTED, False, 0, 4),
    ("Answer", "Standard", 16, INK, True, 0, 4),
    ("Unknown", "Standard", 16, MUTED, False, 0, 4),
    ("Row", "Standard", 10, INK, False, 0, 0),
    ("Footer", "Small", 9, MUTED, False, 0, 0),
    ("Mark", "Small", 9, INK, False, 0, 6),
    *((f"Contents {level}", "Standard", 10.5, INK, level == 1, 0, 4) for level in (1, 2, 3)),
    *((f"Heading {level}", "Standard", size, INK, True, 18 if level == 1 else 12, 6) for level, size in
      enumerate((16, 12.5, 11, 10.5, 10.5, 10.5), 1)),
]  # fmt: skip
# What the same are on a sheet, which holds more on its one page.
ON_A_SHEET = {
    "Standard": (10, 0, 2),
    "Heading 1": (25, 0, 4),
    "Heading 2": (14, 4, 0),
    "Small": (8.5, 0, 2),
}
LINE, HAIR_LINE = f"1.5pt solid {INK}", f"0.5pt solid {HAIR}"
# What a style has beside that.
SHAPES = {
    "Caption": {"keepwithnext": "always"},
    "Figure": {"textalign": "end"},
    "Mark": {"textalign": "end"},
    "Notice": {"borderleft": f"3pt solid {INK}", "paddingleft": "0.3cm"},
    "Quotations": {"borderleft": f"3pt solid {ACCENT}", "paddingleft": "0.3cm"},
    "Row": {"bordertop": HAIR_LINE, "paddingtop": "0.12cm", "paddingbottom": "0.12cm", "joinborder": "false"},
    "Masthead": {"borderbottom": LINE, "paddingbottom": "0.2cm"},
    "Heading 1": {"bordertop": LINE, "paddingtop": "0.2cm"},
}
WITH_A_TAB = {"Masthead": "", "Footer": "", "Contents 1": ".", "Contents 2": ".", "Contents 3": "."}


def prepare(file, document):
    """Metadata, page, header, footer and styles."""
    file.meta.addElement(dc.Title(text=document.name))
    file.meta.addElement(dc.Subject(text=fit(document.subtitle)))
    file.meta.addElement(dc.Language(text="nl-NL" if document.language == "nl" else document.language))
    file.meta.addElement(dc.Creator(text=document.author))
    file.meta.addElement(meta.InitialCreator(text=document.author))
    for word in document.keywords:
        file.meta.addElement(meta.Keyword(text=word))
    for name, parent, size, colour, bold, before, after in STYLES:
        if document.is_sheet:
            size, before, after = ON_A_SHEET.get(name, (size, before, after))
        file.styles.addElement(paragraph_style(name, parent, size, colour, bold, before, after, document))
    for name, looks in [
        ("Bold", {"fontweight": "bold"}),
        ("Italic", {"fontstyle": "italic"}),
        ("Removed", {"textlinethroughstyle": "solid"}),
        ("Added", {"textunderlinestyle": "solid"}),
        ("Link", {"color": ACCENT, "textunderlinestyle": "solid"}),
        ("Aside", {"fontsize": "10pt", "fontweight": "normal"}),
    ]:
        style = Style(name=name, family="text")
        style.addElement(TextProperties(**looks))
        file.styles.addElement(style)
    file.styles.addElement(list_style("Bullets", ListLevelStyleBullet(level=1, bulletchar="•")))
    file.styles.addElement(list_style("Numbers", ListLevelStyleNumber(level=1, numformat="1", numsuffix=".")))
    for name, looks in [
        ("Plain", {"padding": "0.1cm", "borderbottom": HAIR_LINE}),
        ("Top", {"padding": "0.1cm", "borderbottom": LINE}),
        ("Sum", {"padding": "0.1cm", "bordertop": LINE}),
        ("Ruled", {"paddingright": "0.6cm", "paddingtop": "0.1cm", "bordertop": LINE}),
        ("Bare", {"paddingright": "0.6cm"}),
    ]:
        style = Style(name=name, family="table-cell")
        style.addElement(TableCellProperties(**looks))
        file.automaticstyles.addElement(style)
    add_automatic(file, "Break", "Standard", {"breakbefore": "page"})
    add_automatic(file, "Begin", "Title", {}, masterpagename="First")
    add_automatic(file, "Begin_sheet", "Cell", {}, masterpagename="First")
    add_pages(file, document)


def add_automatic(file, name, parent, looks, **attributes):
    style = Style(name=name, family="paragraph", parentstylename=parent, **attributes)
    if looks:
        style.addElement(ParagraphProperties(**looks))
    file.automaticstyles.addElement(style)


def add_pages(file, document):
    """The first page and those that follow, which say where one is."""
    margin = "1.6cm" if document.is_sheet else "2cm"
    layout = PageLayout(name="A4")
    layout.addElement(
        PageLayoutProperties(
            pagewidth="21cm",
            pageheight="29.7cm",
            margintop=margin,
            marginbottom="1cm" if document.is_sheet else margin,
            marginleft="2cm",
            marginright="2cm",
        )
    )
    foot = FooterStyle()
    edge = f"{3 if document.is_sheet else 2}pt solid {ACCENT}"
    foot.addElement(HeaderFooterProperties(margintop="0.3cm", bordertop=edge, paddingtop="0.1cm", minheight="0.9cm"))
    layout.addElement(foot)
    file.automaticstyles.addElement(layout)
    for name, following in (("Standard", None), ("First", "Standard")):
        page = MasterPage(name=name, pagelayoutname=layout, **({"nextstylename": following} if following else {}))
        file.masterstyles.addElement(page)
        running = document.contents and name == "Standard"
        header = Header()
        if document.marks:
            header.addElement(P(stylename="Mark", text=fit(document.marks)))
        if name == "First":
            header.addElement(masthead(file, document))
        if running:
            passage = P(stylename="Small")
            passage.addElement(Chapter(display="name", outlinelevel=1))
            header.addElement(passage)
        if header.hasChildNodes():
            page.addElement(header)
        page.addElement(footer_of(document))


def masthead(file, document):
    """The mark and the name left, for whom and the day right."""
    paragraph = P(stylename="Masthead")
    paragraph.addElement(framed(file, MARK, "", 1.1))
    paragraph.addText(f"  {document.author}")
    aside = Span(stylename="Aside")
    addTextToElement(aside, "\t" + "\n\t".join(map(fit, document.addressed)))
    paragraph.addElement(aside)
    return paragraph


def framed(file, svg, alt, across):
    """A drawing `across` cm wide, as a character of a paragraph."""
    picture, width, height = png(svg)
    name = file.addPicture(f"{len(file.Pictures)}.png", "image/png", picture)
    frame = Frame(width=f"{across:.2f}cm", height=f"{across * height / width:.2f}cm", anchortype="as-char")
    frame.addElement(Image(href=name, type="simple", show="embed", actuate="onLoad"))
    frame.addElement(Desc(text=fit(alt)))
    return frame


def footer_of(document):
    """What this is, the page of how many, and how to reach who sends it."""
    footer = Footer()
    first = P(stylename="Footer", text=document.contact if document.is_sheet else document.foot)
    first.addElement(Tab())
    footer.addElement(first)
    if document.is_sheet:
        first.addText(f"Met links: {document.short_address}")
        return footer
    first.addElement(PageNumber(selectpage="current"))
    first.addText(" van ")
    first.addElement(PageCount())
    footer.addElement(P(stylename="Footer", text=document.contact))
    return footer


def coded(name):
    """`name` as OpenDocument writes the name of a style, which takes no space."""
    return name.replace(" ", "_20_")


def paragraph_style(name, parent, size, colour, bold, before, after, document):
    """A paragraph style; sizes and spaces are in points."""
    like = {"parentstylename": parent} if parent else {}
    style = Style(name=coded(name), displayname=name, family="paragraph", **like)
    properties = {"marginbottom": f"{after}pt", "margintop": f"{before}pt"} | SHAPES.get(name, {})
    if name.startswith("Heading"):
        style.setAttribute("defaultoutlinelevel", name[-1])
        properties["keepwithnext"] = "always"
        if document.is_sheet:
            properties |= {"bordertop": "none", "paddingtop": "0cm"}
    if name.startswith("Contents"):
        properties["marginleft"] = f"{0.6 * (int(name[-1]) - 1):.1f}cm"
    shape = ParagraphProperties(**properties)
    if name in WITH_A_TAB:
        stops = TabStops()
        leader = {"leaderstyle": "dotted", "leadertext": WITH_A_TAB[name]} if WITH_A_TAB[name] else {}
        stops.addElement(TabStop(position=f"{WIDTH_CM}cm", type="right", **leader))
        shape.addElement(stops)
    style.addElement(shape)
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
