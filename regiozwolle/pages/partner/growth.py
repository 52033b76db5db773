"""How a municipality grows, drawn as on the page of all inhabitants and told beside the region."""

from dataclasses import dataclass

from results.charts.multiples import SmallLine
from results.charts.region import small_lines
from results.inhabitants import Growth, growths, signed, together


@dataclass(frozen=True)
class DrawnGrowth:
    """The Growth of one municipality, its line on the scale of all, and by how much the whole region grew."""

    growth: Growth
    line: SmallLine
    of_region: str

    @property
    def is_uneven(self):
        """Whether part of the line is dotted, for another source counted."""
        return any(stretch.uncertain for stretch in self.line.stretches)

    @property
    def sources(self):
        return list(dict.fromkeys(count.source for count in self.growth.counts))


def growth_of(partner, municipalities):
    """The DrawnGrowth of `partner` among `municipalities`; None for another, and without two counts. One query."""
    found, _, _ = growths(one for one in municipalities if not (one.is_example or one.has_left))
    for growth, line in zip(found, small_lines(found) if found else [], strict=True):
        if growth.partner == partner:
            return DrawnGrowth(growth, line, signed(together(found).percent))
    return None
