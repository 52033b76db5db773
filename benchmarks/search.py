"""How long a search takes among 50,000 entries, and whether what one copies from a page finds that page.

Run from the folder of the project, as it is or with `--short` for 5,000 entries in a few minutes:

    .venv/bin/python -m benchmarks.search

It makes a database of its own, on the server that DATABASE_URL names or else that of the tests, and throws it away.
It holds the whole content with the examples, from which 300 stretches of four words and 300 numbers are copied, and
then entries in the words of the portal and invented ones, drawn as often as words are used. It prints the median, the
95th percentile and the slowest, each search taken at its best of TRIES, and exits with 1 when a copy is lost, when a
search takes more than four queries, or when one in twenty takes MOST milliseconds or more. The short form copies
half as much and judges no time: it runs on machines that do other work too.
"""

# ruff: noqa: E402  (the settings come before the models)

import argparse
import os
import random
import sys
import time
import tomllib
from itertools import accumulate
from math import inf
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")

from regiozwolle import localdb

if "DATABASE_URL" not in os.environ:
    os.environ["DATABASE_URL"] = localdb.start(ROOT / "var" / "postgres-test", fast_unsafe=True)

import django

django.setup()

from django.db import connection, reset_queries
from django.test.utils import setup_test_environment

from regiozwolle import content
from regiozwolle.example import loading
from regiozwolle.pages.search import answer_to
from regiozwolle.searching.freshness import read_everything
from regiozwolle.searching.indexing import filled
from regiozwolle.searching.models import SearchEntry, SearchWord
from regiozwolle.searching.reading import HEADING, TEXT, PageLine
from regiozwolle.searching.vocabulary import learn_all_words
from tests.copying import Copies

ENTRIES, FEW, MOST, QUERIES, SEED, BATCH = 50_000, 5_000, 100, 4, 13, 1_000  # MOST in milliseconds
COPIED, FEW_COPIED, ASKED, TRIES = 300, 150, 300, 3
NAME = "portal_benchmark_search"
QUESTIONS = ROOT / "tests" / "search_questions.toml"
SYLLABLES = (
    "ba ber bouw dam de den dorp el ga ge ha haar heer kern ker la land len lo maat mo na op ra ring sta vel ver wa zo"
)


class Vocabulary:
    """Words to draw from: those of the portal as often as they occur there, and seldom an invented one.

    Of those that are invented a third is made of two words that are known.
    """

    def __init__(self, chance, invented=20_000):
        rows = SearchWord.objects.order_by("-entries", "word").values_list("word", "entries")
        known = [(word, times) for word, times in rows if word.isalpha()]
        syllables = SYLLABLES.split()
        new = ["".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(invented * 2 // 3)]
        new += ["".join(chance.choices([word for word, _ in known], k=2)) for _ in range(invented // 3)]
        self.chance = chance
        self.words = [word for word, _ in known] + new
        self.heaps = list(accumulate([times for _, times in known] + [1 / 2] * len(new)))

    def draw(self, count):
        return self.chance.choices(self.words, cum_weights=self.heaps, k=count)


def fill(chance, entries):
    """Adds entries until there are so many, and learns their words. The indexes are made after it, which is faster."""
    words, first = Vocabulary(chance), SearchEntry.objects.count()
    with connection.schema_editor() as editor:
        for index in SearchEntry._meta.indexes:
            editor.remove_index(SearchEntry, index)
    for start in range(first, entries, BATCH):
        SearchEntry.objects.bulk_create(
            made(chance, number, words) for number in range(start, min(start + BATCH, entries))
        )
    with connection.schema_editor() as editor:
        for index in SearchEntry._meta.indexes:
            editor.add_index(SearchEntry, index)
    learn_all_words()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def made(chance, number, words):
    """An entry with a title, a heading and some lines, as long as a point or a short page."""
    drawn = words.draw(chance.randint(20, 120))
    drawn[10:12] = [str(chance.randint(1, 99_999)), str(chance.randint(2010, 2035))]
    lines = [PageLine(" ".join(drawn[:6]), HEADING, "")]
    lines += [PageLine(" ".join(drawn[at : at + 15]), TEXT, "") for at in range(6, len(drawn), 15)]
    entry = SearchEntry(
        address=f"/verzonnen/{number}/",
        page=f"/verzonnen/{number}/",
        subject=f"/verzonnen/{number}/",
        kind="pagina",
        title=" ".join(words.draw(4)),
        place=chance.randint(1, 5),
    )
    return filled(entry, lines)


def asked(chance):
    """What is searched for: the questions of the tests, and ASKED times four words that follow each other."""
    lists = tomllib.loads(QUESTIONS.read_text())
    questions = [entry["q"] for entry in [*lists["question"], *lists["deck_numbers"]]] + lists["nonsense"]
    texts = list(SearchEntry.objects.order_by("pk").values_list("pk", flat=True))
    for text in SearchEntry.objects.filter(pk__in=chance.sample(texts, ASKED)).values_list("text", flat=True):
        words = text.split()
        at = chance.randrange(max(1, len(words) - 3))
        questions.append(" ".join(words[at : at + 4]))
    return questions


def take(question):
    """(milliseconds, queries) of one search."""
    reset_queries()
    started = time.perf_counter()
    answer_to(question)
    return (time.perf_counter() - started) * 1_000, len(connection.queries)


def lost(copied):
    """What is copied from a page of the content, so many stretches and numbers, and does not lead back to it."""
    copies = Copies(SEED)
    return [*copies.lost(copies.stretches(copied)), *copies.lost(copies.numbers(copied))]


def measured(chance, most_time):
    """Prints how long searches take; gives whether that is `most_time` milliseconds or more, or too many queries."""
    questions = asked(chance)
    for question in questions[:20]:  # warms the caches of PostgreSQL, as a portal that runs has done
        take(question)
    taken = [(*min(take(question) for _ in range(TRIES)), question) for question in questions]
    times = [milliseconds for milliseconds, _, _ in taken]
    slow, most = quantiles(times, n=20)[-1], max(queries for _, queries, _ in taken)
    print(f"{SearchEntry.objects.count()} entries, {SearchWord.objects.count()} words, {len(taken)} searches")
    print(f"median {median(times):.0f} ms, p95 {slow:.0f} ms, slowest {max(times):.0f} ms, at most {most} queries")
    for milliseconds, _, question in sorted(taken, reverse=True)[:5]:
        print(f"  {milliseconds:6.0f} ms  {question}")
    return slow >= most_time or most > QUERIES


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--short", action="store_true", help=f"{FEW} entries in the place of {ENTRIES}")
    is_short = parser.parse_args().short
    entries, copied, most_time = (FEW, FEW_COPIED, inf) if is_short else (ENTRIES, COPIED, MOST)
    chance = random.Random(SEED)
    connection.settings_dict["TEST"]["NAME"] = NAME
    own = connection.settings_dict["NAME"]
    setup_test_environment(debug=True)
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        content.load()
        loading.load()
        read_everything()
        missed = lost(copied)
        print(f"{len(missed)} of {2 * copied} copied words and numbers do not find their page", *missed, sep="\n  ")
        fill(chance, entries)
        return 1 if measured(chance, most_time) or missed else 0
    finally:
        connection.creation.destroy_test_db(own, verbosity=0)


if __name__ == "__main__":
    sys.exit(main())
