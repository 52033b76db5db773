"""What changed between two versions of the agenda, part by part."""

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from agenda.models import Element, Wording
from partners.ground.comparing import alike, html, same_words


class State(StrEnum):
    """What became of an element between two versions; the value is the Dutch word for it."""

    SAME = "ongewijzigd"
    EDITED = "gewijzigd"
    NEW = "nieuw"
    ENDED = "vervallen"
    MOVED = "verplaatst"


@dataclass(frozen=True)
class ComparisonRow:
    """One element in two versions: `before` or `after` is None where it has no words."""

    before: Wording | None
    after: Wording | None
    is_moved: bool = False

    @property
    def wording(self):
        """The newest of the two."""
        return self.after or self.before

    @property
    def element(self) -> Element:
        return self.wording.element

    @property
    def state(self):
        if self.before is None or self.after is None:
            return State.NEW if self.before is None else State.ENDED
        if not (alike(self.before.text, self.after.text) and alike(self.before.markup, self.after.markup)):
            return State.EDITED
        return State.MOVED if self.is_moved else State.SAME

    @property
    def change(self):
        """What became of it, with what sort of change it is marked as: 'gewijzigd, inhoudelijk'."""
        marked_as = self.after.get_change_display() if self.after else ""
        return f"{self.state}, {marked_as}" if marked_as else str(self.state)

    @property
    def remark(self):
        """What more is to be said after its state, up to the full stop and the reason: ', inhoudelijk. Op verzoek.'"""
        layout = ", alleen de opmaak" if self.is_layout_only else ""
        marked_as = self.after.get_change_display() if self.state == State.EDITED else ""
        note = f" {self.after.change_note}" if self.after and self.after.change_note else ""
        return f"{layout}{marked_as and f', {marked_as}'}{self.move}.{note}"

    @property
    def move(self):
        """That it moved, when its state does not say so, and what it was called before that; "" when it stayed."""
        if not self.is_moved:
            return ""
        also = "" if self.state == State.MOVED else " en verplaatst"
        renamed = f": was {self.before.label.lower()}" if self.before.label != self.after.label else ""
        return f"{also}{renamed}"

    @property
    def is_layout_only(self):
        """Whether the words are the same, and only their markup or their paragraphs are not."""
        return self.state == State.EDITED and same_words(self.before.text, self.after.text)

    @property
    def html(self):
        """Its words with what changed in them; as they are when nothing did."""
        if self.before and self.after and alike(self.before.text, self.after.text):
            return self.after.html
        return html(self.before.text if self.before else "", self.after.text if self.after else "")


@dataclass(frozen=True)
class Comparison:
    """Two versions side by side, in the reading order of the newest."""

    rows: list[ComparisonRow]

    @property
    def counts(self):
        """(State, how many) for every State. An element whose words changed at a new place counts twice."""
        counts = Counter(row.state for row in self.rows)
        counts[State.MOVED] = sum(row.is_moved for row in self.rows)
        return [(state, counts[state]) for state in State]


def compare(before, after):
    """The Comparison of two lists of wordings in reading order, each with its element."""
    old = {wording.element_id: wording for wording in before}
    new = {wording.element_id: wording for wording in after}
    stayed = in_same_order(list(old), list(new))
    rows = [
        ComparisonRow(old.get(key), wording, is_moved=key in old and has_moved(old[key], wording, stayed))
        for key, wording in new.items()
    ]
    insert_ended(rows, before, new)
    return Comparison(rows)


def in_same_order(old, new):
    """Of two lists of keys those that are in both, less the few that stand in another order: a set."""
    old_set, new_set = set(old), set(new)
    old, new = [key for key in old if key in new_set], [key for key in new if key in old_set]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {key for block in blocks for key in old[block.a : block.a + block.size]}


def has_moved(before, after, stayed):
    """Whether one element has another place among the others, or stands under another line."""
    return after.element_id not in stayed or before.parent_id != after.parent_id


def insert_ended(rows, before, new):
    """Adds to `rows` what is not in `new`, where it stood: after the element that came before it."""
    previous = None
    for wording in before:
        if wording.element_id not in new:
            places = [place for place, row in enumerate(rows) if row.element.pk == previous]
            rows.insert(places[0] + 1 if places else 0, ComparisonRow(wording, None))
        previous = wording.element_id
