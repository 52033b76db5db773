"""Everybody who may or may not read, write or confirm, in Zwolle and beside it."""

import pytest

from partners.models import Body, BodyKind, Capacity, User


@pytest.fixture
def executive(zwolle):
    return Body.objects.create(partner=zwolle, kind=BodyKind.EXECUTIVE, name="college van Zwolle")


@pytest.fixture
def board(zwolle):
    return Body.objects.create(partner=zwolle, kind=BodyKind.BOARD, name="bestuur")


@pytest.fixture
def cast(council, other_council, executive, board, join, secretary):
    """Everybody who may or may not read or write, by what to call them."""
    return {
        "lid": join("lid", party_group="Stadsbelang"),
        "fractiegenoot": join("fractiegenoot", party_group="Stadsbelang"),
        "andere fractie": join("andere-fractie", party_group="Anders"),
        "griffier": join("griffier", capacity=Capacity.CLERK),
        "ambtenaar": join("ambtenaar", capacity=Capacity.OFFICER),
        "wethouder": join("wethouder", capacity=Capacity.EXECUTIVE, body=executive),
        "buur": join("buur", body=other_council, party_group="Stadsbelang"),
        "bestuurder": join("bestuurder", capacity=Capacity.EXECUTIVE, body=board),
        "niemand": User.objects.create_user("niemand@example.org"),
        "secretariaat": secretary,
    }
