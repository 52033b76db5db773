"""The databases of the tests: one is made by the migrations, and those of the other cores are copies of it."""

import fcntl
import json
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import setup_databases, teardown_databases


@pytest.fixture(scope="session")
def django_db_setup(
    request,
    tmp_path_factory,
    django_test_environment,
    django_db_modify_db_settings,
    django_db_blocker,
    django_db_keepdb,
    django_db_createdb,
):
    """In the place of pytest-django's, which has every core run all migrations."""
    keeps = django_db_keepdb and not django_db_createdb
    worker = None if keeps else getattr(request.config, "workerinput", None)
    path = tmp_path_factory.getbasetemp().parent / "databases"
    with django_db_blocker.unblock():
        made = set_up_once(path, worker) if worker else set_up(keepdb=keeps)
    yield
    if not django_db_keepdb:
        with django_db_blocker.unblock():
            if worker:
                drop_what_nobody_took(path, worker)
            teardown_databases(made, verbosity=0)


def set_up(*, keepdb):
    return setup_databases(verbosity=0, interactive=False, keepdb=keepdb, aliases=["default"])


def set_up_once(path, worker):
    """The first worker that comes makes its database, and a copy for each of the others; those wait for theirs."""
    with copies(path) as (maker, untaken):
        made = set_up(keepdb=worker["workerid"] in untaken)
        if maker:
            untaken.discard(worker["workerid"])
        else:
            maker.add(worker["workerid"])
            untaken |= copy_for_others(worker)
    return made


@contextmanager
def copies(path):
    """Who made the copies, as a set of one or none, and whose copy was not taken yet; for one worker at a time."""
    with path.open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        sets = [set(names) for names in json.loads(file.read() or "[[], []]")]
        yield sets
        file.truncate(0)
        json.dump([sorted(names) for names in sets], file)


def copy_for_others(worker):
    """Copies the database of this worker for each other one; returns their names."""
    others = {f"gw{number}" for number in range(worker["workercount"])} - {worker["workerid"]}
    own = connection.settings_dict["NAME"]
    connection.close()  # PostgreSQL copies no database that somebody uses
    with connection._nodb_cursor() as cursor:
        for other in sorted(others):
            cursor.execute(f'drop database if exists "{name_for(other, worker)}"')
            cursor.execute(f'create database "{name_for(other, worker)}" template "{own}"')
    return others


def name_for(other, worker):
    return connection.settings_dict["NAME"].removesuffix(worker["workerid"]) + other


def drop_what_nobody_took(path, worker):
    """A worker for which there was no test leaves its copy to the one that made it."""
    with copies(path) as (maker, untaken), connection._nodb_cursor() as cursor:
        for other in sorted(untaken if worker["workerid"] in maker else ()):
            cursor.execute(f'drop database "{name_for(other, worker)}"')
            untaken.discard(other)
