"""What each council and Staten decided about one element of the agenda: small hexagons, and the same in words."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from agenda.models import Wording
from consultation.deciding.drawings.strip import MOST_NAMED
from consultation.deciding.models import Decision, Position, Track, TrackStep
from consultation.deciding.models.position import declines
from partners.ground.publishing import is_public
from partners.ground.templatetags.dutch import counted, listed
from partners.models import ASSEMBLIES, Partner
from partners.tiles import TileMap, tile_map


@dataclass(frozen=True)
class BodyOnElement:
    """A Track with where its body stands on an element, and whether that is on other words than it has now."""

    track: Track
    position: Position
    is_earlier: bool


@dataclass(frozen=True)
class DecidedStrip:
    """The hexagons of one dossier, and what they say."""

    tiles: TileMap
    counts: str
    earlier: str

    @property
    def described(self):
        return f"{self.counts} {self.earlier}".strip()


def draw_decided(element, dossiers):
    """Gives each of the `dossiers` about a text with `element` its DecidedStrip as `strip`, None without bodies.

    Three queries, however many there are.
    """
    standing = bodies_on(element, dossiers) if dossiers else {}
    for dossier in dossiers:
        dossier.strip = strip_of(standing[dossier.pk]) if standing[dossier.pk] else None


def bodies_on(element, dossiers):
    """A BodyOnElement for each council and Staten, by the key of each of the `dossiers`."""
    outcomes, versions, days = outcomes_on(element, dossiers)
    words = dict(Wording.objects.filter(element=element).values_list("version", "text"))
    standing = defaultdict(list)
    for track in tracks_in(dossiers):
        found = outcomes[track.pk]
        declined = declines(track.declined_on, days[track.pk], timezone.localdate())
        position = Position.on(element, found, has_step=track.has_begun, declines=declined)
        decided_on = versions[track.pk].get(element, versions[track.pk].get(None))
        now = words.get(track.dossier.version_id)
        is_earlier = position.is_decided and decided_on is not None and words.get(decided_on) != now
        standing[track.dossier_id].append(BodyOnElement(track, position, is_earlier))
    return standing


def tracks_in(dossiers):
    """The tracks of councils and Staten, each with `has_begun`: whether any step of it is known."""
    known = Q(happened_on=None) | Q(happened_on__lte=timezone.localdate())
    steps = TrackStep.objects.filter(known, track=OuterRef("pk"))
    tracks = Track.objects.filter(
        is_public(Partner, "body__partner__"), dossier__in=dossiers, body__kind__in=ASSEMBLIES
    )
    return tracks.select_related("body__partner", "dossier").annotate(has_begun=Exists(steps)).order_by("body__name")


def outcomes_on(element, dossiers):
    """(Outcome, key of the version) of what holds about `element`, by track, and then by it or None for the whole.

    And the days of those decisions, by track.
    """
    about = Q(component=None) | Q(component__element=element)
    held = Decision.objects.filter(about, track__dossier__in=dossiers).in_force()
    outcomes, versions, days = defaultdict(dict), defaultdict(dict), defaultdict(list)
    told = held.values_list("track", "component", "outcome", "version", "decided_on")
    for track, component, outcome, version, decided_on in told:
        outcomes[track][component and element] = outcome
        versions[track][component and element] = version
        days[track].append(decided_on)
    return outcomes, versions, days


def strip_of(bodies):
    """The DecidedStrip of some BodyOnElements."""
    found = defaultdict(list)
    for one in bodies:
        found[one.position].append(one.track.name)
    told = [
        f"{len(found[position])} {position.label.lower()}{names_of(found[position], bodies)}"
        for position in Position
        if found[position]
    ]
    earlier = sum(one.is_earlier for one in bodies)
    return DecidedStrip(
        tiles=tile_map(
            ((one.track.body, one.position.label, one.position.value, "") for one in bodies), patterned=frozenset()
        ),
        counts=f"{listed(told)}.",
        earlier=f"Van {counted(earlier, 'orgaan,organen')} is dat een eerdere stand: de tekst veranderde daarna."
        if earlier
        else "",
    )


def names_of(found, bodies):
    """Which ones they are, after how many; "" of more `bodies` than one reads the names of."""
    return f" ({listed(found)})" if len(bodies) <= MOST_NAMED else ""
