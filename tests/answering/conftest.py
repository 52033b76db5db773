"""Points of two members of councils on a consultation that closed, and those who answer them."""

import pytest

from consultation import actions
from partners.models import User
from tests.answering.writing import write
from tests.letters import close, letter


@pytest.fixture
def desk(client, secretary):
    """The admin, with somebody of the secretariat signed in."""
    client.force_login(secretary)
    return client


@pytest.fixture
def reviewer(db):
    """A second person of the secretariat."""
    return User.objects.create_superuser("tweede@example.org", name="Toon Tweede")


@pytest.fixture
def closed(open_consultation):
    return close(open_consultation)


@pytest.fixture
def one(closed, council, councillor, wording):
    """A point of a member of the council of Zwolle."""
    text = "Noem ook de kleine kernen in deze opgave, want daar wonen veel mensen."
    return letter(closed, council, councillor, (wording, text)).points.get()


@pytest.fixture
def other(closed, other_council, outsider, wording):
    """Nearly the same from a member of the council of Dalfsen."""
    text = "Noem ook de kleine kernen in deze opgave, want daar wonen mensen."
    return letter(closed, other_council, outsider, (wording, text)).points.get()


@pytest.fixture
def published(one, secretary, reviewer):
    """An answer to `one` that is on the site."""
    answer = actions.review(answer=write(secretary, one), by=reviewer)
    actions.publish(consultation=one.letter.consultation, by=secretary)
    answer.refresh_from_db()
    return answer
