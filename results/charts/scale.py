"""The axis of values that every drawing stands on, and the widths it is drawn for."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from partners.ground.drawings.letters import width_of
from partners.ground.templatetags.dutch import measured

WIDE, NARROW = 560, 288  # px: the least that a wide column and a phone give a drawing
# px: between these a drawing keeps its words off all lines; style sheets let it grow no wider.
WIDE_FROM_TO, NARROW_FROM_TO = (WIDE, 800), (NARROW, 448)
# What a step may be, times a power of ten: the largest that is less than the whole leaves two or three of them.
STEPS = (Decimal(5), Decimal(2), Decimal(1), Decimal("0.5"))


class Scale:
    """An axis that holds zero and all `values` (numbers in `unit`), with few steps of 1, 2 or 5 times a power of ten.

    It ends at a step, so that nothing lies beyond the last line. `below` is the share of its length that stays free
    under a negative value, for words.
    """

    def __init__(self, values, unit, *, below=0):
        self.unit = unit
        self.low, self.high = min([0, *values]), max([0, *values])
        if self.low == self.high:
            self.high = 1
        span = Decimal(self.high - self.low)
        power = Decimal(10) ** span.adjusted()
        # Values have two decimals, and so have the words beside the axis.
        step = max(next(power * times for times in STEPS if power * times < span), Decimal("0.01"))
        first = (self.low / step).to_integral_value(ROUND_FLOOR)
        last = (self.high / step).to_integral_value(ROUND_CEILING)
        self.steps = [step * count for count in range(int(first), int(last) + 1)]
        self.low, self.high = self.steps[0], self.steps[-1]
        if self.low < 0:
            self.low -= (self.high - self.low) * Decimal(below)

    def part(self, value):
        """How far `value` is from the lowest to the highest: 0 to 1."""
        return float((value - self.low) / Decimal(self.high - self.low))

    def down(self, value, top, height):
        """The place of `value` in px from above, in a plot of `height` px that starts `top` px down."""
        return round(top + height * (1 - self.part(value)), 1)

    def ticks(self, top, height):
        return [Tick(self.down(step, top, height), measured(step, self.unit)) for step in self.steps]

    def ticks_across(self):
        """Its steps on a lying axis."""
        return [Tick(round(self.part(step) * 100, 1), measured(step, self.unit)) for step in self.steps]

    @property
    def gutter(self):
        """The room for the words beside the axis, in % of the least wide drawing."""
        longest = max(width_of(measured(step, self.unit)) for step in self.steps)
        return round((longest + 12) / WIDE * 100, 1)


@dataclass(frozen=True)
class Tick:
    """A mark on an axis: in px from above on a standing axis, in % across on a lying one."""

    place: float
    text: str
    anchor: str = "middle"
