"""What changed between two progress reports, per section and in sentences."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import zip_longest

from partners.ground.templatetags.dutch import listed
from regiozwolle.reports.content import ReportContent
from regiozwolle.reports.gathering import NO_JUDGEMENT
from regiozwolle.reports.reading import BESIDE, sections

NEW, CHANGED, GONE = "nieuw", "gewijzigd", "vervallen"
# What a reader wants to know first; sections that are not named come after these, in their own order.
FIRST = ("bereikt", "besluiten", "geld", "streefwaarden", "projecten", "bijdragen", "opgaven")
TOLD_FIRST = 3
# The column of which a change goes without saying that it is of that column.
STANDING = "Stand"


@dataclass(frozen=True)
class RowChange:
    """A row that is NEW, CHANGED or GONE; `text` is what is known of it, or in sentences what differs.

    `first` is the first of those sentences.
    """

    kind: str
    name: str
    text: str
    first: str = field(default="", compare=False)

    @property
    def lead(self):
        """What stands before the text: 'Nieuw:', 'Vervallen:', or the name of a row that changed."""
        return f"{self.name}." if self.kind == CHANGED else f"{self.kind.capitalize()}:"

    @property
    def told(self):
        """What is told of it above all else, as one sentence."""
        if self.kind == CHANGED:
            return f"{self.name}: {self.first.removeprefix(f'{STANDING}: ')}"
        return f"{self.lead} {self.text}."


@dataclass(frozen=True)
class SectionChanges:
    """What changed in one section since the report before: first what is new, then what changed and what is gone."""

    title: str
    rows: list[RowChange]
    key: str = ""

    @property
    def summary(self):
        """'2 nieuw, 1 gewijzigd, 3 vervallen'; 'niets veranderd' when it is all the same."""
        return ", ".join(counts_per_kind(self.rows)) or "niets veranderd"

    @property
    def is_empty(self):
        return not self.rows


def differences(before: ReportContent, now: ReportContent) -> list[SectionChanges]:
    """What changed per section of the content `now`, compared with `before`. A source is no change.

    A section that reports did not have yet at that time says nothing: what is in it is not new.
    """
    earlier = {section.key: section.rows for section in sections(before)}
    return [
        SectionChanges(section.title, changed_rows(earlier[section.key], section.rows), section.key)
        for section in sections(now)
        if section.key in earlier
    ]


def changed_rows(before, now):
    """The RowChanges between the ReportRows `before` and `now` of one section, matched by their keys."""
    old = {row.key: row for row in before}
    new = {row.key: row for row in now}
    sentences = {key: changes_of(old[key], row) for key, row in new.items() if key in old}
    return [
        *(RowChange(NEW, row.name, row.in_one_line) for key, row in new.items() if key not in old),
        *(RowChange(CHANGED, new[key].name, " ".join(said), said[0]) for key, said in sentences.items() if said),
        *(RowChange(GONE, row.name, row.in_one_line) for key, row in old.items() if key not in new),
    ]


def changes_of(old, new):
    """In sentences, what differs between two ReportRows of the same key."""
    before = {cell.title: cell for cell in old.cells if cell.title not in BESIDE}
    pairs = [(before[cell.title], cell) for cell in new.cells if cell.title in before]
    return [change(was, becomes) for was, becomes in pairs if is_news(was, becomes)]


def is_news(was, becomes):
    """Whether a reader wants to know that one ReportCell became the other.

    That a figure has a day at all is no news beside its first value, nor that it is not judged any more.
    """
    if was.title == "Peildatum" and not was.text:
        return False
    return was.text != becomes.text and becomes.text != NO_JUDGEMENT


def change(was, becomes):
    """One ReportCell that changed, in a sentence."""
    if not was.text:
        return f"{becomes.title}: was nog niet bekend, nu {becomes.text}."
    if not becomes.text:
        return f"{becomes.title}: was {was.text}, nu nog niet bekend."
    return f"{becomes.title}: van {was.text} naar {becomes.text}."


def told_first(changed):
    """The three sentences that say most of all SectionChanges: the first row of each section before the second."""
    places = {key: place for place, key in enumerate(FIRST)}
    in_order = sorted(changed, key=lambda section: places.get(section.key, len(FIRST)))
    rounds = zip_longest(*(section.rows for section in in_order))
    return [row.told for of_each in rounds for row in of_each if row][:TOLD_FIRST]


def counts_per_kind(rows):
    """['3 nieuw', '2 gewijzigd', '1 vervallen'] of RowChanges, without the kinds of which there are none."""
    counts = Counter(row.kind for row in rows)
    return [f"{counts[kind]} {kind}" for kind in (NEW, CHANGED, GONE) if counts[kind]]


def counted_changes(changed):
    """'3 nieuw, 2 gewijzigd en 1 vervallen' over all SectionChanges; "" when nothing changed."""
    counts = counts_per_kind([row for section in changed for row in section.rows])
    return listed(counts) if counts else ""
