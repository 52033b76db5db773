"""The refusal that has more to say than a sentence."""

from partners.ground.refusal import Refused


class Overtaken(Refused):
    """Somebody wrote since this form was read; `points` hold what they wrote."""

    def __init__(self, points):
        super().__init__("Deze tekst is intussen gewijzigd, in een ander venster of door iemand van uw groep.")
        self.points = points
