"""In whose name one reacts, and what each name asks before a reaction can be sent."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from consultation.models import Letter, LetterState, SenderKind
from consultation.senders import senders
from partners.models import Body, BodyKind, Capacity, Mandate, User
from tests.reacting import FORM, MINE, NEW, QUESTIONS, WISH, fill, send, write


def test_one_who_can_react_in_one_name_is_told_and_not_asked(client, clerk, goal, open_consultation):
    client.force_login(clerk)
    page = client.get(FORM)
    assert "U reageert <strong>namens de gemeenteraad van Zwolle</strong>." in page.text
    assert "Namens wie reageert u?" not in page.text


def test_one_who_can_react_in_several_names_chooses(client, group_member, goal, open_consultation):
    client.force_login(group_member)
    page = client.get(FORM)
    own, group, council = senders(group_member)
    assert [own.label, group.label, council.label] == [
        "Voor mijzelf, als raadslid (gemeenteraad van Zwolle)",
        "Namens mijn fractie, Stadsbelang (gemeenteraad van Zwolle)",
        "Namens de gemeenteraad van Zwolle",
    ]
    assert page.text.count('type="radio" name="sender"') == 3
    assert "Fout: kies namens wie u reageert" in fill(client, FORM, WISH | {"sender": ""}).text
    fill(client, FORM, WISH | {"sender": group.key})
    letter = Letter.objects.get()
    assert (letter.sender_kind, letter.sender) == (
        SenderKind.PARTY_GROUP,
        "fractie Stadsbelang, gemeenteraad van Zwolle",
    )
    fill(client, FORM, WISH | {"sender": own.key})
    assert Letter.objects.get(sender_kind=SenderKind.PERSONAL).party_group == ""


def test_the_name_one_wrote_in_before_is_told_and_not_chosen(client, group_member, wording, open_consultation):
    letter = write(group_member, open_consultation, wording, sender_kind=SenderKind.PARTY_GROUP).letter
    client.force_login(group_member)
    own, group, _ = senders(group_member)
    for address in (FORM, QUESTIONS):
        page = client.get(address).text
        assert f'<span>{group.short_label} (<span class="nowrap">concept</span>)</span>' in page
        assert f"<span>{own.short_label}</span>" in page
        assert "checked" not in page
    letter = send(letter)
    for address in (FORM, QUESTIONS):
        told = f'<span>{group.short_label} (<span class="nowrap">{letter.number}</span>)</span>'
        assert told in client.get(address).text


def test_each_of_several_names_says_whether_a_decision_comes_first(client, clerk, council, goal, open_consultation):
    Mandate.objects.create(user=clerk, body=council, capacity=Capacity.COUNCILLOR, starts_on=date(2022, 3, 30))
    client.force_login(clerk)
    page = client.get(FORM).text
    assert "<span>Namens de gemeenteraad van Zwolle</span>" in page
    assert page.count("Versturen namens een raad of college kan na het besluit.") == 1


@pytest.mark.parametrize(
    ("kind", "name", "capacity", "label", "sender", "in_name_of"),
    [
        (
            BodyKind.COUNCIL,
            "gemeenteraad van Dalfsen",
            Capacity.CLERK,
            "Namens de gemeenteraad van Dalfsen",
            "gemeenteraad van Dalfsen",
            "namens de gemeenteraad van Dalfsen",
        ),
        (
            BodyKind.STATES,
            "Provinciale Staten van Overijssel",
            Capacity.STATES_MEMBER,
            "Voor mijzelf, als Statenlid (Provinciale Staten van Overijssel)",
            "een Statenlid, Provinciale Staten van Overijssel",
            "als Statenlid van Provinciale Staten van Overijssel",
        ),
        (
            BodyKind.DEPUTIES,
            "Gedeputeerde Staten van Overijssel",
            Capacity.EXECUTIVE,
            "Namens Gedeputeerde Staten van Overijssel",
            "Gedeputeerde Staten van Overijssel",
            "namens Gedeputeerde Staten van Overijssel",
        ),
        (
            BodyKind.EXECUTIVE,
            "college van Dalfsen",
            Capacity.EXECUTIVE,
            "Namens het college van Dalfsen",
            "college van Dalfsen",
            "namens het college van Dalfsen",
        ),
        (
            BodyKind.EXECUTIVE,
            "college van Dalfsen",
            Capacity.OFFICER,
            "Namens het college van Dalfsen",
            "college van Dalfsen",
            "namens het college van Dalfsen",
        ),
        (
            BodyKind.BOARD,
            "dagelijks bestuur",
            Capacity.EXECUTIVE,
            "Namens de organisatie Dalfsen",
            "Dalfsen",
            "namens de organisatie Dalfsen",
        ),
    ],
)
def test_each_capacity_reacts_in_its_own_name(
    client, dalfsen, wording, open_consultation, kind, name, capacity, label, sender, in_name_of
):
    user = User.objects.create_user("iemand@example.org")
    body = Body.objects.create(partner=dalfsen, kind=kind, name=name)
    Mandate.objects.create(user=user, body=body, capacity=capacity, starts_on=date(2022, 3, 30))
    choices = [choice.label for choice in senders(user)]
    assert choices[0] == label
    letter = write(user, open_consultation, wording).letter
    assert (letter.sender, letter.in_name_of) == (sender, in_name_of)
    client.force_login(user)
    assert f"{in_name_of[0].upper()}{in_name_of[1:]}: 1\N{NO-BREAK SPACE}punt." in client.get(MINE).text
    told = [f"/mijn-reacties/{letter.pk}/punten/{letter.points.get().pk}/"]
    for address in [*told, NEW, QUESTIONS] if len(choices) == 1 else told:
        assert f"U reageert <strong>{in_name_of}</strong>." in client.get(address).text
    send(letter, decided_on=date(2022, 10, 31))
    page = client.get(f"/mijn-reacties/{letter.pk}/")
    whom = in_name_of.removeprefix("namens ")
    term, words = ("Namens wie", whom) if letter.is_shared else ("U reageerde", in_name_of)
    assertInHTML(f"<div><dt>{term}</dt><dd>{words}</dd></div>", page.text)


def test_a_party_group_is_named_with_its_body(client, group_member, wording, open_consultation):
    write(group_member, open_consultation, wording, sender_kind=SenderKind.PARTY_GROUP)
    client.force_login(group_member)
    says = "Namens de fractie Stadsbelang in de gemeenteraad van Zwolle: 1\N{NO-BREAK SPACE}punt."
    assert says in client.get(MINE).text


def test_a_mandate_counts_on_its_first_and_last_day_only(councillor):
    councillor.mandates.update(starts_on=date(2022, 3, 30), ends_on=date(2026, 3, 31))
    days = [date(2022, 3, 29), date(2022, 3, 30), date(2026, 3, 31), date(2026, 4, 1)]
    assert [len(senders(councillor, on=day)) for day in days] == [0, 2, 2, 0]


@pytest.mark.parametrize("address", [FORM, QUESTIONS])
def test_one_who_may_react_in_nobodys_name_reads_whom_to_ask(member, councillor, address):
    councillor.mandates.update(ends_on=date(2022, 4, 1))
    page = member.get(address)
    assert page.status_code == 403
    assert "<h1>U kunt nog niet reageren</h1>" in page.text
    assert "mailto:regiozwolle@zwolle.nl" in page.text


@pytest.mark.parametrize("key", ["999999-persoonlijk", "x", "99999999999999999999999-raad", "{clerk}"])
def test_a_name_that_is_not_yours_is_refused(client, group_member, clerk, goal, open_consultation, key):
    client.force_login(group_member)
    (of_clerk,) = senders(clerk)
    page = fill(client, FORM, WISH | {"sender": key.format(clerk=of_clerk.key)})
    assert "Fout: kies namens wie u reageert. Uw eerdere keuze kan niet meer." in page.text
    assert Letter.objects.count() == 0


def test_a_council_says_when_it_decided(client, clerk, wording, open_consultation):
    letter = write(clerk, open_consultation, wording).letter
    client.force_login(clerk)
    review = f"/mijn-reacties/{letter.pk}/controleren/"
    for day, says in [
        ("", "vul in op welke dag dit is besloten"),
        ("gisteren", "vul de dag in als dag, maand en jaar"),
        ("2999-01-01", "vul een dag in die al is geweest"),
        ("1-1-99999", "vul de dag in als dag, maand en jaar"),
    ]:
        page = client.post(review, {"decided_on": day})
        assert f"Fout: {says}" in page.text
        assert "<title>Fout: Controleer uw reactie" in page.text
        assert "<p>Pas eerst dit aan:</p>" in page.text
    page = client.post(review, {"decided_on": "31-10-2022", "decision_url": "javascript:alert(1)"})
    assert "Fout: vul een heel adres in" in page.text
    decided = {"decided_on": "31-10-2022", "decision_url": "https://raad.example.org/1", "sharing": "openbaar"}
    client.post(review, decided)
    page = client.get(f"/mijn-reacties/{letter.pk}/")
    letter.refresh_from_db()
    assert (letter.decided_on, letter.decision_url) == (date(2022, 10, 31), "https://raad.example.org/1")
    assert "31\N{NO-BREAK SPACE}oktober\N{NO-BREAK SPACE}2022" in page.text


def test_the_day_in_the_hint_is_one_the_form_takes(client, clerk, wording, open_consultation):
    letter = write(clerk, open_consultation, wording).letter
    client.force_login(clerk)
    review = f"/mijn-reacties/{letter.pk}/controleren/"
    day = re.search(r"Bijvoorbeeld (\d+-\d+-\d{4})\.", client.get(review).text).group(1)
    assert f"vul de dag in als dag, maand en jaar, zoals {day}" in client.post(review, {"decided_on": "gisteren"}).text
    client.post(review, {"decided_on": day, "decision_url": "https://raad.example/besluit", "sharing": "openbaar"})
    letter.refresh_from_db()
    assert letter.state == LetterState.SENT
    assert letter.decided_on == timezone.localdate() - timedelta(days=7)


def test_one_who_needs_a_decision_first_reads_so_before_writing(client, clerk, councillor, wording, open_consultation):
    says = "Versturen kan pas als het besluit is genomen. U vult dan de dag van het besluit in."
    for user, expected in [(clerk, True), (councillor, False)]:
        client.force_login(user)
        point = write(user, open_consultation, wording)
        for address in (NEW, QUESTIONS, f"/mijn-reacties/{point.letter_id}/punten/{point.pk}/"):
            assert (says in client.get(address).text) is expected, address
