"""Pieces of pages that many pages show, or that cost much, kept apart from the page around them.

While a page is made that will be kept, `keeping` holds who keeps its pieces. A piece is made anew only when something
changed that was asked while it was made; everywhere else, its function is called as any other.
"""

from contextvars import ContextVar
from functools import wraps

keeping = ContextVar("keeping", default=None)


def piece(make):
    """Lets what `make` gives be kept: HTML for everyone, or tuples of it, of numbers and of days, that follows from the
    data and what it is given, alone.

    It is given strings and numbers only, and tuples of those. A row would bring with it what was asked before, which
    nobody noted. What asks nothing itself, but shows what it is given, is made once for each that it is given.
    """

    @wraps(make)
    def kept(*given):
        keeper = keeping.get()
        if keeper is None:
            return make(*given)
        if not is_plain(given):
            raise TypeError(f"{make.__qualname__} is a piece, and is given strings and numbers alone.")
        return keeper.piece(make, given)

    return kept


def is_plain(given):
    """Whether the tuple `given` holds nothing but strings, numbers, None, and tuples of those."""
    return all(is_plain(one) if isinstance(one, tuple) else isinstance(one, str | int | None) for one in given)


def are_kept():
    """Whether pieces are kept of the page that is made now."""
    return keeping.get() is not None
