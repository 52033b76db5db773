"""Open data: which columns every file has, what is in it and what never is."""

import csv
import json
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from partners.models import Licence, Partner, PartnerKind, Source
from regiozwolle.open_data.datasets import DATASETS
from regiozwolle.open_data.views import MOST_ROWS
from results.models import Indicator, IndicatorNature, Measurement

# The programs of others read these names: one that is here stays, in its place; a new one comes at the end.
COLUMNS = {
    "partners": "adres naam soort in_provincie cbs tooi site bron bron_licentie bron_gelezen_op "
    "bron_gelezen pagina deed_mee_tot opgegaan_in sleutel oin_nummer almanak_nummer korte_naam begroting",
    "inwoners": "partner_naam partner_cbs peildatum inwoners zekerheid bron bron_adres bron_licentie "
    "bron_gelezen_op bron_gelezen sleutel",
    "organen": "naam soort partner_adres partner_cbs site aanlevertermijn_in_dagen bron bron_adres pagina sleutel",
    "vergaderingen": "orgaan partner partner_cbs datum tijd aanleveren_tot_en_met aanlevertermijn_in_dagen "
    "vervalt opmerking bron bron_adres bron_licentie bron_gelezen_op bron_gelezen "
    "deed_mee_tot opgegaan_in sleutel",
    "recessen": "orgaan partner partner_cbs naam van tot_en_met bron bron_adres bron_licentie "
    "bron_gelezen_op bron_gelezen deed_mee_tot opgegaan_in sleutel",
    "versies": "agenda_adres titel versie stand datum op_de_site_vanaf opmerking bron bron_adres "
    "bron_licentie bron_gelezen_op bron_gelezen pagina sleutel",
    "agenda": "agenda versie status datum code soort nummer tekst valt_onder wijziging waarom_gewijzigd pagina sleutel "
    "bredere_doelen",
    "opvolgingen": "code hoe gaat_verder_in waarom pagina sleutel",
    "deelnames": "partner_adres partner_cbs code deelname rol van tot_en_met bijdrage opmerking bron "
    "bron_adres bron_licentie bron_gelezen_op bron_gelezen pagina sleutel",
    "wat-telt": "partner_adres code tekst orgaan gezegd_op vervangen_op pagina sleutel",
    "acties": "code titel toelichting voortgang voortgang_in_woorden begint_op klaar_op trekker "
    "bron bron_adres bron_licentie bron_gelezen_op bron_gelezen pagina sleutel",
    "mijlpalen": "titel van tot_en_met datum_in_woorden toelichting andere_bronnen bron bron_adres "
    "bron_licentie bron_gelezen_op bron_gelezen sleutel",
    "consultaties": "adres titel agenda versie opent_op sluit_op in_het_kort gevraagd_door gevraagd_aan "
    "besloten_door wat_ermee_gebeurt antwoord_uiterlijk_op afgerond_op opmerking bron "
    "bron_adres bron_licentie bron_gelezen_op bron_gelezen pagina sleutel",
    "vragen": "consultatie vraag uitleg pagina sleutel",
    "stappen-van-consultaties": "consultatie titel van tot_en_met tot_in_woorden toelichting opmerking bron "
    "bron_adres bron_licentie bron_gelezen_op bron_gelezen pagina sleutel",
    "punten": "consultatie code versie vraag soort namens orgaan partner_adres fractie minderheid "
    "tekst voorstel schrappen ontvangen_op pagina sleutel",
    "antwoorden": "punt antwoord oordeel reden verwerkt_in doorgestuurd_naar waarom_opnieuw "
    "op_de_site_vanaf pagina sleutel",
    "beloften": "consultatie belofte beloofd gebeurd uitkomst pagina sleutel",
    "dossiers": "adres titel samenvatting agenda versie regel regel_in_woorden periode "
    "besluiten_vanaf besluiten_tot_en_met opmerking bron bron_adres bron_licentie "
    "bron_gelezen_op bron_gelezen pagina sleutel",
    "besluitsporen": "dossier_adres orgaan partner_adres partner_cbs stukken behandelt_niet_sinds "
    "opmerking pagina sleutel",
    "stappen-van-besluitsporen": "dossier orgaan partner_cbs stap gepland_op gebeurd_op datum_in_woorden toelichting "
    "terugkijken ingevoerd bevestigd_op bron bron_adres bron_licentie bron_gelezen_op "
    "bron_gelezen pagina sleutel terugkijken_vanaf",
    "besluiten": "dossier orgaan partner_cbs onderdeel onderdeel_naam uitkomst besloten_op "
    "datum_in_woorden versie bedrag_in_euro voorwaarde ingevoerd bevestigd_op bron "
    "bron_adres bron_licentie bron_gelezen_op bron_gelezen pagina sleutel terugkijken terugkijken_vanaf "
    "geldt_tot_en_met",
    "stemmen": "besluit dossier orgaan fractie stem zetels sleutel",
    "moties": "dossier orgaan partner_cbs soort titel tekst uitkomst besloten_op adres bron "
    "bron_adres bron_licentie bron_gelezen_op bron_gelezen pagina sleutel",
    "toezeggingen": "dossier orgaan partner_cbs toezegging toegezegd_op uiterlijk_op beantwoord_op "
    "antwoord antwoord_adres bron bron_adres bron_licentie bron_gelezen_op bron_gelezen "
    "pagina sleutel",
    "geld-van-besluiten": "dossier onderdeel_code onderdeel organen doen_mee inwoners_doen_mee nodig_in_euro "
    "toegezegd_in_euro met_voorwaarde_in_euro zonder_bedrag_in_euro "
    "nog_te_besluiten_in_euro doet_niet_mee_in_euro organen_bedrag_onbekend stand_op bron "
    "bron_adres pagina minder_dan_gevraagd_in_euro sleutel",
    "bijeenkomsten": "adres titel soort datum datum_in_woorden begint_om eindigt_om plaats voor_wie "
    "in_het_kort gaat_niet_door opmerking bron bron_adres bron_licentie bron_gelezen_op "
    "bron_gelezen pagina sleutel",
    "agendapunten": "bijeenkomst onderwerp toelichting code over_dossier pagina sleutel",
    "uitkomsten": "bijeenkomst soort tekst code over_dossier pagina sleutel",
    "indicatoren": "adres naam aard zin betekenis eenheid gebied van_wie waarom_van_wie richting "
    "boodschap waarschuwing nieuwe_waarde_verwacht_op pagina sleutel bredere_doelen",
    "cijfers": "cijfer naam aard eenheid gebied partner_naam woord_ervoor waarde peildatum "
    "peildatum_in_woorden zekerheid bron bron_adres opmerking bron_licentie "
    "bron_gelezen_op bron_gelezen pagina telt_mee waarom_niet sleutel",
    "streefwaarden": "cijfer eenheid woord_ervoor waarde uiterlijk_op uiterlijk_in_woorden beginwaarde "
    "beginwaarde_op opmerking bron bron_adres bron_licentie bron_gelezen_op bron_gelezen "
    "pagina sleutel",
    "correcties": "cijfer naam eenheid peildatum peildatum_in_woorden oud_woord_ervoor oude_waarde "
    "nieuw_woord_ervoor nieuwe_waarde reden gecorrigeerd_op oude_bron pagina sleutel",
    "programmas": "adres naam deel_van in_het_kort van tot_en_met periode projecten_volgens_bron "
    "opmerking bron bron_adres bron_licentie bron_gelezen_op bron_gelezen pagina sleutel",
    "projecten": "adres naam programma hoort_bij_programma samenvatting periode deelproject_van bron "
    "bron_adres bron_licentie bron_gelezen_op bron_gelezen pagina sleutel",
    "projectpartners": "project_adres project_naam partner_adres partner_naam rol pagina sleutel",
    "projectfasen": "project_adres project_naam fase van tot_en_met periode bron bron_adres bron_licentie "
    "bron_gelezen_op bron_gelezen pagina sleutel",
    "projectresultaten": "project_adres project_naam aard resultaat datum_in_woorden van_wie bron bron_adres "
    "bron_licentie bron_gelezen_op bron_gelezen pagina sleutel cijfer_adres verwacht_effect hoe_zeker",
    "financiering": "programma project_naam van jaar telt_mee woord_ervoor toegezegd_in_euro "
    "besteed_in_euro datum bron bron_adres opmerking bron_licentie bron_gelezen_op "
    "bron_gelezen sleutel",
    "tarieven": "onderdeel waarvoor jaar betaald_door euro_per_inwoner peildatum_inwoners bron "
    "bron_adres opmerking bron_licentie bron_gelezen_op bron_gelezen sleutel",
    "rapportages": "adres titel eerste_dag laatste_dag vastgelegd_op op_de_site_vanaf vorige pagina sleutel",
}


@pytest.fixture
def figure(deck):
    indicator = Indicator.objects.create(
        slug="naar-werk",
        name="Inwoners naar werk",
        nature=IndicatorNature.ACHIEVED,
        sentence="inwoners ondersteund van werkloos naar werk.",
        unit="inwoners",
        headline_position=1,
    )
    Measurement.objects.create(
        indicator=indicator,
        qualifier="meer dan",
        value=4500,
        reference_on=date(2023, 1, 1),
        reference_text="begin 2023",
        source=deck,
    )
    return indicator


def test_the_columns_of_every_file_stay_as_they_are(client, db):
    for name, columns in COLUMNS.items():
        header, *_ = csv.reader(StringIO(client.get(f"/open-data/{name}.csv").text), delimiter=";")
        assert header == columns.split(), name


def test_every_dataset_has_its_columns_listed_here():
    assert list(DATASETS) == list(COLUMNS)


def test_every_column_says_what_it_means():
    meanings = {(name, column.name): column.meaning for name, data in DATASETS.items() for column in data.columns}
    assert [column for column, meaning in meanings.items() if not meaning] == []


def test_every_column_of_an_amount_has_a_unit():
    units = {(name, column.name): column.unit for name, data in DATASETS.items() for column in data.columns}
    assert {column: unit for column, unit in units.items() if unit} == {
        ("inwoners", "inwoners"): "inwoners",
        ("cijfers", "waarde"): "zie `eenheid`",
        ("financiering", "toegezegd_in_euro"): "euro",
        ("financiering", "besteed_in_euro"): "euro",
        ("tarieven", "euro_per_inwoner"): "euro per inwoner",
        ("besluiten", "bedrag_in_euro"): "euro",
        ("organen", "aanlevertermijn_in_dagen"): "dagen",
        ("stemmen", "zetels"): "zetels",
        ("streefwaarden", "waarde"): "zie `eenheid`",
        ("streefwaarden", "beginwaarde"): "zie `eenheid`",
        ("correcties", "oude_waarde"): "zie `eenheid`",
        ("correcties", "nieuwe_waarde"): "zie `eenheid`",
        ("programmas", "projecten_volgens_bron"): "projecten",
        ("vergaderingen", "aanlevertermijn_in_dagen"): "dagen",
        ("geld-van-besluiten", "organen"): "organen",
        ("geld-van-besluiten", "doen_mee"): "organen",
        ("geld-van-besluiten", "inwoners_doen_mee"): "inwoners",
        ("geld-van-besluiten", "nodig_in_euro"): "euro",
        ("geld-van-besluiten", "toegezegd_in_euro"): "euro",
        ("geld-van-besluiten", "met_voorwaarde_in_euro"): "euro",
        ("geld-van-besluiten", "zonder_bedrag_in_euro"): "euro",
        ("geld-van-besluiten", "nog_te_besluiten_in_euro"): "euro",
        ("geld-van-besluiten", "doet_niet_mee_in_euro"): "euro",
        ("geld-van-besluiten", "organen_bedrag_onbekend"): "organen",
        ("geld-van-besluiten", "minder_dan_gevraagd_in_euro"): "euro",
    }


def test_a_json_file_has_the_same_columns_and_its_licence(client, figure):
    content = client.get("/open-data/cijfers.json").json()
    assert list(content) == ["licentie", "gebruik", "uitgever", "datum", "kolommen", "cijfers"]
    assert content["licentie"] is None
    assert content["gebruik"] == "Van 1 bron is niet bekend wat de maker toestaat. Noem de bron die erbij staat."
    [row] = content["cijfers"]
    assert list(row) == [column["naam"] for column in content["kolommen"]] == COLUMNS["cijfers"].split()
    assert (row["waarde"], row["opmerking"], row["bron_gelezen_op"]) == (4500, None, None)


def test_open_data_leaves_out_what_is_invented(client, zwolle, overijssel):
    Partner.objects.create(
        slug="voorbeeldstad",
        name="Voorbeeldstad",
        kind=PartnerKind.MUNICIPALITY,
        province=overijssel,
        is_example=True,
    )
    rows = json.loads(client.get("/open-data/partners.json").text)["partners"]
    assert {row["naam"] for row in rows} == {"Zwolle", "Overijssel"}


def test_open_data_writes_dates_and_decimals_for_programs(client, figure):
    header, row = client.get("/open-data/cijfers.csv").text.splitlines()
    cells = dict(zip(header.split(";"), row.split(";"), strict=True))
    assert (cells["waarde"], cells["peildatum"], cells["woord_ervoor"]) == ("4500.00", "2023-01-01", "meer dan")


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_cell_of_open_data_is_never_a_formula(client, figure, start):
    Indicator.objects.update(name=f"{start}1+1")
    assert f"'{start}1+1" in client.get("/open-data/cijfers.csv").text


@pytest.mark.parametrize("name", ["onbekend.csv", "partners.exe"])
def test_open_data_knows_only_its_own_files(client, db, name):
    assert client.get(f"/open-data/{name}").status_code == 404


def test_a_licence_is_told_only_when_all_sources_have_it(client, figure, deck):
    Source.objects.update(licence=Licence.CC_BY)
    content = client.get("/open-data/cijfers.json").json()
    assert content["licentie"] == "cc-by-4.0"
    assert content["gebruik"].startswith("1 bron: CC BY 4.0: vrij te gebruiken, met de naam van de maker.")
    other = Source.objects.create(slug="ander", title="Ander")
    figure.measurements.create(value=1, reference_on=date(2022, 1, 1), reference_text="2022", source=other)
    assert client.get("/open-data/cijfers.json").json()["licentie"] is None
    page = client.get("/open-data/").text
    assert "U mag ze vrij gebruiken" not in page
    assert "Dit schreef Regio Zwolle zelf. Wat ermee mag, is nog niet vastgelegd." in page


def test_yes_and_no_are_words_for_people_and_truth_for_programs(client, deal, deck):
    deal.fundings.create(
        funder="rijk", committed=5_000, reference_on=date(2020, 1, 1), reference_text="2020", source=deck
    )
    header, row = csv.reader(StringIO(client.get("/open-data/financiering.csv").text), delimiter=";")
    assert dict(zip(header, row, strict=True))["telt_mee"] == "ja"
    assert client.get("/open-data/financiering.json").json()["financiering"][0]["telt_mee"] is True


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_every_dataset_is_a_spreadsheet_too(client, figure, form):
    for name in COLUMNS:
        answer = client.get(f"/open-data/{name}.{form}")
        assert answer.status_code == 200, name
        assert answer.headers["Content-Disposition"] == f'attachment; filename="regio-zwolle-{name}.{form}"'


def test_in_a_spreadsheet_numbers_are_numbers_and_every_column_is_explained(client, figure):
    book = load_workbook(BytesIO(client.get("/open-data/cijfers.xlsx").content))
    cover = dict(book["Over dit bestand"].iter_rows(values_only=True, max_col=2))
    assert cover["Uitgever"] == "Regio Zwolle"
    assert cover["Gebruik"].startswith("Van 1 bron is niet bekend wat de maker toestaat.")
    assert cover["Datum"]
    head, row = book["Cijfers"].iter_rows(values_only=True)
    cells = dict(zip(head, row, strict=True))
    assert (cells["waarde"], cells["peildatum"]) == (4500, datetime(2023, 1, 1))
    meanings = {row[0]: row for row in book["Kolommen"].iter_rows(values_only=True, min_row=2)}
    assert list(meanings) == COLUMNS["cijfers"].split()
    assert "context: over de regio" in meanings["aard"][3]


def test_a_table_too_large_for_a_spreadsheet_is_none(client, figure, deck):
    first = date(2000, 1, 1)
    figure.measurements.bulk_create(
        Measurement(
            indicator=figure, value=number, reference_on=first + timedelta(number), reference_text="dag", source=deck
        )
        for number in range(MOST_ROWS)
    )
    assert client.get("/open-data/cijfers.xlsx").status_code == 404
    assert client.get("/open-data/cijfers.csv").status_code == 200


def test_what_may_be_done_with_a_text_follows_from_its_sources(client, wording, deck):
    assert DATASETS["agenda"].rights == (
        "Van 1\N{NO-BREAK SPACE}bron is niet bekend wat de maker toestaat. Noem de bron die erbij staat."
    )
    Source.objects.update(licence=Licence.CC_BY)
    assert DATASETS["agenda"].rights.startswith("1\N{NO-BREAK SPACE}bron: CC BY 4.0")
    assert DATASETS["rapportages"].rights == "Dit schreef Regio Zwolle zelf. Wat ermee mag, is nog niet vastgelegd."
    Source.objects.update(publisher="Regio Zwolle")
    assert DATASETS["rapportages"].rights.startswith("1\N{NO-BREAK SPACE}bron: CC BY 4.0")
