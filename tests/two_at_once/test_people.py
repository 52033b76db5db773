"""Two people at the people of a body: the second waits, and finds what the first did."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.utils import timezone

from partners.ground.sheets.importing import carry_out
from partners.ground.sheets.previewing import digest_of, keep_nothing
from partners.models import AccountInvitation, Capacity, Mandate, User
from partners.people import acts
from partners.people.sheet import INVITATIONS
from tests.two_at_once.racing import Race, race, twice


@pytest.fixture
def asked(council):
    return AccountInvitation.objects.create(
        body=council, email="nieuw@example.org", name="Nieuw Lid", capacity=Capacity.COUNCILLOR
    )


@pytest.fixture
def mandate(join):
    return join("lid").mandates.get()


@race(acts.invite_people)
def test_of_two_who_invite_the_same_people_the_second_finds_them_asked(council):
    row = {"Naam": "Nieuw Lid", "E-mailadres": "nieuw@example.org", "Orgaan": council.name, "Hoedanigheid": "raadslid"}
    result, _ = carry_out(INVITATIONS, [(1, row)], keep=keep_nothing)
    invite = partial(acts.invite_people, body=council, layout=INVITATIONS, rows=[(1, row)], digest=digest_of(result))
    return twice(lambda: invite()[1], gives=False, left=lambda: AccountInvitation.objects.count() == 1)


@race(acts.accept)
def test_an_invitation_makes_one_mandate(asked):
    return twice(partial(acts.accept, invitation=asked), refused=acts.GONE, left=lambda: Mandate.objects.count() == 1)


@race(acts.withdraw)
def test_what_was_just_accepted_is_not_taken_back(asked):
    return Race(
        partial(acts.accept, invitation=asked),
        partial(acts.withdraw, body=asked.body, pk=asked.pk),
        acts.GONE,
        left=lambda: User.objects.filter(email="nieuw@example.org").exists(),
    )


@race(acts.send_again)
def test_what_was_just_taken_back_is_not_sent_again(asked):
    return Race(
        partial(acts.withdraw, body=asked.body, pk=asked.pk),
        partial(acts.send_again, body=asked.body, pk=asked.pk),
        acts.GONE,
    )


@race(acts.end_mandate)
def test_a_mandate_ends_once(mandate):
    return twice(partial(acts.end_mandate, mandate=mandate, last_day=timezone.localdate()), refused="eindigt al op")


@race(acts.end_all)
def test_the_members_of_a_body_end_once(mandate):
    end = partial(acts.end_all, body=mandate.body, last_day=timezone.localdate(), read=[mandate.pk])
    return twice(
        end, refused=acts.CHANGED, left=lambda: Mandate.objects.get(pk=mandate.pk).ends_on == timezone.localdate()
    )


@race(acts.end_with_term)
def test_what_a_griffier_just_ended_keeps_its_day(mandate, deck):
    began = timezone.localdate() - timedelta(days=3)
    mandate.body.terms.create(first_year=began.year, last_year=began.year + 4, seats=39, starts_on=began, source=deck)
    Mandate.objects.filter(pk=mandate.pk).update(starts_on=date(2022, 3, 30))
    return Race(
        partial(acts.end_mandate, mandate=mandate, last_day=timezone.localdate()),
        acts.end_with_term,
        gives=0,
        left=lambda: Mandate.objects.get(pk=mandate.pk).ends_on == timezone.localdate(),
    )
