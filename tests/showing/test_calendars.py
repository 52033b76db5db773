"""The calendar of a consultation."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import assume, example, given
from hypothesis import strategies as st
from icalendar import Calendar

from consultation.calendars import entries_of
from partners.ground.calendars.writing import dutch_time

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def events(client, written):
    """The events of the calendar as a calendar program reads them, by title."""
    response = client.get("/consultaties/schriftelijk/kalender.ics")
    assert response.status_code == 200
    calendar = Calendar.from_ical(response.content)
    assert not calendar.errors
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_the_calendar_is_a_file_to_download(client, written):
    response = client.get("/consultaties/schriftelijk/kalender.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="schriftelijk.ics"'
    assert response.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))


def test_the_calendar_has_every_step_and_the_closing_moment(events):
    assert list(events) == [
        "Consultatie en interviews",
        "Klankbordgroep",
        "Begin van: Besluit in de colleges",
        "Reageren kan nog tot dit moment: Schriftelijke consultatie",
    ]


def test_a_period_takes_whole_days_and_ends_before_the_day_after(events):
    assert events["Consultatie en interviews"].start == date(2022, 12, 10)
    assert events["Consultatie en interviews"].end == date(2023, 1, 21)


def test_a_step_of_one_day_takes_that_day(events):
    assert events["Klankbordgroep"].start == date(2023, 1, 20)
    assert events["Klankbordgroep"].end == date(2023, 1, 21)


def test_a_step_that_ends_at_words_stands_on_its_first_day_and_says_the_words(events):
    event = events["Begin van: Besluit in de colleges"]
    assert (event.start, event.end) == (date(2023, 3, 15), date(2023, 3, 16))
    assert "Vanaf 15\N{NO-BREAK SPACE}maart\N{NO-BREAK SPACE}2023, voor het zomerreces." in str(event["description"])


def test_the_closing_moment_is_the_last_minute_in_dutch_time(events):
    event = events["Reageren kan nog tot dit moment: Schriftelijke consultatie"]
    assert event.start == datetime(2023, 1, 20, 23, 59, tzinfo=AMSTERDAM)
    assert event.end == datetime(2023, 1, 21, tzinfo=AMSTERDAM)
    assert event["dtstart"].params["TZID"] == "Europe/Amsterdam"


@pytest.mark.parametrize(("month", "offset"), [(1, 1), (7, 2)])
def test_the_calendar_brings_its_time_zone(client, written, month, offset):
    written.closes_at = datetime(2023, month, 21, tzinfo=AMSTERDAM)
    written.save()
    calendar = Calendar.from_ical(client.get("/consultaties/schriftelijk/kalender.ics").content)
    (zone,) = calendar.timezones
    closing = calendar.events[-1].start
    assert closing.replace(tzinfo=zone.to_tz()).utcoffset() == timedelta(hours=offset)
    assert closing == written.last_minute


def test_a_consultation_elsewhere_has_no_closing_minute(client, written):
    written.takes_letters = False
    written.save()
    calendar = Calendar.from_ical(client.get("/consultaties/schriftelijk/kalender.ics").content)
    assert len(calendar.events) == 3
    assert not calendar.timezones


def test_an_event_leads_back_to_the_page(events, settings):
    assert {str(event["url"]) for event in events.values()} == {f"{settings.SITE_URL}/consultaties/schriftelijk/"}


def test_a_calendar_that_did_not_change_reads_the_same(client, written):
    first = client.get("/consultaties/schriftelijk/kalender.ics").content
    assert client.get("/consultaties/schriftelijk/kalender.ics").content == first


def test_an_edit_changes_the_event_and_not_its_identity(client, written, clock, events):
    before = events["Klankbordgroep"]
    clock(2030, 1, 1)
    step = written.steps.get(title="Klankbordgroep")
    step.starts_on = date(2023, 1, 23)
    step.save()
    calendar = Calendar.from_ical(client.get("/consultaties/schriftelijk/kalender.ics").content)
    after = next(event for event in calendar.events if event["summary"] == "Klankbordgroep")
    assert after["uid"] == before["uid"]
    assert after.start == date(2023, 1, 23)
    assert after["dtstamp"].dt == datetime(2030, 1, 1, tzinfo=AMSTERDAM)
    assert after["sequence"] > before["sequence"]


def test_no_two_events_share_an_identity(client, written, open_consultation):
    open_consultation.steps.create(title="Stap", starts_on=date(2023, 1, 1))
    uids = [
        str(event["uid"])
        for slug in ("schriftelijk", "conceptagenda")
        for event in Calendar.from_ical(client.get(f"/consultaties/{slug}/kalender.ics").content).events
    ]
    assert len(set(uids)) == len(uids) == 6


def test_an_example_says_so_in_the_calendar_too(client, written):
    written.is_example = True
    written.save()
    calendar = Calendar.from_ical(client.get("/consultaties/schriftelijk/kalender.ics").content)
    assert all(str(event["summary"]).startswith("Voorbeeld: ") for event in calendar.events)


def test_odd_characters_survive_the_calendar(client, written):
    title = 'Overleg; "ronde 1", \\ en € 5\nBEGIN:VEVENT'
    written.steps.create(title=title, starts_on=date(2023, 1, 1))
    calendar = Calendar.from_ical(client.get("/consultaties/schriftelijk/kalender.ics").content)
    assert title in [str(event["summary"]) for event in calendar.events]
    assert len(calendar.events) == 5


def test_the_zone_is_told_by_rules_that_outlook_reads(client, written):
    content = client.get("/consultaties/schriftelijk/kalender.ics").content
    zone = content.partition(b"BEGIN:VTIMEZONE")[2].partition(b"END:VTIMEZONE")[0]
    assert b"RDATE" not in content
    assert sorted(re.findall(rb"RRULE:(.*)\r", zone)) == [
        b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    ]


@given(st.datetimes(datetime(2000, 1, 1), datetime(2050, 12, 31)))
@example(datetime(2027, 3, 28, 2, 30))
@example(datetime(2027, 3, 28, 3))
@example(datetime(2027, 10, 31, 1, 59))
@example(datetime(2027, 10, 31, 3))
def test_the_rules_give_the_time_of_the_whole_period(moment):
    """Not in the hour that comes twice: there iCalendar itself has no answer."""
    assume(not (moment.month == 10 and moment.hour == 2))
    assume(not (moment.month == 3 and moment.hour == 2))
    assert moment.replace(tzinfo=dutch_time().to_tz()).utcoffset() == moment.replace(tzinfo=AMSTERDAM).utcoffset()


def test_a_program_that_subscribes_is_told_to_look_twice_a_day(client, written):
    content = client.get("/consultaties/schriftelijk/kalender.ics").content
    assert b"METHOD:PUBLISH\r\n" in content
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n" in content
    assert b"X-PUBLISHED-TTL:PT12H\r\n" in content


def test_one_can_subscribe_and_reads_what_the_file_alone_does_not_do(client, written, clock, settings):
    clock(2023, 1, 12)
    page = client.get("/consultaties/schriftelijk/").text
    host = settings.SITE_URL.partition("://")[2]
    assert f'href="webcal://{host}/consultaties/schriftelijk/kalender.ics"' in page
    assert "Neemt u het bestand eenmalig over, dan ziet u latere wijzigingen niet." in page


def test_a_step_that_lapsed_is_cancelled_in_the_calendars_that_have_it(client, written, events):
    before = events["Klankbordgroep"]
    written.steps.get(title="Klankbordgroep").delete()
    calendar = Calendar.from_ical(client.get("/consultaties/schriftelijk/kalender.ics").content)
    cancelled = next(event for event in calendar.events if event["status"] == "CANCELLED")
    assert (cancelled["uid"], cancelled["summary"]) == (before["uid"], "Vervallen: Klankbordgroep")
    assert cancelled["sequence"] >= before["sequence"]
    assert (cancelled.start, cancelled.end) == (before.start, before.end)
    assert len(calendar.events) == 4


def test_of_a_step_that_lapsed_before_anyone_could_read_it_nothing_is_told(client, written):
    written.steps.get(title="Klankbordgroep").delete()
    written.public_from = timezone.now() + timedelta(seconds=1)
    assert [entry.title for entry in entries_of(written)] == [
        "Consultatie en interviews",
        "Begin van: Besluit in de colleges",
        "Reageren kan nog tot dit moment: Schriftelijke consultatie",
    ]


def test_the_closing_moment_is_told_two_days_before_and_keeps_nobody_busy(events):
    event = events["Reageren kan nog tot dit moment: Schriftelijke consultatie"]
    (alarm,) = event.walk("VALARM")
    assert alarm["trigger"].dt == -timedelta(days=2)
    assert {str(one["transp"]) for one in events.values()} == {"TRANSPARENT"}
