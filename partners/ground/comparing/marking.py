"""What changed in a text as HTML, for the eye and for the ear."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from partners.ground.comparing.paragraphs import paragraphs
from partners.ground.state import pieces

HEARD = '<span class="visually-hidden">{}</span>'
TAGGED = {
    "-": f"{{}}<del>{HEARD}{{}}{HEARD}</del>{{}}",
    "+": f"{{}}<ins>{HEARD}{{}}{HEARD}</ins>{{}}",
}
BREAK = {
    "-": ' <del><span class="visually-hidden">hier eindigde een alinea</span><span aria-hidden="true">¶</span></del> ',
    "+": ' <ins><span class="visually-hidden">hier begint een alinea</span><span aria-hidden="true">¶</span></ins>',
}
MOVED = {
    "-": "<em>Verplaatst, stond hier:</em> <del>{}</del> ",
    "+": "<em>Verplaatst naar hier:</em> {} ",
}


@pieces.piece
def html(before, after):
    """Safe HTML of plain text `before` and `after`, with what came and what went marked; a paragraph each."""
    return format_html_join("", "<p>{}</p>", [(line,) for line in marked_lines(before, after)])


@pieces.piece
def marked(before, after):
    """As `html`, to stand inside a line: the paragraphs are lines."""
    return format_html_join(mark_safe("<br>"), "{}", [(line,) for line in marked_lines(before, after)])


def marked_lines(before, after):
    return [format_html_join("", "{}", [(part,) for part in parts(line)]) for line in paragraphs(before, after)]


def parts(line):
    """The Pieces of one paragraph as HTML; of what came in the place of something, both are told as one change."""
    for before, piece, after in zip([None, *line], line, [*line[1:], None], strict=False):
        if piece.sign == "":
            yield piece.text
        elif piece.is_break:
            yield mark_safe(BREAK[piece.sign])
        elif piece.is_moved:
            yield format_html(MOVED[piece.sign], piece.text.strip())
        elif is_replacement(piece, after):
            yield tagged(piece, "vervangen: ", "")
        elif is_replacement(before, piece):
            yield tagged(piece, " door: ", ", einde ")
        else:
            yield tagged(piece, "verwijderd: " if piece.sign == "-" else "toegevoegd: ", ", einde ")


def is_replacement(removed, added):
    """Whether of two Pieces after each other, or None, the second came in the place of the first."""
    return bool(
        removed and added and (removed.sign, added.sign) == ("-", "+") and removed.is_in_line and added.is_in_line
    )


def tagged(piece, said, end):
    # Spaces at the edges stay outside, so that the line under a word ends with the word.
    head, words, tail = re.fullmatch(r"(\s*)(.*?)(\s*)", piece.text, re.DOTALL).groups()
    return format_html(TAGGED[piece.sign], head, said, words, end, tail)
