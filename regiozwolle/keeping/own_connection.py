"""A connection that one process has beside the pool, which would try it before each question."""

import threading

import psycopg
from django.db import connections
from psycopg.pq import ConnStatus, ExecStatus


class OwnConnection:
    """One to the server that `alias` names, with `options` of its own and questions `prepared` under their names.

    It is made at the first question, and made again, once, when it broke. One asks at a time.
    """

    def __init__(self, alias, *, options="", prepared=()):
        self.alias, self.options, self.prepared = alias, options, prepared
        self.lock = threading.Lock()
        self.connection, self.follows = None, False

    def ask(self, question):
        """What `question` gives of the connection. Raises psycopg.Error."""
        with self.lock:
            try:
                return question(self.connected())
            except psycopg.Error:
                self.close()
                return question(self.connected())

    def close(self):
        if self.connection is not None:
            self.connection.close()
        self.connection = None

    def connected(self):
        if self.connection is None:
            given = connections[self.alias].get_connection_params() | {"autocommit": True}
            given["options"] = f"{given.get('options', '')} {self.options}"
            self.connection = psycopg.connect(**given | {"cursor_factory": psycopg.Cursor})
            for name, words in self.prepared:
                self.connection.pgconn.prepare(name, words.encode())
            self.follows = self.connection.execute("SELECT pg_is_in_recovery()").fetchone()[0]
        return self.connection


def values_in(answer, given):
    """The values in the one row of libpq's `answer`, over the connection `given`."""
    if answer.status != ExecStatus.TUPLES_OK:
        kind = psycopg.DatabaseError if given.pgconn.status == ConnStatus.OK else psycopg.OperationalError
        raise kind(answer.error_message.decode(errors="replace"))
    return [answer.get_value(0, column) for column in range(answer.nfields)]
