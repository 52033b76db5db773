"""Navraag: each quarter an owner is asked whether the figures hold, and the secretariat judges what comes in."""

import re
from datetime import date, timedelta
from decimal import Decimal
from urllib.parse import urlsplit

import pytest
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from partners.ground.links import age_of
from results.actions import confirmations
from results.models import ConfirmationRequest, Correction, Indicator, Owner, Proposal, ProposalKind, ProposalState
from tests.filling import press


@pytest.fixture
def owner(zwolle, helped):
    """Keeps the figure of those who were helped."""
    owner = Owner.objects.create(partner=zwolle, role="adviseur arbeidsmarkt", email="adviseur@example.org")
    Indicator.objects.filter(pk=helped.pk).update(owner=owner)
    return owner


@pytest.fixture
def other_owner(dalfsen, growth):
    """Keeps another figure."""
    owner = Owner.objects.create(partner=dalfsen, role="econoom", email="econoom@example.org")
    Indicator.objects.filter(pk=growth.pk).update(owner=owner)
    return owner


@pytest.fixture
def asked(owner):
    """The confirmation request of this quarter, sent."""
    confirmations.ask_owners()
    return ConfirmationRequest.objects.get()


@pytest.fixture
def address(asked):
    return confirmations.address_of(asked)


def answer(helped, **fields):
    return {f"cijfer-{helped.pk}-{name}": value for name, value in fields.items()}


def test_an_owner_gets_one_mail_a_quarter_with_all_figures_and_nobody_elses(owner, other_owner, mailoutbox):
    call_command("ask_owners", verbosity=0)
    call_command("ask_owners", verbosity=0)
    assert sorted(one.to[0] for one in mailoutbox) == ["adviseur@example.org", "econoom@example.org"]
    [mine] = [one for one in mailoutbox if one.to == ["adviseur@example.org"]]
    assert "Inwoners naar werk: meer dan 4.500 inwoners, peildatum begin 2023" in mine.body
    assert "Economische groei" not in mine.body
    assert re.search(r"https?://\S+/resultaten/navraag/\S+/", mine.body)


def test_the_next_quarter_asks_again(owner):
    assert confirmations.ask_owners(today=date(2026, 3, 31)) == 1
    assert confirmations.ask_owners(today=date(2026, 2, 1)) == 0
    assert confirmations.ask_owners(today=date(2026, 4, 1)) == 1
    assert [str(one.quarter_on) for one in ConfirmationRequest.objects.order_by("quarter_on")] == [
        "2026-01-01",
        "2026-04-01",
    ]


def test_an_owner_without_address_or_figures_is_not_asked(owner, zwolle, mailoutbox):
    Owner.objects.create(partner=zwolle, role="zonder cijfers", email="leeg@example.org")
    Owner.objects.filter(pk=owner.pk).update(email="")
    assert confirmations.ask_owners() == 0
    assert mailoutbox == []


def test_the_page_shows_the_own_figures_alone_and_is_found_by_nobody(client, address, other_owner):
    page = client.get(address)
    assert "Inwoners naar werk" in page.text
    assert "Economische groei" not in page.text
    assert "adviseur@example.org" not in page.text
    assert (page["X-Robots-Tag"], page["Referrer-Policy"]) == ("noindex, nofollow", "same-origin")
    assert "no-store" in page["Cache-Control"]


# Of which one says when it was signed, so each is called by its number.
STRANGE = ["x", "a:b:c", "1", signing.dumps(1, salt="iets anders"), "%00", "9" * 500, "a:b%ff"]


@pytest.mark.parametrize("token", STRANGE, ids=map(str, range(len(STRANGE))))
def test_a_link_that_is_not_ours_is_not_found(client, address, token):
    assert client.get(f"/resultaten/navraag/{token}/").status_code == 404


def test_a_link_of_another_kind_is_not_found(client, asked):
    token = signing.dumps(asked.pk, salt=confirmations.DECLINE_SALT)
    assert client.get(f"/resultaten/navraag/{token}/").status_code == 404


def test_a_link_expires(client, asked, monkeypatch):
    late = timezone.now() + age_of("figures") + timedelta(days=1)
    address = confirmations.address_of(asked)
    monkeypatch.setattr(signing.time, "time", late.timestamp)
    page = client.get(address)
    assert page.status_code == 410
    assert "De link werkte 60 dagen, en die zijn voorbij." in page.text
    assert "regiozwolle@zwolle.nl" in page.text


def test_what_comes_in_changes_nothing_until_it_is_approved(client, address, helped, secretary):
    sent = client.post(address, answer(helped, kind="correctie", value="4.600", qualifier="ruim", note="Geteld."))
    assert sent.url == address
    proposal = Proposal.objects.get()
    assert (proposal.value, proposal.state) == (Decimal(4600), ProposalState.OPEN)
    assert helped.measurements.first().value == 4500
    confirmations.approve(proposal=proposal, by=secretary)
    latest = helped.measurements.first()
    assert (latest.text, latest.checked_by) == ("ruim 4.600", "adviseur arbeidsmarkt, Zwolle")
    assert latest.source.title.startswith("Opgave van adviseur arbeidsmarkt, Zwolle")
    correction = Correction.objects.get()
    assert (correction.old_text, correction.reason) == ("meer dan 4.500", "Geteld.")


def test_a_figure_that_still_holds_is_checked(client, address, helped, secretary):
    client.post(address, answer(helped, kind="klopt"))
    confirmations.approve(proposal=Proposal.objects.get(), by=secretary)
    latest = helped.measurements.first()
    assert (latest.text, latest.checked_on) == ("meer dan 4.500", timezone.localdate())
    assert not Correction.objects.exists()


def test_a_new_value_becomes_a_measurement(client, address, helped, secretary):
    client.post(address, answer(helped, kind="nieuw", value="5.100", reference_on="2024-01-01"))
    confirmations.approve(proposal=Proposal.objects.get(), by=secretary)
    latest = helped.measurements.first()
    assert (latest.text, latest.reference_on) == ("5.100", date(2024, 1, 1))
    assert helped.measurements.count() == 4


def test_a_rejected_proposal_changes_nothing(client, address, helped, secretary):
    client.post(address, answer(helped, kind="correctie", value="1"))
    proposal = Proposal.objects.get()
    confirmations.reject(proposal=proposal, by=secretary)
    assert helped.measurements.first().value == 4500
    with pytest.raises(ValidationError, match="al afgewezen"):
        confirmations.approve(proposal=proposal, by=secretary)
    assert "is afgewezen" in client.get(address).text


def test_an_answer_can_be_changed_until_it_is_judged(client, address, helped, secretary):
    client.post(address, answer(helped, kind="correctie", value="4.600"))
    client.post(address, answer(helped, kind="klopt"))
    proposal = Proposal.objects.get()
    assert proposal.kind == ProposalKind.CONFIRMED
    confirmations.approve(proposal=proposal, by=secretary)
    client.post(address, answer(helped, kind="correctie", value="1"))
    assert Proposal.objects.get().kind == ProposalKind.CONFIRMED


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": "correctie"}, "Vul de waarde in."),
        ({"kind": "correctie", "value": "1,234.5"}, "Schrijf een komma voor decimalen"),
        ({"kind": "correctie", "value": "4.500", "qualifier": "meer dan"}, "Deze waarde staat er al."),
        ({"kind": "nieuw", "value": "5"}, "Vul de peildatum in."),
        ({"kind": "nieuw", "value": "5", "reference_on": "2062-01-01"}, "is nog niet geweest."),
        ({"kind": "nieuw", "value": "5", "reference_on": "2020-01-01"}, "Kies een dag na de laatste meting"),
        ({"value": "5"}, "Kies wat er met dit cijfer is."),
        ({"note": "Wij tellen nu anders."}, "Kies wat er met dit cijfer is."),
        ({"kind": "onzin"}, "Selecteer een geldige keuze."),
        ({"kind": "nieuw", "value": "9" * 40, "reference_on": "2024-01-01"}, "niet meer dan"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(client, address, helped, fields, said):
    page = client.post(address, answer(helped, **fields))
    assert page.status_code == 422
    assert said in page.text
    assert not Proposal.objects.exists()


def test_an_answer_about_somebody_elses_figure_is_not_read(client, address, helped, other_owner, growth):
    client.post(address, answer(growth, kind="correctie", value="9"))
    assert not Proposal.objects.exists()


@pytest.mark.parametrize(("button", "state"), [("apply", ProposalState.APPROVED), ("more", ProposalState.REJECTED)])
def test_the_secretariat_judges_with_one_button(client, address, helped, secretary, button, state):
    client.post(address, answer(helped, kind="correctie", value="4.600"))
    client.force_login(secretary)
    proposal = Proposal.objects.get()
    judge = f"/beheer/results/proposal/{proposal.pk}/oordeel/"
    assert judge in client.get("/beheer/results/proposal/").text
    assert "de waarde wordt 4.600" in client.get(judge).text
    assert Proposal.objects.get().state == ProposalState.OPEN
    assert press(client, judge, {button: "x"}).url == "/beheer/results/proposal/"
    assert (Proposal.objects.get().state, Proposal.objects.get().judged_by) == (state, secretary)
    assert "is al" in press(client, judge, {button: "x"}).text


def test_who_judges_is_told_that_a_value_is_far_off(client, address, helped, secretary):
    client.force_login(secretary)
    for value, is_warned in [("450.000", True), ("4.600", False)]:
        client.post(address, answer(helped, kind="correctie", value=value))
        page = client.get(f"/beheer/results/proposal/{Proposal.objects.get().pk}/oordeel/").text
        assert ("Let op. De waarde is 100 keer zo groot als de vorige (4.500). Klopt de eenheid?" in page) is is_warned


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_however_many_figures(client, address, asked, count, django_assert_num_queries):
    for number in range(count - 1):
        Indicator.objects.create(
            slug=f"meer-{number}", name=f"Meer {number}", nature="bereikt", sentence="x", unit="x", owner=asked.owner
        )
    # Two are for the line in the security log.
    with django_assert_num_queries(8):
        client.get(address)


def test_a_quarter_is_said_in_words(asked):
    asked.quarter_on = date(2026, 10, 1)
    assert asked.quarter == "vierde kwartaal van 2026"


def test_who_keeps_a_figure_no_longer_is_asked_no_more(client, owner, other_owner, mailoutbox):
    confirmations.ask_owners()
    [mine] = [one for one in mailoutbox if one.to == ["adviseur@example.org"]]
    address = urlsplit(dict(mine.message().items())["List-Unsubscribe"].strip("<>")).path
    assert address in mine.body
    page = client.get(address)
    assert "<h1>Houdt u deze cijfers niet meer bij?</h1>" in page.text
    assert (page.headers["X-Robots-Tag"], client.get(address).status_code) == ("noindex, nofollow", 200)
    owner.refresh_from_db()
    assert owner.declined_at is None
    assert "<h1>Wij vragen u dit niet meer</h1>" in client.post(address, follow=True).text
    mailoutbox.clear()
    next_quarter = timezone.localdate() + timedelta(days=100)
    assert confirmations.ask_owners(today=next_quarter) == 1
    assert [one.to for one in mailoutbox] == [["econoom@example.org"]]


def test_a_mail_program_stops_the_question_with_one_post(owner, mailoutbox):
    confirmations.ask_owners()
    address = urlsplit(dict(mailoutbox[0].message().items())["List-Unsubscribe"].strip("<>")).path
    answer = Client(enforce_csrf_checks=True).post(address, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, answer.content.decode()) == (200, "Wij vragen u dit niet meer.")
    owner.refresh_from_db()
    assert owner.declined_at is not None
    assert confirmations.ask_owners(today=timezone.localdate() + timedelta(days=100)) == 0
