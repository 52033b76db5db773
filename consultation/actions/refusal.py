"""The refusal that has more to say than a sentence."""

from consultation.authorship import last_hand
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import listed


class Overtaken(Refused):
    """Somebody wrote since `reader` read this form; `points` hold what they wrote."""

    def __init__(self, points, *, reader):
        super().__init__(f"Deze tekst is intussen gewijzigd, {by_whom(points, reader)}.")
        self.points = points


def by_whom(points, reader):
    """By whom `points` were changed, to `reader`; their own other window is one of the others."""
    names = sorted({last_hand(point, reader) for point in points})
    if "" in names:
        return "in een ander venster of door iemand van uw groep"
    others = listed(name for name in names if name != "u")
    return f"door {others}" if others else "in een ander venster"
