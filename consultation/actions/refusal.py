"""The exceptions of all acts."""


class Refused(Exception):
    """An act that the rules do not allow. Its text says why, in Dutch."""


class Overtaken(Refused):
    """Somebody wrote since this form was read; `points` hold what they wrote."""

    def __init__(self, points):
        super().__init__("Deze tekst is intussen gewijzigd, in een ander venster of door iemand van uw groep.")
        self.points = points
