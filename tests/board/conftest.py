"""A dossier with a rule, its bodies and its basis, for the tests of its board."""

from decimal import Decimal

import pytest

from consultation.deciding.models import Component, Dossier, Rule, Track
from partners.models import Body, BodyKind
from tests.board.laying import DAY


@pytest.fixture
def dossier(version, deck):
    return Dossier.objects.create(
        slug="agenda",
        title="De agenda",
        summary="Besluit.",
        version=version,
        source=deck,
        rule=Rule.COUNT,
        rule_count=2,
        rule_source=deck,
    )


@pytest.fixture
def tracks(dossier, council, other_council, overijssel, zwolle):
    """Dalfsen, Zwolle and the Staten, and the college of Zwolle."""
    states = Body.objects.create(partner=overijssel, kind=BodyKind.STATES, name="Provinciale Staten van Overijssel")
    college = Body.objects.create(partner=zwolle, kind=BodyKind.EXECUTIVE, name="college van Zwolle")
    return [Track.objects.create(dossier=dossier, body=body) for body in (other_council, council, states, college)]


@pytest.fixture
def basis(dossier, deck):
    return Component.objects.create(
        dossier=dossier, name="Basis", tariff=Decimal("1.80"), inhabitants_on=DAY, source=deck, page="/resultaten/"
    )
