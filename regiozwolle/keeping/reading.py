"""What a process knows of the state, and until when its pages hold by the clock."""

import threading
import time
from datetime import datetime, timedelta
from functools import partial

import psycopg
from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.utils import timezone
from psycopg.pq import ConnStatus, ExecStatus

from consultation.models.consultation import GRACE
from partners.ground import state
from partners.ground.publishing import Publishable
from regiozwolle.keeping.asking_again import question_of_all

# Which moments may lie ahead, and change what everyone reads when they come: (table, column, after how long).
AT_ONCE = timedelta(0)
MOMENTS = [
    *(
        (model._meta.db_table, column, AT_ONCE)
        for model in apps.get_models()
        if issubclass(model, Publishable) and not model._meta.proxy
        for column in ("public_from", "public_until")
    ),
    ("agenda_version", "published_at", AT_ONCE),
    ("results_report", "published_at", AT_ONCE),
    ("consultation_consultation", "opens_at", AT_ONCE),
    ("consultation_consultation", "closes_at", AT_ONCE),
    ("consultation_consultation", "closes_at", GRACE),
    ("consultation_answer", "published_at", AT_ONCE),
    ("meetings_meeting", "register_until", AT_ONCE),
    ("consultation_tablesession", "opens_at", AT_ONCE),
    ("consultation_tablesession", "closes_at", AT_ONCE),
    ("consultation_publication", "published_at", AT_ONCE),
]
# The hour in which days are reckoned, and that rows are told in the order in which they come.
AS_DJANGO_ASKS = "-c timezone=UTC"
IN_ORDER = "-c max_parallel_workers_per_gather=0 -c jit=off"
NAME, NAME_OF_PARTS = b"state", b"parts"
NEXT = "SELECT min(moment) FROM ({}) AS moments".format(
    " UNION ALL ".join(
        f"SELECT min({column}) + interval '{after.total_seconds()} seconds' AS moment FROM {table} "
        f"WHERE {column} > %(now)s - interval '{after.total_seconds()} seconds'"
        for table, column, after in MOMENTS
    )
)


class KnownState:
    """The state as one process knows it, by a connection of its own: the pool would try that before each question.

    With KEPT_UNREAD_FOR it is taken to be what it was when it was read less than so many milliseconds ago.
    """

    def __init__(self, alias=DEFAULT_DB_ALIAS):
        self.alias = alias
        self.lock = threading.Lock()
        self.connection, self.follows = None, False
        self.state, self.read_at = "", float("-inf")
        self.holds = ("", None)

    def now(self):
        """The state; with KEPT_UNREAD_FOR what it was at most so long ago. Raises psycopg.Error.

        A server that follows another is late already, and is always asked.
        """
        if not self.follows and time.monotonic() - self.read_at < settings.KEPT_UNREAD_FOR / 1000:
            return self.state
        return self.read()

    def read(self):
        """The state, read now. Raises psycopg.Error."""
        with self.lock:
            began = time.monotonic()
            self.state, self.read_at = self._twice(state_of), began
            return self.state

    def read_parts(self):
        """The States of all parts, read now. Raises psycopg.Error."""
        with self.lock:
            return state.states_in(self._twice(state_of_parts))

    def answers(self, questions, now):
        """What each of `questions` is answered at `now`, told short; None of what PostgreSQL cannot tell so."""
        if not questions:
            return []
        asked = question_of_all(questions, now).encode()
        with self.lock:
            return self._twice(partial(told_short, asked)) or [None] * len(questions)

    def until(self, found):
        """The next moment after now at which a page of the state `found` is another one: of a thing, or midnight."""
        of, ends = self.holds
        if of != found or not ends or timezone.now() >= ends:
            with self.lock:
                ends = self._twice(next_moment)
            self.holds = (found, ends)
        return ends

    def close(self):
        if self.connection is not None:
            self.connection.close()
        self.connection, self.read_at = None, float("-inf")

    def _twice(self, ask):
        """What `ask` gives of the connection; one that broke is made again, once."""
        try:
            return ask(self._connected())
        except psycopg.Error:
            self.close()
            return ask(self._connected())

    def _connected(self):
        if self.connection is None:
            given = connections[self.alias].get_connection_params() | {"autocommit": True}
            given["options"] = f"{given.get('options', '')} {AS_DJANGO_ASKS} {IN_ORDER}"
            self.connection = psycopg.connect(**given | {"cursor_factory": psycopg.Cursor})
            self.connection.pgconn.prepare(NAME, state.STATE.encode())
            self.connection.pgconn.prepare(NAME_OF_PARTS, state.STATE_OF_PARTS.encode())
            self.follows = self.connection.execute("SELECT pg_is_in_recovery()").fetchone()[0]
        return self.connection


def state_of(given):
    """The state by the connection `given`, asked of libpq itself: a cursor takes as long as all the rest of a page."""
    return prepared(given, NAME)


def state_of_parts(given):
    """The same of all parts: the words of a States."""
    return prepared(given, NAME_OF_PARTS)


def told_short(asked, given):
    """The values in the one row that `asked` is answered with, or None when it cannot be asked so."""
    answer = given.pgconn.exec_(asked)
    if answer.status != ExecStatus.TUPLES_OK:
        if given.pgconn.status != ConnStatus.OK:
            raise psycopg.OperationalError(answer.error_message.decode(errors="replace"))
        return None
    return [answer.get_value(0, column) for column in range(answer.nfields)]


def prepared(given, name):
    """The one value that the question with this name has for an answer."""
    answer = given.pgconn.exec_prepared(name, None)
    if answer.status != ExecStatus.TUPLES_OK:
        kind = psycopg.DatabaseError if given.pgconn.status == ConnStatus.OK else psycopg.OperationalError
        raise kind(answer.error_message.decode(errors="replace"))
    return answer.get_value(0, 0).decode()


def next_moment(given):
    """When what everyone reads changes by the clock: of a thing, or midnight. `given` executes: one query."""
    now = timezone.now()
    (ahead,) = given.execute(NEXT, {"now": now}).fetchone()
    return min(filter(None, [ahead, midnight_after(now)]))


def midnight_after(moment):
    """The first moment of the day that comes after `moment` here."""
    here = timezone.get_current_timezone()
    day = timezone.localdate(moment) + timedelta(days=1)
    return datetime(day.year, day.month, day.day, tzinfo=here)
