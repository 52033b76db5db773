"""Of which parts of the data a page is made: those whose tables were asked for while it was made.

Nobody writes down what a page reads, so nobody can forget it. What was read decides what is read next, so a page can
only be another one after a change in something that it did ask.
"""

import re
from contextlib import ExitStack, contextmanager
from functools import lru_cache

from django.db import connections

from partners.ground.state import EVERYTHING
from partners.ground.state.parts import part_of
from regiozwolle.history.tables import TABLES

WORD = re.compile(r"\w+")
# A line of the record is written in the transaction of the change that it tells, and that alone raises the state.
OF_THE_RECORD = {"ground_act", "ground_change"}
OF_SOME_TABLES = '"ground_change"."table_name"'
# These never change: a file is another row when it is another file, and the last follow from the code. How often a
# visitor asked for something costly says no page.
FIXED = {"ground_storedfile", "ground_filechunk", "django_content_type", "auth_permission", "ground_tally"}


class AskedOfData:
    """What was asked while something was made; `unraised` are the tables whose changes nobody would notice."""

    def __init__(self):
        self.tables, self.told = set(), set()

    def __call__(self, execute, sql, params, many, context):
        words = str(sql)
        tables = tables_in(words)
        # Of the record, the lines about the tables that are asked for, and no others.
        told = TABLES.keys() & set(strings_in(params)) if tables & OF_THE_RECORD and OF_SOME_TABLES in words else set()
        self.tables |= tables - OF_THE_RECORD | told if told else tables
        self.told |= told
        return execute(sql, params, many, context)

    def also(self, other):
        """Counts what was asked in `other` as well."""
        self.tables |= other.tables
        self.told |= other.told

    @property
    def unraised(self):
        known = OF_THE_RECORD | FIXED | self.told
        return {table for table in self.tables - known if not TABLES[table].raises_when}

    @property
    def parts(self):
        """The names of the parts, or EVERYTHING."""
        return EVERYTHING if self.tables & OF_THE_RECORD else {part_of(table) for table in self.tables - FIXED}


@contextmanager
def asked_of_data():
    """Notes in an AskedOfData what is asked of the database within it, of each server."""
    asked = AskedOfData()
    with ExitStack() as noting:
        for connection in connections.all():
            noting.enter_context(connection.execute_wrapper(asked))
        yield asked


def strings_in(params):
    """The strings among `params` of a question, and in the lists among them."""
    for one in params or ():
        if isinstance(one, str):
            yield one
        elif isinstance(one, list | tuple):
            yield from strings_in(one)


@lru_cache(maxsize=2048)
def tables_in(sql):
    """The tables that `sql` names; a word that happens to be the name of one counts as well."""
    return TABLES.keys() & set(WORD.findall(sql))
