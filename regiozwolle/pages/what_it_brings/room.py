"""What one sheet of A4 has room for, measured on the widths of its letters: first what is least the partner's own goes.

Word, OpenDocument and PDF break lines in places of their own, so the measure is the widest of their letters and the
narrowest of their columns. What the unknowns and the sources take is never given up.
"""

from dataclasses import dataclass, replace

from django.utils.text import capfirst

from partners.ground.documents import Run, plain, reference
from partners.ground.documents.fitting import lines_of
from regiozwolle.pages.what_it_brings.words import ROWS
from results.models import Attribution

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
ROW_LENGTHS = (150, 110, 80, 55)  # characters
LEAST = 20  # of what follows the first words: less says nothing
# All in points: of the page below its head and above its foot, of a column, of what stands left of the locator.
HEIGHT, COLUMN, LEAD, LINE = 700, 143, 315, 466
# The height of a line, and of what stands around it.
ROW, AROUND_ROW, SMALL, LEAD_LINE, ANSWER = 12.8, 9, 11, 16.8, 20.5
TITLE, LOCATOR, HEAD_OF_COLUMN, BETWEEN = 72, 165, 34, 20


@dataclass(frozen=True)
class TextRow:
    """A row of a column as text, with its source and how many `facts` it tells; what is `shared` is the first to go."""

    lead: str
    rest: str
    source: object = None
    shared: bool = False
    facts: int = 1

    def cut(self, length):
        lead = shortened(self.lead, length)
        left = length - len(lead)
        return replace(self, lead=lead, rest=shortened(self.rest, left) if left > LEAST else "")

    @property
    def text(self):
        return f"{self.lead} {self.rest}".strip()


@dataclass(frozen=True)
class JoinedRow(TextRow):
    """A row of several facts, told by their `texts`: when it is cut, the last of them go whole."""

    texts: tuple = ()

    def cut(self, length):
        left = length - len(self.lead)
        count = max((n for n in range(2, self.facts + 1) if len(in_a_row(self.texts[:n])) <= left), default=1)
        return replace(self, rest=shortened(in_a_row(self.texts[:count]), left), facts=count)


@dataclass(frozen=True)
class SheetColumn:
    """A column of the sheet: the rows that are in it, and how many facts the page has beyond what they tell."""

    title: str
    question: str
    answer: str
    rows: list[TextRow]
    left_out: int = 0
    sources: tuple = ()

    @property
    def told(self):
        """Each row as runs, with the number that leads to its source, and what is left out."""
        rows = [[Run(row.lead, bold=bool(row.rest)), f" {row.rest}".rstrip(), self.mark(row)] for row in self.rows]
        return [*rows, *([f"En nog {self.left_out}: zie de site."] if self.left_out else [])]

    def mark(self, row):
        return f" {numbered(self.sources.index(row.source) + 1)}" if row.source else ""

    @property
    def height(self):
        rows = [*(row.text for row in self.rows), *(["En nog"] if self.left_out else [])]
        answer = ANSWER * lines_of(self.answer or "nog niet bekend", 16, COLUMN)
        question = ROW * lines_of(self.question, 9.5, COLUMN)
        return HEAD_OF_COLUMN + question + answer + sum(ROW * lines_of(one, 10, COLUMN) + AROUND_ROW for one in rows)


@dataclass(frozen=True)
class Selected:
    """What stands on the sheet, and where it comes from."""

    columns: list[SheetColumn]
    sources: list
    counted_by: list


def selected(brought, growth):
    """As much of a Brought as one page holds: Selected."""
    counted_by = list(dict.fromkeys([growth.growth.first.source, growth.growth.last.source])) if growth else []
    shown = [rows_of(column)[:ROWS] for column in brought.columns]
    for length in ROW_LENGTHS:
        found = [[row.cut(length) for row in rows] for rows in shown]
        while True:
            made = arranged(brought, found, counted_by)
            if height_of(made, brought) <= HEIGHT:
                return made
            if not give_up(found, [column.height for column in made.columns]):
                break
    return made


def rows_of(column):
    """The rows of a BroughtColumn. What all share, needs no remark and is of one source is one row, the last."""
    shared = [fact for fact in column.facts if is_plainly_shared(fact)]
    together = [fact for fact in shared if fact.source == shared[0].source]
    rows = [row_of(fact) for fact in column.facts if fact not in together]
    if together:
        rows.append(joined_row(together))
    return rows or [TextRow(column.reason, "", facts=0)]


def joined_row(facts):
    """What all share, of one source."""
    texts = tuple(fact.text.rstrip(".") for fact in facts)
    lead = "In de hele regio, dus gedeeld:"
    return JoinedRow(lead, in_a_row(texts), facts[0].source, shared=True, facts=len(facts), texts=texts)


def in_a_row(texts):
    return f"{'; '.join(texts)}."


def is_plainly_shared(fact):
    is_shared = fact.attribution in (Attribution.SHARED, Attribution.NONE)
    return is_shared and fact.short and not (fact.warning or fact.dispute)


def row_of(fact):
    """A fact with what to look out for, what other sources say, and its detail."""
    text = fact.text.rstrip(".")
    whose = f"{capfirst(fact.attribution.label)}." if fact.attribution else ""
    detail = f"{capfirst(fact.detail)}." if fact.detail else ""
    warning = f"Let op: {fact.warning}" if fact.warning else ""
    rest = " ".join(part for part in (warning, fact.dispute, detail, whose) if part)
    return TextRow(f"Voorbeeld: {text}." if fact.is_example else f"{text}.", rest, fact.source)


def give_up(columns, heights):
    """Takes the row away that is least missed: what is shared first, then the last of the highest column."""
    for rows in columns:
        if len(rows) > 1 and rows[-1].shared:
            return rows.pop()
    highest = columns[heights.index(max(heights))]
    return highest.pop() if len(highest) > 1 else None


def arranged(brought, shown, counted_by):
    """The columns with those rows, and the sources of these alone."""
    sources = list(dict.fromkeys(row.source for rows in shown for row in rows if row.source))
    columns = [
        SheetColumn(column.title, column.question, column.answer, list(rows), beyond(rows, column), tuple(sources))
        for column, rows in zip(brought.columns, shown, strict=True)
    ]
    return Selected(columns, sources, counted_by)


def beyond(rows, column):
    """How many facts of a BroughtColumn these rows do not tell."""
    return len(column.facts) - sum(row.facts for row in rows)


def height_of(made, brought):
    """How high the sheet is, at most."""
    lead = LEAD_LINE * lines_of(f"Bekend: {brought.known} Nog niet bekend: {brought.unknown}", 13, LEAD)
    columns = max(column.height for column in made.columns)
    gaps = [ROW * lines_of(gap.what, 10, COLUMN - 14) + 3 for gap in brought.gaps]
    half = -(-len(gaps) // 2)
    unknown = max(sum(gaps[:half]) + 3 * ROW, sum(gaps[half:]), 3 * ROW) + 10
    cited = " ".join(f"1 {plain(reference(source))}." for source in [*made.sources, *made.counted_by]) + " " * 90
    return max(TITLE + lead, LOCATOR) + columns + unknown + SMALL * (1 + lines_of(cited, 8.5, LINE)) + 3 * BETWEEN


def shortened(text, length):
    """`text` up to the last whole word that fits."""
    if len(text) <= length:
        return text
    return f"{text[:length].rsplit(' ', 1)[0].rstrip('.,:; ')} …"


def numbered(place):
    """The number of a source as it stands behind what it says: ¹, ²."""
    return str(place).translate(SUPERSCRIPT)
