"""The threshold strip: one square for each body that the rule counts, and a line after as many as it asks for."""

from dataclasses import dataclass

from django.utils.html import format_html_join

from consultation.deciding.models import Position, Rule
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
PER_ROW = 13
# Of more than fit in so many rows no eye sees how many there are; then the words say it alone.
MOST = 8 * PER_ROW


@dataclass(frozen=True)
class Strip:
    """The squares, each (its classes, what it is of); `needed` is after how many the line stands, or None."""

    squares: list
    agreed: int
    needed: int | None
    counts: str

    @property
    def threshold(self):
        """How many the rule asks for; "" without a rule that counts."""
        return "" if self.needed is None else f"{self.needed} nodig"

    @property
    def described(self):
        """The drawing in words."""
        return self.counts if self.needed is None else f"{self.counts} Er zijn er {self.needed} nodig."

    @property
    def drawn(self):
        """The squares as safe HTML; the one that is the last the rule asks for has the line after it."""
        last = self.needed and min(self.needed, len(self.squares))
        return format_html_join(
            "",
            '<span class="place{}" title="{}"><span class="cell {}"></span></span>',
            ((" last" if place == last else "", words, css) for place, (css, words) in enumerate(self.squares, 1)),
        )


def strip_of(dossier, rows):
    """The Strip of `dossier`, with the BoardRow of each of its bodies as `rows`; None when there is nothing to draw."""
    ruled = ruled_rows(dossier, rows)
    if not ruled or len(ruled) > MOST:
        return None
    ruled.sort(key=lambda row: (ORDER.index(row.whole.position), len(row.whole.remarks)))
    by_rule = dossier.carried
    words = [f"{count} {position.label.lower()}" for position, count in counts(ruled)]
    return Strip(
        squares=[(row.whole.css, f"{row.track.body}: {row.whole.in_words}") for row in ruled],
        agreed=by_rule.agreed,
        needed=by_rule.needed,
        counts=f"{listed(words)}.",
    )


def ruled_rows(dossier, rows):
    """The rows of the bodies that the rule counts."""
    if dossier.rule == Rule.KIND:
        return [row for row in rows if row.track.body.kind == dossier.rule_kind]
    counted = {track.pk for track in dossier.counted_tracks}
    return [row for row in rows if row.track.pk in counted]


def counts(rows):
    """(Position, how many of the rows are in it) in the order of the strip, without zeros."""
    found = [row.whole.position for row in rows]
    return [(position, found.count(position)) for position in ORDER if position in found]
