"""The databases of the tests: one is made by the migrations, and those of the other cores are copies of it."""

import fcntl

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
    worker = getattr(request.config, "workerinput", None)
    with django_db_blocker.unblock():
        if worker is None or keeps:
            made = set_up(keepdb=keeps)
        else:
            made = set_up_once(tmp_path_factory.getbasetemp().parent / "databases", worker)
    yield
    if not django_db_keepdb:
        with django_db_blocker.unblock():
            teardown_databases(made, verbosity=0)


def set_up(*, keepdb):
    return setup_databases(verbosity=0, interactive=False, keepdb=keepdb, aliases=["default"])


def set_up_once(path, worker):
    """The first worker that comes makes its database, and a copy for each of the others; those wait for theirs."""
    with path.open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        there = file.read().split()
        made = set_up(keepdb=worker["workerid"] in there)
        if not there:
            copy_for_others(worker)
            file.write(" ".join(f"gw{number}" for number in range(worker["workercount"])))
    return made


def copy_for_others(worker):
    own = connection.settings_dict["NAME"]
    names = {own.removesuffix(worker["workerid"]) + f"gw{number}" for number in range(worker["workercount"])}
    connection.close()  # PostgreSQL copies no database that somebody uses
    with connection._nodb_cursor() as cursor:
        for name in sorted(names - {own}):
            cursor.execute(f'drop database if exists "{name}"')
            cursor.execute(f'create database "{name}" template "{own}"')
