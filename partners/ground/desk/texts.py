"""Merging two texts that began as one: word by word, as far as their changes do not touch."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from django.utils.html import format_html, format_html_join

from partners.ground import comparing
from partners.ground.comparing import WORD, is_too_long

# A tag, or what counts as one word, with the space after it; and what else there is. Together they are all of it.
TOKEN = re.compile(rf"<[^<>]*>\s*|(?:{WORD})\s*|\s+|.")


class TextPiece(NamedTuple):
    """A part of a merged text, as each of both has it. They differ only where both changed it."""

    mine: str
    theirs: str

    @property
    def is_clash(self):
        return self.mine != self.theirs


class TextChange(NamedTuple):
    """That the words from `start` to `end` of the older text were replaced, by `text`."""

    start: int
    end: int
    text: str
    is_mine: bool


def merge_texts(base, mine, theirs):
    """The merged text, as a list of TextPiece.

    Changes that overlap or lie side by side are one TextPiece that differs, for nobody can say which comes first.
    """
    old, own, other = (TOKEN.findall(text) for text in (base, mine, theirs))
    if is_too_long(old, own) or is_too_long(old, other):
        return [TextPiece(mine, theirs)]
    changes = sorted([*changes_of(old, own, is_mine=True), *changes_of(old, other, is_mine=False)])
    pieces, done = [], 0
    for group in touching(changes):
        start, end = group[0].start, max(change.end for change in group)
        same = "".join(old[done:start])
        both = [applied(old, start, end, [one for one in group if one.is_mine is is_mine]) for is_mine in (True, False)]
        sides = {change.is_mine for change in group}
        if len(sides) == 1:  # only one of both changed it
            both = [both[0] if True in sides else both[1]] * 2
        pieces += [TextPiece(same, same), TextPiece(*both)]
        done = end
    rest = "".join(old[done:])
    return [*pieces, TextPiece(rest, rest)]


def changes_of(old, new, *, is_mine):
    """Each TextChange that makes the words `old` into `new`."""
    for what, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield TextChange(start, end, "".join(new[first:last]), is_mine)


def touching(changes):
    """`changes` in groups of those that overlap or lie side by side; they come in order."""
    group, end = [], -1
    for change in changes:
        if group and change.start > end:
            yield group
            group = []
        group, end = [*group, change], max(end, change.end) if group else change.end
    if group:
        yield group


def applied(old, start, end, changes):
    """The words from `start` to `end` of `old`, with `changes` made in them."""
    words = []
    for change in changes:
        words += [*old[start : change.start], change.text]
        start = change.end
    return "".join([*words, *old[start:end]])


def clashes(pieces):
    """Whether both changed the same words somewhere in `pieces`."""
    return any(piece.is_clash for piece in pieces)


def as_mine(pieces):
    """The whole text, with my words where both changed it."""
    return "".join(piece.mine for piece in pieces)


def as_theirs(pieces):
    return "".join(piece.theirs for piece in pieces)


def together(pieces):
    """The whole text, with the words of both after each other where both changed it."""
    return "".join(joined(*piece) if piece.is_clash else piece.mine for piece in pieces)


def joined(mine, theirs):
    """Two pieces of text after each other, with a space between words."""
    between = " " if mine.strip() and re.match(r"[\w<]", theirs) else ""
    return f"{mine.rstrip()}{between}{theirs}"


def marked(before, after):
    """`after` as HTML, with what came and what went since `before` marked; a day, a number or a code as a whole."""
    before, after = plain(before), plain(after)
    if before == after or re.search(r"\s", before + after):
        return comparing.marked(before, after)
    sides = [("<del>{}</del> ", before), ("<ins>{}</ins> ", after)]
    return format_html_join("", "{}", ((format_html(tagged, text),) for tagged, text in sides if text))


def plain(text):
    """A text without its tags, to be read."""
    return re.sub(r"\s*<[^<>]*>\s*", " ", text).strip() if "</" in text else text
