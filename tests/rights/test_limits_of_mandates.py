"""Where mandates turn: their first and last day, what may be acted for, and in whose name."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from consultation.models import (
    Letter,
    SenderKind,
)
from consultation.senders import about_choosing, choices_of, may_withdraw, reads_others, sender_of, senders
from partners.models import Body, BodyKind, Capacity, Mandate
from tests.letters import letter
from tests.rights.writing import days

TODAY = date(2024, 5, 1)

# Mandates


@pytest.mark.parametrize(
    ("starts", "ends", "is_held"),
    [
        (0, None, True),
        (0, 0, True),
        (-1, 1, True),
        (-9, 0, True),
        (1, None, False),
        (1, 2, False),
        (-9, -1, False),
    ],
)
def test_a_mandate_is_held_on_its_first_and_last_day_too(councillor, starts, ends, is_held):
    councillor.mandates.update(starts_on=days(starts), ends_on=None if ends is None else days(ends))
    assert Mandate.objects.held().exists() is is_held
    assert Mandate.objects.held(timezone.localdate()).exists() is is_held
    assert bool(senders(councillor)) is is_held


def test_a_mandate_is_held_on_the_day_that_is_asked_for(councillor):
    councillor.mandates.update(starts_on=date(2022, 3, 30), ends_on=date(2022, 12, 31))
    held = [Mandate.objects.held(on).exists() for on in (date(2022, 3, 29), date(2022, 3, 30), date(2022, 12, 31))]
    assert held == [False, True, True]
    assert not Mandate.objects.held(date(2023, 1, 1)).exists()
    assert senders(councillor, date(2022, 12, 31))
    assert senders(councillor) == []


@pytest.mark.parametrize("kind", BodyKind)
@pytest.mark.parametrize("capacity", Capacity)
def test_one_acts_only_for_a_body_that_knows_the_capacity(dalfsen, councillor, capacity, kind):
    body = Body.objects.create(partner=dalfsen, kind=kind, name="een orgaan")
    mandate = Mandate(user=councillor, body=body, capacity=capacity, starts_on=TODAY)
    if kind in capacity.body_kinds:
        mandate.full_clean()
    else:
        with pytest.raises(ValidationError) as refused:
            mandate.full_clean()
        assert refused.value.message_dict == {
            "capacity": [f"Bij dit orgaan ({kind.label}) past deze hoedanigheid niet."]
        }


@pytest.mark.parametrize(
    ("capacity", "kind", "may"),
    [
        (Capacity.COUNCILLOR, BodyKind.COUNCIL, True),
        (Capacity.STATES_MEMBER, BodyKind.STATES, True),
        (Capacity.CLERK, BodyKind.COUNCIL, False),
        (Capacity.OFFICER, BodyKind.STATES, False),
        (Capacity.EXECUTIVE, BodyKind.BOARD, False),
    ],
)
def test_only_an_elected_member_has_a_party_group(dalfsen, councillor, capacity, kind, may):
    body = Body.objects.create(partner=dalfsen, kind=kind, name="een orgaan")
    mandate = Mandate(user=councillor, body=body, capacity=capacity, party_group="Groep", starts_on=TODAY)
    if may:
        mandate.full_clean()
    else:
        with pytest.raises(ValidationError) as refused:
            mandate.clean()
        assert refused.value.message_dict == {"party_group": ["Alleen een raadslid of Statenlid heeft een fractie."]}
    mandate.party_group = ""
    mandate.full_clean()


def test_a_mandate_of_which_something_is_missing_is_refused_where_it_is(council, councillor):
    for values, fields in [
        ({"body": None}, ["body"]),
        ({"capacity": ""}, ["capacity"]),
        ({"capacity": "koning", "party_group": "Groep"}, ["capacity"]),
        ({"ends_on": date(2023, 4, 30)}, ["ends_on"]),
    ]:
        known = {"body": council, "capacity": Capacity.OFFICER, "starts_on": date(2023, 5, 1)}
        with pytest.raises(ValidationError) as refused:
            Mandate(user=councillor, **known | values).full_clean()
        assert list(refused.value.message_dict) == fields
    Mandate(user=councillor, **known | {"ends_on": date(2023, 5, 1)}).full_clean()


# In whose name


def named(user, *, on=None):
    return [(one.sender_kind, one.mandate.capacity, one.party_group) for one in senders(user, on)]


def test_in_each_name_once_and_with_the_mandate_that_may_confirm(council, executive, join):
    user = join("dubbel", capacity=Capacity.CLERK)
    for body, capacity, group in [
        (council, Capacity.COUNCILLOR, "Stadsbelang"),
        (council, Capacity.OFFICER, ""),
        (executive, Capacity.OFFICER, ""),
        (executive, Capacity.SECRETARY, ""),
    ]:
        Mandate.objects.create(user=user, body=body, capacity=capacity, party_group=group, starts_on=TODAY)
    assert named(user) == [
        (SenderKind.EXECUTIVE, Capacity.SECRETARY, ""),
        (SenderKind.COUNCIL, Capacity.CLERK, ""),
        (SenderKind.PERSONAL, Capacity.COUNCILLOR, ""),
        (SenderKind.PARTY_GROUP, Capacity.COUNCILLOR, "Stadsbelang"),
    ]


def test_who_confirms_may_join_for_the_body_and_the_others_for_themselves(council, executive, join):
    def rights(user):
        return [(one.sender_kind, one.may_confirm, one.may_endorse) for one in senders(user)]

    assert rights(join("lid", party_group="Stadsbelang")) == [
        (SenderKind.PERSONAL, False, True),
        (SenderKind.PARTY_GROUP, False, True),
        (SenderKind.COUNCIL, False, False),
    ]
    assert rights(join("griffier", capacity=Capacity.CLERK)) == [(SenderKind.COUNCIL, True, True)]
    assert rights(join("ambtenaar", capacity=Capacity.OFFICER)) == [(SenderKind.COUNCIL, False, False)]
    assert rights(join("secretaris", capacity=Capacity.SECRETARY, body=executive)) == [
        (SenderKind.EXECUTIVE, True, True)
    ]
    assert rights(join("wethouder", capacity=Capacity.EXECUTIVE, body=executive)) == [
        (SenderKind.EXECUTIVE, False, False)
    ]


def test_for_an_organisation_nobody_confirms(board, join):
    (sender,) = senders(join("secretaris", capacity=Capacity.SECRETARY, body=board))
    assert (sender.sender_kind, sender.may_confirm, sender.may_endorse) == (SenderKind.PARTNER, False, True)


def test_a_letter_fits_one_name_of_one_body_and_one_group(council, other_council, join):
    personal, group, whole = senders(join("lid", party_group="Stadsbelang"))

    def fitting(**fields):
        written = Letter(**{"body": council, "sender_kind": SenderKind.PARTY_GROUP, "party_group": ""} | fields)
        return [one.sender_kind for one in (personal, group, whole) if one.fits(written)]

    assert fitting(party_group="Stadsbelang") == [SenderKind.PARTY_GROUP]
    assert fitting(party_group="Een andere") == []
    assert fitting(party_group="Stadsbelang", body=other_council) == []
    assert fitting(sender_kind=SenderKind.PERSONAL) == [SenderKind.PERSONAL]
    assert fitting(sender_kind=SenderKind.COUNCIL) == [SenderKind.COUNCIL]
    assert fitting(sender_kind=SenderKind.COUNCIL, body=other_council) == []


def test_one_works_in_a_letter_as_long_as_ones_mandate_lasts(council, councillor):
    written = Letter(body=council, sender_kind=SenderKind.COUNCIL)
    councillor.mandates.update(starts_on=days(-9), ends_on=days(0))
    assert sender_of(councillor, written).sender_kind == SenderKind.COUNCIL
    assert sender_of(councillor, written, days(1)) is None
    assert sender_of(councillor, Letter(body=council, sender_kind=SenderKind.PARTNER)) is None


def test_each_choice_says_what_to_know_before_making_it(council, join):
    personal, group, whole = found = senders(join("lid", party_group="Stadsbelang"))
    assert choices_of(found, []) == [
        (personal.key, "<span>Voor mijzelf, als raadslid</span>"),
        (group.key, "<span>Namens mijn fractie, Stadsbelang</span>"),
        (whole.key, f"<span>Namens de {council}</span>"),
    ]
    own = Letter(body=council, sender_kind=SenderKind.PERSONAL)
    shared = Letter(body=council, sender_kind=SenderKind.PARTY_GROUP, party_group="Stadsbelang", number="RZ-1")
    assert [label for _, label in choices_of(found, [shared, own])] == [
        '<span>Voor mijzelf, als raadslid (<span class="nowrap">concept</span>)</span>',
        '<span>Namens mijn fractie, Stadsbelang (<span class="nowrap">RZ-1</span>)</span>',
        f"<span>Namens de {council}</span>",
    ]


def test_of_two_bodies_each_choice_says_which(council, other_council, join):
    user = join("lid")
    Mandate.objects.create(user=user, body=other_council, capacity=Capacity.COUNCILLOR, starts_on=date(2022, 3, 30))
    labels = [label for _, label in choices_of(senders(user), [])]
    assert f"<span>Voor mijzelf, als raadslid ({council})</span>" in labels
    assert f"<span>Voor mijzelf, als raadslid ({other_council})</span>" in labels


def test_what_one_should_know_is_said_once(join):
    personal, group, whole = senders(join("lid", party_group="Stadsbelang"))
    together = "Namens een fractie, raad of college schrijft u samen."
    assert about_choosing([personal]) == ""
    assert about_choosing([personal, group]) == together
    assert about_choosing([personal, whole]) == f"{together} Versturen namens een raad of college kan na het besluit."


@pytest.mark.parametrize(
    ("kind", "capacity", "reads"),
    [
        (BodyKind.COUNCIL, Capacity.COUNCILLOR, True),
        (BodyKind.STATES, Capacity.STATES_MEMBER, True),
        (BodyKind.EXECUTIVE, Capacity.EXECUTIVE, True),
        (BodyKind.DEPUTIES, Capacity.EXECUTIVE, True),
        (BodyKind.BOARD, Capacity.EXECUTIVE, False),
    ],
)
def test_what_governments_share_is_for_who_acts_for_one_today(dalfsen, join, secretary, kind, capacity, reads):
    user = join("iemand", capacity=capacity, body=Body.objects.create(partner=dalfsen, kind=kind, name="een orgaan"))
    assert reads_others(user) is reads
    user.mandates.update(ends_on=days(-1))
    assert reads_others(user) is False
    assert reads_others(secretary) is True


@pytest.mark.parametrize(
    ("sender_kind", "is_confirmed", "who"),
    [
        (SenderKind.COUNCIL, False, {"lid", "griffier"}),
        (SenderKind.COUNCIL, True, {"griffier"}),
        (SenderKind.PERSONAL, True, {"lid", "griffier"}),
        (SenderKind.PERSONAL, False, {"lid", "griffier"}),
    ],
)
def test_what_counts_for_a_council_only_who_confirms_takes_back(
    open_consultation, council, join, sender_kind, is_confirmed, who
):
    people = [join("lid"), join("griffier", capacity=Capacity.CLERK)]
    sent = letter(open_consultation, council, people[0], sender_kind=sender_kind)
    if not is_confirmed:
        Letter.objects.update(confirmed_at=None)
        sent.refresh_from_db()
    assert {user.email.split("@")[0] for user in people if may_withdraw(user, sent)} == who
