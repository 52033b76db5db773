"""The state of all that pages for everyone are made of: a short string, another one after every change of it.

What was made of the data can be kept under the state that was read before it was made, as long as that is still the
state afterwards: then nothing changed in between. Who finds it under the state of now has what would be made now.
The clock changes pages too, and is no part of it. See docs/decisions/0041-kept-pages.md.

Beside it stands the state of each part of the data (`parts.py`), for what is made of some of them alone:
docs/decisions/0064-pieces-under-a-state-per-part.md.
"""

from typing import NamedTuple

from django.db import DEFAULT_DB_ALIAS, connections

# How often changes were committed, in this table of this database, since its server started. A database that is put
# back may count what it counted before, and then is another one or on a server that started anew.
STATE = """
SELECT concat_ws('.', (SELECT oid FROM pg_database WHERE datname = current_database()), 'ground_state'::regclass::oid,
    extract(epoch FROM pg_postmaster_start_time()), coalesce(sum(raised), 0)) FROM ground_state
"""

# The same, and after it how often each part changed: "STATE agenda=3 partners=12". One question.
STATE_OF_PARTS = f"""
SELECT concat_ws(' ', ({STATE}), (
    SELECT string_agg(part || '=' || total, ' ')
    FROM (SELECT part, sum(raised) AS total FROM ground_state_part GROUP BY part) AS parts
))
"""


class States(NamedTuple):
    """The state of all, and of the parts that ever changed: how often. `database` is which database that is of."""

    of_all: str
    of_parts: dict

    @property
    def database(self):
        return self.of_all.rpartition(".")[0]

    def of(self, parts):
        """What a thing that was made of `parts` alone is kept under; of all of it when `parts` is EVERYTHING."""
        if parts is EVERYTHING:
            return self.of_all
        return self.database, tuple((part, self.of_parts.get(part)) for part in sorted(parts))

    def changed_since(self, before):
        """The names of the parts that are of another state than in the States `before`."""
        return {part for part, raised in self.of_parts.items() if before.of_parts.get(part) != raised}

    def still(self, kept):
        """Whether `kept`, which is of `of`, still is."""
        if isinstance(kept, str):
            return kept == self.of_all
        database, parts = kept
        return all(self.of_parts.get(part) == raised for part, raised in parts) and database == self.database


EVERYTHING = None


def states_in(words):
    """The States in what STATE_OF_PARTS answers."""
    of_all, *parts = words.split(" ")
    return States(of_all, dict(part.split("=") for part in parts))


def read(using=DEFAULT_DB_ALIAS):
    """The state as this connection sees it: within a transaction, its own changes too, but only the first of them."""
    with connections[using].cursor() as cursor:
        cursor.execute(STATE)
        return cursor.fetchone()[0]


def read_parts(using=DEFAULT_DB_ALIAS):
    """The States, as `read`; within a transaction with the first change of its own in each part."""
    with connections[using].cursor() as cursor:
        cursor.execute(STATE_OF_PARTS)
        return states_in(cursor.fetchone()[0])
