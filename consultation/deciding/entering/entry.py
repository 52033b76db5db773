"""What somebody enters of one track, and the source it is said to come from."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256

from consultation.deciding.models import Outcome
from partners.models import Source


@dataclass(frozen=True)
class SourceEntry:
    """A source as it was typed: its title, and its address if it has one."""

    title: str
    url: str = ""
    publisher: str = ""

    def found(self):
        """The Source that is there already, by its address, title or name in a sheet; or None."""
        by_address = Source.objects.filter(url=self.url) if self.url else Source.objects.none()
        named = Source.objects.filter(url="") if not self.url else Source.objects.none()
        return by_address.order_by("pk").first() or named.filter(title__iexact=self.title).order_by("pk").first()

    def get(self):
        """The Source, made when it is not there."""
        told = f"{self.title.lower()} {self.url}"
        return self.found() or Source.objects.create(
            slug=f"opgave-{sha256(told.encode()).hexdigest()[:16]}",
            title=self.title,
            url=self.url,
            publisher=self.publisher,
        )


@dataclass(frozen=True)
class DayEntry:
    """For which day a body plans it; without a day it does not treat it."""

    planned_on: date | None
    source: SourceEntry


def whole_of(outcomes, count):
    """The `outcomes` by the keys of their components, as one on the whole when all `count` components have the same."""
    is_one = len(outcomes) == count and len(set(outcomes.values())) == 1
    return {None: next(iter(outcomes.values()))} if is_one else outcomes


@dataclass(frozen=True)
class OutcomeEntry:
    """What a body decided on a day: the Outcome for the key of each component, or for None one on the whole.

    `condition` belongs to each that is agreed with a condition; `amounts` are in euros, by the key of a component.
    """

    decided_on: date
    outcomes: dict[int | None, Outcome]
    source: SourceEntry
    condition: str = ""
    amounts: dict[int | None, Decimal] = field(default_factory=dict)

    @property
    def is_whole(self):
        """Whether all components have one outcome."""
        return None in self.outcomes
