"""What is shown of an entry that was found: the lines that answer the question best, with its words marked."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from regiozwolle.searching.subjects import KINDS
from regiozwolle.searching.words import cut

EXCERPT = 220  # characters
# A line that is shorter says little without the next.
SHORT_LINE = 70
SHORTEST_SENTENCE = 25


@dataclass(frozen=True)
class Result:
    """One thing found: where it is, what it is called, its words as HTML with those asked in <mark>, and its kind."""

    url: str
    title: str
    excerpt: str
    kind: str


def result_of(entry, question):
    """The Result for a SearchEntry that answers a Inquiry."""
    words = ["Voorbeeld" if entry.is_example else "", KINDS[entry.kind], entry.label]
    kind = ". ".join(word for word in words if word)
    return Result(entry.address, capfirst(entry.title), excerpt(entry, question), kind)


def excerpt(entry, question):
    """The lines of `entry` that answer an Inquiry, with its words marked, as safe HTML; "" when there are none.

    What is called by all that was asked says what it is, in its first sentence: a figure its value. Of anything else it
    is the line that says most of what was asked, with the lines after it while it is short.
    """
    lines = [line for line in entry.text.split("\n") if line != entry.title]
    ways, marked = [one.forms | one.wide for one in question.asked], question.marked()
    is_called_so, *_ = said(entry.title, ways, marked, question.said)
    if is_called_so == len(ways) and (first := next(filter(is_sentence, lines), "")):
        return highlighted(first, marked)
    if not lines:
        return ""
    scores = [said(line, ways, marked, question.said) for line in lines]
    best = scores.index(max(scores))
    text = lines[best]
    for line in lines[best + 1 :]:
        if len(text) >= SHORT_LINE:
            break
        text = f"{text} {'' if text[-1] in '.:!?' else '· '}{line}"
    return highlighted(text, marked)


def is_sentence(line):
    return len(line) > SHORTEST_SENTENCE and line[-1] in ".!?"


def said(line, ways, marked, words):
    """How much of the question a line says: how many of its words, then whether they follow each other."""
    found = words_of(line)
    own = set(found)
    follows = any(found[at : at + len(words)] == tuple(words) for at in range(len(found) - len(words) + 1))
    return sum(bool(way & own) for way in ways), follows, len(own & marked) / (len(own) + 5)


@lru_cache(maxsize=20_000)
def words_of(line):
    """The words of a line, kept: one line is looked at for many questions."""
    return tuple(token.word for token in cut(line))


def highlighted(text, marked):
    """Some EXCERPT characters of `text` around its first word among `marked`, those in <mark>, all else escaped."""
    tokens = [token for token in cut(text) if token.word in marked]
    start, end = around(text, tokens[0].start if tokens else 0)
    parts, at = [], start
    for token in tokens:
        if at <= token.start and token.end <= end:
            parts.append((text[at : token.start], text[token.start : token.end]))
            at = token.end
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return format_html("{}{}{}{}", before, format_html_join("", "{}<mark>{}</mark>", parts), text[at:end], after)


def around(text, place):
    """(start, end) of at most EXCERPT characters of `text`, whole words, with `place` among them."""
    if len(text) <= EXCERPT:
        return 0, len(text)
    start = max(0, place - EXCERPT // 3)
    start = text.find(" ", start) + 1 if start else 0
    end = text.rfind(" ", start, start + EXCERPT)
    return start, end if end > place else min(len(text), start + EXCERPT)
