"""The board of a dossier: the same rows in five views and five kinds of files, as the address asks for them."""

import csv
import json
import re
from datetime import timedelta
from decimal import Decimal
from io import BytesIO, StringIO
from random import Random

import pytest
from django.utils import timezone
from icalendar import Calendar
from openpyxl import load_workbook

from consultation.deciding.models import (
    AskedAmount,
    Commitment,
    Component,
    Dossier,
    GroupVote,
    Motion,
    Outcome,
    Rule,
    TrackStep,
    TrackStepKind,
)
from partners.ground import history
from partners.models import BodyKind, Population, Term
from tests.board.laying import DAY, NBSP, board, decide, fill, names, outcome_of, page_of
from tests.deciding import component_of

# The sentence


def test_the_heading_follows_from_the_declared_rule(client, dossier, tracks, deck):
    assert outcome_of(dossier) == "Nog niet aangenomen: 0 van de 3 raden en Staten stemden in, en er zijn er 2 nodig"
    decide(tracks[0], deck)
    assert outcome_of(dossier) == "Nog niet aangenomen: 1 van de 3 raden en Staten stemde in, en er zijn er 2 nodig"
    decide(tracks[1], deck, Outcome.CONDITION, condition="Mits.")
    assert outcome_of(dossier) == "Nog niet aangenomen: 1 van de 3 raden en Staten stemde in, en er zijn er 2 nodig"
    decide(tracks[2], deck)
    assert outcome_of(dossier) == "Aangenomen: 2 van de 3 raden en Staten stemden in"
    assert "De regel: ten minste een aantal organen stemt in (2)." in page_of(client)


def test_what_cannot_be_carried_any_more_is_told_on_the_page_and_in_the_files(client, dossier, tracks, deck):
    for track in tracks[:2]:
        decide(track, deck, Outcome.AGAINST)
    told = "Kan niet meer worden aangenomen: 0 van de 3 raden en Staten stemden in, en er zijn er 2 nodig"
    assert outcome_of(dossier) == told
    assert told in page_of(client).replace(NBSP, " ")
    assert json.loads(client.get("/besluiten/agenda/besluiten.json").text)["ondertitel"].replace(NBSP, " ") == told


def test_a_rule_on_a_kind_of_which_there_is_no_body_says_that_nobody_is_known_to_decide(dossier, tracks):
    Dossier.objects.update(rule=Rule.KIND, rule_count=None, rule_kind=BodyKind.BOARD)
    assert outcome_of(dossier) == "Nog niet bekend is wie hierover besluit"


def test_a_dossier_without_a_rule_says_so(client, dossier, tracks):
    Dossier.objects.update(rule="", rule_count=None, rule_source=None)
    page = page_of(client)
    assert "Geen regel bekend: nergens staat wanneer het geheel is aangenomen." in page
    heading = "Van alle 3 raden en Staten is nog niet bekend wat ze besloten"
    assert f'<h1 class="document" data-answer>{heading}</h1>' in page


def test_the_sentence_says_who_decided_who_is_next_and_how_much_is_promised(dossier, tracks, basis, deck):
    for track, count in zip(tracks[:2], (10_000, 50_000), strict=True):
        Population.objects.create(partner=track.body.partner, reference_on=DAY, count=count, source=deck)
    decide(tracks[0], deck, component=basis, amount=18_000)
    TrackStep.objects.create(
        track=tracks[1], kind=TrackStepKind.COUNCIL, planned_on=timezone.localdate(), source=deck, date_text="morgen"
    )
    told = board(dossier).sentence.replace(NBSP, " ")
    assert told == (
        "Van de 3 raden en Staten besloot er 1. Nog 2 te gaan; eerst de gemeenteraad van Zwolle, morgen. "
        "Aan ‘Basis’ doet 1 mee: 10.000 van de 60.000 inwoners. Toegezegd is € 18.000 van de € 108.000."
    )
    share = board(dossier).shares[0][1]
    assert [int(part) for part in share.parts] == [18_000, 0, 0, 90_000, 0, 0]


def test_what_is_asked_of_one_body_goes_before_the_tariff_and_the_unknown_stays_apart(dossier, tracks, basis, deck):
    AskedAmount.objects.create(track=tracks[2], component=basis, amount=Decimal("2500.50"), source=deck)
    decide(tracks[2], deck)
    share = board(dossier).shares[0][1]
    assert (share.needed, share.unknown, share.unsaid) == (None, 2, Decimal("2500.50"))
    told = board(dossier).sentence.replace(NBSP, " ")
    assert told.endswith("Hoeveel geld er nodig is, is nog niet bekend. Van 2 organen is geen bedrag bekend.")


# Filters and views


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({}, "DZOc"),
        ({"wie": "raden"}, "DZO"),
        ({"wie": "colleges"}, "c"),
        ({"stand": "besloten"}, "D"),
        ({"stand": "open"}, "ZOc"),
        ({"provincie": "overijssel"}, "DZOc"),
        ({"provincie": "elders", "wie": "\0", "stand": "x" * 5000, "onderdeel": "🙂", "pagina": "-1"}, "DZOc"),
        ({"onderdeel": "RZ24-L1.2", "stand": "besloten"}, "DZ"),
    ],
)
def test_the_address_says_which_bodies_are_shown(dossier, tracks, goal, deck, asked, shown):
    decide(tracks[0], deck)
    decide(tracks[1], deck, Outcome.HELD)
    decide(tracks[1], deck, component=component_of(dossier, goal))
    letters = dict(zip("DZOc", (str(track.body) for track in tracks), strict=True))
    assert names(board(dossier, **asked)) == [letters[one] for one in shown]


@pytest.mark.parametrize("view", ["", "onderdelen", "stappen", "tegels", "tijdlijn", "weken", "onzin"])
def test_each_view_is_a_page_that_keeps_the_filters(client, dossier, tracks, basis, deck, view):
    decide(tracks[0], deck)
    page = page_of(client, f"?beeld={view}&wie=raden")
    chosen = [words for words in re.findall(r'aria-current="true">([^<]+)</a>', page) if words != "Besluiten"]
    names = {"stappen": "Stappen", "tegels": "Tegels", "tijdlijn": "Tijdlijn", "weken": "Lijst per week"}
    assert chosen[:2] == [names.get(view, "Onderdelen"), "raden en Staten"]
    assert 'href="?beeld=stappen&amp;wie=raden#bord"' in page
    assert "College van Zwolle" not in page
    assert client.post(f"/besluiten/agenda/?beeld={view}").status_code == 405


def test_every_cell_leads_to_its_source(client, dossier, tracks, basis, goal, deck):
    decide(tracks[0], deck, component=basis)
    decide(tracks[1], deck)
    component_of(dossier, goal)
    page = page_of(client)
    addresses = re.findall(r'<td><a class="cell[^"]*" href="#([\w-]+)">', page)
    assert len(addresses) == 4 * 2
    assert {f'id="{address}"' in page for address in addresses} == {True}
    assert '<a href="/resultaten/">Basis</a>' in page, "the head of a column leads to what it is about"


def test_a_step_is_shown_on_its_day_in_weeks_steps_and_timeline(client, dossier, tracks, basis, deck):
    soon = timezone.localdate() + timedelta(days=3)
    TrackStep.objects.create(track=tracks[0], kind=TrackStepKind.COUNCIL, planned_on=soon, source=deck)
    weeks = page_of(client, "?beeld=weken")
    assert "<h3>Week van " in weeks
    assert "Moet nog besluiten" in weeks
    assert "Eerst aan de beurt" in weeks
    assert "gepland" in page_of(client, "?beeld=stappen")
    assert f"<h3>{soon.year}</h3>" in page_of(client, "?beeld=tijdlijn")


def test_the_steps_say_on_which_day_a_body_decided_also_without_that_step(client, dossier, tracks, deck):
    decide(tracks[0], deck)
    [cells] = [row.steps for row in board(dossier).rows if row.track == tracks[0]]
    last = cells.split("<td")[-1]
    assert f'<a href="#orgaan-{tracks[0].body_id}">4{NBSP}maart{NBSP}2024</a>' in last
    decide(tracks[0], deck, Outcome.HELD, on=DAY + timedelta(days=1))
    [cells] = [row.steps for row in board(dossier).rows if row.track == tracks[0]]
    assert "<a" not in cells.split("<td")[-1]


def test_marks_are_said_in_words_too(client, dossier, tracks, basis, deck, version, next_version):
    decide(tracks[0], deck, version=version)
    decide(tracks[1], deck, version=next_version, confirmed_on=DAY)
    Term.objects.create(body=tracks[1].body, first_year=2021, last_year=2025, seats=39, source=deck)
    with history.recorded("gewijzigd", reason="Er kwam een nieuwe tekst."):
        Dossier.objects.update(version=next_version)
    cells = {str(row.track.body): row.whole for row in board(dossier).rows}
    assert cells[str(tracks[0].body)].css == "agreed is-earlier is-unsure"
    assert cells[str(tracks[1].body)].css == "agreed is-former"
    page = page_of(client)
    assert 'Eerdere stand</span> <span class="source">besloot op een eerdere versie;' in page
    assert '<span class="visually-hidden">, op versie 1, niet bevestigd</span>' in page
    assert "Op versie 1; in versie 2 is de tekst anders. Ingevoerd door het regiobureau, nog niet bevestigd" in page


def test_what_a_body_voted_asked_and_was_promised_stands_with_it(client, dossier, tracks, deck):
    decision = decide(tracks[0], deck, debate_url="https://raad.example.org/debat")
    GroupVote.objects.create(decision=decision, group="Dorpspartij", stance="voor", seats=4)
    Motion.objects.create(track=tracks[0], kind="motie", title="Eerst het bedrag", text="De raad vraagt.", source=deck)
    Commitment.objects.create(track=tracks[0], text="Een overzicht.", made_on=DAY, source=deck)
    page = page_of(client)
    assert "Stemmen: Dorpspartij: voor (4)." in page
    assert '<a href="https://raad.example.org/debat">Het debat hierover</a>' in page
    assert "Motie ‘Eerst het bedrag’: nog niet bekend. De raad vraagt." in page
    assert "Toezegging, open: Een overzicht." in page


# Files


def test_the_files_have_the_rows_that_the_filters_leave(client, dossier, tracks, basis, deck):
    decide(tracks[0], deck, component=basis, amount=5)
    sent = client.get("/besluiten/agenda/besluiten.csv?wie=raden").text.removeprefix("\ufeff")
    header, *lines = csv.reader(StringIO(sent), delimiter=";")
    assert (header[0], len(lines)) == ("orgaan", 3 * 2)
    assert [line[6] for line in lines[:2]] == ["Ingestemd", "Ingestemd"]
    said = json.loads(client.get("/besluiten/agenda/besluiten.json?onderdeel=" + basis.code).text)
    assert [row["bedrag_in_euro"] for row in said["tabellen"][0]["rijen"]] == [5, None, None, None]
    sheet = load_workbook(BytesIO(client.get("/besluiten/agenda/besluiten.xlsx?stand=open").content)).active
    assert sheet.max_row >= 3 * 2
    assert client.get("/besluiten/agenda/besluiten.ods").content[:2] == b"PK"
    for wrong in ("agenda/besluiten.exe", "agenda/besluiten.%00", "weg/besluiten.csv"):
        assert client.get(f"/besluiten/{wrong}").status_code == 404


def test_planned_steps_are_whole_days_in_a_calendar(client, dossier, tracks, deck):
    soon = timezone.localdate() + timedelta(days=3)
    for track in (tracks[0], tracks[3]):
        TrackStep.objects.create(track=track, kind=TrackStepKind.COUNCIL, planned_on=soon, source=deck)
    calendar = Calendar.from_ical(client.get("/besluiten/agenda/besluiten.ics?wie=raden").content)
    (event,) = calendar.events
    assert (event["summary"], event["dtstart"].dt) == ("gemeenteraad van Dalfsen: staat op de agenda", soon)
    assert event["dtend"].dt == soon + timedelta(days=1)


@pytest.mark.parametrize("seed", range(10))
def test_who_decides_next_follows_by_day_without_those_who_decided_or_have_no_day(dossier, tracks, deck, seed):
    chance, today, drawn = Random(seed), timezone.localdate(), {}
    for track in tracks[:3]:  # the college does not count
        planned = chance.choice([None, today + timedelta(days=chance.randrange(200))])
        if planned:
            TrackStep.objects.create(track=track, kind=TrackStepKind.COUNCIL, planned_on=planned, source=deck)
        if chance.random() < 0.3:
            decide(track, deck)
        elif planned:
            drawn[track] = planned
    found = Dossier.objects.with_board().get()
    assert found.next_tracks == sorted(drawn, key=lambda track: (drawn[track], track.pk))
    assert found.next_track == next(iter(found.next_tracks), None)


def test_an_amount_of_which_nothing_is_known_is_not_0(client, dossier, tracks, deck):
    own_words = Component.objects.create(dossier=dossier, name="Eigen woorden")
    decide(tracks[0], deck, component=own_words)
    [(_, share)] = board(dossier).shares
    assert (share.taking_part, share.promised) == (1, None)
    assert "€\N{NO-BREAK SPACE}0" not in page_of(client)


def test_inhabitants_that_are_not_all_known_are_told_as_such(dossier, tracks, basis, deck):
    Population.objects.create(partner=tracks[0].body.partner, reference_on=DAY, count=10_000, source=deck)
    decide(tracks[0], deck, component=basis)
    assert "Aan ‘Basis’ doet 1 mee: 10.000 inwoners, voor zover bekend." in board(dossier).sentence


# What it costs


@pytest.mark.parametrize(("bodies", "parts"), [(2, 1), (500, 20)])
def test_the_page_costs_the_same_and_stays_light(
    client, dossier, overijssel, deck, django_assert_max_num_queries, bodies, parts
):
    fill(dossier, overijssel, deck, bodies=bodies, parts=parts)
    with django_assert_max_num_queries(21) as queries:
        page = client.get("/besluiten/agenda/")
    assert len(queries) == 21
    assert len(page.content) <= 300_000
    if bodies == 500:
        last = client.get("/besluiten/agenda/?pagina=18")
        assert "Dorp 499" in last.text
        assert "Van de 500 raden besloten er 500." in last.text
