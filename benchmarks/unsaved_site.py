"""The demo on which benchmarks/unsaved_text.py plays, and what its database has of a text."""

import json
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import psycopg
from psycopg import sql

from regiozwolle import localdb

ROOT = Path(__file__).resolve().parent.parent
MEMBER, SECRETARY = "raadslid2@voorbeeldstad.example", "secretariaat@voorbeeldstad.example"
TABLE = "unsavedtext2"
SIGN_IN = """
from importlib import import_module
from types import SimpleNamespace
from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from partners.models import User
user = User.objects.get(email="{email}")
store = import_module(settings.SESSION_ENGINE).SessionStore("{session}")
store[SESSION_KEY] = str(user.pk)
store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
store[HASH_SESSION_KEY] = user.get_session_auth_hash()
record_authentication(SimpleNamespace(session=store), user, "mfa")
store.save()
"""
# Prints the addresses of the letter to check and of the theme and the key of the member as sender, and then sessions:
# of the member, and of the secretary.
PREPARE = """
from datetime import timedelta
from importlib import import_module
from types import SimpleNamespace
from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.urls import reverse
from django.utils import timezone
from consultation.actions.entering import check_path
from consultation.models import Consultation, DiscussionTable, Letter, TableSession, Theme
from consultation.senders import senders
from partners.models import User
consultation = Consultation.objects.get(slug="voorbeeldconsultatie")
now = timezone.now()
evening = TableSession.objects.create(
    consultation=consultation, title="Avond", opens_at=now - timedelta(hours=1), closes_at=now + timedelta(hours=6))
DiscussionTable.objects.create(session=evening, number=1, token="{table}")
theme = Theme.objects.create(consultation=consultation, name="Wat verloren kan gaan")
member = User.objects.get(email="{member}")
theme_path = reverse("admin:consultation_theme_change", args=[theme.pk])
print(check_path(Letter.objects.sent().first()), theme_path, senders(member)[0].key)
for email in ("{member}", "{secretary}"):
    user = User.objects.get(email=email)
    keys = []
    for _ in range({count}):
        store = import_module(settings.SESSION_ENGINE).SessionStore()
        store[SESSION_KEY] = str(user.pk)
        store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        store[HASH_SESSION_KEY] = user.get_session_auth_hash()
        record_authentication(SimpleNamespace(session=store), user, "mfa")
        store.create()
        keys.append(store.session_key)
    print(*keys)
"""


@contextmanager
def own_database():
    """The DATABASE_URL of a new database, which is dropped at the end."""
    url = os.environ.get("DATABASE_URL") or localdb.start(ROOT / "var" / "postgres-test", fast_unsafe=True)
    name = f"unsaved_text_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    try:
        yield f"{url.rpartition('/')[0]}/{name}"
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


class Site:
    """The demo, which can be stopped and started again on the same address."""

    def __init__(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def start(self):
        """Returns when it answers. Raises TimeoutError after five minutes."""
        environment = {**os.environ, "PORT": str(self.port)}
        command = [sys.executable, "manage.py", "demo"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        for _ in range(1500):
            try:
                return urlopen(self.address, timeout=5).close()
            except OSError:
                time.sleep(0.2)
        raise TimeoutError

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=60)


class Base:
    """The database: what it has of the texts, and sessions in which somebody is signed in."""

    def __init__(self, url, *, sessions):
        words = PREPARE.format(member=MEMBER, secretary=SECRETARY, table=TABLE, count=sessions)
        made = [sys.executable, "manage.py", "shell", "-v", "0", "-c", words]
        said = subprocess.run(made, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
        self.check, self.theme, self.sender = said[0].split()
        self.sessions = {MEMBER: said[1].split(), SECRETARY: said[2].split()}
        self.database = psycopg.connect(url, autocommit=True)

    def sign_in(self, session, email):
        """Lets the session with that key be one in which `email` has signed in, with what it held."""
        words = SIGN_IN.format(session=session, email=email)
        subprocess.run([sys.executable, "manage.py", "shell", "-v", "0", "-c", words], cwd=ROOT, check=True)

    def clear(self):
        """Throws away what was not sent."""
        unsent = "(select id from consultation_letter where state = 'concept' and (author_id = %s or table_id = %s))"
        (member,) = self.database.execute("select id from partners_user where email = %s", [MEMBER]).fetchone()
        of_table = "select id from consultation_discussiontable where token = %s"
        (table,) = self.database.execute(of_table, [TABLE]).fetchone()
        self.database.execute(f"delete from consultation_point where letter_id in {unsent}", [member, table])
        self.database.execute(f"delete from consultation_letter where id in {unsent}", [member, table])
        self.database.execute("delete from consultation_kepttext")

    def texts(self):
        """All that was typed, in letters and with accounts."""
        for (text,) in self.database.execute("select text from consultation_point"):
            yield text
        for (content,) in self.database.execute("select content from consultation_kepttext"):
            for value in json.loads(content).values():
                yield from value if isinstance(value, list) else [value]
