"""Which parts of two lists belong together, in a bounded time.

`difflib` alone takes longer with every pair of equal items, and "de" stands in a text of 20,000 characters some hundred
times. So first the ends are taken off that are the same, then what occurs in both lists just once holds them together,
and only what lies in between is left to it.
"""

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise

# So many pairs of equal items are compared; what is left then is taken as changed.
MOST_PAIRS = 60_000


def is_too_long(old, new):
    """Whether comparing two lists would take seconds: by how many pairs in them are equal."""
    return pairs_of(old, new) > MOST_PAIRS


def pairs_of(old, new):
    often = Counter(new)
    return sum(often[one] for one in old)


def aligned(old, new):
    """Yields (changed, start, end, first, last) in order: old[start:end] became new[first:last].

    Together these are all of both lists, and no two after each other are both changed, or both not.
    """
    start = first = 0
    for i, k, size in [*joined(blocks(old, new)), (len(old), len(new), 0)]:
        if i > start or k > first:
            yield True, start, i, first, k
        if size:
            yield False, i, i + size, k, k + size
        start, first = i + size, k + size


def joined(found):
    """`found` in order, those that touch as one."""
    whole = []
    for i, k, size in sorted(found):
        if whole and (whole[-1][0] + whole[-1][2], whole[-1][1] + whole[-1][2]) == (i, k):
            whole[-1] = (*whole[-1][:2], whole[-1][2] + size)
        else:
            whole.append((i, k, size))
    return whole


def blocks(old, new):
    """Each stretch that is the same in both, as (start in old, start in new, size); in no order."""
    left, gaps = MOST_PAIRS, [(0, len(old), 0, len(new))]
    while gaps:
        start, end, first, last = gaps.pop()
        head = same_at_the_start(old, new, start, end, first, last)
        tail = same_at_the_end(old, new, start + head, end, first + head, last)
        yield start, first, head
        yield end - tail, last - tail, tail
        start, end, first, last = start + head, end - tail, first + head, last - tail
        if start == end or first == last:
            continue
        if anchors := held_together(old, new, start, end, first, last):
            yield from ((i, k, 1) for i, k in anchors)
            edges = [(start - 1, first - 1), *anchors, (end, last)]
            gaps += [(i + 1, j, k + 1, m) for (i, k), (j, m) in pairwise(edges)]
            continue
        pairs = pairs_of(old[start:end], new[first:last])
        if pairs <= left:
            left -= pairs
            matcher = SequenceMatcher(None, old[start:end], new[first:last], autojunk=False)
            yield from ((start + i, first + k, size) for i, k, size in matcher.get_matching_blocks())


def same_at_the_start(old, new, start, end, first, last):
    size = 0
    while start + size < end and first + size < last and old[start + size] == new[first + size]:
        size += 1
    return size


def same_at_the_end(old, new, start, end, first, last):
    size = 0
    while end - size > start and last - size > first and old[end - size - 1] == new[last - size - 1]:
        size += 1
    return size


def held_together(old, new, start, end, first, last):
    """The places (in old, in new) of what occurs in both stretches just once, less the few that changed their order.

    That may be one item, or else a row of two or four where each of them occurs more often.
    """
    for size in (1, 2, 4):
        rows, others = rows_of(old[start:end], size), rows_of(new[first:last], size)
        once = only_once(rows) & only_once(others)
        if once:
            places = {row: first + at for at, row in enumerate(others) if row in once}
            return longest_rise([(start + at, places[row]) for at, row in enumerate(rows) if row in once])
    return []


def rows_of(items, size):
    return list(zip(*(items[at:] for at in range(size)), strict=False))


def only_once(rows):
    return {row for row, often in Counter(rows).items() if often == 1}


def longest_rise(places, weights=None):
    """The heaviest part of `places`, pairs in the order of the first, of which the second rises too.

    `weights` has what each counts for; without it each counts for one.
    """
    # What ends lower and weighs more makes another end useless: so `ends` rises in both.
    ends, sums, before = [], [], {}
    for place, weight in zip(places, weights or [1] * len(places), strict=True):
        at = bisect_left(ends, place[::-1])
        before[place] = ends[at - 1][::-1] if at else None
        total = weight + (sums[at - 1] if at else 0)
        until = at
        while until < len(sums) and sums[until] <= total:
            until += 1
        ends[at:until], sums[at:until] = [place[::-1]], [total]
    found, place = [], ends[-1][::-1] if ends else None
    while place:
        found.append(place)
        place = before[place]
    return found[::-1]
