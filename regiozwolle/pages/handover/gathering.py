"""What a body hands over to its next members: all of it is on the site already, here it stands together."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from consultation.deciding.alike.conditions import conditions_of
from consultation.deciding.models import Dossier, Track
from consultation.nota.points import said_by
from partners.ground.templatetags.dutch import counted
from partners.models import Body
from regiozwolle.pages.moments.matters import Matter
from regiozwolle.pages.moments.views import matters_of


@dataclass(frozen=True)
class Handover:
    """What is known of one body: its Matters that are still to be done, its Tracks, and what it said as Points."""

    body: Body
    matters: list[Matter]
    tracks: list[Track]
    points: QuerySet

    @classmethod
    def of(cls, body):
        """The Handover of a body that has its calendar; a fixed number of queries, and none for its points yet."""
        dossiers = Dossier.objects.public().filter(tracks__body=body).distinct().order_by("-public_from", "pk")
        tracks = [track for one in dossiers.with_board() for track in one.tracks.all() if track.body_id == body.pk]
        to_do = [matter for matter in matters_of(body) if not matter.is_done]
        return cls(body, to_do, tracks, said_by(body))

    @property
    def title(self):
        return f"Overdrachtsdossier van {self.body.in_sentence}"

    @cached_property
    def promises(self):
        """The commitments to the body: first those that are open, the first that is due at the front."""
        found = [one for track in self.tracks for one in track.commitments.all()]
        return sorted(found, key=lambda one: not one.is_open)

    @property
    def conditions(self):
        """(Track, Decision) of each condition that it set and that holds."""
        return [(track, one) for track in self.tracks for one, *_ in conditions_of(track)]

    @cached_property
    def point_count(self):
        return self.points.count()

    @property
    def summary(self):
        """How much there is of each, as sentences."""
        decisions = sum(len(track.decisions.all()) for track in self.tracks)
        unanswered = sum(one.is_open for one in self.promises)
        waiting = counted(unanswered, "toezegging wacht,toezeggingen wachten")
        return (
            f"{counted(len(self.matters), 'vraag ligt,vragen liggen')} nog voor. Op de site "
            f"{'staat' if decisions == 1 else 'staan'} {counted(decisions, 'besluit,besluiten')} en "
            f"{counted(self.point_count, 'openbaar punt,openbare punten')} uit reacties."
            f"{f' {waiting} op een antwoord.' if unanswered else ''}"
        )
