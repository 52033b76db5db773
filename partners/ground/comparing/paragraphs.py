"""Two texts as one list of paragraphs, in which a paragraph that was split, merged or moved reads as that."""

from collections import Counter
from itertools import groupby
from typing import NamedTuple

from partners.ground.comparing.alignment import aligned
from partners.ground.comparing.words import Word, keys_of, lines_of, text_of

BREAK = Word("\n", "", "\n")


class Piece(NamedTuple):
    """A stretch of words that stayed, was removed ("-") or was added ("+").

    A line end as its text is the end of a paragraph that came or went while the words around it stayed. What
    `is_moved` is a whole paragraph that stands in the other text too, elsewhere.
    """

    sign: str
    text: str
    is_moved: bool = False

    @property
    def is_break(self):
        return self.text == BREAK.text

    @property
    def is_in_line(self):
        """Whether it is words that came or went where they stand."""
        return not (self.is_break or self.is_moved)


class Line(NamedTuple):
    """A paragraph that has no like in its place; one that `is_moved` has it elsewhere."""

    words: list
    is_moved: bool

    @property
    def tokens(self):
        """Its words; one that is moved counts as one word that is like no other."""
        return [Word(text_of(self.words), "", object())] if self.is_moved else self.words


def paragraphs(before, after):
    """Plain text `before` and `after` as one list of paragraphs, each a list of Pieces in reading order.

    Without what was added they are `before`, without what was removed `after`; the spaces and the signs that look alike
    are those of `after` wherever it has them. What was removed stands before what came in its place.
    """
    old, new = lines_of(before), lines_of(after)
    found = list(aligned([tuple(keys_of(words)) for words in old], [tuple(keys_of(words)) for words in new]))
    gone = [words for changed, i, j, _, _ in found if changed for words in old[i:j]]
    came = [words for changed, _, _, k, m in found if changed for words in new[k:m]]
    moved = Counter(tuple(keys_of(words)) for words in gone) & Counter(tuple(keys_of(words)) for words in came)
    gone, came = (iter(marked_as_moved(lines, Counter(moved))) for lines in (gone, came))
    result = []
    for changed, i, j, k, m in found:
        if changed:
            result += settled(stream([next(gone) for _ in range(i, j)], [next(came) for _ in range(k, m)]))
        else:
            result += [[Piece("", text_of(words))] for words in new[k:m]]
    return result


def marked_as_moved(lines, moved):
    """`lines` as Lines, of which as many are moved as the Counter `moved` has left of them."""
    result = []
    for words in lines:
        key = tuple(keys_of(words))
        result.append(Line(words, is_moved=moved[key] > 0))
        moved[key] -= 1
    return result


def stream(old, new):
    """Lines that differ as Pieces in reading order, among them the end of each line but the last."""
    old, new = tokens_of(old), tokens_of(new)
    for changed, i, j, k, m in aligned(keys_of(old), keys_of(new)):
        if changed:
            yield from replaced(old[i:j], new[k:m])
        else:
            yield from (Piece("", one.text + one.space) for one in new[k:m])


def tokens_of(lines):
    """The words of `lines`, with a BREAK between two lines."""
    return [token for line in lines for token in (BREAK, *line.tokens)][1:]


def replaced(old, new):
    """Tokens that went, and those that came in their place: part by part, as far as both have line ends."""
    for place, (gone, came) in enumerate(beside_each_other(parts_of(old), parts_of(new))):
        if place:
            yield Piece("" if (gone is None) == (came is None) else "+" if gone is None else "-", BREAK.text)
        for sign, words in (("-", gone), ("+", came)):
            if words:
                yield Piece(sign, text_of(words), is_moved=is_moved(words))


def parts_of(tokens):
    """`tokens` cut at the line ends."""
    parts = [[]]
    for token in tokens:
        if token is BREAK:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def beside_each_other(old, new):
    """Pairs of parts in order, None for what has nothing beside it; a moved paragraph never has."""
    old, new = old[::-1], new[::-1]
    while old or new:
        if old and is_moved(old[-1]):
            yield old.pop(), None
        elif new and is_moved(new[-1]):
            yield None, new.pop()
        else:
            yield old.pop() if old else None, new.pop() if new else None


def is_moved(words):
    return any(not isinstance(word.key, str) for word in words)


def settled(pieces):
    """Pieces in a row as paragraphs; a line end that came or went is told only where it parts words or joins them."""
    pieces = list(pieces)
    reach = {sign: reach_of(pieces, sign) for sign in "-+"}
    result, line = [], []
    for place, piece in enumerate(pieces):
        if not piece.is_break:
            line.append(piece)
            continue
        # Where a line end went, the new text must go on; where one came, the old text must have gone on.
        other = {"-": "+", "+": "-"}.get(piece.sign)
        is_told = other and any(first < place < last for first, last in reach[other])
        line += [piece] if is_told else []
        if not (is_told and piece.sign == "-"):
            result.append(line)
            line = []
    return [joined(each) for each in [*result, line] if each]


def reach_of(pieces, sign):
    """Of each paragraph of one text (the old "-", the new "+") the places of its first and its last Piece."""
    spans, line = {}, 0
    for place, piece in enumerate(pieces):
        if piece.sign in ("", sign):
            if piece.is_break:
                line += 1
            else:
                spans[line] = (spans.get(line, (place,))[0], place)
    return list(spans.values())


def joined(pieces):
    """`pieces` with those that are alike after each other as one."""
    return [
        Piece(sign, "".join(piece.text for piece in alike), is_moved)
        for (sign, is_moved, _), alike in groupby(pieces, lambda piece: (piece.sign, piece.is_moved, piece.is_break))
    ]
