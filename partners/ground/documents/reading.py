"""Texts of the portal as blocks: plain text, the little HTML that editors write, and where a fact comes from."""

import re
from html.parser import HTMLParser

from partners.ground.documents.blocks import Bullets, Paragraph, Run
from partners.ground.documents.text import fit
from partners.ground.templatetags.dutch import day

BLOCKS = {"p", "li", "div", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol"}


def paragraphs(text, *, small=False):
    """Plain text as paragraphs: an empty line starts a new one, a single line end stays a line end."""
    return [Paragraph(part.strip(), small) for part in re.split(r"\n\s*\n", fit(text)) if part.strip()]


def reference(source):
    """A Source as on screen: its title, linked if it has an address, who wrote it, and when; no full stop."""
    when = source.published_text or day(source.published_on)
    rest = [part for part in (source.publisher, when) if part]
    return [Run(source.title, link=source.url), *(f", {part}" for part in rest)]


def from_html(html):
    """The blocks of HTML with paragraphs, lists, bold, italic and links; what other tags hold becomes text."""
    reader = Reader()
    reader.feed(fit(html))
    reader.close()
    reader.end_block()
    return reader.blocks


class Reader(HTMLParser):
    """Collects `blocks`. Lists within a list become items of the outer one."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks, self.runs, self.items = [], [], []
        self.lists, self.links = [], []
        self.bold = self.italic = 0

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS:
            self.end_block()
        if tag in ("ul", "ol"):
            self.lists.append(tag)
        elif tag == "br":
            self.runs.append(Run("\n"))
        elif tag in ("b", "strong"):
            self.bold += 1
        elif tag in ("i", "em"):
            self.italic += 1
        elif tag == "a":
            self.links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.end_block()
        if tag in ("ul", "ol") and self.lists:
            outermost = self.lists.pop()
            if not self.lists and self.items:
                self.blocks.append(Bullets(tuple(self.items), numbered=outermost == "ol"))
                self.items = []
        elif tag in ("b", "strong"):
            self.bold = max(self.bold - 1, 0)
        elif tag in ("i", "em"):
            self.italic = max(self.italic - 1, 0)
        elif tag == "a" and self.links:
            self.links.pop()

    def handle_data(self, data):
        text = re.sub(r"[ \t\n\f]+", " ", data)
        if text.strip() or self.runs:
            link = self.links[-1] if self.links else ""
            self.runs.append(Run(text, bool(self.bold), bool(self.italic), link))

    def end_block(self):
        """Closes the paragraph or item that is being read, when it says anything."""
        words, self.runs = tuple(self.runs), []
        if "".join(run.text for run in words).strip():
            if self.lists:
                self.items.append(words)
            else:
                self.blocks.append(Paragraph(words))
