"""The state of all that pages for everyone are made of: a short string, another one after every change of it.

What was made of the data can be kept under the state that was read before it was made, as long as that is still the
state afterwards: then nothing changed in between. Who finds it under the state of now has what would be made now.
The clock changes pages too, and is no part of it. See docs/decisions/0041-kept-pages.md.
"""

from django.db import DEFAULT_DB_ALIAS, connections

# How often changes were committed, in this table of this database, since its server started. A database that is put
# back may count what it counted before, and then is another one or on a server that started anew.
STATE = """
SELECT concat_ws('.', (SELECT oid FROM pg_database WHERE datname = current_database()), 'ground_state'::regclass::oid,
    extract(epoch FROM pg_postmaster_start_time()), coalesce(sum(raised), 0)) FROM ground_state
"""


def read(using=DEFAULT_DB_ALIAS):
    """The state as this connection sees it: within a transaction, its own changes too, but only the first of them."""
    with connections[using].cursor() as cursor:
        cursor.execute(STATE)
        return cursor.fetchone()[0]
