"""The agenda as chapters, for the pages that show it whole.

Each element is to have its `known_actions`.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from agenda import rich_text
from agenda.models import Element, ElementKind


class ReadAction(NamedTuple):
    """An Action as it is read."""

    title: str
    known_status: str
    lead_link: str


class ReadPassage(NamedTuple):
    """A Passage as it is read: what its HTML is made of, in values alone, so that a piece can be given it."""

    code: str
    is_head: bool
    number: str
    kind: str
    text: str
    markup: str
    explanation: str
    is_goal: bool
    actions: tuple[ReadAction, ...]
    mention: str
    name: str
    address: str
    page: str
    results: str

    @property
    def words(self):
        """What it says as safe HTML, or "" where the heading says it."""
        return rich_text.html(self.text, self.markup) if self.text else ""


class ReadChapter(NamedTuple):
    """A Chapter as it is read, in values alone: `names` are (code, number, name) of what a list of contents names."""

    anchor: str
    number: str
    title: str
    heading: str
    kind: str
    names: tuple
    passages: tuple[ReadPassage, ...]
    idle: int


@dataclass(frozen=True)
class Passage:
    """One element as it is read in a chapter, which does not say again what the heading of the chapter says."""

    element: Element
    heading: str
    is_head: bool = False

    @property
    def kind(self):
        """Which place in the agenda it is, in a word."""
        return self.element.get_kind_display()

    @property
    def number(self):
        """As it stands in the text, or "" where the heading has it."""
        return "" if self.is_head else self.element.number

    @cached_property
    def words(self):
        """What it says as safe HTML, or "" where the heading says it."""
        return "" if self.element.wording_text == self.heading else self.element.wording_html

    @property
    def explanation(self):
        """What the editors say about it, plain text."""
        return self.element.wording_explanation

    @property
    def is_goal(self):
        return self.element.kind == ElementKind.GOAL

    @property
    def actions(self):
        """What is done for a goal, as far as is known."""
        return self.element.known_actions if self.is_goal else []

    def read(self):
        """The ReadPassage; its element is to have its `page` and `address`, and in words its `results`."""
        element = self.element
        return ReadPassage(
            code=element.code,
            is_head=self.is_head,
            number=self.number,
            kind=self.kind,
            text="" if element.wording_text == self.heading else element.wording_text,
            markup=element.wording_markup,
            explanation=self.explanation,
            is_goal=self.is_goal,
            actions=tuple(ReadAction(one.title, one.known_status, one.lead_link) for one in self.actions),
            mention=element.mention,
            name=element.name,
            address=element.address,
            page=element.page,
            results=element.results,
        )


@dataclass
class Chapter:
    """A heading and what stands under it. `head` is the line or closing piece that it names, if it names one."""

    title: str
    anchor: str
    head: Element | None = None
    elements: list[Element] = field(default_factory=list)

    @property
    def number(self):
        """The number of the line, as it stands in the text; empty for any other chapter."""
        return self.head.number if self.head else ""

    @property
    def heading(self):
        """'1. Economie & Arbeidsmarkt', or a title alone."""
        return f"{self.number}. {self.title}" if self.number else self.title

    @property
    def kind(self):
        """The ElementKind that all of it is of; of a line or closing piece that of its head."""
        return ElementKind((self.head or self.elements[0]).kind)

    @property
    def passages(self):
        """All that stands under the heading as Passages in reading order, the line itself first."""
        head = [Passage(self.head, self.title, is_head=True)] if self.head else []
        return head + [Passage(element, self.title) for element in self.elements]

    @property
    def idle(self):
        """Its goals of which no action is known."""
        return [passage for passage in self.passages if passage.is_goal and not passage.actions]

    def read(self):
        """The ReadChapter; `idle` is how many of its goals are."""
        return ReadChapter(
            anchor=self.anchor,
            number=self.number,
            title=self.title,
            heading=self.heading,
            kind=self.kind,
            names=tuple((one.code, one.number, one.name) for one in self.contents),
            passages=tuple(one.read() for one in self.passages),
            idle=len(self.idle),
        )

    @property
    def contents(self):
        """The elements that a list of contents names below the chapter: not paragraphs, and not an only one."""
        if not self.head and len(self.elements) == 1:
            return []
        return [element for element in self.elements if element.kind != ElementKind.PARAGRAPH]


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
        found[-1].elements.append(element)
    return found
