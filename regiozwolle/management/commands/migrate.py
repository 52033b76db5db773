"""Django's command, which makes the tables of a new database all at once before it looks what is left to do.

One by one the migrations take half a minute, nearly all of it to work out what each of them leaves. So `tables.sql` has
what they made until the last ones that it names, and those that came after are done. tests/test_takeover.py compares
the tables with those of a portal that did all migrations. `manage.py write_tables` writes the file anew, which is
needed only when those that came after take long again.
"""

from django.conf import settings
from django.core.management.commands import migrate
from django.db import connections, transaction

TABLES = settings.BASE_DIR / "regiozwolle" / "tables.sql"
# What is inside of a function is checked when it is used: it may name a table that comes later.
BEGIN = "SET LOCAL check_function_bodies = off;\n"


class Command(migrate.Command):
    def handle(self, *args, **options):
        connection = connections[options["database"]]
        looks_or_does_a_part = options["plan"] or options["check_unapplied"] or options["fake"] or options["app_label"]
        if not looks_or_does_a_part and is_empty(connection):
            make_tables(connection)
        super().handle(*args, **options)


def is_empty(connection):
    """Whether nothing was made there yet."""
    return not connection.introspection.table_names()


def make_tables(connection):
    """Makes the tables, and the rows that say which migrations did so."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute(BEGIN + TABLES.read_text())
