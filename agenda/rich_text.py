"""Words with a little markup: paragraphs, bold, italic, lists and links, and nothing else.

All HTML that the portal keeps for the agenda passes here twice, when it is saved and when it is shown.
"""

import re
from html import unescape

import nh3
from django.utils.html import escape, linebreaks
from django.utils.safestring import mark_safe

from partners.ground.templatetags.dutch import unbroken

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a"}
# What word processors and browsers write for the same.
SYNONYMS = {"b": "strong", "i": "em", "div": "p", "h1": "p", "h2": "p", "h3": "p", "h4": "p", "h5": "p", "h6": "p"}
BLOCK = re.compile(r"</?(?:p|ul|ol)\b[^>]*>|<li\b[^>]*>", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")


def clean(markup):
    """`markup` with nothing but TAGS and the addresses of links; "" when no word is left."""
    for found, meant in SYNONYMS.items():
        markup = re.sub(rf"(</?){found}(?=[\s>/])", rf"\1{meant}", markup, flags=re.IGNORECASE)
    markup = nh3.clean(
        markup.replace("\0", ""),
        tags=TAGS,
        clean_content_tags={"script", "style", "title", "xml"},
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    markup = re.sub(r"<a>(.*?)</a>", r"\1", markup, flags=re.DOTALL)
    # Word pastes line ends inside paragraphs, no-break spaces for indents, and empty paragraphs for white space.
    markup = re.sub(r"\s+", " ", markup)
    while (shorter := re.sub(r"<(p|strong|em|li|ul|ol|a)(?: [^>]*)?>(?:\s|&nbsp;|<br>)*</\1>", " ", markup)) != markup:
        markup = shorter
    markup = in_paragraphs(re.sub(r"(?:\s|&nbsp;)*(</?(?:p|ul|ol|li)>)(?:\s|&nbsp;)*", r"\1", markup).strip())
    return markup if TAG.sub("", unescape(markup)).strip() else ""


def in_paragraphs(markup):
    """`markup` in which words that stand loose between the blocks have a paragraph of their own."""
    pieces = re.split(r"(<p>.*?</p>|<ul>.*</ul>|<ol>.*</ol>)", markup)
    return "".join(
        piece if place % 2 else f"<p>{piece.strip()}</p>"
        for place, piece in enumerate(pieces)
        if place % 2 or TAG.sub("", piece).strip()
    )


def plain(markup):
    """The words of clean `markup`: paragraphs apart by an empty line, items of a list on lines with a dash."""
    text = re.sub(r"<li>(?:<p>)?", "\n- ", markup).replace("</p></li>", "</li>")
    text = re.sub(r"<br ?/?>", "\n", text)
    text = TAG.sub("", re.sub(r"</?(?:p|ul|ol)>", "\n\n", text))
    return re.sub(r"\n{2,}(?=- )", "\n", re.sub(r"\n{3,}", "\n\n", unescape(text))).strip()


def paragraphs(text):
    """Plain `text` as clean markup: the opposite of `plain` for words without any."""
    return re.sub(r"\s*\n\s*", "", linebreaks(escape(text)))


def html(text, markup):
    """What a reader sees of a wording: its `markup`, or its `text` in paragraphs. Safe; years stay unbroken."""
    shown = clean(markup) if markup else linebreaks(escape(text))
    return mark_safe("".join(part if TAG.fullmatch(part) else unbroken(part) for part in re.split(r"(<[^>]*>)", shown)))
