"""Copying a few words or a number from a page of the site, and searching for them."""

import re
from random import Random

from django.db.models import F
from django.test import Client

from regiozwolle.searching.asking import ask
from regiozwolle.searching.finding import find
from regiozwolle.searching.models import SearchEntry
from regiozwolle.searching.words import clean, cut
from tests.reading import visible

NUMBER = re.compile(r"(?:€\s)?\d[\d.,]*\d(?:%|\s(?:miljoen|[a-z]{4,}))")
WORDS = 4  # that are copied
NUMBERS = 3  # of a page, at most
FIRST_PAGE = 10  # answers among which it must be


def answers(question, most):
    """The addresses of the first answers, each also without the place on the page and the number of the page."""
    asked = ask(question)
    urls = [entry.address for entry in find(asked).entries[:most]] if asked else []
    return {form for url in urls for form in (url, url.partition("#")[0], without_query(url))}


def without_query(url):
    return re.split(r"[?#]", url)[0]


class Copies:
    """What someone copies from pages that are drawn by `seed`. A page is opened when something of it is needed."""

    def __init__(self, seed):
        self.chance, self.client, self.opened = Random(seed), Client(), {}
        pages = SearchEntry.objects.public().filter(address=F("page")).order_by("page")
        self.pages = list(pages.values_list("page", flat=True))

    def text(self, page):
        """The words of its main part as a visitor sees them."""
        if page not in self.opened:
            response = self.client.get(page)
            response._container = [re.sub(rb"<select.*?</select>", b" ", response.content, flags=re.DOTALL)]
            self.opened[page] = " ".join(visible(response).split())
        return self.opened[page]

    def stretches(self, count):
        """So many (page, WORDS that follow each other there)."""
        for page in self.chance.choices(self.pages, k=count):
            words = self.text(page).split()
            at = self.chance.randrange(len(words) - WORDS + 1)
            yield page, " ".join(words[at : at + WORDS])

    def numbers(self, count):
        """So many (page, a number with its unit there), of each page at most NUMBERS."""
        drawn = []
        for page in self.chance.sample(self.pages, len(self.pages)):
            found = sorted(set(NUMBER.findall(self.text(page))))
            drawn += [(page, number) for number in self.chance.sample(found, min(NUMBERS, len(found)))]
            if len(drawn) >= count:
                break
        return drawn[:count]

    def lost(self, copied):
        """Of the (page, words) that are `copied`, those with which one finds neither it nor another that says them."""
        return [(page, words) for page, words in copied if not self.is_found(page, words)]

    def is_found(self, page, words):
        first = answers(words, FIRST_PAGE)
        subjects = SearchEntry.objects.filter(page=page).values_list("subject", flat=True)
        if first & {page, without_query(page), *subjects}:
            return True
        about = SearchEntry.objects.filter(subject__in=first).values_list("page", flat=True)
        return any(self.says(other, words) for other in {*about, *first} & set(self.pages))

    def says(self, page, words):
        """Whether the page says these words, one after the other, with whatever signs between them."""
        return f" {spoken(words)} " in f" {spoken(self.text(page))} "


def spoken(text):
    return " ".join(token.word for token in cut(clean(text)))
