"""Questions that are asked at many pages, whose SQL is made once: making that costs far more than asking it."""

from datetime import datetime

from django.db import connection
from django.utils import timezone

# Keys that no row has, to be found again in the SQL; as many as a question can have.
STAND_INS = range(-2_000_000_001, -2_000_000_005, -1)


class Prepared:
    """A question about the rows with some keys, made by `question` of them: a queryset of `values_list`.

    Its SQL is made anew each day, as it may ask what holds today. What holds at this moment cannot be asked so.
    """

    def __init__(self, question):
        self.question = question
        self.made = (None, "")

    def ask(self, *keys):
        """The rows of values for these `keys`, which are whole numbers, as tuples. One query."""
        today = timezone.localdate()
        day, sql = self.made
        if day != today:
            sql = self.sql(len(keys))
            self.made = (today, sql)
        with connection.cursor() as cursor:
            cursor.execute(sql % {f"key{number}": key for number, key in enumerate(keys)})
            return cursor.fetchall()

    def sql(self, count):
        """The SQL with a place for each of `count` keys, and all else written in it."""
        stand_ins = STAND_INS[:count]
        sql, parameters = self.question(*stand_ins).query.sql_with_params()
        if any(isinstance(one, datetime) for one in parameters):
            raise ValueError("A question about this moment cannot be prepared: later it would still ask about now.")
        with connection.cursor() as cursor:
            written = cursor.mogrify(sql, parameters).replace("%", "%%")
        for number, one in enumerate(stand_ins):
            written = written.replace(str(one), f"%(key{number})d")
        return written
