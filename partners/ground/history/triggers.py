"""The SQL by which the database records its changes, for migrations. See docs/decisions/0020-the-record.md.

The function they call was made by the migration 0002 of the ground. It is changed by a new migration, never there.
"""

from django.db.migrations import RunSQL


def recording(table, *, unnoticed=(), words=(), words_when="", part_of="", when=""):
    """The operation that has every change of `table` recorded, by whatever route it comes.

    Changes of the columns `unnoticed` are not recorded, of the columns `words` only that they changed. `part_of` is
    the column with the row in whose history it belongs. `when` is a condition on {row}, without which nothing is.
    With a condition `words_when` on {row}, all is recorded of the rows that it does not hold for before or after.
    """
    given = [(words, *event) for event in events(words_when or when)]
    if words_when:
        given += [((), *event) for event in events_without(words_when)]
    made = [
        f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW{condition} "
        f"EXECUTE FUNCTION ground_record_change('{array(unnoticed)}', '{array(hidden)}', '{part_of}')"
        for hidden, name, event, condition in given
    ]
    dropped = [f"DROP TRIGGER {name} ON {table}" for _, name, _, _ in given]
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


def events_without(condition):
    """As `events`, of the rows that a condition on {row} does not hold for, neither before nor after."""
    new, old = condition.format(row="NEW"), condition.format(row="OLD")
    return [
        ("record_whole_insert", "INSERT", f" WHEN (NOT ({new}))"),
        ("record_whole_update", "UPDATE", f" WHEN (NOT ({new} OR {old}))"),
        ("record_whole_delete", "DELETE", f" WHEN (NOT ({old}))"),
    ]


def array(names):
    """Names as PostgreSQL writes a list of them."""
    return "{" + ",".join(names) + "}"
