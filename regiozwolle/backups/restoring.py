"""Putting a backup back, in an empty database and nowhere else."""

from django.db import connection

from regiozwolle.backups.programs import ProgramError, run
from regiozwolle.trouble import condition

NOT_EMPTY = (
    "De database is niet leeg. Maak een nieuwe, zet DATABASE_URL daarop en doe het nog eens. Zo gaat er niets verloren."
)


def restore(path):
    """Puts the backup at `path` in the database, or nothing of it. Returns how many migrations are still to be done.

    Raises ProgramError.
    """
    with connection.cursor() as cursor:
        if connection.introspection.table_names(cursor):
            raise ProgramError(NOT_EMPTY)
    connection.close()
    options = ("--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction")
    run("pg_restore", *options, f"--dbname={connection.settings_dict['NAME']}", path)
    return len(condition.missing_migrations())
