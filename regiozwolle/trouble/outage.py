"""Whether the database is away, as this process last saw it.

The first visitor who finds it away waits as long as the pool of connections does. From then on nobody waits: all are
answered at once, until a thread that tries once a second has reached it again.
"""

import logging
import threading
import time

import psycopg
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections

from regiozwolle.trouble import replica

logger = logging.getLogger(__name__)

PAUSE = 1  # seconds between two attempts
# PostgreSQL stops or starts, it has no connection left, or the connection broke (class 08).
GONE = ("57P01", "57P02", "57P03", "53300", "08")

# It answers and takes nothing: a follower that is not yet the first, or a disk that its keeper guards from filling up.
READ_ONLY = "25006"

away = threading.Event()


def is_gone(error):
    """Whether `error` says that there is no database to ask. One that it answers itself says something else."""
    state = getattr(error.__cause__, "sqlstate", None)
    return isinstance(error, OperationalError | InterfaceError) and (state is None or state.startswith(GONE))


def is_read_only(error):
    """Whether `error` says that the database takes nothing now, though it is there to be read."""
    return getattr(error.__cause__, "sqlstate", None) == READ_ONLY


def begin():
    """Has all answered at once from now on, and looks each second whether that may stop; a replica is passed by."""
    if replica.is_read():
        replica.tell(is_following=False)
    elif not away.is_set():
        away.set()
        threading.Thread(target=wait_for_return, name="outage", daemon=True).start()


def wait_for_return():
    """Ends the outage as soon as a connection can be made; outside the pool, which waits longer each time."""
    began = time.monotonic()
    while not answers():
        time.sleep(PAUSE)
    away.clear()
    logger.warning("The database is back after %.0f seconds.", time.monotonic() - began)


def answers():
    """Whether the database lets us in now."""
    try:
        psycopg.connect(**connections[DEFAULT_DB_ALIAS].get_connection_params()).close()
    except psycopg.Error:
        return False
    return True
