"""The state of what pages are made of: raised by every change of it, by whatever route, and by nothing else."""

import re
from contextlib import contextmanager

import pytest
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.utils import timezone

from consultation.models import SenderKind
from partners.ground import state
from partners.ground.state.parts import APART, part_of
from partners.ground.state.triggers import raising
from partners.models import ContactPoint, Partner
from regiozwolle.history.tables import EVERY, TABLES

RENAMED = "UPDATE partners_partner SET name = name || '!' WHERE slug = 'zwolle'"


def triggers():
    """The triggers of the state that the database has, in its own words."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgfoid = 'ground_state_changed'::regproc ORDER BY 1"
        )
        return [row[0] for row in cursor.fetchall()]


def test_the_database_raises_the_state_at_what_the_list_says(db):
    there = triggers()
    with transaction.atomic(), connection.cursor() as cursor:
        for table, name in (re.search(r"TRIGGER (\w+) .* ON public\.(\w+) ", each).group(2, 1) for each in there):
            cursor.execute(f"DROP TRIGGER {name} ON {table}")
        for table, kept in TABLES.items():
            if kept.raises_when:
                for statement in raising(table, when=kept.raises_when.replace(EVERY, "")).sql:
                    cursor.execute(statement)
        wanted = triggers()
        transaction.set_rollback(True)
    assert there == wanted, "Give these tables raising(…) in a migration."


def test_the_database_and_the_list_have_each_table_in_the_same_part(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, ground_part_of(name) FROM unnest(%s::text[]) AS name", [list(TABLES)])
        assert dict(cursor.fetchall()) == {table: part_of(table) for table in TABLES}
    assert set().union(*APART.values()) <= TABLES.keys()
    # What raises nothing by itself changes with rows of its own part.
    assert {part_of(table) for table in TABLES if "_is_sent" in TABLES[table].raises_when} == {"reactions"}


@pytest.mark.django_db(transaction=True)
def test_a_change_raises_the_parts_that_it_changes_and_no_other(zwolle, deck):
    def raised_by(*statements):
        before = state.read_parts()
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
        after = state.read_parts()
        assert (after.of_all != before.of_all) == (after.of_parts != before.of_parts) == bool(statements)
        return {part for part in after.of_parts if not after.still(before.of({part}))}

    retitled = "UPDATE partners_source SET title = title || '!'"
    assert raised_by() == set()
    assert raised_by(RENAMED) == {"partners"}
    assert raised_by(RENAMED, retitled, RENAMED) == {"partners", "sources"}
    assert raised_by(f"SAVEPOINT one; {RENAMED}; ROLLBACK TO one; {retitled}") == {"sources"}
    assert raised_by(f"SAVEPOINT one; {RENAMED}; ROLLBACK TO one; {retitled}; {RENAMED}") == {"partners", "sources"}
    everything = state.read_parts().of(state.EVERYTHING)
    assert state.read_parts().still(everything)
    raised_by(retitled)
    assert not state.read_parts().still(everything)


def is_raised_by(act, *given, **named):
    """Whether `act` raises the state, as it would in a transaction of its own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('portal.state_raised_in', '', true)")
    before = state.read()
    act(*given, **named)
    return state.read() != before


def test_what_is_on_no_page_for_everyone_raises_nothing(zwolle, deck, join, write, send):
    member = join("lid", party_group="Stadsbelang")
    letter = write(member, SenderKind.PERSONAL)
    point = letter.points.get()
    assert not is_raised_by(write, join("ander", party_group="Stadsbelang"), SenderKind.PERSONAL)
    assert not is_raised_by(point.save)
    assert not is_raised_by(point.delete)  # with all that Django deletes of what could hang on it
    assert not is_raised_by(Session.objects.create, session_key="s", session_data="", expire_date=timezone.now())
    assert not is_raised_by(member.save)
    assert not is_raised_by(Partner.objects.filter(slug="bestaat-niet").update, name="Niets")
    assert is_raised_by(send, join("derde", party_group="Stadsbelang"), SenderKind.PERSONAL)
    assert is_raised_by(zwolle.save)
    assert is_raised_by(ContactPoint.objects.bulk_create, [ContactPoint(partner=zwolle, name="Balie", source=deck)])
    assert is_raised_by(ContactPoint.objects.all().delete)


@contextmanager
def at_the_same_time(isolation="READ COMMITTED"):
    """A transaction on a connection of its own, which fails rather than wait for another."""
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute(f"BEGIN ISOLATION LEVEL {isolation}")
        cursor.execute("SET LOCAL lock_timeout = '1ms'")
        yield cursor
    other.close()


@pytest.mark.django_db(transaction=True)
def test_each_change_shows_at_its_commit_and_makes_no_other_wait(zwolle, overijssel):
    Partner.objects.create(slug="kampen", name="Kampen", kind="gemeente", province=overijssel, cbs_code="GM0166")
    seen = [state.read()]

    def is_another():
        seen.append(state.read())
        return seen[-1] not in seen[:-1]

    with at_the_same_time() as one, at_the_same_time() as other, at_the_same_time("REPEATABLE READ") as third:
        third.execute("SELECT 1 FROM partners_partner")
        one.execute(RENAMED)
        other.execute(RENAMED.replace("zwolle", "kampen"))
        assert state.read() == seen[-1]
        other.execute("COMMIT")
        assert is_another()
        one.execute("COMMIT")
        assert is_another()
        third.execute("TRUNCATE partners_term CASCADE")
        third.execute("COMMIT")
        assert is_another()
    with at_the_same_time() as one:
        one.execute(RENAMED)
        one.execute("ROLLBACK")
        assert not is_another()
        one.execute("BEGIN; SAVEPOINT before")
        one.execute(RENAMED)
        one.execute(f"ROLLBACK TO before; {RENAMED}; COMMIT")
        assert is_another()
