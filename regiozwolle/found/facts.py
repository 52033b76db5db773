"""What the picture of a page says where somebody shares it: what kind of thing it is about, its name, and one fact.

All of it stands on the page too. What is not known is left out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.text import capfirst

from agenda.models import Element, Wording
from consultation.deciding.models import Dossier
from consultation.deciding.models.position import Position
from consultation.models import Consultation
from partners.ground.templatetags.dutch import counted, day
from partners.models import Partner
from regiozwolle.following.events import is_invented
from regiozwolle.meetings.models import Meeting
from results.models import Indicator, Project
from results.models.measurement import Scope


class PictureFact(NamedTuple):
    """What kind of thing it is, its `name`, a sentence, and which `share` of a bar is filled; None draws no bar."""

    kind: str
    name: str
    sentence: str = ""
    share: float | None = None


def element(one):
    return PictureFact(one.label, one.name, str(one.agenda))


def partner(one):
    last = one.populations.latest_first().first()
    people = f"{counted(last.count, 'inwoner,inwoners')}, {day(last.reference_on)}" if last else ""
    return PictureFact(capfirst(one.kind_label), one.name, people)


def dossier(one):
    (one,) = Dossier.objects.filter(pk=one.pk).counted()
    tally = dict(one.tally)
    total = sum(tally.values())
    return PictureFact("Besluit", one.title, one.outcome, tally.get(Position.AGREED, 0) / total if total else None)


def consultation(one):
    return PictureFact("Consultatie", one.title, one.period)


def figure(one):
    last = one.measurements.counting().filter(scope=Scope.REGION).first()
    return PictureFact("Cijfer", one.name, f"{last.text}, {last.when_and_whose}" if last else "")


def project(one):
    return PictureFact("Project", one.name, capfirst(one.known_stage))


def meeting(one):
    return PictureFact("Bijeenkomst", one.title, ", ".join(filter(None, [one.told.rstrip("."), one.place])))


@dataclass(frozen=True)
class Pictured:
    """A kind of thing with a picture of its own: those that everyone may read, and the PictureFact of one."""

    public: Callable[[], QuerySet]
    told: Callable


def public_elements():
    return Element.objects.filter(pk__in=Wording.objects.published().values("element")).select_related("agenda")


# By the name in the address of the picture.
PICTURED = {
    "tekst": Pictured(public_elements, element),
    "partner": Pictured(lambda: Partner.objects.public().select_related("province"), partner),
    "besluit": Pictured(Dossier.objects.public, dossier),
    "consultatie": Pictured(Consultation.objects.public, consultation),
    "cijfer": Pictured(Indicator.objects.public, figure),
    "project": Pictured(lambda: Project.objects.public().select_related("programme").with_stage(), project),
    "bijeenkomst": Pictured(Meeting.objects.public, meeting),
}


def fact_of(kind, pk):
    """The PictureFact of the public thing with that key, or None. What the demo invents says so in it."""
    pictured = PICTURED.get(kind)
    one = pictured and pictured.public().filter(pk=pk).first()
    if one is None:
        return None
    told = pictured.told(one)
    return told._replace(kind=f"{told.kind} (voorbeeld)") if is_invented(one) else told
