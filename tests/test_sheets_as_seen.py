"""A sheet is read as its user sees it: what is hidden, rounded, scaled, broken or loose is told by row and column."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import P
from openpyxl import Workbook
from openpyxl.styles import Font

from partners.ground.sheets.reading import read
from partners.ground.sheets.xlsx import format_of

COLUMNS = ["Naam", "Waarde", "Dag", "Opmerking"]
HEAD = ["Naam", "Waarde"]


def xlsx(*rows, change=None):
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    if change:
        change(book)
    stream = BytesIO()
    book.save(stream)
    return SimpleUploadedFile("blad.xlsx", stream.getvalue())


def ods(*rows, columns=(), visibility=None):
    """Rows of texts, or of (attributes of the cell, what it shows); `visibility` is that of the second row."""
    book = OpenDocumentSpreadsheet()
    table = Table(name="Blad1")
    for column in columns:
        table.addElement(TableColumn(visibility=column))
    for number, row in enumerate(rows):
        line = TableRow(visibility=visibility if number == 1 and visibility else "visible")
        for cell in row:
            attributes, shown = ({"valuetype": "string"}, cell) if isinstance(cell, str) else cell
            node = TableCell(**attributes)
            node.addElement(P(text=shown))
            line.addElement(node)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    stream = BytesIO()
    book.write(stream)
    return SimpleUploadedFile("blad.ods", stream.getvalue())


def text(content, *, name="blad.csv", encoding="utf-8"):
    return SimpleUploadedFile(name, content.encode(encoding))


def sheet(upload):
    return read(upload, columns=COLUMNS, required=["Naam"])


def values(upload, column="Waarde"):
    found = sheet(upload)
    assert found.problems == []
    return [texts[column] for _, texts in found.rows]


def problems(upload):
    return [(remark.row, remark.column, remark.message) for remark in sheet(upload).problems]


def notes(upload):
    return [(remark.row, remark.column, remark.message) for remark in sheet(upload).notes]


def shown_as(value, code):
    """A file with one number, shown with the format `code`."""

    def change(book):
        book.active["B2"].number_format = code

    return xlsx(HEAD, ["a", value], change=change)


@pytest.mark.parametrize(
    ("value", "code", "read_as", "note"),
    [
        (10.8, '0.0"%"', "10,8", "Cel B2 toont 10,8%. Wij lezen het getal 10,8."),
        (0.035, "0.0%", "3,5", ""),
        (0.0354, "0.0%", "3,5", "Cel B2 toont 3,5%, erin staat 3,54. Wij lezen wat u ziet: 3,5."),
        (7.000000000000001, "General", "7", ""),
        (7.000000000000001, "0", "7", ""),
        (0.1 + 0.2, "General", "0,3", ""),
        (12.3456, "0.00", "12,35", "Cel B2 toont 12,35, erin staat 12,3456. Wij lezen wat u ziet: 12,35."),
        (2.5, "0", "3", "Cel B2 toont 3, erin staat 2,5. Wij lezen wat u ziet: 3."),
        (1234.5, '"€" #,##0.00', "1234,5", ""),
        (1234.5, "[$€-413] #,##0.00", "1234,5", ""),
        (-5, "#,##0;[Red]-#,##0", "-5", ""),
        (0, '_ "€"* #,##0.00_ ;_ "€"* \\-#,##0.00_ ;_ "€"* "-"??_ ;_ @_ ', "0", ""),
        (4500, '#,##0" inwoners"', "4500", ""),
    ],
)
def test_a_number_is_read_as_its_cell_shows_it(value, code, read_as, note):
    assert values(shown_as(value, code)) == [read_as]
    assert notes(shown_as(value, code)) == ([(2, "Waarde", note)] if note else [])


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [
        (4500000, "#,##0,", "Cel B2 toont iets anders dan erin staat: te zien is ‘4.500’, erin staat 4500000."),
        (22, '0" miljoen"', "Cel B2 toont iets anders dan erin staat: te zien is ‘22 miljoen’, erin staat 22."),
        (5, ";;;", "De opmaak van cel B2 laat het getal (5) niet zien zoals het is."),
        (0.5, "# ?/?", "De opmaak van cel B2 laat het getal (0,5) niet zien zoals het is."),
        (123456, "0.00E+00", "De opmaak van cel B2 laat het getal (123456) niet zien zoals het is."),
        (5, '[>4]"veel";0', "De opmaak van cel B2 laat het getal (5) niet zien zoals het is."),
    ],
)
def test_a_cell_that_shows_another_number_than_it_holds_is_refused(value, code, said):
    [(row, column, message)] = problems(shown_as(value, code))
    assert (row, column) == (2, "Waarde")
    assert message.startswith(said)


def test_a_format_says_what_stands_around_a_number_and_which_part_of_it_is_for_which_number():
    assert format_of("0.00", Decimal(1))[:3] == (2, 1, 0)
    assert format_of('#,##0.0,," mln"', Decimal(1)) == (1, 1, 2, "", " mln")
    assert format_of("0.0%;-0.000%", Decimal(-1))[:2] == (3, 100)
    assert format_of("General", Decimal(1)).decimals is None


def test_a_date_of_which_not_all_is_shown_is_told():
    def change(book):
        book.active["B2"].number_format = "mmm-yy"
        book.active["B3"].number_format = "d-m-yyyy"

    file = xlsx(["Naam", "Dag"], ["a", datetime(2024, 1, 15)], ["b", datetime(2024, 1, 16)], change=change)
    assert notes(file) == [(2, "Dag", "Cel B2 toont niet de hele datum. Wij lezen 15-1-2024.")]
    file.seek(0)
    assert values(file, "Dag") == ["2024-01-15", "2024-01-16"]


@pytest.mark.parametrize(
    ("attributes", "shown", "read_as", "note"),
    [
        ({"valuetype": "float", "value": "10.8"}, "10,8%", "10,8", "Cel B2 toont 10,8%. Wij lezen het getal 10,8."),
        ({"valuetype": "percentage", "value": "0.035"}, "3,5%", "3,5", ""),
        ({"valuetype": "float", "value": "7.000000000000001"}, "7", "7", ""),
        (
            {"valuetype": "float", "value": "12.3456"},
            "12,35",
            "12,35",
            "Cel B2 toont 12,35, erin staat 12,3456. Wij lezen wat u ziet: 12,35.",
        ),
        ({"valuetype": "currency", "value": "1234.5"}, "€ 1.234,50", "1234,5", ""),
        ({"valuetype": "boolean", "booleanvalue": "true"}, "WAAR", "ja", ""),
        ({"valuetype": "date", "datevalue": "2024-01-15"}, "15-01-24", "2024-01-15", ""),
        (
            {"valuetype": "date", "datevalue": "2024-01-15"},
            "jan 24",
            "2024-01-15",
            "Cel B2 toont niet de hele datum. Wij lezen 15-1-2024.",
        ),
    ],
)
def test_a_cell_of_an_ods_is_read_as_it_is_shown(attributes, shown, read_as, note):
    assert values(ods(HEAD, ["a", (attributes, shown)])) == [read_as]
    assert notes(ods(HEAD, ["a", (attributes, shown)])) == ([(2, "Waarde", note)] if note else [])


def test_an_ods_that_shows_another_number_than_it_holds_is_refused():
    [(row, column, message)] = problems(ods(HEAD, ["a", ({"valuetype": "float", "value": "4500000"}, "4.500")]))
    assert (row, column) == (2, "Waarde")
    assert message.startswith("Cel B2 toont iets anders dan erin staat: te zien is ‘4.500’, erin staat 4500000.")


def test_what_somebody_remarked_at_a_cell_is_no_part_of_it():
    book = OpenDocumentSpreadsheet()
    table = Table(name="Blad1")
    for cells in (HEAD, ["a", "5"]):
        line = TableRow()
        for cell in cells:
            node = TableCell(valuetype="string")
            remark = Annotation()
            remark.addElement(P(text="Klopt dit?"))
            node.addElement(remark)
            node.addElement(P(text=cell))
            line.addElement(node)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    stream = BytesIO()
    book.write(stream)
    assert values(SimpleUploadedFile("blad.ods", stream.getvalue())) == ["5"]


HIDDEN_ROW = "Deze rij is verborgen, bijvoorbeeld door een filter. Maak die zichtbaar of haal die weg."
HIDDEN_COLUMN = "Deze kolom is verborgen. Maak die zichtbaar of haal die weg."


def hide_row(book):
    book.active.auto_filter.ref = "A1:B3"
    book.active.row_dimensions[3].hidden = True


def hide_column(book):
    book.active.column_dimensions["B"].hidden = True


def test_a_hidden_row_or_column_is_refused_by_its_name():
    rows = (HEAD, ["a", 1], ["b", 2])
    assert problems(xlsx(*rows, change=hide_row)) == [(3, "", HIDDEN_ROW)]
    assert problems(xlsx(*rows, change=hide_column)) == [(1, "Waarde", HIDDEN_COLUMN)]
    texts = (HEAD, ["a", "1"], ["b", "2"])
    assert problems(ods(*texts, visibility="filter")) == [(2, "", HIDDEN_ROW)]
    assert problems(ods(*texts, columns=["visible", "collapse"])) == [(1, "Waarde", HIDDEN_COLUMN)]


def test_a_hidden_sheet_is_not_read_and_that_is_told():
    def add(book):
        other = book.create_sheet("Vorig jaar")
        other.append(HEAD)
        other.append(["oud", 9])
        other.sheet_state = "hidden"
        book.create_sheet("Lijsten").sheet_state = "hidden"

    assert values(xlsx(HEAD, ["a", 1], change=add)) == ["1"]
    assert notes(xlsx(HEAD, ["a", 1], change=add)) == [
        (1, "blad ‘Vorig jaar’", "Dit blad is verborgen. Wij lezen het niet.")
    ]


def test_a_sheet_that_is_itself_hidden_is_refused():
    def hide(book):
        book.create_sheet("Ander")
        book.worksheets[0].sheet_state = "hidden"

    with pytest.raises(ValidationError, match="is verborgen. Maak het zichtbaar"):
        sheet(xlsx(HEAD, ["a", 1], change=hide))


def test_rows_and_columns_with_only_a_look_do_not_count():
    def colour(book):
        for row in range(3, 1_600):
            book.active.cell(row, 1).font = Font(bold=True)
        book.active.cell(2, 90).font = Font(bold=True)

    assert values(xlsx(HEAD, ["a", 1], change=colour)) == ["1"]


@pytest.mark.parametrize(
    "upload",
    [
        lambda: text("Naam;Opmerking\na;Eerste deel; tweede deel\n"),
        lambda: xlsx(["Naam", "Opmerking"], ["a", "Eerste deel", "tweede deel"]),
        lambda: ods(["Naam", "Opmerking"], ["a", "Eerste deel", "tweede deel"]),
    ],
    ids=["csv", "xlsx", "ods"],
)
def test_a_cell_below_no_name_is_refused_with_its_row_and_column(upload):
    [(row, column, message)] = problems(upload())
    assert (row, column) == (2, "C")
    assert message.startswith("Hier staat ‘tweede deel’, maar deze kolom heeft geen naam in de eerste rij.")


@pytest.mark.parametrize("error", ["#VERW!", "#REF!", "#N/B", "#DEEL/0!", "#WAARDE!", "#NAAM?", "Err:502"])
def test_an_error_of_a_spreadsheet_is_no_text(error):
    said = f"In cel B2 staat de fout {error}. Zet er de waarde neer, of maak de cel leeg."
    assert problems(text(f"Naam;Opmerking\na;{error}\n")) == [(2, "Opmerking", said)]
    assert problems(ods(["Naam", "Opmerking"], ["a", error])) == [(2, "Opmerking", said)]
    assert problems(xlsx(["Naam", "Opmerking"], ["a", error])) == [(2, "Opmerking", said)]


def test_a_formula_is_refused_by_row_and_column():
    said = [(2, "Waarde", "In cel B2 staat een formule. Zet er de waarde neer.")]
    assert problems(xlsx(HEAD, ["a", "=1+1"])) == said
    assert problems(text("Naam;Waarde\na;=1+1\n")) == said
    assert problems(ods(HEAD, ["a", ({"valuetype": "float", "value": "2", "formula": "of:=1+1"}, "2")])) == said


def test_a_merged_title_on_another_sheet_is_in_nobodys_way():
    def add(book):
        title = book.create_sheet("Toelichting", 0)
        title["A1"] = "Toelichting bij dit bestand"
        title.merge_cells("A1:D1")

    assert values(xlsx(HEAD, ["a", 1], change=add)) == ["1"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252", "utf-32"])
@pytest.mark.parametrize("name", ["blad.csv", "blad.txt"])
def test_text_is_read_in_whatever_way_excel_wrote_it(encoding, name):
    assert values(text("Naam\tOpmerking\nZoë\tgeïnvesteerd\n", name=name, encoding=encoding), "Opmerking") == [
        "geïnvesteerd"
    ]


def test_what_excel_says_of_the_separator_is_heeded():
    assert values(text("sep=|\nNaam|Opmerking\na|b;c\n"), "Opmerking") == ["b;c"]


def test_signs_that_cannot_be_read_are_refused_and_not_replaced():
    with pytest.raises(ValidationError, match="Sommige tekens in dit bestand kunnen wij niet lezen"):
        sheet(SimpleUploadedFile("blad.csv", b"Naam;Opmerking\na;\x81\n"))


def test_the_names_of_columns_are_known_whatever_their_capitals_and_spaces():
    assert values(text("naam; WAARDE \na;5\n")) == ["5"]
    assert values(xlsx(["NAAM", "Waarde\u00a0"], ["a", 5])) == ["5"]


def test_a_day_typed_as_such_is_a_day():
    assert values(xlsx(["Naam", "Dag"], ["a", date(2024, 1, 31)]), "Dag") == ["2024-01-31"]
