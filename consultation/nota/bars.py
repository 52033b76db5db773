"""What was done with the points of each kind of sender, drawn as bars on one scale."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from consultation.models import SenderKind, Verdict
from consultation.nota.points import NOT_YET
from partners.ground.drawings.alone import WIDTH
from partners.ground.drawings.letters import width_of
from partners.ground.drawings.shapes import Box, PlacedWords, Shapes, across
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
# Of a bar in a file, in px: its words, itself, a row of its key, and what is free below it.
WORDS, HEIGHT, KEY_ROW, BELOW = 30, 24, 28, 20
SWATCH, BESIDE, APART = 16, 8, 24


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
    def parts(self):
        """(Class, where it begins, how wide it is) of each part, the last two in %."""
        parts, before = [], 0
        for verdict, count in self.counts.items():
            parts.append((PATTERNS[verdict], 100 * before / self.most, 100 * count / self.most))
            before += count
        return parts

    @property
    def drawn(self):
        """The parts of the bar side by side, as the content of an SVG."""
        parts = [(css, f"{x:.2f}%", f"{width:.2f}%") for css, x, width in self.parts]
        return format_html_join("", '<rect class="{}" x="{}" y="4" width="{}" height="24"/>', parts)

    @property
    def named(self):
        """(Class, its word and how many it is) of each part."""
        return [(PATTERNS[one], f"{capfirst(name(one))}: {number(count)}") for one, count in self.counts.items()]

    @property
    def key(self):
        """Each part with its pattern, its word and how many it is, as HTML for a list."""
        return [format_html('<span class="cell {}">{}</span>', *part) for part in self.named]


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


def bars_alone(bars):
    """VerdictBars below each other, each with its words above it and its key below it, for a file."""
    boxes, texts, top = [], [], 0
    for bar in bars:
        texts.append(PlacedWords(bar.told, 0, top + 18, "start"))
        top += WORDS
        boxes += [Box(round(x, 2), top, round(width, 2), HEIGHT, f"part {css}") for css, x, width in bar.parts]
        top += HEIGHT + KEY_ROW
        at = 0
        for css, words in bar.named:
            taken = SWATCH + BESIDE + width_of(words)
            if at and at + taken > WIDTH:
                at, top = 0, top + KEY_ROW
            boxes.append(Box(across(at, WIDTH), top - SWATCH, across(SWATCH, WIDTH), SWATCH, f"part {css}"))
            texts.append(PlacedWords(words, across(at + SWATCH + BESIDE, WIDTH), top - 2, "start", css="name"))
            at += taken + APART
        top += BELOW
    return Shapes(height=top, boxes=boxes, texts=texts)
