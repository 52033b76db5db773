"""The questions that a council asks, with what is known of each for one partner."""

from dataclasses import dataclass, field
from itertools import chain

from consultation.models import Phase
from regiozwolle.pages.partner import figures_of, participations_of, tracks_of
from regiozwolle.pages.what_it_brings.facts import (
    asks,
    consultations_for,
    decided,
    figure,
    inhabitants,
    paid_for,
    planned,
    projects_of,
    said,
    takes_part,
)


@dataclass
class Answer:
    """A question that a council asks, and the lines that answer it; without any, why nothing is known.

    `is_none` says that without lines there is nothing, instead of nothing known.
    """

    slug: str
    question: str
    short: str
    unknown: str
    lines: list = field(default_factory=list)
    hint: str = ""
    is_none: bool = False


def answers(partner):
    """All Answers for `partner`, in the order in which a council asks; seven queries."""
    counts = list(partner.populations.latest_first().select_related("source"))
    parts = list(participations_of(partner))
    figures = figures_of(partner)
    tracks = tracks_of(partner, [])
    consultations = list(consultations_for(partner))
    return [
        Answer(
            "meedoen",
            "Waaraan doen we mee?",
            "Doet mee aan",
            f"De deelname van {partner} per onderdeel is niet gevonden in openbare bronnen.",
            [takes_part(part) for part in parts],
        ),
        Answer(
            "betalen",
            "Wat betalen we?",
            "Betaalt",
            f"Een bijdrage van {partner} is niet gevonden in openbare bronnen.",
            [*paid_for(parts, counts), *(figure(value) for value in figures["paid"])],
            "Bijdrage = tarief per inwoner × aantal inwoners.",
        ),
        Answer(
            "krijgen",
            "Wat krijgen we?",
            "Krijgt",
            f"Bedragen voor {partner} alleen zijn niet gevonden in openbare bronnen.",
            [figure(value) for value in figures["received"]],
            "Wat aan ons alleen is toegezegd.",
        ),
        Answer(
            "projecten",
            "Welke projecten raken ons?",
            "Project",
            f"Een rol van {partner} in een project is niet gevonden in openbare bronnen.",
            projects_of(partner),
            "Projecten in ons gebied, of waarin wij een rol hebben.",
        ),
        Answer(
            "cijfers",
            "Welke cijfers gaan over ons gebied?",
            "Cijfer",
            f"Cijfers over {partner} alleen zijn nog niet bekend.",
            [*inhabitants(counts[:1]), *(figure(value) for value in figures["noticed"])],
        ),
        Answer(
            "resultaten",
            "In welke resultaten delen we?",
            "Resultaat",
            "Er zijn nog geen resultaten van de hele regio bekend.",
            # An invented partner has no share in what really happened.
            [figure(value, value.indicator.attribution) for value in figures["shared"] if not partner.is_example],
            f"Van de hele regio. Het deel van {partner} is nog niet bekend.",
        ),
        Answer(
            "gezegd",
            "Wat zeiden onze organen?",
            "Zei",
            "Er is geen openbare reactie van onze organen op deze site.",
            list(chain.from_iterable(said(consultation) for consultation in consultations)),
            is_none=True,
        ),
        Answer(
            "besloten",
            "Wat besloten onze organen?",
            "Besloot",
            f"Besluiten van {partner} zijn nog niet bekend.",
            [decided(track) for track in tracks if track.dossier],
        ),
        Answer(
            "gevraagd",
            "Wat wordt nu van ons gevraagd?",
            "Gevraagd",
            "Er is nu geen consultatie open, en er staat geen besluit gepland.",
            [
                *(asks(consultation) for consultation in consultations if consultation.phase() != Phase.CLOSED),
                *(planned(track, when) for track in tracks for when in track.planned),
            ],
            is_none=True,
        ),
    ]
