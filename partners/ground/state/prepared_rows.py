"""Querysets that many pages read, of which the SQL is made once: making it takes longer than reading the rows."""

from copy import copy
from datetime import datetime

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Prefetch
from django.utils import timezone

from partners.ground.state.prepared import STAND_INS

NOW = object()


class PreparedRows:
    """The rows of the queryset that `question` makes of some keys, with what it joins, annotates and reads ahead.

    A key is a whole number or a string, that the queryset compares a column with. `question` asks nothing itself and
    depends on nothing but its keys and the clock: its SQL holds for a day, and each `timezone.now()` in it is now.
    """

    def __init__(self, question):
        self.question = question
        self.made = (None, None)

    def ask(self, *keys):
        """A list of the rows for these `keys`, read now."""
        return self.made_today(keys).rows(keys)

    def sql(self, *keys):
        """(The SQL, its parameters) for these `keys` as of now, to ask something of those rows."""
        made = self.made_today(keys)
        return made.sql, made.parameters_of(keys)

    def made_today(self, keys):
        today = timezone.localdate()
        day, made = self.made
        if day != today:
            made = Made(self.question, keys)
            self.made = (today, made)
        return made

    def first(self, *keys):
        """The first row for these `keys`, or None; the queryset should read no more than one."""
        return next(iter(self.ask(*keys)), None)


class Made:
    """The queryset of a `question` about keys such as these, with its SQL, in which each key has a place."""

    def __init__(self, question, keys):
        stand_ins = [stand_in(place, key) for place, key in enumerate(keys)]
        began = timezone.now()
        connection = connections[DEFAULT_DB_ALIAS]
        connection.ensure_connection()  # which asks something itself
        with connection.execute_wrapper(refuse):
            self.queryset = question(*stand_ins)
            self.compiler = self.queryset.query.get_compiler(DEFAULT_DB_ALIAS)
            self.sql, parameters = self.compiler.as_sql()
        refuse_other_moments(self.queryset, parameters, since=began)
        if missing := set(stand_ins) - {one for one in parameters if isinstance(one, str | int)}:
            raise ValueError(f"A prepared question compares no column with {missing}.")
        self.parameters = [NOW if isinstance(one, datetime) else one for one in parameters]
        self.places = [(at, stand_ins.index(one)) for at, one in enumerate(parameters) if one in stand_ins]

    def parameters_of(self, keys):
        now = timezone.now()
        parameters = [now if one is NOW else one for one in self.parameters]
        for at, place in self.places:
            parameters[at] = keys[place]
        return tuple(parameters)

    def rows(self, keys):
        """What Django makes of the rows for these `keys`: all but the SQL is its own."""
        parameters = self.parameters_of(keys)
        queryset = self.queryset.all()
        compiler = copy(self.compiler)
        compiler.using, compiler.connection = queryset.db, connections[queryset.db]
        compiler.as_sql = lambda: (self.sql, parameters)
        queryset.query.get_compiler = lambda *_, **__: compiler
        return list(queryset)


def refuse_other_moments(queryset, parameters, *, since):
    """Raises ValueError when a queryset that was made `since` then asks of another moment than now."""
    moments, now = [one for one in parameters if isinstance(one, datetime)], timezone.now()
    if any(not since <= one <= now for one in moments) or is_of_moment_ahead(queryset):
        raise ValueError("A question about another moment than now cannot be prepared.")


def is_of_moment_ahead(queryset):
    """Whether what it reads ahead is asked at a moment: that would be the one at which its SQL was made."""
    ahead = [one.queryset for one in queryset._prefetch_related_lookups if isinstance(one, Prefetch)]
    return any(is_of_moment(one) or is_of_moment_ahead(one) for one in ahead if one is not None)


def is_of_moment(queryset):
    return any(isinstance(one, datetime) for one in queryset.query.sql_with_params()[1])


def give(row, name, rows):
    """Lets the relation `name` of a `row` to many hold these `rows`, as if they were read ahead."""
    relation = getattr(row, name)
    held = relation.all()
    held._result_cache, held._prefetch_done = rows, True
    for one in rows:
        setattr(one, relation.field.name, row)
    row._prefetched_objects_cache = getattr(row, "_prefetched_objects_cache", {}) | {name: held}


def stand_in(place, key):
    """What stands for a key such as `key` while the SQL is made: of its kind, and nowhere a key."""
    return f"\x02{place}\x03" if isinstance(key, str) else STAND_INS[place]


def refuse(execute, sql, *_):
    raise ValueError(f"What a prepared question asks while it is made would hold for a day: {sql}")
