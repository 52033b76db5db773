"""What a decision proposes about taking part: a person takes it over or refuses it, and then it is done."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from agenda.models import Participation, ParticipationRole, ParticipationStatus
from consultation.deciding.joining.acts import refuse_to_take_over, take_over
from consultation.deciding.joining.desk import joining_waiting
from consultation.deciding.joining.models import RefusedParticipation
from consultation.deciding.joining.proposals import STATUSES, proposals
from consultation.deciding.models import Component, Decision, Dossier, Outcome, Position, Track
from partners.ground.refusal import Refused
from tests.deciding import component_of
from tests.filling import form_on

DAY = date(2024, 3, 4)
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def dossier(version):
    return Dossier.objects.create(slug="agenda", title="De agenda", summary="Besluit.", version=version)


@pytest.fixture
def component(dossier, goal):
    return component_of(dossier, goal)


@pytest.fixture
def track(dossier, council):
    return Track.objects.create(dossier=dossier, body=council)


@pytest.fixture
def agreed(track, component, deck):
    return decide(track, deck, component=component, amount=Decimal(40_000))


def decide(track, source, outcome=Outcome.AGREED, on=DAY, **fields):
    return Decision.objects.create(track=track, source=source, outcome=outcome, decided_on=on, **fields)


def say(track, element, source, status=ParticipationStatus.YES, **fields):
    return Participation.objects.create(
        partner=track.body.partner, element=element, source=source, status=status, **fields
    )


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


# What is proposed


@pytest.mark.parametrize("outcome", Outcome)
def test_what_a_council_decided_on_a_part_is_proposed(track, component, deck, outcome):
    decide(track, deck, outcome, component=component, condition="Mits." if outcome == Outcome.CONDITION else "")
    expected = {
        Outcome.AGREED: ["doet-mee"],
        Outcome.CONDITION: ["doet-mee"],
        Outcome.ABSTAINS: ["doet-niet-mee"],
        Outcome.LATER: ["later"],
    }
    assert [one.status for one in proposals()] == expected.get(outcome, [])


def test_only_a_position_that_holds_says_anything_about_taking_part():
    assert all(position.is_decided for position in STATUSES)
    assert {position for position, status in STATUSES.items() if status == ParticipationStatus.YES} == {
        position for position in Position if position.takes_part
    }


def test_a_decision_on_the_whole_is_one_on_each_part_of_the_agenda(track, component, dossier, deck):
    Component.objects.create(dossier=dossier, name="Basis")
    decide(track, deck)
    assert [one.component for one in proposals()] == [component]


def test_a_college_proposes_nothing_beside_its_council(dossier, track, component, deck, zwolle):
    college = zwolle.bodies.create(kind="college", name="college van Zwolle")
    decide(Track.objects.create(dossier=dossier, body=college), deck, component=component)
    assert proposals() == []


@pytest.mark.parametrize(
    ("status", "contribution", "count"),
    [("doet-mee", "", 1), ("doet-mee", "al bekend", 0), ("doet-niet-mee", "", 1), ("later", "", 1)],
)
def test_what_is_said_already_is_not_proposed(agreed, track, goal, deck, status, contribution, count):
    say(track, goal, deck, status, contribution=contribution)
    assert len(proposals()) == count


def test_the_list_costs_the_same_with_more_bodies(
    dossier, component, council, other_council, deck, django_assert_num_queries
):
    for body in (council, other_council):
        decide(Track.objects.create(dossier=dossier, body=body), deck, component=component)
    with django_assert_num_queries(8):
        assert len(proposals()) == 2


# Taking over


def test_taking_over_says_who_takes_part_from_when_for_how_much_and_by_which_decision(agreed, track, goal, deck):
    [one] = proposals()
    made = take_over(proposal=one, starts_on=DAY, role=ParticipationRole.PARTNER)
    made.refresh_from_db()
    assert (made.partner, made.element, made.status, made.role) == (track.body.partner, goal, "doet-mee", "deelnemer")
    assert (made.starts_on, made.source) == (DAY, deck)
    assert made.contribution.replace(NBSP, " ") == "€ 40.000 (besluit van 4 maart 2024)"
    assert made.note.replace(NBSP, " ") == f"Besluit van {track.body.in_sentence}, 4 maart 2024."
    assert proposals() == []


def test_what_was_said_before_ends_on_the_day_before_the_decision(track, component, goal, deck):
    was = say(track, goal, deck, starts_on=date(2020, 1, 1), contribution="€ 1")
    decide(track, deck, Outcome.ABSTAINS, component=component)
    take_over(proposal=proposals()[0], starts_on=DAY)
    was.refresh_from_db()
    assert (was.status, was.ends_on) == ("doet-mee", date(2024, 3, 3))
    assert Participation.objects.get(starts_on=DAY).status == "doet-niet-mee"


def test_what_was_for_later_becomes_what_was_decided(agreed, track, goal, deck):
    was = say(track, goal, deck, ParticipationStatus.LATER)
    take_over(proposal=proposals()[0], starts_on=DAY)
    assert [(one.pk, one.status, one.starts_on) for one in Participation.objects.all()] == [(was.pk, "doet-mee", DAY)]


def test_a_contribution_that_was_not_known_is_filled_in_and_nothing_else(agreed, track, goal, deck):
    was = say(track, goal, deck, role=ParticipationRole.LEAD, starts_on=date(2020, 1, 1))
    take_over(proposal=proposals()[0], starts_on=DAY)
    was.refresh_from_db()
    assert (was.role, was.starts_on, was.contribution[:1]) == ("trekker", date(2020, 1, 1), "€")
    assert Participation.objects.count() == 1


def test_what_begins_after_the_decision_is_left_to_a_person(track, component, goal, deck):
    say(track, goal, deck, starts_on=date(2025, 1, 1))
    decide(track, deck, Outcome.ABSTAINS, component=component)
    with pytest.raises(Refused, match="begint pas na dit besluit"):
        take_over(proposal=proposals()[0], starts_on=DAY)
    assert Participation.objects.get().ends_on is None


# Refusing


def test_what_was_refused_is_not_proposed_again_until_something_else_is_decided(agreed, track, component, deck):
    refuse_to_take_over(proposal=proposals()[0], reason="Het geld komt uit een ander potje.")
    assert proposals() == []
    decide(track, deck, Outcome.ABSTAINS, on=date(2024, 6, 1), component=component)
    assert [one.status for one in proposals()] == ["doet-niet-mee"]


# At the desk


def judging(decision, component):
    return f"{reverse('admin:deciding_joining_judge', args=[decision.pk])}?onderdeel={component.pk}"


def test_the_secretariat_takes_over_what_it_read(desk, agreed, component):
    overview = reverse("admin:deciding_joining")
    address = judging(agreed, component)
    assertContains(desk.get(overview), f'href="{address}"')
    page = desk.get(address)
    assertContains(page, "nog niet bekend")
    data = form_on(page, "_read")
    assert data["starts_on"] == "04-03-2024"
    assertRedirects(desk.post(address, data), overview)
    assert Participation.objects.get().starts_on == DAY
    assertNotContains(desk.get(overview), f'href="{address}"')
    assert desk.get(address).status_code == 404


def test_who_refuses_says_why_and_loses_nothing_that_was_typed(desk, agreed, component):
    address = judging(agreed, component)
    data = form_on(desk.get(address), "_read") | {"role": "trekker", "more": "1"}
    empty = desk.post(address, data)
    assertContains(empty, "Schrijf op waarom u dit voorstel weigert.")
    assertContains(empty, '<option value="trekker" selected>')
    data = form_on(desk.get(address), "_read") | {"reason": "Dit geld is al geteld.", "more": "1"}
    assertRedirects(desk.post(address, data), reverse("admin:deciding_joining"))
    assert RefusedParticipation.objects.get().reason == "Dit geld is al geteld."
    assert Participation.objects.count() == 0


def test_a_day_that_cannot_be_is_told_at_its_field(desk, agreed, component):
    address = judging(agreed, component)
    answer = desk.post(address, form_on(desk.get(address), "_read") | {"starts_on": "31-02-2024"})
    assertContains(answer, "31-02-2024")
    assert Participation.objects.count() == 0


def test_the_desk_begins_with_how_many_proposals_wait(desk, agreed, component, goal, deck):
    start, listed = reverse("admin:index"), reverse("admin:deciding_joining")
    line = f'<a href="{listed}"><strong>1</strong>{NBSP}voorstel voor deelname uit een besluit wacht op u</a>'
    assertContains(desk.get(start), line)
    say(agreed.track, goal, deck, contribution="€ 40.000")
    assertNotContains(desk.get(start), listed)


def test_the_desk_says_nothing_of_proposals_to_whom_may_not_judge_them(agreed, secretary, councillor):
    proposed = joining_waiting(secretary)
    assert [address for _, address in proposed] == [reverse("admin:deciding_joining")]
    assert joining_waiting(councillor) == []


def test_the_beginning_of_the_desk_costs_the_same_with_more_bodies(
    desk, dossier, agreed, component, deck, other_council
):
    def count():
        with CaptureQueriesContext(connection) as queries:
            desk.get(reverse("admin:index"))
        return len(queries)

    few = count()
    decide(Track.objects.create(dossier=dossier, body=other_council), deck, component=component)
    assert len(proposals()) == 2
    assert count() == few


def test_without_the_right_nobody_comes_there(client, councillor, agreed, component):
    client.force_login(councillor)
    for address in (
        reverse("admin:deciding_joining"),
        judging(agreed, component),
    ):
        assert client.get(address).status_code in (302, 403)
