"""Two workers at one digest, two tabs in which one follows, two who send one newsletter."""

from datetime import date
from functools import partial

import pytest

from partners.ground.models import Mail
from partners.models import Population
from regiozwolle.following import acts, digests
from regiozwolle.following.events import make_events
from regiozwolle.following.models import Digest, Follow, FollowKind, Rhythm
from regiozwolle.models import Newsletter
from regiozwolle.newsletters import sending
from tests.two_at_once.racing import Race, race, twice


@pytest.fixture
def following(zwolle):
    return {"whose": {"email": "bo@example.org"}, "kind": FollowKind.PARTNER, "thing_id": zwolle.pk}


@race(digests.write_digest)
def test_two_workers_write_one_digest(following, zwolle, deck):
    make_events()
    follower = acts.follow(**following)
    Population.objects.create(partner=zwolle, reference_on=date(2020, 1, 1), count=9, source=deck)
    make_events()
    write = partial(digests.write_digest, follower.pk, Rhythm.WEEKLY, date(2027, 6, 7))
    return twice(write, gives=False, left=lambda: (Digest.objects.count(), Mail.objects.count()) == (1, 1))


@race(acts.follow)
def test_following_in_two_tabs_is_following_once(following):
    return twice(partial(acts.follow, **following), left=lambda: Follow.objects.count() == 1)


@race(acts.follow_successor)
def test_who_follows_what_a_partner_becomes_while_it_merges_follows_it_once(following, zwolle, dalfsen):
    acts.follow(**following)
    become = partial(acts.follow_successor, zwolle.pk, dalfsen.pk)
    follow = partial(acts.follow, **following | {"thing_id": dalfsen.pk})
    return Race(become, follow, left=lambda: Follow.objects.get().thing_id == dalfsen.pk)


@race(sending.send)
def test_a_newsletter_is_sent_once(secretary):
    letter = Newsletter.objects.create(title="Regiodag", text="Komt u?")
    return twice(partial(sending.send, newsletter=letter, by=secretary), refused="al verstuurd")
