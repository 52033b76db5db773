"""All that the package of one body says, gathered from the dossier, the money and the reactions."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from django.utils import timezone

from consultation.deciding.models import Ask, AskedAmount, Component, Dossier, PaperVersion, Payers, Track
from consultation.deciding.money import by_tariff, counts_of, pays
from consultation.models import OWN_NAME, Consultation, Point
from consultation.nota.points import points_of
from partners.ground.templatetags.dutch import day, exact_euro, number
from partners.models import Body
from regiozwolle.pages.dossier import consultations_before


@dataclass(frozen=True)
class AskedPart:
    """One component as one body is asked it: what it would pay, and how that was reckoned or why it is not known."""

    component: Component
    amount: Decimal | None
    reckoned: str


@dataclass(frozen=True)
class Contents:
    """What goes in the package of the body of `track`: read once, for every file of it.

    `points` are what the body said in its own name in the `consultations` before, each with its answer, as far as
    everyone may read it; `withheld` is how many of them not everyone may read.
    """

    track: Track
    ask: Ask | None
    parts: list[AskedPart]
    papers: list[PaperVersion]
    consultations: list[Consultation]
    points: list[Point]
    withheld: int

    @property
    def dossier(self) -> Dossier:
        return self.track.dossier

    @property
    def body(self) -> Body:
        return self.track.body

    @cached_property
    def dated_at(self) -> datetime:
        """When the last of it came before the bodies. The moment of making would make no two files alike."""
        return max([self.dossier.public_from, *(one.put_at for one in self.papers)])

    @property
    def dated(self) -> date:
        """The day of that."""
        return timezone.localdate(self.dated_at)

    @property
    def term(self):
        """What is asked of the body, in the literal words of the dossier; "" when the dossier does not say."""
        return self.ask.term if self.ask else ""

    @property
    def steps(self):
        """(What, when) of each step of which a day is known, the first at the front."""
        return [(step.what, step.when) for step in self.track.steps.all()]


def gather(track):
    """The Contents for the body of a Track, as they are now."""
    track = Track.objects.as_listed().get(pk=track)
    dossier = Dossier.objects.select_related("version__agenda", "rule_source").get(pk=track.dossier_id)
    track.dossier = dossier
    before = list(consultations_before(dossier))
    said = [point for one in before for point in own_points(one, track.body)]
    return Contents(
        track=track,
        ask=dossier.asks.select_related("source").filter(body_kind=track.body.kind).first(),
        parts=parts_of(track, dossier.components.select_related("element").order_by("position", "pk")),
        papers=[one.newest for one in dossier.papers.with_versions() if one.newest],
        consultations=before,
        points=said,
        withheld=own(Point.objects.counted(), track.body).filter(letter__consultation__in=before).count() - len(said),
    )


def own_points(consultation, body):
    """What `body` said in its own name in `consultation`, with the answers, as far as everyone may read it."""
    return own(points_of(consultation, body=body), body)


def own(points, body):
    return points.filter(letter__body=body, letter__sender_kind__in=OWN_NAME)


def parts_of(track, components):
    """An AskedPart for each of `components`."""
    typed = {one.component_id: one for one in AskedAmount.objects.filter(track=track).select_related("source")}
    counts = counts_of({track.body.partner_id}).get(track.body.partner_id, {})
    return [part_of(track, one, typed.get(one.pk), counts) for one in components]


def part_of(track, component, typed, counts):
    """What `component` costs the body: as it was `typed`, or by the tariff, or why that is not known."""
    if typed:
        return AskedPart(component, typed.amount, f"Het bedrag staat in: {typed.source}.")
    if component.tariff is None:
        return AskedPart(component, None, "Er is geen tarief bekend, en geen bedrag voor dit orgaan.")
    if not pays(component, track.body.partner.kind):
        who = Payers(component.payers).label
        return AskedPart(component, None, f"Het tarief geldt voor {who}. Voor dit orgaan is geen bedrag bekend.")
    amount, count = by_tariff(component, counts), counts.get(component.inhabitants_on)
    tariff = f"{exact_euro(component.tariff)} per inwoner"
    if amount is None:
        return AskedPart(
            component, None, f"{tariff}. Het inwonertal op {day(component.inhabitants_on)} is niet bekend."
        )
    return AskedPart(component, amount, f"{tariff} × {number(count)} inwoners op {day(component.inhabitants_on)}.")
