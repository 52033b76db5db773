"""A document before it has a form: its blocks, and what a reader must know of it as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import chain, count
from textwrap import wrap

from django.conf import settings

from partners.ground.documents.blocks import (
    Block,
    Bullets,
    ChangedText,
    Heading,
    Paragraph,
    Quote,
    Run,
    SideBySide,
    Table,
    Terms,
    plain,
    runs,
    written_date,
)
from partners.ground.documents.fitting import on_paper
from partners.ground.documents.text import fit

NOT_LICENSED = "Wat er met dit bestand mag, is nog niet vastgelegd. Noem bij cijfers de bron die erbij staat."
# What is no longer than this goes to the next page as a whole.
SHORT = 700
# So many characters of a line fit beside the mark and the name of the sender.
BESIDE_THE_MARK = 56
FAR = 4  # small paragraphs below a heading: so many do not all go with it


@dataclass(frozen=True)
class Document:
    """A document before it has a form.

    Every paper begins with the mark and the name of who sends it, for whom it is (`recipient`) and of which day, and
    has at its foot how to reach the sender. What `is_sheet` is one page to lay on a table: its type is set for that.

    `address` is the absolute address of the page it came from, `dated` the day or moment of its content, `version`
    a few words such as 'versie 2, vastgesteld'. `example` prints 'Voorbeeld' on every page, and
    `example_note` at the beginning. So does `restricted`, a sentence that says whom it is for when not everyone may
    read it. The forms for programs and spreadsheets hold `data`; without it, the tables among the blocks. They also say
    what those tables leave out (`remarks`), and what may be done with them (`licence`). A file that
    must not tell when it was made has a `made_at`; any other says that it was now. By its `keywords` it is found, such
    as those of a WooCategory.
    """

    title: str
    blocks: Sequence[Block] = ()
    subtitle: str = ""
    dated: date | datetime | None = None
    version: str = ""
    recipient: str = ""
    is_sheet: bool = False
    address: str = ""
    example: bool = False
    example_note: str = "Dit document is een voorbeeld. De inhoud is bedacht."
    restricted: str = ""
    data: Sequence[Table] = field(default=())
    remarks: Sequence[str] = field(default=())
    licence: str = NOT_LICENSED
    language: str = "nl"
    author: str = "Regio Zwolle"
    keywords: Sequence[str] = ()
    made_at: datetime | None = None

    @property
    def name(self):
        """The title on one line, and never empty."""
        return " ".join(fit(self.title).split()) or "Document"

    @cached_property
    def tables(self):
        return list(self.data) or [block for block in self.blocks if isinstance(block, Table)]

    @property
    def dated_in_words(self):
        return written_date(self.dated)

    @property
    def marks(self):
        """What every page says at its head, on one line; "" when there is nothing to say."""
        return " · ".join(filter(None, [self.restricted, "Voorbeeld" if self.example else ""]))

    @property
    def contact(self):
        """Who sends it and how to reach them."""
        return f"{self.author}: {settings.CONTACT_EMAIL}"

    @property
    def addressed(self):
        """For whom it is and of which day, a line each, as it stands beside the sender."""
        return [*wrap(self.recipient, BESIDE_THE_MARK), *([f"Stand op {self.dated_in_words}"] if self.dated else [])]

    @property
    def foot(self):
        """What stands at the foot of every page: what this is, which version, of which day."""
        return " · ".join(filter(None, [self.name, fit(self.version), self.dated_in_words]))

    @property
    def short_address(self):
        """The address as one types it."""
        return self.address.removeprefix("https://").removeprefix("http://")

    @property
    def colophon(self):
        """What a reader must know of any form of it, as (term, text)."""
        said = [
            ("Let op", self.restricted),
            ("Voorbeeld", self.example_note if self.example else ""),
            ("Versie", self.version),
            ("Datum", self.dated_in_words),
            ("Herkomst", self.address),
        ]
        return [(term, text) for term, text in said if text]

    @property
    def opening(self):
        """What stands above the text, as (Runs, Title, Subtitle or Small): name and colophon; nothing on a sheet."""
        if self.is_sheet:
            return
        yield [Run(self.name)], "Title"
        if self.subtitle:
            yield [Run(fit(self.subtitle))], "Subtitle"
        for term, text in self.colophon:
            link = text if text.startswith(("http://", "https://")) else ""
            yield [Run(f"{term}: "), Run(fit(text), link=link)], "Small"

    @cached_property
    def outline(self):
        """The headings as (level, heading, anchor): no level skipped, and every anchor there is just once.

        A reader's software refuses a chapter that starts at level 3, and a link that leads to two places.
        """
        found, level, taken, spare = [], 0, set(), count(1)
        for block in every(self.blocks):
            if isinstance(block, Heading):
                level = min(max(block.level, 1), level + 1, 6)
                anchor = block.anchor if block.anchor and block.anchor not in taken else f"kop-{next(spare)}"
                while anchor in taken:
                    anchor = f"kop-{next(spare)}"
                taken.add(anchor)
                found.append((level, block, anchor))
        return found

    @cached_property
    def flow(self):
        """The blocks as they stand on paper, each with whether it stays with the next one."""
        parts = (on_paper(block) if isinstance(block, Table) else [block] for block in self.blocks)
        return list(kept_with_next(chain.from_iterable(parts)))

    @cached_property
    def anchors(self):
        return {anchor for level, heading, anchor in self.outline}

    @cached_property
    def contents(self):
        """The part of the outline that a list of contents shows: none when short, and never more than some pages."""
        for depth in (3, 2, 1):
            listed = [entry for entry in self.outline if entry[0] <= depth]
            if len(listed) <= 100:
                return listed if len(listed) >= 6 else []
        return []


def every(blocks):
    """All of `blocks` in the order of reading, also those that stand in columns."""
    for block in blocks:
        yield block
        if isinstance(block, SideBySide):
            for cell in block.cells:
                yield from every(cell)


def kept_with_next(blocks):
    """Each of `blocks` with whether no page may end below it: what introduces stays with what it introduces.

    So do a heading and the small print below it, a label, a line that ends with a colon, and what is short with the
    small print that says where it comes from.
    """
    found, below = list(blocks), FAR
    for block, following in zip(found, [*found[1:], None], strict=False):
        below = 0 if isinstance(block, Heading) else below + 1 if is_small(block) and is_short(block) else FAR
        ends = isinstance(following, Heading) and below > 1
        leads = below < FAR or introduces(block) or (is_small(following) and is_short(block))
        yield block, following is not None and leads and not ends


def introduces(block):
    """Whether a block only leads to the next one: a label, or a line that ends with a colon."""
    if isinstance(block, Terms):
        return len(block.items) == 1
    if isinstance(block, Paragraph):
        words = [run for run in runs(block.text) if run.text.strip()]
        is_label = bool(words) and all(run.bold for run in words)
        return is_label or plain(block.text).rstrip().endswith(":")
    return False


def is_small(block):
    return isinstance(block, Paragraph) and block.small


def is_short(block):
    """Whether a block may go to the next page as a whole."""
    if isinstance(block, Paragraph | Quote):
        return len(plain(block.text)) <= SHORT
    if isinstance(block, Bullets):
        return sum(len(plain(item)) for item in block.items) <= SHORT
    return isinstance(block, ChangedText) and len(block.before) + len(block.after) <= SHORT
