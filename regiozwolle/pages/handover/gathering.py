"""What a body hands over to its next members: all of it is on the site already, here it stands together."""

from dataclasses import dataclass
from functools import cached_property

from consultation.deciding.alike.conditions import conditions_of
from consultation.deciding.models import Dossier
from consultation.nota.points import said_by
from partners.ground.templatetags.dutch import counted
from partners.models import Body
from regiozwolle.pages.moments.views import matters_of


@dataclass(frozen=True)
class Handover:
    """What is known of one body; each part is read when it is asked for first, and its matters want its calendar."""

    body: Body

    @cached_property
    def matters(self):
        """The Matters that are still to be done."""
        return [matter for matter in matters_of(self.body) if not matter.is_done]

    @cached_property
    def tracks(self):
        """Its Tracks through the dossiers on the site, with all that a board shows."""
        dossiers = Dossier.objects.public().filter(tracks__body=self.body).distinct().order_by("-public_from", "pk")
        return [track for one in dossiers.with_board() for track in one.tracks.all() if track.body_id == self.body.pk]

    @property
    def points(self):
        """What it said, as a queryset of Points."""
        return said_by(self.body)

    @property
    def title(self):
        return title_of(self.body)

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
        return summed_up(self.lying_open, *self.decided, self.said)

    @property
    def lying_open(self):
        return counted(len(self.matters), "vraag ligt,vragen liggen")

    @property
    def decided(self):
        """(How many decisions there are with their verb, how many commitments wait for an answer as a sentence)."""
        decisions = sum(len(track.decisions.all()) for track in self.tracks)
        unanswered = sum(one.is_open for one in self.promises)
        waiting = f" {counted(unanswered, 'toezegging wacht,toezeggingen wachten')} op een antwoord."
        told = f"{'staat' if decisions == 1 else 'staan'} {counted(decisions, 'besluit,besluiten')}"
        return told, waiting if unanswered else ""

    @property
    def said(self):
        return counted(self.point_count, "openbaar punt,openbare punten")


def title_of(body):
    return f"Overdrachtsdossier van {body.in_sentence}"


def summed_up(lying_open, decided, waiting, said):
    """What there is of each, in words, as sentences."""
    return f"{lying_open} nog voor. Op de site {decided} en {said} uit reacties.{waiting}"
