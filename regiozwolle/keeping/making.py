"""One page that is made now, of pieces that are there already and of those that are made with it."""

from contextlib import ExitStack, contextmanager

from django.utils import timezone

from partners.ground.state import pieces
from regiozwolle.keeping.asked_of_data import asked_of_data


class KeptPiece:
    """The `words` of a piece, and the `read` of which they were made (an AskedOfData)."""

    def __init__(self, words, read, *, state, until):
        self.words, self.read, self.state, self.until = words, read, state, until

    @property
    def size(self):
        """How many bytes it takes, about."""
        return 1_000 + 2 * len(self.words)

    def is_of(self, states):
        return states.still(self.state)


class Making:
    """What is made under `states`, of pieces from the Store `kept`, until the next moment of the clock.

    `server` names the server that is read. What is new is kept by `keep`, when it still holds by then.
    """

    def __init__(self, kept, *, server, states, until):
        self.kept, self.server, self.states, self.until = kept, server, states, until
        self.new, self.reading = {}, []

    @contextmanager
    def noting(self):
        """Notes in an AskedOfData what is asked within it, and of what the pieces were made that it finds."""
        with asked_of_data() as read:
            self.reading.append(read)
            try:
                yield read
            finally:
                self.reading.pop()

    @contextmanager
    def page(self):
        """As `noting`, for all of the page."""
        with ExitStack() as until_made:
            token = pieces.keeping.set(self)
            until_made.callback(pieces.keeping.reset, token)
            yield until_made.enter_context(self.noting())

    def piece(self, make, given):
        """What `make(*given)` gives, now or when it was last made."""
        key = (self.server, make.__module__, make.__qualname__, *given)
        found = self.new.get(key) or self.kept.get(key, state=self.states, now=timezone.now())
        if found:
            for read in self.reading:
                read.also(found.read)
            return found.words
        with self.noting() as read:
            words = make(*given)
        if not read.unraised:
            self.new[key] = KeptPiece(words, read, state=self.states.of(read.parts), until=self.until)
        return words

    def keep(self, states):
        """Keeps the new pieces that still hold under `states`, the state that was read after they were made."""
        for key, new in self.new.items():
            if new.is_of(states) and timezone.now() < new.until:
                self.kept.put(key, new)
