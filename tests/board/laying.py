"""What tests of the board of a dossier do over and over."""

from datetime import date

from consultation.deciding.board import Board
from consultation.deciding.models import Component, Decision, Dossier, Outcome, Track
from partners.models import Body, BodyKind, Partner, PartnerKind
from tests.reading import squeezed

DAY = date(2024, 3, 4)
NBSP = "\N{NO-BREAK SPACE}"


def decide(track, source, outcome=Outcome.AGREED, on=DAY, **fields):
    return Decision.objects.create(track=track, source=source, outcome=outcome, decided_on=on, **fields)


def board(dossier, **asked):
    return Board(Dossier.objects.with_board().get(pk=dossier.pk), asked)


def outcome_of(dossier):
    return board(dossier).dossier.outcome.replace(NBSP, " ")


def names(found):
    return [str(row.track.body) for row in found.rows]


def page_of(client, query=""):
    return squeezed(client.get(f"/besluiten/agenda/{query}").text)


def fill(dossier, province, source, *, bodies, parts):
    """So many councils, and so many components on each of which each of them decided."""
    components = [Component(dossier=dossier, name=f"Onderdeel {place}", position=place) for place in range(parts)]
    components = Component.objects.bulk_create(components)
    towns = Partner.objects.bulk_create(
        Partner(slug=f"dorp{one}", name=f"Dorp {one:03}", kind=PartnerKind.MUNICIPALITY, province=province)
        for one in range(bodies)
    )
    councils = Body.objects.bulk_create(
        Body(partner=town, kind=BodyKind.COUNCIL, name=f"gemeenteraad van {town.name}") for town in towns
    )
    tracks = Track.objects.bulk_create(Track(dossier=dossier, body=body) for body in councils)
    Decision.objects.bulk_create(
        Decision(track=track, component=component, outcome=Outcome.AGREED, decided_on=DAY, source=source)
        for track in tracks
        for component in components
    )
