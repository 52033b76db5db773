"""The writers of documents: the same content in every form, opened again with what a reader would use."""

import csv as csv_module
import json as json_module
import logging
import re
import zlib
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import get_args

import pytest
from django.http import Http404
from docx import Document as read_docx
from odf import style, table, text
from odf.opendocument import load as read_odf
from openpyxl import load_workbook

from partners.ground.documents import (
    FORMS,
    Block,
    Bullets,
    CannotTypeset,
    ChangedText,
    Column,
    Document,
    Drawing,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Table,
    Terms,
    csv,
    docx,
    from_html,
    json,
    ods,
    odt,
    paragraphs,
    pdf,
    response,
    typeset,
    xlsx,
)
from partners.ground.documents.blocks import METHODS
from partners.ground.documents.opendocument import OdtWriter
from partners.ground.documents.typeset import TypstWriter
from partners.ground.documents.word import DocxWriter

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="20" height="10" fill="#1f3bc4"/></svg>'
FORMULAS = ["=1+1", "+1", "-dalfsen", "@SUM(A1)", "\t=1", "\r=1"]
HOSTILE = [
    "nul \x00 en \x0b \x1f",
    "half \ud800 teken \ufffe \uffff",
    "emoji 😀 👩‍👩‍👧‍👦 🏳️‍🌈 vlag 🇳🇱",
    "om\u202egekeerd \u2066los",
    "مرحبا עולם 中文 ไทย",
    "ẍ̴͓́z̷a̸l̵g̶o",
    "w" * 1_000,
    '#import "x" $a$ *b* _c_ `d` @e <f> \\g [h] {i} // j /* k */',
    "]]> &amp; &#0; <script>alert(1)</script> <?xml?> {{ a }} {% b %}",
    "a\r\nb\rc\u2028d\u0085e",
    "{=SUM(A1)} [.A1] of:=1",
    "",
]
POINTS = Table(
    "Wie betaalt wat",
    [Column("Partner"), Column("Inwoners", "number"), Column("Bijdrage", "euro"), Column("Datum", "date")],
    [
        ("Zwolle", 130_000, Decimal("12345.50"), date(2024, 1, 31)),
        ("Dalfsen", None, None, None),
        (
            [Run("Meppel", bold=True), " en omgeving"],
            Decimal("2.7"),
            90_000_000,
            datetime(2024, 7, 1, 10, 30, tzinfo=UTC),
        ),
    ],
    total=("Totaal", None, Decimal("90012345.50"), None),
)


def document(*blocks, **fields):
    fields = {
        "title": "Nota van beantwoording",
        "subtitle": "Consultatie over de conceptagenda",
        "version": "versie 1, concept",
        "dated": date(2023, 1, 20),
        "address": "https://example.org/nota/",
        **fields,
    }
    return Document(blocks=blocks, **fields)


@pytest.fixture
def everything():
    """A document with every kind of block."""
    return document(
        Heading(1, "Economie & Arbeidsmarkt", number="1", anchor="RZ24-L1"),
        Paragraph(["Gewoon, ", Run("vet", bold=True), ", ", Run("schuin", italic=True), "."]),
        Paragraph([Run("buiten", link="https://example.org/?a=1&b=2"), Run("binnen", link="#RZ24-L1")], small=True),
        Heading(2, "Wat er veranderde"),
        ChangedText("Wij werken aan een arbeidsmarkt.", "Wij werken samen aan een arbeidsmarkt."),
        Bullets(["een", [Run("twee", bold=True)]]),
        Bullets(["eerst", "dan"], numbered=True),
        Terms([("Afzender", "gemeenteraad van Zwolle")]),
        Notice("Let op."),
        Quote("Wij vinden dit goed."),
        PageBreak(),
        Heading(1, "Cijfers", number="2"),
        POINTS,
        Drawing(SVG, "Een staaf van de helft", "De helft"),
        example=True,
    )


def test_every_writer_writes_every_kind_of_block():
    assert set(METHODS) == set(get_args(Block))
    writers = [DocxWriter, OdtWriter, TypstWriter]
    missing = [
        f"{writer.__name__}.{name}" for writer in writers for name in METHODS.values() if not hasattr(writer, name)
    ]
    assert missing == []


def test_a_pdf_is_tagged_titled_dutch_and_declares_pdf_ua(everything):
    content = pdf(everything).decode("latin-1")
    assert content.startswith("%PDF-1.7")
    assert re.search(r"/MarkInfo\s*<<[^>]*/Marked true", content)
    assert re.search(r"/StructTreeRoot \d+ 0 R", content)
    assert re.search(r"/Outlines \d+ 0 R", content)
    assert re.search(r"/Lang\s*\(nl\)", content)
    assert "<pdfuaid:part>1</pdfuaid:part>" in content
    assert ">Nota van beantwoording</rdf:li>" in content
    assert "(Een staaf van de helft)" in content
    tags = set(re.findall(r"/S\s*/(\w+)", content))
    assert {"H1", "H2", "P", "L", "LI", "Table", "TH", "TD", "Figure", "Caption", "Link", "BlockQuote"} <= tags


def drawn(content):
    """The pages' instructions to draw, in the order of the file."""
    streams = re.findall(rb"/FlateDecode>>\s*stream\n(.*?)\nendstream", content, re.DOTALL)
    return [page for page in map(zlib.decompress, streams) if b"BT" in page]


def test_every_page_of_an_example_says_so_in_its_header():
    pages = [Paragraph("een"), PageBreak(), Paragraph("twee")]
    assert [b"/Subtype/Header" in page for page in drawn(pdf(document(*pages, example=True)))] == [True, True]
    assert [b"/Subtype/Header" in page for page in drawn(pdf(document(*pages)))] == [False, False]


def test_whom_a_document_is_for_stands_at_the_head_of_every_page_and_on_the_first():
    said = "Alleen voor leden van de raad & het college."
    pages = document(Paragraph("een"), PageBreak(), Paragraph("twee"), POINTS, restricted=said, example=True)
    assert [b"/Subtype/Header" in page for page in drawn(pdf(pages))] == [True, True]
    assert read_docx(BytesIO(docx(pages))).sections[0].header.paragraphs[0].text == f"{said} · Voorbeeld"
    heads = read_odf(BytesIO(odt(pages))).masterstyles.getElementsByType(style.Header)
    sender = "  Regio ZwolleStand op 20\xa0januari\xa02023"
    assert [str(head) for head in heads] == [f"{said} · Voorbeeld", f"{said} · Voorbeeld{sender}"]
    book = load_workbook(BytesIO(xlsx(pages)))
    assert [sheet.oddHeader.right.text for sheet in book] == [f"{said} · Voorbeeld".replace("&", "&&")] * 2
    assert pages.colophon[0] == ("Let op", said)
    assert json_module.loads(json(pages))["alleen_voor"] == said
    assert json_module.loads(json(document()))["alleen_voor"] == ""


def test_a_word_file_has_headings_lists_a_header_row_and_a_language(everything):
    file = read_docx(BytesIO(docx(everything)))
    by_style = [(paragraph.style.name, paragraph.text) for paragraph in file.paragraphs]
    assert [entry for entry in by_style if entry[0].startswith(("Title", "Heading"))] == [
        ("Title", "Nota van beantwoording"),
        ("Heading 1", "1 Economie & Arbeidsmarkt"),
        ("Heading 2", "Wat er veranderde"),
        ("Heading 1", "2 Cijfers"),
    ]
    assert [entry for entry in by_style if entry[0].startswith("List")] == [
        ("List Bullet", "een"),
        ("List Bullet", "twee"),
        ("List Number", "eerst"),
        ("List Number", "dan"),
    ]
    rows = [[cell.text for cell in row.cells] for row in file.tables[0].rows]
    assert rows == [
        ["Partner", "Inwoners", "Bijdrage", "Datum"],
        ["Zwolle", "130.000", "€\xa012.345,50", "31\xa0januari\xa02024"],
        ["Dalfsen", "nog niet bekend", "nog niet bekend", "nog niet bekend"],
        ["Meppel en omgeving", "2,7", "€\xa090.000.000", "1\xa0juli\xa02024, 12.30\xa0uur"],
        ["Totaal", "", "€\xa090.012.345,50", ""],
    ]
    assert "w:tblHeader" in file.tables[0].rows[0]._tr.xml
    assert "w:tblHeader" not in file.tables[0].rows[1]._tr.xml
    assert 'w:lang w:val="nl-NL"' in file.styles.element.xml
    assert (file.core_properties.title, file.core_properties.language) == ("Nota van beantwoording", "nl-NL")
    assert file.sections[0].header.paragraphs[0].text == "Voorbeeld"
    assert 'descr="Een staaf van de helft"' in file.element.xml
    assert [
        link.address + link.fragment for p in file.paragraphs for link in p.hyperlinks if link.text == "buiten"
    ] == ["https://example.org/?a=1&b=2"]


def test_an_open_document_has_headings_lists_a_header_row_and_a_language(everything):
    file = read_odf(BytesIO(odt(everything)))
    headings = [(heading.getAttribute("outlinelevel"), str(heading)) for heading in file.getElementsByType(text.H)]
    assert headings == [("1", "1 Economie & Arbeidsmarkt"), ("2", "Wat er veranderde"), ("1", "2 Cijfers")]
    assert [len(found.childNodes) for found in file.getElementsByType(text.List)] == [2, 2]
    (grid,) = file.getElementsByType(table.Table)
    rows = [[str(cell) for cell in row.childNodes] for row in grid.getElementsByType(table.TableRow)]
    assert rows[0] == ["Partner", "Inwoners", "Bijdrage", "Datum"]
    assert rows[2] == ["Dalfsen", "nog niet bekend", "nog niet bekend", "nog niet bekend"]
    assert rows[4] == ["Totaal", "", "€\xa090.012.345,50", ""]
    assert len(grid.getElementsByType(table.TableHeaderRows)) == 1
    languages = {one.getAttribute("language") for one in file.styles.getElementsByType(style.TextProperties)}
    assert "nl" in languages
    assert [link.getAttribute("href") for link in file.getElementsByType(text.A)] == [
        "https://example.org/nota/",
        "https://example.org/?a=1&b=2",
        "#RZ24-L1",
    ]


def test_a_spreadsheet_has_a_cover_and_typed_cells(everything):
    book = load_workbook(BytesIO(xlsx(everything)))
    assert book.sheetnames == ["Over dit bestand", "Wie betaalt wat"]
    assert [[cell.value for cell in row] for row in book["Over dit bestand"].iter_rows()] == [
        ["Titel", "Nota van beantwoording"],
        ["Ondertitel", "Consultatie over de conceptagenda"],
        ["Voorbeeld", "Dit document is een voorbeeld. De inhoud is bedacht."],
        ["Versie", "versie 1, concept"],
        ["Datum", "20 januari 2023"],
        ["Herkomst", "https://example.org/nota/"],
        ["Uitgever", "Regio Zwolle"],
        ["Gebruik", "Wat er met dit bestand mag, is nog niet vastgelegd. Noem bij cijfers de bron die erbij staat."],
        ["Blad", "Wie betaalt wat"],
    ]
    assert [[cell.value for cell in row] for row in book["Wie betaalt wat"].iter_rows()] == [
        ["Partner", "Inwoners", "Bijdrage", "Datum"],
        ["Zwolle", 130_000, 12345.5, datetime(2024, 1, 31)],
        ["Dalfsen", None, None, None],
        ["Meppel en omgeving", 2.7, 90_000_000, datetime(2024, 7, 1, 12, 30)],
        ["Totaal", None, 90012345.5, None],
    ]


def test_an_open_spreadsheet_has_a_cover_and_typed_cells(everything):
    file = read_odf(BytesIO(ods(everything)))
    cover, sheet = file.getElementsByType(table.Table)
    assert (cover.getAttribute("name"), sheet.getAttribute("name")) == ("Over dit bestand", "Wie betaalt wat")
    assert str(cover.getElementsByType(table.TableRow)[0]) == "TitelNota van beantwoording"
    kinds = [
        [cell.getAttribute("valuetype") for cell in row.childNodes] for row in sheet.getElementsByType(table.TableRow)
    ]
    assert kinds == [
        ["string"] * 4,
        ["string", "float", "currency", "date"],
        ["string", None, None, None],
        ["string", "float", "currency", "date"],
        ["string", None, "currency", None],
    ]
    zwolle = sheet.getElementsByType(table.TableRow)[1].childNodes
    assert [zwolle[1].getAttribute("value"), zwolle[2].getAttribute("value")] == ["130000", "12345.50"]
    assert zwolle[3].getAttribute("datevalue") == "2024-01-31"


def test_csv_has_a_byte_order_mark_semicolons_decimal_commas_and_iso_dates():
    content = csv(POINTS)
    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv_module.reader(StringIO(content.decode("utf-8-sig")), delimiter=";")) == [
        ["Partner", "Inwoners", "Bijdrage", "Datum"],
        ["Zwolle", "130000", "12345,5", "2024-01-31"],
        ["Dalfsen", "", "", ""],
        ["Meppel en omgeving", "2,7", "90000000", "2024-07-01 12:30:00"],
    ]


def test_json_has_each_row_as_an_object(everything):
    content = json_module.loads(json(everything))
    assert (content["titel"], content["voorbeeld"], content["datum"]) == ("Nota van beantwoording", True, "2023-01-20")
    assert content["tabellen"][0]["titel"] == "Wie betaalt wat"
    assert content["tabellen"][0]["rijen"][:2] == [
        {"partner": "Zwolle", "inwoners": 130_000, "bijdrage": 12345.5, "datum": "2024-01-31"},
        {"partner": "Dalfsen", "inwoners": None, "bijdrage": None, "datum": None},
    ]


def test_the_data_may_differ_from_the_tables_to_read():
    read = document(Paragraph("Een tekst"), data=[POINTS])
    assert load_workbook(BytesIO(xlsx(read))).sheetnames == ["Over dit bestand", "Wie betaalt wat"]
    assert read_docx(BytesIO(docx(read))).tables == []


def test_formulas_become_text_in_every_form():
    cells = Table("Cellen", [Column("=kop")], [(formula,) for formula in FORMULAS])
    written = [row[0] for row in csv_module.reader(StringIO(csv(cells).decode("utf-8-sig")), delimiter=";")]
    assert written == ["'=kop", "'=1+1", "'+1", "'-dalfsen", "'@SUM(A1)", "'\t=1", "\n=1"]
    book = load_workbook(BytesIO(xlsx(document(cells))))
    assert {cell.data_type for row in book["Cellen"].iter_rows() for cell in row} == {"s"}
    assert [row[0].value for row in book["Cellen"].iter_rows()][:5] == ["=kop", "=1+1", "+1", "-dalfsen", "@SUM(A1)"]
    sheet = read_odf(BytesIO(ods(document(cells)))).getElementsByType(table.TableCell)
    assert {cell.getAttribute("formula") for cell in sheet} == {None}
    assert {cell.getAttribute("valuetype") for cell in sheet} == {"string"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("nasty", HOSTILE)
def test_nothing_that_somebody_types_breaks_a_writer(form, nasty):
    hostile = document(
        Heading(3, nasty, number=nasty, anchor=nasty),
        Paragraph([nasty, Run(nasty, bold=True, link=f"https://example.org/{nasty}"), Run("x", link=f"#{nasty}")]),
        Quote(nasty),
        ChangedText(nasty, f"{nasty} meer"),
        Terms([(nasty, nasty)]),
        Bullets([nasty]),
        Table(nasty, [Column(nasty)], [(nasty,)], total=(nasty,)),
        Table(nasty, [Column(nasty)], [(nasty,)]),
        *from_html(nasty),
        *paragraphs(nasty),
        title=nasty or "Titel",
        subtitle=nasty,
        version=nasty,
    )
    content = FORMS[form].write(hostile)
    assert content
    readers = {"docx": read_docx, "odt": read_odf, "ods": read_odf, "xlsx": load_workbook}
    if form in readers:
        readers[form](BytesIO(content))


def test_words_in_scripts_that_the_fonts_have_reach_the_pdf_without_a_second_try(caplog):
    with caplog.at_level(logging.WARNING):
        pdf(document(Paragraph("Şahin, Łukasz, Ελένη, Ольга, ĳssel, ½, →, ≥, ✓ en „ja”")))
    assert caplog.records == []


def test_a_document_that_typst_refuses_is_logged_and_raises(caplog):
    with pytest.raises(CannotTypeset, match="failed to parse SVG"):
        pdf(document(Drawing("geen tekening", "Niets")))
    assert [record.levelname for record in caplog.records] == ["WARNING", "ERROR"]


def test_a_document_that_takes_too_long_is_stopped_and_not_tried_again(monkeypatch, caplog):
    monkeypatch.setattr(typeset, "TIME_LIMIT", 0.001)
    with pytest.raises(CannotTypeset, match="more than 0.001 seconds"):
        pdf(document(Paragraph("Te langzaam")))
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_a_document_whose_process_is_killed_is_not_tried_again(monkeypatch, caplog, tmp_path):
    """As a machine does that has no memory left."""
    killed = tmp_path / "killed.py"
    killed.write_text("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n")
    monkeypatch.setattr(typeset, "PROCESS", killed)
    with pytest.raises(CannotTypeset, match="ended by signal 9"):
        pdf(document(Paragraph("Te groot")))
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_a_visitor_waits_less_for_a_document_than_the_proxy_does():
    assert typeset.TIME_LIMIT < 60


def test_the_same_small_document_is_set_once():
    hits = typeset.set_small.cache_info().hits
    assert pdf(document(Paragraph("Tweemaal"))) == pdf(document(Paragraph("Tweemaal")))
    assert typeset.set_small.cache_info().hits == hits + 1


def test_headings_skip_no_level_and_anchors_are_unique():
    made = document(Heading(3, "a", anchor="x"), Heading(6, "b", anchor="x"), Heading(1, "c"), Heading(2, "d"))
    assert [(level, anchor) for level, heading, anchor in made.outline] == [
        (1, "x"),
        (2, "kop-1"),
        (1, "kop-2"),
        (2, "kop-3"),
    ]


def test_a_long_document_begins_with_its_contents():
    assert document(*[Heading(1, str(place)) for place in range(5)]).contents == []
    assert len(document(*[Heading(1, str(place)) for place in range(6)]).contents) == 6
    chapters = [Heading(1 if place % 100 == 0 else 2, str(place)) for place in range(5_000)]
    assert len(document(*chapters).contents) == 50


def test_a_change_marks_only_the_words_that_differ():
    was, becomes = ChangedText("een sterke arbeidsmarkt", "een toekomstbestendige arbeidsmarkt").sides
    assert [(run.text, run.removed) for run in was[1]] == [("een ", False), ("sterke ", True), ("arbeidsmarkt", False)]
    assert [(run.text, run.added) for run in becomes[1]] == [
        ("een ", False),
        ("toekomstbestendige ", True),
        ("arbeidsmarkt", False),
    ]
    assert ChangedText("", "nieuw").sides[0] == ("Was", [Run("(geen tekst)")])


def test_a_change_in_a_long_text_of_the_same_words_marks_only_that_word():
    was, becomes = ChangedText("a " * 2_000, "a " * 1_999 + "b").sides
    assert [run.text for run in was[1] if run.removed] == ["a"]
    assert [run.text for run in becomes[1] if run.added] == ["b"]


def test_html_of_the_editors_becomes_blocks():
    html = "<p>Een <strong>vet</strong> &amp; <a href='https://example.org/'>link</a></p><ol><li>a</li><li>b<br>c</li></ol>los"
    assert from_html(html) == [
        Paragraph((Run("Een "), Run("vet", bold=True), Run(" & "), Run("link", link="https://example.org/"))),
        Bullets(((Run("a"),), (Run("b"), Run("\n"), Run("c"))), numbered=True),
        Paragraph((Run("los"),)),
    ]


def test_plain_text_becomes_paragraphs():
    assert paragraphs("een\nregel\r\n\r\ntwee\n\n\n") == [Paragraph("een\nregel"), Paragraph("twee")]


def test_two_sheets_never_share_a_name():
    tables = [Table("Over dit bestand", [Column("a")], []), *[Table("[Naam]: " + "x" * 40, [Column("a")], [])] * 3]
    names = load_workbook(BytesIO(xlsx(document(*tables)))).sheetnames
    assert len({name.casefold() for name in names}) == 5
    assert max(map(len, names)) <= 31


def test_a_text_too_long_for_a_cell_says_where_the_rest_is():
    long = Table("Lang", [Column("a")], [("x" * 40_000,)])
    cell = load_workbook(BytesIO(xlsx(document(long))))["Lang"]["A2"].value
    assert len(cell) == 32_767
    assert cell.endswith("staat in de csv en de json]")
    assert len(csv(long)) > 40_000


def test_a_download_has_a_readable_name_and_its_own_type():
    answer = response(document(POINTS), "csv", "Nota van beantwoording 2023").render()
    assert answer["Content-Disposition"] == 'attachment; filename="nota-van-beantwoording-2023.csv"'
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer.content == csv(POINTS)


def test_the_name_of_an_example_says_so():
    answer = response(document(POINTS, example=True), "csv", "Nota")
    assert answer["Content-Disposition"] == 'attachment; filename="voorbeeld-nota.csv"'
    assert (
        load_workbook(BytesIO(xlsx(document(POINTS, example=True)))).worksheets[1].oddHeader.right.text == "Voorbeeld"
    )


@pytest.mark.parametrize("form", ["exe", "", "PDF", "csv"])
def test_a_form_that_is_not_there_is_not_found(form):
    with pytest.raises(Http404):
        response(document(), form, "nota")


def test_a_row_of_a_spreadsheet_is_as_high_as_its_longest_text():
    rows = [("Kort.",), ("Lang. " * 20,), ("Een.\nTwee.\n\nVier.",), ("x" * 40_000,)]
    document = Document("Hoog", [Table("Hoog", [Column("Tekst")], rows)])
    sheet = load_workbook(BytesIO(xlsx(document)))["Hoog"]
    assert [sheet.row_dimensions[line].height for line in range(2, 6)] == [None, 60, 60, 408.75]
