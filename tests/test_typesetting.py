"""How papers are set: no amount broken or overprinted, nothing parted that belongs together, each piece tagged."""

import re
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from shutil import which
from subprocess import run

import pypdfium2
import pytest
from django.conf import settings
from docx import Document as read_docx
from openxml_audit import OdfValidator, OpenXmlValidator

from benchmarks import nota as benchmark
from benchmarks.breaks import bad_breaks, nota, pages_of
from partners.ground.documents import (
    Bullets,
    ChangedText,
    Column,
    Document,
    Heading,
    Notice,
    Paragraph,
    Quote,
    Register,
    Run,
    Table,
    Terms,
    docx,
    odt,
    pdf,
)
from partners.ground.documents.blocks import UNKNOWN
from partners.ground.documents.fitting import LINE, SIZES, fit, on_paper
from partners.ground.templatetags.dutch import exact_euro

YEARS = range(2024, 2029)
TARIFF = Decimal("1.125")
OFFICE = which("soffice") or which("libreoffice")


def contributions():
    """22 municipalities that pay real cents for five years, and what that is together."""
    rows = []
    for place in range(22):
        amounts = [(TARIFF * (45_926 + 4_021 * place) + Decimal(year) / 7).quantize(Decimal("0.01")) for year in YEARS]
        rows.append((f"Steenwijkerland {place}", *amounts, sum(amounts)))
    total = ("Alle partners samen", *(sum(row[place] for row in rows) for place in range(1, 7)))
    return Table(
        "Bijdragen", [Column("Partner"), *(Column(str(year), "euro") for year in YEARS), Column("Samen", "euro")],
        rows, total=total,
    )  # fmt: skip


def wide():
    """As the file of a figure: many columns, some dates, some of which nothing is known."""
    columns = [Column(f"Kolom nummer {place}", "date" if place % 3 == 0 else "text") for place in range(14)]
    cells = [date(2026, 11, 29), "verstedelijkingsstrategie", None]
    return Table("Metingen", columns, [[cells[place % 3] for place in range(14)] for _ in range(4)])


def rectangles(content):
    """Where each run of text stands, page by page: (left, bottom, right, top)."""
    document = pypdfium2.PdfDocument(content)
    for page in document:
        text = page.get_textpage()
        yield [text.get_rect(place) for place in range(text.count_rects())]


def overprinted(rects):
    """Pairs of runs of text of which one lies on the other."""
    return [
        (one, other)
        for place, one in enumerate(rects)
        for other in rects[place + 1 :]
        if min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 3
    ]


def text_of(content):
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))


def test_no_amount_is_broken_or_printed_over_another_with_real_cents_and_22_payers():
    table = contributions()
    content = pdf(Document("Begroting", [table]))
    assert [overprinted(rects) for rects in rectangles(content)] == [[]] * len(list(rectangles(content)))
    words = text_of(content).replace("\xa0", " ")
    for row in [*table.rows, table.total]:
        for amount in row[1:]:
            assert exact_euro(amount).replace("\xa0", " ") in words
    # In the right order on one line: the total with its seven cells.
    total = next(line for line in words.split("\r\n") if line.startswith("Alle partners samen") or "1.6" in line)
    assert total.count("€") in (0, 6)


def test_the_columns_of_a_word_file_are_as_wide_as_the_longest_amount():
    found = fit(contributions())
    assert sum(found.widths) == pytest.approx(LINE)
    assert found.size in SIZES
    cells = read_docx(BytesIO(docx(Document("Begroting", [contributions()])))).tables[0]
    widths = [column.w.pt for column in cells._tbl.tblGrid.gridCol_lst]
    needed = 0.556 * found.size * len("€ 1.345.678,90") * 0.85  # of Arial: all figures are 0.556, points are half
    assert min(widths[1:]) > needed


def test_a_table_that_is_too_wide_is_stacked_and_nothing_of_it_is_printed_over_another():
    shown, *said = on_paper(wide())
    assert [column.title for column in shown.columns] == ["Wat", "Wat bekend is"]
    assert [block.text for block in said] == [
        f"In geen enkele rij bekend: {', '.join(f'Kolom nummer {place}' for place in (2, 5, 8, 11))}.",
        "Wat bij een rij ontbreekt, is nog niet bekend.",
    ]
    begun = [place for place, (head, _) in enumerate(shown.rows) if head[0].bold]
    assert len(begun) == len(wide().rows)
    assert shown.records == begun[1:]  # a line sets each apart from the one above it
    content = pdf(Document("Cijfer", [wide()]))
    assert [pair for rects in rectangles(content) for pair in overprinted(rects)] == []
    assert UNKNOWN not in text_of(content).split("Wat bij een rij")[0]


def test_an_empty_table_is_a_sentence_and_no_bare_head():
    assert [block.text for block in on_paper(Table("Correcties", [Column("Reden")], []))] == [
        [Run("Correcties", bold=True), ": hierover staat nog niets op de site."]
    ]


def test_nothing_is_parted_that_belongs_together_in_a_nota(db):
    """A short form of benchmarks.breaks, which sets 1,200 points."""
    benchmark.make()
    benchmark.fill(120)
    pages = pages_of(nota())
    assert len(pages) > 20
    assert list(bad_breaks(pages)) == []
    headings = [int(number) for page in pages for line in page for number in re.findall(r"^Punt (\d+):[^.]*$", line)]
    assert headings == list(range(1, 121))
    assert any(line.startswith("Gemeenteraad van Gemeente 11:") for page in pages[-3:] for line in page)


KINDS = [
    Heading(1, "Economie", anchor="a"),
    Paragraph(["Gewoon, ", Run("vet", bold=True)]),
    ChangedText("Wij werken aan een arbeidsmarkt.", "Wij werken samen aan een arbeidsmarkt."),
    Paragraph("Bron: de agenda.", small=True),
    Bullets(["een", "twee"]),
    Terms([("Afzender", "gemeenteraad")]),
    Notice("Let op."),
    Notice("En let op dit."),
    Quote("Wij vinden dit goed."),
    contributions(),
    Register([("Gemeenteraad van Zwolle", [("1", "a")])]),
    *(Heading(1, str(place)) for place in range(6)),
]


@pytest.fixture(scope="module")
def paper():
    return Document(
        "Nota van beantwoording", KINDS, "Ondertitel", date(2026, 11, 29),
        address="https://example.org/partners/steenwijkerland/wat-brengt-het-onze-gemeente/", example=True,
    )  # fmt: skip


def elements(content):
    """The elements of the structure of a PDF of ours: number -> (tag, numbers of what is in it)."""
    found = {}
    for number, body in re.findall(rb"\n(\d+) 0 obj\n(.*?)\nendobj", content, re.DOTALL):
        tag, inside = re.search(rb"/S/(\w+)", body), re.search(rb"/K\[(.*?)\]", body, re.DOTALL)
        if b"/StructElem" in body and tag:
            below = re.findall(rb"(\d+) 0 R", inside[1]) if inside else []
            found[int(number)] = tag[1].decode(), [int(one) for one in below]
    return found


def test_each_piece_of_a_pdf_says_what_it_is(paper):
    found = elements(pdf(paper))
    (below,) = [inside for tag, inside in found.values() if tag == "Document"]
    assert {found[one][0] for one in below if one in found} <= {
        "H1", "H2", "P", "L", "Table", "BlockQuote", "TOC", "Div", "Caption",
    }  # fmt: skip
    rows = [[found[one][0] for one in inside] for tag, inside in found.values() if tag == "TR"]
    assert rows[0] == ["TH"] * 7
    assert rows[1:] == [["TH", *["TD"] * 6]] * 23
    assert [tag for tag, _ in found.values()].count("H1") == 1


def test_a_pdf_is_made_to_be_archived_and_says_who_sends_it_and_of_which_day(paper):
    content = pdf(paper)
    assert b"<pdfaid:part>2</pdfaid:part>" in content
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in content
    assert b"<xmp:CreateDate>" in content
    words = text_of(content).replace("\xa0", " ")
    assert "Stand op 29 november 2026" in words
    assert words.count(f"Regio Zwolle: {settings.CONTACT_EMAIL}") == len(pypdfium2.PdfDocument(content))
    assert paper.address in words.replace("\r\n", "")
    assert "\u200b" not in words


def test_a_character_that_the_font_lacks_is_told_in_dutch():
    words = text_of(pdf(Document("Tekens", [Paragraph("Fijn 😀 en שלום, 中文 en ™.")])))
    assert "Fijn [emoji of symbool] en [4 × Hebreeuws teken], [2 × Chinees teken] en [emoji of symbool]." in words


def test_word_opens_a_file_in_its_own_mode_and_language_and_finds_the_contents(paper):
    with zipfile.ZipFile(BytesIO(docx(paper))) as inside:
        names = inside.namelist()
        body, settings_part = (inside.read(f"word/{name}.xml").decode() for name in ("document", "settings"))
        footer = "".join(inside.read(name).decode() for name in names if "footer" in name)
    assert not [name for name in names if "thumbnail" in name or "stylesWithEffects" in name]
    assert re.search(r'compatibilityMode"[^>]*w:val="15"', settings_part)
    assert 'themeFontLang w:val="nl-NL"' in settings_part
    assert "NUMPAGES" in footer
    assert "TOC \\o" in body
    assert body.count("PAGEREF") == 8  # of seven headings and of one place in the register
    assert body.count('w:leader="none"') == 7  # no dots lead to a page that is not filled in yet
    assert "w:keepNext" in body


def test_an_open_document_has_contents_that_a_program_can_renew(paper):
    with zipfile.ZipFile(BytesIO(odt(paper))) as inside:
        body = inside.read("content.xml").decode()
    assert body.count("<text:table-of-content ") == 1
    assert body.count("<text:bookmark-ref ") == 8
    assert "keep-with-next" in body


@pytest.mark.parametrize(("write", "validator"), [(docx, OpenXmlValidator), (odt, OdfValidator)])
def test_a_file_keeps_the_rules_of_its_form(write, validator, paper, tmp_path):
    path = tmp_path / f"stuk.{write.__name__}"
    path.write_bytes(write(paper))
    assert [one for one in validator().validate(path).errors if "error" in str(one.severity).lower()] == []


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine.")
@pytest.mark.parametrize("write", [docx, odt])
def test_an_office_program_sets_no_word_of_a_table_in_two(write, paper, tmp_path):
    path = tmp_path / f"stuk.{write.__name__}"
    path.write_bytes(write(paper))
    run([OFFICE, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)], check=True, timeout=120)
    content = path.with_suffix(".pdf").read_bytes()
    assert [pair for rects in rectangles(content) for pair in overprinted(rects)] == []
    words = text_of(content).replace("\xa0", " ")
    for row in contributions().rows:
        assert all(exact_euro(amount).replace("\xa0", " ") in words for amount in row[1:])
