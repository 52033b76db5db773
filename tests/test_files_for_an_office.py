"""Files as a Dutch office opens them: numbers are numbers, dates are dates, and a part of a sum never looks whole."""

import csv
import json
import re
import shutil
import subprocess
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from django.conf import settings
from odf import number, style, table, text
from odf.opendocument import load as read_odf
from openpyxl import load_workbook

from agenda.models import Participation
from partners.ground.documents import Column, Document, Table, ods, xlsx
from partners.ground.documents.interchange import csv as as_csv
from partners.ground.documents.interchange import json as as_json
from partners.models import Population
from results.models import Tariff

PAGE = "/resultaten/bijdragen/2024-2028/download"
NUMBER = re.compile(r"-?\d+(,\d+)?")


@pytest.fixture
def contributing(version, line, zwolle, dalfsen, deck):
    """Zwolle and Dalfsen pay € 1,125 per inhabitant in 2024 only; how many live in Dalfsen is not known."""
    Tariff.objects.create(
        element=line, year=2024, amount=Decimal("1.125"), inhabitants_on=date(2024, 1, 1), source=deck
    )
    Population.objects.create(partner=zwolle, reference_on=date(2024, 1, 1), count=133_141, source=deck)
    for partner in (zwolle, dalfsen):
        Participation.objects.create(partner=partner, element=line, source=deck)


def cells_of(answer):
    header, *rows = csv.reader(answer.content.decode("utf-8-sig").splitlines(), delimiter=";")
    return [dict(zip(header, row, strict=True)) for row in rows]


def row_of(answer, name, year):
    return next(row for row in cells_of(answer) if (row["Partner"], row["Jaar"]) == (name, year))


def test_the_numbers_of_a_csv_have_a_comma_and_nothing_else(client, contributing):
    answer = client.get(f"{PAGE}/csv/")
    assert answer.content.startswith("\ufeff".encode())
    row = row_of(answer, "Zwolle", "2024")
    assert (row["Tarief per inwoner"], row["Inwoners"], row["Bijdrage"]) == ("1,125", "133141", "149783,63")
    assert row["Peildatum inwoners"] == "2024-01-01"
    for row in cells_of(answer):
        for column in ("Jaar", "Tarief per inwoner", "Inwoners", "Bijdrage"):
            assert row[column] == "" or NUMBER.fullmatch(row[column])


def test_every_kind_of_cell_is_what_a_dutch_spreadsheet_takes_it_for():
    columns = [Column("A", "number"), Column("B", "euro"), Column("C", "year"), Column("D"), Column("E", "date")]
    table = Table("T", columns, [(Decimal("-4500.50"), Decimal("1.1250"), 2024, True, date(2024, 1, 31))])
    assert as_csv(table).decode("utf-8-sig").splitlines()[1] == "-4500,5;1,125;2024;ja;2024-01-31"
    content = json.loads(as_json(Document("T", data=[table])))
    assert content["tabellen"][0]["rijen"] == [{"a": -4500.5, "b": 1.125, "c": 2024, "d": True, "e": "2024-01-31"}]
    kinds = ["getal", "bedrag in euro", "jaar", "tekst", "datum"]
    assert [column["soort"] for column in content["tabellen"][0]["kolommen"]] == kinds


def test_a_table_holds_no_spaces_that_only_a_page_is_set_with_and_one_word_for_unknown():
    table = Table("T", [Column("A"), Column("B")], [("21\N{NO-BREAK SPACE}juni\N{NO-BREAK SPACE}2026", "")])
    assert as_csv(table).decode("utf-8-sig").splitlines()[1] == "21 juni 2026;"
    assert json.loads(as_json(Document("T", data=[table])))["tabellen"][0]["rijen"] == [
        {"a": "21 juni 2026", "b": None}
    ]
    sheet = load_workbook(BytesIO(xlsx(Document("T", data=[table]))))["T"]
    assert sheet["A2"].value == "21 juni 2026"


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods", "json"])
@pytest.mark.parametrize(
    "address",
    [
        "/resultaten/cijfers/naar-werk/download",
        "/resultaten/projecten/download",
        "/resultaten/programmas/regio-deal/download",
        PAGE,
    ],
)
def test_every_table_comes_in_all_forms_with_its_day_and_what_may_be_done_with_it(
    client, contributing, helped, deal, address, form
):
    answer = client.get(f"{address}/{form}/")
    assert answer.status_code == 200
    if form == "json":
        content = answer.json()
        assert content["datum"].startswith("20")
        assert content["uitgever"] == "Regio Zwolle"
        assert content["gebruik"].startswith("Wat er met dit bestand mag, is nog niet vastgelegd.")
    if form == "xlsx":
        book = load_workbook(BytesIO(answer.content))
        assert {"Datum", "Uitgever", "Gebruik", "Herkomst"} <= {row[0].value for row in book["Over dit bestand"].rows}


def test_a_year_has_no_dot_and_an_amount_all_its_decimals():
    table = Table("T", [Column("A", "year"), Column("B", "euro")], [(2024, Decimal("1.125"))])
    sheet = load_workbook(BytesIO(xlsx(Document("T", data=[table]))))["T"]
    assert (sheet["A2"].number_format, sheet["B2"].number_format) == ("0", '"€" #,##0.00##')


OURS, THEIRS = f"{settings.SITE_URL}/agenda/", "https://example.org/"
SHEET = Table(
    "Punten",
    [Column("Adres"), Column("Elders"), Column("Tekst"), Column("Op", "date"), *map(Column, "ABCD")],
    [
        (
            OURS,
            THEIRS,
            "Een lange zin. " * 20,
            datetime(2026, 6, 21, 10, 5, tzinfo=UTC),
            *["Een zin van dertig tekens."] * 4,
        )
    ],
)


def test_an_xlsx_can_be_filtered_clicked_and_printed():
    sheet = load_workbook(BytesIO(xlsx(Document("T", data=[SHEET], example=True))))["Punten"]
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:H2", "A2")
    # A link of somebody else is text: whoever opens the file decides what to do with it.
    assert (sheet["A2"].hyperlink.target, sheet["B2"].hyperlink) == (OURS, None)
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (2, 0)
    assert sheet.oddFooter.center.text == "&P van &N"
    widths = [round(sheet.column_dimensions[name].width) for name in "BCDE"]
    assert widths == [25, 41, 19, 32]
    assert sheet.row_dimensions[2].height == 135


def test_an_ods_can_be_filtered_clicked_and_printed_as_the_xlsx():
    file = read_odf(BytesIO(ods(Document("T", data=[SHEET], example=True))))
    [found] = file.getElementsByType(table.DatabaseRange)
    assert found.getAttribute("targetrangeaddress") == "'Punten'.A1:'Punten'.H2"
    assert [link.getAttribute("href") for link in file.getElementsByType(text.A)] == [OURS]
    sheet = file.getElementsByType(table.Table)[1]
    columns = [one.getAttribute("stylename") for one in sheet.getElementsByType(table.TableColumn)]
    assert columns[1:5] == ["column-24", "column-40", "column-18", "column-31"]
    row = sheet.getElementsByType(table.TableRow)[1]
    assert [row.getAttribute("stylename"), row.childNodes[2].getAttribute("stylename")] == ["row-135", "text"]
    # The time on the clock here, shown as a time.
    moment = row.childNodes[3]
    assert (moment.getAttribute("datevalue"), moment.getAttribute("stylename")) == ("2026-06-21T12:05:00", "moment")
    assert len(file.getElementsByType(number.Hours)) == 1
    assert {one.getAttribute("wrapoption") for one in file.getElementsByType(style.TableCellProperties)} == {"wrap"}
    pages = {one.getAttribute("name"): one for one in file.getElementsByType(style.MasterPage)}
    assert str(pages["page-2"].getElementsByType(style.Header)[0]) == "Voorbeeld"
    assert len(pages["page-2"].getElementsByType(text.PageNumber)) == 1
    assert sheet.getAttribute("stylename") == "sheet-2"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_libreoffice_in_dutch_reads_the_numbers_as_numbers(tmp_path, form):
    columns = [Column("A", "number"), Column("B", "euro"), Column("C", "number"), Column("D", "year")]
    table = Table("T", columns, [(Decimal("4500.5"), Decimal("1.125"), Decimal("-22539.38"), 2024)])
    write = {"csv": lambda document: as_csv(document.tables[0]), "xlsx": xlsx, "ods": ods}[form]
    file = tmp_path / f"bestand.{form}"
    file.write_bytes(write(Document("T", data=[table])))
    # Semicolons, UTF-8, in Dutch (1043), numbers recognised; and of a spreadsheet its second sheet.
    options = ["--infilter=CSV:59,34,76,1,,1043,false,true"] if form == "csv" else []
    sheet = "" if form == "csv" else ",false,false,false,2"
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", *options, "--convert-to"]
        + [f"csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,false{sheet}", "--outdir", tmp_path / "uit", file],
        check=True,
        timeout=120,
        capture_output=True,
    )
    [read] = (tmp_path / "uit").iterdir()
    _, values = csv.reader(read.read_text().splitlines(), delimiter=";")
    assert values == ["4500.5", "1.125", "-22539.38", "2024"]
