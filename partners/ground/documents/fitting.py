"""How a table stands on paper: columns as wide as their longest word or number, so that none is broken or overprinted.

What is too wide for the page is stacked, a line for each cell; what nobody knows of any row is said once, below.
"""

import re
from dataclasses import dataclass, replace

from partners.ground.documents.blocks import Column, Paragraph, Run, Table, plain

# How wide characters are, in thousandths of the size of the type: the widest of our typeface, its bold and Arial.
CLASSES = {
    300: " !',.:;ij\N{NO-BREAK SPACE}",
    350: "()Il",
    400: "-/f",
    450: "rt",
    500: '"*',
    550: "Jcsvz",
    600: "+1<=>?L[\\]^_`aehknouxy{|}–",
    650: "#FTbdgpq~",
    680: "0123456789$€",
    700: "Z",
    750: "ABEKPSVXY",
    800: "&CDHNRUw",
    850: "GOQ",
    900: "m",
    950: "%M",
    1000: "W",
    1050: "@",
}
WIDTHS = {character: width / 1000 for width, characters in CLASSES.items() for character in characters}
ANY_OTHER = 0.7
NOT_BOLD = 0.9  # of those widths, in a line of text
LINE = 466  # points between the margins of the narrowest form
PADDING = 8  # points left and right of what stands in a cell, together
APART = 10  # points more between a number, which ends at the right, and a text, which begins at the left
SIZES = (9, 8.5, 8, 7.5, 7)  # points
MOST_OF_A_WORD = 120  # points: what is longer, such as an address, may break
BREAKS = re.compile(r"[ \n\t]|(?<=-)")
# With fewer rows a column without any known cell tells as much as a sentence.
ROWS_TO_LEAVE_OUT = 3


@dataclass(frozen=True)
class Fitting:
    """The widths of the columns in points, and the size of the type with which all words fit in them."""

    widths: list[float]
    size: float


def on_paper(table):
    """`table` as blocks for a text document: a Table that fits the page, with what was left out in words."""
    if not table.rows and not table.total:
        return [Paragraph([Run(table.caption, bold=True), ": hierover staat nog niets op de site."])]
    shown, unknown = without_unknown(table)
    beside = [Paragraph(f"In geen enkele rij bekend: {', '.join(unknown)}.", small=True)] if unknown else []
    if fit(shown) is None:
        beside.append(Paragraph("Wat bij een rij ontbreekt, is nog niet bekend.", small=True))
        shown = stacked(shown)
    return [shown, *beside]


def without_unknown(table):
    """(`table` without the columns of which no row is known, the titles of those); a short one stays as it is."""
    known = [any(row[place] is not None for row in table.rows) for place in range(len(table.columns))]
    known[0] = True
    if all(known) or len(table.rows) < ROWS_TO_LEAVE_OUT or table.total or not table.unknown:
        return table, []

    def kept(cells):
        return [cell for cell, is_known in zip(cells, known, strict=True) if is_known]

    titles = [column.title for column, is_known in zip(table.columns, known, strict=True) if not is_known]
    return replace(table, columns=kept(table.columns), rows=[kept(row) for row in table.rows]), titles


def stacked(table):
    """The same with a line for each known cell; the first cell of a row begins it, in bold and apart from the last."""
    rows, records = [], []
    for cells in table.written_rows():
        told = [
            (column.title, words) for column, words in zip(table.columns, cells, strict=True) if is_known(words, table)
        ]
        records.append(len(rows))
        rows += [
            ([Run(title, bold=not place)], [run._replace(bold=True) if not place else run for run in words])
            for place, (title, words) in enumerate(told)
        ]
    return Table(table.caption, [Column("Wat"), Column("Wat bekend is")], rows, records=records[1:])


def is_known(words, table):
    return plain(words).strip() not in ("", table.unknown)


def fit(table):
    """The Fitting of `table` in the largest size of type in which no word breaks; None when there is none."""
    cells = texts_of(table)
    padding = [PADDING + (APART if after else 0) for after in after_number(table)]
    most = [LINE if column.is_numeric else MOST_OF_A_WORD for column in table.columns]
    longest, natural = widest(cells, BREAKS.split), widest(cells, str.splitlines)
    for size in SIZES:
        low = [min(beside + size * width, limit) for beside, width, limit in zip(padding, longest, most, strict=True)]
        if sum(low) <= LINE:
            high = [beside + size * width for beside, width in zip(padding, natural, strict=True)]
            return Fitting(divided(low, high, [1 + sum(map(width_of, texts)) for texts in cells]), size)
    return None


def widest(cells, parts):
    """How wide the widest part of any text in each column is, as `parts` takes a text apart."""
    return [max(width_of(part) for text in texts for part in [*parts(text), ""]) for texts in cells]


def texts_of(table):
    """The texts in each column: its title, its cells and its total."""
    lines = [[plain(column.title) for column in table.columns]]
    lines += [[plain(cell) for cell in row] for row in table.written_rows()]
    lines += [[plain(cell) for cell in table.written_total()]] if table.total else []
    return list(zip(*lines, strict=True))


def after_number(table):
    """Of each column whether it is a text right after a number."""
    return [
        place > 0 and table.columns[place - 1].is_numeric and not column.is_numeric
        for place, column in enumerate(table.columns)
    ]


def divided(low, high, weights):
    """LINE over columns that want at least `low` and need no more than `high`, the rest by how much they hold."""
    widths, rest = list(low), LINE - sum(low)
    while wanting := [place for place, width in enumerate(widths) if width < high[place] - 0.01]:
        if rest < 0.01:
            return widths
        unit = rest / sum(weights[place] for place in wanting)
        for place in wanting:
            added = min(high[place] - widths[place], unit * weights[place])
            widths[place] += added
            rest -= added
    return [width + rest * share / sum(weights) for width, share in zip(widths, weights, strict=True)]


def width_of(text):
    """How wide `text` is on one line, in sizes of the type; never less than it is."""
    return sum(WIDTHS.get(character, ANY_OTHER) for character in text)


def lines_of(text, size, width):
    """How many lines `text` in that `size` of type, not bold, takes in `width` points; hardly ever fewer."""
    lines, room = 1, width
    for word in text.split(" "):
        needed = NOT_BOLD * size * width_of(f"{word} ")
        if needed > room:
            lines, room = lines + max(1, -(-int(needed) // int(width))), width
        room -= needed
    return lines
