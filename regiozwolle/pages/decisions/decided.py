"""What each council and Staten decided about one element of the agenda: small hexagons, and the same in words."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from agenda.models import Wording
from consultation.deciding.drawings.strip import MOST_NAMED
from consultation.deciding.models import Decision, Dossier, Position, Track, TrackStep
from consultation.deciding.models.position import declines
from partners.ground.publishing import is_public
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import counted, listed, number
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
    """The hexagons of one dossier, and what they say; `bodies` are the BodyOnElements that they stand for."""

    bodies: list[BodyOnElement]
    tiles: TileMap
    earlier: str

    @property
    def named(self):
        """The names of the bodies in each Position, in its order and without those that nobody is in."""
        found = defaultdict(list)
        for one in self.bodies:
            found[one.position].append(one.track.name)
        return [(position, found[position]) for position in Position if found[position]]

    @property
    def counts(self):
        """How many are in each Position, as a sentence."""
        return f"{listed([f'{len(names)} {position.label.lower()}' for position, names in self.named])}."

    @property
    def described(self):
        """The same, with which ones they are as long as one reads so many names."""
        if len(self.bodies) > MOST_NAMED:
            return f"{self.counts} {self.earlier}".strip()
        told = [f"{len(names)} {position.label.lower()} ({listed(names)})" for position, names in self.named]
        return f"{listed(told)}. {self.earlier}".strip()


def dossiers_on(element):
    """The dossiers about a text that held `element`, the newest first and examples last, each with its DecidedStrip.

    That is `strip`, None when no council or Staten was asked; `decided` says of how many a decision about it is known.
    Four queries, however many there are.
    """
    dossiers = DOSSIERS.ask(element.pk)
    standing = bodies_on(element) if dossiers else {}
    for dossier in dossiers:
        bodies = standing.get(dossier.pk, [])
        dossier.strip = strip_of(bodies) if bodies else None
        dossier.decided = told_of(bodies)
    return dossiers


def dossiers_about(element):
    """The dossiers on the site about a text that held the element with that key."""
    return Dossier.objects.public().filter(
        version__wordings__element=element, version__published_at__lte=timezone.now()
    )


def told_of(bodies):
    """'Van 2 van de 26 raden en Staten is hierover een besluit bekend.', or "" when none was asked."""
    if not bodies:
        return ""
    known = number(sum(one.position.is_decided for one in bodies) or None) or "geen"
    return f"Van {known} van de {number(len(bodies))} raden en Staten is hierover een besluit bekend."


def bodies_on(element):
    """A BodyOnElement for each council and Staten, by the key of each of the dossiers about `element`."""
    outcomes, versions, days = outcomes_on(element)
    words = dict(WORDS.ask(element.pk))
    standing = defaultdict(list)
    for track in TRACKS.ask(element.pk):
        found = outcomes[track.pk]
        declined = declines(track.declined_on, days[track.pk], timezone.localdate())
        position = Position.on(element, found, has_step=track.has_begun, declines=declined)
        decided_on = versions[track.pk].get(element, versions[track.pk].get(None))
        now = words.get(track.dossier.version_id)
        is_earlier = position.is_decided and decided_on is not None and words.get(decided_on) != now
        standing[track.dossier_id].append(BodyOnElement(track, position, is_earlier))
    return standing


def tracks_about(element):
    """The tracks of councils and Staten, each with `has_begun`: whether any step of it is known."""
    steps = TrackStep.objects.filter(track=OuterRef("pk")).begun()
    tracks = Track.objects.filter(
        is_public(Partner, "body__partner__"), dossier__in=dossiers_about(element), body__kind__in=ASSEMBLIES
    )
    return tracks.select_related("body__partner", "dossier").annotate(has_begun=Exists(steps)).order_by("body__name")


def decisions_about(element):
    """What holds of the decisions about the element with that key, or about the whole."""
    about = Q(component=None) | Q(component__element=element)
    held = Decision.objects.filter(about, track__dossier__in=dossiers_about(element)).in_force()
    return held.values_list("track", "component", "outcome", "version", "decided_on")


DOSSIERS = PreparedRows(lambda element: dossiers_about(element).order_by("is_example", "-pk"))
TRACKS = PreparedRows(tracks_about)
DECISIONS = PreparedRows(decisions_about)
WORDS = PreparedRows(lambda element: Wording.objects.filter(element=element).values_list("version", "text"))


def outcomes_on(element):
    """(Outcome, key of the version) of what holds about `element`, by track, and then by it or None for the whole.

    And the days of those decisions, by track.
    """
    outcomes, versions, days = defaultdict(dict), defaultdict(dict), defaultdict(list)
    for track, component, outcome, version, decided_on in DECISIONS.ask(element.pk):
        outcomes[track][component and element] = outcome
        versions[track][component and element] = version
        days[track].append(decided_on)
    return outcomes, versions, days


def strip_of(bodies):
    """The DecidedStrip of some BodyOnElements."""
    earlier = sum(one.is_earlier for one in bodies)
    return DecidedStrip(
        bodies=bodies,
        tiles=tile_map(
            ((one.track.body, one.position.label, one.position.value, "") for one in bodies), patterned=frozenset()
        ),
        earlier=f"Van {counted(earlier, 'orgaan,organen')} is dat een eerdere stand: nu is de tekst anders."
        if earlier
        else "",
    )
