"""One page that is made now, of pieces that are there already and of those that are made with it."""

from contextlib import ExitStack, contextmanager
from functools import cached_property

from django.db import connections
from django.utils import timezone
from psycopg.adapt import Transformer

from partners.ground.state import pieces
from regiozwolle.keeping.asked_of_data import AskedOfData, AskedQuestion
from regiozwolle.keeping.asking_again import again_of, hear, renewed


class KeptPiece:
    """The `words` of a piece, HTML or tuples of that, and the `read` of which they were made under `states`.

    That is an AskedOfData.
    """

    def __init__(self, words, read, *, states, until):
        self.words, self.read, self.states, self.until = words, read, states, until
        self.parts = read.parts
        self.state = states.of(self.parts)

    @cached_property
    def size(self):
        """How many bytes it takes, about."""
        return 1_000 + 2 * len(str(self.words)) + self.read.size

    def is_of(self, states):
        return states.still(self.state)


class Making:
    """What is made under `states`, of pieces from the Store `kept`, until the next moment of the clock.

    `server` names the server that is read, of which `known` knows the state. What is new is kept by `keep`, when it
    still holds by then.
    """

    def __init__(self, kept, *, server, known, states, until):
        self.kept, self.server, self.known, self.states, self.until = kept, server, known, states, until
        self.new, self.reading = {}, []
        self.began, self.writing = timezone.now(), None

    @contextmanager
    def noting(self):
        """Notes in an AskedOfData what is asked within it, and of what the pieces were made that it finds."""
        read = AskedOfData()
        self.reading.append(read)
        try:
            yield read
        finally:
            self.reading.pop()
            read.count_once()

    @contextmanager
    def page(self):
        """As `noting`, for all of the page, and of each server."""
        with ExitStack() as until_made:
            token = pieces.keeping.set(self)
            until_made.callback(pieces.keeping.reset, token)
            for connection in connections.all():
                until_made.enter_context(connection.execute_wrapper(self.note))
            yield until_made.enter_context(self.noting())

    def note(self, execute, sql, params, many, context):
        """Notes a question, and lets it be asked."""
        words, connection = str(sql), context["connection"]
        is_known = not many and connection.alias == self.known.alias
        again = again_of(words, params, since=self.began, written=self.written(connection)) if is_known else None
        question = AskedQuestion(words, params, again)
        for read in self.reading:
            read.questions.append(question)
        return execute(sql, params, many, context)

    def written(self, connection):
        """What writes values in a question to the server that is read; one for all of the page."""
        if self.writing is None:
            self.writing = Transformer(connection.connection)
        return self.writing

    def piece(self, make, given):
        """What `make(*given)` gives, now or when it was last made."""
        key = (self.server, make.__module__, make.__qualname__, *given)
        found = self.new.get(key) or self.kept.get(key, state=self.states, now=timezone.now()) or self.renewed(key)
        if found:
            for read in self.reading:
                read.also(found.read)
            return found.words
        with self.noting() as read:
            words = make(*given)
        if not read.unraised:
            self.new[key] = KeptPiece(words, read, states=self.states, until=self.until)
        return words

    def renewed(self, key):
        """The piece that was kept, when all that it asked is answered as it was."""
        found = renewed(self.kept.there(key), known=self.known, states=self.states, until=self.until)
        if found:
            self.new[key] = found
        return found

    def hear(self, read):
        """Hears what PostgreSQL answers to all that was `read`; the state is to be read after it."""
        hear(read.questions, self.known)

    def keep(self, states):
        """Keeps the new pieces that still hold under `states`, the state that was read after they were made."""
        for key, new in self.new.items():
            if new.is_of(states) and timezone.now() < new.until:
                self.kept.put(key, new)
