"""The tables of a new database, written anew."""

import re
from itertools import zip_longest
from pathlib import Path

from django.core.management import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from regiozwolle.backups.programs import ProgramError, run
from regiozwolle.management.commands.migrate import TABLES, is_empty

# What pg_dump says of itself, of the session that reads it, and of what is not a table.
NOT_OURS = re.compile(r"^(?:--.*|SET .*|SELECT pg_catalog\.set_config.*|\\.*|COMMENT ON EXTENSION .*|)\n", re.MULTILINE)

# A function, whose own words stay as they are.
BODY = re.compile(r"(\$(\w*)\$.*?\$\2\$)", re.DOTALL)


class Command(BaseCommand):
    help = "Schrijft regiozwolle/tables.sql opnieuw, uit een database waarin alle migraties zijn gedaan."

    def add_arguments(self, parser):
        parser.add_argument("--naar", type=Path, default=TABLES, help="Waar het komt te staan.")

    def handle(self, *, naar, **options):
        if is_empty(connection):
            raise CommandError("Deze database is leeg: doe eerst de migraties.")
        try:
            dump = run("pg_dump", "--schema-only", "--no-owner", "--no-privileges")
        except ProgramError as error:
            raise CommandError(str(error)) from error
        naar.write_text(written(dump, MigrationRecorder(connection).applied_migrations()))


def written(dump, done):
    """What pg_dump said as `tables.sql` has it, with a row for each migration that was `done`."""
    outside, bodies = BODY.split(dump)[::3], BODY.split(dump)[1::3]
    parts = zip_longest((NOT_OURS.sub("", part) for part in outside), bodies, fillvalue="")
    text = "".join(part for pair in parts for part in pair)
    rows = ",\n".join(f"    ('{app}', '{name}', now())" for app, name in sorted(done))
    return f"{text}INSERT INTO public.django_migrations (app, name, applied) VALUES\n{rows};\n"
