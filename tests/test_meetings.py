"""Meetings: on the site once they are whole, with their agenda, their papers, what came of them, and their days."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from consultation.deciding.models import Dossier
from partners.ground.calendars.writing import subscribe_address
from partners.ground.desk.publishing import publish
from partners.ground.models import StoredFile
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import weekday
from regiozwolle import content
from regiozwolle.meetings.documents import put_document
from regiozwolle.meetings.models import Meeting
from regiozwolle.searching.asking import ask
from regiozwolle.searching.finding import find
from regiozwolle.searching.freshness import read_everything
from tests.filling import press
from tests.reading import visible
from tests.test_papers import upload
from tests.working import do_all

SOON = timezone.localdate() + timedelta(days=20)


@pytest.fixture
def dossier(version, deck):
    return Dossier.objects.create(slug="agenda", title="De agenda", summary="Besluiten.", version=version, source=deck)


@pytest.fixture
def concept(deck):
    """A meeting of which nothing is known but its day."""
    return Meeting.objects.create(
        slug="regiodag", title="Regiodag", kind="regiodag", held_on=SOON, source=deck, public_from=None
    )


@pytest.fixture
def meeting(concept, goal, dossier):
    """One that is whole and on the site, about a goal and a dossier."""
    concept.place, concept.for_whom = "Nunspeet, Veluvine; grote zaal", "bestuurders"
    concept.starts_at, concept.ends_at = time(13, 30), time(17)
    concept.save()
    concept.agenda_items.create(title="Wonen", element=goal)
    concept.agenda_items.create(title="De begroting", position=2, dossier=dossier)
    publish(thing=concept)
    return Meeting.objects.get()


def test_a_meeting_has_a_day_or_words_for_it_and_its_times_fit(deck):
    known = {"slug": "x", "title": "X", "kind": "anders", "source": deck, "public_from": None}
    refused = {
        "held_on": {},
        "date_text": {"held_on": SOON, "date_text": "voorjaar"},
        "starts_at": {"date_text": "voorjaar", "starts_at": time(9)},
        "ends_at": {"held_on": SOON, "starts_at": time(9), "ends_at": time(9)},
    }
    for field, given in refused.items():
        with pytest.raises(ValidationError) as error:
            Meeting(**known, **given).full_clean()
        assert list(error.value.message_dict) == [field], given


def test_a_meeting_goes_on_the_site_only_when_it_is_whole(client, secretary, concept):
    client.force_login(secretary)
    address = concept.publishing_path
    assertContains(client.get(address), "Dit kan pas openbaar worden als het volledig is.")
    assertContains(client.get(address), "De agenda is leeg.")
    assertNotContains(client.get(address), ">Maak openbaar</button>")
    with pytest.raises(Refused, match="de plaats is niet ingevuld"):
        publish(thing=concept)
    assert client.get("/bijeenkomsten/").status_code == 200
    concept.place, concept.for_whom, concept.starts_at = "Zwolle", "iedereen", time(9)
    concept.save()
    concept.agenda_items.create(title="Wonen")
    press(client, address)
    client.logout()
    assertContains(client.get("/bijeenkomsten/regiodag/"), "Zwolle")


def test_the_page_of_a_meeting_says_what_it_is_about_and_what_came_of_it(client, meeting, goal, dossier):
    page = client.get("/bijeenkomsten/regiodag/")
    for words in (
        "13.30 tot 17.00",
        "Bestuurders",
        "Wonen",
        goal.get_absolute_url(),
        "/besluiten/agenda/",
        "webcal://",
    ):
        assertContains(page, words)
    assertNotContains(page, "Wat kwam eruit?")
    meeting.outcome_lines.create(kind="besloten", text="Wij bouwen.", element=goal)
    meeting.outcome_lines.create(kind="meegegeven", text="Vertel het de raden.", dossier=dossier)
    page = client.get("/bijeenkomsten/regiodag/").text
    assert page.index("Dit besloten") < page.index("Wij bouwen.") < page.index("Dit meegegeven")
    Dossier.objects.update(public_until=timezone.now())
    assertNotContains(client.get("/bijeenkomsten/regiodag/"), "Vertel het de raden.")


def test_an_element_and_a_dossier_say_when_they_were_spoken_of(client, meeting, goal):
    for address, said in [(goal.get_absolute_url(), "Wonen"), ("/besluiten/agenda/", "De begroting")]:
        page = client.get(address)
        assertContains(page, "Wanneer is hierover gesproken?")
        assertContains(page, said)
        assertContains(page, "/bijeenkomsten/regiodag/")
    Meeting.objects.update(public_until=timezone.now())
    assertNotContains(client.get("/besluiten/agenda/"), "Wanneer is hierover gesproken?")


def test_the_list_and_home_say_what_comes_first(client, meeting, deck, django_assert_num_queries):
    def add(number):
        Meeting.objects.create(
            slug=f"m{number}", title=f"Oud {number}", kind="anders", held_on=date(2020, 1, 1), source=deck
        )

    add(1)
    Meeting.objects.create(slug="ooit", title="Ooit", kind="anders", date_text="in 2009", source=deck)
    page = client.get("/bijeenkomsten/").text
    assert page.index("Regiodag") < page.index("Zonder dag") < page.index("In 2009") < page.index("Oud 1")
    assertContains(client.get("/"), "/bijeenkomsten/regiodag/")
    for number in range(2, 42):
        add(number)
    with django_assert_num_queries(5):
        page = client.get("/bijeenkomsten/")
    assert page.text.count("Oud ") == 20
    assertContains(page, "?pagina=2")
    last = client.get("/bijeenkomsten/?pagina=3")
    assertContains(last, "<h3", count=1)
    assertNotContains(last, "Wat komt")
    Meeting.objects.filter(pk=meeting.pk).update(is_cancelled=True)
    assertNotContains(client.get("/"), "/bijeenkomsten/regiodag/")
    assertContains(client.get("/bijeenkomsten/"), "Gaat niet door:")


def test_of_what_was_spoken_of_often_the_last_five_stand_open(
    client, meeting, deck, goal, django_assert_max_num_queries
):
    for number in range(30):
        other = Meeting.objects.create(
            slug=f"m{number}", title=f"Oud {number}", kind="anders", held_on=date(2020, 1, 1 + number), source=deck
        )
        other.agenda_items.create(title="Wonen", element=goal)
    with django_assert_max_num_queries(70):
        page = client.get(goal.get_absolute_url()).text
    assert "Ook bij 26\N{NO-BREAK SPACE}eerdere bijeenkomsten" in page
    assert page.index("Oud 26<") < page.index("<summary>Ook bij 26") < page.index("Oud 25<")


def test_the_desks_of_registrations_ask_no_more_with_more_of_them(client, secretary, meeting):
    client.force_login(secretary)
    address = "/beheer/meetings/registration/"

    def asked(count):
        for number in range(count):
            meeting.registrations.create(
                organisation=f"Bureau {number}", email=f"{count}-{number}@example.org", state="aangemeld"
            )
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    asked(1)
    assert asked(2) == asked(60)


def test_the_list_has_what_consultations_plan_as_home_has(client, open_consultation):
    """Who reads the first day on home finds it among the meetings too; what has begun is not to come."""
    today = timezone.localdate()
    open_consultation.steps.create(title="Begonnen", starts_on=today - timedelta(days=1), ends_on=today)
    open_consultation.steps.create(title="Klankbordgroep", starts_on=today + timedelta(days=2))
    for page in (client.get("/bijeenkomsten/").text, client.get("/").text):
        assert "Klankbordgroep" in page
        assert "Begonnen" not in page


def test_a_step_is_told_with_its_end_also_when_that_is_words(client, open_consultation):
    first = {"starts_on": date(2040, 2, 1)}
    open_consultation.steps.create(title="Besluit", ends_text="voor het zomerreces", **first)
    open_consultation.steps.create(title="Reageren", ends_on=date(2040, 3, 2), **first)
    open_consultation.steps.create(title="Klankbordgroep", ends_on=date(2040, 2, 1), **first)
    page = visible(client.get("/bijeenkomsten/"))
    assert "Besluit Vanaf 1 februari 2040, voor het zomerreces." in page
    assert "Reageren 1 februari 2040 tot en met 2 maart 2040." in page
    assert "Klankbordgroep 1 februari 2040." in page
    assert "Besluit: vanaf 1 februari 2040, voor het zomerreces." in visible(client.get("/kalenders/"))


def test_the_first_day_is_that_of_a_meeting_that_goes_on_or_of_a_step(client, meeting, open_consultation):
    def told():
        return visible(client.get("/bijeenkomsten/")).partition("De eerste dag is ")[2].partition(". ")[0].strip()

    held = weekday(SOON).replace("\N{NO-BREAK SPACE}", " ")
    step = open_consultation.steps.create(title="Klankbordgroep", starts_on=SOON)
    assert told().startswith(f"{held}, 13")
    step.starts_on = SOON - timedelta(days=1)
    step.save()
    before = weekday(step.starts_on).replace("\N{NO-BREAK SPACE}", " ")
    assert told() == f"{before}: Klankbordgroep"
    step.delete()
    Meeting.objects.update(is_cancelled=True)
    assert told() == ""


# Papers


@pytest.mark.parametrize("form", ["pdf", "docx", "odt"])
def test_the_words_in_a_paper_of_a_meeting_are_found(client, meeting, form):
    document = put_document(meeting=meeting, title="Presentatie", upload=upload("Over het waterschap.", form=form))
    address = document.get_absolute_url()
    assertContains(client.get(address), "Wij lezen dit bestand nog.")
    read_everything()
    do_all()
    assertContains(client.get(address), "Over het waterschap.")
    read_everything()
    assert [entry.address for entry in find(ask("waterschap")).entries] == [address]
    assert b"".join(client.get(document.file_path)).startswith((b"%PDF", b"PK"))


def test_a_paper_without_text_says_so_and_one_that_is_lost_too(client, meeting):
    document = put_document(meeting=meeting, title="Plattegrond", upload=upload("x", form="docx"))
    do_all()
    document.file.words.text = "  \n"
    document.file.words.save()
    assertContains(client.get(document.get_absolute_url()), "Er staat geen tekst in dit bestand")
    StoredFile.objects.get(pk=document.file_id).chunks.all().delete()
    assertContains(client.get(document.file_path), "De portal heeft dit bestand niet meer.", status_code=410)


def test_the_desk_puts_a_paper_at_a_meeting_once_by_each_title(client, secretary, meeting):
    client.force_login(secretary)
    address = f"/beheer/meetings/meeting/{meeting.pk}/stuk/"
    back = f"/beheer/meetings/meeting/{meeting.pk}/change/"
    assertRedirects(press(client, address, {"title": "Verslag", "file": upload()}), back)
    assertContains(press(client, address, {"title": "Verslag", "file": upload("Anders.")}), "Kies een andere titel.")
    assertContains(press(client, address, {"title": "Presentatie"}), "ies een bestand")
    assert meeting.documents.count() == 1


def test_what_was_on_the_site_is_cancelled_and_not_deleted(client, secretary, meeting):
    client.force_login(secretary)
    assert client.get(f"/beheer/meetings/meeting/{meeting.pk}/delete/").status_code == 403


# Calendars


def events(client, address):
    calendar = Calendar.from_ical(client.get(address).content)
    assert not calendar.errors
    return calendar.events


def test_a_meeting_is_an_event_that_is_cancelled_under_the_same_name(client, meeting):
    address = "/bijeenkomsten/regiodag/kalender.ics"
    body = client.get(address).content
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    for part in (b"RRULE:FREQ=YEARLY", b"REFRESH-INTERVAL;VALUE=DURATION:PT12H", b"X-PUBLISHED-TTL:PT12H", b"VALARM"):
        assert part in body
    assert rb"LOCATION:Nunspeet\, Veluvine\; grote zaal" in body
    (before,) = events(client, address)
    assert (before.start.time(), before.end.time()) == (time(13, 30), time(17))
    meeting.is_cancelled, meeting.updated_at = True, None
    meeting.save()
    Meeting.objects.update(updated_at=timezone.now() + timedelta(minutes=5))
    (after,) = events(client, address)
    assert (after["status"], after["uid"]) == ("CANCELLED", before["uid"])
    assert after["sequence"] > before["sequence"]
    Meeting.objects.update(starts_at=None, ends_at=None)
    (whole_day,) = events(client, address)
    assert whole_day.start == SOON
    Meeting.objects.update(held_on=None, date_text="voorjaar")
    assert client.get(address).status_code == 404


def test_the_calendar_of_everything_has_consultations_meetings_and_decisions(
    client, meeting, open_consultation, council, dossier
):
    open_consultation.steps.create(title="Klankbordgroep", starts_on=SOON)
    words = {"title": "Besluit", "starts_on": SOON, "ends_text": "voor het zomerreces"}
    open_consultation.steps.create(**words)
    track = dossier.tracks.create(body=council)
    step = track.steps.create(kind="raad", planned_on=SOON, source=meeting.source)
    titles = {str(event["summary"]) for event in events(client, "/kalender.ics")}
    assert {"Klankbordgroep", "Regiodag", "Begin van: Besluit"} <= titles
    assert f"{council.name}: staat op de agenda" in titles
    (uid,) = {str(event["uid"]) for event in events(client, "/kalender.ics") if council.name in event["summary"]}
    step.delete()
    for address in ("/kalender.ics", "/besluiten/agenda/besluiten.ics"):
        (lapsed,) = [event for event in events(client, address) if council.name in event["summary"]]
        assert (lapsed["uid"], lapsed["status"]) == (uid, "CANCELLED")
    page = client.get("/kalenders/")
    for link in ("/kalender.ics", "/bijeenkomsten/regiodag/kalender.ics", "/besluiten/agenda/besluiten.ics"):
        assertContains(page, subscribe_address(link))
    assertContains(page, "voor het zomerreces")


def test_the_pages_of_calendars_ask_no_more_with_more_of_everything(client, meeting, deck, django_assert_num_queries):
    with django_assert_num_queries(5):
        client.get("/kalenders/")
    with django_assert_num_queries(4):
        client.get("/kalender.ics")
    for number in range(20):
        Meeting.objects.create(slug=f"m{number}", title="M", kind="anders", held_on=SOON, source=deck)
    with django_assert_num_queries(5):
        client.get("/kalenders/")
    with django_assert_num_queries(4):
        client.get("/kalender.ics")


def test_every_meeting_that_the_sources_name_is_whole(db):
    content.load()
    assert {one.slug: one.lacks() for one in Meeting.objects.all() if one.lacks()} == {}
    assert Meeting.objects.public().count() == 12
