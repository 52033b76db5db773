"""Pieces of pages that many pages show, or that cost much, kept apart from the page around them.

While a page is made that will be kept, `keeping` holds who keeps its pieces. A piece is made anew only when something
changed that was asked while it was made; everywhere else, its function is called as any other.
"""

from contextvars import ContextVar
from functools import wraps

keeping = ContextVar("keeping", default=None)


def piece(make):
    """Lets what `make` gives be kept: HTML for everyone, that follows from the data and what it is given, alone.

    It is given strings and numbers only. A row would bring with it what was asked before, which nobody noted.
    """

    @wraps(make)
    def kept(*given):
        keeper = keeping.get()
        if keeper is None:
            return make(*given)
        if not all(isinstance(one, str | int) for one in given):
            raise TypeError(f"{make.__qualname__} is a piece, and is given strings and numbers alone.")
        return keeper.piece(make, given)

    return kept


def are_kept():
    """Whether pieces are kept of the page that is made now."""
    return keeping.get() is not None
