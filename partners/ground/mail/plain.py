"""The plain text of a mail, made from its HTML, so that both always say the same."""

import re
import textwrap
from html.parser import HTMLParser

# Elements that begin on a line of their own. What is said of a term stands behind it.
BLOCKS = {"p", "h1", "h2", "h3", "li", "dt", "blockquote", "ul", "ol", "dl", "div", "hr"}
# Of these, each has a blank line before and after it.
APART = BLOCKS - {"li", "dt"}
# Elements of which nothing is shown.
UNSEEN = {"head"}
QUOTED = "> "
WIDEST = 72  # characters, as RFC 3676 advises


class PlainText(HTMLParser):
    """Collects `lines` as (what stands before the text, the text, whether a blank line goes before it)."""

    def __init__(self):
        super().__init__()
        self.lines, self.words = [], ""
        # Of the lists we are in, how many items each has had; None for one without numbers.
        self.lists, self.quotes, self.unseen = [], 0, 0
        self.mark, self.is_apart = "", False

    def handle_starttag(self, tag, attrs):
        self.unseen += tag in UNSEEN
        if tag == "br" or tag in BLOCKS:
            self.end_line(apart=tag in APART)
        self.quotes += tag == "blockquote"
        if tag in {"ul", "ol"}:
            self.lists.append(0 if tag == "ol" else None)
        if tag == "li":
            self.mark = self.next_mark()

    def handle_endtag(self, tag):
        self.unseen -= tag in UNSEEN
        if tag == "dt":
            self.words = f"{self.words.strip()}: "
        elif tag == "dd" or tag in BLOCKS:
            self.end_line(apart=tag in APART)
        if tag in {"ul", "ol"}:
            self.lists.pop()
        self.quotes -= tag == "blockquote"

    def handle_data(self, data):
        if not self.unseen:
            self.words += data

    def next_mark(self):
        """What stands before an item of the list we are in: '- ', or its number."""
        if self.lists[-1] is None:
            return "- "
        self.lists[-1] += 1
        return f"{self.lists[-1]}. "

    def end_line(self, *, apart):
        # Not the no-break spaces: these hold a number and its word together.
        text = re.sub(r"[ \t\r\n]+", " ", self.words).strip(" ")
        if text:
            self.lines.append((QUOTED * self.quotes + self.mark, text, self.is_apart))
            self.words, self.mark, self.is_apart = "", "", False
        self.is_apart |= apart


def plain(html):
    """What the HTML of a mail says, as plain text: a line per paragraph, item or term."""
    parser = PlainText()
    parser.feed(html)
    parser.close()
    lines = [f"\n{mark}{text}" if is_apart else f"{mark}{text}" for mark, text, is_apart in parser.lines]
    return "\n".join(lines).strip("\n") + "\n"


def flowed(text):
    """`text` in lines of at most WIDEST, which a mail program may lay anew for its own width (RFC 3676).

    A line that ends in a space goes on in the next. An address is never broken.
    """
    return "\n".join(part for line in text.split("\n") for part in parts_of(line))


def parts_of(line):
    """A line of plain text as the lines in which it is sent."""
    quoted = re.match(rf"(?:{QUOTED})*", line)[0]
    parts = textwrap.wrap(
        line.removeprefix(quoted), WIDEST - len(quoted), break_long_words=False, break_on_hyphens=False
    )
    return [f"{quoted}{part} " for part in parts[:-1]] + [f"{quoted}{part}" for part in parts[-1:]] or [line]
