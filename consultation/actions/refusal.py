"""The one exception of all acts."""


class Refused(Exception):
    """An act that the rules do not allow. Its text says why, in Dutch."""
