"""A written consultation, and a clock that says what one likes."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from consultation.models import Consultation

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def clock(monkeypatch):
    """Sets what time it is: clock(2023, 1, 20, 23, 59), in Dutch time."""

    def to(*moment):
        monkeypatch.setattr(timezone, "now", lambda: datetime(*moment, tzinfo=AMSTERDAM))

    return to


@pytest.fixture
def written(version, deck):
    """The written consultation as the deck tells it, with three of its eight steps; open on this site."""
    consultation = Consultation.objects.create(
        slug="schriftelijk",
        title="Schriftelijke consultatie",
        version=version,
        opens_at=datetime(2022, 12, 10, tzinfo=AMSTERDAM),
        closes_at=datetime(2023, 1, 21, tzinfo=AMSTERDAM),
        summary="Wat vindt u van het concept?",
        asked_of="Alle partners.",
        effect="Het Regiobestuur bespreekt de reacties.",
        source=deck,
    )
    consultation.steps.create(
        title="Consultatie en interviews", starts_on=date(2022, 12, 10), ends_on=date(2023, 1, 20), source=deck
    )
    consultation.steps.create(title="Klankbordgroep", starts_on=date(2023, 1, 20), note="De bron noemt geen jaar.")
    consultation.steps.create(
        title="Besluit in de colleges",
        starts_on=date(2023, 3, 15),
        ends_text="voor het zomerreces",
        over_after=date(2023, 9, 30),
        note="De bron noemt geen jaar.",
    )
    return consultation
