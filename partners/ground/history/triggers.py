"""The SQL by which the database records its changes, for migrations. See docs/decisions/0020-the-record.md.

The function they call was made by the migration 0002 of the ground. It is changed by a new migration, never there.
"""

from django.db.migrations import RunSQL


def recording(table, *, unnoticed=(), words=(), part_of="", when=""):
    """The operation that has every change of `table` recorded, by whatever route it comes.

    Changes of the columns `unnoticed` are not recorded, of the columns `words` only that they changed. `part_of` is
    the column with the row in whose history it belongs. `when` is a condition on {row}, without which nothing is.
    """
    given = f"'{array(unnoticed)}', '{array(words)}', '{part_of}'"
    made = [
        f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW{condition} "
        f"EXECUTE FUNCTION ground_record_change({given})"
        for name, event, condition in events(when)
    ]
    dropped = [f"DROP TRIGGER {name} ON {table}" for name, _, _ in events(when)]
    return RunSQL(made, dropped)


def events(when):
    """(name, event, condition) of each trigger of a table; a condition needs one per event, to name its row."""
    if not when:
        return [("record_change", "INSERT OR UPDATE OR DELETE", "")]
    new, old = when.format(row="NEW"), when.format(row="OLD")
    return [
        ("record_insert", "INSERT", f" WHEN ({new})"),
        ("record_update", "UPDATE", f" WHEN ({new} OR {old})"),
        ("record_delete", "DELETE", f" WHEN ({old})"),
    ]


def array(names):
    """Names as PostgreSQL writes a list of them."""
    return "{" + ",".join(names) + "}"
