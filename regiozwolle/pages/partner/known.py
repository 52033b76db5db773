"""What several parts of a page ask of one partner, each read once for all of them."""

from functools import cached_property

from regiozwolle.pages.partner.bodies import tracks_of
from regiozwolle.pages.partner.figures import figures_of, participations_of


class KnownOfPartner:
    """What is known of `partner`; each is read when it is asked for first."""

    def __init__(self, partner):
        self.partner = partner

    @cached_property
    def populations(self):
        """Its counted inhabitants, the newest first."""
        return list(self.partner.populations.latest_first().select_related("source"))

    @cached_property
    def figures(self):
        return figures_of(self.partner)

    @cached_property
    def tracks(self):
        return tracks_of(self.partner.bodies)

    @cached_property
    def participations(self):
        return list(participations_of(self.partner))
