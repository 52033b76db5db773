"""The days of bodies come in as a list, a sheet or a calendar: first what will change, then all of it or nothing."""

import re
from datetime import date, time, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.dates import MONTHS
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from partners.ground.calendars.reading import days_of_calendar, days_of_text
from partners.models import Recess, Sitting
from tests.reading import words

SITTINGS = "/beheer/partners/sitting/importeren/"
RECESSES = "/beheer/partners/recess/importeren/"
ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Griffie//NL
{}END:VCALENDAR
"""


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def event(summary, start, *more):
    lines = ["BEGIN:VEVENT", f"UID:{summary}-{start}", f"SUMMARY:{summary}", f"DTSTART{start}", *more, "END:VEVENT"]
    return "\n".join(lines) + "\n"


def ics(*events, encoding="utf-8"):
    return SimpleUploadedFile("raad.ics", ICS.format("".join(events)).encode(encoding))


def send(desk, path, **sent):
    return desk.post(path, sent)


def changes(page):
    """What the preview says will change: (what, column, was, becomes) of each."""
    rows, found = (
        re.findall(
            r"<tr>(.*?)</tr>", page.text.partition("Dit gaat er gebeuren")[2].partition("</table>")[0], re.DOTALL
        ),
        [],
    )
    for row in rows[1:]:
        cells = [words(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
        found.append(tuple(cells[-3:]))
    return [one for one in found if len(one) == 3]


def confirmed(desk, path, page):
    """What the button below a preview leads to."""
    signed = re.search(r'name="signed" value="([^"]+)"', page.text)[1]
    return desk.post(path, {"signed": signed}, follow=True)


def test_a_pasted_list_is_shown_first_and_then_saved(desk, council):
    pasted = "donderdag 24 juni 2027, 19.30 uur\n8-7-2027\n2027-09-09 20:00 uur"
    page = send(desk, SITTINGS, body=council.pk, pasted=pasted)
    assert "3 nieuwe rijen" in words(page.text)
    assert ("Tijd", "–", "19.30") in changes(page)
    assert not Sitting.objects.exists()
    confirmed(desk, SITTINGS, page)
    assert list(Sitting.objects.order_by("held_on").values_list("body", "held_on", "starts_at")) == [
        (council.pk, date(2027, 6, 24), time(19, 30)),
        (council.pk, date(2027, 7, 8), None),
        (council.pk, date(2027, 9, 9), time(20)),
    ]


def test_the_same_list_again_changes_nothing(desk, council):
    council.sittings.create(held_on=date(2027, 6, 24), starts_at=time(19, 30))
    page = send(desk, SITTINGS, body=council.pk, pasted="24 juni 2027 19.30")
    assert "verandert niets" in words(page.text)


def test_a_line_that_is_no_day_is_named_and_nothing_is_saved(desk, council):
    pasted = "24 juni 2027\n31 juni 2027\n24 juni\nniets"
    page = send(desk, SITTINGS, body=council.pk, pasted=pasted)
    said = words(page.text)
    assert "Er is niets opgeslagen. Verbeter eerst 3 fouten" in said
    assert "In ‘31 juni 2027’ staat geen dag die bestaat." in said
    assert pasted in page.text
    assert not Sitting.objects.exists()


def test_a_list_that_is_not_said_to_be_anybodys_is_refused_and_kept(desk, council):
    page = send(desk, SITTINGS, pasted="24 juni 2027")
    assert "Kies van welk orgaan deze dagen zijn." in page.text
    assert "24 juni 2027" in page.text


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({}, "Kies een bestand, of plak een lijst."),
        ({"pasted": "24 juni 2027", "sheet": True}, "Kies een bestand of plak een lijst, niet allebei."),
    ],
)
def test_it_is_a_file_or_a_list(desk, council, sent, why):
    given_file = {"sheet": ics(event("Raad", ";VALUE=DATE:20270624"))} if sent.get("sheet") else {}
    assert why in send(desk, SITTINGS, body=council.pk, **(sent | given_file)).text


def test_a_table_pasted_from_a_spreadsheet_says_itself_whose_days_they_are(desk, council, other_council):
    pasted = (
        "Orgaan\tDatum\tTijd\tVervalt\ngemeenteraad van Zwolle\t24-6-2027\t19.30\tnee\ndalfsen/raad\t1-7-2027\t\tja\n"
    )
    confirmed(desk, SITTINGS, send(desk, SITTINGS, pasted=pasted))
    assert set(Sitting.objects.values_list("body__name", "held_on", "is_cancelled")) == {
        ("gemeenteraad van Zwolle", date(2027, 6, 24), False),
        ("gemeenteraad van Dalfsen", date(2027, 7, 1), True),
    }


def test_a_sheet_without_bodies_is_of_the_one_that_was_chosen(desk, council):
    sheet = SimpleUploadedFile("dagen.csv", b"Datum;Tijd\n24-6-2027;19.30\n")
    confirmed(desk, SITTINGS, send(desk, SITTINGS, body=council.pk, sheet=sheet))
    assert Sitting.objects.get().body == council


def test_a_text_file_with_a_list_is_read_as_a_list(desk, council):
    sheet = SimpleUploadedFile("dagen.txt", "24 juni 2027\n8 juli 2027\n".encode("utf-16"))
    confirmed(desk, SITTINGS, send(desk, SITTINGS, body=council.pk, sheet=sheet))
    assert Sitting.objects.count() == 2


def test_a_calendar_gives_its_days_in_dutch_time_and_without_what_is_no_sitting(desk, council):
    sheet = ics(
        event("Raadsvergadering", ";TZID=Europe/Amsterdam:20270624T193000"),
        event("Raadsvergadering", ":20270708T173000Z"),
        event("Raadsvergadering", ":20271104T183000Z"),
        event("Raadsvergadering (vervalt)", ";VALUE=DATE:20270916"),
        event("Commissie", ";VALUE=DATE:20270617"),
        event("Raadsvergadering deel 2", ";VALUE=DATE:20270624"),
    )
    page = send(desk, SITTINGS, body=council.pk, sheet=sheet, word="Raad")
    assert "Overgeslagen: 1 dag." in words(page.text)
    assert "‘Raadsvergadering deel 2’ is op dezelfde dag als rij 1." in words(page.text)
    confirmed(desk, SITTINGS, page)
    assert list(Sitting.objects.order_by("held_on").values_list("held_on", "starts_at", "is_cancelled")) == [
        (date(2027, 6, 24), time(19, 30), False),
        (date(2027, 7, 8), time(19, 30), False),
        (date(2027, 9, 16), None, True),
        (date(2027, 11, 4), time(19, 30), False),
    ]


def test_the_recesses_of_a_calendar_end_on_their_last_day(desk, council):
    sheet = ics(
        event("Zomerreces", ";VALUE=DATE:20270710", "DTEND;VALUE=DATE:20270823"),
        event("Raadsvergadering", ";VALUE=DATE:20270624"),
    )
    page = send(desk, RECESSES, body=council.pk, sheet=sheet)
    assert "Overgeslagen: 1 dag." in words(page.text)
    confirmed(desk, RECESSES, page)
    recess = Recess.objects.get()
    assert (recess.name, recess.starts_on, recess.ends_on) == ("Zomerreces", date(2027, 7, 10), date(2027, 8, 22))


def test_a_recess_as_a_line_and_one_that_is_reversed(desk, council):
    confirmed(
        desk, RECESSES, send(desk, RECESSES, body=council.pk, pasted="herfstreces van 16 okt 2027 t/m 24 okt 2027")
    )
    recess = Recess.objects.get()
    assert (recess.name, recess.starts_on, recess.ends_on) == ("herfstreces", date(2027, 10, 16), date(2027, 10, 24))
    page = send(desk, RECESSES, body=council.pk, pasted="reces 24-12-2027 t/m 20-12-2027")
    assert "Het einde ligt voor het begin." in page.text
    page = send(desk, RECESSES, body=council.pk, pasted="reces 24-10-2027 t/m 28-10-2027")
    assert "Dit orgaan heeft in deze periode al een reces." in page.text
    assert Recess.objects.count() == 1


def test_what_is_no_longer_in_the_list_lapses_within_its_days(desk, council):
    today = timezone.localdate()
    ahead = [today + timedelta(days=days) for days in (-5, 5, 10, 20, 40)]
    for on in ahead:
        council.sittings.create(held_on=on)
    pasted = f"{ahead[1].isoformat()}\n{ahead[3].isoformat()}"
    page = send(desk, SITTINGS, body=council.pk, pasted=pasted, lapses="on")
    assert changes(page) == [("Vervalt", "nee", "ja")]
    confirmed(desk, SITTINGS, page)
    assert list(Sitting.objects.filter(is_cancelled=True).values_list("held_on", flat=True)) == [ahead[2]]


def test_what_repeats_itself_is_not_guessed_at(desk, council):
    sheet = ics(event("Raad", ";VALUE=DATE:20270624", "RRULE:FREQ=MONTHLY"))
    page = send(desk, SITTINGS, body=council.pk, sheet=sheet)
    assert "‘Raad’ herhaalt zich. Zet elke dag apart in het bestand" in words(page.text)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff\xfe\x00", "geen kalenderbestand"),
        (b"\x81\x8d\x8f\x90", "Sommige tekens in deze kalender kunnen wij niet lezen."),
        (b"zomaar iets", "geen kalenderbestand"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:gisteren\nEND:VEVENT\nEND:VCALENDAR", ""),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=Nergens:20270101T000000\nEND:VEVENT\n", ""),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "Hierin staan geen dagen die wij hier kunnen gebruiken."),
        (
            ICS.format("".join(event("x", ";VALUE=DATE:20270101") for _ in range(5_000))).encode(),
            "meer dan 1.000 dagen",
        ),
        (b"BEGIN:VCALENDAR\n" + b" " * 2_000_001, "2 MB"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_dutch_answer_and_nothing_is_saved(desk, council, content, why):
    page = send(desk, SITTINGS, body=council.pk, sheet=SimpleUploadedFile("raad.ics", content))
    assert page.status_code == 200
    assert why in words(page.text)
    assert not Sitting.objects.exists()


def test_a_calendar_in_an_old_encoding_is_read_all_the_same(desk, council):
    sheet = ics(event("Zomerreces één", ";VALUE=DATE:20270710", "DTEND;VALUE=DATE:20270823"), encoding="cp1252")
    assert "Zomerreces één" in send(desk, RECESSES, body=council.pk, sheet=sheet).text


def test_a_list_of_thousands_of_lines_is_refused(desk, council):
    page = send(desk, SITTINGS, body=council.pk, pasted="1-1-2027\n" * 1_001)
    assert "meer dan 1.000 dagen" in page.text


@given(st.text(max_size=300))
def test_no_text_makes_the_reading_of_a_list_fail(text):
    days, remarks = days_of_text(text)
    assert len(days) + len(remarks) == sum(bool(line.strip()) for line in text.splitlines())


@given(st.dates(date(2000, 1, 1), date(2050, 12, 31)), st.times())
def test_a_day_is_read_in_each_form_that_people_write(on, at):
    names = [str(name) for name in MONTHS.values()]
    forms = [
        f"{on.isoformat()}",
        f"{on.day}-{on.month}-{on.year}",
        f"{on.day:02}/{on.month:02}/{on.year}",
        f"{on.day} {names[on.month - 1]} {on.year}",
        f"{on.day} {names[on.month - 1][:3].upper()}. {on.year}",
    ]
    text = "\n".join(f"donderdag {form}, {at:%H.%M} uur" for form in forms)
    days, remarks = days_of_text(text)
    assert not remarks
    assert {(one.first, one.starts_at) for one in days} == {(on, at.replace(second=0, microsecond=0))}


def test_our_own_calendar_is_read_back(client, council):
    council.sittings.create(held_on=date(2027, 6, 24), starts_at=time(19, 30))
    content = client.get("/partners/zwolle/raad/kalender.ics").content
    assert not Calendar.from_ical(content).errors
    ((one,), remarks) = days_of_calendar(content)
    assert (one.first, one.starts_at, remarks) == (date(2027, 6, 24), time(19, 30), [])


def test_only_of_sittings_it_is_asked_whether_what_is_not_named_lapses(desk):
    assert [path for path in (SITTINGS, RECESSES) if 'name="lapses"' in desk.get(path).text] == [SITTINGS]
