"""Import and export on the desk: every change is shown first, errors name row and column, and it is all or nothing."""

import re
from datetime import date
from decimal import Decimal
from functools import partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook, load_workbook
from pytest_django.asserts import assertContains

from partners.ground.sheets.importing import carry_out
from partners.models import Certainty, Licence, Partner, Population, Source
from partners.sheets import POPULATIONS as POPULATIONS_SHEET
from results.models import Correction, Funding, Measurement, Project
from tests.reading import words

MEASUREMENTS = "/beheer/results/measurement/"
POPULATIONS = "/beheer/partners/population/"
PROJECTS = "/beheer/results/project/"
FUNDINGS = "/beheer/results/funding/"
PARTNERS = "/beheer/partners/partner/"
SOURCES = "/beheer/partners/source/"
HEAD = ["Cijfer", "Peildatum", "Peildatum in woorden", "Waarde", "Bron"]
ROW = ["naar-werk", "2024-01-01", "1 januari 2024", "5000", "presentatie"]


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def as_csv(*rows):
    return SimpleUploadedFile("metingen.csv", "\n".join(";".join(row) for row in rows).encode())


def as_xlsx(*rows, change=None):
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    if change:
        change(book)
    stream = BytesIO()
    book.save(stream)
    return SimpleUploadedFile("metingen.xlsx", stream.getvalue())


def as_ods(*rows, formula=None, spanned=None, hidden=False, percentage=False):
    book = OpenDocumentSpreadsheet()
    style = Style(name="ta1", family="table")
    style.addElement(TableProperties(display="false" if hidden else "true"))
    book.automaticstyles.addElement(style)
    table = Table(name="Metingen", stylename="ta1")
    for number, row in enumerate(rows):
        line = TableRow()
        for place, text in enumerate(row):
            special = {"formula": formula} if formula and (number, place) == (1, 3) else {}
            special |= {"numbercolumnsspanned": 2} if spanned and (number, place) == (1, 3) else {}
            counted = {"valuetype": "percentage" if percentage else "float", "value": text}
            kind = counted if isinstance(text, int | float) else {"valuetype": "string"}
            cell = TableCell(**kind, **special)
            cell.addElement(P(text=str(text)))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    stream = BytesIO()
    book.write(stream)
    return SimpleUploadedFile("metingen.ods", stream.getvalue())


def text_of(response):
    return words(response.text).replace(" .", ".")


def problems_of(page):
    """The table of what is wrong, as (row, column, message)."""
    return re.findall(r'<th scope="row">(\d+)</th>\s*<td>([^<]+)</td>\s*<td>([^<]+)</td>', page.text)


def upload(desk, sheet, path=MEASUREMENTS):
    return desk.post(f"{path}importeren/", {"sheet": sheet})


def confirm(desk, preview, path=MEASUREMENTS):
    signed = re.search(r'name="signed" value="([^"]+)"', preview.text)[1]
    return desk.post(f"{path}importeren/", {"signed": signed})


@pytest.mark.parametrize("write", [as_csv, as_xlsx, as_ods])
def test_a_new_row_is_shown_first_and_kept_when_confirmed(desk, helped, write):
    preview = upload(desk, write(HEAD, ROW))
    said = text_of(preview)
    assert "1 nieuwe rij, 0 gewijzigde rijen. 0 rijen blijven gelijk." in said
    assert "Peildatum – 1 januari 2024" in said
    assert "<ins>5.000</ins>" in preview.text
    assert helped.measurements.count() == 3
    assert confirm(desk, preview).url == MEASUREMENTS
    added = helped.measurements.get(reference_on=date(2024, 1, 1))
    assert (added.value, added.reference_text, added.source.slug) == (Decimal(5000), "1 januari 2024", "presentatie")


def test_cells_with_numbers_and_dates_are_read_as_such(desk, helped):
    typed = ["naar-werk", date(2024, 1, 31), "31 januari 2024", 5000.5, "presentatie"]
    confirm(desk, upload(desk, as_xlsx(HEAD, typed)))
    assert helped.measurements.get(reference_on=date(2024, 1, 31)).value == Decimal("5000.5")


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("Waarde", "1,234.5", "Schrijf een komma voor decimalen"),
        ("Waarde", "1234.5", "Schrijf een komma voor decimalen"),
        ("Waarde", "veel", "Schrijf een komma voor decimalen"),
        ("Waarde", "", "Dit veld is verplicht."),
        ("Peildatum", "31-31-2024", "Schrijf de datum als 31-1-2024."),
        ("Peildatum", "2062-01-01", "1\N{NO-BREAK SPACE}januari\N{NO-BREAK SPACE}2062 is nog niet geweest."),
        ("Peildatum", "0202-01-01", "Deze datum ligt voor 1900."),
        ("Waarde", "21,8%", "Laat het procentteken weg: schrijf 21,8."),
        ("Waarde", "22 miljoen", "Laat het woord ‘miljoen’ weg en schrijf het hele getal."),
        ("Waarde", "veel", "‘veel’ is geen getal."),
        ("Cijfer", "bestaat\0-niet", "‘bestaat-niet’ kennen wij niet. Vul bij ‘Cijfer’ een kenmerk of een naam in"),
        ("Cijfer", "bestaat-niet", "‘bestaat-niet’ kennen wij niet. Vul bij ‘Cijfer’ een kenmerk of een naam in"),
        ("Bron", "bestaat-niet", "‘bestaat-niet’ kennen wij niet. Vul bij ‘Bron’ een kenmerk of een naam in"),
    ],
)
def test_an_error_names_its_row_and_column_and_nothing_is_kept(desk, helped, column, text, said):
    wrong = [text if name == column else cell for name, cell in zip(HEAD, ROW, strict=True)]
    page = upload(desk, as_csv(HEAD, ["naar-werk", "2024-06-01", "juni 2024", "5100", "presentatie"], wrong))
    [(row, name, message)] = problems_of(page)
    assert (row, name) == ("3", column)
    assert said in message
    assert 'name="signed"' not in page.text
    assert helped.measurements.count() == 3


def test_names_are_read_beside_the_addresses_on_the_site(desk, helped, deck):
    Source.objects.create(slug="presentatie-2", title="Een andere presentatie")
    named = ["inwoners NAAR werk", "2024-01-01", "2024", "5000", deck.title.upper()]
    confirm(desk, upload(desk, as_csv([name.upper() for name in HEAD], named)))
    assert helped.measurements.get(reference_on=date(2024, 1, 1)).source == deck


def test_a_name_that_is_of_two_asks_for_the_code(desk, helped):
    for slug in ("cbs-1", "cbs-2"):
        Source.objects.create(slug=slug, title="CBS")
    page = upload(desk, as_csv(HEAD, [*ROW[:4], "CBS"]))
    assert problems_of(page) == [("2", "Bron", "‘CBS’ kan 2 dingen zijn. Vul het kenmerk in: cbs-1, cbs-2.")]


def test_what_is_read_otherwise_than_it_looks_is_told_before_anything_counts(desk, helped):
    def rounded(book):
        book.active["D2"].number_format = "0.0"

    preview = upload(desk, as_xlsx(HEAD, [*ROW[:3], 5000.49, "presentatie"], change=rounded))
    assert "Cel D2 toont 5.000,5, erin staat 5000,49. Wij lezen wat u ziet: 5000,5." in preview.text
    assert helped.measurements.count() == 3
    confirm(desk, preview)
    assert helped.measurements.get(reference_on=date(2024, 1, 1)).value == Decimal("5000.5")


def test_partners_and_sources_come_in_too(desk, overijssel):
    sources = ["Kenmerk", "Titel", "Geraadpleegd op", "Licentie"]
    confirm(desk, upload(desk, as_csv(sources, ["cbs", "CBS", "28-11-2026", "cc-by-4.0"]), SOURCES), SOURCES)
    source = Source.objects.get(slug="cbs")
    assert (source.licence, source.consulted_on) == (Licence.CC_BY, date(2026, 11, 28))
    partners = ["Adres op de site", "Naam", "Soort", "Provincie", "CBS-code", "Bron"]
    row = ["dalfsen", "Dalfsen", "gemeente", "Overijssel", "GM0148", "cbs"]
    confirm(desk, upload(desk, as_csv(partners, row), PARTNERS), PARTNERS)
    dalfsen = Partner.objects.get(slug="dalfsen")
    assert (dalfsen.province, dalfsen.cbs_code, dalfsen.source) == (overijssel, "GM0148", source)
    assert dalfsen.tooi_uri is None
    again = upload(desk, as_csv(partners, ["dalfsen-2", "Dalfsen", "gemeente", "Overijssel", "", ""]), PARTNERS)
    assert problems_of(again) == [("2", "Naam", "Dit staat al bij een ander.")]
    lone = upload(desk, as_csv(partners, ["urk", "Urk", "gemeente", "", "", ""]), PARTNERS)
    assert problems_of(lone) == [
        ("2", "Provincie", "Kies bij een gemeente de provincie, en laat die bij een ander leeg.")
    ]


def test_the_list_of_sources_shows_the_code_that_a_sheet_names(desk, deck):
    assertContains(desk.get(SOURCES), '<td class="field-slug">presentatie</td>', html=True)


def test_dutch_thousands_and_decimals_are_read(desk, helped):
    confirm(desk, upload(desk, as_csv(HEAD, [*ROW[:3], "1.234,5", "presentatie"])))
    assert helped.measurements.get(reference_on=date(2024, 1, 1)).value == Decimal("1234.5")


def percentage(book):
    book.active["D2"].number_format = "0.0%"


@pytest.mark.parametrize(
    "sheet", [partial(as_xlsx, change=percentage), partial(as_ods, percentage=True)], ids=["xlsx", "ods"]
)
def test_a_cell_that_shows_a_percentage_is_read_as_it_is_shown(desk, growth, sheet):
    shown_as_4_1 = ["economische-groei", "2024-01-01", "2024", 0.041, "presentatie"]
    confirm(desk, upload(desk, sheet(HEAD, shown_as_4_1)))
    assert growth.measurements.get(reference_on=date(2024, 1, 1)).value == Decimal("4.1")


def test_every_error_of_a_row_is_told_at_once(desk, helped):
    page = upload(desk, as_csv(HEAD, ["naar-werk", "31-31-2024", "", "veel", "bestaat-niet"]))
    columns = ["Peildatum", "Peildatum in woorden", "Waarde", "Bron"]
    assert [(row, column) for row, column, _ in problems_of(page)] == [("2", column) for column in columns]


def test_a_value_in_the_wrong_unit_is_refused(desk, helped):
    page = upload(desk, as_csv([*HEAD, "Eenheid"], [*ROW, "euro"]))
    assert problems_of(page) == [("2", "Eenheid", "Dit cijfer telt in inwoners, niet in euro.")]


def test_a_value_a_thousand_times_too_large_is_refused(desk, helped):
    page = text_of(upload(desk, as_csv(HEAD, [*ROW[:3], "4500000", "presentatie"])))
    assert "De waarde is 1.000 keer zo groot als de vorige (4.500). Klopt de eenheid?" in page


@pytest.mark.parametrize(
    ("day", "count", "column", "said"),
    [
        ("2062-01-01", "134.000", "Peildatum", "1\N{NO-BREAK SPACE}januari\N{NO-BREAK SPACE}2062 is nog niet geweest."),
        ("2025-01-01", "0", "Inwoners", "Een inwonertal is meer dan 0."),
        ("2025-01-01", "134", "Inwoners", "Dit is 994 keer zo klein als het inwonertal dat er al staat (133.141)."),
        ("2025-01-01", "134.000.000", "Inwoners", "Dit is 1.006 keer zo groot als het inwonertal dat er al staat"),
    ],
)
def test_inhabitants_that_nobody_can_have_counted_are_refused(desk, zwolle, deck, day, count, column, said):
    Population.objects.create(partner=zwolle, reference_on=date(2024, 1, 1), count=133_141, source=deck)
    page = upload(
        desk, as_csv(["Partner", "Peildatum", "Inwoners", "Bron"], ["zwolle", day, count, "presentatie"]), POPULATIONS
    )
    [(_, name, message)] = problems_of(page)
    assert name == column
    assert message.startswith(said)
    assert Population.objects.count() == 1


@pytest.mark.parametrize(("column", "amount"), [("Toegezegd", "22,5"), ("Besteed", "999,99")])
def test_an_amount_in_millions_is_refused(desk, deal, deck, column, amount):
    head = ["Programma", "Van wie", column, "Datum", "Datum in woorden", "Bron"]
    row = ["regio-deal", "rijk", amount, "2021-01-01", "2021", "presentatie"]
    page = upload(desk, as_csv(head, row), FUNDINGS)
    said = "Dit is minder dan € 1.000. Vul hele euro’s in, niet duizenden of miljoenen."
    assert problems_of(page) == [("2", column, said)]
    # What came in by the form of the desk stays as it is.
    deal.fundings.create(
        **{"Toegezegd": {"committed": "22.5"}, "Besteed": {"spent": "999.99"}}[column],
        funder="rijk",
        reference_on=date(2021, 1, 1),
        reference_text="2021",
        source=deck,
    )
    assert "Het bestand verandert niets" in upload(desk, as_csv(head, row), FUNDINGS).text


def test_an_address_with_a_space_is_refused_in_plain_words(desk, deal, deck):
    head = ["Adres op de site", "Naam", "Programma", "Hoort bij het programma", "Bron"]
    page = upload(desk, as_csv(head, ["nieuw project", "Nieuw", "regio-deal", "bevestigd", "presentatie"]), PROJECTS)
    assert "Gebruik alleen letters, cijfers en streepjes, zonder spaties of accenten." in page.text


def test_a_period_that_stands_there_twice_is_refused(desk, helped):
    page = upload(desk, as_csv(HEAD, ROW, ROW))
    assert "Deze rij staat er twee keer in, ook op rij 2." in page.text


def test_a_value_that_was_there_changes_only_with_a_reason_and_stays_on_the_list(desk, helped):
    known = ["naar-werk", "2021-06-24", "24 juni 2021", "1850", "presentatie"]
    page = upload(desk, as_csv(HEAD, known))
    assert "<td>Reden van de correctie</td>" in page.text
    preview = upload(desk, as_csv([*HEAD, "Reden van de correctie"], [*known, "Typefout in de bron."]))
    assert "<del>1.800</del>" in preview.text
    assert "<ins>Typefout in de bron.</ins>" in preview.text
    assert Correction.objects.count() == 0
    confirm(desk, preview)
    correction = Correction.objects.get()
    assert (correction.old_text, correction.new_text) == ("ruim 1.800", "ruim 1.850")
    assert correction.reason == "Typefout in de bron."
    assert correction.measurement.certainty == Certainty.CORRECTED


def test_a_space_that_keeps_a_date_together_is_no_change(desk, helped):
    helped.measurements.filter(reference_on=date(2021, 6, 24)).update(
        reference_text="24\N{NO-BREAK SPACE}juni\N{NO-BREAK SPACE}2021"
    )
    page = upload(desk, as_csv(HEAD, ["naar-werk", "2021-06-24", "24 juni 2021", "1800", "presentatie"]))
    assert "Het bestand verandert niets" in page.text


def test_what_changed_since_the_preview_is_shown_again(desk, helped):
    preview = upload(desk, as_csv(HEAD, ["naar-werk", "2021-06-24", "juni 2021", "1800", "presentatie"]))
    helped.measurements.filter(reference_on=date(2021, 6, 24)).update(reference_text="zomer 2021")
    page = confirm(desk, preview)
    assert "Intussen is er iets veranderd in de portal." in page.text
    assert helped.measurements.get(reference_on=date(2021, 6, 24)).reference_text == "zomer 2021"


def test_what_was_tampered_with_is_refused(desk, helped):
    assert desk.post(f"{MEASUREMENTS}importeren/", {"signed": "x:y:z"}).status_code == 400


def formula(book):
    book.active["D2"] = "=1+1"


def merged(book):
    book.active.merge_cells("A2:B2")


def rezipped(sheet, change):
    """The same file, with its content.xml changed."""
    stream = BytesIO()
    with ZipFile(sheet) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == "content.xml" else content)
    return SimpleUploadedFile(sheet.name, stream.getvalue())


def with_cell(attributes):
    return lambda content: content.replace(
        b'office:value-type="string"><text:p>5000', attributes.encode() + b"><text:p>5000"
    )


def damaged(sheet, part):
    """The same file, with some bytes of `part` turned over; its directory is whole."""
    content = bytearray(sheet.read())
    start = content.index(part) + 40
    for place in range(start, start + 50):
        content[place] ^= 0x55
    return SimpleUploadedFile(sheet.name, bytes(content))


def with_password(sheet):
    """The same file, marked as encrypted the way that zip does."""
    marked = sheet.read()
    for header, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        pieces = marked.split(header)
        pieces[1:] = [piece[: place - 4] + b"\1" + piece[place - 3 :] for piece in pieces[1:]]
        marked = header.join(pieces)
    return SimpleUploadedFile(sheet.name, marked)


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (as_xlsx(HEAD, ROW, change=formula), "In cel D2 staat een formule"),
        (as_xlsx(HEAD, ROW, change=merged), "cel A2 is samengevoegd"),
        (as_ods(HEAD, ROW, formula="of:=1+1"), "In cel D2 staat een formule"),
        (as_ods(HEAD, ROW, spanned=True), "cel D2 is samengevoegd"),
        (as_ods(HEAD, ROW, hidden=True), "Het blad ‘Metingen’ is verborgen."),
        (as_csv(HEAD, [*ROW[:3], "=1+1", "x"]), "In cel D2 staat een formule"),
        (as_csv(HEAD, *[ROW] * 1_001), "heeft meer dan 1.000 rijen"),
        (as_xlsx(HEAD, *[ROW] * 1_001), "heeft meer dan 1.000 rijen"),
        (as_ods(HEAD, *[ROW] * 1_001), "heeft meer dan 1.000 rijen"),
        (as_csv(["Naam"], ["x"]), "Geen blad heeft een eerste rij met deze kolommen: Cijfer, Peildatum, Bron."),
        (as_csv([*HEAD, "Kleur"], [*ROW, "rood"]), "De kolom ‘Kleur’ kennen wij niet."),
        (as_csv([*HEAD, "Bron"], [*ROW, "x"]), "De kolom ‘Bron’ staat er twee keer."),
        (SimpleUploadedFile("a.xlsx", b"geen zip"), "Dit bestand kunnen wij niet lezen."),
        (SimpleUploadedFile("a.ods", b"geen zip"), "Dit bestand kunnen wij niet lezen."),
        (damaged(as_xlsx(HEAD, ROW), b"xl/worksheets/sheet1.xml"), "Misschien is het beschadigd"),
        (damaged(as_ods(HEAD, ROW), b"content.xml"), "Misschien is het beschadigd"),
        (with_password(as_xlsx(HEAD, ROW)), "of heeft het een wachtwoord."),
        (with_password(as_ods(HEAD, ROW)), "of heeft het een wachtwoord."),
        (rezipped(as_ods(HEAD, ROW), lambda content: content[:-40]), "Dit bestand kunnen wij niet lezen."),
        (
            rezipped(as_ods(HEAD, ROW), with_cell('office:value-type="float" office:value="veel"')),
            "Dit bestand kunnen wij niet lezen.",
        ),
        (
            rezipped(as_ods(HEAD, ROW), with_cell('table:number-columns-repeated="999999999"')),
            "heeft meer dan 60 kolommen.",
        ),
        (SimpleUploadedFile("a.pdf", b"%PDF"), "Kies een bestand in xlsx, ods of csv."),
        (SimpleUploadedFile("a.csv", b"x" * 2_000_001), "Het bestand is te groot."),
        (SimpleUploadedFile("a.csv", b""), "Dit bestand is leeg."),
    ],
)
def test_a_file_that_cannot_be_read_with_certainty_is_refused(desk, helped, sheet, said):
    sheet.seek(0)
    assertContains(upload(desk, sheet), said)
    assert helped.measurements.count() == 3


def test_a_small_file_that_unpacks_to_a_huge_sheet_is_refused_before_it_is_read(desk, helped):
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 20_000_001)
    page = upload(desk, SimpleUploadedFile("bom.xlsx", stream.getvalue()))
    assert "heeft meer dan 1.000 rijen" in page.text


@pytest.mark.parametrize("form", ["xlsx", "ods", "csv"])
@pytest.mark.parametrize(
    ("path", "model"),
    [
        (MEASUREMENTS, Measurement),
        (POPULATIONS, Population),
        (PROJECTS, Project),
        (FUNDINGS, Funding),
        (PARTNERS, Partner),
        (SOURCES, Source),
    ],
)
def test_an_export_can_be_imported_again_and_changes_nothing(desk, growth, deal, zwolle, deck, form, path, model):
    Population.objects.create(partner=zwolle, reference_on=date(2024, 1, 1), count=133_141, source=deck)
    deal.fundings.create(
        funder="rijk", committed="22500000.5", reference_on=date(2020, 1, 1), reference_text="2020", source=deck
    )
    rows = model.objects.count()
    assert rows
    export = desk.get(f"{path}exporteren/{form}/")
    assert export.headers["Content-Disposition"].endswith(f'.{form}"')
    page = upload(desk, SimpleUploadedFile(f"uit.{form}", export.content), path)
    assert "Het bestand verandert niets" in page.text, text_of(page)
    assert model.objects.count() == rows


def test_an_export_holds_what_the_list_shows(desk, growth, helped):
    export = desk.get(f"{MEASUREMENTS}exporteren/xlsx/", {"indicator__nature__exact": "bereikt"})
    sheet = load_workbook(BytesIO(export.content))["Metingen"]
    assert {row[0] for row in sheet.iter_rows(min_row=2, values_only=True)} == {"naar-werk"}


def test_only_the_secretariat_imports(client, councillor, helped):
    client.force_login(councillor)
    assert client.get(f"{MEASUREMENTS}importeren/").url.startswith("/beheer/login/")


def test_the_list_leads_to_import_and_export_with_its_filters(desk, helped):
    chosen = "?indicator__nature__exact=bereikt"
    page = desk.get(f"{MEASUREMENTS}{chosen}").text
    assert f'href="{MEASUREMENTS}importeren/{chosen}"' in page
    assert f'href="{MEASUREMENTS}exporteren/ods/{chosen}"' in desk.get(f"{MEASUREMENTS}importeren/{chosen}").text


@pytest.mark.parametrize("count", [1, 21])
def test_a_row_costs_a_handful_of_queries(desk, helped, count, django_assert_num_queries):
    rows = [["naar-werk", f"2024-01-{day:02}", "januari 2024", "5000", "presentatie"] for day in range(1, count + 1)]
    # Of the fixed ones one counts how often this visitor sends, one asks what was typed here, one whether a figure asks
    # two people, and one logs it.
    with django_assert_num_queries(16 + 5 * count):
        upload(desk, as_csv(HEAD, *rows))


def test_what_the_database_refuses_is_told_in_its_own_words(desk, deal, deck):
    head = ["Programma", "Van wie", "Toegezegd", "Datum", "Datum in woorden", "Bron"]
    deal.fundings.create(funder="rijk", committed=5, reference_on=date(2020, 1, 1), reference_text="2020", source=deck)
    page = upload(desk, as_csv(head, ["regio-deal", "rijk", "6000", "2021-01-01", "2021", "presentatie"]), FUNDINGS)
    assert problems_of(page) == [("2", "de hele rij", "Van deze bron telt er in dit jaar al een bedrag mee.")]


def test_rows_with_a_problem_are_never_kept_whatever_the_caller_wants(zwolle, deck):
    good = {"Partner": "zwolle", "Peildatum": "2024-01-01", "Inwoners": "133141", "Bron": "presentatie"}
    result, is_kept = carry_out(
        POPULATIONS_SHEET, [(2, good), (3, good | {"Partner": "urk"})], keep=lambda result: True
    )
    assert ([problem.row for problem in result.problems], is_kept) == ([3], False)
    assert Population.objects.count() == 0
