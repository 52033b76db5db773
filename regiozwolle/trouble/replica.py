"""Reading from a streaming replica, where REPLICA_URL names one: pages that are kept, and nothing else.

The first server stays the only truth: whatever is written, and whatever somebody reads who may have written, goes
there. Whether the replica follows is looked at beside the requests, so that none waits for one that is gone or gets a
page of one that fell behind. See docs/decisions/0044-more-than-one-machine.md.
"""

import logging
import threading
import time
from contextlib import contextmanager
from contextvars import ContextVar

import psycopg
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections

logger = logging.getLogger(__name__)

REPLICA = "replica"
PAUSE = 0.5  # seconds between two looks
# It receives what the first server writes, and has done all of it, or all until a moment ago.
FOLLOWS = """
SELECT pg_is_in_recovery() AND EXISTS (SELECT FROM pg_stat_wal_receiver)
    AND (pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn()
        OR now() - pg_last_xact_replay_timestamp() < interval '1 second')
"""

follows = threading.Event()
chosen = ContextVar("chosen", default=DEFAULT_DB_ALIAS)


class Router:
    """Which server is asked. Who is in a transaction reads where they write."""

    def db_for_read(self, model, **hints):
        return DEFAULT_DB_ALIAS if connection.in_atomic_block else chosen.get()

    def db_for_write(self, model, **hints):
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one, other, **hints):
        """Any: all are rows of one database."""
        return True

    def allow_migrate(self, db, app_label, **hints):
        return db == DEFAULT_DB_ALIAS


def best():
    """The alias of the server to read from now."""
    return REPLICA if follows.is_set() else DEFAULT_DB_ALIAS


@contextmanager
def read_from(alias):
    """Lets what is read within it come from the server with that alias."""
    token = chosen.set(alias)
    try:
        yield
    finally:
        chosen.reset(token)


def is_read():
    """Whether what is read now comes from the replica."""
    return chosen.get() == REPLICA


def follow():
    """Begins to look whether the replica follows, in this process, where there is one."""
    if REPLICA in settings.DATABASES:
        threading.Thread(target=keep_looking, name="replica", daemon=True).start()


def keep_looking():
    while True:
        try:
            with psycopg.connect(**connections[REPLICA].get_connection_params() | {"autocommit": True}) as own:
                while True:
                    tell(is_following=own.execute(FOLLOWS).fetchone()[0])
                    time.sleep(PAUSE)
        except psycopg.Error:
            tell(is_following=False)
            time.sleep(PAUSE)


def tell(*, is_following):
    if is_following != follows.is_set():
        logger.warning("The replica %s.", "follows" if is_following else "does not follow, so it is not read")
    (follows.set if is_following else follows.clear)()
