"""The faults: each begins, lasts until its block ends, and is then over."""

import contextlib
import os
import signal
import time

import psycopg

from benchmarks.faults.production import CONNECTIONS

RESPAWN = 15  # seconds, as --respawn-interval in deploy/portal.service


@contextlib.contextmanager
def web_worker_killed(evening, rng):
    kill(workers(evening.portal.web)[:1])
    yield


@contextlib.contextmanager
def granian_killed(evening, rng):
    evening.portal.web.send(signal.SIGKILL)
    yield


@contextlib.contextmanager
def granian_stopped(evening, rng):
    """As when an administrator stops it: what is under way is finished."""
    evening.portal.web.send(signal.SIGTERM)
    yield


@contextlib.contextmanager
def mail_worker_killed(evening, rng):
    evening.portal.worker.send(signal.SIGKILL)
    yield


@contextlib.contextmanager
def new_version(evening, rng):
    """Both workers are replaced, each with some seconds in which old and new serve."""
    evening.portal.web.send(signal.SIGHUP)
    yield
    time.sleep(2 * RESPAWN)


@contextlib.contextmanager
def postgresql_gone(evening, rng, how=signal.SIGQUIT):
    evening.portal.database.stop(how)
    try:
        yield
    finally:
        evening.portal.database.start()


@contextlib.contextmanager
def postgresql_restarted(evening, rng):
    with postgresql_gone(evening, rng, signal.SIGINT):
        pass
    yield


@contextlib.contextmanager
def postgresql_read_only(evening, rng):
    """As after a failover, or with a keeper who guards a disk from filling up."""
    database = evening.portal.database
    try:
        database.ask("alter system set default_transaction_read_only = on")
        database.ask("select pg_reload_conf()")
        yield
    finally:
        with psycopg.connect(database.url("postgres"), autocommit=True) as connection:
            connection.execute("set default_transaction_read_only = off")
            connection.execute("alter system reset default_transaction_read_only")
            connection.execute("select pg_reload_conf()")


@contextlib.contextmanager
def connections_taken(evening, rng):
    taken = []
    try:
        kill(workers(evening.portal.web))
        with contextlib.suppress(psycopg.OperationalError):
            while len(taken) < CONNECTIONS:
                taken.append(psycopg.connect(evening.portal.database.url()))
        yield
    finally:
        for connection in taken:
            connection.close()


@contextlib.contextmanager
def disk_full(evening, rng):
    file = evening.portal.database.fill_disk()
    try:
        yield
    finally:
        file.unlink()


def mail_server_that(mood):
    @contextlib.contextmanager
    def fault(evening, rng):
        evening.mail.mood = mood
        yield
        evening.mail.mood = "takes"

    fault.__name__ = f"mail_server_{mood.replace(' ', '_')}"
    return fault


@contextlib.contextmanager
def mail_server_stopped(evening, rng):
    evening.mail.is_open = False
    yield
    evening.mail.is_open = True


def lines_that_are(state):
    @contextlib.contextmanager
    def fault(evening, rng):
        evening.proxy.line = state
        yield
        evening.proxy.line = "good"

    fault.__name__ = f"lines_{state}"
    return fault


FAULTS = [
    web_worker_killed, granian_killed, granian_stopped, mail_worker_killed, new_version, postgresql_gone,
    postgresql_restarted, postgresql_read_only, connections_taken, disk_full, mail_server_that("hangs"),
    mail_server_that("refuses"), mail_server_that("breaks off"), mail_server_stopped, lines_that_are("slow"),
    lines_that_are("cut"),
]  # fmt: skip


def kill(pids):
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def workers(web):
    """The processes of granian that serve, not the one that only watches over what they share."""
    serving = []
    for pid in web.children():
        with contextlib.suppress(OSError), open(f"/proc/{pid}/cmdline", "rb") as line:
            if b"spawn_main" in line.read():
                serving.append(pid)
    return serving


def possible(database):
    """The faults that this machine can have, and a line for the one that it cannot."""
    if database.is_small:
        return FAULTS
    print("De volle schijf is overgeslagen: alleen root kan een kleine schijf maken, en hier lukt dat niet.")
    return [fault for fault in FAULTS if fault is not disk_full]


def schedule(rng, seconds, *, is_short, kinds):
    """(fault, how long it lasts, the pause after it), until the time is full; every kind before any comes again."""
    spent = 0
    while True:
        for fault in rng.sample(kinds, len(kinds)):
            lasts, pause = rng.uniform(1, 3) if is_short else rng.uniform(1, 15), rng.uniform(0.5, 2)
            spent += lasts + pause + 1
            if spent > seconds:
                return
            yield fault, lasts, pause
