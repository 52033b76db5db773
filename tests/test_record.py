"""The record: every change of every recorded table, by every route, with who did it, in which act and why."""

import re

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from consultation.models import Letter, Point
from partners.ground import history
from partners.ground.history.triggers import recording
from partners.ground.models import Act, Change
from partners.models import Partner, PartnerKind
from regiozwolle.history.tables import TABLES
from tests.test_takeover import in_one_way


def recorded_changes():
    """(act, table, before, after) of every change, the oldest first."""
    return [
        (change.act and change.act.words, change.table_name, change.before, change.after)
        for change in Change.objects.select_related("act").order_by("pk")
    ]


def of(obj):
    """(act, before, after) of the changes of one row, the oldest first."""
    found = Change.objects.filter(table_name=obj._meta.db_table, row_id=obj.pk).select_related("act").order_by("pk")
    return [(change.act and change.act.words, change.before, change.after) for change in found]


def test_every_table_is_in_the_list_and_every_line_of_it_is_a_table():
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    assert tables - TABLES.keys() == set(), "Say in regiozwolle/history/tables.py what holds for these."
    assert TABLES.keys() - tables == set()


def test_the_list_names_columns_that_are_there():
    columns = {
        model._meta.db_table: {field.column for field in model._meta.concrete_fields}
        for model in apps.get_models(include_auto_created=True)
    }
    named = {
        (table, column)
        for table, kept in TABLES.items()
        for column in (*kept.words, *kept.unnoticed, *([kept.part_of] if kept.part_of else []))
    }
    assert {(table, column) for table, column in named if column not in columns[table]} == set()
    assert [table for table, kept in TABLES.items() if not kept.is_recorded and not kept.why] == []


def triggers():
    """The triggers of the record that the database has, in its own words, with or without their brackets."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgfoid = 'ground_record_change'::regproc ORDER BY 1"
        )
        return sorted(in_one_way(row[0]) for row in cursor.fetchall())


def test_the_database_records_what_the_list_says(db):
    there = triggers()
    with transaction.atomic(), connection.cursor() as cursor:
        for table, name in (re.search(r"TRIGGER (\w+) .* ON public\.(\w+) ", each).group(2, 1) for each in there):
            cursor.execute(f"DROP TRIGGER {name} ON {table}")
        for table, kept in TABLES.items():
            if kept.is_recorded:
                given = {name: getattr(kept, name) for name in ("unnoticed", "words", "words_when", "part_of", "when")}
                for statement in recording(table, **given).sql:
                    cursor.execute(statement)
        wanted = triggers()
        transaction.set_rollback(True)
    assert there == wanted, "Give these tables recording(…) in a migration."


@pytest.fixture
def route(zwolle):
    """Ways to change the name of Zwolle, by what they are called."""

    def raw(name):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE partners_partner SET name = %s WHERE id = %s", [name, zwolle.pk])

    def save(name):
        zwolle.name = name
        zwolle.save()

    def bulk(name):
        zwolle.name = name
        Partner.objects.bulk_update([zwolle], ["name"])

    routes = {
        "save": save,
        "bulk_update": bulk,
        "update": lambda name: Partner.objects.filter(pk=zwolle.pk).update(name=name),
        "raw SQL": raw,
    }
    return routes


@pytest.mark.parametrize("way", ["save", "bulk_update", "update", "raw SQL"])
def test_a_change_by_any_route_is_one_line_with_what_was_and_what_is(zwolle, route, way):
    made = len(of(zwolle))
    route[way]("Zwolle aan de IJssel")
    assert of(zwolle)[made:] == [(None, {"name": "Zwolle"}, {"name": "Zwolle aan de IJssel"})]


def test_rows_that_come_and_go_in_bulk_are_each_recorded_whole(deck):
    boards = [Partner(slug=f"bond-{n}", name=f"Bond {n}", kind=PartnerKind.BOARD, source=deck) for n in range(3)]
    made = Partner.objects.bulk_create(boards)
    assert [(len(of(one)), of(one)[0][1], of(one)[0][2]["slug"]) for one in made] == [
        (1, None, f"bond-{number}") for number in range(3)
    ]
    keys = [one.pk for one in made]
    Partner.objects.filter(pk__in=keys).delete()
    gone = Change.objects.filter(table_name="partners_partner", row_id__in=keys, after__isnull=True)
    assert sorted(change.before["name"] for change in gone) == ["Bond 0", "Bond 1", "Bond 2"]


def test_what_changes_nothing_is_no_change(zwolle):
    made = len(of(zwolle))
    zwolle.save()
    Partner.objects.filter(pk=zwolle.pk).update(name="Zwolle")
    assert len(of(zwolle)) == made


def test_a_change_says_in_which_act_by_whom_when_and_why(zwolle, secretary):
    with history.recorded("hernoemd", by=secretary, about=zwolle, reason="De raad besloot dit."):
        Partner.objects.filter(pk=zwolle.pk).update(name="Zwolle-Centrum")
    Partner.objects.filter(pk=zwolle.pk).update(name="Zwolle")
    change, after = Change.objects.filter(table_name="partners_partner", row_id=zwolle.pk).order_by("-pk")[:2][::-1]
    act = change.act
    assert (act.words, act.made_by_id, act.reason) == ("hernoemd", secretary.pk, "De raad besloot dit.")
    assert (act.about_table, act.about_id) == ("partners_partner", zwolle.pk)
    assert act.made_at == change.made_at
    assert abs((timezone.now() - change.made_at).total_seconds()) < 60
    assert after.act is None


def test_an_act_inside_another_is_its_own_and_the_other_goes_on(zwolle):
    with history.recorded("buiten"):
        Partner.objects.filter(pk=zwolle.pk).update(name="Een")
        with history.recorded("binnen"):
            Partner.objects.filter(pk=zwolle.pk).update(name="Twee")
        Partner.objects.filter(pk=zwolle.pk).update(name="Drie")
    assert [(act, after["name"]) for act, _, after in of(zwolle)[-3:]] == [
        ("buiten", "Een"),
        ("binnen", "Twee"),
        ("buiten", "Drie"),
    ]
    assert list(Act.objects.values_list("words", flat=True)) == ["binnen", "buiten"]


def test_an_act_that_only_counts_when_it_changes_something_is_written_at_its_first_change(zwolle, secretary):
    with history.recorded("bekeken", by=secretary, only_changes=True):
        zwolle.save()
    assert not Act.objects.exists()
    with history.recorded("gewijzigd", by=secretary, only_changes=True):
        Partner.objects.filter(pk=zwolle.pk).update(name="Een")
        with history.recorded("binnen"):
            Partner.objects.filter(pk=zwolle.pk).update(name="Twee")
        Partner.objects.filter(pk=zwolle.pk).update(name="Drie")
    assert [(act, after["name"]) for act, _, after in of(zwolle)[-3:]] == [
        ("gewijzigd", "Een"),
        ("binnen", "Twee"),
        ("gewijzigd", "Drie"),
    ]
    assert sorted(Act.objects.values_list("words", "made_by_id")) == [("binnen", None), ("gewijzigd", secretary.pk)]


def test_an_act_that_fails_leaves_nothing_and_says_nothing_of_what_follows(zwolle):
    made = len(of(zwolle))

    @history.act("mislukt")
    def rename(*, partner):
        Partner.objects.filter(pk=partner.pk).update(name="Een")
        raise ValueError("toch niet")

    with pytest.raises(ValueError, match="toch niet"):
        rename(partner=zwolle)
    Partner.objects.filter(pk=zwolle.pk).update(name="Twee")
    assert [(act, after) for act, _, after in of(zwolle)[made:]] == [(None, {"name": "Twee"})]
    assert not Act.objects.exists()


def test_of_what_people_say_is_recorded_that_and_where_and_nothing_before_it_is_sent(draft, sent):
    letter = Letter.objects.get()
    assert {row["state"] for _, _, row in of(letter) if "state" in row} == {"verstuurd"}
    point = Point.objects.get()
    Point.objects.filter(pk=point.pk).update(text="Heel iets anders.")
    assert of(point)[-1] == (None, {"text": "…"}, {"text": "…"})
    assert "Noem ook het mkb." not in str(recorded_changes())


@pytest.mark.parametrize("table", ["ground_act", "ground_change"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET made_at = now()", "DELETE FROM {}"])
def test_nobody_rewrites_the_record(zwolle, table, statement):
    with history.recorded("iets"):
        Partner.objects.filter(pk=zwolle.pk).update(name="Een")
    refused = pytest.raises(DatabaseError, match="kan alleen groeien")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
