"""The columns of the files to download and of the sheets to import; those of open data are in test_open_data.py.

Programs elsewhere read them by name, so that another name is a decision and not a slip.
"""

import csv
import json

import pytest

from consultation import actions
from consultation.models import Answer, Verdict
from partners.models import User
from partners.sheets import PARTNERS, POPULATIONS, RECESSES, SITTINGS, SOURCES
from results.sheets import FUNDINGS, MEASUREMENTS, PROJECT_PARTNERS, PROJECT_PHASES, PROJECTS
from tests.letters import close


def header_of(response):
    """The first line of a csv."""
    return next(csv.reader(response.content.decode("utf-8-sig").splitlines(), delimiter=";"))


def tables_of(response):
    """The keys of the first row of each table in a json that the documents write."""
    return [list(table["rijen"][0]) for table in json.loads(response.content)["tabellen"] if table["rijen"]]


MEASURED = [
    *("Peildatum", "Tot en met", "Peildatum in woorden", "Gebied", "Woord ervoor", "Waarde", "Eenheid", "Zekerheid"),
    *("Bron", "Adres van de bron", "Bron gepubliceerd", "Door ons gecontroleerd", "Gecontroleerd door", "Opmerking"),
    *("Telt mee", "Waarom een andere bron telt"),
]
PROJECT = [
    *("Project", "Adres", "Deelproject van", "Programma", "Hoort bij het programma", "Fase", "Periode", "Trekker"),
    *("Andere partners", "Gemeenten", "Bron"),
]
MONEY = [
    *("Programma of project", "Van wie", "Jaar", "Telt mee", "Waarvoor", "Woord ervoor", "Toegezegd", "Besteed"),
    *("Datum", "Bron", "Adres van de bron", "Opmerking"),
]
CONTRIBUTION = [
    *("Partner", "Onderdeel", "Code", "Jaar", "Tarief per inwoner", "Inwoners", "Peildatum inwoners", "Bijdrage"),
    "Wat ontbreekt",
]


@pytest.mark.parametrize(
    ("address", "columns"),
    [
        ("/resultaten/cijfers/naar-werk/download/csv/", MEASURED),
        ("/resultaten/projecten/download/csv/", PROJECT),
        ("/resultaten/programmas/regio-deal/download/csv/", MONEY),
        ("/resultaten/bijdragen/2024-2028/download/csv/", CONTRIBUTION),
    ],
)
def test_the_columns_of_a_download_stay_as_they_are(client, helped, deal, version, address, columns):
    assert header_of(client.get(address)) == columns


def test_the_json_of_a_figure_names_its_columns_for_programs(client, helped):
    assert tables_of(client.get("/resultaten/cijfers/naar-werk/download/json/")) == [
        [
            *("peildatum", "tot_en_met", "peildatum_in_woorden", "gebied", "woord_ervoor", "waarde", "eenheid"),
            *("zekerheid", "bron", "adres_van_de_bron", "bron_gepubliceerd", "door_ons_gecontroleerd"),
            *("gecontroleerd_door", "opmerking", "telt_mee", "waarom_een_andere_bron_telt"),
        ]
    ]


POINT = [
    *("Punt", "Adres", "Code", "Versie", "Onderwerp", "Soort", "Afzender", "Namens", "Naam", "Reactie", "Ontvangen"),
    *("Minderheid", "Overgenomen van", "Tekst", "Voorstel", "Schrap de passage", "Sluit aan"),
    *("Sloot aan voor een wijziging", "Oordeel", "Reden", "Doorgestuurd naar"),
    *("Gewijzigde teksten", "Verwerkt in", "Waarom opnieuw beantwoord", "Beantwoord op", "Nummer in de nota"),
]


def test_the_columns_of_the_nota_stay_as_they_are(client, sent, secretary):
    consultation = close(sent.consultation)
    reviewer = User.objects.create_superuser("tweede@example.org")
    answer = Answer(verdict=Verdict.REJECTED, reason="Nee.")
    actions.write_answer(answer=answer, points=[sent.points.get()], wordings=[], by=secretary)
    actions.review(answer=answer, by=reviewer)
    actions.publish(consultation=consultation, by=secretary)
    assert header_of(client.get(f"{consultation.get_absolute_url()}nota/bestand.csv")) == POINT


@pytest.mark.parametrize(
    ("layout", "columns"),
    [
        (
            PARTNERS,
            "Adres op de site, Naam, Soort, Provincie, In het kort, Website, CBS-code, TOOI-adres, OIN, "
            "Nummer in de Almanak, Korte naam, Begroting, Doet mee sinds, Doet mee sinds, in woorden, "
            "Deed mee tot, Bron, Opmerking",
        ),
        (
            SOURCES,
            "Kenmerk, Titel, Wie het schreef, Adres, Gepubliceerd op, Gepubliceerd, in woorden, Geraadpleegd op, "
            "Geraadpleegd, in woorden, Licentie, Opmerking",
        ),
        (SITTINGS, "Orgaan, Datum, Tijd, Aanleveren tot en met, Vervalt, Opmerking, Bron"),
        (RECESSES, "Orgaan, Naam, Van, Tot en met, Bron"),
        (POPULATIONS, "Partner, Peildatum, Inwoners, Zekerheid, Bron, Opmerking"),
        (
            MEASUREMENTS,
            "Cijfer, Gebied, Partner, Peildatum, Tot en met, Peildatum in woorden, Woord ervoor, Waarde, Zekerheid, "
            "Geteld als de vorige, Bron, Betaalt of krijgt, Opmerking, Gecontroleerd op, Gecontroleerd door, Eenheid, "
            "Reden van de correctie",
        ),
        (
            PROJECTS,
            "Adres op de site, Naam, Programma, Deelproject van, Hoort bij het programma, In het kort, "
            "Periode in woorden, Bron, Opmerking",
        ),
        (PROJECT_PARTNERS, "Project, Partner, Rol"),
        (PROJECT_PHASES, "Project, Fase, Van, Tot en met, Periode in woorden, Bron"),
        (
            FUNDINGS,
            "Programma, Project, Van wie, Jaar, Telt mee, Waarvoor, Woord ervoor, Toegezegd, Besteed, Datum, "
            "Datum in woorden, Bron, Opmerking",
        ),
    ],
)
def test_the_columns_of_a_sheet_to_import_stay_as_they_are(layout, columns):
    assert ", ".join(layout.columns.values()) == columns
