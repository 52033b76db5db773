"""The demo's invented agenda, in two versions, so that one can see how a text changes.

It stands beside the real agenda and is never part of it: its codes begin with VB, it is marked on every page, and
what the site calls "the agenda" is always the real one.
"""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from agenda import rich_text
from agenda.actions import draft_next, reorder_elements
from agenda.models import (
    Agenda,
    ChangeKind,
    Element,
    ElementKind,
    Succession,
    SuccessionKind,
    Version,
    VersionStatus,
    WiderAim,
    Wording,
)
from partners.models import Source
from regiozwolle.example.reading import read

SLUG = "voorbeeldagenda"
# How many days before today each version was published.
FIRST_AGO, SECOND_AGO = 160, 45


@dataclass(frozen=True)
class InventedElement:
    """An element below the one of code `parent`, and what it says; `change_note` is why it is new."""

    code: str
    kind: ElementKind
    name: str
    text: str
    parent: str = ""
    number: str = ""
    change_note: str = ""
    wider_aims: list[WiderAim] = field(default_factory=list)


@dataclass(frozen=True)
class AgendaTexts:
    title: str
    introduction: str
    source: str


@dataclass(frozen=True)
class FirstVersion:
    note: str
    elements: list[InventedElement]


@dataclass(frozen=True)
class EditedWording:
    """What the element of `code` says in other words, as HTML, and why."""

    code: str
    markup: str
    change: ChangeKind
    change_note: str


@dataclass(frozen=True)
class MovedElement:
    """That an element went below another `parent`, as its `number` there."""

    code: str
    parent: str
    number: str
    change_note: str


@dataclass(frozen=True)
class RemovedElement:
    """That an element went into the one that was added, and why."""

    code: str
    reason: str


@dataclass(frozen=True)
class SecondVersion:
    note: str
    added: InventedElement
    moved: MovedElement
    removed: RemovedElement
    edited: list[EditedWording] = field(default_factory=list)


@dataclass(frozen=True)
class InventedAgenda:
    """The whole of agenda.toml."""

    agenda: AgendaTexts
    first: FirstVersion
    second: SecondVersion


@transaction.atomic
def load(*, today=None):
    """Makes the example agenda once and returns its two published versions, the first one first.

    `today` is the day from which its dates are counted back. An agenda that is there already stays as it is.
    """
    today = today or timezone.localdate()
    agenda = Agenda.objects.filter(slug=SLUG).first()
    if agenda is None:
        invented = read("agenda", InventedAgenda)
        agenda = Agenda.objects.create(
            slug=SLUG,
            title=invented.agenda.title,
            first_year=today.year,
            last_year=today.year + 4,
            introduction=invented.agenda.introduction,
            source=source_named(invented.agenda.source),
            is_example=True,
        )
        first = first_version(agenda, invented.first, day=today - timedelta(days=FIRST_AGO))
        second_version(first, invented.second, day=today - timedelta(days=SECOND_AGO))
    return list(agenda.versions.published().order_by("number"))


def source_named(title):
    """The Source of everything that the demo invents."""
    source, _ = Source.objects.get_or_create(slug="voorbeeld", defaults={"title": title})
    return source


def first_version(agenda, invented, *, day):
    """The first version with all its elements, published on `day`."""
    version = Version.objects.create(agenda=agenda, number=1, dated_on=day, source=agenda.source, note=invented.note)
    for position, element in enumerate(invented.elements, start=1):
        add(version, element, position=position * 10)
    publish(version, day)
    return version


def second_version(first, invented, *, day):
    """The next version: with words edited, one element new, one removed and one moved; published on `day`."""
    version = draft_next(version=first)
    version.status, version.dated_on, version.source = VersionStatus.ADOPTED, day, first.source
    version.note = invented.note
    version.save()
    words = {wording.element.code: wording for wording in version.wordings.select_related("element")}
    for edited in invented.edited:
        wording = words[edited.code]
        wording.markup = rich_text.clean(edited.markup)
        wording.change, wording.change_note = edited.change, edited.change_note
        wording.save()
    move(words[invented.moved.code], invented.moved, parent=words[invented.moved.parent].element)
    added = invented.added
    new = add(version, added, position=110, change=ChangeKind.SUBSTANCE, change_note=added.change_note)
    removed = words[invented.removed.code]
    removed.delete()
    Succession.objects.create(
        element=removed.element, kind=SuccessionKind.MOVED, successor=new, reason=invented.removed.reason
    )
    publish(version, day)
    return version


def move(wording, moved, *, parent):
    """Puts the words below `parent`, as the number that `moved` says."""
    wording.number, wording.position, wording.parent = moved.number, 85, parent
    wording.change_note = moved.change_note
    wording.save()


def add(version, invented, *, position, **fields):
    """One element with its words in `version`."""
    element = Element.objects.create(
        agenda=version.agenda,
        code=invented.code,
        kind=invented.kind,
        parent=Element.objects.filter(code=invented.parent).first(),
        number=invented.number,
        name=invented.name,
        position=position,
        wider_aims=invented.wider_aims,
    )
    Wording.objects.create(element=element, version=version, text=invented.text, **fields)
    return element


def publish(version, day):
    """Puts `version` on the site from nine o'clock in the morning of `day`, with its elements where it has them."""
    version.published_at = timezone.make_aware(datetime.combine(day, time(9)))
    version.save()
    reorder_elements(version.agenda, version)
