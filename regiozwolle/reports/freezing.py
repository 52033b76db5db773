"""Progress reports: freezing what is known on a day, and reading what was frozen.

The report itself is the results' own; its decisions come from the consultation.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from partners.ground.templatetags.dutch import day, exact_euro, number
from regiozwolle.reports.gathering import gather
from results.models import Correction, Report

# A column that says how something is known: no change of its own, and not told of a new row.
BESIDE = ("Bron", "Bron en opmerking")


@transaction.atomic
def freeze(*, report, at=None):
    """Gathers the content of `report` and keeps it for ever; nobody sees it until it is published.

    Raises ValidationError when it was frozen already, or when its period is not over.
    """
    at = at or timezone.now()
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.is_frozen:
        raise ValidationError("Deze rapportage is al vastgelegd.")
    if report.ends_on > timezone.localdate(at):
        raise ValidationError(f"De periode loopt nog tot en met {day(report.ends_on)}. Daarna kunt u haar vastleggen.")
    report.content = gather(report.ends_on)
    report.previous = Report.objects.before(report).published(at).first()
    report.frozen_at = at
    report.save()
    return report


@dataclass(frozen=True)
class Cell:
    """One value of a frozen report, as a reader sees it; `text` is "" when nothing was known or said."""

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
    def text(self):
        if self.value in (None, ""):
            return ""
        if self.kind == "euro":
            return exact_euro(self.value)
        return number(self.value) if self.kind == "number" else str(self.value)


@dataclass(frozen=True)
class Row:
    """A row of a frozen report; `cells` are those that are read, without the first, which is its name."""

    key: str
    name: str
    address: str
    cells: list[Cell]
    measurement: int | None

    @property
    def told(self):
        """The row in one line, with what is known of it."""
        known = [cell for cell in self.cells if cell.text and cell.title not in BESIDE]
        said = [f"{cell.title.lower()} {cell.text}" if cell.is_number else cell.text for cell in known]
        return f"{self.name}: {', '.join(said)}" if said else self.name


@dataclass(frozen=True)
class Section:
    """A part of a frozen report, as a reader sees it."""

    key: str
    title: str
    heads: list
    rows: list[Row]


def sections(content):
    """The `content` of a report as Sections."""
    return [read_section(section) for section in content["sections"]]


def read_section(section):
    columns = section["columns"]
    read = [place for place, one in enumerate(columns) if one["is_read"] and place]
    rows = [
        Row(
            key=one["key"],
            name=one["name"],
            address=one["address"],
            cells=[read_cell(columns[place], one["cells"][place]) for place in read],
            measurement=one.get("measurement"),
        )
        for one in section["rows"]
    ]
    heads = [Cell(columns[place]["title"], columns[place]["kind"], "") for place in [0, *read]]
    return Section(section["key"], section["title"], heads, rows)


def read_cell(column, value):
    """The Cell of a frozen `value`, as a number again where it was one."""
    if column["kind"] in ("number", "euro") and value is not None:
        value = Decimal(str(value))
    return Cell(column["title"], column["kind"], value)


def corrections(report):
    """The corrections, made after freezing, of the values that `report` holds; the newest first. One query."""
    if not report.is_frozen:
        return []
    held = {one.measurement for section in sections(report.content) for one in section.rows if one.measurement}
    return list(
        Correction.objects.newest_first().filter(measurement__in=held, pk__gt=report.content["last_correction"])
    )
