"""What councils publish is read in bounds, kept whole or not at all, and changes nothing until a person says so."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from consultation.deciding.councils import acts
from consultation.deciding.models import (
    CouncilSource,
    Dossier,
    DossierPhrase,
    FoundItem,
    FoundMeeting,
    FoundState,
    Track,
)
from consultation.deciding.tasks import read_councils, read_councils_again
from partners.ground.models import Act
from partners.models import Sitting
from tests.councils import STATUS, gone, item, meeting
from tests.councils import server as server

LATER = timezone.localdate() + timedelta(days=40)
EARLIER = timezone.localdate() - timedelta(days=10)
EVENING = f"{LATER}T19:30:00"


@pytest.fixture
def council_source(council):
    return CouncilSource.objects.create(body=council, key="zwolle", word="raadsvergadering")


@pytest.fixture
def track(version, council):
    dossier = Dossier.objects.create(title="Strategische agenda", slug="agenda", version=version, source=version.source)
    DossierPhrase.objects.create(dossier=dossier, phrase="agenda 2030")
    return Track.objects.create(dossier=dossier, body=council)


def read(council_source):
    """Reads all, and gives the source as it is then."""
    acts.read_all()
    council_source.refresh_from_db()
    return council_source


def found(**asked):
    return FoundMeeting.objects.get(**asked)


def test_without_an_address_nothing_is_asked(council_source, settings):
    assert settings.COUNCILS_URL == ""
    read_councils_again(timestamp=0)
    council_source.refresh_from_db()
    assert (council_source.asked_at, council_source.trouble) == (None, "")
    assert read(council_source).trouble == "Er is geen adres van OpenBesluitvorming ingesteld."
    with pytest.raises(CommandError, match="geen adres"):
        call_command("read_councils")


def test_a_meeting_is_found_with_day_time_and_how_fresh_it_is(server, council_source):
    server.records = [meeting(1, EVENING, agenda=[item(1, "Opening"), item(2, "Sluiting")])]
    source = read(council_source)
    one = found()
    assert (one.name, one.held_on, one.item_count) == ("Raadsvergadering", LATER, 2)
    assert one.starts_at == time(19, 30)
    assert one.state == FoundState.PROPOSED
    assert source.fresh_at == datetime(2026, 11, 28, 22, 41, 9, 883_000, UTC)
    assert (source.trouble, source.lacking, source.is_partial) == ("", [], False)
    assert not Sitting.objects.exists()
    assert not FoundItem.objects.exists()


@pytest.mark.parametrize(
    ("starts", "on", "at"),
    [
        ("2027-03-28T00:30:00Z", date(2027, 3, 28), time(1, 30)),
        ("2027-03-28T18:00:00Z", date(2027, 3, 28), time(20, 0)),  # from that day on summer time
        ("2026-12-31T23:30:00Z", date(2027, 1, 1), time(0, 30)),  # the year changes on the way to here
        ("2027-06-10T19:30:00+02:00", date(2027, 6, 10), time(19, 30)),
        ("2027-06-10T19:30:00", date(2027, 6, 10), time(19, 30)),
        ("2027-06-10", date(2027, 6, 10), None),
        ("2027-06-10T00:00:00+02:00", date(2027, 6, 10), None),
    ],
)
def test_a_moment_is_that_of_the_netherlands(server, council_source, starts, on, at):
    server.records = [meeting(1, starts)]
    read(council_source)
    assert (found().held_on, found().starts_at) == (on, at)


@pytest.mark.parametrize("starts", [None, "", "morgen", "2027-02-30T19:30:00Z", "0001-01-01T00:00:00Z", 20270101, []])
def test_a_meeting_without_a_day_is_left_out_and_told(server, council_source, starts):
    server.records = [meeting(1, starts), meeting(2, EVENING)]
    source = read(council_source)
    assert [one.external_id[-1] for one in FoundMeeting.objects.all()] == ["2"]
    assert source.lacking == ["Van 1\N{NO-BREAK SPACE}vergadering is de datum niet bekend of onmogelijk."]


def test_a_meeting_under_another_name_or_of_the_past_is_no_proposal(server, council_source):
    server.records = [meeting(1, EVENING, name="Commissie Ruimte"), meeting(2, f"{EARLIER}T19:30:00Z")]
    read(council_source)
    assert set(FoundMeeting.objects.values_list("state", flat=True)) == {FoundState.BESIDE}


def test_what_was_more_than_a_year_ago_is_left_out(server, council_source):
    server.records = [meeting(1, f"{timezone.localdate() - timedelta(days=400)}T19:30:00Z")]
    assert read(council_source).lacking == ["Er staan geen vergaderingen in."]


def test_an_item_that_names_a_dossier_is_proposed_for_the_track_of_this_body(server, council_source, track):
    below = item(4, "Zienswijze", [("Concept Agenda-2030", "https://raad.example/stuk.pdf")])
    server.records = [
        meeting(
            1,
            EVENING,
            agenda=[
                item(1, "Opening"),
                item(2, "Vaststellen STRATEGISCHE  AGENDA"),
                item(3, "Blok B", agenda_items=[below]),
                item(5, "Brief van Regio Zwolle"),
                item(6, "De agenda van morgen, strategische"),
            ],
        )
    ]
    read(council_source)
    items = {one.number: (one.named, one.track, one.document_url) for one in FoundItem.objects.all()}
    assert items == {
        "2": ("Strategische agenda", track, ""),
        "4": ("agenda 2030", track, "https://raad.example/stuk.pdf"),
        "5": ("Regio Zwolle", None, ""),
    }


def test_a_second_reading_asks_only_what_changed_and_keeps_nothing_twice(server, council_source, track):
    server.records = [meeting(1, EVENING, agenda=[item(1, "Strategische agenda")])]
    read(council_source)
    keys = FoundMeeting.objects.values_list("pk", flat=True)[0], FoundItem.objects.get().pk
    server.asked.clear()
    server.changes = [*server.records, {"op": "upsert", "entity_type": "Document", "entity_id": "document:1"}]
    read(council_source)
    assert [path.partition("?")[0] for path in server.asked] == ["/api/status", "/api/export/changes"]
    assert (found().pk, FoundItem.objects.get().pk) == keys
    assert CouncilSource.objects.get().changes_cursor == "c-2"


def test_another_key_is_read_from_its_beginning(server, council_source):
    read(council_source)
    assert council_source.changes_cursor == "c-0"
    council_source.key = "zwolle-oud"
    council_source.save()
    assert council_source.changes_cursor == ""


def test_more_than_one_reading_goes_on_where_it_was(server, council_source, monkeypatch):
    monkeypatch.setattr(acts, "MOST_PAGES", 2)
    server.per_page = 1
    server.records = [meeting(number, EVENING) for number in (1, 2, 3)]
    source = read(council_source)
    assert (source.is_partial, FoundMeeting.objects.count()) == (True, 2)
    assert "Er is nog meer dan wij in één keer lezen" in source.told
    assert (read(council_source).is_partial, FoundMeeting.objects.count()) == (False, 3)


def test_a_reading_stops_after_the_last_meeting(server, council_source):
    server.per_page = 2
    motions = [{"op": "upsert", "entity_type": "Motion", "entity_id": f"motion:{number}"} for number in range(9)]
    server.records = [meeting(1, EVENING), *motions]
    assert read(council_source).is_partial is False
    assert sum("snapshot" in path for path in server.asked) == 1


def test_a_meeting_that_moved_lapsed_or_went_away_is_told_and_proposed_again(server, council_source):
    server.records = [meeting(number, EVENING, name=f"Raadsvergadering {number}") for number in (1, 2, 3, 4)]
    read(council_source)
    FoundMeeting.objects.update(state=FoundState.REFUSED)
    moved = LATER + timedelta(days=7)
    server.changes = [
        meeting(1, f"{moved}T20:00:00", name="Raadsvergadering 1"),
        meeting(2, EVENING, name="Raadsvergadering 2", status="Geannuleerd"),
        gone(3),
        meeting(4, EVENING, name="Raadsvergadering 4"),
        gone(5),
    ]
    read(council_source)
    one, two, three, four = FoundMeeting.objects.order_by("external_id")
    assert (one.state, one.held_on, one.change) == (FoundState.PROPOSED, moved, one.change)
    assert one.change.startswith("Was ")
    assert one.change.endswith(f", is nu {one.when}.")
    assert (two.state, two.change, two.stands) == (FoundState.PROPOSED, "Gaat daar niet meer door.", "gaat niet door")
    assert (three.state, three.change, three.stands) == (
        FoundState.PROPOSED,
        "Staat daar niet meer.",
        "staat daar niet meer",
    )
    assert (four.state, four.change) == (FoundState.REFUSED, "")


def test_an_item_that_left_the_agenda_is_told(server, council_source, track):
    server.records = [meeting(1, EVENING, agenda=[item(1, "Strategische agenda")])]
    read(council_source)
    server.changes = [meeting(1, EVENING)]
    read(council_source)
    assert FoundItem.objects.get().is_withdrawn


FAULTY = {
    "500": "OpenBesluitvorming geeft een fout (500). Wij proberen het de volgende keer opnieuw.",
    "429": "OpenBesluitvorming vraagt ons om later terug te komen. Dat doen wij.",
    "redirect": "OpenBesluitvorming verwijst ons door naar een ander adres. Dat volgen wij niet.",
    "html": "OpenBesluitvorming geeft een antwoord dat wij niet kunnen lezen.",
    "list": "OpenBesluitvorming geeft een antwoord dat wij niet kunnen lezen.",
    "deep": "OpenBesluitvorming geeft een antwoord dat wij niet kunnen lezen.",
    "latin": "OpenBesluitvorming geeft een antwoord dat wij niet kunnen lezen.",
    "cut": "OpenBesluitvorming geeft een antwoord dat wij niet kunnen lezen.",
    "huge": "OpenBesluitvorming geeft een antwoord dat groter is dan 8 MB. Dat lezen wij niet.",
    "slow": "OpenBesluitvorming antwoordt niet binnen 1 seconden. Wij proberen het de volgende keer opnieuw.",
    "trickle": "OpenBesluitvorming antwoordt niet binnen 1 seconden. Wij proberen het de volgende keer opnieuw.",
}


@pytest.mark.parametrize("fault", FAULTY)
@pytest.mark.parametrize("path", ["/api/status", "/api/export/changes"])
def test_what_goes_wrong_is_one_line_and_keeps_what_was_there(server, council_source, fault, path):
    server.records = [meeting(1, EVENING)]
    before = read(council_source)
    server.changes = [gone(1)]
    server.faults[path] = fault
    after = read(council_source)
    assert after.trouble == FAULTY[fault]
    assert (after.read_at, after.changes_cursor) == (before.read_at, before.changes_cursor)
    assert found().is_withdrawn is False
    server.faults.clear()
    assert read(council_source).trouble == ""
    assert found().is_withdrawn is True


def test_a_page_that_fails_halfway_keeps_none(server, council_source):
    server.records = [meeting(1, EVENING)]
    server.faults["/api/export/snapshot"] = "stuck"
    assert read(council_source).trouble == "OpenBesluitvorming geeft een antwoord dat wij niet kunnen lezen."
    assert not FoundMeeting.objects.exists()


def test_an_encoding_that_is_named_is_read_and_one_that_is_not_known_is_told(server, council_source):
    server.kind, server.encoding = "application/x-ndjson; charset=iso-8859-1", "iso-8859-1"
    server.records = [meeting(1, EVENING, name="Raadsvergadering één")]
    read(council_source)
    assert found().name == "Raadsvergadering één"
    server.kind = "application/json; charset=klingon"
    assert read(council_source).trouble == "OpenBesluitvorming geeft een antwoord dat wij niet kunnen lezen."


def test_what_no_file_or_database_can_hold_is_left_out_of_a_name(server, council_source):
    server.records = [meeting(1, EVENING, name="Raadsvergadering\x00 \ud800van\u202e  Zwolle " + "x" * 400)]
    server.encoding = "utf-8"
    server.records[0]["payload"]["name"] = server.records[0]["payload"]["name"].replace("\ud800", "")
    read(council_source)
    assert found().name.startswith("Raadsvergadering van Zwolle x")
    assert len(found().name) == 300


@pytest.mark.parametrize("payload", [None, [], "x", {}, {"agenda": {"a": 1}, "start_date": EVENING, "name": 7}])
def test_a_record_may_lack_anything(server, council_source, payload):
    server.records = [{**meeting(1, EVENING), "payload": payload}, meeting(2, EVENING)]
    assert read(council_source).trouble == ""
    assert FoundMeeting.objects.filter(external_id__endswith="2").exists()


def test_an_address_that_a_page_cannot_link_to_is_left_out(server, council_source, track):
    for address in ("javascript:alert(1)", "https://raad.example/" + "x" * 600, "https://raad.example/a b", 3):
        server.records = [
            meeting(
                1,
                EVENING,
                agenda=[item(1, "Strategische agenda", [("stuk", address)])],
                source_info={"source_iri": address},
            )
        ]
        CouncilSource.objects.update(changes_cursor="")
        read(council_source)
        assert (found().address, FoundItem.objects.get().document_url) == ("", "")


def test_a_server_that_is_not_there_is_told_for_each_and_another_source_does_not_stop_the_others(
    server, council_source, other_council, settings
):
    other = CouncilSource.objects.create(body=other_council, key="dalfsen", word="raad")
    server.records = [meeting(1, EVENING)]
    call_command("read_councils")
    other.refresh_from_db()
    assert other.trouble == "OpenBesluitvorming kent deze sleutel niet."
    assert FoundMeeting.objects.count() == 1
    settings.COUNCILS_URL = "http://127.0.0.1:9"
    read_councils()
    told = "OpenBesluitvorming is niet bereikbaar. Wij proberen het de volgende keer opnieuw."
    assert set(CouncilSource.objects.values_list("trouble", flat=True)) == {told}


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ({"state": "failing"}, "Deze bron wordt daar nu niet bijgewerkt."),
        ({"state": "never_imported"}, "Deze bron is daar nog nooit gelezen."),
        (
            {"state": "discontinued", "succeededBy": {"label": "Amsterdam", "sourceKey": "amsterdam"}},
            "Deze organisatie bestaat niet meer. De opvolger is Amsterdam, met de sleutel amsterdam.",
        ),
        (
            {"state": "discontinued", "succeededBy": {"label": "Land van Cuijk"}},
            "Deze organisatie bestaat niet meer. De opvolger is Land van Cuijk; die staat er niet in.",
        ),
        ({"sourceKey": "iets-anders"}, "Deze bron staat niet in hun lijst."),
        ({"lastSuccessAt": "gisteren", "state": ["ok"]}, None),
    ],
)
def test_a_source_that_is_not_complete_says_so(server, council_source, status, told):
    server.statuses = [STATUS | status]
    server.records = [meeting(1, EVENING)]
    assert read(council_source).lacking == ([told] if told else [])


def test_the_debate_about_an_item_is_found_once_there_is_a_recording(server, council_source, track):
    server.records = [meeting(1, f"{EARLIER}T19:30:00Z", agenda=[item(1, "Strategische agenda")])]
    read(council_source)
    FoundItem.objects.update(state=FoundState.ADOPTED)
    chapter = {"title": "1", "start_seconds": 3_753.4, "agenda_item": "agenda_item:1"}
    key = "meeting:notubiz:gemeente:zwolle:1"
    server.entities[key] = {"recordings": [{"player_url": "https://raad.example/film", "chapters": [chapter]}]}
    read(council_source)
    one = FoundItem.objects.get()
    assert (one.debate_url, one.fragment, one.state) == ("https://raad.example/film", "1.02.33", FoundState.PROPOSED)
    server.asked.clear()
    read(council_source)
    assert not [path for path in server.asked if "entities" in path]


def test_reading_is_no_act_when_it_changes_nothing(server, council_source):
    read(council_source)
    count = Act.objects.count()
    read(council_source)
    assert Act.objects.count() == count
