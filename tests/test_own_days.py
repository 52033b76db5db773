"""A griffier keeps the days of the own body: what changes is shown first, and nobody undoes another's."""

from datetime import time, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from partners.ground.models import Act, Change
from partners.models import Sitting
from partners.models.body import TERM_TOO_LONG
from tests.filling import form_on

DAYS, RECESSES = "/partners/zwolle/raad/vergaderdagen/", "/partners/zwolle/raad/recessen/"
SOON, LATER = timezone.localdate() + timedelta(days=20), timezone.localdate() + timedelta(days=50)
BR = "\N{NO-BREAK SPACE}"


@pytest.fixture
def griffier(client, clerk):
    client.force_login(clerk)
    return client


@pytest.fixture
def sitting(council):
    return council.sittings.create(held_on=SOON, starts_at=time(19, 30), note="In het stadhuis.")


def fill_in(client, address=DAYS, **typed):
    """Sends the lines as they stand on the page, with what was `typed`. Returns the answer."""
    return client.post(address, form_on(client.get(address), "count") | typed)


def confirm(client, page, address=DAYS):
    """Presses the button of a preview."""
    assert page.status_code == 200
    return client.post(address, form_on(page, "signed"))


def test_a_new_day_is_shown_first_and_then_saved(griffier, council, clerk):
    page = fill_in(griffier, **{"n0-held_on": SOON.isoformat(), "n0-starts_at": "19.30"})
    assertContains(page, f"1{BR}nieuwe regel en")
    assert not council.sittings.exists()
    assertRedirects(confirm(griffier, page), DAYS, fetch_redirect_response=False)
    one = council.sittings.get()
    assert (one.held_on, one.starts_at, one.is_cancelled) == (SOON, time(19, 30), False)
    assertContains(griffier.get(DAYS), "Dit staat nu op de site: 1 nieuw, 0 gewijzigd, 0 gelijk gebleven.")
    change = Change.objects.get(table_name="partners_sitting")
    assert change.act.made_by_id == clerk.pk


def test_only_what_was_changed_is_changed(griffier, sitting):
    page = fill_in(griffier, **{"r0-is_cancelled": "ja"})
    assertContains(page, "Vervalt")
    assertNotContains(page, "stadhuis")
    confirm(griffier, page)
    sitting.refresh_from_db()
    assert (sitting.is_cancelled, sitting.note, sitting.starts_at) == (True, "In het stadhuis.", time(19, 30))


def test_what_another_changed_meanwhile_stays(griffier, sitting):
    typed = form_on(griffier.get(DAYS), "count") | {"r0-starts_at": "20.00"}
    Sitting.objects.update(note="In de schouwburg.")
    confirm(griffier, griffier.post(DAYS, typed))
    sitting.refresh_from_db()
    assert (sitting.starts_at, sitting.note) == (time(20), "In de schouwburg.")


def test_what_both_changed_is_shown_with_what_the_other_said(griffier, sitting):
    typed = form_on(griffier.get(DAYS), "count") | {"r0-note": "In de kerk."}
    Sitting.objects.update(note="In de schouwburg.")
    page = griffier.post(DAYS, typed)
    assertContains(page, "<del>In de schouwburg.</del>", html=True)
    Sitting.objects.update(note="In het park.")
    again = confirm(griffier, page)
    assertContains(again, "Intussen is er iets veranderd in de portal.")
    assertContains(again, "<del>In het park.</del>", html=True)
    assert Sitting.objects.get().note == "In het park."
    confirm(griffier, again)
    assert Sitting.objects.get().note == "In de kerk."


def test_nothing_changed_says_so(griffier, sitting):
    assertContains(fill_in(griffier), "U hebt niets gewijzigd.")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"n0-held_on": "31-2-2027"}, "Schrijf de datum als 31-1-2024."),
        ({"n0-held_on": SOON.isoformat(), "n0-starts_at": "25.00"}, "Schrijf de tijd als 19.30."),
        ({"n0-starts_at": "19.30"}, "Dit veld is verplicht."),
        ({"n0-held_on": "2399-01-01"}, "Kies een jaar van 2000 tot en met 2050."),
        ({"n0-held_on": SOON.isoformat(), "n0-papers_by": LATER.isoformat()}, "Dit is na de vergadering zelf."),
        ({"n0-held_on": SOON.isoformat(), "n0-note": "x" * 301}, "Nu zijn het er 301."),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_nothing_typed_is_lost(griffier, council, typed, told):
    page = fill_in(griffier, **typed, **{"n1-note": "Blijft staan"})
    assertContains(page, told)
    assertContains(page, 'class="error"')
    assertContains(page, "Blijft staan")
    for text in typed.values():
        assertContains(page, text)
    assert not council.sittings.exists()


def test_a_pasted_list_is_previewed_with_the_code_of_the_desk(griffier, council):
    dutch = f"{SOON.day}-{SOON.month}-{SOON.year}"
    page = griffier.post(DAYS, {"pasted": f"{dutch}, 19.30 uur\n{LATER.day}-{LATER.month}-{LATER.year}", "word": ""})
    assertContains(page, f"2{BR}nieuwe regels en")
    confirm(griffier, page)
    assert list(council.sittings.values_list("held_on", "starts_at")) == [(SOON, time(19, 30)), (LATER, None)]


def ics(*events):
    body = "".join(f"BEGIN:VEVENT\r\nUID:{number}\r\n{one}\r\nEND:VEVENT\r\n" for number, one in enumerate(events))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{body}END:VCALENDAR\r\n".encode()


def upload(client, content, name="agenda.ics", address=DAYS, **more):
    return client.post(address, {"sheet": SimpleUploadedFile(name, content), "pasted": "", "word": "", **more})


def test_a_calendar_is_previewed_and_what_is_not_in_it_can_lapse(griffier, sitting):
    first = f"SUMMARY:Raadsvergadering\r\nDTSTART;VALUE=DATE:{timezone.localdate() + timedelta(days=5):%Y%m%d}"
    last = f"SUMMARY:Raadsvergadering\r\nDTSTART;VALUE=DATE:{LATER:%Y%m%d}"
    confirm(griffier, upload(griffier, ics(first, last), lapses="on"))
    sitting.refresh_from_db()
    assert sitting.is_cancelled
    assert Sitting.objects.count() == 3


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (ics(*["SUMMARY:x\r\nDTSTART;VALUE=DATE:20270610"] * 4_000), "Dit zijn meer dan 1.000 dagen."),
        (
            b"\x00\xff\xfe\x00\x81BEGIN:VCALENDAR" + bytes(range(256)),
            "Sommige tekens in deze kalender kunnen wij niet lezen.",
        ),
        ("BEGIN:VCALENDAR\r\nSUMMARY:één".encode("utf-16"), "geen kalenderbestand"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:morgen", "geen kalenderbestand"),
        (ics("SUMMARY:Raad\r\nDTSTART:20270610T193000Z\r\nRRULE:FREQ=WEEKLY"), "herhaalt zich"),
        (b"x" * 2_100_000, "2 MB"),
        (b"", "leeg"),
    ],
)
def test_a_calendar_that_cannot_be_used_gets_a_clear_answer(griffier, council, content, told):
    page = upload(griffier, content)
    assert page.status_code == 200
    assertContains(page, told)
    assertContains(page, "Er is nog niets opgeslagen")
    assert not council.sittings.exists()


def test_a_sheet_with_days_of_another_body_is_refused(griffier, council, other_council):
    text = f"Orgaan;Datum\nzwolle/raad;morgen\ngemeenteraad van Dalfsen;{SOON}\nzwolle/raad;{LATER}\n"
    page = upload(griffier, text.encode(), "dagen.csv")
    assertContains(
        page, "Dit is van een ander orgaan. U kunt hier alleen de dagen van de gemeenteraad van Zwolle invullen."
    )
    assert [remark.row for remark in page.context["remarks"]] == [2, 3]
    assert not Sitting.objects.exists()


def test_a_preview_is_confirmed_for_its_own_body_alone(griffier, client, council, other_council, secretary):
    page = fill_in(griffier, **{"n0-held_on": SOON.isoformat()})
    client.force_login(secretary)
    assert client.post("/partners/dalfsen/raad/vergaderdagen/", form_on(page, "signed")).status_code == 400
    assert client.post(RECESSES, form_on(page, "signed")).status_code == 400
    assert not Sitting.objects.exists()


def test_a_recess_is_filled_in_changed_and_taken_away(griffier, council):
    typed = {"n0-name": "kerstreces", "n0-starts_on": SOON.isoformat(), "n0-ends_on": LATER.isoformat()}
    confirm(griffier, fill_in(griffier, RECESSES, **typed), RECESSES)
    recess = council.recesses.get()
    confirm(griffier, fill_in(griffier, RECESSES, **{"r0-name": "winterreces"}), RECESSES)
    recess.refresh_from_db()
    assert (recess.name, recess.ends_on) == ("winterreces", LATER)
    address = f"{RECESSES}{recess.pk}/weghalen/"
    assertContains(griffier.get(address), "Wilt u dit reces weghalen?")
    assert council.recesses.exists()
    assertRedirects(griffier.post(address), RECESSES)
    assert not council.recesses.exists()
    assert griffier.get(address).status_code == 404
    assertContains(griffier.post(address, follow=True), "Dit reces is er niet meer.")


@pytest.mark.parametrize(
    ("ends", "told"),
    [(SOON - timedelta(days=1), "Het einde ligt voor het begin."), (LATER, "heeft in deze periode al een reces")],
)
def test_a_recess_that_cannot_be_is_refused_at_its_line(griffier, council, ends, told):
    council.recesses.create(name="reces", starts_on=LATER - timedelta(days=1), ends_on=LATER + timedelta(days=9))
    typed = {"n0-name": "nog een", "n0-starts_on": SOON.isoformat(), "n0-ends_on": ends.isoformat()}
    page = fill_in(griffier, RECESSES, **typed)
    assertContains(page, told)
    assert council.recesses.count() == 1


def test_the_delivery_term_is_kept_and_recorded(griffier, council, clerk, deck):
    council.delivery_source = deck
    council.save()
    assertRedirects(griffier.post(DAYS, {"days": "14", "was": ""}), DAYS)
    council.refresh_from_db()
    assert (council.delivery_days, council.delivery_source) == (14, None)
    assert Act.objects.filter(words="aanlevertermijn ingevuld", made_by_id=clerk.pk).exists()
    griffier.post(DAYS, {"days": "", "was": "14"})
    council.refresh_from_db()
    assert council.delivery_days is None


@pytest.mark.parametrize(
    ("days", "told"),
    [("-1", "Vul een heel getal in, zoals 14."), ("veertien", "Vul een heel getal in"), ("181", TERM_TOO_LONG)],
)
def test_a_term_that_cannot_be_is_refused(griffier, council, days, told):
    page = griffier.post(DAYS, {"days": days, "was": ""})
    assertContains(page, told)
    assertContains(page, f'value="{days}"')


def test_a_term_that_another_filled_in_meanwhile_is_told(griffier, council):
    council.delivery_days = 21
    council.save()
    page = griffier.post(DAYS, {"days": "14", "was": ""})
    assertContains(page, "Intussen vulde iemand anders 21 in.")
    griffier.post(DAYS, form_on(page, "days"))
    council.refresh_from_db()
    assert council.delivery_days == 14


def test_the_page_of_what_can_be_done_leads_its_griffier_here(client, griffier, council, outsider):
    assertContains(griffier.get(council.get_moments_url()), f'<a class="button" href="{DAYS}">')
    council.sittings.create(held_on=SOON)
    page = griffier.get(council.get_moments_url())
    assertContains(page, f'<a href="{DAYS}">Vul de vergaderdagen in</a>', html=True)
    client.force_login(outsider)
    assertNotContains(client.get(council.get_moments_url()), DAYS)


def test_a_board_and_a_body_that_is_not_there_have_no_such_page(griffier, council, client, secretary):
    client.force_login(secretary)
    for path in ("/partners/zwolle/bestuur/vergaderdagen/", "/partners/zwolle/staten/vergaderdagen/"):
        assert client.get(path).status_code == 404


def test_the_page_asks_as_much_for_many_days_as_for_one(griffier, sitting, council, django_assert_num_queries):
    with django_assert_num_queries(7) as asked:
        griffier.get(DAYS)
    for number in range(30):
        council.sittings.create(held_on=SOON + timedelta(days=number + 1))
    with django_assert_num_queries(len(asked)):
        griffier.get(DAYS)
