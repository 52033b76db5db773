"""Searching the real content: the questions that people ask, the numbers of the deck, and what stands on each page.

`benchmarks/search.py --short` draws more of what one may copy from a page.
"""

import tomllib
from pathlib import Path

import pytest
from django.utils import timezone

from regiozwolle.pages.search import answer_to
from tests.copying import Copies, answers

pytestmark = pytest.mark.django_db
QUESTIONS = (Path(__file__).parent / "search_questions.toml").read_text()
# A receipt number of the demo has the year in which it was given.
LISTS = tomllib.loads(QUESTIONS.replace("RZ-2026-", f"RZ-{timezone.localdate().year}-"))
SEED, DRAWN = 13, 100
FIRST = 3
# Of a hundred questions of people so many must have the right answer among the first FIRST.
RIGHT = 95


@pytest.fixture(scope="module")
def portal(content_of_demo, django_db_blocker):
    """What is copied from the pages of the demo, with all that they showed until now."""
    with django_db_blocker.unblock():
        return Copies(SEED)


def missed(questions):
    return {entry["q"]: entry["right"] for entry in questions if not answers(entry["q"], FIRST) & set(entry["right"])}


def test_what_people_ask_has_the_right_answer_among_the_first(portal):
    wrong = missed(LISTS["question"])
    assert len(wrong) <= len(LISTS["question"]) * (100 - RIGHT) // 100, wrong


def test_every_number_of_the_deck_is_found(portal):
    assert missed(LISTS["deck_numbers"]) == {}


def test_a_word_that_means_nothing_finds_nothing(portal):
    assert [word for word in LISTS["nonsense"] if answers(word, FIRST)] == []


def test_any_four_words_of_a_page_find_it_or_another_that_says_them(portal):
    assert portal.lost(portal.stretches(DRAWN)) == []


def test_any_number_with_its_unit_finds_its_page(portal):
    assert portal.lost(portal.numbers(DRAWN)) == []


def test_a_search_takes_three_queries_and_two_that_count_it(portal, django_assert_max_num_queries):
    for question in ("woningbouw", "wat betaalt Dalfsen", "4.500 inwoners", "statergische agenda", "xqzwj"):
        with django_assert_max_num_queries(5):
            answer_to(question)
