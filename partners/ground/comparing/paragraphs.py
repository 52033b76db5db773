"""Two texts as one list of paragraphs, in which a paragraph that was split, merged or moved reads as that."""

from itertools import groupby
from typing import NamedTuple

from partners.ground.comparing.alignment import aligned
from partners.ground.comparing.moves import pairs_of_lines
from partners.ground.comparing.words import Word, keys_of, lines_of, text_of

BREAK = Word("\n", "", "\n")
CLINGS = tuple(",.;:?!")  # to the word before it


class Piece(NamedTuple):
    """A stretch of words that stayed, was removed ("-") or was added ("+").

    A line end as its text is the end of a paragraph that came or went while the words around it stayed. What
    `is_moved` stands in the other text too, in a paragraph elsewhere.
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


class MovedLine:
    """A paragraph that stands elsewhere in the other text, among the words of its own: like no other of them."""

    def __init__(self, pieces):
        self.pieces = pieces
        self.key = self


def paragraphs(before, after):
    """Plain text `before` and `after` as one list of paragraphs, each a list of Pieces in reading order.

    Without what was added they have the words of `before`, without what was removed those of `after`; the spaces and
    the signs that look alike are those of `after` wherever it has them, so `sides` tells each text by itself. What was
    removed stands before what came in its place, but for a comma.
    """
    old, new = lines_of(before), lines_of(after)
    pairs = pairs_of_lines([tuple(keys_of(words)) for words in old], [tuple(keys_of(words)) for words in new])
    moved = {pair: moved_pieces(old[pair[0]], new[pair[1]]) for pair in pairs.moved}
    gone = {i: went for (i, _), (went, _) in moved.items()}
    came = {k: here for (_, k), (_, here) in moved.items()}
    result, start, first = [], 0, 0
    for i, k in [*pairs.same, (len(old), len(new))]:
        went, here = tokens_of(old, start, i, gone), tokens_of(new, first, k, came)
        result += settled(stream(went, here))
        result += [[Piece("", text_of(words))] for words in new[k : k + 1]]
        start, first = i + 1, k + 1
    return result


def moved_pieces(old, new):
    """The Pieces of a paragraph where it stood, and those where it stands now; only its own changes are not moved."""
    went, here = [], []
    for changed, i, j, k, m in aligned(keys_of(old), keys_of(new)):
        went += [Piece("-", text_of(old[i:j]), is_moved=not changed)] if j > i else []
        here += [Piece("+", text_of(new[k:m]), is_moved=not changed)] if m > k else []
    return went, here


def tokens_of(lines, start, end, moved):
    """The words of lines[start:end], with a BREAK between two lines; a moved one is one word that is like no other."""
    tokens = []
    for place in range(start, end):
        tokens += [BREAK, *([MovedLine(moved[place])] if place in moved else lines[place])]
    return tokens[1:]


def stream(old, new):
    """Tokens of two texts as Pieces in reading order, among them the end of each line but the last."""
    for changed, i, j, k, m in aligned(keys_of(old), keys_of(new)):
        if changed:
            yield from replaced(old[i:j], new[k:m])
        else:
            yield from (Piece("", one.text + one.space) for one in new[k:m])


def replaced(old, new):
    """Tokens that went, and those that came in their place: part by part, as far as both have line ends."""
    for place, (gone, came) in enumerate(beside_each_other(parts_of(old), parts_of(new))):
        if place:
            yield Piece("" if (gone is None) == (came is None) else "+" if gone is None else "-", BREAK.text)
        for sign, words in in_order(gone, came):
            if words and is_moved(words):
                yield from words[0].pieces
            elif words:
                yield Piece(sign, text_of(words))


def in_order(gone, came):
    """What went and then what came; but a comma that came stands against the word before it, not behind what went."""
    sides = [("-", gone), ("+", came)]
    return sides[::-1] if clings(came) and not clings(gone) else sides


def clings(words):
    """Whether the first of them stands against the word before it."""
    return bool(words) and not is_moved(words) and words[0].text[:1] in CLINGS


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
    return isinstance(words[0], MovedLine) if words else False


def settled(pieces):
    """Pieces in a row as paragraphs; a line end that came or went is told only where it parts words or joins them."""
    pieces = list(pieces)
    # Where a line end went, the new text must go on; where one came, the old text must have gone on.
    inside = {"-": inside_a_line(pieces, "+"), "+": inside_a_line(pieces, "-"), "": set()}
    result, line = [], []
    for place, piece in enumerate(pieces):
        if not piece.is_break:
            line.append(piece)
            continue
        is_told = place in inside[piece.sign]
        line += [piece] if is_told else []
        if not (is_told and piece.sign == "-"):
            result.append(line)
            line = []
    return [spaced(joined(each)) for each in [*result, line] if each]


def inside_a_line(pieces, sign):
    """The places of what stands amid a paragraph of one text, the old "-" or the new "+", and is none of it."""
    found, waiting, has_begun = set(), [], False
    for place, piece in enumerate(pieces):
        is_own = piece.sign in ("", sign)
        if is_own and piece.is_break:
            waiting, has_begun = [], False
        elif is_own:
            found.update(waiting)
            waiting, has_begun = [], True
        elif has_begun:
            waiting.append(place)
    return found


def joined(pieces):
    """`pieces` with those that are alike after each other as one."""
    return [
        Piece(sign, "".join(piece.text for piece in alike), is_moved)
        for (sign, is_moved, _), alike in groupby(pieces, lambda piece: (piece.sign, piece.is_moved, piece.is_break))
    ]


def spaced(pieces):
    """`pieces` in which a space that only came with new words, or went with old ones, is a part of those.

    Without it, ‘in de steden <u>en dorpen</u>.’ would have a space before its full stop in the text that had no dorpen.
    """
    for place in range(1, len(pieces) - 1):
        before, changed, after = pieces[place - 1 : place + 2]
        is_alone = before.sign == after.sign == "" and changed.sign and changed.is_in_line
        if is_alone and before.text.endswith(" ") and not changed.text.endswith(" ") and after.text[:1] in CLINGS:
            pieces[place - 1 : place + 1] = [
                before._replace(text=before.text[:-1]),
                changed._replace(text=f" {changed.text}"),
            ]
    return pieces
