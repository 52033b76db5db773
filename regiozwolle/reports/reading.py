"""A frozen report as a reader sees it: its sections with rows and cells, without the columns for programs."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from partners.ground.templatetags.dutch import breakable, exact_euro, number, unbroken
from partners.ground.templatetags.parts import or_unknown
from regiozwolle.reports.content import FrozenSection, ReportColumn, ReportContent

# The section with the life of each goal.
LIVES = "leven"
# A column that says how something is known: no change of its own, and not said of a new row.
BESIDE = ("Bron", "Bron en opmerking")


@dataclass(frozen=True)
class ReportCell:
    """One value of a frozen report; `text` is "" when nothing was known or said."""

    title: str
    kind: str
    value: object

    @property
    def is_unknown(self):
        return self.value is None

    @property
    def is_number(self):
        return self.kind in ("number", "euro")

    @property
    def css_class(self):
        return "number" if self.is_number else ""

    @property
    def html(self):
        """The text as a cell of the page shows it; that a value is not known is said."""
        return unknown() if self.is_unknown else breakable(unbroken(self.text))

    @property
    def text(self):
        if self.value in (None, ""):
            return ""
        if self.kind == "euro":
            return exact_euro(self.value)
        return number(self.value) if self.kind == "number" else str(self.value)


@dataclass(frozen=True)
class ReportRow:
    """A row of a frozen report; `cells` are those that are read, without the first, which is its name."""

    key: str
    name: str
    address: str
    cells: list[ReportCell]
    measurement: int | None

    @property
    def in_one_line(self):
        """The row with what is known of it."""
        known = [cell for cell in self.cells if cell.text and cell.title not in BESIDE]
        words = [f"{cell.title.lower()} {cell.text}" if cell.is_number else cell.text for cell in known]
        return f"{self.name}: {', '.join(words)}" if words else self.name


@dataclass(frozen=True)
class ReportSection:
    """A part of a frozen report; `heads` are the cells of the first row of its table, the name's among them."""

    key: str
    title: str
    heads: list[ReportCell]
    rows: list[ReportRow]

    @property
    def follows_the_day(self):
        """Whether it says how things stood on the day of the report; not what was read when that was frozen."""
        return self.key != LIVES


@cache
def unknown():
    """What stands in a cell without a value; drawn once, for a report has hundreds."""
    return or_unknown(None)


def sections(content: ReportContent) -> list[ReportSection]:
    """The `content` of a report, to be read."""
    return [read_section(section) for section in content["sections"]]


def read_section(section: FrozenSection) -> ReportSection:
    columns = section["columns"]
    read = [place for place, column in enumerate(columns) if column["is_read"] and place]
    rows = [
        ReportRow(
            key=row["key"],
            name=row["name"],
            address=row["address"],
            cells=[read_cell(columns[place], row["cells"][place]) for place in read],
            measurement=row.get("measurement"),
        )
        for row in section["rows"]
    ]
    heads = [ReportCell(columns[place]["title"], columns[place]["kind"], "") for place in [0, *read]]
    return ReportSection(section["key"], section["title"], heads, rows)


def read_cell(column: ReportColumn, value) -> ReportCell:
    """The cell of a frozen `value`, as a number again where it was one."""
    return ReportCell(column["title"], column["kind"], as_number(value, column["kind"]))


def as_number(value, kind):
    """A frozen `value` as a Decimal where its column is of a `kind` with numbers, else as it is."""
    return Decimal(str(value)) if kind in ("number", "euro") and value is not None else value
