"""Two people at the packages of one dossier: nobody gets two, and nothing is made or counted twice."""

from functools import partial

import pytest
from django.utils import timezone

from consultation.deciding.models import Delivery, Dossier, Package, Track
from consultation.deciding.packages import acts
from partners.ground.models import Mail
from tests.two_at_once.racing import Race, race, twice

MADE = acts.MadePackage(archive=b"zip", content=[], papers=[], digest="0" * 64)


@pytest.fixture
def track(council):
    now = timezone.now()
    dossier = Dossier.objects.create(slug="agenda", title="De agenda", summary="Besluiten.", public_from=now)
    return Track.objects.create(dossier=dossier, body=council)


@pytest.fixture
def asked(track):
    return Package.objects.create(track=track, number=1)


@pytest.fixture
def package(asked):
    return acts.keep(package=asked, made=MADE)


@race(acts.ask)
def test_two_who_ask_for_packages_at_once_ask_for_one_each(track):
    ask = partial(acts.ask, dossier=track.dossier)
    return twice(ask, gives=1, left=lambda: Package.objects.count() == 1)


@race(acts.ask_for_earlier)
def test_two_papers_replaced_at_once_ask_for_one_new_package(package, track):
    acts.hand_over(track=track, note="de griffier", at=timezone.now())
    ask = partial(acts.ask_for_earlier, dossier=track.dossier)
    return twice(ask, gives=1, left=lambda: list(Package.objects.values_list("number", flat=True)) == [2, 1])


@race(acts.keep)
def test_a_package_is_made_once(asked):
    other = acts.MadePackage(archive=b"other", content=[], papers=[], digest="1" * 64)
    return Race(
        partial(acts.keep, package=asked, made=MADE),
        partial(acts.keep, package=asked, made=other),
        left=lambda: Package.objects.get().digest == MADE.digest,
    )


@race(acts.send)
def test_of_two_who_send_at_once_the_griffier_gets_one_mail(package, clerk):
    send = partial(acts.send, packages=[package.pk])
    return twice(send, gives=0, left=lambda: (Delivery.objects.count(), Mail.objects.count()) == (1, 1))


@race(acts.receive)
def test_a_griffier_with_two_windows_stands_once_in_the_log(package, clerk):
    receive = partial(acts.receive, package=package, user=clerk)
    return twice(receive, left=lambda: Delivery.objects.count() == 1)


@race(acts.hand_over)
def test_two_who_each_hand_over_a_copy_both_stand_in_the_log(package, track):
    hand_over = partial(acts.hand_over, track=track, at=timezone.now())
    return Race(
        partial(hand_over, note="de griffier"),
        partial(hand_over, note="de voorzitter"),
        left=lambda: Delivery.objects.count() == 2,
    )
