"""What a body can still do and until when: the page, the calendar to subscribe to, and what the desk is warned of."""

from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from consultation.models import Invitation
from partners.models import Body, BodyKind
from partners.planning import AMSTERDAM
from tests.reading import visible, words

PAGE = "/partners/zwolle/raad/wat-kan-nog/"
FEED = "/partners/zwolle/raad/kalender.ics"


@pytest.fixture
def june(monkeypatch):
    """It is 3 June 2027, noon."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2027, 6, 3, 12, tzinfo=AMSTERDAM))


@pytest.fixture
def consultation(june, open_consultation):
    """Open until 2 July 2027."""
    open_consultation.opens_at = datetime(2027, 6, 1, tzinfo=AMSTERDAM)
    open_consultation.closes_at = datetime(2027, 7, 3, tzinfo=AMSTERDAM)
    open_consultation.save()
    return open_consultation


@pytest.fixture
def council(council, deck):
    """Sits on 10 and 24 June, 8 July and 9 September, wants papers two weeks before, and has a recess in between."""
    council.delivery_days = 14
    council.delivery_source = deck
    council.save()
    for month, on in [(5, 27), (6, 10), (6, 24), (7, 8), (9, 9)]:
        council.sittings.create(held_on=date(2027, month, on), starts_at=time(19, 30), source=deck)
    council.recesses.create(name="zomerreces", starts_on=date(2027, 7, 10), ends_on=date(2027, 8, 22), source=deck)
    return council


def events(client, address=FEED):
    calendar = Calendar.from_ical(client.get(address).content)
    assert not calendar.errors
    return {str(event["summary"]): event for event in calendar.events}


def test_the_page_begins_with_how_long_there_is_for_the_first_thing(client, council, consultation):
    page = visible(client.get(PAGE))
    assert "Wat kan onze raad nog doen, en tot wanneer? Nog 7 dagen" in page
    assert (
        "om een reactie op ‘Consultatie over de conceptagenda’ op de agenda van de vergadering van 24 juni 2027 te "
        "krijgen. Lever aan tot en met donderdag 10 juni 2027." in page
    )


def test_the_table_says_what_when_and_at_which_sitting(client, council, consultation):
    page = visible(client.get(PAGE))
    assert "Een reactie namens de raad vaststellen donderdag 10 juni 2027 donderdag 24 juni 2027" in page
    assert "2 juli 2027, 23.59 uur Bekijk de consultatie" in page
    assert "Uiterlijk 14 dagen voor de vergadering, die dag meegeteld." in page
    assert "Zomerreces van 10 juli 2027 tot en met 22 augustus 2027." in page
    assert "Bron: Presentatie Samenwerken in Regio Zwolle." in page


def test_what_does_not_fit_says_why_and_leads_to_who_can_give_more_time(client, council, consultation):
    consultation.closes_at = datetime(2027, 6, 24, tzinfo=AMSTERDAM)
    consultation.save()
    page = client.get(PAGE)
    assert "Een reactie op ‘Consultatie over de conceptagenda’ past niet in de kalender." in visible(page)
    assert "Voor de vergadering van 10 juni 2027 kon men aanleveren tot en met 27 mei 2027." in visible(page)
    assert f'href="{reverse("contact")}#uitstel">Vraag om uitstel</a>' in page.text
    assert 'id="uitstel"' in client.get(reverse("contact")).text


def test_where_nothing_is_known_the_page_says_so(client, other_council, consultation):
    page = visible(client.get("/partners/dalfsen/raad/wat-kan-nog/"))
    assert "Nog 1 vraag" in page
    assert "De vergaderdagen zijn nog niet bekend." in page
    assert "Stukken aanleveren nog niet bekend Vergaderingen nog niet bekend Reces nog niet bekend" in page


def test_where_nothing_is_asked_the_page_says_so(client, council, june):
    page = visible(client.get(PAGE))
    assert "Niets Er ligt nu niets voor aan uw raad. Wanneer de volgende vraag komt, is nog niet bekend." in page


def test_a_council_that_handles_it_too_late_reads_so_at_once(client, council, consultation):
    invitation = Invitation.objects.create(consultation=consultation, body=council, invited_on=date(2027, 6, 1))
    for on, said in [
        (
            date(2027, 7, 8),
            "Behandelt dit op 8 juli 2027. Let op: dat is na het sluiten. Dan telt de reactie niet mee.",
        ),
        (date(2027, 6, 25), "Behandelt dit op 25 juni 2027. Op die dag staat er geen vergadering in de kalender."),
        (date(2027, 6, 24), "Behandelt dit op 24 juni 2027. donderdag 10 juni 2027"),
    ]:
        invitation.handles_on = on
        invitation.save()
        assert said in visible(client.get(PAGE))


def test_the_griffier_is_led_to_say_when_it_is_handled_and_nobody_else_is(client, council, consultation, clerk):
    Invitation.objects.create(consultation=consultation, body=council, invited_on=date(2027, 6, 1))
    assert "Geef door" not in client.get(PAGE).text
    client.force_login(clerk)
    page = client.get(PAGE)
    assert "Geef door: behandeling op 24 juni 2027" in visible(page)
    assert page.text.count("/uitnodiging/") == 2


def test_what_was_done_stands_last_and_is_not_counted(client, council, consultation):
    Invitation.objects.create(
        consultation=consultation, body=council, invited_on=date(2027, 6, 1), declined_on=date(2027, 6, 2)
    )
    page = visible(client.get(PAGE))
    assert "Niets Er ligt nu niets voor" in page
    assert "Ziet af van een reactie." in page


@pytest.mark.parametrize(
    ("kind", "question"),
    [
        (BodyKind.EXECUTIVE, "Wat kan ons college nog doen, en tot wanneer?"),
        (BodyKind.STATES, "Wat kunnen onze Staten nog doen, en tot wanneer?"),
        (BodyKind.DEPUTIES, "Wat kunnen Gedeputeerde Staten nog doen, en tot wanneer?"),
    ],
)
def test_every_kind_of_body_has_its_page(client, zwolle, kind, question):
    Body.objects.create(partner=zwolle, kind=kind, name="dit orgaan")
    assert question in visible(client.get(f"/partners/zwolle/{kind.value}/wat-kan-nog/"))
    assert client.get(f"/partners/zwolle/{kind.value}/kalender.ics").status_code == 200


@pytest.mark.parametrize(
    ("kind", "can", "said", "decided"),
    [
        (BodyKind.COUNCIL, "de X nog kan doen", "de X zei en besloot in", "de X dit heeft besloten"),
        (BodyKind.EXECUTIVE, "het X nog kan doen", "het X zei en besloot in", "het X dit heeft besloten"),
        (BodyKind.STATES, "X nog kunnen doen", "X zeiden en besloten in", "X dit hebben besloten"),
        (BodyKind.DEPUTIES, "X nog kunnen doen", "X zeiden en besloten in", "X dit hebben besloten"),
    ],
)
def test_what_is_said_of_a_body_has_the_verb_of_its_name(client, zwolle, kind, can, said, decided):
    body = Body.objects.create(partner=zwolle, kind=kind, name="X")
    page = words(client.get(body.get_moments_url()).text.replace('content="', ">"))
    assert page.count(f"Wat {can}") == 3  # the caption, and what the page says of itself to programs, twice
    assert f'content="Wat {said}' in client.get(body.get_handover_url()).text
    assert body.decided_this == decided


@pytest.mark.parametrize("address", ["zwolle/bestuur", "zwolle/onzin", "zwolle/staten", "nergens/raad"])
def test_another_address_is_not_found(client, council, address):
    assert client.get(f"/partners/{address}/wat-kan-nog/").status_code == 404
    assert client.get(f"/partners/{address}/kalender.ics").status_code == 404


def test_the_page_of_a_partner_leads_to_it(client, council):
    assert f'href="{PAGE}"' in client.get("/partners/zwolle/").text


def test_the_drawing_is_there_for_what_can_be_drawn(client, council, consultation):
    page = client.get(PAGE).text
    assert "1: Consultatie over de conceptagenda, aanleveren tot en met donderdag 10 juni 2027" in words(page)
    council.sittings.all().delete()
    council.recesses.all().delete()
    assert "<svg viewBox" not in client.get(PAGE).text


@pytest.mark.parametrize("count", [1, 100])
def test_the_number_of_queries_is_the_same_however_much_is_known(
    client, council, consultation, deck, count, django_assert_num_queries
):
    for days in range(count):
        council.sittings.create(held_on=date(2028, 1, 1) + timedelta(days=days), source=deck)
    with django_assert_num_queries(18):
        client.get(PAGE)


# The calendar to subscribe to


def test_the_calendar_has_sittings_recess_deliveries_and_the_closing(client, council, consultation):
    found = events(client)
    assert found["Vergadering gemeenteraad van Zwolle"]["status"] == "CONFIRMED"
    recess = found["Reces gemeenteraad van Zwolle: zomerreces"]
    assert (recess.start, recess.end) == (date(2027, 7, 10), date(2027, 8, 23))
    delivery = found["Laatste dag om aan te leveren: Consultatie over de conceptagenda"]
    assert delivery.start == date(2027, 6, 10)
    assert "op 24\N{NO-BREAK SPACE}juni\N{NO-BREAK SPACE}2027" in str(delivery["description"])
    closing = found["Reageren kan nog tot dit moment: Consultatie over de conceptagenda"]
    assert closing.start == datetime(2027, 7, 2, 23, 59, tzinfo=AMSTERDAM)


def test_a_sitting_stands_at_its_time_in_winter_and_in_summer(client, council, june):
    council.sittings.create(held_on=date(2027, 12, 16), starts_at=time(19, 30))
    calendar = Calendar.from_ical(client.get(FEED).content)
    starts = {event.start.date(): event.start for event in calendar.events if isinstance(event.start, datetime)}
    for on, offset in [(date(2027, 6, 24), 2), (date(2027, 12, 16), 1)]:
        assert starts[on].time() == time(19, 30)
        assert starts[on].utcoffset() == timedelta(hours=offset)


def test_a_sitting_that_lapses_or_is_deleted_is_cancelled_with_the_same_identity(client, council, june):
    lapses, deleted = council.sittings.get(held_on=date(2027, 6, 24)), council.sittings.get(held_on=date(2027, 7, 8))
    uids = {event["uid"] for event in Calendar.from_ical(client.get(FEED).content).events}
    lapses.is_cancelled = True
    lapses.save()
    names = {f"vergadering-{lapses.pk}", f"vergadering-{deleted.pk}"}
    deleted.delete()
    after = Calendar.from_ical(client.get(FEED).content).events
    cancelled = {str(event["uid"]).partition("@")[0] for event in after if event["status"] == "CANCELLED"}
    assert cancelled == names
    assert {event["uid"] for event in after} == uids


def test_the_calendar_reads_the_same_the_next_day(client, council, consultation, monkeypatch):
    today = client.get(FEED).content
    monkeypatch.setattr(timezone, "now", lambda: datetime(2027, 6, 4, 12, tzinfo=AMSTERDAM))
    assert client.get(FEED).content == today


def test_one_can_subscribe_on_the_page(client, council, settings):
    host = settings.SITE_URL.partition("://")[2]
    assert f'href="webcal://{host}{FEED}"' in client.get(PAGE).text


# Before a planning is fixed


def test_the_page_before_publishing_names_whom_the_term_does_not_fit(council, consultation):
    consultation.closes_at = datetime(2027, 6, 24, tzinfo=AMSTERDAM)
    said = [words(sentence) for sentence in consultation.lacks()]
    assert said[-1].startswith(
        "dit past niet in de kalender van de gemeenteraad van Zwolle. Voor de vergadering van 10 juni"
    )
    consultation.closes_at = datetime(2027, 7, 3, tzinfo=AMSTERDAM)
    assert not [sentence for sentence in consultation.lacks() if "kalender" in sentence]
    consultation.takes_letters = False
    assert consultation.misfits() == []


def test_the_secretariat_is_led_from_a_consultation_to_the_calendars(client, secretary, council, consultation):
    client.force_login(secretary)
    page = client.get(f"/beheer/consultation/consultation/{consultation.pk}/change/").text
    assert 'href="/beheer/partners/body/planning/?van=2027-06-01&amp;tot=2027-07-02"' in page
    assert "/beheer/partners/body/planning/" in client.get("/beheer/consultation/consultation/add/").text


def test_a_longer_term_says_whom_it_still_does_not_fit(client, secretary, council, consultation):
    council.delivery_days = 30
    council.save()
    client.force_login(secretary)
    page = client.post(
        f"/beheer/consultation/consultation/{consultation.pk}/verlengen/",
        {"closes_at_0": "2027-07-07", "closes_at_1": "00:00", "reason": "Het duurt langer."},
    )
    assert "Let op: dit past niet in de kalender van de gemeenteraad van Zwolle." in words(page.text)


def test_the_desk_says_at_once_that_a_body_handles_it_after_the_closing(client, secretary, council, consultation):
    client.force_login(secretary)
    sent = {"consultation": consultation.pk, "body": council.pk, "invited_on": "2027-06-01", "handles_on": "2027-07-08"}
    page = client.post("/beheer/consultation/invitation/add/", sent, follow=True)
    assert "Gemeenteraad van Zwolle behandelt dit na het sluiten: reageren kan tot en met 2 juli 2027." in words(
        page.text
    )
