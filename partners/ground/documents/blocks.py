"""What a document is made of, whatever file it becomes: plain values without any markup of one form.

Text is what a person typed, so it may hold anything; the writers make it safe for their own form.
"""

from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, NamedTuple

from django.utils.text import slugify

from partners.ground.comparing import sides
from partners.ground.documents.text import fit
from partners.ground.templatetags.dutch import day, exact_euro, moment, number

UNKNOWN = "nog niet bekend"
# A function that is told of every chapter that begins to be written.
told = ContextVar("told", default=None)


class Run(NamedTuple):
    """A stretch of text in one look; `link` is an absolute address, or #anchor of a Heading in the same document."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    removed: bool = False
    added: bool = False


Runs = str | Sequence[str | Run]
Cell = str | Sequence[str | Run] | int | float | Decimal | date | datetime | None


def runs(text: Runs) -> list[Run]:
    """`text` as a list of Run, whichever way it was given, with only characters that a file may hold."""
    parts = [text] if isinstance(text, str | Run) else text
    return [
        part._replace(text=fit(part.text), link="".join(fit(part.link).split()))
        if isinstance(part, Run)
        else Run(fit(part))
        for part in parts
    ]


def plain(text: Runs) -> str:
    """`text` without its looks."""
    return "".join(run.text for run in runs(text))


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` counts from 1 for the chapters; the title of the document stands above them all.

    `number` is printed before the text, such as 2.1; `anchor` is what a Run links to with #anchor.
    """

    level: int
    text: str
    number: str = ""
    anchor: str = ""

    @property
    def full(self):
        """Number and text on one line, and never empty: PDF/UA refuses a heading that says nothing."""
        return " ".join(fit(f"{self.number} {self.text}").split()) or "(zonder kop)"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`small` is for what stands beside the text: a source, a code, a date.

    On a sheet it may have another `look`: the first sentences, what a column asks and what it answers.
    """

    text: Runs
    small: bool = False
    look: Literal["", "lead", "hint", "answer", "unknown"] = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    items: Sequence[Runs]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Short texts with a line between them, in a column of a sheet."""

    items: Sequence[Runs]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Blocks beside each other, read from left to right; `widths` are shares of the line. `ruled` has a line above."""

    cells: Sequence[Sequence["Block"]]
    widths: Sequence[float]
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Register:
    """Who is where: each entry a name with what is to be found of it, as (label, anchor), and on which pages."""

    entries: Sequence[tuple[str, Sequence[tuple[str, str]]]]


@dataclass(frozen=True, slots=True)
class Terms:
    """Pairs of a term and what is said of it."""

    items: Sequence[tuple[str, Runs]]


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark that must not be missed, with a bar beside it."""

    text: Runs


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words."""

    text: Runs


@dataclass(frozen=True, slots=True)
class ChangedText:
    """A text before and after: both whole, with the words that went struck through and those that came underlined."""

    before: str
    after: str

    @property
    def sides(self):
        """The two texts as (label, runs): 'Was' and 'Wordt'; an empty text says so in words."""
        was, becomes = sides(fit(self.before), fit(self.after))
        return [("Was", side_runs(was)), ("Wordt", side_runs(becomes))]


def side_runs(pieces):
    """The runs of one of two compared texts, in which what was moved says so."""
    if not any(piece.text.strip() for piece in pieces):
        return [Run("(geen tekst)")]
    found = []
    for piece in pieces:
        found += [Run("(verplaatst) ", italic=True)] if piece.is_moved else []
        changed = piece.sign if piece.is_in_line else ""
        found.append(Run(piece.text, removed=changed == "-", added=changed == "+", bold=changed == "+"))
    return found


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing: `svg` is a whole SVG with its own colours (no stylesheet of the site), `alt` says what it shows.

    `width` is its share of the line.
    """

    svg: str
    alt: str
    caption: str = ""
    width: float = 1


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` says what its cells hold: text, number, euro, date or year, which is a number that is read without a dot.

    `key` names it in json; without one it is made of the title.
    """

    title: str
    kind: Literal["text", "number", "euro", "date", "year"] = "text"
    key: str = ""

    @property
    def name(self):
        return self.key or slugify(self.title).replace("-", "_")

    @property
    def is_numeric(self):
        return self.kind in ("number", "euro")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as there are columns; None is what nobody knows, and is never shown as 0.

    `total` is one more row, set apart. In a text document None is printed as `unknown`; in a spreadsheet, csv
    or json it is an empty cell. In `records` are the places of the rows with which something new begins.
    """

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    total: Sequence[Cell] | None = None
    unknown: str = UNKNOWN
    records: Sequence[int] = ()

    def written_rows(self):
        """Each row as lists of runs to read; in the total an unknown cell is empty."""
        for row in self.rows:
            yield [written(cell, column, self.unknown) for cell, column in zip(row, self.columns, strict=True)]

    def written_total(self):
        if self.total:
            return [written(cell, column, "") for cell, column in zip(self.total, self.columns, strict=True)]
        return None


Block = (
    Heading
    | Paragraph
    | Bullets
    | Lines
    | SideBySide
    | Register
    | Terms
    | Notice
    | Quote
    | ChangedText
    | PageBreak
    | Drawing
    | Table
)

# The method with which every writer of a form writes each kind of block.
METHODS = {
    Heading: "write_heading",
    Paragraph: "write_paragraph",
    Bullets: "write_bullets",
    Lines: "write_lines",
    SideBySide: "write_side_by_side",
    Register: "write_register",
    Terms: "write_terms",
    Notice: "write_notice",
    Quote: "write_quote",
    ChangedText: "write_changed_text",
    PageBreak: "write_page_break",
    Drawing: "write_drawing",
    Table: "write_table",
}


def write_block(writer, block):
    """What `writer`, which has all of METHODS, makes of `block`; who waits for it is told which chapter begins."""
    if (tell := told.get()) and isinstance(block, Heading) and block.level == 1:
        tell()
    return getattr(writer, METHODS[type(block)])(block)


def written_date(value):
    """A date as 1 januari 2024, a moment with its time too; nothing for None."""
    return moment(value) if isinstance(value, datetime) else day(value)


def written(cell, column, unknown=UNKNOWN):
    """A cell as runs to read: numbers, amounts and dates in Dutch, and an amount in full."""
    if cell is None:
        return [Run(unknown, italic=True)] if unknown else []
    if isinstance(cell, date):
        return [Run(written_date(cell))]
    if isinstance(cell, bool):
        return [Run("ja" if cell else "nee")]
    if column.kind == "year":
        return [Run(str(cell))]
    if isinstance(cell, int | float | Decimal):
        return [Run(exact_euro(Decimal(str(cell))) if column.kind == "euro" else number(Decimal(str(cell))))]
    return runs(cell)
