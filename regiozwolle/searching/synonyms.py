"""Words that people use for what the portal calls otherwise. Who asks for the one finds the other as well.

Only for words that mean the same wherever the portal uses them. What one thing is also called belongs in its own text,
where a reader sees it: the villages of a municipality, the short name of a project.
"""

from regiozwolle.searching.words import stem

SYNONYMS = [
    ("baan", "arbeidsplaats"),
    ("huis", "woning"),
    ("buitenlands", "internationaal"),
    ("rechtgezet", "gecorrigeerd"),
]
OTHERS = {stem(word): {stem(other) for other in words} for words in SYNONYMS for word in words}


def stems_of(word):
    """The stem of `word`, and those of the words that mean the same."""
    return {stem(word)} | OTHERS.get(stem(word), set())
