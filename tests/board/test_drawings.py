"""What is drawn on the board of a dossier: each drawing says the same as the count that it is made from."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from consultation.deciding.board import MOST_ROWS
from consultation.deciding.days import carried_since, term_of
from consultation.deciding.drawings.course import course_of
from consultation.deciding.drawings.money import MoneyBar
from consultation.deciding.drawings.strip import MOST, MOST_NAMED, strip_of
from consultation.deciding.models import AskedAmount, Dossier, Outcome, Rule, Track, TrackStep, TrackStepKind
from partners.ground import history
from partners.ground.templatetags.dutch import day
from partners.models import BodyKind, Recess
from regiozwolle.pages.dossier import MOST_TILES, tiles_of
from tests.board.laying import DAY, NBSP, board, decide, fill, page_of
from tests.reading import section, squeezed

# The threshold strip


def test_the_strip_has_a_square_for_each_body_that_counts_those_who_agreed_first(dossier, tracks, deck):
    decide(tracks[0], deck, Outcome.AGAINST, confirmed_on=DAY)
    decide(tracks[1], deck, confirmed_on=DAY)
    decide(tracks[3], deck)
    strip = board(dossier).strip
    assert strip.places == [
        ("agreed", "Zwolle", "Ingestemd"),
        ("unconfirmed", "Overijssel", "Nog niet bekend"),
        ("rejected", "Dalfsen", "Tegen"),
    ]
    assert strip.described == "1 ingestemd, 1 nog niet bekend en 1 tegen. Er zijn er 2 nodig."


@pytest.mark.parametrize(("count", "place"), [(1, 1), (2, 2), (3, 3), (9, 3)])
def test_the_line_stands_after_as_many_squares_as_the_rule_asks_for(dossier, tracks, count, place):
    Dossier.objects.update(rule_count=count)
    squares = re.findall(r'class="(place[^"]*)"', board(dossier).strip.drawn)
    assert squares == ["place last" if at == place else "place" for at in (1, 2, 3)]


def test_without_a_rule_there_is_no_line(client, dossier, tracks):
    Dossier.objects.update(rule="", rule_count=None, rule_source=None)
    strip = board(dossier).strip
    assert (strip.threshold, "last" in strip.drawn, strip.described) == ("", False, "3 nog niet bekend.")
    assert "nodig" not in re.search(r'<figure class="strip">.*?</figure>', page_of(client))[0]


def test_a_rule_on_one_kind_draws_the_bodies_of_that_kind(dossier, tracks):
    Dossier.objects.update(rule=Rule.KIND, rule_count=None, rule_kind=BodyKind.EXECUTIVE)
    assert board(dossier).strip.places == [("unconfirmed", "Zwolle", "Nog niet bekend")]


def test_a_few_bodies_have_their_names_beside_the_squares(client, dossier, tracks, deck):
    decide(tracks[1], deck, confirmed_on=DAY)
    drawn = re.search(r'<ul class="places named">.*?</ul>', page_of(client))[0]
    assert re.findall(r"<strong>([^<]*)</strong> <span class=\"source\">([^<]*)</span>", drawn) == [
        ("Zwolle", "Ingestemd"),
        ("Dalfsen", "Nog niet bekend"),
        ("Overijssel", "Nog niet bekend"),
    ]


def test_more_bodies_have_their_counts_in_words_and_far_more_are_one_bar_of_counts(client, dossier, overijssel, deck):
    fill(dossier, overijssel, deck, bodies=MOST + 1, parts=1)
    found = board(dossier)
    assert strip_of(found.dossier, found.every_row[:MOST_NAMED]).template == "deciding/parts/strip_named.html"
    some = strip_of(found.dossier, found.every_row[: MOST_NAMED + 1])
    assert (some.template, some.described) == ("deciding/parts/strip_squares.html", "10 ingestemd. Er zijn er 2 nodig.")
    assert strip_of(found.dossier, found.every_row[:MOST]).template == "deciding/parts/strip_squares.html"
    drawn = re.search(r'<figure class="strip">.*?</figure>', page_of(client))[0]
    rects = re.findall(r'<rect class="(\w+)" x="([^"]*)" y="4" width="([^"]*)"', drawn)
    assert rects == [("agreed", "0.0%", "100.0%")]
    assert f'<line class="needed" x1="{round(200 / (MOST + 1), 2)}%"' in drawn
    assert f"<strong>{MOST + 1}</strong> Ingestemd" in drawn


def test_of_very_many_bodies_the_tiles_are_those_of_the_page_and_the_list_has_a_bar(
    client, dossier, overijssel, council, deck, django_assert_num_queries
):
    fill(dossier, overijssel, deck, bodies=MOST_TILES, parts=1)
    drawn = squeezed(client.get("/besluiten/").text)
    Track.objects.create(dossier=dossier, body=council)
    found = board(dossier, beeld="tegels")
    assert len(tiles_of(found).tiles) == len(list(found.page)) == MOST_ROWS
    found.rows = found.rows[:MOST_TILES]
    assert len(tiles_of(found).tiles) == MOST_TILES
    with django_assert_num_queries(3):
        listed = squeezed(client.get("/besluiten/").text)
    assert (drawn.count("<polygon"), listed.count("<polygon")) == (MOST_TILES, 0)
    assert f'<span class="cell agreed"><strong>{MOST_TILES}</strong> Ingestemd</span>' in listed
    assert '<span class="cell unconfirmed"><strong>1</strong> Nog niet bekend</span>' in listed
    assert '<a href="/besluiten/agenda/#bord">Bekijk wat elk orgaan besloot</a>' in listed
    for page, count in ((drawn, MOST_TILES), (listed, MOST_TILES + 1)):
        assert f"Aangenomen: {MOST_TILES} van de {count} raden stemden in." in page


def test_of_very_many_decisions_the_list_has_those_of_the_page(dossier, overijssel, deck):
    fill(dossier, overijssel, deck, bodies=111, parts=9)
    found = board(dossier, beeld="tijdlijn")
    assert sum(len(lines) for _, lines in found.lists) == 9 * len(list(found.page)) == 9 * 60
    found = board(dossier, beeld="tijdlijn")
    found.rows = found.rows[:110]
    assert sum(len(lines) for _, lines in found.lists) == 9 * 110


def test_marks_of_an_earlier_text_and_of_what_is_not_confirmed_stand_on_the_square(
    dossier, tracks, deck, version, next_version
):
    decide(tracks[0], deck, version=version)
    with history.recorded("gewijzigd", reason="Er kwam een nieuwe tekst."):
        Dossier.objects.update(version=next_version)
    assert board(dossier).strip.places[0] == (
        "agreed is-earlier is-unsure",
        "Dalfsen",
        "Ingestemd, op versie 1, niet bevestigd",
    )


# The days to come


def plan(track, source, days, kind=TrackStepKind.COUNCIL):
    on = timezone.localdate() + timedelta(days=days)
    return TrackStep.objects.create(track=track, kind=kind, planned_on=on, source=source)


def test_the_days_to_come_are_drawn_to_scale_with_the_first_filled(dossier, tracks, deck):
    plan(tracks[0], deck, 30)
    plan(tracks[1], deck, 90)
    Dossier.objects.update(decide_by=timezone.localdate() + timedelta(days=93))
    course = board(dossier).course
    places = [(kind, int(x)) for kind, x in re.findall(r'<circle class="(\w+)" cx="(\d+)"', course.drawn)]
    assert places == [("next", 12 + round(856 * 30 / 100)), ("turn", 12 + round(856 * 90 / 100))]
    assert f'<path class="end" d="M{12 + round(856 * 93 / 100)} 74v36"/>' in course.drawn
    assert course.described == []


def test_the_last_day_to_decide_is_said_once_beside_the_drawing(client, dossier, tracks, deck):
    plan(tracks[0], deck, 30)
    ends_on = timezone.localdate() + timedelta(days=93)
    Dossier.objects.update(decide_by=ends_on)
    said = section(client.get("/besluiten/agenda/"), "beurt").replace(NBSP, " ")
    assert said.count(day(ends_on).replace(NBSP, " ")) == 1


def test_labels_that_would_stand_too_close_become_one_per_week(dossier, tracks, deck):
    monday = (-timezone.localdate().weekday()) % 7 + 7
    for track, days in zip(tracks, (monday, monday + 2, monday + 120), strict=False):
        plan(track, deck, days)
    lines = board(dossier).course.lines
    assert len(lines) == 2
    assert re.search(
        r'^<strong>Week van .*</strong> <a href="\?beeld=weken#bord">2\s+organen: Dalfsen, Zwolle</a>$', lines[0]
    )
    assert f'href="#orgaan-{tracks[2].body_id}"' in lines[1]


def test_who_is_left_out_or_on_another_page_is_led_to_by_its_own_page(dossier, tracks, deck):
    plan(tracks[0], deck, 30)
    own = f"/besluiten/agenda/orgaan/{tracks[0].body_id}/"
    assert [turn.address for turn in board(dossier).course.turns] == [f"#orgaan-{tracks[0].body_id}"]
    assert [turn.address for turn in board(dossier, wie="colleges").course.turns] == [own]


def test_of_more_than_a_page_lists_and_tiles_lead_to_a_row_or_to_a_page(dossier, overijssel, deck):
    fill(dossier, overijssel, deck, bodies=MOST_ROWS + 1, parts=1)
    last = Track.objects.latest("pk").body_id
    [(_, lines)] = board(dossier, beeld="tijdlijn").lists
    places = [tile.url for tile in tiles_of(board(dossier, beeld="tegels")).tiles]
    for told in (lines, places):
        assert sum("#orgaan-" in one for one in told) == MOST_ROWS
        assert sum(f"/besluiten/agenda/orgaan/{last}/" in one for one in told) == 1


def test_recesses_of_who_has_still_to_decide_are_one_where_they_overlap(dossier, tracks, deck):
    today = timezone.localdate()
    plan(tracks[0], deck, 80)
    plan(tracks[1], deck, 90)
    decide(tracks[2], deck)
    for track, first, last in ((tracks[0], 10, 20), (tracks[1], 15, 30), (tracks[2], 1, 60)):
        days = {"starts_on": today + timedelta(days=first), "ends_on": today + timedelta(days=last)}
        Recess.objects.create(body=track.body, name="zomerreces", **days)
    [pause] = board(dossier).course.pauses
    assert ((pause.starts_on - today).days, (pause.ends_on - today).days) == (10, 30)
    assert pause.told.startswith("Zomerreces, ")
    Recess.objects.filter(body=tracks[1].body).delete()
    [pause] = board(dossier).course.pauses
    assert "Zomerreces van 1 van de 2 die nog besluiten, " in pause.told


def test_nothing_is_drawn_of_days_that_nobody_knows(client, dossier, tracks):
    assert course_of(board(dossier)) is None
    page = page_of(client)
    assert '<figure class="course">' not in page
    assert "Van Dalfsen, Zwolle en Overijssel is nog geen dag bekend." in page


def test_when_all_decided_it_says_on_which_day_the_last_did(dossier, tracks, deck):
    for track, days in zip(tracks[:3], (0, 2, 1), strict=True):
        decide(track, deck, on=DAY + timedelta(days=days))
    assert (
        board(dossier).waiting.replace(NBSP, " ") == "Alle organen besloten. Het laatste besluit was op 6 maart 2024."
    )


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (None, None, ""),
        (-5, None, r"Besluiten kon vanaf .*\. Tot wanneer is nog niet bekend\."),
        (-5, 12, r"Besluiten kan van .* tot en met .*\. Nog 12 dagen\."),
        (None, 0, r"Besluiten kan tot en met .*\. Vandaag is de laatste dag\."),
        (-9, -1, r"Besluiten kon van .* tot en met .*\. Die tijd is voorbij\."),
    ],
)
def test_the_page_says_from_when_until_when_bodies_can_decide(client, dossier, tracks, first, last, told):
    days = {"decide_from": first, "decide_by": last}
    today = timezone.localdate()
    days = {name: None if on is None else today + timedelta(days=on) for name, on in days.items()}
    Dossier.objects.update(**days)
    found = term_of(Dossier.objects.get()).replace(NBSP, " ")
    assert re.fullmatch(told, found)
    assert found in page_of(client).replace(NBSP, " ")


def test_a_dossier_that_is_carried_says_with_whose_decision_and_when(client, dossier, tracks, deck):
    told = "Het aantal is gehaald met het besluit van {} ({} maart 2024). Dat telt deze site uit de besluiten."
    decide(tracks[0], deck)
    assert carried_since(board(dossier).dossier) == ""
    decide(tracks[1], deck, on=DAY + timedelta(days=2))
    decide(tracks[2], deck, on=DAY + timedelta(days=1))
    decide(tracks[3], deck)
    assert told.format("Provinciale Staten van Overijssel", 5) in page_of(client).replace(NBSP, " ")
    decide(tracks[2], deck, Outcome.HELD, on=DAY + timedelta(days=3))
    assert told.format("de gemeenteraad van Zwolle", 6) in page_of(client).replace(NBSP, " ")


def test_a_rule_for_one_kind_is_met_with_the_last_of_that_kind(dossier, tracks, deck):
    with history.recorded("gewijzigd", reason="De regel is bekend."):
        Dossier.objects.update(rule=Rule.KIND, rule_count=None, rule_kind=BodyKind.STATES)
    decide(tracks[0], deck)
    decide(tracks[2], deck, on=DAY + timedelta(days=1))
    decide(tracks[1], deck, on=DAY + timedelta(days=2))
    found = carried_since(board(dossier).dossier).replace(NBSP, " ")
    assert found.startswith(
        "Het aantal is gehaald met het besluit van Provinciale Staten van Overijssel (5 maart 2024)"
    )


# The money


def test_the_parts_of_the_bar_are_the_amounts_of_the_share_and_add_up_to_what_is_needed(dossier, tracks, basis, deck):
    for track, amount in zip(tracks[:3], (100, 200, 100), strict=True):
        AskedAmount.objects.create(track=track, component=basis, amount=amount, source=deck)
    decide(tracks[0], deck, component=basis, amount=60)
    decide(tracks[1], deck, component=basis, outcome=Outcome.ABSTAINS)
    [bar] = board(dossier).bars
    rects = re.findall(r'class="(\w+)" x="([\d.]+)%" width="([\d.]+)%"', bar.drawn)
    assert rects == [
        ("pledged", "0", "15.0"),
        ("open", "15.0", "25.0"),
        ("out", "40.0", "50.0"),
        ("short", "90.0", "10.0"),
    ]
    amounts = [(name, int(amount)) for name, _, _, amount in bar.parts]
    assert amounts == [("pledged", 60), ("open", 100), ("out", 200), ("short", 40)]
    assert sum(amount for _, amount in amounts) == bar.share.needed
    assert bar.described.replace(NBSP, " ") == (
        "€ 60 toegezegd, € 100 gevraagd van wie nog besluit, € 200 gevraagd van wie niet meedoet, "
        "€ 40 minder toegezegd dan gevraagd"
    )


def test_no_bar_is_drawn_when_it_is_not_known_how_much_is_needed(dossier, tracks, basis, deck):
    AskedAmount.objects.create(track=tracks[0], component=basis, amount=Decimal(5), source=deck)
    [bar] = board(dossier).bars
    assert isinstance(bar, MoneyBar)
    assert (bar.drawn, bar.unknown.replace(NBSP, " ")) == ("", "Van 1 orgaan is geen bedrag bekend.")


# The conditions


def test_a_cell_leads_to_its_condition_by_number(client, dossier, tracks, basis, deck):
    decide(tracks[0], deck, Outcome.CONDITION, component=basis, condition="Mits het past.")
    decide(tracks[1], deck, Outcome.CONDITION, component=basis, condition="Mits het kan.")
    page = page_of(client, "?stand=open")
    assert "Voorwaarde 1" not in page
    page = page_of(client)
    assert '<a class="cell conditional is-unsure" href="#voorwaarde-2"><span>Voorwaarde 2' in page
    assert re.search(
        r'<li id="voorwaarde-2" value="2">Mits het kan\. <span class="source">Gemeenteraad van Zwolle, ', page
    )


def test_a_dossier_without_conditions_says_so_in_one_line(client, dossier, tracks):
    assert "<p>Geen voorwaarden.</p>" in page_of(client)
