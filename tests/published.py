"""How a test sets up words under a version that is published: what no code of the portal can do."""

from contextlib import contextmanager

from django.db import connection

from agenda.models import Element

TRIGGERS = [
    ("agenda_wording", "published_wording_stays"),
    ("agenda_version", "published_version_stays"),
]


@contextmanager
def unsealed():
    """Switches off, in this test's database, what keeps published words as they are; and on again after it."""
    switch("DISABLE")
    yield
    switch("ENABLE")


def switch(action):
    with connection.cursor() as cursor:
        # A table with checks that still wait for the end of the transaction cannot be altered.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table, trigger in TRIGGERS:
            cursor.execute(f"ALTER TABLE {table} {action} TRIGGER {trigger}")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def give_words(element, version, text, **fields):
    """Gives `element` words in `version`, published or not; returns its wording."""
    with unsealed():
        return element.wordings.create(version=version, text=text, **fields)


def add(agenda, version, code, kind, position, text="Woorden.", **fields):
    """A part of the agenda with its words in `version`."""
    element = Element.objects.create(
        agenda=agenda, code=code, kind=kind, position=position, **({"name": f"Naam van {code}"} | fields)
    )
    give_words(element, version, text)
    return element
