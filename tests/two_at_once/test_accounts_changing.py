"""Two people at one change of an account: the second waits, and finds what the first decided."""

from functools import partial

import pytest

from partners.ground.refusal import Refused
from partners.models import User
from regiozwolle.identity import acts, changing
from regiozwolle.identity.models import ChangeOf
from tests.two_at_once.racing import Race, race, twice


@pytest.fixture
def others(db):
    """Two of the secretariat besides who asks."""
    return [User.objects.create_superuser(f"{name}@example.org") for name in ("tweede", "derde")]


@pytest.fixture
def change(secretary, others, clerk):
    """Another address of the griffier, which waits for a second person."""
    said = {"what": ChangeOf.ADDRESS, "before": clerk.email, "after": "nieuw@example.org"}
    return changing.ask(user=clerk, by=secretary, **said)


def is_done(change, by):
    """Whether it was done once, by that person."""
    change.refresh_from_db()
    change.user.refresh_from_db()
    return (change.decided_by, change.is_done, change.user.email) == (by, True, "nieuw@example.org")


@race(changing.confirm)
def test_a_change_is_confirmed_once_and_not_by_who_asked_it(change, others, secretary):
    with pytest.raises(Refused, match="Een ander moet dit bevestigen"):
        changing.confirm(change=change, by=secretary)
    first, second = (partial(changing.confirm, change=change, by=one) for one in others)
    return Race(first, second, "al besloten", left=lambda: is_done(change, others[0]))


@race(changing.refuse)
def test_what_was_just_confirmed_is_not_refused(change, others):
    first = partial(changing.confirm, change=change, by=others[0])
    return Race(
        first,
        partial(changing.refuse, change=change, by=others[1]),
        "al besloten",
        left=lambda: is_done(change, others[0]),
    )


@race(changing.withdraw)
def test_what_was_just_confirmed_is_not_taken_back(change, others, secretary):
    return Race(
        partial(changing.confirm, change=change, by=others[0]),
        partial(changing.withdraw, change=change, by=secretary),
        "al besloten",
        left=lambda: is_done(change, others[0]),
    )


@race(acts.show_codes)
def test_two_who_ask_for_the_codes_to_recover_with_make_them_once(councillor):
    show = partial(acts.show_codes, user=councillor, make_new=False)
    return twice(lambda: len(show()), gives=10, left=lambda: councillor.authenticator_set.count() == 1)
