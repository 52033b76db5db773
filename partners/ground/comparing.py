"""Two texts word by word, for the pages and for the documents."""

import re
from collections import Counter
from difflib import SequenceMatcher

# What a word holds besides letters and digits: an accent or a soft hyphen, an apostrophe between two letters, and the
# point or comma of a number. So a change takes "regio’s" and "1.250,50" whole.
INSIDE = r"[\u0300-\u036f\u00ad]|(?<=\w)['’](?=\w)|(?<=\d)[.,](?=\d)"
# A word or a mark, and the space after it.
WORD = re.compile(rf"(\w(?:\w|{INSIDE})*|[^\w\s])(\s*)")
# Comparing takes longer with every pair of equal words. Past this many pairs both texts are shown whole.
MOST_PAIRS = 60_000


def stretches(before, after):
    """What stayed and what changed, in reading order: a list of (changed, old text, new text).

    A different space is no change, so what stayed may still differ in its spaces.
    """
    old, new = WORD.findall(before), WORD.findall(after)
    words, others = ([word for word, _ in each] for each in (old, new))
    if is_too_long(words, others):
        return [(True, before, after)]
    return [
        (what != "equal", text_of(old[i:j]), text_of(new[k:m]))
        for what, i, j, k, m in SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    ]


def is_too_long(old, new):
    """Whether comparing two lists would take seconds: by how many pairs in them are equal."""
    often = Counter(new)
    return sum(often[one] for one in old) > MOST_PAIRS


def text_of(words):
    return "".join(word + space for word, space in words)
