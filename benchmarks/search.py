"""How long a search takes among 50,000 entries: the questions of the tests, and words drawn from what is kept.

Run from the folder of the project, with DATABASE_URL naming a server on which one may make a database:

    .venv/bin/python -m benchmarks.search

It makes a database of its own and throws it away. The words of the entries are drawn as words are used: few often,
most seldom, a third of them compounds. It prints the median, the 95th percentile and the slowest, and exits with 1
when one in twenty takes MOST milliseconds or more, or a search takes more than two queries.
"""

# ruff: noqa: E402  (the settings come before the models)

import os
import random
import sys
import time
import tomllib
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")

import django

django.setup()

from django.db import connection, reset_queries

from regiozwolle import content
from regiozwolle.example import loading
from regiozwolle.pages.search import answer_to
from regiozwolle.searching.freshness import read_everything
from regiozwolle.searching.indexing import filled
from regiozwolle.searching.models import SearchEntry, SearchWord
from regiozwolle.searching.reading import HEADING, TEXT, PageLine
from regiozwolle.searching.vocabulary import learn_all_words

ENTRIES, MOST, QUERIES, SEED, BATCH = 50_000, 100, 2, 13, 1_000  # MOST in milliseconds
NAME = "portal_benchmark_search"
QUESTIONS = Path(__file__).resolve().parent.parent / "tests" / "search_questions.toml"
SYLLABLES = (
    "ba ber bouw dam de den dorp el ga ge ha haar heer kern ker la land len lo maat mo na op ra ring sta vel ver wa zo"
)


def invented(chance, known, count):
    """So many words: made of syllables, and a third of two words that are known."""
    syllables = SYLLABLES.split()
    words = ["".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(count)]
    return [*words, *("".join(chance.choices(known, k=2)) for _ in range(count // 2))]


def fill(chance):
    """Adds entries until there are ENTRIES, each a title and some lines of words of the portal and invented ones."""
    known = [word for word in SearchWord.objects.order_by("pk").values_list("word", flat=True) if word.isalpha()]
    words = [*known, *invented(chance, known, 20_000)]
    weights = [1 / (place + 10) for place in range(len(words))]
    first = SearchEntry.objects.count()
    for start in range(first, ENTRIES, BATCH):
        SearchEntry.objects.bulk_create(
            made(chance, number, words, weights) for number in range(start, min(start + BATCH, ENTRIES))
        )
    learn_all_words()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def made(chance, number, words, weights):
    drawn = chance.choices(words, weights, k=chance.randint(40, 200))
    drawn[10:12] = [str(chance.randint(1, 99_999)), str(chance.randint(2010, 2035))]
    lines = [PageLine(" ".join(drawn[:6]), HEADING, "")]
    lines += [PageLine(" ".join(drawn[at : at + 15]), TEXT, "") for at in range(6, len(drawn), 15)]
    entry = SearchEntry(
        address=f"/verzonnen/{number}/",
        page=f"/verzonnen/{number}/",
        subject=f"/verzonnen/{number}/",
        kind="pagina",
        title=" ".join(drawn[:4]),
        place=chance.randint(1, 5),
    )
    return filled(entry, lines)


def asked(chance):
    """What is searched for: the questions of the tests, and four words that follow each other, 300 times."""
    lists = tomllib.loads(QUESTIONS.read_text())
    questions = [entry["q"] for entry in [*lists["question"], *lists["deck_numbers"]]] + lists["nonsense"]
    texts = list(SearchEntry.objects.order_by("?").values_list("text", flat=True)[:300])
    for text in texts:
        words = text.split()
        at = chance.randrange(max(1, len(words) - 4))
        questions.append(" ".join(words[at : at + 4]))
    return questions


def take(question):
    """(milliseconds, queries) of one search."""
    reset_queries()
    started = time.perf_counter()
    answer_to(question)
    return (time.perf_counter() - started) * 1_000, len(connection.queries)


def main():
    chance = random.Random(SEED)
    connection.settings_dict["TEST"]["NAME"] = NAME
    own = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        content.load()
        loading.load()
        read_everything()
        fill(chance)
        questions = asked(chance)
        for question in questions[:20]:  # warms the caches of PostgreSQL, as a portal that runs has done
            take(question)
        taken = [(*take(question), question) for question in questions]
        times = [milliseconds for milliseconds, _, _ in taken]
        slow, most = quantiles(times, n=20)[-1], max(queries for _, queries, _ in taken)
        print(f"{SearchEntry.objects.count()} entries, {SearchWord.objects.count()} words, {len(taken)} searches")
        print(f"median {median(times):.0f} ms, p95 {slow:.0f} ms, slowest {max(times):.0f} ms, at most {most} queries")
        for milliseconds, _, question in sorted(taken, reverse=True)[:5]:
            print(f"  {milliseconds:6.0f} ms  {question}")
        return 1 if slow >= MOST or most > QUERIES else 0
    finally:
        connection.creation.destroy_test_db(own, verbosity=0)


if __name__ == "__main__":
    sys.exit(main())
