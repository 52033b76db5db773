"""The threshold strip: a place for each body that the rule counts, and a line after as many as it asks for."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.utils.html import format_html_join

from consultation.deciding.models import Position, Rule
from consultation.deciding.rows import in_full
from partners.ground.templatetags.dutch import listed

# Those who agreed first, as only they count for the rule, and those who did not last.
ORDER = (
    Position.AGREED,
    Position.CONDITION,
    Position.PARTLY_KNOWN,
    Position.UNKNOWN,
    Position.HELD,
    Position.WITHDRAWN,
    Position.LATER,
    Position.DECLINES,
    Position.ABSTAINS,
    Position.AGAINST,
)
# So many have their name and their word beside the square.
MOST_NAMED = 9
# Of more than fit in eight rows of thirteen no eye sees how many there are: they are drawn as one bar of counts.
MOST = 8 * 13


class Place(NamedTuple):
    """The square of one body: its classes, what the body is called, and how it stands."""

    css: str
    name: str
    words: str


class StripPart(NamedTuple):
    """How many bodies of the bar are in a Position."""

    position: Position
    count: int


@dataclass(frozen=True)
class Strip:
    """What is drawn of the bodies that the rule counts; `needed` is after how many the line stands, or None.

    `places` are those of the squares; a bar has none.
    """

    places: list[Place]
    parts: list[StripPart]
    agreed: int
    needed: int | None

    @property
    def total(self):
        """How many bodies it is of."""
        return sum(count for _, count in self.parts)

    @property
    def threshold(self):
        """How many the rule asks for; "" without a rule that counts."""
        return "" if self.needed is None else f"{self.needed} nodig"

    @property
    def described(self):
        """The drawing in words."""
        told = f"{listed([f'{count} {position.label.lower()}' for position, count in self.parts])}."
        return told if self.needed is None else f"{told} Er zijn er {self.needed} nodig."

    @property
    def template(self):
        """What draws it: squares with names, squares alone, or a bar."""
        if not self.places:
            return "deciding/parts/strip_bar.html"
        return "deciding/parts/strip_named.html" if self.total <= MOST_NAMED else "deciding/parts/strip_squares.html"

    @property
    def last(self):
        """Which place is the last the rule asks for, counted from 1; None without such a rule."""
        return self.needed and min(self.needed, self.total)

    @property
    def drawn(self):
        """The squares as safe HTML; the one that is the last the rule asks for has the line after it."""
        return format_html_join(
            "",
            '<span class="place{}"><span class="cell {}"></span></span>',
            ((" last" if place == self.last else "", css) for place, (css, *_) in enumerate(self.places, 1)),
        )

    @property
    def named(self):
        """The squares with name and word, as items of a list in safe HTML."""
        return format_html_join(
            "\n",
            '<li class="place{}"><span class="cell {}"></span><strong>{}</strong> <span class="source">{}</span></li>',
            ((" last" if place == self.last else "", *told) for place, told in enumerate(self.places, 1)),
        )

    @property
    def bar(self):
        """(Class, place, width) of each part of the bar, in percents."""
        start = 0
        for position, count in self.parts:
            yield position.value, self.percent(start), self.percent(count)
            start += count

    def percent(self, count):
        return round(100 * count / self.total, 2)

    @property
    def line(self):
        """Where the line of the rule stands on the bar, in percents; None without such a rule."""
        return self.last and self.percent(self.last)


def strip_of(dossier, rows):
    """The Strip of `dossier`, with the BoardRow of each of its bodies as `rows`; None when there is nothing to draw."""
    ruled = ruled_rows(dossier, rows)
    bar = bar_of(dossier, [row.known.position for row in ruled])
    if not bar or bar.total > MOST:
        return bar
    squares = in_full(ruled)
    squares.sort(key=lambda row: (ORDER.index(row.whole.position), len(row.whole.remarks)))
    return replace(bar, places=[Place(row.whole.css, row.track.name, row.whole.in_words) for row in squares])


def bar_of(dossier, positions):
    """The Strip of `dossier` as a bar: how many of the bodies that the rule counts are in each of their `positions`.

    No body need be read for it. None when there is nothing to draw.
    """
    found = Counter(positions)
    parts = [StripPart(position, found[position]) for position in ORDER if found[position]]
    by_rule = dossier.carried
    return Strip(places=[], parts=parts, agreed=by_rule.agreed, needed=by_rule.needed) if parts else None


def ruled_rows(dossier, rows):
    """The rows of the bodies that the rule counts."""
    if dossier.rule == Rule.KIND:
        return [row for row in rows if row.track.body.kind == dossier.rule_kind]
    counted = {track.pk for track in dossier.counted_tracks}
    return [row for row in rows if row.track.pk in counted]
