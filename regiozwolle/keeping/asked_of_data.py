"""Of which parts of the data a page is made: those whose tables were asked for while it was made.

Nobody writes down what a page reads, so nobody can forget it. What was read decides what is read next, so a page can
only be another one after a change in what it did ask; and it is the same one when all that is answered as it was.
"""

import re
from functools import cached_property, lru_cache

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


class AskedQuestion:
    """One question about `tables`; of those in `told` it asks what the record tells.

    `again` is how to ask it again, or None; `answer` what that gives, told short (`asking_again.py`).
    """

    def __init__(self, sql, params, again=None):
        asked = tables_in(sql)
        # Of the record, the lines about the tables that are asked for, and no others.
        of_some = asked & OF_THE_RECORD and OF_SOME_TABLES in sql
        self.told = TABLES.keys() & set(strings_in(params)) if of_some else frozenset()
        self.tables = asked - OF_THE_RECORD | self.told if self.told else asked
        self.again, self.answer = again, None

    @property
    def is_fixed(self):
        """Whether nothing changes what it is answered."""
        return bool(self.tables) and self.tables <= FIXED

    @cached_property
    def parts(self):
        return parts_of(self.tables)

    def is_about(self, changed):
        """Whether it asks something of the parts `changed`."""
        return self.parts is EVERYTHING or bool(self.parts & changed)

    @property
    def size(self):
        """How many bytes it takes, about."""
        return 300 + len(self.again or "")


class AskedOfData:
    """What was asked while something was made."""

    def __init__(self):
        self.questions = []

    def also(self, other):
        """Counts what was asked in `other` as well."""
        self.questions += other.questions

    def count_once(self):
        """Counts each question once; what pieces share was asked for each of them."""
        self.questions = list(dict.fromkeys(self.questions))

    @property
    def unraised(self):
        """The tables whose changes nobody would notice."""
        told = {table for question in self.questions for table in question.told}
        known = OF_THE_RECORD | FIXED | told
        return {table for table in self.tables - known if not TABLES[table].raises_when}

    @property
    def tables(self):
        return {table for question in self.questions for table in question.tables}

    @property
    def parts(self):
        """The names of the parts, or EVERYTHING."""
        return parts_of(self.tables)

    @property
    def size(self):
        return sum(question.size for question in self.questions)


def parts_of(tables):
    """The names of the parts in which `tables` lie, or EVERYTHING."""
    return EVERYTHING if tables & OF_THE_RECORD else {part_of(table) for table in tables - FIXED}


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
