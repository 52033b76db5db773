"""What every act of every app raises when the rules do not allow it."""


class Refused(Exception):
    """An act that the rules do not allow. Its text says why, as Dutch sentences for whoever asked for it."""
