"""Who finds that a goal or its measure is not right says so with a reason, and both stand there with the answer."""

import re

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from consultation.models import Point, SenderKind
from tests.letters import close
from tests.rights.writing import answered

ASKED = "Klopt dit volgens u niet?"


@pytest.fixture
def challenged(send, councillor, open_consultation):
    send(councillor, SenderKind.PERSONAL, kind="bezwaar", text="Zo is het niet te meten.")
    return close(open_consultation)


def test_while_a_consultation_is_open_one_is_led_to_say_it(client, councillor, goal, open_consultation):
    page = client.get(goal.get_absolute_url())
    [address] = re.findall(r'href="([^"]+\?soort=bezwaar)"', page.text)
    client.force_login(councillor)
    form = client.get(address).context["form"]
    assert form["kind"].value() == "bezwaar"
    strange = client.get(address.replace("bezwaar", "x" * 300)).context["form"]
    assert strange["kind"].value() != "x" * 300
    close(open_consultation)
    assertContains(client.get(goal.get_absolute_url()), ASKED)
    assertNotContains(client.get(goal.get_absolute_url()), "?soort=bezwaar")


def test_what_was_said_and_the_answer_stand_with_the_measure(client, challenged, goal, line):
    page = client.get(goal.get_absolute_url())
    assertContains(page, "Zo is het niet te meten.")
    assertContains(page, "nog geen antwoord")
    answered(Point.objects.all(), timezone.now())
    assertContains(client.get(goal.get_absolute_url()), "Daarom.")
    assertNotContains(client.get(line.get_absolute_url()), ASKED)


def test_what_was_no_challenge_or_is_not_for_everyone_does_not_stand_there(client, challenged, goal):
    Point.objects.update(kind="steun")
    assertNotContains(client.get(goal.get_absolute_url()), "Wie zei dat dit niet klopt")
