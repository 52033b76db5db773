"""The questions that a council asks, with what is known of each for one partner."""

from dataclasses import dataclass, field, replace
from itertools import chain

from consultation.models import Phase
from regiozwolle.pages.what_it_brings.facts import (
    Fact,
    consultations_for,
    decision_fact,
    figure_fact,
    inhabitants,
    paid_for,
    planned_fact,
    projects_of,
    question_fact,
    reactions,
    takes_part,
)
from results.money.contributions import contributions_of

NOTHING_INVENTED = "Deze partner is verzonnen. Hierover is niets ingevuld."


@dataclass(frozen=True)
class CouncilAnswer:
    """A question that a council asks, and the facts that answer it; without any, why nothing is known.

    `is_none` says that without facts there is nothing, instead of nothing known.
    """

    slug: str
    unknown: str
    facts: list[Fact] = field(default_factory=list)
    is_none: bool = False

    def invented(self):
        """The same answer of an invented partner: no fact is marked as an example, and no source was searched."""
        facts = [replace(fact, is_example=False) for fact in self.facts]
        return replace(self, facts=facts, unknown=self.unknown if self.is_none else NOTHING_INVENTED)


def answers(known):
    """All CouncilAnswers for the partner that is `known`, in the order in which a council asks; nine queries at most.

    On the page of an invented partner all is an example, so there no fact is marked as one.
    """
    partner = known.partner
    consultations = list(consultations_for(partner))
    found = [
        *what_it_does_and_pays(partner, known.participations, known.figures, known.populations),
        *what_it_gets(partner, known.figures, known.populations),
        *what_it_said_and_decided(partner, consultations, known.tracks),
        what_is_asked(consultations, known.tracks),
    ]
    return [answer.invented() for answer in found] if partner.is_example else found


def what_it_does_and_pays(partner, parts, figures, counts):
    """In what it takes part, and what that costs."""
    newest = [part for part in parts if part.element.agenda == parts[0].element.agenda]
    yield CouncilAnswer(
        "meedoen",
        f"Geen bron op deze site noemt aan welke onderdelen {partner} meedoet.",
        [takes_part(part) for part in parts],
    )
    yield CouncilAnswer(
        "betalen",
        f"Geen bron op deze site noemt een bijdrage van {partner} aan deze agenda.",
        [*paid_for(parts, contributions_of(newest, counts)), *map(figure_fact, figures["paid"])],
    )


def what_it_gets(partner, figures, counts):
    """What was promised to it, the projects that touch it, and the figures on it and on the whole region."""
    yield CouncilAnswer(
        "krijgen",
        f"Geen bron op deze site noemt een bedrag voor {partner} alleen.",
        [*map(figure_fact, figures["received"])],
    )
    yield CouncilAnswer(
        "projecten",
        f"Bij de projecten op deze site noemt geen bron een rol van {partner}.",
        projects_of(partner),
    )
    yield CouncilAnswer(
        "cijfers",
        f"Cijfers over {partner} alleen zijn nog niet bekend.",
        [*inhabitants(counts[:1]), *map(figure_fact, figures["noticed"])],
    )
    # An invented partner has no share in what really happened.
    shared = [] if partner.is_example else figures["shared"]
    yield CouncilAnswer(
        "resultaten",
        "Deze partner is verzonnen, en deelt daarom niet in echte resultaten."
        if partner.is_example
        else "Er zijn nog geen resultaten van de hele regio bekend.",
        [figure_fact(value, value.indicator.attribution) for value in shared],
    )


def what_it_said_and_decided(partner, consultations, tracks):
    """The public reactions and the decisions of its bodies."""
    yield CouncilAnswer(
        "gezegd",
        "Er is geen openbare reactie van onze organen op deze site.",
        list(chain.from_iterable(map(reactions, consultations))),
        is_none=True,
    )
    yield CouncilAnswer(
        "besloten",
        f"Besluiten van {partner} zijn nog niet bekend.",
        [decision_fact(track) for track in tracks if track.dossier],
    )


def what_is_asked(consultations, tracks):
    """The consultations that are open or will be, and the decisions that are planned."""
    running = [consultation for consultation in consultations if consultation.phase() != Phase.CLOSED]
    return CouncilAnswer(
        "gevraagd",
        "Er is nu geen consultatie waarvoor een orgaan van ons is uitgenodigd, en er staat geen besluit gepland.",
        [*map(question_fact, running), *(planned_fact(track, when) for track in tracks for when in track.planned)],
        is_none=True,
    )
