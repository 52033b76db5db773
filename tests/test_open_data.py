"""Open data: which columns every file has, what is in it and what never is."""

import csv
import json
from datetime import date
from io import StringIO

import pytest

from partners.models import Partner, PartnerKind
from regiozwolle.pages.datasets import DATASETS
from results.models import Indicator, IndicatorNature, Measurement

# The programs of others read these names: one that is here stays, in its place; a new one comes at the end.
COLUMNS = {
    "partners": "adres naam soort in_provincie cbs tooi site bron",
    "inwoners": "partner_naam partner_cbs peildatum inwoners zekerheid bron bron_adres",
    "agenda": "agenda versie status datum code soort nummer tekst",
    "cijfers": "cijfer naam aard eenheid gebied partner_naam woord_ervoor waarde peildatum "
    "peildatum_in_woorden zekerheid bron bron_adres opmerking",
    "projecten": "adres naam programma hoort_bij_programma samenvatting periode deelproject_van bron bron_adres",
    "rapportages": "adres titel eerste_dag laatste_dag vastgelegd_op op_de_site_vanaf vorige",
    "financiering": "programma project_naam van jaar telt_mee woord_ervoor toegezegd_in_euro "
    "besteed_in_euro datum bron bron_adres opmerking",
    "tarieven": "onderdeel waarvoor jaar betaald_door euro_per_inwoner peildatum_inwoners bron bron_adres opmerking",
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


@pytest.mark.parametrize(("name", "columns"), COLUMNS.items())
def test_the_columns_of_every_file_stay_as_they_are(client, db, name, columns):
    header, *_ = csv.reader(StringIO(client.get(f"/open-data/{name}.csv").text), delimiter=";")
    assert header == columns.split()


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
    }


def test_a_json_file_has_the_same_columns_and_its_licence(client, figure):
    content = client.get("/open-data/cijfers.json").json()
    assert list(content) == ["licentie", "cijfers"]
    assert content["licentie"] == "CC0-1.0"
    [row] = content["cijfers"]
    assert list(row) == COLUMNS["cijfers"].split()


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
