"""Which paragraphs of two texts are the same one, in its place or moved."""

from collections import Counter, defaultdict
from typing import NamedTuple

from partners.ground.comparing.alignment import MOST_PAIRS, aligned, longest_rise

# The share of its words that a paragraph must have kept, to be the same one elsewhere in the text; and how many words
# it must have for that to say something.
KEPT, FEWEST = 0.6, 5


class LinePairs(NamedTuple):
    """Pairs of a place in the old text and one in the new: of what is the `same` in its place, and of what `moved`."""

    same: list
    moved: list


def pairs_of_lines(old, new):
    """The LinePairs of two lists of paragraphs, each the keys of its words; what is in none was edited in its place."""
    equal = equal_in_place(old, new)
    equal += equal_elsewhere(old, new, *left_over(old, new, equal))
    pairs = sorted([*equal, *similar(old, new, *left_over(old, new, equal))])
    # A long one stays in its place sooner than a short one, and one that was edited sooner than one that was not.
    weights = [len(new[k]) * (2 if old[i] == new[k] else 3) for i, k in pairs]
    in_place = set(longest_rise(pairs, weights))
    return LinePairs(
        same=[(i, k) for i, k in pairs if (i, k) in in_place and old[i] == new[k]],
        moved=[pair for pair in pairs if pair not in in_place],
    )


def equal_in_place(old, new):
    same = [(i, j, k) for changed, i, j, k, _ in aligned(old, new) if not changed]
    return [(i + at, k + at) for i, j, k in same for at in range(j - i)]


def left_over(old, new, pairs):
    """The places in both lists that are in none of `pairs`, as two sets."""
    return set(range(len(old))) - {i for i, _ in pairs}, set(range(len(new))) - {k for _, k in pairs}


def equal_elsewhere(old, new, gone, came):
    """Pairs of the paragraphs that both texts have, among those at the places `gone` and `came`."""
    places = defaultdict(list)
    for k in sorted(came, reverse=True):
        places[new[k]].append(k)
    return [(i, places[old[i]].pop()) for i in sorted(gone) if places[old[i]]]


def similar(old, new, gone, came):
    """Pairs of the paragraphs that have most words in common, the most alike first. None when that would take long."""
    others, bags = bags_of(old, gone), bags_of(new, came)
    if len(others) * sum(map(len, bags.values())) > MOST_PAIRS:
        return []
    shares = [(share(words, bag), i, k) for i, words in others.items() for k, bag in bags.items()]
    pairs, taken, given = [], set(), set()
    for kept, i, k in sorted(shares, key=lambda each: -each[0]):
        if kept >= KEPT and i not in taken and k not in given:
            pairs.append((i, k))
            taken.add(i)
            given.add(k)
    return pairs


def bags_of(lines, places):
    """By place the words of those paragraphs that have enough of them."""
    return {place: Counter(lines[place]) for place in places if len(lines[place]) >= FEWEST}


def share(one, other):
    """How much two bags of words have in common, from 0 to 1."""
    return 2 * (one & other).total() / (one.total() + other.total())
