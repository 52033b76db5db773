"""Searching the real content: the questions that people ask, the numbers of the deck, and what stands on each page."""

import random
import re
import tomllib
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import F
from django.test import Client
from django.utils import timezone

from regiozwolle.pages.search import answer_to
from regiozwolle.searching.freshness import read_everything
from regiozwolle.searching.models import SearchEntry
from tests.reading import visible

pytestmark = pytest.mark.django_db
QUESTIONS = (Path(__file__).parent / "search_questions.toml").read_text()
# A receipt number of the demo has the year in which it was given.
LISTS = tomllib.loads(QUESTIONS.replace("RZ-2026-", f"RZ-{timezone.localdate().year}-"))
SEED, DRAWN = 13, 300
FIRST = 3
# Of a hundred questions of people so many must have the right answer among the first FIRST.
RIGHT = 95


@pytest.fixture(scope="module")
def portal(django_db_setup, django_db_blocker):
    """The portal with all its content, read as the worker reads it, once for this module; gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("ALTER SEQUENCE consultation_receipt_number RESTART")  # undone with the rest
        call_command("seed", verbosity=0)
        call_command("seed_example", verbosity=0)
        read_everything()
        yield
        transaction.set_rollback(True)


def answers(question, most=FIRST):
    """The addresses of the first answers, each also without the place on the page and the number of the page."""
    urls = [result.url for result in answer_to(question).results[:most]]
    return {form for url in urls for form in (url, url.partition("#")[0], re.split(r"[?#]", url)[0])}


def missed(questions):
    return {entry["q"]: entry["right"] for entry in questions if not answers(entry["q"]) & set(entry["right"])}


def test_what_people_ask_has_the_right_answer_among_the_first(portal):
    wrong = missed(LISTS["question"])
    assert len(wrong) <= len(LISTS["question"]) * (100 - RIGHT) // 100, wrong


def test_every_number_of_the_deck_is_found(portal):
    assert missed(LISTS["deck_numbers"]) == {}


@pytest.mark.parametrize("word", LISTS["nonsense"])
def test_a_word_that_means_nothing_finds_nothing(portal, word):
    assert answer_to(word).results == []


def texts():
    """The words of the main part of every public page that is found, by its address."""
    client = Client()
    pages = SearchEntry.objects.public().filter(address=F("page")).order_by("page").values_list("page", flat=True)
    found = {}
    for page in pages:
        response = client.get(page)
        response._container = [re.sub(rb"<select.*?</select>", b" ", response.content, flags=re.DOTALL)]
        found[page] = visible(response).split()
    return found


def test_any_four_words_of_a_page_find_it_or_another_that_says_them(portal):
    said = texts()
    chance = random.Random(SEED)
    pages = sorted(said)
    lost = []
    for _ in range(DRAWN):
        page = chance.choice(pages)
        at = chance.randrange(len(said[page]) - 3)
        phrase = " ".join(said[page][at : at + 4])
        first = answers(phrase, 10)
        also = {other for other in pages if f" {phrase} " in f" {' '.join(said[other])} "}
        if not first & (also | subjects_of(page)):
            lost.append((page, phrase))
    assert not lost, lost


def subjects_of(page):
    """The page itself, and the page about the same thing."""
    return {page, re.split(r"[?]", page)[0], *SearchEntry.objects.filter(page=page).values_list("subject", flat=True)}


NUMBER = re.compile(r"(?:€\s)?\d[\d.,]*\d(?:%|\s(?:miljoen|[a-z]{4,}))")


def test_any_number_with_its_unit_finds_its_page(portal):
    said = {page: " ".join(words) for page, words in texts().items()}
    numbers = sorted({(page, number) for page, text in said.items() for number in NUMBER.findall(text)})
    chance = random.Random(SEED)
    lost = []
    for page, number in chance.sample(numbers, min(DRAWN, len(numbers))):
        also = {other for other, text in said.items() if number in text}
        if not answers(number, 10) & (also | subjects_of(page)):
            lost.append((page, number))
    assert not lost, lost


def test_a_search_takes_two_queries(portal, django_assert_max_num_queries):
    for question in ("woningbouw", "wat betaalt Dalfsen", "4.500 inwoners", "statergische agenda", "xqzwj"):
        with django_assert_max_num_queries(2):
            answer_to(question)
