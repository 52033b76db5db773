"""The money of a dossier as rows: open data, the files of the dossier and the bars on its page say the same."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from consultation.deciding.models import AskedAmount, Component, Dossier, Outcome, Track
from consultation.deciding.standing import DRAWERS
from partners.ground.models import KeptDocument
from partners.ground.templatetags.dutch import euro
from regiozwolle.pages.decisions.money import MONEY_COLUMNS
from tests.board.laying import board, decide, page_of

NAMES = [column.name for column in MONEY_COLUMNS]
SUMS = [*NAMES[7:12], "minder_dan_gevraagd_in_euro"]


def open_rows(client):
    return client.get("/open-data/geld-van-besluiten.json").json()["geld-van-besluiten"]


@pytest.fixture
def every_drawer(dossier, tracks, basis, overijssel, deck):
    """Dalfsen pledged, Zwolle with a condition, the Staten take part and say no amount; the college pays nothing."""
    for track, amount in zip(tracks[:3], (100, 200, 400), strict=True):
        AskedAmount.objects.create(track=track, component=basis, amount=amount, source=deck)
    decide(tracks[0], deck, component=basis, amount=90)
    decide(tracks[1], deck, Outcome.CONDITION, component=basis, condition="Mits.", amount=200)
    decide(tracks[2], deck, component=basis)


def test_the_data_have_the_numbers_of_the_bar_on_the_page(client, every_drawer, dossier, basis):
    [row] = open_rows(client)
    assert [row[name] for name in NAMES[:7]] == ["agenda", basis.code, "Basis", 3, 3, 0, 700]
    assert [row[name] for name in SUMS] == [90, 200, 400, 0, 0, 10]
    assert (row["organen_bedrag_onbekend"], row["stand_op"]) == (0, timezone.localdate().isoformat())
    [bar] = board(dossier).bars
    assert [row[name] for name in SUMS] == bar.share.parts
    page = page_of(client)
    words = [(euro(row[name]), css) for name, css in zip(SUMS, DRAWERS, strict=True) if row[name]]
    assert [css for _, css in words] == [name for name, *_ in bar.parts]
    for amount, _ in words:
        assert f"<strong>{amount}</strong>" in page


def test_the_files_of_the_dossier_have_the_same_money(client, every_drawer):
    [row] = open_rows(client)
    said = client.get("/besluiten/agenda/besluiten.json").json()
    assert [table["titel"] for table in said["tabellen"]] == ["Besluiten", "Geld"]
    assert said["tabellen"][1]["rijen"] == [row]
    sheet = load_workbook(BytesIO(client.get("/besluiten/agenda/besluiten.xlsx").content))["Geld"]
    head, cells = sheet.iter_rows(values_only=True)
    assert list(head) == NAMES
    assert list(cells[3:13]) == list(row.values())[3:13]
    header, line = csv.reader(StringIO(client.get("/open-data/geld-van-besluiten.csv").text), delimiter=";")
    assert dict(zip(header, line, strict=True))["met_voorwaarde_in_euro"] == "200.00"


def test_what_nobody_knows_is_empty_and_not_nothing(client, dossier, tracks, basis):
    [row] = open_rows(client)
    assert [row[name] for name in ("nodig_in_euro", *SUMS)] == [None] * 7
    assert (row["organen"], row["organen_bedrag_onbekend"]) == (3, 2)
    Dossier.objects.update(source=None)
    assert [row["bron"] for row in open_rows(client)] == [None]


@pytest.mark.parametrize("hidden", [{"is_example": True}, {"public_until": timezone.now()}])
def test_no_money_is_told_of_what_the_demo_invents_or_is_off_the_site(client, dossier, tracks, basis, hidden):
    assert len(open_rows(client)) == 1
    Dossier.objects.update(**hidden)
    assert open_rows(client) == []


def test_the_money_of_many_dossiers_takes_the_queries_of_one(client, every_drawer, dossier, council, version, deck):
    with CaptureQueriesContext(connection) as few:
        open_rows(client)
    for number in range(4):
        other = Dossier.objects.create(slug=f"ander{number}", title="Ander", summary="B.", version=version, source=deck)
        part = Component.objects.create(dossier=other, name="Deel")
        track = Track.objects.create(dossier=other, body=council)
        decide(track, deck, component=part, amount=number, on=timezone.localdate() - timedelta(days=1))
    KeptDocument.objects.all().delete()  # so that it is kept for the first time again
    with CaptureQueriesContext(connection) as many:
        assert len(open_rows(client)) == 5
    assert len(many) == len(few)
