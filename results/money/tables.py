"""The tables of the page with contributions: tariffs, sums by part and partner, and leverage."""

from dataclasses import dataclass
from functools import partial

from partners.ground.templatetags.dutch import counted, listed, years
from results.models import Tariff
from results.money.amounts import Amount

NOTHING_DUE = "–"


@dataclass(frozen=True)
class SumCell:
    """An Amount in a table, under the column `label`; `absent` is what to say when nobody has to pay."""

    label: str
    sum: Amount
    is_total: bool = False
    absent: str = ""

    @property
    def text(self):
        """The sum to the cent, or that nothing has to be paid; empty when it is not known."""
        return self.sum.to_the_cent if self.sum.count else self.absent

    @property
    def noted(self):
        """As `text`, with how much of the sum is known."""
        return self.sum.noted if self.sum.count else self.absent


@dataclass(frozen=True)
class SumRow:
    """The sums of one part or partner; `url` is empty when there is no page to go to."""

    name: str
    url: str
    cells: list[SumCell]

    @property
    def is_told(self):
        """Whether something is known of any of its years, if only that nothing has to be paid."""
        return any(cell.text not in ("", NOTHING_DUE) for cell in self.cells)


@dataclass(frozen=True)
class SumTable:
    """Sums by year: `caption` is heard, `head` stands above the names."""

    caption: str
    head: str
    years: range
    rows: list[SumRow]

    @property
    def told(self):
        """The rows of which something is known; the others are told in sentences."""
        return [row for row in self.rows if row.is_told]

    @property
    def untold(self):
        """Of whom nothing is known, in a sentence; empty when something is known of all."""
        names = [row.name for row in self.rows if not row.is_told]
        return f"Van {listed(names)} is nog geen bedrag bekend." if names else ""


def sums_by_element(contributions):
    """The SumTable of Contributions by part of the agenda, with a last row for all together."""
    rows = [SumRow(element.name, "", cells(by_year, total)) for element, by_year, total in contributions.by_element]
    together = [SumCell(str(year), sum, is_total=True) for year, sum in contributions.by_year]
    together.append(SumCell("Samen", contributions.total, is_total=True))
    return SumTable(
        caption="Som van de bijdragen per onderdeel en jaar",
        head="Onderdeel",
        years=contributions.years,
        rows=[*rows, SumRow("Samen", "", together)],
    )


def sums_by_partner(contributions):
    """The SumTable of Contributions by partner."""
    return SumTable(
        caption="Som van de bijdragen per partner en jaar",
        head="Partner",
        years=contributions.years,
        rows=[
            SumRow(
                partner.name,
                partner.get_absolute_url(),
                cells(by_year, total, why=partial(contributions.standing, partner)),
            )
            for partner, by_year, total in contributions.by_partner
        ],
    )


def lacking(rows):
    """Of which Contributions of `rows` the amount is not known, in a sentence for each reason."""
    lacks = {}
    for row in rows:
        if row.missing:
            lacks.setdefault(row.missing, []).append(row.partner.name)
    return [f"{whose(names)} nog niet te berekenen: {reason}." for reason, names in lacks.items()]


def whose(names):
    """'De 2 bijdragen van Dalfsen zijn', with a name in `names` for each contribution."""
    partners = listed(dict.fromkeys(names))
    if len(names) == 1:
        return f"De bijdrage van {partners} is"
    return f"De {counted(len(names), 'bijdrage,bijdragen')} van {partners} zijn"


def cells(by_year, total, *, why=lambda year, total: ""):
    """A SumCell for each (year, Amount) of `by_year`, and one for the Amount `total`.

    `why` says of a year and its Amount why nobody has to pay in it.
    """
    by_year = [SumCell(str(year), sum, absent="" if sum.count else why(year, sum)) for year, sum in by_year]
    return [*by_year, SumCell("Samen", total, is_total=True, absent="" if total.count else NOTHING_DUE)]


@dataclass(frozen=True)
class TariffCell:
    """The Tariffs of one part in a year; where none is known of any year, one cell spans all years."""

    label: str
    tariffs: list[Tariff]
    span: int = 1

    @property
    def css(self):
        return "number" if self.span == 1 else ""


def tariff_rows(contributions, tariffs):
    """(element, its TariffCells) for every part that one may pay for."""
    by_part = {(element, year): [] for element in contributions.elements for year in contributions.years}
    for tariff in tariffs:
        by_part.get((tariff.element, tariff.year), []).append(tariff)
    rows = []
    for element in contributions.elements:
        by_year = [TariffCell(str(year), by_part[element, year]) for year in contributions.years]
        is_known = any(cell.tariffs for cell in by_year)
        rows.append((element, by_year if is_known else [unknown_cell(contributions.years)]))
    return rows


def unknown_cell(span):
    """A TariffCell for all years of the range `span`, of which nothing is known."""
    return TariffCell(years(span[0], span[-1]), [], len(span))


@dataclass(frozen=True)
class LeverageRow:
    """A Leverage in a table, with its amounts in words; they are empty when not known."""

    name: str
    url: str
    ours: str
    others: str
    sentence: str
    sentence_if_known: str


def yearly_rows(leverages, *, address):
    """Leverages of years as LeverageRows, to the cent; each leads to the contributions of its year at `address`."""
    return [
        LeverageRow(
            name=one.name,
            url=f"{address}?jaar={one.name}#regels",
            ours=one.ours.to_the_cent,
            others=f"{one.others.hedge} {one.others.to_the_cent}".strip(),
            sentence=one.sentence,
            sentence_if_known=one.sentence_if_known,
        )
        for one in leverages
    ]


def programme_rows(leverages):
    """Leverages of programmes as LeverageRows; each leads to the money of its programme."""
    return [
        LeverageRow(
            name=one.name,
            url=f"{one.url}#geld",
            ours=one.ours.text,
            others=one.others.text,
            sentence=one.sentence,
            sentence_if_known=one.sentence_if_known,
        )
        for one in leverages
    ]
