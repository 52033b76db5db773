"""What a process knows of the state, and until when its pages hold by the clock."""

import threading
import time
from datetime import datetime, timedelta
from functools import partial

from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.utils import timezone
from psycopg.pq import ConnStatus, ExecStatus

from consultation.models.consultation import GRACE
from partners.ground import state
from partners.ground.publishing import Publishable
from regiozwolle.keeping.asking_again import question_of_all
from regiozwolle.keeping.own_connection import OwnConnection, values_in

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
# What is asked again is asked in the time zone of Django, and rows are told in the order in which they come; what
# takes as long as a page at most (milliseconds).
AS_DJANGO_ASKS = "-c timezone=UTC -c max_parallel_workers_per_gather=0 -c statement_timeout=3000"
NAME, NAME_OF_PARTS, NAME_OF_NEXT = b"state", b"parts", b"next"


def moment_of(table, column, after, now):
    """The question when the first moment comes that lies so long `after` one in this column."""
    later, earlier = (f"{sign} interval '{after.total_seconds()} s'" if after else "" for sign in "+-")
    return f"SELECT min({column}){later} AS moment FROM {table} WHERE {column} > {now}{earlier}"


def first_of_moments(now):
    """The question which of all MOMENTS comes first after `now`, a place for a parameter."""
    return f"SELECT min(moment) FROM ({' UNION ALL '.join(moment_of(*one, now) for one in MOMENTS)}) AS moments"


NEXT, NEXT_PREPARED = first_of_moments("%(now)s"), first_of_moments("$1::timestamptz")


class KnownState:
    """The state as one process knows it, by a connection of its own, and what is asked again by another.

    With KEPT_UNREAD_FOR it is taken to be what it was when it was read less than so many milliseconds ago.
    """

    def __init__(self, alias=DEFAULT_DB_ALIAS):
        self.alias = alias
        questions = [(NAME, state.STATE), (NAME_OF_PARTS, state.STATE_OF_PARTS), (NAME_OF_NEXT, NEXT_PREPARED)]
        self.reading = OwnConnection(alias, prepared=questions)
        # Who waits for many answers keeps nobody from the state.
        self.asking = OwnConnection(alias, options=AS_DJANGO_ASKS)
        self.lock = threading.Lock()
        self.state, self.read_at = "", float("-inf")
        self.holds = ("", None)

    def now(self):
        """The state; with KEPT_UNREAD_FOR what it was at most so long ago. Raises psycopg.Error.

        A server that follows another is late already, and is always asked.
        """
        if not self.reading.follows and time.monotonic() - self.read_at < settings.KEPT_UNREAD_FOR / 1000:
            return self.state
        return self.read()

    def read(self):
        """The state, read after it was asked for; all who wait share what is read next. Raises psycopg.Error."""
        asked_at = time.monotonic()
        with self.lock:
            if self.read_at <= asked_at:
                began = time.monotonic()
                self.state, self.read_at = self.reading.ask(state_of), began
            return self.state

    def read_parts(self):
        """The States of all parts, read now. Raises psycopg.Error."""
        return state.states_in(self.reading.ask(state_of_parts))

    def answers(self, questions, now):
        """What each of `questions` is answered at `now`, told short; None of each when PostgreSQL cannot tell so."""
        if not questions:
            return []
        return self.asking.ask(partial(told_short, question_of_all(questions, now))) or [None] * len(questions)

    def until(self, found):
        """The next moment after now at which a page of the state `found` is another one: of a thing, or midnight."""
        of, ends = self.holds
        if of != found or not ends or timezone.now() >= ends:
            ends = self.reading.ask(next_moment_told)
            self.holds = (found, ends)
        return ends

    def close(self):
        self.reading.close()
        self.asking.close()
        self.read_at = float("-inf")


def state_of(given):
    """The state by the connection `given`, asked of libpq itself: a cursor takes as long as all the rest of a page."""
    return prepared(given, NAME).decode()


def state_of_parts(given):
    """The same of all parts: the words of a States."""
    return prepared(given, NAME_OF_PARTS).decode()


def prepared(given, name, *parameters):
    """The one value that the question with this name has for an answer, in bytes; or None."""
    return values_in(given.pgconn.exec_prepared(name, parameters or None), given)[0]


def told_short(asked, given):
    """The values in the one row that `asked` is answered with; None when PostgreSQL refuses it or takes too long."""
    answer = given.pgconn.exec_(asked.encode())
    is_refused = answer.status == ExecStatus.FATAL_ERROR and given.pgconn.status == ConnStatus.OK
    return None if is_refused else values_in(answer, given)


def next_moment(cursor):
    """When what everyone reads changes by the clock: of a thing, or midnight. One query."""
    now = timezone.now()
    (ahead,) = cursor.execute(NEXT, {"now": now}).fetchone()
    return min(filter(None, [ahead, midnight_after(now)]))


def next_moment_told(given):
    """The same, asked of libpq itself."""
    now = timezone.now()
    told = prepared(given, NAME_OF_NEXT, now.isoformat().encode())
    ahead = told and datetime.fromisoformat(told.decode())
    return min(filter(None, [ahead, midnight_after(now)]))


def midnight_after(moment):
    """The first moment of the day that comes after `moment` here."""
    here = timezone.get_current_timezone()
    day = timezone.localdate(moment) + timedelta(days=1)
    return datetime(day.year, day.month, day.day, tzinfo=here)
