"""A sheet that would hold a worker for long is refused before any of it is made; the largest that may be is read."""

import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableRow
from openpyxl import Workbook

from partners.ground.sheets.reading import read

CELLS = "meer dan 65.000 cellen, ook lege met een opmaak. Kopieer de rijen naar een nieuw, leeg bestand."
BESIDES = "Naast de cellen staat er te veel in het bestand"
ROW = b"<row>%b</row>"
CELL = b"<c><v>1</v></c>"
LINKS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsx(rows=b"", *, styles=b"", times=1, after=b""):
    """A workbook of which the one sheet has these `rows`, and is there so many `times`."""
    book, whole = Workbook(), BytesIO()
    book.save(whole)
    changes = {
        "xl/worksheets/sheet1.xml": (b"<sheetData></sheetData>", b"<sheetData>" + rows + b"</sheetData>" + after),
        "xl/styles.xml": (b"</cellXfs>", styles + b"</cellXfs>"),
        "xl/workbook.xml": (b"</sheets>", sheets(times) + b"</sheets>"),
    }
    return SimpleUploadedFile("blad.xlsx", changed(whole, changes))


def sheets(times):
    one = b'<sheet xmlns:r="%b" name="B%d" sheetId="%d" r:id="rId1"/>'
    return b"".join(one % (LINKS, number, number) for number in range(2, times + 1))


def ods(row, times):
    book, whole = OpenDocumentSpreadsheet(), BytesIO()
    table = Table(name="Blad1")
    table.addElement(TableRow())
    book.spreadsheet.addElement(table)
    book.write(whole)
    changes = {"content.xml": (b"<table:table-row/>", b"<table:table-row>%b</table:table-row>" % row * times)}
    return SimpleUploadedFile("blad.ods", changed(whole, changes))


def changed(whole, changes):
    """The zip file `whole` with in each part that `changes` names one piece in the place of another."""
    stream = BytesIO()
    with ZipFile(whole) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            one, other = changes.get(name, (b"", b""))
            content = old.read(name)
            assert one in content, (name, content[-400:])
            new.writestr(name, content.replace(one, other, 1) if one else content)
    return stream.getvalue()


def sheet(upload):
    return read(upload, columns=["Naam", "Waarde"], required=["Naam"])


COSTLY = [
    (lambda: xlsx(ROW % (CELL * 1_300_000)), CELLS),  # 37 seconds once, of 43 kB
    (lambda: xlsx(b'<row r="1"><c><v>1</v></c></row>' * 500_000), CELLS),
    (lambda: xlsx(b"<row/>" * 600_000), CELLS),
    (lambda: xlsx(ROW % b'<c r="ZZZ1"><v>1</v></c>' * 1_000), CELLS),
    (lambda: xlsx(ROW % (CELL * 1_000) * 40, times=2), CELLS),
    (lambda: xlsx(b'<row r="99999999999"><c><v>1</v></c></row>'), "Dit bestand kunnen wij niet lezen."),
    (lambda: xlsx(styles=b"<xf/>" * 3_500_000), BESIDES),
    (lambda: xlsx(styles=b'<numFmt formatCode=""/>' * 1_001), BESIDES),
    (lambda: xlsx(after=b"<dataValidation/>" * 100_001), BESIDES),
    (lambda: xlsx(after=b"<mergeCell " * 1_500_000), BESIDES),
    (lambda: ods(b"<table:table-cell/>" * 100, 1_000), CELLS),
    (lambda: ods(b"<table:table-cell><text:p>" + b"<text:s/>" * 110_000 + b"</text:p></table:table-cell>", 1), BESIDES),
    (lambda: SimpleUploadedFile("a.csv", b"Naam" + b";" * 1_999_000), CELLS),
    (lambda: SimpleUploadedFile("a.csv", b"Naam" + b"\n" * 1_999_000), CELLS),
]


@pytest.mark.parametrize(("made", "said"), COSTLY, ids=range(len(COSTLY)))
def test_what_would_hold_a_worker_is_refused_at_once_with_what_to_do(made, said):
    upload = made()
    began = time.process_time()
    with pytest.raises(ValidationError) as refused:
        sheet(upload)
    assert said in refused.value.message
    assert time.process_time() - began < 3  # of the processor: a third of a second on a quiet machine


@pytest.mark.parametrize("other", [b'SYSTEM "file:///etc/hostname"', b'"woorden"'], ids=["file", "words"])
def test_a_sheet_in_which_something_stands_for_something_else_is_not_read(other):
    """So nothing outside the file is looked up, and a few words do not become a million."""
    declared = b"<!DOCTYPE sheet [<!ENTITY it %b>]>" % other
    in_xlsx = b'<c t="inlineStr"><is><t>%b</t></is></c>'
    in_ods = b'<table:table-cell office:value-type="string"><text:p>%b</text:p></table:table-cell>'
    rows = in_ods % b"Naam" + b"</table:table-row><table:table-row>" + in_ods % b"&it;"
    for upload, part, root in [
        (xlsx(ROW % (in_xlsx % b"Naam") + ROW % (in_xlsx % b"&it;")), "xl/worksheets/sheet1.xml", b"<worksheet"),
        (ods(rows, 1), "content.xml", b"<office:document-content"),
    ]:
        with pytest.raises(ValidationError, match="Dit bestand kunnen wij niet lezen"):
            sheet(SimpleUploadedFile(upload.name, changed(upload, {part: (root, declared + root)})))


def test_empty_cells_far_to_the_right_take_no_time_and_what_stands_behind_them_is_read():
    name = b'<table:table-cell office:value-type="string"><text:p>Naam</text:p></table:table-cell>'
    empty = b'<table:table-cell table:number-columns-repeated="1000"/>'
    began = time.process_time()
    assert sheet(ods(name + empty, 1)).columns == ["Naam"]
    beside = b'<table:table-cell table:number-columns-repeated="2"/>' + name.replace(b"Naam", b"Waarde") + empty
    with pytest.raises(ValidationError) as refused:
        sheet(ods(name + beside, 1))
    assert refused.value.messages == ["De kolom ‘zonder naam’ kennen wij niet."] * 2
    assert time.process_time() - began < 3


def test_a_hidden_column_is_told_once_however_often_the_file_says_it():
    columns = b"<cols>%b</cols>" % (b'<col min="2" max="16384" hidden="1"/>' * 5_000)
    text = b'<c t="inlineStr"><is><t>%b</t></is></c>'
    found = sheet(xlsx(ROW % (text % b"Naam" + text % b"Waarde"), after=columns))
    assert [(one.row, one.column) for one in found.problems] == [(1, "Waarde")]
