"""What the demo invents at the end of the chain: a figure that measures a goal of the example agenda."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from agenda.models import Element
from partners.ground import history
from partners.models import Certainty, Partner, Source
from regiozwolle.example.reading import read
from results.actions.corrections import correct
from results.models import Direction, Indicator, IndicatorNature, Owner, StatusRule, StatusWord

SLUG = "voorbeeldcijfer-woningen-in-kernen"
NOTE = "Verzonnen voor deze demo."
# So long the status holds that was set beside the computed one.
HOLDS = timedelta(days=90)


@dataclass(frozen=True)
class InventedOwner:
    """Who keeps the figure: `partner` is a slug."""

    partner: str
    role: str
    email: str


@dataclass(frozen=True)
class Words:
    """What the page of the figure says; `goal` is the code of what it measures."""

    goal: str
    name: str
    sentence: str
    definition: str
    unit: str
    message: str
    attribution_reason: str


@dataclass(frozen=True)
class Count:
    """A number counted on 1 January; `year` counts from the first of the example agenda, and may be below zero."""

    year: int
    value: int


@dataclass(frozen=True)
class Agreement:
    """By what one sees whether the goal succeeds, and who agreed so before the agenda began."""

    measure: str
    agreed_by: str


@dataclass(frozen=True)
class Aim:
    """Where it should be at the end of the agenda's last year, and from where; the year counts as in Count."""

    value: int
    baseline_year: int
    baseline_value: int


@dataclass(frozen=True)
class FirstAim:
    """At the end of which year the target stood first, which counts as in Count, and why it moved."""

    year: int
    reason: str


@dataclass(frozen=True)
class StatusByHand:
    reason: str


@dataclass(frozen=True)
class ReasonedCount:
    """A number for one year, which counts as in Count, and why it is another, or is there no more."""

    year: int
    value: int
    reason: str


@dataclass(frozen=True)
class InventedFigure:
    """The whole of figure.toml."""

    owner: InventedOwner
    indicator: Words
    measurements: list[Count]
    agreed_measure: Agreement
    target: Aim
    earlier_target: Count
    moved: FirstAim
    override: StatusByHand
    removed: ReasonedCount
    correction: ReasonedCount


@transaction.atomic
def load(agenda, *, today):
    """Makes the figure once, with its values and a target for the agenda's last year.

    One value was corrected and one was removed, so that the bin of the desk holds it; and beside the computed status
    stands one that was set by hand.

    Its owner has an address, so that the demo can show the mail that asks whether a figure still holds.
    """
    if Indicator.objects.filter(slug=SLUG).exists():
        return
    invented = read("figure", InventedFigure)
    source = Source.objects.get(slug="voorbeeld")
    indicator = indicator_of(invented)
    for count in invented.measurements:
        year = agenda.first_year + count.year
        indicator.measurements.create(
            reference_on=date(year, 1, 1),
            reference_text=f"1 januari {year}",
            value=count.value,
            certainty=Certainty.FINAL,
            source=source,
            note=NOTE,
        )
    aim(indicator, agenda, invented, source=source)
    goal = Element.objects.get(agenda=agenda, code=invented.indicator.goal)
    indicator.elements.add(goal)
    goal.agreed_measures.create(
        measure=invented.agreed_measure.measure,
        agreed_by=invented.agreed_measure.agreed_by,
        agreed_on=date(agenda.first_year - 1, 12, 1),
        due_on=date(agenda.last_year, 12, 31),
        measured_by=indicator,
        source=source,
    )
    indicator.overrides.create(
        status=StatusWord.ATTENTION,
        reason=invented.override.reason,
        set_by=f"{invented.owner.role}, {indicator.owner.partner}",
        starts_on=today,
        ends_on=today + HOLDS,
    )
    wrong = indicator.measurements.get(reference_on=date(agenda.first_year + invented.correction.year, 1, 1))
    correct(
        measurement=wrong,
        qualifier=wrong.qualifier,
        value=invented.correction.value,
        reason=invented.correction.reason,
    )
    remove_one(indicator, agenda.first_year + invented.removed.year, invented.removed, source=source)


def aim(indicator, agenda, invented, *, source):
    """Gives the figure a target that was missed, and one for the agenda's last year, which moved there."""
    missed = date(agenda.first_year + invented.earlier_target.year, 1, 1)
    indicator.targets.create(
        value=invented.earlier_target.value,
        due_on=missed,
        due_text=f"1 januari {missed.year}",
        source=source,
        note=NOTE,
    )
    first = agenda.first_year + invented.moved.year
    target = indicator.targets.create(
        value=invented.target.value,
        due_on=date(first, 12, 31),
        due_text=f"eind {first}",
        baseline_value=invented.target.baseline_value,
        baseline_on=date(agenda.first_year + invented.target.baseline_year, 1, 1),
        source=source,
        note=NOTE,
    )
    with history.recorded("streefwaarde verschoven", about=target, reason=invented.moved.reason):
        target.due_on, target.due_text = date(agenda.last_year, 12, 31), f"eind {agenda.last_year}"
        target.save()


def remove_one(indicator, year, removed, *, source):
    """Takes back a measurement of halfway the `year`, in an act of its own, with the reason."""
    mistake = indicator.measurements.create(
        reference_on=date(year, 7, 1),
        reference_text=f"1 juli {year}",
        value=removed.value,
        certainty=Certainty.ESTIMATE,
        source=source,
        note=NOTE,
    )
    with history.recorded("meting verwijderd", about=mistake, reason=removed.reason):
        mistake.delete()


def indicator_of(invented):
    """The Indicator itself, with who keeps it."""
    owner, _ = Owner.objects.get_or_create(
        partner=Partner.objects.get(slug=invented.owner.partner),
        role=invented.owner.role,
        defaults={"email": invented.owner.email},
    )
    words = invented.indicator
    return Indicator.objects.create(
        slug=SLUG,
        owner=owner,
        check_every=3,
        name=words.name,
        nature=IndicatorNature.ACHIEVED,
        sentence=words.sentence,
        definition=words.definition,
        unit=words.unit,
        message=words.message,
        direction=Direction.MORE,
        rule=StatusRule.PACE,
        attribution_reason=words.attribution_reason,
        is_example=True,
        # Since yesterday, so that what moves in its targets now was read by everyone.
        public_from=timezone.now() - timedelta(days=1),
    )
