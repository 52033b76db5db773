"""The rows and cells of the board of a dossier: what one body decided, and what must be said of it."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from consultation.deciding.models import Decision, Knowledge, Position, Track, TrackStepKind, read_in_full
from partners.ground.templatetags.dutch import day, unbroken
from partners.ground.templatetags.parts import small, unknown

# What each kind of step is called above its column.
STEP_HEADS = [(kind, capfirst(kind.label)) for kind in TrackStepKind]


@dataclass(frozen=True)
class BoardCell:
    """What one body decided on one part, or on the whole.

    `remarks` are what must be said of it, each a (class in the stylesheet, words); `address` leads to its source. Of a
    condition `number` is the one it has in the dossier.
    """

    position: Position
    decision: Decision | None
    address: str
    remarks: tuple = ()
    number: int | None = None

    @property
    def css(self):
        """Its classes in the stylesheet."""
        return " ".join([self.position.value, *(css for css, _ in self.remarks)])

    @property
    def link(self):
        """Its pattern and word with a link to its source, as a cell of a table in safe HTML."""
        told = (self.css, self.address, self.word, self.heard)
        return format_html('<td><a class="cell {}" href="{}"><span>{}{}</span></a></td>', *told)

    @property
    def word(self):
        """What it is called, with the number of its condition."""
        return f"{self.position.label} {self.number}" if self.number else self.position.label

    @property
    def in_words(self):
        """It with its remarks, where it is only drawn."""
        return ", ".join([self.position.label, *(words for _, words in self.remarks)])

    @property
    def state(self):
        """Its pattern and word, and below it what must be said of it, as safe HTML."""
        beside = small(", ".join(words for _, words in self.remarks))
        return format_html('<span class="cell nowrap {}">{}</span> {}', self.css, self.word, beside)

    @property
    def heard(self):
        """The remarks, for those who do not see how the cell is drawn, as safe HTML; "" without any."""
        words = "".join(f", {words}" for _, words in self.remarks)
        return format_html('<span class="visually-hidden">{}</span>', words) if words else ""


@dataclass(frozen=True)
class BoardRow:
    """One body on the board: its Track, what is known of it, and its turn.

    Its cells are made as they are asked for: of most bodies only the Position is counted. In a list `place` is the
    address at which one reads on about it.
    """

    track: Track
    known: Knowledge
    components: list
    numbers: dict
    turn: str = ""
    place: str = ""

    @cached_property
    def whole(self):
        """Its BoardCell on the whole."""
        return cell_of(self.track, self.known.position, self.known.decided.get(None), self.numbers)

    @cached_property
    def cells(self):
        """Its BoardCell on each component, by its key."""
        decided = self.known.decided
        return {
            one.pk: cell_of(self.track, self.known.on(one.pk), decided.get(one.pk) or decided.get(None), self.numbers)
            for one in self.components
        }

    @property
    def when(self):
        """The day on which it decides or decided, as far as that is known."""
        step = self.track.next_step()
        if self.known.position.is_open and step:
            return step.when
        if self.known.position == Position.DECLINES:
            return day(self.track.declined_on)
        decided = self.known.decided.values()
        return max(decided, key=lambda decision: decision.decided_on).when if decided else ""

    @property
    def steps(self):
        """The day of the newest step of each TrackStepKind, as cells of a table in safe HTML."""
        newest = {step.kind: self.day_of(step) for step in self.track.known_steps}
        newest.setdefault(TrackStepKind.DECIDED, self.decided_on)
        cells = [(words, newest.get(kind) or unknown("–")) for kind, words in STEP_HEADS]
        return format_html_join("\n", '<td data-label="{}">{}</td>', cells)

    @property
    def decided_on(self):
        """The day of what it decided last, with a link to its source, as safe HTML; "" when it did not decide yet."""
        if not self.known.position.is_decided or not self.when:
            return ""
        return format_html('<a href="#orgaan-{}">{}</a>', self.track.body_id, unbroken(self.when))

    def day_of(self, step):
        """The day of a step, with a link to its source and whether it is still to come, as safe HTML."""
        words = unbroken(step.when)
        return format_html('<span><a href="#orgaan-{}">{}</a> {}</span>', self.track.body_id, words, small(step.state))

    def cells_of(self, components):
        """What it decided on each of some components, as cells of a table in safe HTML."""
        return format_html_join("\n", "{}", [(self.cells[one.pk].link,) for one in components])

    def line(self, when, what, state=""):
        """One line of a list: the day, the body with a link to its source, and what, as safe HTML."""
        told = (unbroken(when), self.place, capfirst(str(self.track.body)), what, small(state))
        return format_html('<strong>{}</strong> <a href="{}">{}</a>: {} {}', *told)


@dataclass(frozen=True)
class BoardTable:
    """Columns side by side, with (heading, (BoardRow, its cells)) of each group; `letters` are their key."""

    caption: str
    css: str
    heads: list[str]
    groups: list
    letters: tuple | list = ()

    @property
    def width(self):
        """How many columns there are, with that of the bodies."""
        return len(self.heads) + 1


# What a remark in the key is called, and what it means.
REMARKS = {
    "is-earlier": ("Eerdere stand", "besloot op een eerdere versie; nu is de tekst anders"),
    "is-former": ("Vorige raad", "besloot vóór de verkiezingen; de nieuwe leden besloten nog niet"),
    "is-unsure": ("Niet bevestigd", "de griffier zei nog niet dat het klopt"),
}


def province_of(track):
    """The province that a body lies in, or is of; None for others."""
    partner = track.body.partner
    return partner.province or (partner if track.body.kind in ("staten", "gedeputeerden") else None)


def row_of(track, components, *, numbers, turn=""):
    """The BoardRow of one body; `numbers` are those of all conditions that hold, by the key of their decision."""
    return BoardRow(track, track.known(), components, numbers, turn)


def in_full(rows):
    """The same rows with all that is known of their bodies, however they were read."""
    read_in_full([row.track for row in rows])
    return [replace(row, known=row.track.known()) for row in rows]


def cell_of(track, position, decision, numbers):
    """The BoardCell of one Position, with what must be said of the decision it follows from."""
    remarks = []
    if decision:
        if track.is_earlier(decision):
            remarks.append(("is-earlier", f"op versie {decision.version.number}"))
        if track.is_of_earlier_members(decision):
            remarks.append(("is-former", "vorige raad"))
        if not decision.is_confirmed:
            remarks.append(("is-unsure", "niet bevestigd"))
    number = numbers.get(decision.pk) if decision else None
    address = f"#besluit-{decision.pk}" if decision else f"#orgaan-{track.body_id}"
    return BoardCell(position, decision, f"#voorwaarde-{number}" if number else address, tuple(remarks), number)
