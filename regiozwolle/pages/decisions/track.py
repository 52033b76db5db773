"""What one body decided in one dossier, with all that hangs on it: the words, the figures, and who takes part for what.

It stands under the roof, for the rooms of decisions and of results do not know each other.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import render
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from agenda.models import Participation, Wording
from consultation.deciding.alike.conditions import conditions_in, numbers_of
from consultation.deciding.models import Component, Dossier, Position, Track
from consultation.deciding.money import given_in_words
from consultation.deciding.rows import BoardCell, row_of
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.parts import drawn
from regiozwolle.pages.dossier import DOSSIERS
from results.models import Indicator


@dataclass(frozen=True)
class PartOfTrack:
    """What a body decided on one component, with the links of the chain that hang on it.

    `wording` is the words that it decided on, None when it is not known which these are.
    """

    component: Component
    cell: BoardCell
    wording: Wording | None
    figures: list
    participations: list

    @property
    def terms(self):
        """When it decided, the condition and the amount, in sentences; "" as long as it did not decide."""
        decision = self.cell.decision
        return f"Besluit van {decision.when}. {decision.terms}".strip() if decision else ""

    @property
    def takes_part(self):
        """Whether its partner takes part, and for what, as that stands on the page of the partner."""
        told = [f"{one.standing}{f', {one.contribution}' if one.contribution else ''}" for one in self.participations]
        return "; ".join(told)


@require_safe
def track(request, slug, pk):
    """One body in one dossier: what it decided on each part, asked and was promised, and what that leads to."""
    dossier = DOSSIERS.shown_to(request, slug)
    found = TRACKS.first(dossier.pk, pk)
    if found is None:
        raise Http404("Dit orgaan besluit hier niet.")
    position, lead, told = told_drawn(found.pk, conditions_of(dossier.pk))
    shown = {"dossier": dossier, "track": found, "position": position, "lead": lead, "told": told}
    return render(request, "deciding/track.html", shown)


TRACKS = PreparedRows(
    lambda dossier, body: (
        Track.objects.public(along=["body"]).filter(dossier=dossier, body=body).select_related("body__partner")[:1]
    )
)


@piece
def conditions_of(dossier):
    """(The key of a decision with a condition, the number that all pages give it) of each in a dossier."""
    numbers = numbers_of(conditions_in(Track.objects.public(along=["body"]).filter(dossier=dossier).with_conditions()))
    return tuple(numbers.items())


@piece
def told_drawn(track, conditions):
    """(Where a body stands, what it does next, all it decided and what hangs on that), by the key of its Track.

    Its `conditions` have the numbers that `conditions_of` gives.
    """
    dossier = Dossier.objects.of(Track.objects.filter(pk=track).in_full()).get(tracks=track)
    [found], components = dossier.tracks.all(), list(dossier.components.all())
    row = row_of(found, components, numbers=dict(conditions))
    told = drawn(
        "deciding/_track_told.html",
        dossier=dossier,
        track=found,
        parts=parts_of(found, row, components),
        given=given_in_words((one.outcome, one.amount) for one in found.decided().values()),
    )
    return row.whole.position.label, lead_of(row), told


def lead_of(row):
    """What a body does next, when it decided last, or that it declines, as a sentence; "" when none is known."""
    step = row.track.next_step() if row.whole.position.is_open else None
    if not row.when or row.whole.position == Position.DECLINES:
        return row.track.declined
    return f"{capfirst(step.what if step else 'laatste besluit')}: {row.when}."


def parts_of(track, row, components):
    """A PartOfTrack for each of the components. Three queries."""
    elements = [one.element_id for one in components if one.element_id]
    words = {(one.element_id, one.version_id): one for one in readable_words(elements)}
    said = defaultdict(list)
    for one in Participation.objects.public().filter(partner=track.body.partner_id, element__in=elements):
        said[one.element_id].append(one)
    figures = figures_on(elements)
    return [
        PartOfTrack(
            component=one,
            cell=(cell := row.cells[one.pk]),
            wording=words.get((one.element_id, cell.decision.version_id)) if cell.decision else None,
            figures=figures[one.element_id],
            participations=said[one.element_id],
        )
        for one in components
    ]


def readable_words(elements):
    """The wordings of these elements, by their keys, that everyone may read."""
    return Wording.objects.published().filter(element__in=elements).select_related("element", "version")


def figures_on(elements):
    """The figures that measure each of these elements, by its key."""
    found = defaultdict(list)
    measured = Indicator.objects.public().filter(elements__in=elements).prefetch_related("elements").order_by("name")
    for indicator in measured.distinct():
        for element in indicator.elements.all():
            found[element.pk].append(indicator)
    return found
