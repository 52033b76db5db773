"""A question is asked once and answered for all: the list of what was asked in any consultation."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultation.models import Consultation, PointKind, Sharing
from tests.answering.conftest import closed as closed
from tests.answering.conftest import published as published
from tests.answering.conftest import reviewer as reviewer
from tests.answering.writing import write
from tests.letters import letter
from tests.reading import visible

ADDRESS = "/vragen/"


@pytest.fixture
def one(closed, council, councillor, wording):
    """A question of a member of the council of Zwolle."""
    return ask(closed, council, councillor, wording, "Wie betaalt de bussen in het weekend?")


def ask(consultation, body, author, wording, text, **fields):
    point = letter(consultation, body, author, (wording, text), **fields).points.get()
    point.kind = PointKind.QUESTION
    point.save()
    return point


def test_a_question_is_found_by_its_own_words_or_those_of_its_answer(client, one, published):
    assert "Wie betaalt de bussen in het weekend?" in visible(client.get(ADDRESS))
    for words in ("bussen weekend", "Wij lezen dit", "bússen"):
        page = visible(client.get(ADDRESS, {"q": words}))
        assert "Wie betaalt de bussen" in page, words
        assert "Wij lezen dit." in page
    assert "Geen vraag past bij uw woorden." in visible(client.get(ADDRESS, {"q": "spoor"}))


def test_it_says_how_many_and_how_soon(client, one, published):
    letter = one.letter
    letter.sent_at = timezone.now() - timedelta(days=9, hours=1)
    letter.save()
    assert "1 vraag, waarvan 1 beantwoord. De helft daarvan had binnen 9 dagen antwoord." in visible(
        client.get(ADDRESS)
    )
    Consultation.objects.update(is_example=True)
    page = visible(client.get(ADDRESS))
    assert "Hieronder staan alleen vragen uit verzonnen consultaties." in page
    assert "Voorbeeld" in page


def test_a_wish_and_what_not_everyone_may_read_are_not_in_it(client, one, closed, other_council, outsider, wording):
    ask(closed, other_council, outsider, wording, "Geheime vraag?", sharing=Sharing.COUNCILS)
    one.letter.points.create(wording=wording, quoted_text=wording.text, kind=PointKind.WISH, text="Een wens van mij.")
    page = visible(client.get(ADDRESS))
    assert "Geheime vraag?" not in page
    assert "Een wens van mij." not in page
    assert "1 vraag, nog geen ervan beantwoord." in page


def test_more_questions_ask_no_more_queries(client, one, wording, secretary, django_assert_max_num_queries):
    for number in range(12):
        words = {"text": f"Vraag {number}?", "kind": PointKind.QUESTION}
        write(secretary, one.letter.points.create(wording=wording, quoted_text=wording.text, **words))
    with django_assert_max_num_queries(14):
        assert visible(client.get(ADDRESS)).count("?") >= 13
