"""What changed between two progress reports, per section and in sentences."""

from dataclasses import dataclass

from partners.ground.templatetags.dutch import listed
from regiozwolle.reports.freezing import BESIDE, Row, sections
from regiozwolle.reports.gathering import NO_JUDGEMENT


@dataclass(frozen=True)
class Difference:
    """What changed in one section since the report before: names of rows, and (name, sentences) for what changed."""

    title: str
    new: list[Row]
    changed: list[tuple[Row, list[str]]]
    gone: list[Row]

    @property
    def summary(self):
        """'2 nieuw, 1 gewijzigd, 3 vervallen'; 'niets veranderd' when it is all the same."""
        counts = [(len(self.new), "nieuw"), (len(self.changed), "gewijzigd"), (len(self.gone), "vervallen")]
        return ", ".join(f"{count} {word}" for count, word in counts if count) or "niets veranderd"

    @property
    def is_empty(self):
        return not (self.new or self.changed or self.gone)


def differences(before, now):
    """A Difference per section of the content `now`, compared with the content `before`. A source is no change."""
    earlier = {section.key: section for section in sections(before)}
    found = []
    for section in sections(now):
        old = {one.key: one for one in earlier[section.key].rows} if section.key in earlier else {}
        new = {one.key: one for one in section.rows}
        changes = [(one, changes_of(old[key], one)) for key, one in new.items() if key in old]
        found.append(
            Difference(
                title=section.title,
                new=[one for key, one in new.items() if key not in old],
                changed=[(one, said) for one, said in changes if said],
                gone=[one for key, one in old.items() if key not in new],
            )
        )
    return found


def changes_of(old, new):
    """In sentences, what differs between two rows of the same key."""
    before = {cell.title: cell for cell in old.cells}
    pairs = [(before[cell.title], cell) for cell in new.cells if cell.title in before and cell.title not in BESIDE]
    # That a figure has a day at all is no news beside its first value.
    pairs = [(was, becomes) for was, becomes in pairs if was.text or was.title != "Peildatum"]
    return [change(was, becomes) for was, becomes in pairs if was.text != becomes.text and becomes.text != NO_JUDGEMENT]


def change(was, becomes):
    """One cell that changed, in a sentence."""
    if not was.text:
        return f"{becomes.title}: nog niet bekend, nu {becomes.text}."
    if not becomes.text:
        return f"{becomes.title}: was {was.text}, nu nog niet bekend."
    return f"{becomes.title}: van {was.text} naar {becomes.text}."


def counted_changes(found):
    """'3 nieuw, 2 gewijzigd en 1 vervallen' over all sections, or that nothing changed."""
    new, changed, gone = (sum(len(getattr(one, name)) for one in found) for name in ("new", "changed", "gone"))
    said = [f"{count} {word}" for count, word in ((new, "nieuw"), (changed, "gewijzigd"), (gone, "vervallen")) if count]
    return listed(said) if said else ""
