"""Reads any HTML as paragraphs and items of lists with their words, and writes those as the HTML that is kept.

Each piece of what was sent is looked at once, and nothing of it is written but words and the addresses of links.
`static/js/rich-text/markup.js` does the same with what stands in the editor.
"""

import re
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

NO_BREAK = "\N{NO-BREAK SPACE}"
PIECE = re.compile(
    r"<!--.*?(?:-->|\Z)"  # a comment
    r"|<[!?][^>]*>?"  # what Word writes for itself
    r"|<(?P<end>/?)(?P<tag>[a-z][^\s/>]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>"
    r"|(?P<words>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
HREF = re.compile(r"(?:^|\s)href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://|mailto:|/(?!/))[^\s<>\"]+", re.IGNORECASE)
LINE_END = "\n"
BLANK = f" {LINE_END}{NO_BREAK}"
SPACES = re.compile(rf"[ \t\n\r\f\v{NO_BREAK}]+")

BOLD, ITALIC, LISTS, CELLS = {"strong", "b"}, {"em", "i"}, {"ul", "ol"}, {"td", "th"}
BLOCKS = {
    *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dl", "dt", "dd", "blockquote", "pre", "table", "tr"),
    *("section", "article", "header", "footer", "figure", "figcaption", "address", "caption", "hr"),
}
NOT_WORDS = {"script", "style", "title", "xml"}
BETWEEN_CELLS = "; "


class MarkupRun(NamedTuple):
    """Words that look the same: bold or not, italic or not, and the address they lead to. A line ends at "\\n"."""

    words: str
    href: str = ""
    is_bold: bool = False
    is_italic: bool = False

    @property
    def tags(self):
        """The tags around it, the outermost first."""
        link = [f'a href="{escape(self.href)}"'] if self.href else []
        return link + ["strong"] * self.is_bold + ["em"] * self.is_italic


@dataclass(eq=False)
class MarkupList:
    """A list that is open while something is read. Its identity tells it from the next one of its kind."""

    tag: str
    has_items: bool = False


@dataclass
class MarkupBlock:
    """A paragraph, or an item in the last of `lists`, each of which stands in the one before it."""

    lists: list
    runs: list = field(default_factory=list)

    def add(self, words, **look):
        """Adds words with one space where there were more, and none at the beginning of a line."""
        words = SPACES.sub(lambda found: found[0] if found[0] == NO_BREAK else " ", words)
        last = self.runs[-1].words if self.runs else LINE_END
        if last.endswith((" ", LINE_END)):
            words = words.lstrip(" " if last != LINE_END else BLANK)
        if words:
            self.runs.append(MarkupRun(words, **look) if words.strip() else MarkupRun(words))

    def trim(self):
        """Takes away the space and the ends of lines after its last word."""
        while self.runs:
            words = self.runs[-1].words.rstrip(BLANK)
            if words:
                self.runs[-1] = self.runs[-1]._replace(words=words)
                return
            self.runs.pop()

    def end_line(self):
        """Makes what comes the next line, if there is one before it."""
        self.trim()
        if self.runs:
            self.runs.append(MarkupRun(LINE_END))


class MarkupReader:
    """Takes the pieces of some HTML in turn, and makes `blocks` of them. What is not closed goes on to the end."""

    def __init__(self):
        self.blocks = []
        self.block = None  # the one in which words come
        self.lists = []
        self.is_new_item = self.is_in_row = self.is_new_cell = False
        self.bold = self.italic = 0  # how many are open
        self.href = ""
        self.skipping = ""  # the tag whose contents are no words

    def take(self, piece):
        """Reads on with `piece`, a match of PIECE."""
        tag, words = (piece["tag"] or "").lower(), piece["words"]
        if self.skipping:
            if piece["end"] and tag == self.skipping:
                self.skipping = ""
        elif words:
            self.write(unescape(words))
        elif tag in NOT_WORDS:
            self.skipping = "" if piece["end"] else tag
        elif tag:
            self.meet(tag, is_end=bool(piece["end"]), attributes=piece["attributes"])

    def meet(self, tag, *, is_end, attributes):
        """A tag that begins or ends something."""
        if tag in BOLD | ITALIC:
            self.meet_look(tag, -1 if is_end else 1)
        elif tag == "a":
            self.href = "" if is_end else address(attributes)
        elif tag == "br":
            self.end_line()
        else:
            self.meet_place(tag, is_end=is_end)

    def meet_place(self, tag, *, is_end):
        """A tag that says where words stand."""
        if tag in CELLS:
            self.is_new_cell = not is_end
        elif self.is_in_row and tag not in ("tr", "table"):
            self.write(" " if tag in BLOCKS | LISTS else "")
        elif tag in LISTS:
            self.meet_list(tag, is_end=is_end)
        elif tag in BLOCKS:
            self.block = None
            self.is_new_item = tag == "li" and not is_end or self.is_new_item
            self.is_in_row = tag == "tr" and not is_end

    def meet_look(self, tag, step):
        if tag in BOLD:
            self.bold = max(self.bold + step, 0)
        else:
            self.italic = max(self.italic + step, 0)

    def meet_list(self, tag, *, is_end):
        self.block = None
        if not is_end:
            self.lists.append(MarkupList(tag))
        elif self.lists:
            self.lists.pop()

    def end_line(self):
        if self.block and self.is_in_row:
            self.write(" ")
        elif self.block and self.block.runs[-1].words != LINE_END:
            self.block.end_line()
        else:
            self.block = None  # two in a row make a paragraph

    def write(self, words):
        """Adds `words` where one is; those of a cell after what is in the cell before it."""
        if not self.block:
            if not words.strip():
                return
            self.block = self.begun()
        if self.is_new_cell and words.strip():
            self.is_new_cell = False
            self.block.trim()
            if self.block.runs:
                self.block.add(BETWEEN_CELLS)
        self.block.add(words, href=self.href, is_bold=self.bold > 0, is_italic=self.italic > 0)

    def begun(self):
        """The block that words begin now: a second paragraph of one item is its next line."""
        if self.lists:
            self.lists[-1].has_items = True
        lists = [each for each in self.lists if each.has_items]
        last = self.blocks[-1] if self.blocks else None
        if last and lists and last.lists == lists and not self.is_new_item:
            last.end_line()
            return last
        self.is_new_item = False
        self.blocks.append(MarkupBlock(lists))
        return self.blocks[-1]


def address(attributes):
    """The address that a link with these `attributes` leads to; "" when it is not one of the web or of a mailbox."""
    found = HREF.search(attributes)
    href = unescape(next(filter(None, found.groups()), "")).strip() if found else ""
    return href if ADDRESS.fullmatch(href) else ""


def read(markup):
    """The MarkupBlocks of `markup`, only those with words."""
    reader = MarkupReader()
    for piece in PIECE.finditer(markup):
        reader.take(piece)
    for block in reader.blocks:
        block.trim()
    return [block for block in reader.blocks if block.runs]


def write(blocks):
    """`blocks` as HTML: paragraphs, and lists in the items that they stand in."""
    written, lists = [], []
    for block in blocks:
        same = shared(lists, block.lists)
        written += [f"</li></{each.tag}>" for each in reversed(lists[same:])]
        if block.lists and same == len(block.lists):
            written.append("</li><li>")
        written += [f"<{each.tag}><li>" for each in block.lists[same:]]
        lists = block.lists
        written.append(inline(block.runs) if lists else f"<p>{inline(block.runs)}</p>")
    written += [f"</li></{each.tag}>" for each in reversed(lists)]
    return "".join(written)


def inline(runs):
    """`runs` as HTML, with no tag closed that the next opens again."""
    written, tags = [], []
    for run in runs:
        wanted = tags if run.words == LINE_END else run.tags
        same = shared(tags, wanted)
        written += [f"</{tag.split()[0]}>" for tag in reversed(tags[same:])]
        written += [f"<{tag}>" for tag in wanted[same:]]
        written.append("<br>" if run.words == LINE_END else escape(run.words))
        tags = wanted
    return "".join(written + [f"</{tag.split()[0]}>" for tag in reversed(tags)])


def shared(one, other):
    """How many of the first of both are the same."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def escape(text):
    """`text` as HTML, with what a browser writes for it."""
    for sign, entity in [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), (NO_BREAK, "&nbsp;")]:
        text = text.replace(sign, entity)
    return text
