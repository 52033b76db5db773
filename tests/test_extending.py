"""Making the term of a consultation longer, and what follows it."""

from datetime import timedelta
from threading import Event, Thread

import pytest
from django.db import connection, transaction
from django.utils import timezone
from pytest_django.asserts import assertContains

from consultation import actions
from consultation.models import Consultation
from partners.ground.templatetags.dutch import moment
from tests.filling import form_on

PAGE = "/beheer/consultation/consultation/{}/verlengen/"


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def fields(closes_at, **others):
    local = timezone.localtime(closes_at)
    return {
        "closes_at_0": f"{local:%Y-%m-%d}",
        "closes_at_1": f"{local:%H:%M}",
        "reason": "De griffies vroegen erom.",
    } | others


@pytest.fixture
def later(open_consultation):
    """A week after it closes now, on a whole minute."""
    open_consultation.closes_at = open_consultation.closes_at.replace(second=0, microsecond=0)
    open_consultation.save()
    return open_consultation.closes_at + timedelta(days=7)


def test_the_secretariat_extends_after_a_second_look_and_everyone_reads_why(desk, client, open_consultation, later):
    old = open_consultation.last_minute
    term = open_consultation.steps.create(
        title="Reageren", starts_on=timezone.localdate(open_consultation.opens_at), ends_on=open_consultation.last_day
    )
    answer = open_consultation.steps.create(title="Antwoord", starts_on=open_consultation.last_day + timedelta(days=3))
    page = PAGE.format(open_consultation.pk)
    assert "Verleng de termijn" in desk.get(f"/beheer/consultation/consultation/{open_consultation.pk}/change/").text
    assertContains(desk.get(page), 'aria-label="Sluit nu op: datum"', count=1)
    assertContains(desk.get(page), 'aria-label="Sluit nu op: tijd"', count=1)
    asked = desk.post(page, fields(later))
    assert "Weet u het zeker?" in asked.text
    assert "Kijk na of deze stap nog klopt: Antwoord" in asked.text
    open_consultation.refresh_from_db()
    assert open_consultation.extensions.count() == 0
    done = desk.post(page, form_on(asked, "_read").dict(), follow=True)
    assert "De termijn is verlengd tot en met" in done.text
    open_consultation.refresh_from_db()
    term.refresh_from_db()
    answer.refresh_from_db()
    assert open_consultation.closes_at == later
    assert term.ends_on == open_consultation.last_day
    assert answer.starts_on == timezone.localdate(old) + timedelta(days=3)
    (extension,) = open_consultation.extensions.all()
    assert extension.made_by.email == "secretariaat@example.org"
    client.logout()
    said = client.get("/consultaties/conceptagenda/").text
    assert f"verlengd van {moment(old)} naar {moment(open_consultation.last_minute)}" in said
    assert "Reden: De griffies vroegen erom." in said


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"reason": ""}, "Dit veld is verplicht."),
        ({"reason": "x" * 301}, "300"),
        ({"closes_at_0": "morgen"}, "geldige datum"),
        ({"closes_at_0": "99999-01-01"}, "geldige datum"),
        ({"closes_at_0": "2001-01-01"}, "Kies een later moment dan waarop de consultatie nu sluit."),
    ],
)
def test_an_extension_that_is_none_is_refused(desk, open_consultation, later, change, says):
    page = desk.post(
        PAGE.format(open_consultation.pk), fields(later, sure=timezone.localtime(later).isoformat()) | change
    )
    assert says in page.text
    assert open_consultation.extensions.count() == 0


def test_another_moment_than_the_one_agreed_to_is_asked_again(desk, open_consultation, later):
    page = desk.post(
        PAGE.format(open_consultation.pk), fields(later + timedelta(days=1), sure=timezone.localtime(later).isoformat())
    )
    assert "Weet u het zeker?" in page.text
    assert open_consultation.extensions.count() == 0


def test_what_is_closed_or_not_yet_open_is_not_extended(desk, open_consultation, later, secretary):
    Consultation.objects.update(opens_at=timezone.now() - timedelta(days=9), closes_at=timezone.now())
    page = desk.get(PAGE.format(open_consultation.pk)).text
    assert "Verlengen kan alleen zolang reageren kan." in page
    assert "<form method" not in page
    with pytest.raises(actions.Refused):
        actions.extend(consultation=open_consultation, closes_at=later, reason="Toch.", by=secretary)


def test_once_it_is_open_the_term_changes_by_an_extension_alone(desk, open_consultation, later):
    address = f"/beheer/consultation/consultation/{open_consultation.pk}/change/"
    assert 'name="closes_at_0"' not in desk.get(address).text
    Consultation.objects.update(opens_at=timezone.now() + timedelta(days=1))
    assert 'name="closes_at_0"' in desk.get(address).text


def test_only_the_secretariat_extends(client, councillor, open_consultation, later):
    page = PAGE.format(open_consultation.pk)
    assert client.get(page).status_code == 302
    client.force_login(councillor)
    assert client.post(page, fields(later), follow=True).status_code == 403
    assert open_consultation.extensions.count() == 0


@pytest.mark.django_db(transaction=True)
def test_an_extension_waits_for_somebody_who_is_just_sending(councillor, wording, open_consultation, secretary):
    held, done = Event(), Event()

    def extend():
        held.wait(5)
        try:
            actions.extend(
                consultation=open_consultation,
                closes_at=open_consultation.closes_at + timedelta(days=1),
                reason="Toch.",
                by=secretary,
            )
        finally:
            done.set()
            connection.close()

    thread = Thread(target=extend)
    thread.start()
    with transaction.atomic():
        actions.reacting.hold(open_consultation)
        held.set()
        assert not done.wait(0.5)
    assert done.wait(5)
    thread.join()
    assert open_consultation.extensions.count() == 1
