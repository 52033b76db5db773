"""Words with a little markup: paragraphs, bold, italic, lists and links, and nothing else.

What somebody typed is cleaned once, when it is saved. From then on it is shown as it is kept, for the database refuses
markup that is not clean (UNCLEAN). `static/js/rich-text/markup.js` writes the same in the browser, so that the desk
can merge what two people typed.
"""

import re
from html import unescape

import nh3
from django.core.exceptions import ValidationError
from django.utils.html import escape, linebreaks
from django.utils.safestring import mark_safe

from agenda.markup import read, write
from partners.ground.templatetags.dutch import number, unbroken

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a"}
# What no text of the agenda comes near; within it, cleaning is done in a moment, whatever was sent.
MOST_CHARACTERS = 50_000
MOST_TAGS = 2_000
MOST_LISTS = 6  # in each other
# Matches, whatever the case, what `clean` never leaves: another tag, another attribute, an address that is a script.
UNCLEAN = (
    r"<(?!/?(p|strong|em|ul|ol|li)>|br>|/a>"
    r'|a href="( *(https?|mailto):[^"]*|[/?#][^"]*|[^":&]*)">)'
)
TAG = re.compile(r"<[^>]*>")


def clean(markup):
    """`markup` with nothing but TAGS and the addresses of links; "" when no word is left.

    Raises ValidationError when there is too much of it. All of it is read once, and nh3 only gets the well-formed
    little that is written of that: tags that are never closed cannot make it grow.
    """
    refuse_too_long(markup)
    if (count := len(re.findall(r"<[a-z]", markup, re.IGNORECASE))) > MOST_TAGS:
        raise ValidationError(f"Hier staat te veel opmaak in: {number(count)} tags. Hooguit {number(MOST_TAGS)} kan.")
    blocks = read(markup.replace("\0", ""))
    if any(len(block.lists) > MOST_LISTS for block in blocks):
        raise ValidationError(f"Een lijst staat hier te diep in andere lijsten. Hooguit {MOST_LISTS} in elkaar kan.")
    written = write(blocks)
    refuse_too_long(written)
    schemes = {"http", "https", "mailto"}
    checked = nh3.clean(written, tags=TAGS, attributes={"a": {"href"}}, url_schemes=schemes, link_rel=None)
    return write(read(checked))  # a link whose address it took away is words again


def refuse_too_long(markup):
    if (count := len(markup)) > MOST_CHARACTERS:
        most = number(MOST_CHARACTERS)
        raise ValidationError(f"Kort de tekst in tot {most} tekens, met de opmaak. Nu zijn het er {number(count)}.")


def plain(markup):
    """The words of clean `markup`: paragraphs apart by an empty line, items of a list on lines with a dash."""
    text = re.sub(r"<li>(?:<p>)?", "\n- ", markup).replace("</p></li>", "</li>")
    text = re.sub(r"<br ?/?>", "\n", text)
    text = TAG.sub("", re.sub(r"</?(?:p|ul|ol)>", "\n\n", text))
    return re.sub(r"\n{2,}(?=- )", "\n", re.sub(r"\n{3,}", "\n\n", unescape(text))).strip()


def paragraphs(text):
    """Plain `text` as clean markup: the opposite of `plain` for words without any."""
    return write(read(linebreaks(escape(text))))


def html(text, markup):
    """What a reader sees of a wording: its `markup` as it is kept, or its `text` in paragraphs. Years stay unbroken."""
    shown = markup or linebreaks(escape(text))
    return mark_safe("".join(part if TAG.fullmatch(part) else unbroken(part) for part in re.split(r"(<[^>]*>)", shown)))
