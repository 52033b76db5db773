"""Dutch full-text search, the same for every model that can be found.

Dutch glues words together, and its stemmer neither splits them nor knows every plural. So each text is
indexed twice, stemmed and as typed, and each question is asked twice: by stem, and by the beginnings of
words. Both ignore accents. The two configurations are made in the first migration of this app.
"""

import re

from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorField
from django.db import models

STEMMED = "portal_dutch"
LITERAL = "portal_simple"


def search_vector(*, title, text=()):
    """A stored column that search reads; words in the `title` fields weigh more than those in `text`."""
    parts = [SearchVector(*title, config=config, weight="A") for config in (STEMMED, LITERAL)]
    if text:
        parts += [SearchVector(*text, config=config, weight="B") for config in (STEMMED, LITERAL)]
    expression = parts[0]
    for part in parts[1:]:
        expression += part
    return models.GeneratedField(
        expression=expression, output_field=SearchVectorField(), db_persist=True, editable=False
    )


def search_query(text):
    """The question for `text`, or None when it holds no word. Nothing typed can be read as an operator."""
    words = re.findall(r"\w+", text)
    if not words:
        return None
    stemmed = SearchQuery(" ".join(words), config=STEMMED, search_type="plain")
    begun = SearchQuery(" & ".join(f"{word}:*" for word in words), config=LITERAL, search_type="raw")
    return stemmed | begun


class SearchQuerySet(models.QuerySet):
    """Questions to a model that has a `search_vector`."""

    def search(self, text):
        """Those in which all words of `text` occur, inflected or typed in part; all of them without a word."""
        query = search_query(text)
        return self if query is None else self.filter(search_vector=query)


class SortKey(models.Func):
    """Orders names as a Dutch reader expects, the same on every PostgreSQL: without accents, case or 't."""

    function = "sort_key"
    output_field = models.TextField()
