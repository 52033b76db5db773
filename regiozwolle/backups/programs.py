"""PostgreSQL's own programs, told where our database is without anything secret on their command line."""

import os
import subprocess

from django.conf import settings
from django.db import connection

from regiozwolle import localdb

# What libpq reads from its environment, by how Django calls it.
VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
}


class ProgramError(Exception):
    """Why a program did not do its work, in one line."""


def run(name, *arguments):
    """What a program printed. Raises ProgramError."""
    parameters = connection.get_connection_params()
    ours = {VARIABLES[key]: str(value) for key, value in parameters.items() if key in VARIABLES}
    try:
        done = subprocess.run(
            [place_of(name), *map(str, arguments)],
            env=os.environ | ours,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
    except FileNotFoundError:
        raise ProgramError(f"{name} ontbreekt. Installeer het: apt-get install postgresql-client") from None
    if done.returncode:
        raise ProgramError((done.stderr.strip() or f"{name} eindigde met {done.returncode}").splitlines()[0])
    return done.stdout


def place_of(name):
    """In production the one on the PATH, which its server installed; else the one of the PostgreSQL of a clone."""
    return name if settings.PRODUCTION else localdb.find_programs(settings.BASE_DIR) / name
