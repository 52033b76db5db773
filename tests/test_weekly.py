"""The weekly mail: to whom, when, about what, and never twice."""

import re
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from consultation.deciding.models import (
    Decision,
    Dossier,
    EntryLink,
    LinkPurpose,
    Outcome,
    Track,
    TrackStep,
    TrackStepKind,
)
from partners.models import Body, BodyKind, Capacity, Mandate, Partner, PartnerKind, User
from partners.planning import AMSTERDAM
from regiozwolle.models import WeeklyMail, WeeklyReader
from regiozwolle.weekly import writing
from regiozwolle.weekly.tasks import write_weekly as do_at_the_hour
from regiozwolle.weekly.writing import week_at, write_weekly

MONDAY = datetime(2027, 6, 7, 6, 7, tzinfo=AMSTERDAM)
WEEK = timedelta(days=7)
READS = 32


@pytest.fixture
def clock(monkeypatch):
    """Sets what time it is; at first Monday 7 June 2027, in the morning."""
    now = [MONDAY]
    monkeypatch.setattr(timezone, "now", lambda: now[0])

    def set_to(at):
        now[0] = at

    return set_to


@pytest.fixture
def council(council):
    """Sits on 24 June, 8 July and 9 September, and wants papers two weeks before."""
    council.delivery_days = 14
    council.save()
    for month, on in [(5, 27), (6, 24), (7, 8), (9, 9)]:
        council.sittings.create(held_on=date(2027, month, on), starts_at=time(19, 30))
    return council


@pytest.fixture
def dossier(clock, version, deck):
    return Dossier.objects.create(
        slug="regioplan",
        title="Regioplan",
        summary="Stelt u het plan vast?",
        version=version,
        decide_from=date(2027, 6, 1),
        decide_by=date(2027, 6, 30),
        source=deck,
    )


@pytest.fixture
def track(dossier, council):
    return Track.objects.create(dossier=dossier, body=council)


@pytest.fixture
def other_track(dossier, other_council):
    return Track.objects.create(dossier=dossier, body=other_council)


def decide(track, deck, on=date(2027, 6, 2), **more):
    return Decision.objects.create(track=track, outcome=Outcome.AGREED, decided_on=on, source=deck, **more)


def said(message):
    """The text of a mail in one line, with plain spaces."""
    return " ".join(message.body.replace("\N{NO-BREAK SPACE}", " ").split())


def test_the_griffier_hears_what_is_asked_until_when_and_what_comes(clerk, track, mailoutbox):
    assert write_weekly() == 1
    (sent,) = mailoutbox
    assert sent.to == [clerk.email]
    assert sent.subject.replace("\N{NO-BREAK SPACE}", " ") == "Zwolle: 1 vraag, eerste dag donderdag 10 juni"
    text = said(sent)
    assert "1 vraag aan uw raad Voor: gemeenteraad van Zwolle." in text
    assert (
        "Tot en met donderdag 10 juni Zet ‘Regioplan’ op de agenda van donderdag 24 juni Een besluit nemen. "
        "24 juni 2027 is de enige vergadering die hierover kan besluiten. Het kan tot en met 30 juni 2027."
    ) in text
    assert "- 24 juni 2027: vergadering van de gemeenteraad van Zwolle" in text
    assert "- 30 juni 2027: laatste dag voor een besluit over ‘Regioplan’" in text
    assert "/partners/zwolle/raad/wat-kan-nog/" in text
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_question_that_does_not_fit_the_calendar_says_why(clerk, track, mailoutbox):
    Dossier.objects.update(decide_by=date(2027, 6, 20))
    write_weekly()
    text = said(mailoutbox[0])
    assert "Tot en met zondag 20 juni ‘Regioplan’ past niet in uw kalender Geen vergadering bekend van" in text
    assert "Vraag om uitstel:" in text
    assert "/contact/" in text


def test_each_week_one_mail_and_only_when_something_is_asked_or_changed(clerk, track, clock, mailoutbox):
    """The last day is 10 June: told in the weeks that it comes near, and the next one when that has passed."""
    Dossier.objects.update(decide_by=date(2027, 9, 30))
    assert [write_weekly(), write_weekly(), len(mailoutbox)] == [1, 0, 1]
    clock(MONDAY + WEEK)
    assert write_weekly() == 1
    assert "op de agenda van donderdag 8 juli" in said(mailoutbox[1])
    clock(MONDAY + 3 * WEEK)
    assert write_weekly() == 1
    assert "op de agenda van donderdag 9 september" in said(mailoutbox[2])
    for weeks in (4, 5, 6):
        clock(MONDAY + weeks * WEEK)
        assert write_weekly() == 0
    clock(MONDAY + 11 * WEEK)
    assert write_weekly() == 1
    told = WeeklyMail.objects.order_by("week_on").values_list("week_on", "subject")
    assert [bool(subject) for _, subject in told] == [True, True, True, False, False, False, True]


def test_what_the_others_decided_is_told_once(clerk, track, other_track, deck, clock, mailoutbox):
    Dossier.objects.update(decide_by=None)
    decide(track, deck, confirmed_on=date(2027, 6, 3))
    write_weekly()
    mailoutbox.clear()
    clock(MONDAY + WEEK)
    TrackStep.objects.create(track=other_track, kind=TrackStepKind.COUNCIL, planned_on=date(2027, 6, 28), source=deck)
    assert write_weekly() == 1
    assert mailoutbox[0].subject == "Zwolle: nieuw bij de anderen"
    assert "Dalfsen: staat op de agenda op 28 juni 2027" in said(mailoutbox[0])
    clock(MONDAY + 2 * WEEK)
    assert write_weekly() == 0
    decide(other_track, deck, on=date(2027, 6, 20))
    assert write_weekly() == 0  # This week he was looked at.
    clock(MONDAY + 3 * WEEK)
    assert write_weekly() == 1
    text = said(mailoutbox[1])
    assert "Nieuw bij de anderen" in text
    assert "- Dalfsen: heeft ingestemd, 20 juni 2027 Stand: 2 van de 2 raden hebben ingestemd." in text
    assert "/besluiten/regioplan/" in text


def test_a_first_mail_tells_what_was_decided_in_the_last_week_alone(clerk, track, other_track, deck, mailoutbox):
    decide(other_track, deck, on=date(2027, 5, 1))
    write_weekly()
    assert "Dalfsen" not in said(mailoutbox[0])
    WeeklyMail.objects.all().delete()
    decide(other_track, deck, on=date(2027, 6, 1))
    write_weekly()
    assert "Dalfsen: heeft ingestemd, 1 juni 2027" in said(mailoutbox[1])


def test_a_sitting_that_went_by_asks_for_its_outcome_and_an_entry_of_others_to_be_confirmed(
    clerk, track, deck, mailoutbox, clock
):
    TrackStep.objects.create(track=track, kind=TrackStepKind.COUNCIL, planned_on=date(2027, 6, 4), source=deck)
    write_weekly()
    assert "Graag deze week Wat besloot uw raad op vrijdag 4 juni? Over ‘Regioplan’." in said(mailoutbox[0])
    decide(track, deck, on=date(2027, 6, 4))
    clock(MONDAY + WEEK)
    write_weekly()
    text = said(mailoutbox[1])
    assert "Klopt dit besluit van 4 juni 2027? Over ‘Regioplan’. Op de site staat: ingestemd." in text
    assert "Wat besloot" not in text


def test_who_planned_a_day_is_not_asked_again(clerk, track, deck):
    TrackStep.objects.create(track=track, kind=TrackStepKind.COUNCIL, planned_on=date(2027, 6, 24), source=deck)
    assert write_weekly() == 0


def test_a_consultation_asks_only_whom_it_invited(clock, clerk, council, other_council, open_consultation, mailoutbox):
    open_consultation.opens_at, open_consultation.closes_at = MONDAY - WEEK, MONDAY + 3 * WEEK
    open_consultation.save()
    open_consultation.invitations.create(body=other_council)
    assert write_weekly() == 0
    WeeklyMail.objects.all().delete()
    open_consultation.invitations.create(body=council)
    assert write_weekly() == 1
    assert "Geef door wanneer dit wordt behandeld:" in said(mailoutbox[0])
    assert "/uitnodiging/" in said(mailoutbox[0])


def test_without_a_griffier_the_contact_point_gets_it_with_no_link_that_is_a_key(
    zwolle, track, open_consultation, deck, mailoutbox
):
    assert write_weekly() == 0
    zwolle.contact_points.create(name="Griffie", source=deck)
    zwolle.contact_points.create(name="Gemeente", email="info@zwolle.example", source=deck, position=2)
    open_consultation.opens_at, open_consultation.closes_at = MONDAY - WEEK, MONDAY + 3 * WEEK
    open_consultation.save()
    open_consultation.invitations.create(body=track.body)
    Body.objects.create(partner=zwolle, kind=BodyKind.EXECUTIVE, name="college van Zwolle")
    assert write_weekly() == 1
    (sent,) = mailoutbox
    assert sent.to == ["info@zwolle.example"]
    assert "2 vragen aan uw organen" in said(sent)
    assert "/uitnodiging/" not in said(sent)
    assert "Lees wat er wordt gevraagd:" in said(sent)


def test_a_contact_point_with_the_address_of_a_griffier_is_the_griffier(zwolle, clerk, track, deck, mailoutbox):
    zwolle.contact_points.create(name="Griffie", email=clerk.email.upper(), source=deck)
    executive = Body.objects.create(partner=zwolle, kind=BodyKind.EXECUTIVE, name="college van Zwolle")
    Track.objects.create(dossier=track.dossier, body=executive)
    assert write_weekly() == 1
    assert "2 vragen aan uw organen" in said(mailoutbox[0])
    assert WeeklyReader.objects.get().user == clerk


def test_a_mandate_that_ended_gets_nothing(clerk, track):
    Mandate.objects.update(ends_on=date(2027, 6, 6))
    assert write_weekly() == 0
    assert not WeeklyReader.objects.exists()


def test_more_than_five_questions_are_counted(clerk, council, version, deck, clock, mailoutbox):
    for number in range(8):
        dossier = Dossier.objects.create(
            slug=f"plan-{number}",
            title=f"Plan {number}",
            version=version,
            decide_from=date(2027, 6, 1),
            decide_by=date(2027, 6, 30),
            source=deck,
        )
        Track.objects.create(dossier=dossier, body=council)
    write_weekly()
    text = said(mailoutbox[0])
    assert "8 vragen aan uw raad" in text
    assert "‘Plan 4’" in text
    assert "‘Plan 5’ op" not in text
    assert "En nog 3 vragen." in text


# Who is new


def test_a_new_griffier_gets_the_handover_once(clerk, track, deck, clock, mailoutbox):
    decide(track, deck, on=date(2027, 6, 1), confirmed_on=date(2027, 6, 3))
    assert write_weekly() == 1
    assert mailoutbox[0].subject == "Zwolle: wat u overneemt"
    assert "de gemeenteraad van Zwolle http://127.0.0.1:8000/partners/zwolle/raad/overdracht/" in said(mailoutbox[0])
    clock(MONDAY + WEEK)
    assert write_weekly() == 0
    new = User.objects.create_user("nieuw@example.org", name="Nieuwe Griffier")
    Mandate.objects.create(user=new, body=track.body, capacity=Capacity.CLERK, starts_on=date(2027, 6, 10))
    assert write_weekly() == 1
    assert mailoutbox[1].to == [new.email]


def test_after_an_election_everyone_gets_it_again_and_once(clerk, track, deck, clock, mailoutbox):
    track.body.terms.create(first_year=2024, last_year=2028, seats=39, source=deck)
    decide(track, deck, on=date(2027, 6, 1), confirmed_on=date(2027, 6, 3))
    days = [MONDAY, datetime(2028, 3, 27, 12, tzinfo=AMSTERDAM), datetime(2028, 4, 3, 12, tzinfo=AMSTERDAM)]
    written = []
    for at in [*days, days[-1] + WEEK]:
        clock(at)
        written.append((write_weekly(), len(mailoutbox)))
    assert written == [(1, 1), (0, 1), (1, 2), (0, 2)]


def test_who_was_there_when_the_first_decision_came_is_not_handed_it(clerk, track, deck, clock):
    TrackStep.objects.create(track=track, kind=TrackStepKind.COUNCIL, planned_on=date(2027, 6, 24), source=deck)
    assert write_weekly() == 0
    clock(MONDAY + 3 * WEEK)
    decide(track, deck, on=date(2027, 6, 24), confirmed_on=date(2027, 6, 24))
    assert write_weekly() == 0


# Once a week, whatever happens


@pytest.mark.parametrize(
    ("at", "week"),
    [
        (datetime(2027, 6, 7, 5, 59, tzinfo=AMSTERDAM), None),
        (datetime(2027, 6, 7, 6, 0, tzinfo=AMSTERDAM), date(2027, 6, 7)),
        (datetime(2027, 6, 13, 23, 59, tzinfo=AMSTERDAM), date(2027, 6, 7)),
        # The night in which the clock goes back, twice at half past two, and the Monday after it.
        (datetime(2027, 10, 31, 2, 30, tzinfo=AMSTERDAM), date(2027, 10, 25)),
        (datetime(2027, 10, 31, 2, 30, fold=1, tzinfo=AMSTERDAM), date(2027, 10, 25)),
        (datetime(2027, 11, 1, 6, 0, tzinfo=AMSTERDAM), date(2027, 11, 1)),
        # And forward.
        (datetime(2027, 3, 28, 3, 1, tzinfo=AMSTERDAM), date(2027, 3, 22)),
        (datetime(2027, 3, 29, 5, 59, tzinfo=AMSTERDAM), None),
        (datetime(2027, 3, 29, 6, 0, tzinfo=AMSTERDAM), date(2027, 3, 29)),
        # A week that begins in another year.
        (datetime(2028, 1, 1, 12, tzinfo=AMSTERDAM), date(2027, 12, 27)),
    ],
)
def test_a_week_begins_on_monday_at_six_by_the_dutch_clock(at, week):
    assert week_at(at) == week


@pytest.mark.parametrize("change", [date(2027, 10, 31), date(2027, 3, 28)])
def test_hourly_through_a_change_of_the_clock_each_week_is_looked_at_once(clerk, track, clock, change):
    Dossier.objects.update(decide_from=date(2027, 1, 1), decide_by=date(2027, 12, 31))
    start = datetime.combine(change, time(0), AMSTERDAM).astimezone(timezone.get_fixed_timezone(0))
    for hours in range(0, 96, 3):
        clock(start + timedelta(hours=hours))
        do_at_the_hour(timestamp=0)
    assert WeeklyMail.objects.count() == len({mail.week_on for mail in WeeklyMail.objects.all()}) == 2


def test_a_worker_that_was_away_on_monday_makes_up_for_it(clerk, track, clock):
    clock(MONDAY + timedelta(days=3))
    assert [write_weekly(), write_weekly()] == [1, 0]
    assert WeeklyMail.objects.get().week_on == date(2027, 6, 7)


def test_a_worker_that_dies_halfway_leaves_the_others_for_the_next(clerk, track, other_track, monkeypatch, mailoutbox):
    other = User.objects.create_user("griffier@dalfsen.example", name="Griffier Dalfsen")
    Mandate.objects.create(user=other, body=other_track.body, capacity=Capacity.CLERK, starts_on=date(2022, 3, 30))
    monkeypatch.setattr(writing.mail, "queue", dying_at_the_second(writing.mail.queue))
    with pytest.raises(RuntimeError):
        write_weekly()
    assert WeeklyMail.objects.count() == 1
    monkeypatch.undo()
    monkeypatch.setattr(timezone, "now", lambda: MONDAY)
    assert write_weekly() == 1
    assert sorted(message.to[0] for message in mailoutbox) == [other.email, clerk.email]


def dying_at_the_second(do):
    calls = []

    def done(*args, **kwargs):
        calls.append(1)
        if len(calls) == 2:
            raise RuntimeError
        return do(*args, **kwargs)

    return done


def test_what_it_reads_does_not_grow_with_bodies_and_dossiers(clerk, track, deck):
    def reads():
        WeeklyMail.objects.all().delete()
        with CaptureQueriesContext(connection) as queries:
            write_weekly()
        return len([query for query in queries if query["sql"].startswith("SELECT")])

    first = reads()
    for number in range(20):
        partner = Partner.objects.create(
            slug=f"stad-{number}",
            name=f"Stad {number}",
            kind=PartnerKind.MUNICIPALITY,
            province=track.body.partner.province,
        )
        body = Body.objects.create(partner=partner, kind=BodyKind.COUNCIL, name=f"raad van stad {number}")
        body.sittings.create(held_on=date(2027, 6, 24))
        decide(Track.objects.create(dossier=track.dossier, body=body), deck)
    assert reads() == first <= READS


# Who wants no mail, and the desk


def test_one_click_stops_it_and_a_button_lets_it_go_on(clerk, track, clock, client, mailoutbox):
    write_weekly()
    path = urlsplit(mailoutbox[0].extra_headers["List-Unsubscribe"].strip("<>")).path
    assert "Wilt u geen weekbericht meer?" in client.get(path).text
    assert WeeklyReader.objects.get().stopped_at is None
    answer = client.post(path, {"List-Unsubscribe": "One-Click"})
    assert answer.text == "U krijgt geen weekbericht meer."
    clock(MONDAY + WEEK)
    assert write_weekly() == 0
    assert "U krijgt geen weekbericht meer" in client.get(path).text
    client.post(path, {"act": "verder"})
    assert write_weekly() == 1


def test_who_stopped_stays_so_with_another_address(clerk, track):
    WeeklyReader.objects.create(user=clerk, stopped_at=MONDAY)
    User.objects.filter(pk=clerk.pk).update(email="nieuw@example.org")
    assert write_weekly() == 0


def test_erasing_a_person_erases_what_they_were_told(clerk, track):
    write_weekly()
    clerk.delete()
    assert not WeeklyReader.objects.exists()
    assert not WeeklyMail.objects.exists()


def test_the_desk_says_who_got_it_who_gets_the_next_and_who_cannot_be_mailed(
    clerk, track, other_track, client, secretary
):
    write_weekly()
    client.force_login(secretary)
    page = " ".join(client.get("/beheer/weekbericht/").text.replace("\N{NO-BREAK SPACE}", " ").split())
    assert "Wie kreeg het in de week van 7 juni 2027?" in page
    assert "Gerrie Griffier" in page
    assert "Zwolle: 1 vraag, eerste dag donderdag 10 juni" in page
    assert "Organen waar niemand voor te mailen is: 1" in page
    assert "gemeenteraad van Dalfsen" in page
    WeeklyReader.objects.update(stopped_at=MONDAY)
    assert "Gerrie Griffier, griffier (wil geen weekbericht)" in client.get("/beheer/weekbericht/").text
    assert client.get("/beheer/weekbericht/?week=nooit").status_code == 200


def test_the_next_mail_about_a_body_can_be_read_before_it_is_sent(clerk, track, client, secretary, mailoutbox):
    client.force_login(secretary)
    page = client.get(f"/beheer/weekbericht/{track.body_id}/")
    assert f"Zo leest {clerk} ({clerk.email}) het" in page.text
    assert "Zet ‘Regioplan’ op de agenda" in page.text
    assert "frame-src 'self'" in page.headers["Content-Security-Policy"]
    frame = client.get(f"/beheer/weekbericht/{track.body_id}/opmaak/")
    assert "1\N{NO-BREAK SPACE}vraag aan uw raad" in frame.text
    assert (len(mailoutbox), WeeklyMail.objects.count()) == (0, 0)
    write_weekly()
    Dossier.objects.update(decide_by=date(2027, 6, 9))
    assert client.get("/beheer/weekbericht/9999/").status_code == 404


def test_of_a_body_that_nobody_reads_for_the_mail_is_shown_as_a_griffier_would_read_it(track, client, secretary):
    client.force_login(secretary)
    page = client.get(f"/beheer/weekbericht/{track.body_id}/").text
    assert "Voor dit orgaan is niemand te mailen." in page
    assert "Zet ‘Regioplan’ op de agenda" in page


# Answering without an account


def link_in(message):
    """The address of the link with which one enters something."""
    return re.search(r"http://\S+(/besluiten/doorgeven/\S+)", message.body)[1]


def test_the_link_in_the_mail_takes_a_day_without_an_account(clerk, track, client, mailoutbox):
    write_weekly()
    text = said(mailoutbox[0])
    assert "Geef door wanneer dit wordt behandeld:" in text
    assert "De links bij de vragen werken zonder wachtwoord, alleen voor uw raad, tot en met 5 juli 2027." in text
    link = EntryLink.objects.get()
    assert (link.track, link.purpose, link.made_for) == (track, LinkPurpose.DAY, clerk)
    page = client.get(link_in(mailoutbox[0]))
    assert page.status_code == 200
    assert "Regioplan" in page.text
    assert not track.steps.exists()


def test_an_outcome_that_is_missing_or_not_confirmed_gets_a_link_for_outcomes(clerk, track, deck, mailoutbox):
    decide(track, deck)
    write_weekly()
    assert "Bevestig of verbeter het besluit:" in said(mailoutbox[0])
    assert EntryLink.objects.get().purpose == LinkPurpose.OUTCOME


def test_next_week_the_same_link_lasts_longer(clerk, track, clock, mailoutbox):
    Dossier.objects.update(decide_by=date(2027, 9, 30))
    write_weekly()
    first = link_in(mailoutbox[0])
    clock(MONDAY + WEEK)
    write_weekly()
    assert link_in(mailoutbox[1]) == first
    assert EntryLink.objects.get().ends_on == date(2027, 7, 12)


def test_who_does_not_treat_it_is_not_asked_again(clerk, track):
    Track.objects.update(declined_on=date(2027, 6, 3))
    assert write_weekly() == 0


def test_a_preview_makes_no_link_and_shows_none_that_works(clerk, track, client, secretary, open_consultation):
    open_consultation.opens_at, open_consultation.closes_at = MONDAY - WEEK, MONDAY + 3 * WEEK
    open_consultation.save()
    open_consultation.invitations.create(body=track.body)
    client.force_login(secretary)
    page = client.get(f"/beheer/weekbericht/{track.body_id}/").text
    assert "/besluiten/doorgeven/(eigen-link)/" in page
    assert re.findall(r"/uitnodiging/[^/]+/", page) == ["/uitnodiging/(eigen-link)/"]
    assert not EntryLink.objects.exists()
