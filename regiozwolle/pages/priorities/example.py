"""What the demo lets its invented partners say."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from agenda.models import Element, Priority
from partners.models import Capacity, Partner
from regiozwolle.example.people import body
from regiozwolle.example.reading import read


@dataclass(frozen=True)
class InventedPriority:
    """What the griffier of an invented `partner` said about the goal of `code`, so many days ago."""

    partner: str
    code: str
    text: str
    days_ago: int


@dataclass(frozen=True)
class InventedPriorities:
    """The whole of priorities.toml, the earliest first."""

    said: list[InventedPriority]


def load():
    """Makes them once."""
    if Priority.objects.filter(partner__is_example=True).exists():
        return
    for invented in read("priorities", InventedPriorities).said:
        partner = Partner.objects.get(slug=invented.partner, is_example=True)
        element = Element.objects.get(code=invented.code)
        said_at = timezone.now() - timedelta(days=invented.days_ago)
        Priority.objects.current().filter(partner=partner, element=element).update(replaced_at=said_at)
        Priority.objects.create(
            partner=partner,
            element=element,
            text=invented.text,
            body=body(f"{invented.partner}/raad"),
            capacity=Capacity.CLERK,
            said_at=said_at,
        )
