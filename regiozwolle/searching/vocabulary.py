"""The words that occur in the portal, each with its stem and the words it is made of.

A compound has only parts that occur by themselves: so woningbouwlocaties is found by woning, bouw and locatie where
the portal has those words, and no word falls apart into nonsense.
"""

from django.db import connection

from regiozwolle.searching.models import SearchEntry, SearchWord
from regiozwolle.searching.words import IS_BINDING, SHORTEST_PART, pieces, split, stem

OF_ALL = f"SELECT word, ndoc FROM ts_stat('SELECT words FROM {SearchEntry._meta.db_table}')"
SHORTEST_COMPOUND = 2 * SHORTEST_PART


def learn_all_words():
    """Makes the vocabulary that of what is kept now, with the parts that each word has by it."""
    with connection.cursor() as cursor:
        cursor.execute(OF_ALL)
        words = dict(cursor.fetchall())
    known = {word.word: word for word in SearchWord.objects.all()}
    SearchWord.objects.filter(word__in=known.keys() - words.keys()).delete()
    alone = words.keys() - IS_BINDING
    made = [made_of(word, alone, words[word]) for word in sorted(words)]
    write([word for word in made if (old := known.get(word.word)) is None or differ(old, word)])


def learn_words_of(entries):
    """Adds the words of the SearchEntries `entries` that are new. What is made of them is learnt with all words."""
    words = {word for vector in entries.values_list("words", flat=True) for word in words_of(vector)}
    new = words - set(SearchWord.objects.filter(word__in=words).values_list("word", flat=True))
    asked = {piece for word in new if len(word) >= SHORTEST_COMPOUND for piece in pieces(word)}
    known = new | set(SearchWord.objects.filter(word__in=asked).values_list("word", flat=True))
    alone = known - IS_BINDING
    write([made_of(word, alone) for word in sorted(new)])


def write(words):
    """Always in the order of the alphabet, so that no two wait for each other."""
    SearchWord.objects.bulk_create(
        words,
        update_conflicts=True,
        unique_fields=["word"],
        update_fields=["stem", "parts", "entries"],
        batch_size=1_000,
    )


def made_of(word, known, entries=1):
    parts = split(word, known) if word.isalpha() and len(word) >= SHORTEST_COMPOUND else ()
    return SearchWord(word=word, stem=stem(word), parts=[stem(part) for part in parts], entries=entries)


def differ(one, other):
    return (one.stem, one.parts, one.entries) != (other.stem, other.parts, other.entries)


def words_of(vector):
    """The words in a vector as PostgreSQL writes it."""
    return [word.rpartition(":")[0].strip("'") for word in vector.split()]
