"""The one reminder before a consultation closes: who gets it, and who never."""

from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from consultation import actions
from consultation.actions import reminding
from consultation.models import Consultation, Reminder, SenderKind
from consultation.senders import senders
from partners.models import Capacity, Mandate, User
from tests.filling import press
from tests.working import Outbox

OUTBOX = Outbox()
QUERIES_OF_THE_ACT = 11


def near(consultation, *, days=3):
    """Lets it close at the end of the day that is `days` ahead."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    consultation.closes_at = today + timedelta(days=days + 1)
    consultation.save()


def write(user, consultation, wording):
    return actions.save_point(
        author=user,
        consultation=consultation,
        sender=senders(user)[0],
        wording=wording,
        content={"kind": "wens", "text": "Noem ook het mkb.", "proposal": ""},
        opened_at=timezone.now(),
    ).letter


def reminded():
    """To whom a run mails."""
    before = len(OUTBOX)
    call_command("remind", verbosity=0)
    return [message.to[0] for message in OUTBOX[before:]]


def test_with_three_days_to_go_those_who_have_not_begun_get_one_mail(councillor, outsider, open_consultation):
    near(open_consultation, days=4)
    assert reminded() == []
    near(open_consultation)
    assert reminded() == [councillor.email, outsider.email]
    assert reminded() == []
    message = OUTBOX[0]
    assert message.subject == "Nog 3 dagen: Consultatie over de conceptagenda"
    assert "U hebt nog niet gereageerd." in message.body
    near(open_consultation, days=0)
    assert reminded() == []


def test_a_draft_is_reminded_of_and_what_was_sent_is_not(councillor, outsider, wording, open_consultation):
    draft = write(councillor, open_consultation, wording)
    actions.send(letter=write(outsider, open_consultation, wording), by=outsider, sharing="openbaar")
    near(open_consultation)
    assert reminded() == [councillor.email]
    assert "Dit is nog niet af.\n\nVerstuur het concept, als raadslid" in OUTBOX[-1].body
    assert f"/mijn-reacties/{draft.pk}/" in OUTBOX[-1].body


def test_changes_that_were_not_sent_are_reminded_of(councillor, wording, open_consultation):
    sent = actions.send(letter=write(councillor, open_consultation, wording), by=councillor, sharing="openbaar")
    actions.begin_changes(letter=sent)
    near(open_consultation)
    assert reminded() == [councillor.email]
    assert f"Verstuur de wijzigingen van reactie {sent.number}" in OUTBOX[-1].body


def test_where_bodies_were_invited_only_their_people_are_reminded(councillor, outsider, council, open_consultation):
    open_consultation.invitations.create(body=council)
    near(open_consultation)
    assert reminded() == [councillor.email]


def test_the_people_of_a_body_that_declined_are_left_alone(
    councillor, outsider, council, other_council, open_consultation
):
    open_consultation.invitations.create(body=council, declined_on=date(2022, 12, 20))
    open_consultation.invitations.create(body=other_council)
    near(open_consultation)
    assert reminded() == [outsider.email]


def test_who_may_not_react_today_is_not_reminded(councillor, outsider, open_consultation):
    councillor.mandates.update(ends_on=timezone.localdate() - timedelta(days=1))
    outsider.is_active = False
    outsider.save()
    near(open_consultation)
    assert reminded() == []


@pytest.mark.parametrize("is_example", [True, False])
def test_an_example_and_what_is_real_never_mix(councillor, outsider, dalfsen, open_consultation, is_example):
    dalfsen.is_example = True
    dalfsen.save()
    open_consultation.is_example = is_example
    near(open_consultation)
    assert reminded() == [outsider.email if is_example else councillor.email]


def test_what_is_closed_reminds_nobody(councillor, open_consultation):
    near(open_consultation)
    Consultation.objects.update(closes_at=timezone.now())
    assert reminded() == []


def link(message):
    (address,) = [line for line in message.body.splitlines() if "/herinnering/" in line]
    return "/herinnering/" + address.split("/herinnering/")[1]


def test_who_says_not_to_react_is_left_alone_without_signing_in(client, councillor, outsider, open_consultation):
    near(open_consultation)
    reminded()
    Reminder.objects.filter(user=outsider).delete()
    Reminder.objects.filter(user=councillor).update(sent_at=None)
    address = link(OUTBOX[0])
    page = client.get(address)
    assert "<h1>Wilt u niet reageren?</h1>" in page.text
    assert (page.headers["X-Robots-Tag"], page.headers["Referrer-Policy"]) == ("noindex, nofollow", "same-origin")
    assert Reminder.objects.get(user=councillor).declined_at is None
    page = client.post(address, follow=True)
    assert "<h1>U krijgt geen herinnering meer</h1>" in page.text
    assert Reminder.objects.get(user=councillor).declined_at
    assert reminded() == [outsider.email]


@pytest.mark.parametrize("token", ["x", "a:b:c", "WzEsMV0:1xVd7B:dMHC"])
def test_a_link_that_is_not_ours_does_not_exist(client, db, token):
    assert client.get(f"/herinnering/{token}/").status_code == 404
    assert client.post(f"/herinnering/{token}/").status_code == 404


def test_who_says_it_in_advance_needs_no_reminder(councillor, council, open_consultation):
    second = User.objects.create_user("lid2@example.org")
    Mandate.objects.create(user=second, body=council, capacity=Capacity.COUNCILLOR, starts_on=date(2022, 3, 30))
    reminding.decline(consultation=open_consultation, user=councillor)
    near(open_consultation)
    assert reminded() == [second.email]


def test_a_mail_program_stops_the_reminders_with_one_post(councillor, open_consultation):
    near(open_consultation)
    assert reminded() == [councillor.email]
    headers = dict(OUTBOX[-1].message().items())
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = urlsplit(headers["List-Unsubscribe"].strip("<>")).path
    answer = Client(enforce_csrf_checks=True).post(address, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, answer.content.decode()) == (200, "U krijgt geen herinnering meer.")
    assert Reminder.objects.get(user=councillor).declined_at is not None


def test_a_group_is_reminded_of_what_was_sent_back_and_a_griffier_of_what_waits(
    councillor, clerk, join, send, open_consultation
):
    letter = send(councillor, SenderKind.COUNCIL)
    near(open_consultation)
    assert clerk.email in reminded()
    asked = next(mail for mail in OUTBOX if mail.to == [clerk.email] and "Nog 3 dagen" in mail.subject)
    assert f"Bevestig reactie {letter.number}, namens de gemeenteraad van Zwolle" in asked.body
    assert f"/mijn-reacties/{letter.pk}/bevestigen/" in asked.body
    Reminder.objects.all().delete()
    actions.send_back(letter=letter, by=clerk, sequence=1, remark="De raad besloot iets anders.")
    member = join("lid")
    assert sorted(reminded()) == sorted([councillor.email, clerk.email, member.email])
    told = next(mail for mail in reversed(list(OUTBOX)) if mail.to == [member.email])
    assert f"Wijzig en verstuur opnieuw: reactie {letter.number}, die is teruggestuurd" in told.body
    assert "U hebt geschreven" not in told.body


# The act at the desk


@pytest.fixture
def act(client, secretary, open_consultation):
    """The address at which the secretariat reminds now."""
    client.force_login(secretary)
    return f"/beheer/consultation/consultation/{open_consultation.pk}/herinneren/"


def test_the_secretariat_sees_whom_it_reminds_and_the_mail_before_it_does(act, client, councillor, outsider):
    page = client.get(act).text
    assert "Hoogstens 2\N{NO-BREAK SPACE}mensen krijgen een e-mail." in page
    assert "Robin Raadslid" in page
    assert "raadslid van de gemeenteraad van Zwolle" in page
    assert "Zo leest raadslid@example.org hem." in page
    assert "U hebt nog niet gereageerd. Dat hoeft ook niet." in page
    assert "/herinnering/(eigen-link)/" in page
    assert list(OUTBOX) == []
    assert not Reminder.objects.exists()


def test_the_secretariat_reminds_when_it_wants_and_nobody_twice(act, client, councillor, outsider, open_consultation):
    page = press(client, act, follow=True)
    assert "Wij sturen de herinneringen." in page.text
    assert [message.to[0] for message in OUTBOX] == [councillor.email, outsider.email]
    listed = client.get("/beheer/consultation/reminder/").text
    assert "Robin Raadslid" in listed
    page = client.get(act).text
    assert "Er is niemand meer om te herinneren." in page
    assert "Voor 2\N{NO-BREAK SPACE}mensen is er al een herinnering." in page
    near(open_consultation)
    assert reminded() == []


def test_what_is_closed_cannot_be_reminded_of(act, client, councillor, open_consultation):
    Consultation.objects.update(closes_at=timezone.now())
    assert reminding.NOT_OPEN in client.get(act).text
    assert reminding.NOT_OPEN in press(client, act, follow=True).text
    assert list(OUTBOX) == []


@pytest.mark.parametrize("count", [1, 4])
def test_the_page_costs_the_same_for_more_people(act, client, councillor, join, count, django_assert_num_queries):
    for number in range(count):
        join(f"lid{number}")
    with django_assert_num_queries(QUERIES_OF_THE_ACT):
        client.get(act)
