"""The databases of the tests: one is made by the migrations, and those of the other cores are copies of it.

Beside them stands one with all that the demo holds, for the tests that look at the whole portal: it is filled once, by
the first test that asks for it on whichever core, and each takes a copy.
"""

import fcntl
import json
import os
import subprocess
import sys
from contextlib import contextmanager

import psycopg
import pytest
from django.db import connection
from django.test import TransactionTestCase
from django.test.utils import setup_databases, teardown_databases

from regiozwolle import settings as project

# As the demo fills its database when it starts, in a process of its own: no test has changed anything there. Receipts
# are counted from the first, whatever the tests counted in the database of which this one is a copy.
FILL = """
import django
from django.core.management import call_command
from django.db import connection
django.setup()
with connection.cursor() as cursor:
    cursor.execute("ALTER SEQUENCE consultation_receipt_number RESTART")
for command in ("seed", "seed_example", "read_pages"):
    call_command(command, verbosity=0)
"""
# Takes all rows away after a test that committed them. As if a copy of the database followed: no rule of ours then
# refuses to let a row go, and none is recorded. What Django itself made with the tables stays. A table without a byte
# was never written in.
EMPTY = """
do $$
declare
    its_name text;
begin
    set local session_replication_role = replica;
    for its_name in
        select oid::regclass from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0
            and relname not in ('django_migrations', 'django_content_type', 'auth_permission')
    loop
        execute 'delete from ' || its_name;
    end loop;
end
$$
"""


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
        if may_empty():
            TransactionTestCase._fixture_teardown = empty
    yield
    if not django_db_keepdb:
        with django_db_blocker.unblock():
            if worker:
                drop_what_nobody_took(path, worker)
            teardown_databases(made, verbosity=0)


def may_empty():
    """Whether this server lets us do EMPTY; else Django makes all tables anew, which takes twenty times as long."""
    with connection.cursor() as cursor:
        cursor.execute("show is_superuser")
        return cursor.fetchone() == ("on",)


def empty(test):
    with connection.cursor() as cursor:
        cursor.execute(EMPTY)


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
    for other in sorted(others):
        copy(connection.settings_dict["NAME"], to=name_for(other, worker))
    return others


def copy(database, *, to):
    """Makes the database `to` as `database` is now."""
    connection.close()  # PostgreSQL copies no database that somebody uses
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'drop database if exists "{to}" with (force)')
        cursor.execute(f'create database "{to}" template "{database}"')


def drop(database):
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'drop database if exists "{database}" with (force)')


def name_for(other, worker):
    return connection.settings_dict["NAME"].removesuffix(worker["workerid"]) + other


def drop_what_nobody_took(path, worker):
    """A worker for which there was no test leaves its copy to the one that made it."""
    with copies(path) as (maker, untaken):
        for other in sorted(untaken if worker["workerid"] in maker else ()):
            drop(name_for(other, worker))
            untaken.discard(other)


def url_of(name):
    """The DATABASE_URL of the tests' server, for its database `name`."""
    return f"{project.database_url().rpartition('/')[0]}/{name}"


def name_of_filled():
    return f"test_{project.database_url().rpartition('/')[2].partition('?')[0]}_filled"


@pytest.fixture(scope="session")
def filled(request, tmp_path_factory, django_db_setup, django_db_blocker):
    """The name of a database with all that the demo holds and with its pages read. Nobody uses it: it is copied."""
    folder, name = tmp_path_factory.getbasetemp(), name_of_filled()
    if hasattr(request.config, "workerinput"):
        folder = folder.parent
    with (folder / "filled").open("a+") as done:
        fcntl.flock(done, fcntl.LOCK_EX)
        # Where it ends by now: another may have filled it since this was opened.
        if not done.seek(0, os.SEEK_END):
            with django_db_blocker.unblock():
                copy(connection.settings_dict["NAME"], to=name)
            demo = os.environ | {"DATABASE_URL": url_of(name), "PORTAL_DEMO": "1", "DEBUG": "1"}  # no file is collected
            demo["DJANGO_SETTINGS_MODULE"] = project.__name__
            subprocess.run([sys.executable, "-c", FILL], cwd=project.BASE_DIR, env=demo, check=True)
            done.write(name)
    return name


def pytest_sessionfinish(session):
    """Drops what was filled, in the process that ends last."""
    is_worker = hasattr(session.config, "workerinput")
    if not is_worker and (session.config._tmp_path_factory.getbasetemp() / "filled").exists():
        with psycopg.connect(project.database_url(), autocommit=True) as server:
            server.execute(f'drop database if exists "{name_of_filled()}" with (force)')


@pytest.fixture(scope="module")
def content_of_demo(filled, django_db_blocker):
    """Has the tests of a file use a copy of the filled database in the place of the database of this core."""
    own = connection.settings_dict["NAME"]
    name = f"{own}_copy"
    with django_db_blocker.unblock():
        copy(filled, to=name)
        connection.settings_dict["NAME"] = name
    yield
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["NAME"] = own
        drop(name)
