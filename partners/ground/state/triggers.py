"""The SQL by which the database raises the state at each change, for migrations.

The functions they call were made by the migration 0009 of the ground. They are changed by a new migration, never there.
"""

from django.db.migrations import RunSQL

# A trigger that sees the rows that changed is of one event. A statement that changes none, such as Django's deletion
# of what may hang on a row, raises nothing.
EVENTS = [
    ("insert", "INSERT", "REFERENCING NEW TABLE AS changed"),
    ("update", "UPDATE", "REFERENCING OLD TABLE AS before NEW TABLE AS changed"),
    ("delete", "DELETE", "REFERENCING OLD TABLE AS changed"),
    ("truncate", "TRUNCATE", ""),
]


def raising(table, *, when=""):
    """The operation that lets every change of `table` raise the state, by whatever route it comes.

    `when` is a condition on {row}: the others are on no page that everyone may read.
    """
    condition = when.format(row="changed").replace("'", "''")
    made = [
        f"CREATE TRIGGER raise_at_{name} AFTER {event} ON {table} {rows} FOR EACH STATEMENT "
        f"EXECUTE FUNCTION ground_state_changed('{condition}')"
        for name, event, rows in EVENTS
    ]
    return RunSQL(made, [f"DROP TRIGGER raise_at_{name} ON {table}" for name, _, _ in EVENTS])
