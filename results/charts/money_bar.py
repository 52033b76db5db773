"""The money of a programme as a bar: solid is known who pays, hatched how much but not who, dashed nobody knows."""

from dataclasses import dataclass

from partners.ground.drawings.letters import width_of
from partners.ground.drawings.shapes import Box, ChartLine, PlacedWords
from results.charts.scale import NARROW, Scale
from results.models import Programme
from results.money.amounts import NOTHING
from results.money.funding import IN_REGION, Breakdown

TOP, HEIGHT = 2, 34  # px
WORD_GAP = 20  # px: between two words of the scale
STUB = 8  # % across: how far a bar goes on of which nobody knows the end
KEY = [("solid", "Bekend wie betaalt"), ("hatched", "Bekend hoeveel, niet wie"), ("dashed", "Nog niet bekend")]
# What the marks are called where no key can be drawn.
MARKS = {"solid": "Vol", "hatched": "Gestreept", "dashed": "Leeg"}


@dataclass(frozen=True)
class Parts:
    """The euros of a Breakdown by what is known of them; `is_open` when nobody says what all of it is."""

    solid: int
    hatched: int
    dashed: int
    is_open: bool

    @classmethod
    def of(cls, money: Breakdown):
        explained, total = money.explained, money.total.committed
        partners = sum((share.committed.euros for share in money.shares if share.funder in IN_REGION), NOTHING)
        region = max(money.region.committed.euros - partners, NOTHING) if money.region else NOTHING
        if not explained.euros + region:
            return cls(NOTHING, total.euros, NOTHING, is_open=not total.is_told)
        rest = max(total.euros - explained.euros - region, NOTHING) if total.is_told else NOTHING
        return cls(explained.euros, region, rest, is_open=not total.is_told and not money.is_whole)

    @property
    def euros(self):
        return self.solid + self.hatched + self.dashed


@dataclass(frozen=True)
class ProgrammeBar:
    """The money of a Programme drawn on a `scale` that several share; `has_axis` for the last of them."""

    programme: Programme
    money: Breakdown
    scale: Scale
    has_axis: bool = True

    lines_below = 30
    bases = ()
    circles = ()

    @property
    def slug(self):
        return f"geld-{self.programme.slug}"

    @property
    def message(self):
        return f"Geld voor {self.programme.name}"

    @property
    def description(self):
        """What is known of it, in sentences."""
        return f"{self.money.sentence} {self.money.region_sentence}".strip()

    @property
    def legend(self):
        """What the marks stand for, in sentences."""
        return " ".join(f"{MARKS[css]}: {words.lower()}." for css, words in KEY)

    @property
    def drawings(self):
        """One that serves every width, for its words are few."""
        return [("narrow", "full", self)]

    @property
    def height(self):
        return TOP + HEIGHT + (self.lines_below if self.has_axis else TOP)

    @property
    def parts(self):
        return Parts.of(self.money)

    @property
    def boxes(self):
        """A box for each part of which there is any, from left to right."""
        at, found = 0.0, []
        for css in ("solid", "hatched", "dashed"):
            width = self.scale.part(getattr(self.parts, css)) * 100
            if width:
                found.append(Box(round(at, 2), TOP, round(width, 2), HEIGHT, css))
            at += width
        return found

    @property
    def lines(self):
        """Where nobody knows the end, the bar stays open there: only its upper and lower side go on."""
        if not self.parts.is_open:
            return []
        start = round(self.scale.part(self.parts.euros) * 100, 2)
        ends = [ChartLine(start, y, start + STUB, y, "dashed") for y in (TOP, TOP + HEIGHT)]
        return [*ends, ChartLine(start, TOP, start, TOP + HEIGHT, "dashed")]

    @property
    def texts(self):
        """The words of the scale: those of its ends, and the others where the narrowest drawing has room for all."""
        ticks = self.scale.ticks_across() if self.has_axis else []
        *others, last = ticks or [None]
        if any(width_of(one.text) / 2 + WORD_GAP + width_of(last.text) > NARROW / 2 for one in others[1:]):
            ticks = [ticks[0], last]
        anchors = {0: "start", 100: "end"}
        y = TOP + HEIGHT + 24
        return [PlacedWords(one.text, one.place, y, anchors.get(one.place, "middle"), css="axis") for one in ticks]


def money_bars(programmes):
    """A ProgrammeBar of each (Programme, Breakdown) with an amount; the last has the words of their one scale."""
    known = [(programme, money) for programme, money in programmes if money.is_known and not money.disagreements]
    most = max((Parts.of(money).euros for _, money in known), default=NOTHING)
    scale = Scale([most + most * STUB / 100], "euro")
    return [
        ProgrammeBar(programme, money, scale, has_axis=place == len(known))
        for place, (programme, money) in enumerate(known, start=1)
    ]
