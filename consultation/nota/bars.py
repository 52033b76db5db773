"""What was done with the points of each kind of sender, drawn as bars on one scale."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from consultation.models import SenderKind, Verdict
from consultation.nota.points import NOT_YET
from partners.ground.templatetags.dutch import listed, number

# The pattern of each verdict, as a class of the cells and bars: solid is taken over, dashed has no answer yet.
PATTERNS = {
    Verdict.ADOPTED: "agreed",
    Verdict.PARTLY: "conditional",
    Verdict.REJECTED: "rejected",
    Verdict.NOTED: "later",
    Verdict.FORWARDED: "pending",
    Verdict.ANSWERED: "withdrawn",
    None: "unconfirmed",
}


@dataclass(frozen=True)
class VerdictBar:
    """The points of one kind of sender: how many got each verdict, None for no answer yet, on a scale up to `most`."""

    sender_kind: SenderKind
    counts: dict
    most: int

    @property
    def count(self):
        return sum(self.counts.values())

    @property
    def told(self):
        """How many points there are, in whose name: '3 punten namens de raad of Staten'."""
        return self.sender_kind.points(self.count)

    @property
    def described(self):
        """What the bar says, for who listens."""
        parts = [f"{number(count)} {name(one)}" for one, count in self.counts.items()]
        return f"{capfirst(self.told)}: {listed(parts)}."

    @property
    def drawn(self):
        """The parts of the bar side by side, as the content of an SVG."""
        parts, before = [], 0
        for verdict, count in self.counts.items():
            x, width = (f"{100 * value / self.most:.2f}%" for value in (before, count))
            parts.append((PATTERNS[verdict], x, width))
            before += count
        return format_html_join("", '<rect class="{}" x="{}" y="4" width="{}" height="24"/>', parts)

    @property
    def key(self):
        """Each part with its pattern, its word and how many it is, as HTML for a list."""
        return [
            format_html('<span class="cell {}">{}: {}</span>', PATTERNS[one], capfirst(name(one)), number(count))
            for one, count in self.counts.items()
        ]


def name(verdict):
    return verdict.label if verdict else NOT_YET


def bars_of(totals):
    """A VerdictBar for each kind of sender in `totals`, all on the scale of the longest."""
    asked = [*totals.verdicts, *([None] if totals.has_open else [])]
    most = max((count for _, _, count in totals.rows), default=0)
    return [
        VerdictBar(sender_kind, {one: cell for one, cell in zip(asked, cells, strict=True) if cell}, most)
        for sender_kind, cells, _ in totals.rows
    ]
