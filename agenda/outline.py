"""The agenda as chapters, for the pages that show it whole."""

from dataclasses import dataclass, field

from agenda.models import Element, ElementKind


@dataclass
class Chapter:
    """A heading and what stands under it. `head` is the line or closing piece that it names, if it names one."""

    title: str
    anchor: str
    head: Element | None = None
    passages: list[Element] = field(default_factory=list)

    @property
    def number(self):
        """The number of the line, as it stands in the text; empty for any other chapter."""
        return self.head.number if self.head else ""

    @property
    def texts(self):
        """All that stands under the heading, in reading order, the line itself first."""
        return [self.head, *self.passages] if self.head else self.passages

    @property
    def listed(self):
        """The passages that a list of contents names below the chapter: not paragraphs, and not an only passage."""
        if not self.head and len(self.passages) == 1:
            return []
        return [passage for passage in self.passages if passage.kind != ElementKind.PARAGRAPH]


def chapters(elements):
    """Groups elements in reading order: each line or closing piece with what stands under it, the others by kind."""
    found = []
    for element in elements:
        if element.is_line:
            found.append(Chapter(element.name, element.code, head=element))
            continue
        under_last = found and found[-1].head and found[-1].head.pk == element.parent_id
        title = ElementKind(element.kind).plural
        if not under_last and (not found or found[-1].head or found[-1].title != title):
            found.append(Chapter(title, f"vanaf-{element.code}"))
        found[-1].passages.append(element)
    return found
