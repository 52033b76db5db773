"""Two people who do something at the same moment, each with a connection of their own."""

import inspect
import time
from dataclasses import dataclass, field
from functools import wraps
from threading import Thread
from typing import NamedTuple

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from partners.ground.refusal import Refused

PATIENCE = 10  # seconds
# Who waits for a lock, of those who use this database. Read from the locks themselves, for a transaction sees the
# sessions of pg_stat_activity as they were at its first look, so never the one that comes after it.
WAITING = """
SELECT count(*) FROM pg_locks WHERE NOT granted AND pid IN (
    SELECT pid FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database WHERE datname = current_database()
)
"""
# The acts that a test lets two people do at once, by their names.
tried = set()


class Race(NamedTuple):
    """What the first does and then the second, and what becomes of the second.

    `refused` is part of the sentence with which it is refused, "" when it is done as well; `gives` is what it then
    gives, where that says anything. `left` tells afterwards whether all is as it should be.
    """

    first: object
    second: object
    refused: str = ""
    gives: object = None
    left: object = None


def twice(act, **outcome):
    """Both do the same."""
    return Race(act, act, **outcome)


def race(act, *, waits=True):
    """Makes a test of a function that gives the Race in which somebody waits with `act`, or passes over it."""
    tried.add(name_of(act))

    def make(function):
        @pytest.mark.django_db(transaction=True)
        @wraps(function)
        def test(**fixtures):
            run = function(**fixtures)
            outcome = at_once(run.first, run.second, waits=waits)
            assert run.refused in outcome.refused
            assert bool(outcome.refused) == bool(run.refused)
            if run.gives is not None:
                assert outcome.gave == run.gives
            assert run.left is None or run.left()

        return test

    return make


def name_of(act):
    """Where an act is, as 'agenda.actions.publish'."""
    act = inspect.unwrap(act)
    return f"{act.__module__}.{act.__name__}"


@dataclass
class Outcome:
    """What became of what somebody did: what it gave, or the sentence with which it was refused."""

    gave: object = None
    refused: str = ""
    error: BaseException | None = field(default=None, repr=False)


def at_once(first, second, *, waits):
    """Does `first`, and before that is saved `second` on another connection. Returns the Outcome of the second.

    Raises AssertionError when the second does not wait until the first is saved, for then it acts on what is no longer
    so; or when it does wait and should not.
    """
    outcome = Outcome()

    def act():
        try:
            outcome.gave = second()
        except Refused as refusal:
            outcome.refused = str(refusal)
        except ValidationError as refusal:
            outcome.refused = " ".join(refusal.messages)
        except BaseException as error:  # raised again below, in the thread of the test
            outcome.error = error
        finally:
            connection.close()

    thread = Thread(target=act)
    with transaction.atomic():
        first()
        thread.start()
        assert is_waiting(thread) if waits else is_done(thread), outcome
    thread.join(PATIENCE)
    assert not thread.is_alive()
    if outcome.error:
        raise outcome.error
    return outcome


def is_done(thread):
    """Whether the thread ends by itself; for a moment it may wait for something else than what the first holds."""
    thread.join(PATIENCE)
    return not thread.is_alive()


def is_waiting(thread):
    """Whether what the thread does comes to wait for a lock of the database."""
    until = time.monotonic() + PATIENCE
    while thread.is_alive() and time.monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return True
        time.sleep(0.01)
    return False
