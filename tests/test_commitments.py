"""What was promised to a body: told where it belongs until it is answered, and reminded of once for each term."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from consultation.deciding.actions import NAMED, remind_of_commitments
from consultation.deciding.models import Commitment, Dossier, Track
from partners.models import Body, BodyKind, Capacity, Mandate, User
from partners.planning import AMSTERDAM
from regiozwolle.weekly.writing import write_weekly
from tests.reading import visible

DUE = date(2027, 6, 20)
A_DAY = timedelta(days=1)
LIST = "/beheer/deciding/commitment/"


@pytest.fixture(autouse=True)
def june(monkeypatch):
    """It is 14 June 2027, a Monday, noon."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2027, 6, 14, 12, tzinfo=AMSTERDAM))


@pytest.fixture
def track(council, version, deck):
    dossier = Dossier.objects.create(slug="regioplan", title="Regioplan", summary="Kort.", version=version, source=deck)
    return Track.objects.create(dossier=dossier, body=council)


@pytest.fixture
def executive(zwolle):
    return Body.objects.create(
        partner=zwolle, kind=BodyKind.EXECUTIVE, name="college van burgemeester en wethouders van Zwolle"
    )


@pytest.fixture
def promise(track, executive, deck):
    return Commitment.objects.create(
        track=track,
        text="De raad krijgt een overzicht.",
        made_on=date(2027, 6, 1),
        due_on=DUE,
        promised_by=executive,
        source=deck,
    )


def said(message):
    return " ".join(message.body.replace("\N{NO-BREAK SPACE}", " ").split())


def test_the_secretariat_is_reminded_once_when_the_term_nears(promise, mailoutbox, settings):
    days = [DUE - 8 * A_DAY, DUE - 7 * A_DAY, DUE, DUE + A_DAY]
    assert [remind_of_commitments(today=day) for day in days] == [0, 1, 0, 0]
    (sent,) = mailoutbox
    assert sent.to == [settings.CONTACT_EMAIL]
    assert sent.subject.replace("\N{NO-BREAK SPACE}", " ") == "1 toezegging wacht op een antwoord"
    assert (
        "- Aan de gemeenteraad van Zwolle, uiterlijk 20 juni 2027: De raad krijgt een overzicht. Toegezegd door "
        "college van burgemeester en wethouders van Zwolle. Dossier: Regioplan."
    ) in said(sent)
    assert "/beheer/deciding/commitment/?termijn=nadert" in said(sent)


def test_one_that_was_over_before_anybody_was_reminded_is_reminded_of_as_well(promise):
    assert [remind_of_commitments(today=DUE + 90 * A_DAY), remind_of_commitments(today=DUE + 91 * A_DAY)] == [1, 0]


def test_a_term_that_moved_is_another_reminder(promise):
    assert remind_of_commitments(today=DUE) == 1
    Commitment.objects.update(due_on=date(2027, 9, 1))
    assert [remind_of_commitments(today=day) for day in (DUE, date(2027, 8, 24), date(2027, 8, 25))] == [0, 0, 1]


@pytest.mark.parametrize(
    "change", [{"due_on": None}, {"answered_on": date(2027, 6, 13), "answer": "Verstuurd."}], ids=["free", "answered"]
)
def test_what_has_no_term_or_is_answered_is_not_reminded_of(promise, change):
    Commitment.objects.update(**change)
    assert remind_of_commitments(today=DUE + A_DAY) == 0


def test_a_mail_names_so_many_and_counts_the_rest(promise, track, deck, mailoutbox):
    Commitment.objects.bulk_create(
        Commitment(track=track, text=f"Nummer {n}.", made_on=date(2027, 6, 1), due_on=DUE, source=deck)
        for n in range(NAMED + 1)
    )
    assert remind_of_commitments(today=DUE) == NAMED + 2
    assert "En nog 2 toezeggingen." in said(mailoutbox[0])


def test_the_desk_counts_what_is_over_and_what_nears_and_lists_it(promise, track, deck, client, secretary):
    client.force_login(secretary)
    Commitment.objects.create(
        track=track, text="Te laat.", made_on=date(2027, 1, 1), due_on=date(2027, 6, 13), source=deck
    )
    start = client.get("/beheer/").text.replace("\N{NO-BREAK SPACE}", " ")
    assert f'<a href="{LIST}?termijn=te-laat"><strong>1</strong> toezegging is over de termijn</a>' in start
    assert f'<a href="{LIST}?termijn=nadert"><strong>1</strong> toezegging nadert de termijn</a>' in start
    over, near = (client.get(f"{LIST}?termijn={term}").text for term in ("te-laat", "nadert"))
    assert "Te laat." in over
    assert "De raad krijgt een overzicht." not in over
    assert "Te laat." in near
    assert "De raad krijgt een overzicht." in near
    Commitment.objects.update(answered_on=date(2027, 6, 14), answer="Gedaan.")
    assert "toezegging" not in visible(client.get("/beheer/")).split("Besluiten")[0].lower()


def test_it_stands_with_the_dossier_and_the_body_until_it_is_answered(promise, client):
    places = ["/besluiten/regioplan/", "/partners/zwolle/raad/wat-kan-nog/"]
    heads = ["Nog te beantwoorden toezeggingen", "Nog te beantwoorden Toezegging, open, uiterlijk 20 juni 2027"]
    for place, head in zip(places, heads, strict=True):
        page = visible(client.get(place))
        assert head in page
        assert "De raad krijgt een overzicht. Toegezegd door college van burgemeester en wethouders van Zwolle." in page
    Commitment.objects.update(answered_on=date(2027, 6, 13), answer="Verstuurd.")
    for place, head in zip(places, heads, strict=True):
        assert head not in visible(client.get(place))
    assert "Toezegging, beantwoord op 13 juni 2027: De raad krijgt een overzicht." in visible(client.get(places[0]))


def test_who_promised_it_reads_so_in_the_weekly_mail(promise, executive, mailoutbox):
    secretary = User.objects.create_user("secretaris@zwolle.example", name="Secretaris")
    Mandate.objects.create(user=secretary, body=executive, capacity=Capacity.SECRETARY, starts_on=date(2026, 1, 1))
    assert write_weekly() == 1
    (sent,) = mailoutbox
    assert (
        "Tot en met zondag 20 juni Beantwoord de toezegging aan de gemeenteraad van Zwolle "
        "De raad krijgt een overzicht."
    ) in said(sent)
    assert "/besluiten/regioplan/#toezeggingen" in said(sent)
