"""A square for each project of a programme: solid is known by name, hatched not confirmed, dashed not yet known."""

from dataclasses import dataclass

from partners.ground.drawings.shapes import Box
from results.models import Programme

ROW, SIDE, GAP = 9, 22, 6  # squares in a row, and px
WIDTH = ROW * SIDE + (ROW - 1) * GAP
MOST = 10 * ROW


@dataclass(frozen=True)
class Squares:
    """The projects of a `programme`, read with_project_counts, as squares in rows of nine."""

    programme: Programme

    lines = ()
    bases = ()
    circles = ()
    texts = ()

    @property
    def slug(self):
        return f"projecten-{self.programme.slug}"

    legend = "Vol: met naam bekend. Gestreept: niet bevestigd. Leeg: nog niet bekend."

    @property
    def message(self):
        return self.programme.all_projects

    @property
    def description(self):
        return self.programme.known_projects

    @property
    def drawings(self):
        return [("narrow", "squares", self)]

    @property
    def states(self):
        """The class of each square, those that are known best first."""
        programme = self.programme
        return ["solid"] * programme.confirmed + ["hatched"] * programme.presumed + ["dashed"] * programme.unnamed

    @property
    def height(self):
        rows = -(-len(self.states) // ROW)
        return rows * (SIDE + GAP) - GAP + 4

    @property
    def boxes(self):
        step = (SIDE + GAP) / WIDTH * 100
        wide = (SIDE - 2) / WIDTH * 100
        return [
            Box(round(place % ROW * step + 0.4, 2), 2 + place // ROW * (SIDE + GAP), round(wide, 2), SIDE - 2, css)
            for place, css in enumerate(self.states)
        ]


def squares_of(programmes):
    """The Squares of each of `programmes` of which a source counts the projects, or some are known by name."""
    return [Squares(one) for one in programmes if one.is_heard_of and one.named + one.unnamed <= MOST]
